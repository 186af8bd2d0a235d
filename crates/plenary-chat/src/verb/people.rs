//! Verbs about people and their seats.

mod appoint;
mod invite;
mod join;
mod list;
mod remove;

use plenary_domain::decide::people::{CodeFault, PeopleFault};
use plenary_domain::event::PeopleEvent;
use plenary_domain::{Entry, SeatKind};
use plenary_service::Outcome;

use super::kit::*;

pub(super) use join::VERB as JOIN;

pub(super) static VERBS: &[&Verb] = &[&list::VERB, &invite::VERB, &appoint::VERB, &remove::VERB];

/// The response to an event about people.
pub(super) fn done(cx: &RenderContext<'_>, event: &PeopleEvent, outcome: &Outcome) -> Response {
    match event {
        PeopleEvent::Invited(invited) => invite::invited(cx, invited, outcome),
        PeopleEvent::Joined(joined) => join::joined(cx, joined),
        PeopleEvent::Appointed(appointed) => appoint::appointed(cx, appointed),
        PeopleEvent::SeatEnded(ended) => remove::ended(cx, ended),
    }
}

/// Who is told of an event about people.
pub(super) fn notices(cx: &RenderContext<'_>, entry: &Entry, event: &PeopleEvent) -> Vec<Notice> {
    match event {
        PeopleEvent::Joined(joined) => vec![join::notice(cx, joined)],
        PeopleEvent::Appointed(appointed) => vec![appoint::notice(cx, appointed, entry.at)],
        PeopleEvent::SeatEnded(ended) if ended.seat == SeatKind::Chair => {
            vec![Notice::told(Audience::Secretariat, say!(cx.lang, "notice-no-chair"))]
        }
        PeopleEvent::SeatEnded(_) | PeopleEvent::Invited(_) => Vec::new(),
    }
}

/// Why nothing changes about people and their seats.
pub(super) fn refusal(cx: &RenderContext<'_>, fault: &PeopleFault) -> String {
    let lang = cx.lang;
    match fault {
        PeopleFault::SeatNeedsDelegation(_) => say!(lang, "refuse-seat-delegation"),
        PeopleFault::SeatMismatch { seat, delegation } => {
            let seat = cx.seat(*seat, Some(delegation));
            let delegation = cx.delegation(delegation);
            say!(lang, "refuse-seat-mismatch", seat = seat, delegation = delegation)
        }
        PeopleFault::ChairHeld => say!(lang, "refuse-chair-held"),
        PeopleFault::NotAnOffice => say!(lang, "refuse-not-an-office"),
        PeopleFault::UnknownPerson(person) => {
            say!(lang, "refuse-unknown", what = person.shown(), list = "people list")
        }
        PeopleFault::Code(CodeFault::Unknown) => say!(lang, "code-unknown"),
        PeopleFault::Code(CodeFault::Used) => say!(lang, "code-used"),
        PeopleFault::Code(CodeFault::Replaced) => say!(lang, "code-replaced"),
        PeopleFault::Code(CodeFault::Expired(at)) => {
            say!(lang, "code-expired", day = cx.day(*at))
        }
    }
}
