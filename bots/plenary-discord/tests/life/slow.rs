//! A journal in memory that can be slow, or away.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use plenary_journal::{
    AppendError, Appended, Head, Journal, JournalError, MemoryJournal, Position, PreparedEntry,
    StoredEntry, StreamHead, StreamName, Subscription,
};

/// The journal.
#[derive(Default)]
pub(crate) struct SlowJournal {
    journal: MemoryJournal,
    pause_ms: AtomicU64,
    panics: AtomicBool,
}

impl SlowJournal {
    /// Each call takes so long from now on.
    pub(crate) fn be_slow(&self, pause: Duration) {
        let pause = u64::try_from(pause.as_millis()).unwrap();
        self.pause_ms.store(pause, Ordering::SeqCst);
    }

    /// The next call that writes breaks.
    pub(crate) fn break_next(&self) {
        self.panics.store(true, Ordering::SeqCst);
    }

    async fn pause(&self) {
        let pause = self.pause_ms.load(Ordering::SeqCst);
        if pause > 0 {
            tokio::time::sleep(Duration::from_millis(pause)).await;
        }
    }
}

#[async_trait]
impl Journal for SlowJournal {
    async fn append(
        &self,
        stream: &StreamName,
        expected: &Head,
        batch: Vec<PreparedEntry>,
    ) -> Result<Appended, AppendError> {
        self.pause().await;
        assert!(!self.panics.swap(false, Ordering::SeqCst), "the journal breaks as it was asked");
        self.journal.append(stream, expected, batch).await
    }

    async fn read(
        &self,
        stream: &StreamName,
        from: u64,
        limit: usize,
    ) -> Result<Vec<StoredEntry>, JournalError> {
        self.pause().await;
        self.journal.read(stream, from, limit).await
    }

    async fn read_all(
        &self,
        after: Option<Position>,
        limit: usize,
    ) -> Result<Vec<StoredEntry>, JournalError> {
        self.journal.read_all(after, limit).await
    }

    async fn head(&self, stream: &StreamName) -> Result<Head, JournalError> {
        self.pause().await;
        self.journal.head(stream).await
    }

    async fn streams(&self) -> Result<Vec<StreamHead>, JournalError> {
        self.journal.streams().await
    }

    async fn subscribe(&self, after: Option<Position>) -> Result<Subscription, JournalError> {
        self.journal.subscribe(after).await
    }
}
