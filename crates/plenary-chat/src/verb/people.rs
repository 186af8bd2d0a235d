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
            vec![Notice::told(Audience::Secretariat, messages::NOTICE_NO_CHAIR.say(cx))]
        }
        PeopleEvent::SeatEnded(_) | PeopleEvent::Invited(_) => Vec::new(),
    }
}

/// Why nothing changes about people and their seats.
pub(super) fn refusal(cx: &RenderContext<'_>, fault: &PeopleFault) -> String {
    match fault {
        PeopleFault::SeatNeedsDelegation(_) => messages::REFUSE_SEAT_DELEGATION.say(cx),
        PeopleFault::SeatMismatch { seat, delegation } => {
            let seat = cx.seat(*seat, Some(delegation));
            let delegation = cx.delegation(delegation);
            messages::RefuseSeatMismatch { seat, delegation }.say(cx)
        }
        PeopleFault::ChairHeld => messages::REFUSE_CHAIR_HELD.say(cx),
        PeopleFault::NotAnOffice => messages::REFUSE_NOT_AN_OFFICE.say(cx),
        PeopleFault::UnknownPerson(person) => {
            messages::RefuseUnknownPerson { number: person.shown() }.say(cx)
        }
        PeopleFault::Code(CodeFault::Unknown) => messages::CODE_UNKNOWN.say(cx),
        PeopleFault::Code(CodeFault::Used) => messages::CODE_USED.say(cx),
        PeopleFault::Code(CodeFault::Replaced) => messages::CODE_REPLACED.say(cx),
        PeopleFault::Code(CodeFault::Expired(at)) => {
            messages::CodeExpired { day: cx.day(*at) }.say(cx)
        }
    }
}
