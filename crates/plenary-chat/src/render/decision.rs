//! Sittings and decisions.

use plenary_domain::event::decision::Manner;
use plenary_domain::event::{DecisionEvent, SessionEvent};
use plenary_domain::projection::record::DecisionShown;

use super::Room;
use crate::reply::{Part, Reply, Tone};
use crate::say::say;

/// The reply to opening or closing a sitting.
pub(super) fn sitting(room: &Room<'_>, event: &SessionEvent) -> Reply {
    let (id, number) = match event {
        SessionEvent::SittingOpened(opened) => ("session-opened", opened.sitting.0),
        SessionEvent::SittingClosed(closed) => ("session-closed", closed.sitting.0),
    };
    Reply::text(Tone::Done, say!(room.lang, id, number = number))
}

/// The reply to a fact about a decision.
pub(super) fn done(room: &Room<'_>, event: &DecisionEvent) -> Reply {
    let id = match event {
        DecisionEvent::DecisionPut(put) => put.decision,
        DecisionEvent::Objected(objected) => objected.decision,
        DecisionEvent::DecisionAdopted(adopted) => adopted.decision,
        DecisionEvent::DecisionWithdrawn(withdrawn) => withdrawn.decision,
    };
    let Some(decision) = room.views.record.decision(id) else { return Reply::default() };
    match event {
        DecisionEvent::DecisionPut(_) => put(room, decision),
        DecisionEvent::Objected(_) => {
            Reply::text(Tone::Done, say!(room.lang, "decision-objected", number = id.shown()))
        }
        DecisionEvent::DecisionAdopted(_) => adopted(room, decision),
        DecisionEvent::DecisionWithdrawn(_) => {
            Reply::text(Tone::Done, say!(room.lang, "decision-withdrawn", number = id.shown()))
        }
    }
}

/// The text that is put.
pub(super) fn put(room: &Room<'_>, decision: &DecisionShown) -> Reply {
    let number = decision.decision.shown();
    Reply::text(Tone::Done, say!(room.lang, "decision-put", number = number))
        .with(Part::Quote(decision.text.clone()))
        .and(say!(room.lang, "decision-no-objection"))
}

/// What the meeting decided, and how.
pub(super) fn adopted(room: &Room<'_>, decision: &DecisionShown) -> Reply {
    let number = decision.decision.shown();
    let Some(outcome) = &decision.adopted else { return Reply::default() };
    let text = match (outcome.manner, outcome.votes) {
        (Manner::Vote, Some((yes, no, neither))) => say!(
            room.lang,
            "decision-adopted-vote",
            number = number,
            yes = yes,
            no = no,
            neither = neither,
        ),
        (Manner::Consensus | Manner::Vote, _) => {
            say!(room.lang, "decision-adopted", number = number)
        }
    };
    let reply = Reply::text(Tone::Done, text).with(Part::Quote(decision.text.clone()));
    let edition = decision.adopts.and_then(|id| room.views.agenda.edition(id));
    match edition {
        Some(edition) => {
            let symbol = edition.symbol.to_string();
            reply.and(say!(room.lang, "decision-agenda-adopted", symbol = symbol))
        }
        None => reply,
    }
}
