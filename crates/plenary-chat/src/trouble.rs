//! Why a line has no good answer: misread, refused by the rules, failed underneath, or too late.

use plenary_domain::Rejection;
use plenary_service::{Failure, Refused};

use crate::grammar::Misread;

/// Why a line has no good answer.
pub(crate) enum Trouble {
    Misread(Misread),
    Rejected(Rejection),
    Failed(Failure),
    /// A button that superseded.
    Stale,
    /// There is no such meeting.
    NoMeeting,
}

impl From<Misread> for Trouble {
    fn from(misread: Misread) -> Self {
        Self::Misread(misread)
    }
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<Refused> for Trouble {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Rejected(rejection) => Self::Rejected(rejection),
            Refused::Failed(failure) => Self::Failed(failure),
        }
    }
}

impl From<Rejection> for Trouble {
    fn from(rejection: Rejection) -> Self {
        Self::Rejected(rejection)
    }
}
