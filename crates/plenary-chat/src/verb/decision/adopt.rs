//! `decision adopt consensus`: states that the meeting decided. `decision adopt vote` is understood
//! as `decision vote`.

use plenary_domain::DecisionId;
use plenary_domain::decide::decision::Adopt;
use plenary_domain::event::decision::Manner;
use plenary_domain::projection::record::DecisionShown;

use super::vote::{ABSTAINING, AGAINST, FOR, counted, follows};
use crate::verb::intent::Question;
use crate::verb::kit::*;

static MANNERS: OneOf<Manner, 2> =
    OneOf::new("manner", [("consensus", Manner::Consensus), ("vote", Manner::Vote)]);

pub(super) static VERB: Verb = Verb::new(&help::DECISION_ADOPT, Adopt::BY, means)
    .short(&["adopt"])
    .args(&[MANNERS.positional(), FOR, AGAINST, ABSTAINING]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    match MANNERS.said(args)?.ok_or_else(|| VERB.lacks("manner"))? {
        Manner::Vote => counted(&VERB, args, context),
        Manner::Consensus => {
            let counts = [FOR, AGAINST, ABSTAINING];
            if counts.iter().any(|arg| args.get(arg.name).is_some()) {
                return Err(ParseError::Unfit(messages::REFUSE_COUNT_GIVEN));
            }
            let open = context.views.record.open_decision().map(|open| open.decision);
            let command = Adopt { decision: open };
            Ok(match open {
                Some(id) => Intent::asks(Question::Adopt(id), command),
                None => Intent::does(command),
            })
        }
    }
}

/// Asks whether the meeting decided so, and says what follows.
pub(in crate::verb) fn ask_adopt(cx: &RenderContext<'_>, id: DecisionId) -> Response {
    let Some(decision) = cx.views.record.decision(id) else { return Response::default() };
    let text = messages::DecisionAskAdopt { number: id.shown() }.say(cx);
    let response = Response::text(Tone::Asked, text).with(Part::Quote(decision.text.clone()));
    follows(cx, decision, response).and(messages::DECISION_ASK_FINAL.say(cx))
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
    match (decision.adopts, decision.amends) {
        (Some(id), _) => {
            response.and(messages::DecisionAgendaAdopted { symbol: cx.symbol(id) }.say(cx))
        }
        (None, Some(id)) => {
            response.and(messages::DecisionAmends { symbol: cx.symbol(id) }.say(cx))
        }
        (None, None) => response,
    }
}
