//! Nominations: on time or late, replaced, corrected, withdrawn, admitted.

use jiff::civil::{date, time};
use plenary_domain::capacity::SeatKind;
use plenary_domain::decide::reply::ReplyFault;
use plenary_domain::event::reply::{DelegationRole, Nominated};
use plenary_domain::event::{PeopleEvent, ReplyEvent};
use plenary_domain::moment::WallClock;
use plenary_domain::{Event, NominationId, PersonId, Personal, PersonalData, Received, Rejection};

use crate::commands::{admit, appoint, correct, nominate, nominate_instead, withdraw_nomination};
use crate::room::{
    NEXT_CODE, ZONE, argentina, brazil, by_noon, chair, code, fax, invited, issued, meeting,
    meeting_with_edition, moment, named, prepared, secretariat, secretariat_for,
};
use crate::scenario::Scenario;

const N1: NominationId = NominationId(1);

fn is_late(room: &Scenario, nomination: u32) -> bool {
    room.views.reply.find(NominationId(nomination)).expect("nominated").late
}

fn names(room: &Scenario) -> Vec<u32> {
    room.views.reply.of(&code("BRA")).iter().map(|shown| shown.nomination.0).collect()
}

/// Brazil names somebody at this moment, in the chat.
fn nominated_at(at: &str) -> Scenario {
    meeting_with_edition().at(at).when(brazil(), nominate("Iris Coy", None)).then_done()
}

#[test]
fn a_nomination_names_the_expert_and_gives_out_the_code_for_the_seat() {
    let nominated = Nominated {
        nomination: N1,
        delegation: code("BRA"),
        role: DelegationRole::Expert,
        instead_of: None,
        received: None,
        person: PersonId(7),
        personal: Personal::Known(named("Iris Coy")),
    };
    let place = (SeatKind::Expert, Some("BRA"));
    let key = (NEXT_CODE, crate::room::hash(1001));
    let mut offer = invited(key, place, (PersonId(7), PersonalData::default()));
    offer.nomination = Some(N1);
    let room = meeting_with_edition().when(brazil(), nominate("Iris Coy", None)).then([
        Event::Reply(ReplyEvent::Nominated(nominated)),
        Event::People(PeopleEvent::Invited(offer)),
    ]);
    let person = room.views.roster.person(PersonId(7)).expect("in the roster");
    assert_eq!(person.personal, Personal::Known(named("Iris Coy")));
}

#[test]
fn the_deadline_ends_with_its_local_day_in_summer_time() {
    let last = "2007-10-30T03:59:59.999Z";
    assert_eq!(crate::room::deadline().instant, moment(last));
    assert!(!is_late(&nominated_at(last), 1));
    assert!(is_late(&nominated_at("2007-10-30T04:00:00Z"), 1));
    // Half an hour after midnight in Washington; before midnight where the clocks have changed.
    assert!(is_late(&nominated_at("2007-10-30T00:30:00-04:00"), 1));
}

#[test]
fn what_was_received_on_the_day_and_entered_later_is_on_time() {
    let received = Some(fax(date(2007, 10, 29), Some(time(16, 10, 0, 0))));
    let room = meeting_with_edition()
        .at("2007-10-31T11:00:00-04:00")
        .when(secretariat_for("BRA"), nominate("Iris Coy", received))
        .then_done();
    assert!(!is_late(&room, 1));
    assert!(room.views.reply.find(N1).expect("nominated").is_listed());
    room.when(secretariat(), admit(1)).then_rejected(Rejection::Reply(ReplyFault::NotLate(N1)));
}

#[test]
fn without_an_hour_the_start_of_the_day_of_receipt_counts() {
    for (day, late) in [(date(2007, 10, 29), false), (date(2007, 10, 30), true)] {
        let room = meeting_with_edition()
            .at("2007-10-31T11:00:00-04:00")
            .when(secretariat_for("BRA"), nominate("Iris Coy", Some(fax(day, None))))
            .then_done();
        assert_eq!(is_late(&room, 1), late, "{day}");
    }
}

