//! Who takes part: people and their seats.

use std::collections::BTreeMap;

use super::Stamp;
use crate::capacity::{Seat, SeatKind};
use crate::event::{Entry, PeopleEvent, ReplyEvent};
use crate::ids::{CodeId, PersonId};
use crate::personal::{Personal, PersonalData};
use crate::roll::DelegationCode;

/// The people of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RosterView {
    people: BTreeMap<PersonId, Participant>,
    /// Everybody who held the chair, in order, each with the entry from which on.
    chairs: Vec<(PersonId, Stamp)>,
    /// For whom each code was made.
    codes: BTreeMap<CodeId, PersonId>,
}

/// One person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Participant {
    /// What is known, as far as the keys reach.
    pub personal: Personal,
    /// The seats held now, in the order in which they were taken.
    pub seats: Vec<Seat>,
    /// The seats for which the person was given a code and has not joined.
    pub offered: Vec<Seat>,
    /// When the person first joined; absent for somebody invited or nominated only.
    pub joined: Option<Stamp>,
}

impl RosterView {
    /// A nomination names somebody and may correct the name later.
    pub(super) fn evolve_names(&mut self, event: &ReplyEvent) {
        if let Some((person, personal)) = event.personal() {
            self.person_mut(person).personal.merge(personal);
        }
    }

    pub(super) fn evolve(&mut self, entry: &Entry, event: &PeopleEvent) {
        match event {
            PeopleEvent::Invited(invited) => {
                let seat = Seat { kind: invited.seat, delegation: invited.delegation.clone() };
                let person = self.person_mut(invited.person);
                person.personal.merge(&invited.personal);
                if !person.seats.contains(&seat) && !person.offered.contains(&seat) {
                    person.offered.push(seat);
                }
                self.codes.insert(invited.code, invited.person);
            }
            PeopleEvent::Joined(joined) => {
                let seat = Seat { kind: joined.seat, delegation: joined.delegation.clone() };
                if let Some(meant) = self.codes.get(&joined.code).copied() {
                    self.person_mut(meant).offered.retain(|offered| *offered != seat);
                }
                self.person_mut(joined.person).personal.merge(&joined.personal);
                self.seat(entry, joined.person, seat);
                let person = self.person_mut(joined.person);
                person.joined.get_or_insert_with(|| Stamp::of(entry));
                self.name_after_code(joined.code, joined.person);
            }
            PeopleEvent::Appointed(appointed) => {
                let delegation = appointed.delegation.clone();
                self.seat(entry, appointed.person, Seat { kind: appointed.office, delegation });
            }
            PeopleEvent::SeatEnded(ended) => {
                let seat = Seat { kind: ended.seat, delegation: ended.delegation.clone() };
                let person = self.person_mut(ended.person);
                person.seats.retain(|held| *held != seat);
                person.offered.retain(|offered| *offered != seat);
            }
        }
    }

    /// Somebody who took a seat over by a code is called as the code says, unless known by a name.
    fn name_after_code(&mut self, code: CodeId, person: PersonId) {
        let meant = self.codes.get(&code).and_then(|meant| self.people.get(meant));
        let Some(meant) = meant.and_then(|meant| meant.personal.known()) else { return };
        let meant = PersonalData { account: None, ..meant.clone() };
        let Personal::Known(known) = &mut self.person_mut(person).personal else { return };
        if known.name.is_none() {
            known.merge(&meant);
        }
    }

    fn seat(&mut self, entry: &Entry, person: PersonId, seat: Seat) {
        if seat.kind == SeatKind::Chair {
            for other in self.people.values_mut() {
                other.seats.retain(|held| held.kind != SeatKind::Chair);
                other.offered.retain(|offered| offered.kind != SeatKind::Chair);
            }
            self.chairs.push((person, Stamp::of(entry)));
        }
        let person = self.person_mut(person);
        if !person.seats.contains(&seat) {
            person.seats.push(seat);
        }
    }

    fn person_mut(&mut self, person: PersonId) -> &mut Participant {
        self.people.entry(person).or_default()
    }

    /// One person.
    pub fn person(&self, id: PersonId) -> Option<&Participant> {
        self.people.get(&id)
    }

    /// Everybody, by id.
    pub fn people(&self) -> impl Iterator<Item = (PersonId, &Participant)> {
        self.people.iter().map(|(id, person)| (*id, person))
    }

    /// Those who hold this kind of seat for this delegation, or were given a code for it; with
    /// whether they have joined.
    pub fn of<'r>(
        &'r self,
        kind: SeatKind,
        delegation: Option<&'r DelegationCode>,
    ) -> impl Iterator<Item = (PersonId, bool)> + 'r {
        let is_it = move |seat: &Seat| seat.kind == kind && seat.delegation.as_ref() == delegation;
        self.people().filter_map(move |(id, person)| {
            let holds = person.seats.iter().any(is_it);
            (holds || person.offered.iter().any(is_it)).then_some((id, holds))
        })
    }

    /// Those who hold this kind of seat now.
    pub fn holders(&self, kind: SeatKind) -> impl Iterator<Item = (PersonId, &Participant)> {
        self.people().filter(move |(_, person)| person.seats.iter().any(|seat| seat.kind == kind))
    }

    /// Everybody who held the chair, in order, with the entry from which on.
    pub fn chairs(&self) -> &[(PersonId, Stamp)] {
        &self.chairs
    }
}
