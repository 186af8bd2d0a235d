//! Who takes part: people, their seats, and the codes that were given out.

use std::collections::BTreeMap;

use super::Stamp;
use crate::capacity::{Seat, SeatKind};
use crate::event::people::Invited;
use crate::event::{Entry, PeopleEvent, ReplyEvent};
use crate::ids::{CodeId, NominationId, PersonId};
use crate::moment::Timestamp;
use crate::personal::Personal;

/// The people of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RosterView {
    people: BTreeMap<PersonId, Participant>,
    codes: Vec<CodeShown>,
    /// Everybody who held the chair, in order, each with the entry from which on.
    chairs: Vec<(PersonId, Stamp)>,
}

/// One person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Participant {
    /// What is known, as far as the keys reach.
    pub personal: Personal,
    /// The seats held now, in the order in which they were taken.
    pub seats: Vec<Seat>,
    /// When the person first joined; absent for somebody invited or nominated only.
    pub joined: Option<Stamp>,
}

/// A code as views know it; never the code itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeShown {
    /// Its id.
    pub code: CodeId,
    /// The seat it opens.
    pub seat: Seat,
    /// The nomination whose expert it is for.
    pub nomination: Option<NominationId>,
    /// For whom it was made.
    pub person: PersonId,
    /// Its last moment.
    pub expires: Timestamp,
    /// Who used it.
    pub used_by: Option<PersonId>,
}

impl RosterView {
    /// A nomination names somebody and may correct the name later.
    pub(super) fn evolve_names(&mut self, event: &ReplyEvent) {
        match event {
            ReplyEvent::Nominated(nominated) => {
                self.person_mut(nominated.person).personal = nominated.personal.clone();
            }
            ReplyEvent::NominationCorrected(corrected) => {
                self.person_mut(corrected.person).personal.merge(&corrected.personal);
            }
            ReplyEvent::NominationWithdrawn(_) | ReplyEvent::NominationAdmitted(_) => {}
        }
    }

    pub(super) fn evolve(&mut self, entry: &Entry, event: &PeopleEvent) {
        match event {
            PeopleEvent::Invited(invited) => self.invited(invited),
            PeopleEvent::Joined(joined) => {
                if let Some(code) = self.codes.iter_mut().find(|code| code.code == joined.code) {
                    code.used_by = Some(joined.person);
                }
                let seat = Seat { kind: joined.seat, delegation: joined.delegation.clone() };
                self.person_mut(joined.person).personal.merge(&joined.personal);
                self.seat(entry, joined.person, seat);
                let person = self.person_mut(joined.person);
                person.joined.get_or_insert_with(|| Stamp::of(entry));
            }
            PeopleEvent::Appointed(appointed) => {
                let delegation = appointed.delegation.clone();
                self.seat(entry, appointed.person, Seat { kind: appointed.office, delegation });
            }
            PeopleEvent::SeatEnded(ended) => {
                let seat = Seat { kind: ended.seat, delegation: ended.delegation.clone() };
                self.person_mut(ended.person).seats.retain(|held| *held != seat);
            }
        }
    }

    fn invited(&mut self, invited: &Invited) {
        self.person_mut(invited.person).personal.merge(&invited.personal);
        self.codes.push(CodeShown {
            code: invited.code,
            seat: Seat { kind: invited.seat, delegation: invited.delegation.clone() },
            nomination: invited.nomination,
            person: invited.person,
            expires: invited.expires,
            used_by: None,
        });
    }

    fn seat(&mut self, entry: &Entry, person: PersonId, seat: Seat) {
        if seat.kind == SeatKind::Chair {
            for other in self.people.values_mut() {
                other.seats.retain(|held| held.kind != SeatKind::Chair);
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

    /// The codes in the order in which they were given out.
    pub fn codes(&self) -> &[CodeShown] {
        &self.codes
    }

    /// One code.
    pub fn code(&self, id: CodeId) -> Option<&CodeShown> {
        self.codes.iter().find(|code| code.code == id)
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
