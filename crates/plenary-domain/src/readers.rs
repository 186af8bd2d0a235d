//! Who may read what: the circles, somebody who reads, and what not everybody may see.

use crate::actor::Actor;
use crate::capacity::Capacity;
use crate::ids::PersonId;
use crate::roll::DelegationCode;
use crate::stored::{apply, word};

/// Who may read something. Circles lie in one another: what the public reads, everybody reads.
#[apply(word!)]
pub enum Readers {
    /// The secretariat and the chair.
    Secretariat,
    /// All who take part.
    Delegations,
    /// Everybody.
    Public,
}

impl Readers {
    /// The three circles, the narrowest first.
    pub const ALL: [Self; 3] = [Self::Secretariat, Self::Delegations, Self::Public];

    /// Whether somebody in the circle `reader` may read what is for `self`.
    pub fn include(self, reader: Self) -> bool {
        self >= reader
    }

    /// The word as stored and typed.
    pub fn word(self) -> &'static str {
        match self {
            Self::Secretariat => "secretariat",
            Self::Delegations => "delegations",
            Self::Public => "public",
        }
    }

    /// The circle that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|readers| readers.word() == word)
    }
}

/// Somebody who reads: a circle, and perhaps a person of a delegation who reads the own things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// The narrowest circle to which the reader belongs.
    pub circle: Readers,
    /// The person, who always reads what is the own.
    pub person: Option<PersonId>,
    /// The mission, which always reads what its people said.
    pub mission: Option<DelegationCode>,
}

impl Reader {
    /// A reader of a circle who is nobody in particular, such as the reader of a paper.
    pub fn of(circle: Readers) -> Self {
        Self { circle, person: None, mission: None }
    }

    /// What an actor may read.
    pub fn actor(actor: &Actor) -> Self {
        let circle = match actor.capacity {
            Capacity::Chair | Capacity::Secretariat | Capacity::Plenary => Readers::Secretariat,
            Capacity::Mission | Capacity::Expert | Capacity::Observer => Readers::Delegations,
            Capacity::Operator | Capacity::Reader => Readers::Public,
        };
        let mission = actor.delegation.clone().filter(|_| actor.capacity == Capacity::Mission);
        Self { circle, person: actor.person, mission }
    }

    /// Whether this reader is the secretariat or the chair, who see also what is not issued yet.
    pub fn is_inside(&self) -> bool {
        Readers::Secretariat.include(self.circle)
    }

    /// Whether this reader is shown the names of those who take part.
    pub fn sees_names(&self) -> bool {
        Readers::Delegations.include(self.circle)
    }

    /// Whether this reader is shown this person's name: one's own always.
    pub fn sees_name_of(&self, person: PersonId) -> bool {
        self.sees_names() || self.person == Some(person)
    }

    /// Whether this reader may see something; what they may not see is not there for them.
    pub fn may_see(&self, guarded: &impl Guarded) -> bool {
        let [author, answered] = guarded.concerned();
        guarded.readers().include(self.circle)
            || author.is_some_and(|who| self.is(who))
            // A reply to somebody is read by them while they hold a seat.
            || self.sees_names() && answered.is_some_and(|who| self.is(who))
    }

    fn is(&self, actor: &Actor) -> bool {
        let person = actor.person.is_some() && actor.person == self.person;
        person || (self.mission.is_some() && actor.speaks_for() == self.mission.as_ref())
    }
}

/// What not everybody may see. The rules and the views ask the same question of it.
pub trait Guarded {
    /// The circle that may see it.
    fn readers(&self) -> Readers;

    /// Who may see it whatever their circle: its author, and whom it answers, who must hold a seat.
    fn concerned(&self) -> [Option<&Actor>; 2] {
        [None, None]
    }
}
