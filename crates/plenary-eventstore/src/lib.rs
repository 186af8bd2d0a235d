//! Plenary's journal in an EventStoreDB (KurrentDB) cluster. The only crate that knows its
//! protocol.
//!
//! It never appends without an exact revision, never tells that something is stored unless the
//! store said so of these very bytes, and never knows what an event means.
//!
//! The protocol is spoken by a thin client that `build.rs` generates from the files in the
//! maintained client's package (`kurrentdb`, MIT). That client itself is not used, because its
//! public face cannot contain two of its faults: a subscription that the server ends with status OK
//! occupies a processor for ever and cannot be aborted, and without TCP_NODELAY each append and
//! each read waits 44 ms.
//!
//! Read first: `record` (what an entry is on the wire), then `append` (how an exact head is kept
//! where the protocol knows only revisions), then `connection` (who leads, and who is asked).

mod address;
mod append;
mod connection;
mod failure;
mod protocol;
mod read;
mod record;
mod subscribe;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use plenary_journal::journal::{AppendError, Appended, Journal, JournalError, StreamHead};
use plenary_journal::{
    Head, Position, PreparedEntry, StoredEntry, StreamName, Subscription, batch, subscription,
};
use tokio::sync::watch;

use address::Address;
use connection::Connection;
use subscribe::Pages;

/// How long an answer is waited for by default, in seconds.
pub const ANSWER_SECONDS_MAX: u64 = 5;
/// How long another node, or the same one come back, is looked for by default, in seconds.
pub const SEARCH_SECONDS_MAX: u64 = 2;
/// How often a subscriber looks for news of which it was not told, by default, in seconds.
pub const LOOK_SECONDS: u64 = 15;
/// How many streams' heads are remembered, so that they need not be read before an append.
const KNOWN_HEADS_MAX: usize = 10_000;
/// How many entries are read at once where everything is read.
const SCAN_ENTRIES: usize = 1_000;

/// How a journal is opened.
#[derive(Clone, Debug)]
pub struct EventStoreOptions {
    /// How long an answer is waited for ([`ANSWER_SECONDS_MAX`] by default).
    pub answer: Duration,
    /// How long a node that leads is looked for ([`SEARCH_SECONDS_MAX`] by default).
    pub search: Duration,
    /// How often a subscriber looks for news of which it was not told ([`LOOK_SECONDS`] by
    /// default): a node that was cut off from the others tells nothing.
    pub look: Duration,
}

impl Default for EventStoreOptions {
    fn default() -> Self {
        let (answer, search) = (ANSWER_SECONDS_MAX, SEARCH_SECONDS_MAX);
        let look = Duration::from_secs(LOOK_SECONDS);
        Self { answer: Duration::from_secs(answer), search: Duration::from_secs(search), look }
    }
}

/// A journal in an EventStoreDB cluster.
pub struct EventStoreJournal {
    connection: Arc<Connection>,
    /// Heads that were seen in the store. What they name can only be followed, never changed.
    heads: Mutex<HashMap<StreamName, Head>>,
    /// How far all streams were read, and their heads until there.
    index: tokio::sync::Mutex<(Option<Position>, BTreeMap<StreamName, Head>)>,
    /// Dropped with the journal: its subscriptions end then.
    open: watch::Sender<()>,
}

impl EventStoreJournal {
    /// A journal at `address`: `esdb://`, `esdb+discover://` or `kurrentdb://`, with user,
    /// password and certificates as every client of the store writes them. Nothing is asked of the
    /// store yet.
    ///
    /// # Errors
    /// When the address cannot be understood or a certificate cannot be read; the sentence names
    /// the setting and repeats no password.
    pub fn open(address: &str, options: EventStoreOptions) -> Result<Self, JournalError> {
        let address = Address::parse(address).map_err(JournalError::unavailable)?;
        let connection = Connection::new(address, options).map_err(JournalError::unavailable)?;
        Ok(Self {
            connection: Arc::new(connection),
            heads: Mutex::default(),
            index: tokio::sync::Mutex::default(),
            open: watch::Sender::new(()),
        })
    }

