//! Seats that end with what they were given for: the nomination, or the person's access. A code
//! that would open them again is dead.

use plenary_domain::capacity::{Capacity, SeatKind};
use plenary_domain::decide::people::{CodeFault, PeopleFault};
use plenary_domain::event::people::SeatEnded;
use plenary_domain::event::reply::{DelegationRole, Nominated, NominationWithdrawn};
use plenary_domain::event::{PeopleEvent, ReplyEvent};
use plenary_domain::{
    Actor, CodeId, Command, Event, NominationId, PersonId, Personal, PersonalData, Rejection,
};

use crate::commands::{
    comment, invite, invite_again, join, nominate, nominate_instead, remove_person,
    withdraw_nomination,
};
use crate::room::{
    HELENA, NEXT_PERSON, PAULO, argentina, brazil, chair, code, hash, invited, meeting, named,
    reader, secretariat, secretariat_for,
};
use crate::scenario::Scenario;

const TAKEN_BACK: Rejection = Rejection::People(PeopleFault::Code(CodeFault::TakenBack));

fn ended(person: PersonId, (seat, delegation): (SeatKind, Option<&str>), why: &str) -> Event {
    let (delegation, reason) = (delegation.map(code), (!why.is_empty()).then(|| why.to_owned()));
    Event::People(PeopleEvent::SeatEnded(SeatEnded { person, seat, delegation, reason }))
}

fn expert_ended() -> Event {
    ended(NEXT_PERSON, (SeatKind::Expert, Some("BRA")), "")
}

fn removed(person: PersonId, seat: SeatKind, delegation: Option<&str>) -> Event {
    ended(person, (seat, delegation), "Left the service.")
}

/// Brazil names Iris Coy, whose code is that of the first request.
fn iris_is_named() -> Scenario {
    meeting().when(brazil(), nominate("Iris Coy", None)).then_done()
}

/// She has joined with it.
fn iris_has_joined() -> Scenario {
    iris_is_named().when(reader(), join(hash(1001))).then_done()
}

fn iris() -> Actor {
    Actor::person(NEXT_PERSON, Capacity::Expert, Some(code("BRA")))
}

fn remark() -> Command {
    comment(None, plenary_domain::Readers::Delegations)
}

fn seats(room: &Scenario, person: PersonId) -> usize {
    room.meeting.people().seats(person).count()
}

#[test]
fn whoever_is_replaced_loses_the_seat_that_the_nomination_gave() {
    let (nomination, person) = (NominationId(2), PersonId(8));
    let nominated = Nominated {
        nomination,
        delegation: code("BRA"),
        role: DelegationRole::Expert,
        instead_of: Some(NominationId(1)),
        received: None,
        person,
        personal: Personal::Known(named("Olga Lind")),
    };
    let place = (SeatKind::Expert, Some("BRA"));
    let mut offer = invited((CodeId(8), hash(1003)), place, (person, PersonalData::default()));
    offer.nomination = Some(nomination);
    let room = iris_has_joined()
        .when(brazil(), nominate_instead("Olga Lind", Some(1), None))
        .then([
            Event::Reply(ReplyEvent::Nominated(nominated)),
            Event::People(PeopleEvent::Invited(offer)),
            expert_ended(),
        ])
        .when(iris(), remark())
        .then_rejected(Rejection::NotHeld(Capacity::Expert));
    assert_eq!(seats(&room, NEXT_PERSON), 0);
    assert!(room.views.roster.person(NEXT_PERSON).expect("still known").seats.is_empty());
    // The one who follows takes the seat with the new code.
    let room = room.when(reader(), join(hash(1003))).then_done();
    assert_eq!(seats(&room, person), 1);
}

#[test]
fn whose_nomination_is_withdrawn_loses_the_seat_that_it_gave_once() {
    let (nomination, reason) = (NominationId(1), None);
    let gone = ReplyEvent::NominationWithdrawn(NominationWithdrawn { nomination, reason });
    iris_has_joined()
        .when(brazil(), withdraw_nomination(1))
        .then([Event::Reply(gone), expert_ended()])
        .when(iris(), remark())
        .then_rejected(Rejection::NotHeld(Capacity::Expert))
        .when(brazil(), withdraw_nomination(1))
        .then_already_so();
}