#[test]
fn the_zone_of_receipt_counts_not_that_of_the_meeting() {
    // Five minutes to midnight of the 29th in Los Angeles is already the 30th in Washington.
    let night = Some(time(23, 55, 0, 0));
    let west = Received::new(
        date(2007, 10, 29),
        night,
        WallClock::Zone("America/Los_Angeles".into()),
        "fax",
    )
    .unwrap();
    let room = meeting_with_edition()
        .at("2007-10-31T11:00:00-04:00")
        .when(secretariat_for("BRA"), nominate("Iris Coy", Some(west)))
        .then_done();
    assert!(is_late(&room, 1));
}

#[test]
fn before_an_edition_sets_a_deadline_nothing_is_late() {
    let room = meeting()
        .at("2007-12-01T11:00:00-05:00")
        .when(brazil(), nominate("Iris Coy", None))
        .then_done();
    assert!(!is_late(&room, 1));
}

#[test]
fn a_later_edition_without_a_deadline_does_not_make_the_late_one_punctual() {
    let no_deadline = plenary_domain::event::agenda::NoteWritten {
        blocks: vec![crate::room::paragraph("No hurry.")],
        deadline: None,
    };
    let note = plenary_domain::event::AgendaEvent::NoteWritten(no_deadline);
    let room = nominated_at("2007-10-31T10:00:00-04:00")
        .given([Event::Agenda(note), prepared(2, crate::room::REV_1, date(2007, 10, 31))])
        .given(issued(2))
        .when(brazil(), nominate("Olga Lind", None))
        .then_done();
    assert_eq!((is_late(&room, 1), is_late(&room, 2)), (true, false));
    room.when(secretariat(), admit(1)).then_done();
}

#[test]
fn a_late_nomination_joins_the_list_when_the_secretariat_admits_it() {
    let late = nominated_at("2007-10-31T10:12:00-04:00");
    assert!(!late.views.reply.find(N1).expect("nominated").is_listed());
    let admitted = late
        .when(secretariat(), admit(1))
        .then_done()
        .when(secretariat(), admit(1))
        .then_already_so();
    assert!(admitted.views.reply.find(N1).expect("nominated").is_listed());
}

#[test]
fn a_late_nomination_that_was_withdrawn_is_not_admitted() {
    nominated_at("2007-10-31T10:12:00-04:00")
        .when(brazil(), withdraw_nomination(1))
        .then_done()
        .when(secretariat(), admit(1))
        .then_rejected(Rejection::Reply(ReplyFault::NominationGone(N1)));
}

#[test]
fn the_hour_of_a_deadline_decides_by_its_zone_or_its_offset() {
    let day = date(2007, 10, 29);
    for clock in [WallClock::Zone(ZONE.into()), WallClock::Offset("-04:00".into())] {
        for (hour, is_late) in [(time(12, 0, 0, 0), false), (time(12, 1, 0, 0), true)] {
            let fax = Some(fax(day, Some(hour)));
            let room = by_noon(clock.clone());
            let room = room.when(secretariat_for("BRA"), nominate("Iris Coy", fax)).then_done();
            assert_eq!(room.views.reply.find(NominationId(1)).unwrap().late, is_late, "{hour}");
        }
    }
}

#[test]
fn on_the_day_on_which_an_hour_ends_a_receipt_states_its_own_hour() {
    let day = date(2007, 10, 29);
    let before = day.yesterday().unwrap();
    by_noon(WallClock::Zone(ZONE.into()))
        .when(secretariat_for("BRA"), nominate("Iris Coy", Some(fax(day, None))))
        .then_rejected(Rejection::ReceivedWhen(day))
        .when(secretariat_for("BRA"), nominate("Iris Coy", Some(fax(before, None))))
        .then_done();
}

#[test]
fn receipt_cannot_lie_in_the_future_or_nowhere() {
    let today = date(2007, 10, 5);
    let soon = Some(fax(today, Some(time(10, 0, 1, 0))));
    let nowhere = Received { zone: Some("Nowhere/At_All".into()), ..fax(today, None) };
    meeting_with_edition()
        .when(secretariat_for("BRA"), nominate("Iris Coy", soon))
        .then_rejected(Rejection::ReceivedInFuture(today))
        .when(secretariat_for("BRA"), nominate("Iris Coy", Some(nowhere)))
        .then_rejected(Rejection::ReceivedNowhere(today))
        .when(secretariat_for("BRA"), nominate("Iris Coy", Some(fax(today, None))))
        .then_done();
}

