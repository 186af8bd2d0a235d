//! The seats of whoever speaks, and in which of them a verb is meant.

use plenary_domain::capacity::Seat;
use plenary_domain::{Actor, Capacity, PersonId, Readers, SeatKind, Views};

use crate::line::Speaker;
use crate::response::Audience;

/// Who speaks, with the seats that the history gave them.
#[derive(Clone, Debug)]
pub(crate) struct Seats {
    pub(crate) person: Option<PersonId>,
    operator: bool,
    seats: Vec<Seat>,
}

impl Seats {
    pub(crate) fn of(speaker: &Speaker, person: Option<PersonId>, views: &Views) -> Self {
        let found = person.and_then(|person| views.roster.person(person));
        Self {
            person,
            operator: *speaker == Speaker::Operator,
            seats: found.map(|participant| participant.seats.clone()).unwrap_or_default(),
        }
    }

    /// The actor for a verb: the first seat for which the verb is made, else the first seat.
    pub(crate) fn actor(&self, who: &[Capacity]) -> Actor {
        if self.operator {
            return Actor::nobody(Capacity::Operator);
        }
        let fits = |seat: &&Seat| who.contains(&seat.kind.capacity());
        let seat = self.seats.iter().find(fits).or_else(|| self.seats.first());
        match (self.person, seat) {
            (Some(person), Some(seat)) => {
                Actor::person(person, seat.kind.capacity(), seat.delegation.clone())
            }
            (person, _) => Actor { person, ..Actor::nobody(Capacity::Reader) },
        }
    }

    pub(crate) fn capacities(&self) -> Vec<Capacity> {
        if self.operator {
            return vec![Capacity::Operator];
        }
        if self.seats.is_empty() {
            return vec![Capacity::Reader];
        }
        self.seats.iter().map(|seat| seat.kind.capacity()).collect()
    }

    pub(crate) fn is_seated(&self) -> bool {
        !self.seats.is_empty()
    }

    pub(crate) fn all(&self) -> &[Seat] {
        &self.seats
    }

    /// Whether a notice to this audience is for them.
    pub(crate) fn hears(&self, audience: &Audience) -> bool {
        let holds = |kind: SeatKind| self.seats.iter().any(|seat| seat.kind == kind);
        match audience {
            Audience::Circle(Readers::Secretariat) => {
                holds(SeatKind::Chair) || holds(SeatKind::Secretariat)
            }
            Audience::Circle(Readers::Delegations | Readers::Public) => !self.seats.is_empty(),
            Audience::Chair => holds(SeatKind::Chair),
            Audience::Secretariat => holds(SeatKind::Secretariat),
            Audience::Mission(code) => self.seats.iter().any(|seat| {
                seat.kind == SeatKind::Mission && seat.delegation.as_ref() == Some(code)
            }),
            Audience::Missions => holds(SeatKind::Mission),
            Audience::Person(person) => self.person == Some(*person),
            Audience::Replaced(_) => false, // an account that is nobody any more holds no seat
        }
    }
}
