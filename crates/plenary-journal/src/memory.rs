//! The journal in memory: for tests, stories and the simulation. It ends with the process.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use uuid::Uuid;

use crate::subscription::{self, Source};
use crate::{
    AppendError, Appended, Head, Journal, JournalError, Position, PreparedEntry, StoredEntry,
    StreamHead, StreamName, Subscription, batch,
};

/// A journal that is nowhere but in this process. Clones share it.
#[derive(Clone, Debug, Default)]
pub struct MemoryJournal {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    kept: Mutex<Kept>,
    /// Wakes subscribers in the order in which they wait, so that a simulation can be repeated.
    news: broadcast::Sender<()>,
}

impl Default for Shared {
    fn default() -> Self {
        Self { kept: Mutex::default(), news: broadcast::Sender::new(1) }
    }
}

#[derive(Debug, Default)]
struct Kept {
    /// All entries; the one at index i has position i + 1.
    entries: Vec<StoredEntry>,
    /// Of each stream, the indexes of its entries.
    streams: BTreeMap<StreamName, Vec<usize>>,
    ids: HashMap<Uuid, usize>,
}

impl MemoryJournal {
    /// An empty journal.
    pub fn new() -> Self {
        Self::default()
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        // No call leaves the lists half-changed, so what a panicking thread left is still right.
        self.shared.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    /// The entries of `stream` from number `from` (1 = the first).
    fn stream(&self, stream: &StreamName, from: u64) -> impl Iterator<Item = &StoredEntry> {
        let indexes = self.streams.get(stream).map_or(&[][..], Vec::as_slice);
        let skip = usize::try_from(from.saturating_sub(1)).unwrap_or(usize::MAX);
        indexes.iter().skip(skip).filter_map(|index| self.entries.get(*index))
    }

    fn head(&self, stream: &StreamName) -> Head {
        let last = self.streams.get(stream).and_then(|indexes| indexes.last());
        last.and_then(|index| self.entries.get(*index)).map_or(Head::EMPTY, |last| last.head())
    }

    fn already(
        &self,
        stream: &StreamName,
        expected: &Head,
        batch: &[PreparedEntry],
    ) -> Option<Vec<StoredEntry>> {
        let before = *expected == Head::EMPTY
            || self.stream(stream, expected.number).next().map(|e| e.head()) == Some(*expected);
        let found: Vec<_> =
            self.stream(stream, expected.number + 1).take(batch.len()).cloned().collect();
        let same = found.len() == batch.len() && found.iter().zip(batch).all(|(f, b)| f.id == b.id);
        (before && same).then_some(found)
    }

    fn store(&mut self, batch: Vec<PreparedEntry>) -> Vec<StoredEntry> {
        let mut stored = Vec::with_capacity(batch.len());
        for entry in batch {
            let index = self.entries.len();
            self.ids.insert(entry.id, index);
            self.streams.entry(entry.stream.clone()).or_default().push(index);
            let entry = StoredEntry { position: Position(index as u64 + 1), entry };
            self.entries.push(entry.clone());
            stored.push(entry);
        }
        stored
    }
}

#[async_trait]
impl Journal for MemoryJournal {
    async fn append(
        &self,
        stream: &StreamName,
        expected: &Head,
        batch: Vec<PreparedEntry>,
    ) -> Result<Appended, AppendError> {
        batch::check(stream, expected, &batch)?;
        let mut kept = self.kept();
        let actual = kept.head(stream);
        if actual != *expected {
            let already = kept.already(stream, expected, &batch);
            return already.map(Appended::Already).ok_or(AppendError::Conflict { actual });
        }
        if let Some(entry) = batch.iter().find(|entry| kept.ids.contains_key(&entry.id)) {
            let why = format!("the id {} of entry {} already exists", entry.id, entry.number);
            return Err(JournalError::BadBatch(why).into());
        }
        let stored = kept.store(batch);
        drop(kept);
        // Without subscribers there is nobody to tell.
        let _ = self.shared.news.send(());
        Ok(Appended::Stored(stored))
    }

    async fn read(
        &self,
        stream: &StreamName,
        from: u64,
        limit: usize,
    ) -> Result<Vec<StoredEntry>, JournalError> {
        Ok(self.kept().stream(stream, from).take(limit).cloned().collect())
    }

    async fn read_all(
        &self,
        after: Option<Position>,
        limit: usize,
    ) -> Result<Vec<StoredEntry>, JournalError> {
        let skip = after.map_or(0, |Position(position)| position);
        let skip = usize::try_from(skip).unwrap_or(usize::MAX);
        Ok(self.kept().entries.iter().skip(skip).take(limit).cloned().collect())
    }

    async fn head(&self, stream: &StreamName) -> Result<Head, JournalError> {
        Ok(self.kept().head(stream))
    }

    async fn streams(&self) -> Result<Vec<StreamHead>, JournalError> {
        let kept = self.kept();
        let head =
            |stream: &StreamName| StreamHead { stream: stream.clone(), head: kept.head(stream) };
        Ok(kept.streams.keys().map(head).collect())
    }

    async fn subscribe(&self, after: Option<Position>) -> Result<Subscription, JournalError> {
        let source = MemorySource {
            news: self.shared.news.subscribe(),
            // Weak, so that a subscription does not keep the journal alive.
            shared: Arc::downgrade(&self.shared),
        };
        Ok(subscription::subscribe(source, after))
    }
}

struct MemorySource {
    shared: std::sync::Weak<Shared>,
    news: broadcast::Receiver<()>,
}

#[async_trait]
impl Source for MemorySource {
    async fn page(
        &mut self,
        after: Option<Position>,
        limit: usize,
    ) -> Result<Vec<StoredEntry>, JournalError> {
        while let Ok(()) | Err(TryRecvError::Lagged(_)) = self.news.try_recv() {}
        match self.shared.upgrade() {
            Some(shared) => MemoryJournal { shared }.read_all(after, limit).await,
            None => Ok(Vec::new()),
        }
    }

    async fn changed(&mut self) -> bool {
        !matches!(self.news.recv().await, Err(RecvError::Closed))
    }
}
