//! Editions: prepared by the secretariat, returned or approved by the chair, issued.

use jiff::civil::date;

use plenary_domain::agenda::Change;
use plenary_domain::capacity::Capacity;
use plenary_domain::decide::paper::{self, PaperFault};
use plenary_domain::event::PaperEvent;
use plenary_domain::event::paper::Returned;
use plenary_domain::symbol::SYMBOL_CHARS_MAX;
use plenary_domain::{EditionId, Event, ItemId, Rejection};

use crate::commands::{
    add, approve, approve_text, prepare, prepare_with, remove_item, return_edition, word,
};
use crate::room::{
    FIRST, REV_1, brazil, chair, expert, issued, item_added, meeting, meeting_with_agenda,
    meeting_with_edition, prepared, secretariat,
};
use crate::scenario::Scenario;

const E1: EditionId = EditionId(1);

fn titles(room: &Scenario, edition: EditionId) -> Vec<String> {
    let edition = room.views.agenda.edition(edition).expect("prepared");
    edition.agenda.numbered().iter().map(|n| n.item.title.clone()).collect()
}

fn wrong(given: &str, expected: &str) -> Rejection {
    Rejection::Paper(PaperFault::SymbolStyle { given: given.into(), expected: expected.into() })
}

/// One item was added to the working agenda since the first edition.
fn changed() -> Scenario {
    meeting_with_edition().given([item_added(5, None, "Fog")])
}

#[test]
fn the_secretariat_prepares_and_only_the_chair_approves() {
    let waiting = meeting_with_agenda().when(secretariat(), prepare(FIRST)).then([prepared(
        1,
        FIRST,
        date(2007, 10, 5),
    )]);
    assert!(waiting.views.agenda.in_force().is_none());
    for actor in [secretariat(), brazil(), expert()] {
        let refused = Rejection::NotAllowed { capacity: actor.capacity, may: &[Capacity::Chair] };
        waiting.clone().when(actor, approve(1)).then_rejected(refused);
    }
    let in_force = waiting.when(chair(), approve(1)).then(issued(1));
    let edition = in_force.views.agenda.in_force().expect("issued");
    assert_eq!(edition.symbol.as_given(), FIRST);
    let approval = edition.approved.clone().expect("approved");
    assert_eq!(approval.text_sha256, crate::room::text_sha256());
    assert_eq!(approval.stamp.actor, chair());
}

#[test]
fn the_printed_date_is_the_local_day_unless_another_is_given() {
    let late_evening = "2007-10-05T23:30:00-04:00";
    meeting_with_agenda().at(late_evening).when(secretariat(), prepare(FIRST)).then([prepared(
        1,
        FIRST,
        date(2007, 10, 5),
    )]);
    let command = paper::Prepare {
        symbol: FIRST.into(),
        with_note: true,
        dated: Some(date(2007, 10, 4)),
        authentic: None,
    };
    meeting_with_agenda().when(secretariat(), command).then([prepared(
        1,
        FIRST,
        date(2007, 10, 4),
    )]);
}

#[test]
fn an_edition_is_the_agenda_at_its_prepared_entry_and_later_edits_never_enter_it() {
    let room = meeting_with_agenda().when(secretariat(), prepare(FIRST)).then_done();
    let seen = room.number();
    let room = room
        .when(secretariat(), word(2, Some("Lamps and oil"), None, seen))
        .then_done()
        .when(secretariat(), remove_item(3))
        .then_done()
        .when(secretariat(), add("Fog", None, Some(1)))
        .then_done()
        .when(chair(), approve(1))
        .then_done();
    assert_eq!(titles(&room, E1), ["Opening", "Lamps", "Lenses", "Closing"]);
    let room = room.when(secretariat(), prepare(REV_1)).then_done();
    assert_eq!(titles(&room, EditionId(2)), ["Fog", "Opening", "Lamps and oil", "Closing"]);
    let revision = room.views.agenda.edition(EditionId(2)).expect("prepared");
    assert_eq!(
        room.views.agenda.changes(revision),
        [Change::Removed(ItemId(3)), Change::Added(ItemId(5)), Change::Reworded(ItemId(2)),]
    );
}

#[test]
fn nothing_is_prepared_from_nothing() {
    meeting()
        .when(secretariat(), prepare(FIRST))
        .then_rejected(Rejection::Paper(PaperFault::EmptyAgenda))
        .given([item_added(1, None, "Opening")])
        .when(secretariat(), prepare(FIRST))
        .then_rejected(Rejection::Paper(PaperFault::NoNote))
        .when(secretariat(), prepare_with(FIRST, false))
        .then_done();
}

