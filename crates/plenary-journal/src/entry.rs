//! What one entry of a stream is (docs/stored-form.md, Envelope, Data, Digest).
//!
//! An entry is prepared by its writer after a known [`Head`], digest included, and stored exactly
//! as prepared; a store adds nothing but a [`Position`].

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use data_encoding::HEXLOWER;
use uuid::Uuid;

use crate::StreamName;

/// SHA-256 over an entry and the digest of the entry before it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// The `prev` of the first entry of a stream.
    pub const ZERO: Self = Self([0; 32]);
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&HEXLOWER.encode(&self.0))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", &HEXLOWER.encode(&self.0[..6]))
    }
}

/// The text is not 64 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a digest: 64 hexadecimal digits are expected")]
pub struct BadDigest(pub String);

impl FromStr for Digest {
    type Err = BadDigest;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        HEXLOWER
            .decode(text.as_bytes())
            .ok()
            .and_then(|bytes| bytes.try_into().ok())
            .map(Self)
            .ok_or_else(|| BadDigest(text.to_owned()))
    }
}

/// How far a stream goes: the number of its last entry (0 = nothing yet) and that entry's digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The number of the last entry; entries are numbered 1..n.
    pub number: u64,
    /// The digest of the last entry; zeros before the first.
    pub digest: Digest,
}

impl Head {
    /// The head of a stream that holds nothing.
    pub const EMPTY: Self = Self { number: 0, digest: Digest::ZERO };
}

/// Where an entry stands among all entries of one store: opaque, strictly rising.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position(pub u64);

/// Who, when and for whom: what stands beside the data of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// RFC 3339 in UTC with milliseconds and `Z`.
    pub at: Box<str>,
    /// The request's own name, ASCII, at most 100 bytes.
    pub request: Box<str>,
    /// The person's id in this meeting; absent for the operator, a joiner, and Plenary itself.
    pub person: Option<Box<str>>,
    /// The capacity in which the person acted.
    pub capacity: Box<str>,
    /// The actor's own delegation.
    pub delegation: Option<Box<str>>,
    /// The delegation for which the secretariat entered this.
    pub acting_for: Option<Box<str>>,
}

/// An entry ready to be appended after a known head; its digest covers everything in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreparedEntry {
    /// The stream to which it belongs.
    pub stream: StreamName,
    /// Its number in the stream, from 1.
    pub number: u64,
    /// UUIDv5 of stream, request and index in the batch ([`crate::digest::entry_id`]).
    pub id: Uuid,
    /// Kind with version, such as `agenda.item-added.v1`.
    pub kind: Box<str>,
    /// Who and when.
    pub envelope: Envelope,
    /// Keeps the digest of withheld data from being guessed.
    pub salt: [u8; 16],
    /// The digest of the entry before.
    pub prev: Digest,
    /// The digest of this entry.
    pub digest: Digest,
    /// Compact UTF-8 JSON, kept as it is for ever.
    pub data: Box<[u8]>,
}

/// What a writer says of an entry; number and digests follow from the head.
#[derive(Clone, Debug)]
pub struct NewEntry {
    /// See [`PreparedEntry::id`].
    pub id: Uuid,
    /// See [`PreparedEntry::kind`].
    pub kind: Box<str>,
    /// See [`PreparedEntry::envelope`].
    pub envelope: Envelope,
    /// See [`PreparedEntry::salt`].
    pub salt: [u8; 16],
    /// See [`PreparedEntry::data`].
    pub data: Box<[u8]>,
}

impl PreparedEntry {
    /// The head of the stream once this entry is its last.
    pub fn head(&self) -> Head {
        Head { number: self.number, digest: self.digest }
    }
}

/// An entry as a store gives it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEntry {
    /// Where it stands among all entries of this store.
    pub position: Position,
    /// The entry exactly as it was prepared.
    pub entry: PreparedEntry,
}

impl Deref for StoredEntry {
    type Target = PreparedEntry;

    fn deref(&self) -> &PreparedEntry {
        &self.entry
    }
}