#[test]
fn a_seat_ends_too_when_the_secretariat_withdraws_the_nomination_for_the_mission() {
    let room = iris_has_joined().when(secretariat_for("BRA"), withdraw_nomination(1)).then_done();
    assert_eq!(seats(&room, NEXT_PERSON), 0);
}

#[test]
fn the_open_code_of_a_nomination_that_ended_opens_nothing() {
    let (nomination, reason) = (NominationId(1), None);
    let gone = ReplyEvent::NominationWithdrawn(NominationWithdrawn { nomination, reason });
    iris_is_named()
        .when(brazil(), withdraw_nomination(1))
        .then([Event::Reply(gone)])
        .when(reader(), join(hash(1001)))
        .then_rejected(TAKEN_BACK);
    iris_is_named()
        .when(brazil(), nominate_instead("Olga Lind", Some(1), None))
        .then_done()
        .when(reader(), join(hash(1001)))
        .then_rejected(TAKEN_BACK)
        .when(reader(), join(hash(1002)))
        .then_done();
}

#[test]
fn a_nomination_that_ends_leaves_the_seats_and_codes_of_others_alone() {
    let room = iris_has_joined()
        .when(brazil(), nominate("Olga Lind", None))
        .then_done()
        .when(brazil(), withdraw_nomination(1))
        .then_done();
    assert_eq!(seats(&room, HELENA), 1, "she was invited without a nomination");
    let room = room.when(reader(), join(hash(1003))).then_done();
    assert_eq!(seats(&room, PersonId(8)), 1);
}

#[test]
fn whoever_joined_for_a_nomination_keeps_every_other_seat() {
    let room = iris_is_named()
        .when(chair(), join(hash(1001)))
        .then_done()
        .when(brazil(), withdraw_nomination(1))
        .then_done();
    let left: Vec<SeatKind> =
        room.meeting.people().seats(crate::room::RUTH).map(|seat| seat.kind).collect();
    assert_eq!(left, [SeatKind::Chair]);
}

#[test]
fn a_person_who_was_removed_before_joining_cannot_join_any_more() {
    let room = meeting()
        .when(secretariat(), invite(SeatKind::Mission, Some("CHL")))
        .then_done()
        .when(secretariat(), remove_person(NEXT_PERSON))
        .then([removed(NEXT_PERSON, SeatKind::Mission, Some("CHL"))])
        .when(reader(), join(hash(1001)))
        .then_rejected(TAKEN_BACK)
        .when(secretariat(), remove_person(NEXT_PERSON))
        .then_already_so();
    // A new code is a new decision.
    room.when(secretariat(), invite_again(SeatKind::Mission, NEXT_PERSON))
        .then_done()
        .when(reader(), join(hash(1004)))
        .then_rejected(Rejection::People(PeopleFault::Code(CodeFault::Unknown)))
        .when(reader(), join(hash(1005)))
        .then_done();
}

#[test]
fn a_seat_that_is_held_and_offered_again_ends_once_and_its_new_code_is_dead() {
    meeting()
        .when(secretariat(), invite_again(SeatKind::Mission, PAULO))
        .then_done()
        .when(secretariat(), remove_person(PAULO))
        .then([removed(PAULO, SeatKind::Mission, Some("BRA"))])
        .when(reader(), join(hash(1001)))
        .then_rejected(TAKEN_BACK);
}

#[test]
fn removing_somebody_leaves_the_open_codes_of_others_alone() {
    meeting()
        .when(brazil(), invite(SeatKind::Expert, Some("BRA")))
        .then_done()
        .when(secretariat(), remove_person(HELENA))
        .then([removed(HELENA, SeatKind::Expert, Some("BRA"))])
        .when(reader(), join(hash(1001)))
        .then_done();
}

#[test]
fn a_mission_removes_whom_it_invited_and_nobody_whom_others_did() {
    let may = &[Capacity::Secretariat];
    meeting()
        .when(brazil(), invite(SeatKind::Expert, Some("BRA")))
        .then_done()
        .when(argentina(), remove_person(NEXT_PERSON))
        .then_rejected(Rejection::OtherDelegation(code("BRA")))
        .when(brazil(), remove_person(NEXT_PERSON))
        .then([removed(NEXT_PERSON, SeatKind::Expert, Some("BRA"))]);
    meeting()
        .when(secretariat(), invite(SeatKind::Secretariat, None))
        .then_done()
        .when(brazil(), remove_person(NEXT_PERSON))
        .then_rejected(Rejection::NotAllowed { capacity: Capacity::Mission, may });
}
