//! Checking a stream's chain from its entries alone: alteration, insertion and loss inside
//! are found and named; a lost tail or a whole rewrite only against a head kept elsewhere.

use std::collections::HashSet;
use std::fmt;

use uuid::Uuid;

use crate::digest::{chained, entry_digest};
use crate::export::{ExportedEntry, WithheldEntry};
use crate::{Digest, Head, JournalError, PreparedEntry, StreamName};

/// Where a chain is broken, and how.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("entry {number} of {stream} {why}")]
pub struct Broken {
    /// The stream that was checked.
    pub stream: StreamName,
    /// The first entry at fault, from 1.
    pub number: u64,
    /// What is wrong.
    pub why: Why,
}

/// What is wrong with a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The entry is not there.
    Missing,
    /// What the entry holds is not what its digest covers.
    Altered,
    /// The entry is whole and does not follow the one before it: one of the two was replaced.
    Unchained,
    /// An entry with this number came before.
    OutOfOrder,
    /// The entry belongs to this other stream.
    ForeignStream(StreamName),
    /// An earlier entry has the same id.
    RepeatedId(Uuid),
    /// Its time is before that of the last entry before it whose time is shown.
    TimeFell,
    /// The entry is whole and is not the one whose digest was kept elsewhere.
    OtherThanKept(Digest),
}

impl From<Broken> for JournalError {
    fn from(broken: Broken) -> Self {
        let Broken { stream, number, why } = broken;
        Self::Damaged { stream: stream.to_string(), number, why: format!("it {why}") }
    }
}

/// What is said after "entry 30".
impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("is missing"),
            Self::Altered => f.write_str("was altered: its digest does not match its content"),
            Self::Unchained => f.write_str("is not linked to the entry before it"),
            Self::OutOfOrder => f.write_str("appears again after later entries"),
            Self::ForeignStream(stream) => write!(f, "belongs to {stream}"),
            Self::TimeFell => f.write_str("has an earlier time than the entry before it"),
            Self::RepeatedId(id) => write!(f, "has the id {id} of an earlier entry"),
            Self::OtherThanKept(kept) => {
                write!(f, "has another digest than the one that was kept ({kept})")
            }
        }
    }
}

/// An incremental check of one stream, from its first entry on.
///
/// That an id derives from its request cannot be checked (the index in the batch is not stored);
/// that no id occurs twice is.
#[derive(Clone, Debug)]
pub struct Chain {
    stream: StreamName,
    digests: Vec<Digest>,
    ids: HashSet<Uuid>,
    /// The time of the last entry that was shown. All times have one form and compare as text.
    last_at: Box<str>,
}

impl Chain {
    /// A check that has seen nothing of `stream` yet.
    pub fn new(stream: StreamName) -> Self {
        Self { stream, digests: Vec::new(), ids: HashSet::new(), last_at: "".into() }
    }

    /// Checks that `entry` comes next.
    pub fn check(&mut self, entry: &PreparedEntry) -> Result<(), Broken> {
        let PreparedEntry { stream, number, id, prev, digest, .. } = entry;
        self.check_link(stream, *number, (prev, digest), entry_digest(entry))?;
        if !self.ids.insert(*id) {
            return Err(self.broken(*number, Why::RepeatedId(*id)));
        }
        let at = &entry.envelope.at;
        if *at < self.last_at {
            return Err(self.broken(*number, Why::TimeFell));
        }
        self.last_at.clone_from(at);
        self.digests.push(*digest);
        Ok(())
    }

    /// Checks that `entry`, which is withheld, comes next. What it says cannot be checked.
    pub fn check_withheld(&mut self, entry: &WithheldEntry) -> Result<(), Broken> {
        let WithheldEntry { stream, number, prev, digest, body_digest } = entry;
        let found = chained(stream, *number, prev, body_digest);
        self.check_link(stream, *number, (prev, digest), found)?;
        self.digests.push(*digest);
        Ok(())
    }

    /// Checks that `entry`, as it was exported, comes next.
    pub fn check_exported(&mut self, entry: &ExportedEntry) -> Result<(), Broken> {
        match entry {
            ExportedEntry::Full(entry) => self.check(entry),
            ExportedEntry::Withheld(entry) => self.check_withheld(entry),
        }
    }

    /// How far the chain was checked and found complete.
    pub fn head(&self) -> Head {
        let digest = self.digests.last().copied().unwrap_or(Digest::ZERO);
        Head { number: self.digests.len() as u64, digest }
    }

    /// Checks what was seen against a head that was kept elsewhere; names the first missing entry,
    /// or the entry whose digest is another. Entries after `kept` are fine.
    pub fn check_head(&self, kept: &Head) -> Result<(), Broken> {
        let length = self.digests.len() as u64;
        if kept.number > length {
            return Err(self.broken(length + 1, Why::Missing));
        }
        let index = usize::try_from(kept.number).unwrap_or(usize::MAX).checked_sub(1);
        let seen = index.map_or(Some(&Digest::ZERO), |index| self.digests.get(index));
        if seen == Some(&kept.digest) {
            return Ok(());
        }
        Err(self.broken(kept.number, Why::OtherThanKept(kept.digest)))
    }

    /// Checks that the entry with this number is the next of the stream, that its digest is the
    /// one that was found, and that it follows the one before it.
    fn check_link(
        &self,
        stream: &StreamName,
        number: u64,
        (prev, digest): (&Digest, &Digest),
        found: Digest,
    ) -> Result<(), Broken> {
        let next = self.digests.len() as u64 + 1;
        if *stream != self.stream {
            return Err(self.broken(number, Why::ForeignStream(stream.clone())));
        }
        if number > next {
            return Err(self.broken(next, Why::Missing));
        }
        if number < next {
            return Err(self.broken(number, Why::OutOfOrder));
        }
        if found != *digest {
            return Err(self.broken(number, Why::Altered));
        }
        if *prev != self.head().digest {
            return Err(self.broken(number, Why::Unchained));
        }
        Ok(())
    }

    fn broken(&self, number: u64, why: Why) -> Broken {
        Broken { stream: self.stream.clone(), number, why }
    }
}
