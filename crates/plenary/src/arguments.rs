//! The arguments of commands that more than the command line looks at.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use plenary_documents::Format;
use plenary_domain::Readers;

/// What `demo` does.
#[derive(Clone, Debug, Args)]
pub(crate) struct DemoArgs {
    /// The folder for the papers
    #[arg(long, value_name = "FOLDER", default_value = "out")]
    pub(crate) papers: PathBuf,
}

/// What `paper` prints.
#[derive(Clone, Debug, Args)]
pub(crate) struct PaperArgs {
    /// The paper
    #[arg(value_enum)]
    pub(crate) paper: PaperName,
    /// The meeting's short name
    pub(crate) meeting: String,
    /// The symbol of the edition; by default the one in force
    #[arg(long, value_name = "SYMBOL")]
    pub(crate) edition: Option<String>,
    #[command(flatten)]
    pub(crate) how: How,
    /// The meeting as it was at this moment, such as "2007-10-30 12:00", or entry, such as @41
    #[arg(long, value_name = "MOMENT")]
    pub(crate) as_of: Option<String>,
    /// Writes to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// In which form a paper is printed, and for whom.
#[derive(Clone, Debug, Args)]
pub(crate) struct How {
    /// The format
    #[arg(long, default_value = "text", value_parser = formats())]
    pub(crate) format: Format,
    /// For which readers
    #[arg(long, default_value = "delegations", value_parser = circles())]
    pub(crate) readers: Readers,
}

/// What `replay` prints.
#[derive(Clone, Debug, Args)]
pub(crate) struct ReplayArgs {
    /// The exported file
    pub(crate) file: PathBuf,
    /// The paper
    #[arg(long, value_enum, default_value_t = PaperName::Record)]
    pub(crate) paper: PaperName,
    /// The symbol of the edition; by default the one in force
    #[arg(long, value_name = "SYMBOL")]
    pub(crate) edition: Option<String>,
    #[command(flatten)]
    pub(crate) how: How,
}

/// What `show` shows.
#[derive(Clone, Debug, Args)]
pub(crate) struct ShowArgs {
    /// The view
    #[arg(value_enum)]
    pub(crate) view: ViewName,
    /// The meeting's short name
    pub(crate) meeting: String,
    /// As it was at this moment, such as "2007-10-30T12:00[America/New_York]", or entry (@41)
    #[arg(long, value_name = "MOMENT")]
    pub(crate) as_of: Option<String>,
    /// text or json
    #[arg(long, value_enum, default_value_t = ShowFormat::Text)]
    pub(crate) format: ShowFormat,
    /// For which readers
    #[arg(long, default_value = "delegations", value_parser = circles())]
    pub(crate) readers: Readers,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PaperName {
    Agenda,
    Comparison,
    Coverage,
    #[value(alias = "roster")]
    Participants,
    Presentations,
    Record,
    History,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ViewName {
    Agenda,
    #[value(alias = "roster")]
    Participants,
    Comments,
    Editions,
    History,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShowFormat {
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Office {
    Chair,
    Secretariat,
}

/// The formats by their words.
fn formats() -> impl TypedValueParser<Value = Format> {
    let words = PossibleValuesParser::new(Format::ALL.map(Format::word));
    words.try_map(|word| Format::from_word(&word).ok_or("no format"))
}

/// The circles of readers by their words.
pub(crate) fn circles() -> impl TypedValueParser<Value = Readers> {
    let words = PossibleValuesParser::new(Readers::ALL.map(Readers::word));
    words.try_map(|word| Readers::from_word(&word).ok_or("no circle"))
}
