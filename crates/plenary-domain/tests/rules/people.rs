//! Offices and their hand-over, places and their delegations, ending seats.

use plenary_domain::capacity::{Capacity, SeatKind};
use plenary_domain::decide::people::{self, PeopleFault};
use plenary_domain::event::PeopleEvent;
use plenary_domain::event::people::{Appointed, SeatEnded};
use plenary_domain::{Actor, Event, PersonId, Rejection};

use crate::commands::{
    add, appoint, invite, join, move_item, nominate, open_sitting, remove_person,
};
use crate::room::{
    HELENA, INES, LENA, PAULO, RUTH, argentina, brazil, chair, code, hash, meeting, observer,
    operator, reader, secretariat,
};

fn chair_is(person: PersonId) -> Event {
    let (office, delegation) = (SeatKind::Chair, None);
    Event::People(PeopleEvent::Appointed(Appointed { office, person, delegation }))
}

fn ended(person: PersonId, seat: SeatKind, delegation: Option<&str>) -> Event {
    let (delegation, reason) = (delegation.map(code), Some("Left the service.".into()));
    Event::People(PeopleEvent::SeatEnded(SeatEnded { person, seat, delegation, reason }))
}

#[test]
fn the_chair_hands_over_and_has_no_power_after_that() {
    let acting = Actor::person(PAULO, Capacity::Chair, None);
    let room = meeting()
        .when(chair(), appoint(SeatKind::Chair, PAULO))
        .then([chair_is(PAULO)])
        .when(chair(), add("Late idea", None, None))
        .then_rejected(Rejection::NotHeld(Capacity::Chair))
        .when(acting.clone(), add("Opening", None, None))
        .then_done()
        .when(brazil(), nominate("Iris Coy", None))
        .then_done()
        .when(acting, appoint(SeatKind::Chair, RUTH))
        .then_rejected(Rejection::People(PeopleFault::UnknownPerson(RUTH)));
    assert_eq!(room.meeting.people().chair(), Some(PAULO));
    let held: Vec<PersonId> = room.views.roster.chairs().iter().map(|held| held.0).collect();
    assert_eq!(held, [RUTH, PAULO]);
}

#[test]
fn the_chair_comes_back_by_a_second_hand_over() {
    let acting = Actor::person(PAULO, Capacity::Chair, None);
    let room = meeting()
        .when(secretariat(), invite(SeatKind::Mission, Some("USA")))
        .then_done()
        .when(chair(), join(hash(1001)))
        .then_done()
        .when(chair(), appoint(SeatKind::Chair, PAULO))
        .then_done()
        .when(acting, appoint(SeatKind::Chair, RUTH))
        .then([chair_is(RUTH)]);
    assert_eq!(room.meeting.people().chair(), Some(RUTH));
    assert_eq!(room.views.roster.holders(SeatKind::Chair).count(), 1);
}

#[test]
fn a_chair_who_joins_by_the_predecessors_code_takes_over() {
    let room = meeting()
        .when(chair(), invite(SeatKind::Chair, None))
        .then_done()
        .when(reader(), join(hash(1001)))
        .then_done();
    assert_eq!(room.meeting.people().chair(), Some(PersonId(7)));
    room.when(chair(), open_sitting()).then_rejected(Rejection::NotHeld(Capacity::Chair));
}

#[test]
fn the_secretariat_cannot_replace_a_chair_who_is_there() {
    meeting()
        .when(secretariat(), appoint(SeatKind::Chair, PAULO))
        .then_rejected(Rejection::People(PeopleFault::ChairHeld))
        .when(secretariat(), invite(SeatKind::Chair, None))
        .then_rejected(Rejection::People(PeopleFault::ChairHeld))
        .when(operator(), invite(SeatKind::Chair, None))
        .then_done();
}

#[test]
fn appointing_the_one_who_holds_the_office_is_already_so_whoever_asks() {
    meeting()
        .when(chair(), appoint(SeatKind::Chair, RUTH))
        .then_already_so()
        .when(secretariat(), appoint(SeatKind::Chair, RUTH))
        .then_already_so()
        .when(chair(), appoint(SeatKind::Secretariat, INES))
        .then_already_so();
}

