//! As of when something is shown: a moment, or an entry (house, law 14).

use plenary_domain::{At, Entry};

/// A point in a meeting's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// The longest prefix of entries that are not later than this moment.
    Time(At),
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
