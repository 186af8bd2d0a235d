//! Facts about sittings: when the meeting is in session.

use super::family;
use crate::ids::SittingNumber;
use crate::stored::{apply, stored};

family! {
    /// Sittings.
    SessionEvent {
        SittingOpened = "session.opened.v1" open,
        SittingClosed = "session.closed.v1" open,
    }
}

/// The chair opened a sitting.
#[apply(stored!)]
pub struct SittingOpened {
    /// The sitting, counted from 1.
    pub sitting: SittingNumber,
}

/// The chair closed it.
#[apply(stored!)]
pub struct SittingClosed {
    /// The sitting.
    pub sitting: SittingNumber,
}
