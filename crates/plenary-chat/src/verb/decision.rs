//! Verbs by which the meeting decides.

mod adopt;
mod object;
mod put;
mod vote;

use plenary_domain::Readers;
use plenary_domain::decide::decision::DecisionFault;
use plenary_domain::event::DecisionEvent;

use super::kit::*;

pub(super) static VERBS: &[&Verb] = &[&put::VERB, &object::VERB, &adopt::VERB, &vote::VERB];

pub(super) use adopt::ask_adopt;
pub(super) use vote::ask_vote;

/// The response to a fact about a decision.
pub(super) fn done(cx: &RenderContext<'_>, event: &DecisionEvent) -> Response {
    let id = match event {
        DecisionEvent::DecisionPut(put) => put.decision,
        DecisionEvent::Objected(objected) => objected.decision,
        DecisionEvent::ObjectionWithdrawn(withdrawn) => withdrawn.decision,
        DecisionEvent::DecisionAdopted(adopted) => adopted.decision,
        DecisionEvent::DecisionNotAdopted(lost) => lost.decision,
        DecisionEvent::DecisionWithdrawn(withdrawn) => withdrawn.decision,
    };
    let Some(decision) = cx.views.record.decision(id) else { return Response::default() };
    match event {
        DecisionEvent::DecisionPut(_) => put::put(cx, decision),
        DecisionEvent::Objected(_) => {
            Response::text(Tone::Done, messages::DecisionObjected { number: id.shown() }.say(cx))
        }
        DecisionEvent::ObjectionWithdrawn(_) => {
            let text = messages::DecisionObjectionWithdrawn { number: id.shown() }.say(cx);
            Response::text(Tone::Done, text)
        }
        DecisionEvent::DecisionAdopted(_) => adopt::adopted(cx, decision),
        DecisionEvent::DecisionNotAdopted(_) => vote::lost(cx, decision),
        DecisionEvent::DecisionWithdrawn(_) => {
            Response::text(Tone::Done, messages::DecisionWithdrawn { number: id.shown() }.say(cx))
        }
    }
}

pub(super) fn notices(cx: &RenderContext<'_>, event: &DecisionEvent) -> Vec<Notice> {
    let all = Audience::Circle(Readers::Delegations);
    match event {
        DecisionEvent::DecisionPut(put) => {
            let Some(shown) = cx.views.record.decision(put.decision) else { return Vec::new() };
            let press = Press::new(Action::DecisionObject(put.decision), cx.views.number);
            let response = put::put(cx, shown);
            let members = Response { tone: Tone::Asked, ..response.clone() };
            let members = members.button(messages::BUTTON_OBJECT.say(cx), press);
            let response = Response { tone: Tone::Shown, ..response };
            vec![Notice { to: all, response }, Notice { to: Audience::Missions, response: members }]
        }
        DecisionEvent::Objected(objected) => {
            let delegation = cx.the_first(&objected.delegation);
            let number = objected.decision.shown();
            let text = messages::NoticeObjected { delegation, number }.say(cx);
            let mut response = Response::text(Tone::Shown, text);
            if let Some(reason) = &objected.reason {
                response = response.with(Part::Quote(reason.clone()));
            }
            vec![Notice { to: all, response }]
        }
        DecisionEvent::ObjectionWithdrawn(withdrawn) => {
            let delegation = cx.the_first(&withdrawn.delegation);
            let number = withdrawn.decision.shown();
            let text = messages::NoticeObjectionWithdrawn { delegation, number }.say(cx);
            vec![Notice::told(all, text)]
        }
        DecisionEvent::DecisionNotAdopted(lost) => {
            let shown = cx.views.record.decision(lost.decision);
            let response = shown.map(|shown| vote::lost(cx, shown)).unwrap_or_default();
            vec![Notice { to: all, response: Response { tone: Tone::Shown, ..response } }]
        }
        DecisionEvent::DecisionWithdrawn(withdrawn) => {
            let number = withdrawn.decision.shown();
            vec![Notice::told(all, messages::DecisionWithdrawn { number }.say(cx))]
        }
        DecisionEvent::DecisionAdopted(adopted) => {
            let shown = cx.views.record.decision(adopted.decision);
            let response = shown.map(|shown| adopt::adopted(cx, shown)).unwrap_or_default();
            vec![Notice { to: all, response: Response { tone: Tone::Shown, ..response } }]
        }
    }
}

/// Why a decision is not put, objected to or adopted.
pub(super) fn refusal(cx: &RenderContext<'_>, fault: &DecisionFault) -> String {
    match fault {
        DecisionFault::NotInForce(id) => {
            let in_force = cx.views.agenda.in_force();
            let in_force = in_force.map(|edition| edition.symbol.to_string()).unwrap_or_default();
            messages::RefuseNotInForce { symbol: cx.symbol(*id), in_force }.say(cx)
        }
        DecisionFault::DecisionOpen(id) => {
            messages::RefuseDecisionOpen { number: id.shown() }.say(cx)
        }
        DecisionFault::NoDecision => messages::REFUSE_NO_DECISION.say(cx),
        DecisionFault::UnknownDecision(id) => {
            messages::RefuseUnknownDecision { number: id.shown() }.say(cx)
        }
        DecisionFault::NoConsensus { decision, by } => {
            let names: Vec<String> = by.iter().map(|code| cx.the(code)).collect();
            let (number, by) = (decision.shown(), names.join(", "));
            messages::RefuseNoConsensus { number, by }.say(cx)
        }
        DecisionFault::NotAdopted(id) => {
            messages::RefuseNotAdopted { symbol: cx.symbol(*id) }.say(cx)
        }
        DecisionFault::Over(id) => messages::RefuseDecisionOver { number: id.shown() }.say(cx),
        DecisionFault::NoObjection(id) => {
            messages::RefuseNoObjection { number: id.shown() }.say(cx)
        }
        DecisionFault::NoVotes => messages::REFUSE_NO_VOTES.say(cx),
        DecisionFault::TooManyVotes { votes, members } => {
            messages::RefuseTooManyVotes { votes: *votes, members: *members }.say(cx)
        }
    }
}