#[test]
fn a_replacement_takes_the_place_in_the_order_and_the_old_name_stays_in_the_history() {
    let room = meeting_with_edition()
        .when(brazil(), nominate("Iris Coy", None))
        .then_done()
        .when(brazil(), nominate("Olga Lind", None))
        .then_done()
        .when(brazil(), nominate_instead("Nils Roth", Some(1), None))
        .then_done();
    assert_eq!(names(&room), [3, 2]);
    assert_eq!(room.views.reply.all().len(), 3);
    room.when(brazil(), nominate_instead("Anna Berg", Some(1), None))
        .then_rejected(Rejection::Reply(ReplyFault::NominationGone(N1)))
        .when(brazil(), correct(1, named("Iris Coye")))
        .then_rejected(Rejection::Reply(ReplyFault::NominationGone(N1)));
}

#[test]
fn withdrawing_takes_the_name_off_the_list_and_withdrawing_twice_is_already_so() {
    let room = meeting_with_edition()
        .when(brazil(), nominate("Iris Coy", None))
        .then_done()
        .when(brazil(), withdraw_nomination(1))
        .then_done()
        .when(secretariat(), withdraw_nomination(1))
        .then_already_so();
    assert!(names(&room).is_empty());
}

#[test]
fn correcting_a_spelling_keeps_the_person_and_what_was_not_mentioned() {
    let mut who = named("Iris Coye");
    let room = meeting_with_edition()
        .when(brazil(), nominate("Iris Coy", None))
        .then_done()
        .when(brazil(), correct(1, PersonalData { title: Some("Engineer".into()), ..who.clone() }))
        .then_done()
        .when(brazil(), correct(1, PersonalData::default()))
        .then_rejected(Rejection::Reply(ReplyFault::NothingGiven));
    who.title = Some("Engineer".into());
    let shown = room.views.reply.find(N1).expect("nominated");
    assert_eq!((&shown.personal, shown.person), (&Personal::Known(who), PersonId(7)));
}

#[test]
fn a_delegation_touches_its_own_nominations_only() {
    let other = || Rejection::OtherDelegation(code("BRA"));
    meeting_with_edition()
        .when(brazil(), nominate("Iris Coy", None))
        .then_done()
        .when(argentina(), withdraw_nomination(1))
        .then_rejected(other())
        .when(argentina(), correct(1, named("Iris")))
        .then_rejected(other())
        .when(argentina(), nominate_instead("Nils Roth", Some(1), None))
        .then_rejected(other())
        .when(secretariat_for("ARG"), withdraw_nomination(1))
        .then_rejected(other())
        .when(secretariat(), correct(1, named("Iris Coye")))
        .then_done();
}

#[test]
fn members_only_are_asked_for_experts_and_the_secretariat_says_for_whom() {
    meeting_with_edition()
        .when(secretariat(), nominate("Iris Coy", None))
        .then_rejected(Rejection::ForWhom)
        .when(secretariat_for("COE"), nominate("Iris Coy", None))
        .then_rejected(Rejection::MembersOnly)
        .when(secretariat_for("ZZZ"), nominate("Iris Coy", None))
        .then_rejected(Rejection::UnknownDelegation(code("ZZZ")));
}

#[test]
fn the_expert_joins_with_the_code_of_the_nomination() {
    let room = meeting_with_edition()
        .when(brazil(), nominate("Iris Coy", None))
        .then_done()
        .when(crate::room::reader(), crate::commands::join(crate::room::hash(1001)))
        .then_done()
        .when(chair(), appoint(SeatKind::Secretariat, PersonId(7)))
        .then_done();
    let seats = room.views.roster.person(PersonId(7)).expect("joined").seats.clone();
    assert_eq!(seats.len(), 2);
}
