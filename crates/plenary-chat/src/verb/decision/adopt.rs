//! `decision adopt consensus|vote`: states that the meeting decided.

use plenary_domain::decide::decision::{Adopt, VoteCount};
use plenary_domain::event::decision::Manner;
use plenary_domain::projection::record::DecisionShown;

use crate::verb::kit::*;

static MANNERS: OneOf<Manner, 2> =
    OneOf::new("manner", [("consensus", Manner::Consensus), ("vote", Manner::Vote)]);

pub(super) static VERB: Verb =
    Verb::new(&help::DECISION_ADOPT, Adopt::BY, means).short(&["adopt"]).args(&[
        MANNERS.positional(),
        Arg::named("for", ArgKind::Text),
        Arg::named("against", ArgKind::Text),
        Arg::named("abstaining", ArgKind::Text),
    ]);

fn means(args: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    let count = |arg: &'static str| -> Result<Option<u32>, ParseError> {
        let bad = |given: &str| ParseError::bad(arg, given, messages::EXPECTED_COUNT);
        args.get(arg).map(|given| given.parse().map_err(|_| bad(given))).transpose()
    };
    let manner = MANNERS.said(args)?.ok_or_else(|| VERB.lacks("manner"))?;
    let count = match (count("for")?, count("against")?, count("abstaining")?) {
        (None, None, None) => None,
        (votes_for, votes_against, abstentions) => Some(VoteCount {
            votes_for: votes_for.unwrap_or(0),
            votes_against: votes_against.unwrap_or(0),
            abstentions: abstentions.unwrap_or(0),
        }),
    };
    Ok(Intent::does(Adopt { decision: None, manner, count }))
}

/// What the meeting decided, and how.
pub(super) fn adopted(cx: &RenderContext<'_>, decision: &DecisionShown) -> Response {
    let number = decision.decision.shown();
    let Some(outcome) = &decision.adopted else { return Response::default() };
    let text = match (outcome.manner, outcome.votes) {
        (Manner::Vote, Some((yes, no, neither))) => {
            messages::DecisionAdoptedVote { number, yes, no, neither }.say(cx)
        }
        (Manner::Consensus | Manner::Vote, _) => messages::DecisionAdopted { number }.say(cx),
    };
    let response = Response::text(Tone::Done, text).with(Part::Quote(decision.text.clone()));
    let edition = decision.adopts.and_then(|id| cx.views.agenda.edition(id));
    match edition {
        Some(edition) => {
            let symbol = edition.symbol.to_string();
            response.and(messages::DecisionAgendaAdopted { symbol }.say(cx))
        }
        None => response,
    }
}
