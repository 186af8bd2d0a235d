//! Sittings and decisions.

use plenary_domain::Command;
use plenary_domain::command::{DecisionCommand, SessionCommand, VoteCount};
use plenary_domain::event::decision::Manner;
use plenary_domain::event::meeting::Language;

use super::meaning::edition;
use super::people::missing;
use super::{Args, Context, Intent, ParseError};
use crate::verb::Verb;

pub(super) fn ask(verb: &Verb, args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let command = match (verb.group, verb.name) {
        ("session", "open") => Command::Session(SessionCommand::Open),
        ("session", _) => Command::Session(SessionCommand::Close),
        (_, "put") => Command::Decision(put(args, context)?),
        (_, "object") => Command::Decision(DecisionCommand::Object {
            decision: None,
            reason: args.get("reason").map(str::to_owned),
        }),
        _ => Command::Decision(adopt(args)?),
    };
    Ok(Intent::Do(Box::new(command), None))
}

/// A decision that adopts an edition says so by `adopts:`; its words follow from it if none are
/// given. Nothing is read out of the words.
fn put(args: &Args, context: &Context<'_>) -> Result<DecisionCommand, ParseError> {
    let adopts = args.get("adopts").map(|typed| edition(typed, context)).transpose()?;
    let text = match (args.get("text"), adopts) {
        (Some(text), _) => text.to_owned(),
        (None, Some(edition)) => format!("{}, {}.", to_adopt(edition.original), edition.symbol),
        (None, None) => return Err(missing("decision put", "text")),
    };
    Ok(DecisionCommand::Put { text, adopts: adopts.map(|edition| edition.edition) })
}

/// The usual words, in the language of the agenda: they become the record's.
fn to_adopt(lang: Language) -> &'static str {
    match lang {
        Language::En => "To adopt the agenda",
        Language::Es => "Aprobar el temario",
        Language::Fr => "Adopter l’ordre du jour",
        Language::Pt => "Aprovar o temário",
    }
}

fn adopt(args: &Args) -> Result<DecisionCommand, ParseError> {
    let count = |arg: &'static str| -> Result<Option<u32>, ParseError> {
        let bad = |given: &str| ParseError::Bad {
            arg,
            given: given.to_owned(),
            expected: "expected-count",
        };
        args.get(arg).map(|given| given.parse().map_err(|_| bad(given))).transpose()
    };
    let manner = match args.get("manner") {
        Some("vote") => Manner::Vote,
        _ => Manner::Consensus,
    };
    let count = match (count("for")?, count("against")?, count("abstaining")?) {
        (None, None, None) => None,
        (votes_for, votes_against, abstentions) => Some(VoteCount {
            votes_for: votes_for.unwrap_or(0),
            votes_against: votes_against.unwrap_or(0),
            abstentions: abstentions.unwrap_or(0),
        }),
    };
    Ok(DecisionCommand::Adopt { decision: None, manner, count })
}
