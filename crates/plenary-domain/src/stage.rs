//! How far things have come: decided here once, for the rules and for what is shown.

use crate::ids::EditionId;
use crate::ledger::{Id, Ledger};

/// How far an edition has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It waits for the chair.
    Waiting,
    /// The chair sent it back.
    Returned,
    /// The secretariat withdrew it before the chair had said anything.
    Withdrawn,
    /// It went out to the delegations.
    Issued,
}

/// What is prepared, and then returned, withdrawn or issued.
pub trait Staged {
    /// How far it has come.
    fn stage(&self) -> Stage;
}

impl<E: Staged> Ledger<EditionId, E> {
    /// The edition that waits for the chair.
    pub fn waiting(&self) -> Option<&E> {
        self.iter().find(|edition| edition.stage() == Stage::Waiting)
    }

    /// The edition in force: the one issued last, whether the meeting adopted it or not.
    pub fn in_force(&self) -> Option<&E> {
        self.iter().rfind(|edition| edition.stage() == Stage::Issued)
    }
}

/// What is open until it ends, one at a time: a sitting, a decision.
pub trait Ends {
    /// Whether it has ended.
    fn is_over(&self) -> bool;
}

impl<I: Id, T: Ends> Ledger<I, T> {
    /// The one that is open: the last, until it ends. A later one leaves it behind.
    pub fn open(&self) -> Option<&T> {
        self.last().filter(|last| !last.is_over())
    }
}
