//! What every store promises.
//!
//! A store checks the exact head before it writes, writes a batch whole or not at all, answers only
//! when the batch is durable, and says honestly when it does not know. The `contract` module holds
//! these promises as tests; every adapter runs them.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use tokio::sync::mpsc;

use crate::{Head, Position, PreparedEntry, StoredEntry, StreamName};

/// The most entries in one batch.
pub const BATCH_ENTRIES_MAX: usize = 1_000;
/// The longest data of one entry, in bytes.
pub const DATA_BYTES_MAX: usize = 1 << 20;

/// An append-only store of streams.
#[async_trait]
pub trait Journal: Send + Sync {
    /// Appends `batch` to `stream` if its head is exactly `expected` (number and digest).
    ///
    /// The batch is one stream's, chained and numbered from `expected`. All of it is stored or
    /// nothing; the answer comes after the store has synchronised it. When the very same ids stand
    /// already right after `expected`, nothing is written and [`Appended::Already`] is the answer.
    async fn append(
        &self,
        stream: &StreamName,
        expected: &Head,
        batch: Vec<PreparedEntry>,
    ) -> Result<Appended, AppendError>;

    /// Entries of one stream in order, from number `from` (1 = the first), at most `limit`.
    /// A stream that does not exist reads as empty.
    async fn read(
        &self,
        stream: &StreamName,
        from: u64,
        limit: usize,
    ) -> Result<Vec<StoredEntry>, JournalError>;

    /// Entries of all streams in the order of their positions, after `after`, at most `limit`.
    async fn read_all(
        &self,
        after: Option<Position>,
        limit: usize,
    ) -> Result<Vec<StoredEntry>, JournalError>;

    /// The head of one stream; [`Head::EMPTY`] when it does not exist.
    async fn head(&self, stream: &StreamName) -> Result<Head, JournalError>;

    /// Every stream with its head, by name. A store without such an index may read everything.
    async fn streams(&self) -> Result<Vec<StreamHead>, JournalError>;

    /// Compares what the store keeps twice: tables with their indexes, the ends of streams with
    /// what was noted of them. A store that keeps nothing twice has nothing to compare.
    ///
    /// # Errors
    /// [`JournalError::Damaged`] names what contradicts what.
    async fn check(&self) -> Result<(), JournalError> {
        Ok(())
    }

    /// Everything after `after`, then what is appended from now on, by whichever process.
    async fn subscribe(&self, after: Option<Position>) -> Result<Subscription, JournalError>;
}

/// One stream and how far it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StreamHead {
    /// Its name.
    pub stream: StreamName,
    /// Its last entry.
    pub head: Head,
}

/// What an append did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Appended {
    /// The batch is stored; these are its entries.
    Stored(Vec<StoredEntry>),
    /// The same ids stood there already after the expected head; these are the stored entries.
    Already(Vec<StoredEntry>),
}

impl Appended {
    /// The stored entries, whether new or found.
    pub fn into_entries(self) -> Vec<StoredEntry> {
        match self {
            Self::Stored(entries) | Self::Already(entries) => entries,
        }
    }
}

/// Why an append was not confirmed.
#[derive(Debug, thiserror::Error)]
pub enum AppendError {
    /// The stream's head is another; nothing was written.
    #[error("somebody else has added entries, up to number {}", actual.number)]
    Conflict {
        /// The head that the store found.
        actual: Head,
    },
    /// No answer: it may or may not be stored. Settle it by reading at the entries' numbers and
    /// comparing ids.
    #[error("no answer to the append: {0}")]
    Unknown(JournalError),
    /// Surely not written.
    #[error(transparent)]
    Failed(#[from] JournalError),
}

/// What is wrong with a store (never a refusal of a rule), in a sentence for people; where that
/// does not say it all, with the error underneath.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JournalError {
    /// It cannot be reached or opened just now.
    #[error("the journal cannot be reached: {0}")]
    Unavailable(String, #[source] Option<Cause>),
    /// There is no room.
    #[error("the journal has no room left: {0}")]
    Full(String),
    /// It can be read, not written.
    #[error("the journal cannot be written: {0}")]
    ReadOnly(String),
    /// It is not a journal of Plenary.
    #[error("this is not a Plenary journal: {0}")]
    Foreign(String),
    /// It was written by a newer Plenary.
    #[error("this journal was written by a newer Plenary: {0}")]
    Newer(String),
    /// It was written by an older Plenary, in a form that this one does not read.
    #[error("this journal was written by an older Plenary: {0}")]
    Older(String),
    /// It stands where it cannot be safe, such as on a network file system.
    #[error("this is not a safe place for a journal: {0}")]
    Unsafe(String),
    /// What it holds cannot be right.
    #[error("the journal is damaged{}: {why}", place(stream, *number))]
    Damaged {
        /// The stream, or [`WHOLE_FILE`].
        stream: String,
        /// The entry; 0 when it is none in particular.
        number: u64,
        /// What was found.
        why: String,
    },
    /// The batch breaks the port's own rules (not chained, too large, another stream).
    #[error("the batch cannot be appended: {0}")]
    BadBatch(String),
}

/// The stream of a fault that concerns a store as a whole.
pub const WHOLE_FILE: &str = "the whole file";

fn place(stream: &str, number: u64) -> String {
    match (stream, number) {
        (WHOLE_FILE, 0) => String::new(),
        (_, 0) => format!(" at {stream}"),
        (_, number) => format!(" at {stream}, entry {number}"),
    }
}

impl JournalError {
    /// It cannot be reached, and nothing underneath says more.
    pub fn unavailable(why: impl Into<String>) -> Self {
        Self::Unavailable(why.into(), None)
    }

    /// It cannot be reached because of an error that the store's own library tells.
    pub fn because(why: impl Into<String>, error: impl Error + Send + Sync + 'static) -> Self {
        Self::Unavailable(why.into(), Some(Cause(Arc::new(error))))
    }
}

/// The error underneath, as the store's own library tells it. Two failures are the same when they
/// tell people the same.
#[derive(Clone, Debug)]
pub struct Cause(Arc<dyn Error + Send + Sync>);

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Error for Cause {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}

impl PartialEq for Cause {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Cause {}

/// What a subscriber hears.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "nearly every delivery is an entry; boxes cost more")]
pub enum Delivery {
    /// The next entry, in the order of positions, each once.
    Entry(StoredEntry),
    /// Everything stored so far was heard; what follows is new.
    CaughtUp,
    /// The subscriber is behind again; another [`Delivery::CaughtUp`] will follow.
    FellBehind,
    /// The connection was lost; the subscription goes on by itself from its own position.
    Interrupted(String),
}

/// A catch-up subscription. It ends when it is dropped.
#[derive(Debug)]
pub struct Subscription {
    deliveries: mpsc::Receiver<Delivery>,
}

impl Subscription {
    /// A subscription fed by the other end of `deliveries`; the feeder stops when it is closed.
    pub fn new(deliveries: mpsc::Receiver<Delivery>) -> Self {
        Self { deliveries }
    }

    /// The next delivery; `None` when the store has closed for good.
    pub async fn next(&mut self) -> Option<Delivery> {
        self.deliveries.recv().await
    }
}
