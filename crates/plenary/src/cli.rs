//! What can be typed after `plenary`.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, CommandFactory, Parser, Subcommand};
use plenary_chat::clean::clean;
use plenary_domain::Readers;
use tracing_subscriber::filter::FilterFn;
use tracing_subscriber::layer::{Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;

use crate::arguments::{DemoArgs, Office, PaperArgs, ReplayArgs, ShowArgs, circles};
use crate::secrets::masked;
use crate::settings::{Overrides, Settings};
use crate::{commands, doctor, limits, serve};

/// How long the end waits for what still runs.
const CLOSING: Duration = Duration::from_millis(200);

/// The command line: what is done, and where journal, keys and settings are.
#[derive(Debug, Parser)]
#[command(name = "plenary", version, max_term_width = 96, disable_help_subcommand = true)]
#[command(
    about = "Runs meetings of expert groups, from convening to the adopted agenda and the record"
)]
struct Cli {
    #[command(flatten)]
    place: GlobalArgs,
    #[command(subcommand)]
    command: Command,
}

/// Where journal, keys and settings are.
#[derive(Clone, Debug, Args)]
struct GlobalArgs {
    /// The journal: sqlite:FILE, esdb://HOST:2113 or memory:
    #[arg(long, global = true, value_name = "ADDRESS")]
    journal: Option<String>,
    /// The folder of the keys; by default it is beside the SQLite file
    #[arg(long, global = true, value_name = "FOLDER")]
    keys: Option<PathBuf>,
    /// A settings file; by default it is plenary.toml in this folder
    #[arg(long, global = true, value_name = "FILE")]
    settings: Option<PathBuf>,
    /// The language: en, es, fr, pt
    #[arg(long, global = true, value_name = "CODE")]
    lang: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Plays a practice meeting from draft agenda to record, then offers you a seat in it
    Demo(DemoArgs),
    /// Opens the desk of a meeting at the terminal, or reads commands from a pipe
    Chat {
        /// The meeting's short name, such as ciber-v
        meeting: String,
        /// Your account at this terminal, such as chair; `operator` if you run the installation
        #[arg(long = "as", value_name = "NAME")]
        seat: Option<String>,
    },
    /// Plays a story: a file with what people say in a meeting
    Play {
        /// The story file
        story: PathBuf,
        /// Prints only what differs from what the story expects
        #[arg(long)]
        quiet: bool,
    },
    /// Reads an exported history and prints a paper from it
    Replay(ReplayArgs),
    /// Shows one view of a meeting, as it is or as it was
    Show(ShowArgs),
    /// Prints a paper of a meeting
    Paper(PaperArgs),
    /// Writes a meeting's history to standard output, one CloudEvents object per line
    Export {
        /// The meeting's short name
        meeting: String,
        /// For these readers only: leaves out what they may not read; the rest still verifies
        #[arg(long, value_parser = circles())]
        readers: Option<Readers>,
    },
    /// Stores an exported history in a journal with the same bytes and digests
    Import {
        /// The exported file
        file: PathBuf,
    },
    /// Checks that no entry was altered or lost
    Verify {
        /// The meeting's short name; without it, everything is checked
        meeting: Option<String>,
        /// The number and digest of an entry, kept from an earlier check, such as 96:3fa8…
        #[arg(long, value_name = "N:DIGEST", requires = "meeting")]
        head: Option<String>,
    },
    /// Prints a one-time code for an office, as the operator
    Invite {
        /// The meeting's short name
        meeting: String,
        /// The office
        #[arg(long, value_enum)]
        office: Office,
        /// The name of the person
        #[arg(long)]
        name: Option<String>,
    },
    /// Exports or imports the keys to people's names, which no journal and no export holds
    Keys {
        #[command(subcommand)]
        command: KeysCommand,
    },
    /// Shows what a journal holds, or copies it into another store
    Journal {
        #[command(subcommand)]
        command: JournalCommand,
    },
    /// Explains these commands; with --markdown, prints the table of commands of the desk
    Help {
        /// Prints the table of commands of the desk as a page
        #[arg(long)]
        markdown: bool,
    },
    /// Runs the service and its bots until it is stopped
    Serve,
    /// Checks everything that the program needs, and says what to do
    Doctor,
    /// Asks the running service whether it is ready
    Health,
    /// Prints the settings in force
    Settings,
}

#[derive(Clone, Debug, Subcommand)]
enum JournalCommand {
    /// Prints where the journal is and what it holds
    Status,
    /// Copies everything into another store; if it is interrupted, run it again and it continues
    Copy {
        /// The journal to copy
        #[arg(long, value_name = "ADDRESS")]
        from: String,
        /// The journal to copy into: empty, or an unfinished copy of the same
        #[arg(long, value_name = "ADDRESS")]
        to: String,
    },
}

