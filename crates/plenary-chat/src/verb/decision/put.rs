//! `decision put TEXT`: puts a decision to the meeting, also one on its agenda.

use plenary_domain::Language;
use plenary_domain::decide::decision::Put;
use plenary_domain::projection::record::DecisionShown;

use crate::verb::kit::*;
use crate::verb::lookup::edition;

pub(super) static VERB: Verb = Verb::new(&help::DECISION_PUT, Put::BY, means)
    .short(&["put"])
    .args(&[
        Arg::rest("text").optional().in_form(),
        Arg::named("adopts", ArgKind::Symbol),
        Arg::named("amends", ArgKind::Symbol),
    ])
    .asks_when(|said| said.get("text").is_none() && said.get("adopts").is_none());

/// A decision that adopts an edition says so by `adopts:`, and its words follow from it if none are
/// given; one that amends the adopted edition says so by `amends:`. Nothing is read out of the
/// words.
fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let named = |arg| args.get(arg).map(|typed| edition(typed, context)).transpose();
    let (adopts, amends) = (named("adopts")?, named("amends")?);
    if amends.is_some() && adopts.is_some() {
        return Err(ParseError::Unfit(messages::REFUSE_ADOPTS_AND_AMENDS));
    }
    let text = match (args.text("text"), adopts) {
        (Some(text), _) => text,
        (None, Some(edition)) => {
            format!("{}, {}.", to_adopt(edition.original.words()), edition.symbol)
        }
        (None, None) => return Err(VERB.lacks("text")),
    };
    let (adopts, amends) = (adopts.map(|e| e.edition), amends.map(|e| e.edition));
    Ok(Intent::does(Put { text, adopts, amends }))
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
