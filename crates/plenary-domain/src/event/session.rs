//! Facts about sittings: when the meeting is in session.

use serde::{Deserialize, Serialize};

use super::family;
use crate::ids::SittingNumber;

family! {
    /// Sittings.
    SessionEvent {
        SittingOpened = "session.opened.v1",
        SittingClosed = "session.closed.v1",
    }
}

/// The chair opened a sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SittingOpened {
    /// The sitting, counted from 1.
    pub sitting: SittingNumber,
}

/// The chair closed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SittingClosed {
    /// The sitting.
    pub sitting: SittingNumber,
}
