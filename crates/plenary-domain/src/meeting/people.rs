//! Who holds which seat, and which codes are open.

use crate::actor::Actor;
use crate::capacity::{Capacity, Seat, SeatKind};
use crate::event::PeopleEvent;
use crate::event::people::{CodeHash, Invited};
use crate::ids::{CodeId, NominationId, PersonId};
use crate::ledger::Ledger;
use crate::moment::Timestamp;

/// The seats of a meeting and the codes that open more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    last_person: u32,
    codes: Ledger<CodeId, Code>,
    held: Vec<Held>,
}

/// Whether a code still opens its seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CodeState {
    Open,
    Used(PersonId),
    /// A newer one took its place.
    Replaced,
    /// What it was given for ended: the nomination, the seat, or the office passed to somebody.
    TakenBack,
}

/// A code as the rules know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Code {
    pub(crate) id: CodeId,
    pub(crate) hash: CodeHash,
    pub(crate) seat: Seat,
    pub(crate) nomination: Option<NominationId>,
    pub(crate) person: PersonId,
    pub(crate) expires: Timestamp,
    pub(crate) state: CodeState,
}

impl Code {
    /// A code that is open becomes this; one that was used or cancelled stays so.
    fn end(&mut self, state: CodeState) {
        if self.state == CodeState::Open {
            self.state = state;
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Held {
    person: PersonId,
    seat: Seat,
}

impl People {
    pub(super) fn evolve(&mut self, event: &PeopleEvent) {
        match event {
            PeopleEvent::Invited(invited) => self.invited(invited),
            PeopleEvent::Joined(joined) => {
                self.codes.change(joined.code, |code| code.state = CodeState::Used(joined.person));
                let delegation = joined.delegation.clone();
                self.seat(joined.person, Seat { kind: joined.seat, delegation });
            }
            PeopleEvent::Appointed(appointed) => {
                let delegation = appointed.delegation.clone();
                self.seat(appointed.person, Seat { kind: appointed.office, delegation });
            }
            PeopleEvent::SeatEnded(ended) => {
                self.held.retain(|held| {
                    held.person != ended.person
                        || held.seat.kind != ended.seat
                        || held.seat.delegation != ended.delegation
                });
                // A code that would give the same seat again to that person is cancelled too.
                for code in self.codes.iter_mut() {
                    let same = code.seat.kind == ended.seat
                        && code.seat.delegation == ended.delegation
                        && code.person == ended.person;
                    if same {
                        code.end(CodeState::TakenBack);
                    }
                }
            }
        }
    }

    fn invited(&mut self, invited: &Invited) {
        self.knows(invited.person);
        let seat = Seat { kind: invited.seat, delegation: invited.delegation.clone() };
        // A second code for a person's seat cancels the first, which may be in the wrong hands. A
        // code for somebody else does not, unless it is for the one chair.
        for code in self.codes.iter_mut() {
            let both_chair = [code.seat.kind, seat.kind] == [SeatKind::Chair; 2];
            if both_chair && code.person != invited.person {
                code.end(CodeState::TakenBack);
            } else if both_chair || (code.person == invited.person && code.seat == seat) {
                code.end(CodeState::Replaced);
            }
        }
        let code = Code {
            id: invited.code,
            hash: invited.hash.clone(),
            seat,
            nomination: invited.nomination,
            person: invited.person,
            expires: invited.expires,
            state: CodeState::Open,
        };
        self.codes.enter(code.id, code);
    }

    fn seat(&mut self, person: PersonId, seat: Seat) {
        if seat.kind == SeatKind::Chair {
            // A code offered before would pass the chair on without the new chair's hand.
            let codes = self.codes.iter_mut().filter(|code| code.seat.kind == SeatKind::Chair);
            codes.for_each(|code| code.end(CodeState::TakenBack));
            self.held.retain(|held| held.seat.kind != SeatKind::Chair);
        }
        let held = Held { person, seat };
        if !self.held.contains(&held) {
            self.held.push(held);
        }
    }

    /// The code of a nomination that has ended is no longer valid.
    pub(super) fn nomination_ended(&mut self, nomination: NominationId) {
        for code in self.codes.iter_mut() {
            if code.nomination == Some(nomination) {
                code.end(CodeState::TakenBack);
            }
        }
    }

    /// Who joined with the code of this nomination.
    pub(crate) fn joined_for(&self, nomination: NominationId) -> Option<PersonId> {
        self.codes.iter().rev().find_map(|code| match code.state {
            CodeState::Used(person) if code.nomination == Some(nomination) => Some(person),
            CodeState::Used(_) | CodeState::Open | CodeState::Replaced | CodeState::TakenBack => {
                None
            }
        })
    }

    /// Notes that this id is taken.
    pub(super) fn knows(&mut self, person: PersonId) {
        self.last_person = self.last_person.max(person.0);
    }

    pub(crate) fn next_person(&self) -> PersonId {
        PersonId(self.last_person + 1)
    }

    pub(crate) fn next_code(&self) -> CodeId {
        self.codes.next()
    }

    pub(crate) fn is_known(&self, person: PersonId) -> bool {
        (1..=self.last_person).contains(&person.0)
    }

    pub(crate) fn code_by_hash(&self, hash: &CodeHash) -> Option<&Code> {
        self.codes.iter().find(|code| code.hash == *hash)
    }

    pub(crate) fn code(&self, id: CodeId) -> Option<&Code> {
        self.codes.get(id)
    }

    /// The last code that was made for this person.
    pub(crate) fn last_code_of(&self, person: PersonId) -> Option<&Code> {
        self.codes.iter().rev().find(|code| code.person == person)
    }

    /// The last code that gave or would give this seat to this person.
    pub(crate) fn code_for(&self, person: PersonId, seat: &Seat) -> Option<&Code> {
        let is_for = |code: &&Code| code.person == person || code.state == CodeState::Used(person);
        self.codes.iter().rev().filter(is_for).find(|code| code.seat == *seat)
    }

    /// The seats of a person in the order in which they were taken.
    pub fn seats(&self, person: PersonId) -> impl Iterator<Item = &Seat> {
        self.held.iter().filter(move |held| held.person == person).map(|held| &held.seat)
    }

    /// The seats that a person holds or could still take with a code.
    pub(crate) fn within_reach(&self, person: PersonId) -> Vec<&Seat> {
        let mut seats: Vec<&Seat> = self.seats(person).collect();
        let open = self.codes.iter().filter(|code| code.person == person);
        for code in open.filter(|code| code.state == CodeState::Open) {
            if !seats.contains(&&code.seat) {
                seats.push(&code.seat);
            }
        }
        seats
    }

    /// Whether this person holds such a seat and nobody else does.
    pub(crate) fn is_last(&self, kind: SeatKind, person: PersonId) -> bool {
        let mut holders = self.held.iter().filter(|held| held.seat.kind == kind).peekable();
        holders.peek().is_some() && holders.all(|held| held.person == person)
    }

    /// Who holds the chair now.
    pub fn chair(&self) -> Option<PersonId> {
        self.held.iter().find(|held| held.seat.kind == SeatKind::Chair).map(|held| held.person)
    }

    /// Whether the actor holds the seat that the capacity needs.
    pub(crate) fn holds(&self, actor: &Actor) -> bool {
        match actor.capacity {
            Capacity::Operator | Capacity::Plenary | Capacity::Reader => true,
            Capacity::Chair
            | Capacity::Secretariat
            | Capacity::Mission
            | Capacity::Expert
            | Capacity::Observer => actor.person.is_some_and(|person| {
                self.seats(person).any(|seat| {
                    seat.kind.capacity() == actor.capacity && seat.delegation == actor.delegation
                })
            }),
        }
    }
}
