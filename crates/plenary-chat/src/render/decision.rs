//! Sittings and decisions.

use plenary_domain::event::decision::Manner;
use plenary_domain::event::{DecisionEvent, SessionEvent};
use plenary_domain::projection::record::DecisionShown;

use super::RenderContext;
use crate::response::{Part, Response, Tone};
use crate::say::say;

/// The response to opening or closing a sitting.
pub(super) fn sitting(cx: &RenderContext<'_>, event: &SessionEvent) -> Response {
    let (id, number) = match event {
        SessionEvent::SittingOpened(opened) => ("session-opened", opened.sitting.0),
        SessionEvent::SittingClosed(closed) => ("session-closed", closed.sitting.0),
    };
    Response::text(Tone::Done, say!(cx.lang, id, number = number))
}

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
        DecisionEvent::DecisionPut(_) => put(cx, decision),
        DecisionEvent::Objected(_) => {
            Response::text(Tone::Done, say!(cx.lang, "decision-objected", number = id.shown()))
        }
        DecisionEvent::DecisionAdopted(_) => adopted(cx, decision),
        DecisionEvent::DecisionWithdrawn(_) => {
            Response::text(Tone::Done, say!(cx.lang, "decision-withdrawn", number = id.shown()))
        }
    }
}

/// The text that is put.
pub(super) fn put(cx: &RenderContext<'_>, decision: &DecisionShown) -> Response {
    let number = decision.decision.shown();
    Response::text(Tone::Done, say!(cx.lang, "decision-put", number = number))
        .with(Part::Quote(decision.text.clone()))
        .and(say!(cx.lang, "decision-no-objection"))
}

/// What the meeting decided, and how.
pub(super) fn adopted(cx: &RenderContext<'_>, decision: &DecisionShown) -> Response {
    let number = decision.decision.shown();
    let Some(outcome) = &decision.adopted else { return Response::default() };
    let text = match (outcome.manner, outcome.votes) {
        (Manner::Vote, Some((yes, no, neither))) => say!(
            cx.lang,
            "decision-adopted-vote",
            number = number,
            yes = yes,
            no = no,
            neither = neither,
        ),
        (Manner::Consensus | Manner::Vote, _) => {
            say!(cx.lang, "decision-adopted", number = number)
        }
    };
    let response = Response::text(Tone::Done, text).with(Part::Quote(decision.text.clone()));
    let edition = decision.adopts.and_then(|id| cx.views.agenda.edition(id));
    match edition {
        Some(edition) => {
            let symbol = edition.symbol.to_string();
            response.and(say!(cx.lang, "decision-agenda-adopted", symbol = symbol))
        }
        None => response,
    }
}