#[derive(Clone, Debug, Subcommand)]
enum KeysCommand {
    /// Writes all keys to standard output; keep the file as you would keep the people's names
    Export,
    /// Adds the keys from a file
    Import {
        /// The file
        file: PathBuf,
    },
}

/// How a command line that was not understood ends.
const NOT_UNDERSTOOD: u8 = 2;

/// Runs the program and says how it ended: 0 done, 1 refused or failed, 2 not understood.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        // What was typed stands in the sentence, and is shown without what would steer a screen.
        Err(error) if error.use_stderr() => {
            eprint!("{}", masked(&clean(&error.render().to_string())));
            return ExitCode::from(NOT_UNDERSTOOD);
        }
        Err(error) => error.exit(),
    };
    let overrides = Overrides {
        file: cli.place.settings,
        journal: cli.place.journal.clone(),
        keys: cli.place.keys,
        lang: cli.place.lang,
    };
    match start(cli.command, &overrides) {
        Ok(code) => code,
        // Whoever went away knows it; whoever asks how it ended must not take it for the whole.
        Err(error) if is_broken_pipe(&error) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("plenary: {}", masked(&clean(&format!("{error:#}"))));
            ExitCode::FAILURE
        }
    }
}

fn start(command: Command, overrides: &Overrides) -> anyhow::Result<ExitCode> {
    limits::check()?;
    let settings = match Settings::read(overrides) {
        Err(error) if matches!(command, Command::Doctor) => return doctor::unreadable(&error),
        read => read?,
    };
    let is_talk = matches!(command, Command::Chat { .. } | Command::Demo(_));
    start_log(&settings, is_talk && std::io::stderr().is_terminal())?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let code = runtime.block_on(dispatch(command, settings, overrides));
    // The journal is closed, so that its file alone holds everything; but a thread that waits for a
    // key on the terminal must not hold the end up.
    runtime.shutdown_timeout(CLOSING);
    code
}

/// The log goes to standard error. What could repeat a token, a code or somebody's words is not in
/// it at any level, whatever the setting says.
fn start_log(settings: &Settings, is_session: bool) -> anyhow::Result<()> {
    let is_never_logged = |target: &str| {
        let crate_name = target.split("::").next().unwrap_or_default();
        plenary_discord::NEVER_LOGGED.contains(&crate_name)
    };
    let said = FilterFn::new(move |told| !is_never_logged(told.target()));
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    let lines = lines.with_filter(said).with_filter(settings.log_filter(is_session)?);
    tracing_subscriber::registry().with(lines).init();
    Ok(())
}

async fn dispatch(
    command: Command,
    settings: Settings,
    overrides: &Overrides,
) -> anyhow::Result<ExitCode> {
    match command {
        Command::Demo(args) => crate::demo::run(&settings, overrides, &args).await,
        Command::Chat { meeting, seat } => {
            commands::chat::run(&settings, &meeting, seat.as_deref()).await
        }
        Command::Play { story, quiet } => commands::play::run(&settings, &story, quiet).await,
        Command::Replay(args) => commands::paper::replay(&settings, &args).await,
        Command::Show(args) => commands::show::run(&settings, &args).await,
        Command::Paper(args) => commands::paper::run(&settings, &args).await,
        Command::Export { meeting, readers } => {
            commands::archive::export(&settings, &meeting, readers).await
        }
        Command::Import { file } => commands::archive::import(&settings, &file).await,
        Command::Verify { meeting, head } => {
            commands::archive::verify(&settings, meeting.as_deref(), head.as_deref()).await
        }
        Command::Invite { meeting, office, name } => {
            commands::invite::run(&settings, &meeting, office, name.as_deref()).await
        }
        Command::Keys { command: KeysCommand::Export } => commands::keys::export(&settings),
        Command::Keys { command: KeysCommand::Import { file } } => {
            commands::keys::import(&settings, &file)
        }
        Command::Journal { command: JournalCommand::Status } => {
            commands::journal::status(&settings).await
        }
        Command::Journal { command: JournalCommand::Copy { from, to } } => {
            commands::journal::copy(&settings, &from, &to).await
        }
        Command::Help { markdown: true } => commands::print_verbs(),
        Command::Help { markdown: false } => {
            commands::print_out(&Cli::command().render_long_help().to_string())?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Serve => serve::run(&settings).await,
        Command::Doctor => doctor::run(&settings, overrides).await,
        Command::Health => commands::health::run(&settings),
        Command::Settings => commands::print_settings(&settings),
    }
}

/// Nobody reads the output any more: that is an end, not a fault.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<std::io::Error>();
        io.is_some_and(|io| io.kind() == std::io::ErrorKind::BrokenPipe)
    })
}
