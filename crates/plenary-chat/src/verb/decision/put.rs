//! `decision put TEXT`: puts a decision to the meeting.

use plenary_domain::Language;
use plenary_domain::decide::decision::Put;
use plenary_domain::projection::record::DecisionShown;

use crate::verb::kit::*;
use crate::verb::lookup::edition;

pub(super) static VERB: Verb = Verb::new(&help::DECISION_PUT, Put::BY, means)
    .short(&["put"])
    .args(&[Arg::rest("text").optional(), Arg::named("adopts", ArgKind::Symbol)]);

/// A decision that adopts an edition says so by `adopts:`; its words follow from it if none are
/// given. Nothing is read out of the words.
fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let adopts = args.get("adopts").map(|typed| edition(typed, context)).transpose()?;
    let text = match (args.text("text"), adopts) {
        (Some(text), _) => text,
        (None, Some(edition)) => {
            format!("{}, {}.", to_adopt(edition.original.words()), edition.symbol)
        }
        (None, None) => return Err(VERB.lacks("text")),
    };
    let adopts = adopts.map(|edition| edition.edition);
    Ok(Intent::does(Put { text, adopts }))
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

/// The text that is put.
pub(super) fn put(cx: &RenderContext<'_>, decision: &DecisionShown) -> Response {
    let number = decision.decision.shown();
    Response::text(Tone::Done, messages::DecisionPut { number }.say(cx))
        .with(Part::Quote(decision.text.clone()))
        .and(messages::DECISION_NO_OBJECTION.say(cx))
}