#[test]
fn an_office_may_fall_to_a_delegation_of_the_roll() {
    let appoint_of = |delegation: &str| {
        let (office, delegation) = (SeatKind::Chair, Some(code(delegation)));
        people::Appoint { office, person: PAULO, delegation }
    };
    meeting()
        .when(chair(), appoint_of("ZZZ"))
        .then_rejected(Rejection::UnknownDelegation(code("ZZZ")))
        .when(chair(), appoint_of("BRA"))
        .then_done()
        .when(Actor::person(PAULO, Capacity::Chair, Some(code("BRA"))), appoint_of("BRA"))
        .then_already_so();
}

#[test]
fn only_chair_and_secretariat_are_offices() {
    meeting()
        .when(chair(), appoint(SeatKind::Mission, PAULO))
        .then_rejected(Rejection::People(PeopleFault::NotAnOffice));
}

#[test]
fn a_seat_of_a_delegation_fits_its_standing() {
    for (seat, delegation) in
        [(SeatKind::Mission, "COE"), (SeatKind::Expert, "ORG-1"), (SeatKind::Observer, "BRA")]
    {
        let delegation_code = code(delegation);
        meeting().when(secretariat(), invite(seat, Some(delegation))).then_rejected(
            Rejection::People(PeopleFault::SeatMismatch { seat, delegation: delegation_code }),
        );
    }
    for delegation in ["COE", "ORG-1"] {
        meeting().when(secretariat(), invite(SeatKind::Observer, Some(delegation))).then_done();
    }
}

#[test]
fn a_mission_invites_for_its_own_delegation_only() {
    meeting()
        .when(brazil(), invite(SeatKind::Expert, Some("BRA")))
        .then_done()
        .when(brazil(), invite(SeatKind::Mission, Some("ARG")))
        .then_rejected(Rejection::OtherDelegation(code("ARG")))
        .when(brazil(), invite(SeatKind::Mission, None))
        .then_rejected(Rejection::People(PeopleFault::SeatNeedsDelegation(SeatKind::Mission)));
}

#[test]
fn removing_somebody_ends_every_seat_and_removing_again_is_already_so() {
    meeting()
        .when(secretariat(), remove_person(LENA))
        .then([ended(LENA, SeatKind::Observer, Some("COE"))])
        .when(observer(), move_item(1, None, None))
        .then_rejected(Rejection::NotAllowed {
            capacity: Capacity::Observer,
            may: &[Capacity::Secretariat, Capacity::Chair],
        })
        .when(secretariat(), remove_person(LENA))
        .then_already_so();
}

#[test]
fn the_chair_is_not_removed_only_other_seats_of_the_same_person() {
    let room = meeting()
        .when(chair(), appoint(SeatKind::Chair, PAULO))
        .then_done()
        .when(secretariat(), remove_person(PAULO))
        .then([ended(PAULO, SeatKind::Mission, Some("BRA"))]);
    assert_eq!(room.meeting.people().chair(), Some(PAULO));
}

#[test]
fn a_mission_removes_its_own_people_and_nobody_with_another_seat() {
    let may = &[Capacity::Secretariat];
    meeting()
        .when(argentina(), remove_person(HELENA))
        .then_rejected(Rejection::OtherDelegation(code("BRA")))
        .when(brazil(), remove_person(RUTH))
        .then_rejected(Rejection::NotAllowed { capacity: Capacity::Mission, may })
        .when(brazil(), remove_person(HELENA))
        .then([ended(HELENA, SeatKind::Expert, Some("BRA"))]);
}

#[test]
fn the_name_of_a_removed_person_stays_in_the_roster() {
    let room = meeting().when(secretariat(), remove_person(PAULO)).then_done();
    let paulo = room.views.roster.person(PAULO).expect("still known");
    assert!(paulo.seats.is_empty() && paulo.joined.is_some());
}
