//! Nobody gets a seat by way of another one: every act that gives, moves or ends a seat, by every
//! asker, for holders of one, two and three seats.

use std::collections::BTreeMap;

use plenary_domain::capacity::{Capacity, Seat, SeatKind};
use plenary_domain::decide::people;
use plenary_domain::event::PeopleEvent;
use plenary_domain::event::people::{Invited, Joined, SeatEnded};
use plenary_domain::{Actor, CodeId, Command, Event, PersonId, Personal, PersonalData};

use crate::commands::{
    appoint, invite, invite_again, join, nominate, not_me, remove_person, renew,
    withdraw_nomination,
};
use crate::room::{
    LENA, MARTA, NEXT_PERSON, PAULO, RUTH, argentina, brazil, chair, code, expert, meeting,
    observer, operator, reader, secretariat,
};
use crate::scenario::Scenario;

/// The seats that the holder may have.
const SEATS: [(SeatKind, Option<&str>); 7] = [
    (SeatKind::Chair, None),
    (SeatKind::Secretariat, None),
    (SeatKind::Mission, Some("BRA")),
    (SeatKind::Mission, Some("ARG")),
    (SeatKind::Expert, Some("BRA")),
    (SeatKind::Expert, Some("ARG")),
    (SeatKind::Observer, Some("COE")),
];

/// Who holds what.
type Held = BTreeMap<PersonId, Vec<Seat>>;
/// Seats with their people.
type Seats = Vec<(PersonId, Seat)>;

fn seat((kind, delegation): (SeatKind, Option<&str>)) -> Seat {
    Seat { kind, delegation: delegation.map(code) }
}

fn held(room: &Scenario) -> Held {
    let seats = |id| room.meeting.people().seats(PersonId(id)).cloned().collect::<Vec<_>>();
    (1..30).map(|id| (PersonId(id), seats(id))).filter(|(_, seats)| !seats.is_empty()).collect()
}

/// A meeting in which a new person holds these seats, each taken by a code of its own.
fn holder_of(seats: &[(SeatKind, Option<&str>)]) -> Scenario {
    let known = Actor::person(NEXT_PERSON, Capacity::Reader, None);
    seats.iter().enumerate().fold(meeting(), |room, (at, (kind, delegation))| {
        let by = if kind.is_office() { operator() } else { secretariat() };
        let joiner = if at == 0 { reader() } else { known.clone() };
        let code = room.next_code();
        room.when(by, invite(*kind, *delegation)).then_done().when(joiner, join(code)).then_done()
    })
}

/// One, two or three of the seats.
fn constellations() -> Vec<Vec<(SeatKind, Option<&'static str>)>> {
    let all = 1_u32..1 << SEATS.len();
    let chosen = |bits: u32| (0..SEATS.len()).filter(move |at| bits >> at & 1 == 1);
    all.filter(|bits| bits.count_ones() <= 3)
        .map(|bits| chosen(bits).map(|at| SEATS[at]).collect())
        .collect()
}

/// Everybody who may ask: each seat of the room, and the holder in each of the own seats.
fn askers(room: &Scenario) -> Vec<Actor> {
    let room_of = [operator(), chair(), secretariat(), brazil(), argentina(), expert(), observer()];
    let own = room
        .meeting
        .people()
        .seats(NEXT_PERSON)
        .map(|seat| Actor::person(NEXT_PERSON, seat.kind.capacity(), seat.delegation.clone()));
    room_of.into_iter().chain([reader()]).chain(own).collect()
}

/// Everything that can be asked about the holder's seats, or gives a seat to somebody.
fn acts(room: &Scenario) -> Vec<Command> {
    let holder = NEXT_PERSON;
    let mut acts = vec![renew(holder), remove_person(holder), nominate("Iris Coy", None)];
    acts.extend(SEATS.map(|(kind, delegation)| invite(kind, delegation)));
    acts.extend(SEATS.map(|(kind, delegation)| {
        let (delegation, who) = (delegation.map(code), PersonalData::default());
        people::Renew { person: holder, seat: Some(kind), delegation, who }.into()
    }));
    acts.extend([SeatKind::Chair, SeatKind::Secretariat].map(|office| appoint(office, holder)));
    let codes = room.entries.iter().filter_map(|entry| match &entry.event {
        Event::People(PeopleEvent::Joined(joined)) => Some(joined.code.0),
        _ => None,
    });
    acts.extend(codes.map(not_me));
    acts.push(withdraw_nomination(1));
    acts
}

/// Who may give an office, given that somebody presides already or not.
fn may_give(office: SeatKind, by: Capacity, has_chair: bool) -> bool {
    match office {
        SeatKind::Chair if has_chair => matches!(by, Capacity::Operator | Capacity::Chair),
        SeatKind::Chair | SeatKind::Secretariat => {
            matches!(by, Capacity::Operator | Capacity::Chair | Capacity::Secretariat)
        }
        SeatKind::Mission | SeatKind::Expert | SeatKind::Observer => {
            matches!(by, Capacity::Secretariat | Capacity::Mission)
        }
    }
}

/// What changed between two states: who got what, who lost what.
fn changes(before: &Held, after: &Held) -> (Seats, Seats) {
    let missing = |from: &Held, to: &Held| {
        let seats = to.iter().flat_map(|(id, seats)| seats.iter().map(|seat| (*id, seat.clone())));
        seats.filter(|(id, seat)| !from.get(id).is_some_and(|held| held.contains(seat))).collect()
    };
    (missing(before, after), missing(after, before))
}

