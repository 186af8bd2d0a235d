//! Verbs about people and their seats.

mod appoint;
mod invite;
mod join;
mod list;
mod remove;

use plenary_domain::capacity::Seat;
use plenary_domain::decide::people::{CodeFault, PeopleFault};
use plenary_domain::event::people::Joined;
use plenary_domain::event::{Event, PeopleEvent};
use plenary_domain::{Entry, SeatKind};
use plenary_service::Outcome;

use super::kit::*;

pub(super) use appoint::ask_appoint;
pub(super) use join::VERB as JOIN;
pub(super) use remove::ask_remove;

pub(super) static VERBS: &[&Verb] = &[&list::VERB, &invite::VERB, &appoint::VERB, &remove::VERB];

/// The response to an event about people.
pub(super) fn done(cx: &RenderContext<'_>, event: &PeopleEvent, outcome: &Outcome) -> Response {
    match event {
        PeopleEvent::Invited(invited) => invite::invited(cx, invited, outcome),
        PeopleEvent::Joined(joined) => join::joined(cx, joined),
        PeopleEvent::Appointed(appointed) => appoint::appointed(cx, appointed),
        // Whoever takes a seat over joins: that it ended for the account before is not theirs.
        PeopleEvent::SeatEnded(ended) => match joining(outcome) {
            Some(joined) => join::joined(cx, joined),
            None => remove::ended(cx, ended),
        },
    }
}

fn joining(outcome: &Outcome) -> Option<&Joined> {
    outcome.entries.iter().find_map(|entry| {
        let Event::People(PeopleEvent::Joined(joined)) = &entry.event else { return None };
        Some(joined)
    })
}

/// Who is told of an event about people.
pub(super) fn notices(cx: &RenderContext<'_>, entry: &Entry, event: &PeopleEvent) -> Vec<Notice> {
    match event {
        PeopleEvent::Joined(joined) => {
            let passed = (joined.seat == SeatKind::Chair).then(|| passed_on(cx)).flatten();
            vec![join::notice(cx, joined), join::replaced(cx, entry, joined)]
                .into_iter()
                .chain(passed)
                .collect()
        }
        PeopleEvent::Appointed(appointed) => {
            let passed = (appointed.office == SeatKind::Chair).then(|| passed_on(cx)).flatten();
            vec![appoint::notice(cx, appointed, entry.at)].into_iter().chain(passed).collect()
        }
        PeopleEvent::SeatEnded(ended) => {
            let mut told = vec![remove::notice(cx, ended)];
            if ended.seat == SeatKind::Chair {
                let text = messages::NOTICE_NO_CHAIR.say(cx);
                told.push(Notice::told(Audience::Secretariat, text));
            }
            told
        }
        PeopleEvent::Invited(_) => Vec::new(),
    }
}

/// The former Chair learns that somebody else presides now.
fn passed_on(cx: &RenderContext<'_>) -> Option<Notice> {
    let (former, _) = cx.views.roster.chairs().iter().rev().nth(1)?;
    let seat = cx.seat(SeatKind::Chair, None);
    let text = messages::NoticeSeatMoved { seat }.say(cx);
    Some(Notice::told(Audience::Person(*former), text))
}

/// Seats in a sentence.
fn seats(cx: &RenderContext<'_>, seats: &[Seat]) -> String {
    let seats: Vec<String> =
        seats.iter().map(|seat| cx.seat(seat.kind, seat.delegation.as_ref())).collect();
    seats.join(", ")
}

/// Why nothing changes about people and their seats.
pub(super) fn refusal(cx: &RenderContext<'_>, fault: &PeopleFault) -> String {
    match fault {
        PeopleFault::SeatNeedsDelegation(_) => messages::REFUSE_SEAT_DELEGATION.say(cx),
        PeopleFault::SeatMismatch { seat, delegation } => {
            let seat = cx.seat(*seat, Some(delegation));
            let delegation = cx.the_first(delegation);
            messages::RefuseSeatMismatch { seat, delegation }.say(cx)
        }
        PeopleFault::LastSecretariat(person) => {
            messages::RefuseLastSecretariat { name: cx.name(*person) }.say(cx)
        }
        PeopleFault::ChairHeld => messages::REFUSE_CHAIR_HELD.say(cx),
        PeopleFault::NotAnOffice => messages::REFUSE_NOT_AN_OFFICE.say(cx),
        PeopleFault::UnknownPerson(person) => {
            messages::RefuseUnknownPerson { number: person.shown() }.say(cx)
        }
        PeopleFault::NoSuchSeat(person, held) => {
            let (name, number) = (cx.name(*person), person.shown());
            let (seats, word) = (seats(cx, held), invite::first(held));
            messages::RefuseNoSuchSeat { name, number, seats, word }.say(cx)
        }
        PeopleFault::WhichSeat(person, held) => {
            let (name, number) = (cx.name(*person), person.shown());
            let (seats, word) = (seats(cx, held), invite::first(held));
            messages::RefuseWhichSeat { name, number, seats, word }.say(cx)
        }
        PeopleFault::Code(CodeFault::Unknown) => messages::CODE_UNKNOWN.say(cx),
        PeopleFault::Code(CodeFault::Used) => messages::CODE_USED.say(cx),
        PeopleFault::Code(CodeFault::Replaced) => messages::CODE_REPLACED.say(cx),
        PeopleFault::Code(CodeFault::TakenBack) => messages::CODE_TAKEN_BACK.say(cx),
        PeopleFault::Code(CodeFault::Expired(at)) => {
            messages::CodeExpired { day: cx.day(*at) }.say(cx)
        }
    }
}
