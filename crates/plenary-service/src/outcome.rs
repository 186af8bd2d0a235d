//! What became of a request. A refusal of the rules and a failure of the store are never mixed up.

use jiff::Timestamp;
use plenary_domain::{Entry, Rejection};
use plenary_journal::JournalError;
use plenary_journal::keyring::KeyringError;
use plenary_journal::random::RandomError;

use crate::code::Code;
use crate::codec::TranslateError;

/// The facts that a request stored.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The entries, in order; empty when it was already done.
    pub entries: Vec<Entry>,
    /// Whether this very request had stored them before.
    pub again: bool,
    /// The one-time code that one of the entries gives out.
    pub code: Option<Code>,
}

/// Why a request stored nothing, as far as is known.
#[derive(Clone, Debug)]
pub enum ExecuteError {
    /// The rules say no.
    Rejected(Rejection),
    /// Something is wrong that is not the asker's.
    Failed(Failure),
}

impl From<Failure> for ExecuteError {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// What went wrong underneath.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Failure {
    /// The store.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The keys.
    #[error(transparent)]
    Keyring(#[from] KeyringError),
    /// What is stored cannot be read by this release.
    #[error(transparent)]
    Translate(#[from] TranslateError),
    /// Random.
    #[error(transparent)]
    Random(#[from] RandomError),
    /// The append was not answered and could not be settled yet.
    #[error("it is not known yet whether this was stored; send it again in a moment")]
    NotKnownYet,
    /// Others kept writing to the meeting; nothing was stored.
    #[error("others kept writing to this meeting; nothing was stored, please repeat")]
    Busy,
    /// The service is stopping.
    #[error("Plenary is stopping; nothing was stored")]
    Stopping,
    /// The machine's clock shows what cannot be.
    #[error(
        "this machine's clock shows {now:.0}, which cannot be right; nothing was stored. Set the \
         clock, for example by: timedatectl set-ntp true"
    )]
    ClockWrong {
        /// What it shows, in UTC.
        now: Timestamp,
    },
    /// The machine's clock is more than a year ahead of the last entry, and nobody has said that
    /// it is right.
    #[error(
        "this machine's clock shows {now:.0}, and the last entry of this meeting is of {last:.0}; \
         nothing was stored. Set the clock, or if it is right, say so at the desk: \
         plenary chat MEETING --as operator"
    )]
    ClockDoubted {
        /// What it shows, in UTC.
        now: Timestamp,
        /// When the last entry was stored, in UTC.
        last: Timestamp,
    },
    /// A name of a meeting or place that cannot be one.
    #[error("{0}")]
    BadName(String),
}

impl Failure {
    /// Why the store cannot be reached, if that is all that is wrong: it may be back soon.
    pub fn away(&self) -> Option<&str> {
        if let Self::Journal(JournalError::Unavailable(why, _)) = self { Some(why) } else { None }
    }
}
