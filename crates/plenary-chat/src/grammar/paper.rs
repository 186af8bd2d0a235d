//! Preparing, approving, returning and getting papers.

use plenary_domain::Command;
use plenary_domain::command::PaperCommand;
use plenary_domain::event::meeting::Language;

use super::meaning::{day, edition};
use super::{Args, Context, Intent, ParseError, Show};
use crate::verb::Verb;

pub(super) fn ask(verb: &Verb, args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let command = match verb.name {
        "prepare" => PaperCommand::Prepare {
            symbol: args.get("symbol").unwrap_or_default().trim().to_owned(),
            with_note: with_note(args.get("with"), context),
            dated: args.get("dated").map(|typed| day("dated", typed)).transpose()?,
            authentic: args.get("authentic").map(str::to_owned),
        },
        "approve" => {
            let edition = match args.get("symbol") {
                Some(typed) => edition(typed, context)?,
                None => context
                    .views
                    .agenda
                    .waiting()
                    .ok_or(ParseError::NoEdition { typed: String::new(), known: Vec::new() })?,
            };
            return Ok(Intent::Confirm(edition.edition));
        }
        "return" => PaperCommand::Return {
            edition: edition(args.get("symbol").unwrap_or_default(), context)?.edition,
            reason: args.get("reason").unwrap_or_default().to_owned(),
        },
        _ => return get(args, context),
    };
    Ok(Intent::Do(Box::new(Command::Paper(command)), None))
}

/// `with:note` or `with:agenda` (alone); unsaid, as the edition before, so that nothing is dropped
/// by silence.
fn with_note(typed: Option<&str>, context: &Context<'_>) -> bool {
    let agenda = &context.views.agenda;
    match (typed, agenda.in_force()) {
        (Some(typed), _) => typed == "note",
        (None, Some(last)) => last.with_note && !agenda.working.note.is_empty(),
        (None, None) => !agenda.working.note.is_empty(),
    }
}

/// `paper get` lists; `paper get roster`, `record`, `history`, or a symbol gives one.
fn get(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let lang = args.get("lang").and_then(Language::from_code);
    let show = match args.get("name").map(str::trim) {
        None => Show::Papers,
        Some("roster" | "participants") => Show::Roster,
        Some("record") => Show::Record,
        Some("history") => Show::History,
        Some("agenda") => {
            let in_force = context.views.agenda.in_force().ok_or(ParseError::NoAgenda)?;
            Show::Paper(in_force.edition, lang)
        }
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