/// One act and, if it gave a code, the joining of this account: nothing else moves.
fn check(room: &Scenario, asker: &Actor, act: &Command, joiner: &Actor) -> usize {
    let what = format!("{:?} by {asker:?}, {joiner:?} joins", act);
    let (before, next) = (held(room), room.next_code());
    let has_chair = room.meeting.people().chair().is_some();
    let Ok(events) = room.clone().when(asker.clone(), act.clone()).answer() else { return 0 };
    let offers: Vec<&Invited> = events.iter().filter_map(offered).collect();
    let mut after = room.clone().given_by(asker.clone(), events.clone());
    if let [offer] = offers[..] {
        assert_eq!(held(&after), before, "{what}: a code alone moves nothing");
        let Ok(joined) = after.clone().when(joiner.clone(), join(next)).answer() else { return 0 };
        after = after.given_by(joiner.clone(), joined);
        let offered = Seat { kind: offer.seat, delegation: offer.delegation.clone() };
        let (got, lost) = changes(&before, &held(&after));
        assert!(got.iter().all(|(_, seat)| *seat == offered) && got.len() <= 1, "{what}: {got:?}");
        let may_lose = |(id, seat): &(PersonId, Seat)| {
            (*id == offer.person && *seat == offered)
                || (seat.kind == SeatKind::Chair && offered.kind == SeatKind::Chair)
        };
        assert!(lost.iter().all(may_lose), "{what}: {lost:?}");
        if joiner.person.is_none() && !got.is_empty() {
            let who = got[0].0;
            assert_eq!(held(&after)[&who], [offered], "{what}: more than the code's seat");
        }
    }
    let (got, lost) = changes(&before, &held(&after));
    for (id, seat) in &got {
        let allowed = may_give(seat.kind, asker.capacity, has_chair);
        assert!(allowed, "{what}: {id:?} got {seat:?}");
    }
    if asker.capacity == Capacity::Mission {
        // Whoever gives up an own seat may, whatever it is.
        let own = |(id, seat): &(PersonId, Seat)| {
            seat.delegation == asker.delegation || Some(*id) == asker.person
        };
        assert!(got.iter().chain(&lost).all(own), "{what}: {got:?} {lost:?}");
    }
    1
}

fn offered(event: &Event) -> Option<&Invited> {
    match event {
        Event::People(PeopleEvent::Invited(invited)) => Some(invited),
        _ => None,
    }
}

#[test]
fn no_act_by_anybody_gives_or_ends_more_than_the_seat_that_it_names() {
    let mut done = 0;
    for seats in constellations() {
        let room = holder_of(&seats);
        for asker in askers(&room) {
            for act in acts(&room) {
                for joiner in [reader(), Actor::person(LENA, Capacity::Observer, Some(code("COE")))]
                {
                    done += check(&room, &asker, &act, &joiner);
                }
            }
        }
    }
    assert!(done > 4_000, "only {done} acts were done");
}

#[test]
fn a_colleague_with_a_new_code_for_the_chairs_other_seat_does_not_become_the_chair() {
    let presides = meeting().when(chair(), appoint(SeatKind::Chair, PAULO)).then_done();
    let colleague = Actor::person(NEXT_PERSON, Capacity::Mission, Some(code("BRA")));
    let code_of_chair = presides.next_code();
    let room = presides
        .when(secretariat(), invite(SeatKind::Mission, Some("BRA")))
        .then_done()
        .when(reader(), join(code_of_chair))
        .then_done();
    let next = room.next_code();
    let ended = PeopleEvent::SeatEnded(SeatEnded {
        person: PAULO,
        seat: SeatKind::Mission,
        delegation: Some(code("BRA")),
        reason: None,
    });
    let joined = PeopleEvent::Joined(Joined {
        code: CodeId(8),
        seat: SeatKind::Mission,
        delegation: Some(code("BRA")),
        nomination: None,
        person: PersonId(8),
        personal: Personal::Known(PersonalData::default()),
    });
    let room = room
        .when(colleague, invite_again(SeatKind::Mission, PAULO))
        .then_done()
        .when(reader(), join(next))
        .then([Event::People(ended), Event::People(joined)]);
    assert_eq!(room.meeting.people().chair(), Some(PAULO));
}

#[test]
fn somebody_with_one_seat_stays_the_same_person_with_a_new_account() {
    let room = meeting();
    let next = room.next_code();
    let room = room.when(secretariat(), renew(MARTA)).then_done().when(reader(), join(next));
    let room = room.then_done();
    assert_eq!(held(&room)[&MARTA], [seat((SeatKind::Mission, Some("ARG")))]);
    assert_eq!(held(&room).len(), 6);
}

#[test]
fn a_seat_that_an_appointment_gave_gets_a_code_of_its_own() {
    let room = meeting().when(chair(), appoint(SeatKind::Chair, PAULO)).then_done();
    let next = room.next_code();
    let room = room
        .when(operator(), invite_again(SeatKind::Chair, PAULO))
        .then_done()
        .when(reader(), join(next))
        .then_done();
    assert_eq!(room.meeting.people().chair(), Some(NEXT_PERSON));
    assert_eq!(held(&room)[&PAULO], [seat((SeatKind::Mission, Some("BRA")))]);
    assert!(!held(&room).contains_key(&RUTH));
}
