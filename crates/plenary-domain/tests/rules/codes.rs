//! The life of a one-time code: open, used, replaced, expired.

use plenary_domain::capacity::{Capacity, SeatKind};
use plenary_domain::decide::people::{self, CodeFault, PeopleFault};
use plenary_domain::event::PeopleEvent;
use plenary_domain::event::people::{Invited, SeatEnded};
use plenary_domain::text::{BoundsFault, TextField};
use plenary_domain::{Actor, CodeId, Event, PersonId, PersonalData, Rejection};

use crate::commands::{appoint, invite, invite_again, join, not_me, remove_person, renew};
use crate::room::{
    NEXT_CODE, NEXT_PERSON, PAULO, RUTH, argentina, brazil, chair, code, hash, invited, joined,
    meeting, named, operator, reader, secretariat,
};
use crate::scenario::Scenario;

/// An offer to an officer of Chile's mission, as the room's next invitation.
fn chile() -> Invited {
    let place = (SeatKind::Mission, Some("CHL"));
    invited((NEXT_CODE, hash(1001)), place, (NEXT_PERSON, PersonalData::default()))
}

fn fact(invited: Invited) -> Event {
    Event::People(PeopleEvent::Invited(invited))
}

fn chile_is_invited() -> Scenario {
    meeting().when(secretariat(), invite(SeatKind::Mission, Some("CHL"))).then([fact(chile())])
}

fn refused(fault: CodeFault) -> Rejection {
    Rejection::People(PeopleFault::Code(fault))
}

#[test]
fn an_invitation_gives_out_the_code_of_its_request_for_a_fortnight() {
    // Fourteen local days after 5 October, in summer time as the day of the invitation.
    assert_eq!(chile().expires.to_string(), "2007-10-20T03:59:59.999Z");
    chile_is_invited();
}

#[test]
fn a_code_of_late_october_ends_with_a_local_day_of_winter_time() {
    let mut winter = chile();
    winter.expires = crate::room::moment("2007-11-13T04:59:59.999Z");
    meeting()
        .at("2007-10-29T23:30:00-04:00")
        .when(secretariat(), invite(SeatKind::Mission, Some("CHL")))
        .then([fact(winter)]);
}

#[test]
fn a_code_opens_its_seat_once_for_the_person_for_whom_it_was_made() {
    let seat = Actor::person(NEXT_PERSON, Capacity::Mission, Some(code("CHL")));
    chile_is_invited()
        .when(reader(), join(hash(1001)))
        .then([joined(&chile(), NEXT_PERSON, PersonalData::default())])
        .when(reader(), join(hash(1001)))
        .then_rejected(refused(CodeFault::Used))
        .when(seat, invite(SeatKind::Mission, Some("CHL")))
        .then_done();
}

#[test]
fn a_join_that_is_delivered_again_by_the_same_person_is_already_so() {
    let same = Actor::person(NEXT_PERSON, Capacity::Reader, None);
    chile_is_invited()
        .when(reader(), join(hash(1001)))
        .then_done()
        .when(same, join(hash(1001)))
        .then_already_so();
}

#[test]
fn a_person_with_a_seat_takes_a_second_one_and_stays_one_person() {
    chile_is_invited().when(chair(), join(hash(1001))).then([joined(
        &chile(),
        RUTH,
        PersonalData::default(),
    )]);
}

#[test]
fn a_code_works_in_its_last_millisecond_and_not_in_the_one_after() {
    chile_is_invited()
        .at("2007-10-19T23:59:59.999-04:00")
        .when(reader(), join(hash(1001)))
        .then([joined(&chile(), NEXT_PERSON, PersonalData::default())]);
    chile_is_invited()
        .at("2007-10-20T00:00:00.000-04:00")
        .when(reader(), join(hash(1001)))
        .then_rejected(refused(CodeFault::Expired(chile().expires)));
}

#[test]
fn a_code_that_nobody_gave_out_opens_nothing() {
    meeting().when(reader(), join(hash(999))).then_rejected(refused(CodeFault::Unknown));
}

#[test]
fn inviting_again_replaces_the_lost_code_by_one_for_the_same_seat() {
    let second = Invited { code: CodeId(8), hash: hash(1002), ..chile() };
    chile_is_invited()
        .when(secretariat(), invite_again(SeatKind::Mission, NEXT_PERSON))
        .then([fact(second.clone())])
        .when(reader(), join(hash(1001)))
        .then_rejected(refused(CodeFault::Replaced))
        .when(reader(), join(hash(1002)))
        .then([joined(&second, NEXT_PERSON, PersonalData::default())]);
}