    /// Whether this head was seen in the store.
    pub(crate) fn knows(&self, stream: &StreamName, head: &Head) -> bool {
        let heads = self.heads.lock().unwrap_or_else(PoisonError::into_inner);
        heads.get(stream) == Some(head)
    }

    /// A stream that the store no longer shows was there before.
    fn still_there(&self, stream: &StreamName, from: u64) -> Result<(), JournalError> {
        let heads = self.heads.lock().unwrap_or_else(PoisonError::into_inner);
        if heads.get(stream).is_none_or(|head| head.number < from) {
            return Ok(());
        }
        let (stream, why) = (stream.to_string(), failure::GONE.to_owned());
        Err(JournalError::Damaged { stream, number: from, why })
    }

    /// Forgets the head of a stream: it may have grown.
    pub(crate) fn forget(&self, stream: &StreamName) {
        let mut heads = self.heads.lock().unwrap_or_else(PoisonError::into_inner);
        heads.remove(stream);
    }

    /// Remembers a head that was seen in the store, unless one behind it was.
    pub(crate) fn learn(&self, stream: &StreamName, head: Head) {
        let mut heads = self.heads.lock().unwrap_or_else(PoisonError::into_inner);
        if heads.len() >= KNOWN_HEADS_MAX {
            heads.clear();
        }
        let known = heads.entry(stream.clone()).or_insert(head);
        if known.number < head.number {
            *known = head;
        }
    }
}

#[async_trait]
impl Journal for EventStoreJournal {
    async fn append(
        &self,
        stream: &StreamName,
        expected: &Head,
        batch: Vec<PreparedEntry>,
    ) -> Result<Appended, AppendError> {
        batch::check(stream, expected, &batch)?;
        self.append_checked(stream, expected, batch).await
    }

    async fn read(
        &self,
        stream: &StreamName,
        from: u64,
        limit: usize,
    ) -> Result<Vec<StoredEntry>, JournalError> {
        let entries = read::stream(&self.connection, stream, from, limit).await?;
        if entries.is_empty() && limit > 0 {
            self.still_there(stream, from.max(1))?;
        }
        Ok(entries)
    }

    async fn read_all(
        &self,
        after: Option<Position>,
        limit: usize,
    ) -> Result<Vec<StoredEntry>, JournalError> {
        Ok(read::all(&self.connection, after, limit).await?.entries)
    }

    async fn head(&self, stream: &StreamName) -> Result<Head, JournalError> {
        let head = read::head(&self.connection, stream).await?;
        match head.number {
            0 => self.still_there(stream, 1)?,
            _ => self.learn(stream, head),
        }
        Ok(head)
    }

    async fn streams(&self) -> Result<Vec<StreamHead>, JournalError> {
        let mut index = self.index.lock().await;
        loop {
            let page = read::all(&self.connection, index.0, SCAN_ENTRIES).await?;
            for entry in &page.entries {
                index.1.insert(entry.stream.clone(), entry.head());
                index.0 = Some(entry.position);
            }
            // What was deleted is listed, so that whoever looks at all of them finds it missing.
            for stream in page.deleted {
                index.1.entry(stream).or_insert(Head::EMPTY);
            }
            if page.entries.len() < SCAN_ENTRIES {
                break;
            }
        }
        for (stream, head) in index.1.iter().filter(|(_, head)| head.number > 0) {
            self.learn(stream, *head);
        }
        let found = index.1.iter();
        Ok(found.map(|(stream, head)| StreamHead { stream: stream.clone(), head: *head }).collect())
    }

    async fn subscribe(&self, after: Option<Position>) -> Result<Subscription, JournalError> {
        let pages = Pages::new(Arc::clone(&self.connection), self.open.subscribe(), after);
        Ok(subscription::subscribe(pages, after))
    }
}
