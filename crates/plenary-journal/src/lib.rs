//! The port of Plenary's store: append-only streams of (kind, bytes, envelope), each entry chained
//! to the one before by its digest.
//!
//! It never knows what an event means, never changes or deletes an entry, and never keeps a
//! person's key beside the entries that the key opens.
//!
//! Read first: [`entry`] (what one entry is, byte by byte), then [`journal`] (what every store
//! promises), then the contract in `tests/testkit` (the promises as tests).

pub mod batch;
pub mod checked;
pub mod copy;
pub mod digest;
pub mod entry;
pub mod export;
pub mod journal;
pub mod keyring;
pub mod memory;
pub mod random;
pub mod seal;
pub mod stream;
pub mod subscription;
pub mod verify;

pub use checked::CheckedJournal;
pub use random::{Random, SeededRandom, SystemRandom};

pub use entry::{Digest, Envelope, Head, Position, PreparedEntry, StoredEntry};
pub use journal::{
    AppendError, Appended, Cause, Delivery, Journal, JournalError, StreamHead, Subscription,
};
pub use keyring::{FolderKeyring, Key, KeyName, KeyState, Keyring, MemoryKeyring, Secret};
pub use memory::MemoryJournal;
pub use stream::StreamName;
