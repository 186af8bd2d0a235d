//! Verbs by which the meeting decides.

mod adopt;
mod object;
mod put;

use plenary_domain::Readers;
use plenary_domain::event::DecisionEvent;

use super::kit::*;

pub(super) static VERBS: &[&Verb] = &[&put::VERB, &object::VERB, &adopt::VERB];

/// The response to a fact about a decision.
pub(super) fn done(cx: &RenderContext<'_>, event: &DecisionEvent) -> Response {
    let id = match event {
        DecisionEvent::DecisionPut(put) => put.decision,
        DecisionEvent::Objected(objected) => objected.decision,
        DecisionEvent::DecisionAdopted(adopted) => adopted.decision,
        DecisionEvent::DecisionWithdrawn(withdrawn) => withdrawn.decision,
    };
    let Some(decision) = cx.views.record.decision(id) else { return Response::default() };
    match event {
        DecisionEvent::DecisionPut(_) => put::put(cx, decision),
        DecisionEvent::Objected(_) => {
            Response::text(Tone::Done, say!(cx.lang, "decision-objected", number = id.shown()))
        }
        DecisionEvent::DecisionAdopted(_) => adopt::adopted(cx, decision),
        DecisionEvent::DecisionWithdrawn(_) => {
            Response::text(Tone::Done, say!(cx.lang, "decision-withdrawn", number = id.shown()))
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
            let members = members.button(say!(cx.lang, "button-object"), press);
            let response = Response { tone: Tone::Shown, ..response };
            vec![Notice { to: all, response }, Notice { to: Audience::Missions, response: members }]
        }
        DecisionEvent::Objected(objected) => {
            let delegation = cx.delegation(&objected.delegation);
            let number = objected.decision.shown();
            let text = say!(cx.lang, "notice-objected", delegation = delegation, number = number);
            let mut response = Response::text(Tone::Shown, text);
            if let Some(reason) = &objected.reason {
                response = response.with(Part::Quote(reason.clone()));
            }
            vec![Notice { to: all, response }]
        }
        DecisionEvent::DecisionWithdrawn(withdrawn) => {
            let number = withdrawn.decision.shown();
            vec![Notice::told(all, say!(cx.lang, "decision-withdrawn", number = number))]
        }
        DecisionEvent::DecisionAdopted(adopted) => {
            let shown = cx.views.record.decision(adopted.decision);
            let response = shown.map(|shown| adopt::adopted(cx, shown)).unwrap_or_default();
            vec![Notice { to: all, response: Response { tone: Tone::Shown, ..response } }]
        }
    }
}