#[test]
fn a_second_person_of_a_mission_has_a_code_beside_the_first() {
    chile_is_invited()
        .when(secretariat(), invite(SeatKind::Mission, Some("CHL")))
        .then_done()
        .when(reader(), join(hash(1001)))
        .then_done()
        .when(reader(), join(hash(1002)))
        .then_done();
}

#[test]
fn a_code_for_one_mission_leaves_those_of_others_alone() {
    chile_is_invited()
        .when(secretariat(), invite(SeatKind::Mission, Some("PER")))
        .then_done()
        .when(reader(), join(hash(1001)))
        .then_done();
}

#[test]
fn codes_for_several_members_of_the_secretariat_do_not_kill_each_other() {
    let both = meeting()
        .when(operator(), invite(SeatKind::Secretariat, None))
        .then_done()
        .when(secretariat(), invite(SeatKind::Secretariat, None))
        .then_done();
    let again = both.clone().when(secretariat(), invite_again(SeatKind::Secretariat, PersonId(7)));
    both.when(reader(), join(hash(1001))).then_done().when(reader(), join(hash(1002))).then_done();
    again.then_done().when(reader(), join(hash(1001))).then_rejected(refused(CodeFault::Replaced));
}

#[test]
fn nobody_gets_a_code_for_a_seat_that_the_own_capacity_may_not_offer() {
    let offices = &[Capacity::Operator, Capacity::Secretariat, Capacity::Chair];
    let seats = &[Capacity::Secretariat, Capacity::Mission];
    meeting()
        .when(argentina(), renew(RUTH))
        .then_rejected(Rejection::NotAllowed { capacity: Capacity::Mission, may: offices })
        .when(operator(), renew(PAULO))
        .then_rejected(Rejection::NotAllowed { capacity: Capacity::Operator, may: seats })
        .when(argentina(), invite_again(SeatKind::Mission, PAULO))
        .then_rejected(Rejection::OtherDelegation(code("BRA")))
        .when(brazil(), invite_again(SeatKind::Mission, PAULO))
        .then_done();
}

#[test]
fn the_wrong_person_gives_the_seat_up_and_the_code_stays_used() {
    let wrong = || Actor::person(NEXT_PERSON, Capacity::Reader, None);
    let ended = PeopleEvent::SeatEnded(SeatEnded {
        person: NEXT_PERSON,
        seat: SeatKind::Mission,
        delegation: Some(code("CHL")),
        reason: None,
    });
    chile_is_invited()
        .when(reader(), join(hash(1001)))
        .then_done()
        .when(wrong(), not_me(7))
        .then([Event::People(ended)])
        .when(wrong(), not_me(7))
        .then_already_so()
        .when(wrong(), join(hash(1001)))
        .then_rejected(refused(CodeFault::Used));
}

#[test]
fn a_seat_is_given_up_only_by_the_one_who_took_it_with_that_code() {
    meeting()
        .when(argentina(), not_me(3))
        .then_rejected(Rejection::NotHeld(Capacity::Mission))
        .when(reader(), not_me(1))
        .then_rejected(Rejection::NotHeld(Capacity::Chair))
        .when(reader(), not_me(99))
        .then_rejected(refused(CodeFault::Unknown));
}

#[test]
fn a_code_for_the_chair_is_dead_once_somebody_else_presides() {
    // Two codes with different delegations would otherwise both open the chair.
    let vacant = meeting().when(Actor::person(RUTH, Capacity::Reader, None), not_me(1)).then_done();
    vacant
        .when(secretariat(), invite(SeatKind::Chair, None))
        .then_done()
        .when(secretariat(), invite(SeatKind::Chair, Some("BRA")))
        .then_done()
        .when(reader(), join(hash(1002)))
        .then_rejected(refused(CodeFault::TakenBack))
        .when(secretariat(), appoint(SeatKind::Chair, PAULO))
        .then_done()
        .when(reader(), join(hash(1003)))
        .then_rejected(refused(CodeFault::TakenBack));
}

#[test]
fn a_person_who_was_removed_does_not_come_back_with_the_used_code() {
    meeting()
        .when(secretariat(), remove_person(PAULO))
        .then_done()
        .when(Actor::person(PAULO, Capacity::Reader, None), join(hash(3)))
        .then_rejected(refused(CodeFault::Used));
}

#[test]
fn what_is_said_of_a_person_is_bounded_before_it_is_kept() {
    let fault = BoundsFault::Empty(TextField::Name);
    chile_is_invited()
        .when(reader(), people::Join { hash: hash(1001), who: named("") })
        .then_rejected(Rejection::Bounds(fault));
}
