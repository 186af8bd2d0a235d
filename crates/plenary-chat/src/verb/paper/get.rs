//! `paper get`: lists the papers; with a symbol or a name, gives one.

use plenary_domain::Language;

use crate::verb::EVERYBODY;
use crate::verb::arg::{Arg, ArgKind};
use crate::verb::args::Args;
use crate::verb::intent::{Intent, Show};
use crate::verb::lookup::{edition, in_force};
use crate::verb::row::{Context, ParseError, Verb};

pub(super) static VERB: Verb = Verb::new("paper get", EVERYBODY, means)
    .short(&["get"])
    .args(&[
        Arg::rest("name").of(ArgKind::Paper).optional(),
        Arg::named("format", ArgKind::Choice(&["text", "markdown", "html"])),
        Arg::named("lang", ArgKind::Choice(&["en", "es", "fr", "pt"])),
    ])
    .shared();

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let lang = args.get("lang").and_then(Language::from_code);
    let show = match args.get("name").map(str::trim) {
        None => Show::Papers,
        Some("participants" | "roster") => Show::Roster,
        Some("record") => Show::Record,
        Some("history") => Show::History,
        Some("agenda") => Show::Paper(in_force(context.views)?.edition, lang),
        Some(symbol) => {
            let edition = edition(symbol, context)?;
            if let Some(lang) = lang.filter(|lang| *lang != edition.original) {
                return Err(ParseError::NoLanguage { lang, original: edition.original });
            }
            Show::Paper(edition.edition, lang)
        }
    };
    Ok(Intent::Show(show))
}
