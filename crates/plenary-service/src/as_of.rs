//! As of when something is shown: a moment, or an entry.

use plenary_domain::{Entry, Timestamp};

/// A point in a meeting's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// The longest prefix of entries that are not later than this moment.
    Time(Timestamp),
    /// The entries up to and including this one.
    Entry(u64),
}

impl AsOf {
    /// Whether the entry belongs to the prefix.
    pub fn includes(self, entry: &Entry) -> bool {
        match self {
            Self::Time(at) => entry.at <= at,
            Self::Entry(number) => entry.number <= number,
        }
    }
}
