//! Sittings: when they open and close.

use jiff::civil::date;

use plenary_domain::decide::session::SessionFault;
use plenary_domain::event::SessionEvent;
use plenary_domain::event::session::{SittingClosed, SittingOpened};
use plenary_domain::{DecisionId, Event, Rejection, SittingNumber};

use crate::commands::{close_sitting, object, open_sitting, put};
use crate::room::{argentina, chair, meeting, meeting_in_session};

fn opened(sitting: u32) -> Event {
    let sitting = SittingNumber(sitting);
    Event::Session(SessionEvent::SittingOpened(SittingOpened { sitting }))
}

fn closed(sitting: u32) -> Event {
    let sitting = SittingNumber(sitting);
    Event::Session(SessionEvent::SittingClosed(SittingClosed { sitting }))
}

#[test]
fn the_first_sitting_opens_on_the_first_local_day_and_not_a_moment_earlier() {
    // 19 November begins in Washington at 05:00 of UTC.
    meeting()
        .at("2007-11-19T04:59:59.999Z")
        .when(chair(), open_sitting())
        .then_rejected(Rejection::Session(SessionFault::TooEarly(date(2007, 11, 19))));
    meeting().at("2007-11-19T05:00:00Z").when(chair(), open_sitting()).then([opened(1)]);
}

#[test]
fn a_meeting_that_runs_over_still_opens_sittings_after_its_last_day() {
    meeting().at("2007-11-21T09:00:00-05:00").when(chair(), open_sitting()).then([opened(1)]);
}

#[test]
fn sittings_are_counted_and_opening_or_closing_twice_is_already_so() {
    let room = meeting()
        .at("2007-11-19T09:00:00-05:00")
        .when(chair(), close_sitting())
        .then_rejected(Rejection::Session(SessionFault::NoSitting))
        .when(chair(), open_sitting())
        .then([opened(1)])
        .when(chair(), open_sitting())
        .then_already_so()
        .when(chair(), close_sitting())
        .then([closed(1)])
        .when(chair(), close_sitting())
        .then_already_so()
        .at("2007-11-19T14:30:00-05:00")
        .when(chair(), open_sitting())
        .then([opened(2)]);
    let open = room.views.record.open_sitting().expect("the second is open");
    assert_eq!(open.sitting, SittingNumber(2));
    assert_eq!(open.opened.at.to_string(), "2007-11-19T19:30:00.000Z");
}

#[test]
fn a_sitting_closes_on_a_text_that_met_an_objection_but_not_on_one_that_waits() {
    let (sitting, decision) = (SittingNumber(1), DecisionId(1));
    meeting_in_session()
        .when(chair(), put("To thank the host.", None))
        .then_done()
        .when(chair(), close_sitting())
        .then_rejected(Rejection::Session(SessionFault::SittingBusy { sitting, decision }))
        .when(argentina(), object(None))
        .then_done()
        .when(chair(), close_sitting())
        .then([closed(1)]);
}
