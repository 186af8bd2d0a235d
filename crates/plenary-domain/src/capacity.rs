//! In which capacity a person acts, and the seats that codes open.

use serde::{Deserialize, Serialize};

use crate::roll::DelegationCode;
use crate::stored::{apply, word};

/// The capacity in which somebody acts now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Capacity {
    /// Holds journal and settings: convenes, invites the chair and the secretariat, nothing else.
    Operator,
    /// Presides and approves.
    Chair,
    /// Prepares papers, enters answers, keeps the record.
    Secretariat,
    /// Replies for a delegation.
    Mission,
    /// Was named by a delegation; comments.
    Expert,
    /// Speaks, does not decide.
    Observer,
    /// Holds no seat: reads what is public and may join with a code.
    Reader,
    /// Plenary itself, such as at a deadline.
    Plenary,
}

impl Capacity {
    /// The word that an envelope stores. A joiner is stored as the seat that the code opens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Chair => "chair",
            Self::Secretariat => "secretariat",
            Self::Mission => "mission",
            Self::Expert => "expert",
            Self::Observer => "observer",
            Self::Reader => "reader",
            Self::Plenary => "plenary",
        }
    }

    /// The capacity that an envelope's word names.
    pub fn from_word(word: &str) -> Option<Self> {
        [
            Self::Operator,
            Self::Chair,
            Self::Secretariat,
            Self::Mission,
            Self::Expert,
            Self::Observer,
            Self::Reader,
            Self::Plenary,
        ]
        .into_iter()
        .find(|capacity| capacity.word() == word)
    }
}

/// What kind of place at the desk a code opens.
#[apply(word!)]
pub enum SeatKind {
    /// The office of the chair.
    Chair,
    /// The technical secretariat.
    Secretariat,
    /// An officer of a permanent mission.
    Mission,
    /// An expert named by a delegation.
    Expert,
    /// A member of an observer delegation or organisation.
    Observer,
}

impl SeatKind {
    /// The capacity in which the holder acts.
    pub fn capacity(self) -> Capacity {
        match self {
            Self::Chair => Capacity::Chair,
            Self::Secretariat => Capacity::Secretariat,
            Self::Mission => Capacity::Mission,
            Self::Expert => Capacity::Expert,
            Self::Observer => Capacity::Observer,
        }
    }

    /// Whether the seat belongs to the meeting itself, not to a delegation.
    pub fn is_office(self) -> bool {
        matches!(self, Self::Chair | Self::Secretariat)
    }
}

/// A seat: its kind and, unless it is an office, its delegation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The kind.
    pub kind: SeatKind,
    /// The delegation; an office may have one too (the chair's own state).
    pub delegation: Option<DelegationCode>,
}