#[test]
fn one_edition_at_a_time_waits_for_the_chair() {
    meeting_with_agenda()
        .when(secretariat(), prepare(FIRST))
        .then_done()
        .when(secretariat(), prepare(FIRST))
        .then_rejected(Rejection::Paper(PaperFault::EditionWaits(E1)));
}

#[test]
fn an_edition_that_was_sent_back_frees_its_symbol_and_is_not_approved_any_more() {
    let fact = Returned { edition: E1, reason: "Say item 2.".into() };
    meeting_with_agenda()
        .when(secretariat(), prepare(FIRST))
        .then_done()
        .when(chair(), return_edition(1))
        .then([Event::Paper(PaperEvent::Returned(fact))])
        .when(chair(), return_edition(1))
        .then_already_so()
        .when(chair(), approve(1))
        .then_rejected(Rejection::Paper(PaperFault::NotWaiting(E1)))
        .when(secretariat(), prepare(FIRST))
        .then_done()
        .when(chair(), approve(2))
        .then_done();
}

#[test]
fn approving_what_is_issued_is_already_so_and_it_is_not_sent_back() {
    meeting_with_edition()
        .when(chair(), approve(1))
        .then_already_so()
        .when(chair(), return_edition(1))
        .then_rejected(Rejection::Paper(PaperFault::NotWaiting(E1)))
        .when(chair(), approve(2))
        .then_rejected(Rejection::Paper(PaperFault::UnknownEdition(EditionId(2))));
}

#[test]
fn the_chair_approves_exactly_one_text() {
    let waiting = meeting_with_agenda().when(secretariat(), prepare(FIRST)).then_done();
    for bad in ["", "0a", &"0A".repeat(32), &"0g".repeat(32), &"0a".repeat(33)] {
        let approval = approve_text(1, bad.to_owned());
        waiting
            .clone()
            .when(chair(), approval)
            .then_rejected(Rejection::Paper(PaperFault::BadTextHash));
    }
}

#[test]
fn an_unchanged_agenda_makes_no_new_edition_but_another_part_does() {
    meeting_with_edition()
        .when(secretariat(), prepare(REV_1))
        .then_rejected(Rejection::Paper(PaperFault::NothingChanged(E1)))
        .when(secretariat(), prepare_with(REV_1, false))
        .then_done();
    changed()
        .when(secretariat(), remove_item(5))
        .then_done()
        .when(secretariat(), prepare(REV_1))
        .then_rejected(Rejection::Paper(PaperFault::NothingChanged(E1)));
}

#[test]
fn a_first_edition_is_written_in_the_style_of_the_series_and_has_no_suffix() {
    let long = format!("LIGHT-V/doc.{}/07", "1".repeat(SYMBOL_CHARS_MAX));
    let shapes =
        [REV_1, "LIGHT-IV/doc.1/07", "LIGHT-V/doc.1/7", "light-v/doc.1/07", "x", long.as_str()];
    for given in shapes {
        meeting_with_agenda()
            .when(secretariat(), prepare(given))
            .then_rejected(wrong(given, FIRST));
    }
    meeting_with_agenda().when(secretariat(), prepare("LIGHT-V/doc.3/07")).then_done();
}

#[test]
fn a_revision_bears_the_next_number_of_the_same_document() {
    for given in [
        "LIGHT-V/doc.1/07 rev. 2",
        "LIGHT-V/doc.1/07 rev.1",
        "LIGHT-V/doc.2/07",
        "LIGHT-V/doc.2/07 rev. 1",
        "LIGHT-V/doc.1/07 rev. 1 add. 1",
        "LIGHT-V/doc.1/07 corr. 1",
    ] {
        changed().when(secretariat(), prepare(given)).then_rejected(wrong(given, REV_1));
    }
    let taken = |given: &str, expected: &str| {
        Rejection::Paper(PaperFault::SymbolTaken { given: given.into(), expected: expected.into() })
    };
    let rev_2 = "LIGHT-V/doc.1/07 rev. 2";
    changed()
        .when(secretariat(), prepare(FIRST))
        .then_rejected(taken(FIRST, REV_1))
        .when(secretariat(), prepare(REV_1))
        .then([prepared(2, REV_1, date(2007, 10, 5))])
        .when(chair(), approve(2))
        .then_done()
        .given([item_added(6, None, "Rain")])
        .when(secretariat(), prepare(REV_1))
        .then_rejected(taken(REV_1, rev_2))
        .when(secretariat(), prepare(rev_2))
        .then_done();
}
