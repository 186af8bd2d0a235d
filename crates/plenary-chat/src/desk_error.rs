//! Why a line has no good answer: error, refused by the rules, failed underneath, or too late.

use plenary_domain::Rejection;
use plenary_service::{ExecuteError, Failure};

use crate::verb::ParseError;

/// Why a line has no good answer.
pub(crate) enum DeskError {
    ParseError(ParseError),
    Rejected(Rejection),
    Failed(Failure),
    /// A button that no longer applies.
    Stale,
    /// There is no such meeting.
    NoMeeting,
}

impl From<ParseError> for DeskError {
    fn from(error: ParseError) -> Self {
        Self::ParseError(error)
    }
}

impl From<Failure> for DeskError {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<ExecuteError> for DeskError {
    fn from(refused: ExecuteError) -> Self {
        match refused {
            ExecuteError::Rejected(rejection) => Self::Rejected(rejection),
            ExecuteError::Failed(failure) => Self::Failed(failure),
        }
    }
}

impl From<Rejection> for DeskError {
    fn from(rejection: Rejection) -> Self {
        Self::Rejected(rejection)
    }
}
