//! A journal that goes away when a test wants it.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use async_trait::async_trait;
use plenary_journal::{
    AppendError, Appended, Head, Journal, JournalError, MemoryJournal, Position, PreparedEntry,
    StoredEntry, StreamHead, StreamName, Subscription,
};

/// A journal in memory that fails as it is told.
#[derive(Default)]
pub(crate) struct Frail {
    inner: MemoryJournal,
    /// Nothing can be read or written.
    pub(crate) is_away: AtomicBool,
    /// The next append to a meeting is stored, its answer is lost, and then it is away.
    pub(crate) swallows: AtomicBool,
    /// Nothing can be written to a platform's own stream.
    pub(crate) keeps_no_drafts: AtomicBool,
    /// How often a stream was read.
    pub(crate) reads: AtomicUsize,
}

impl Frail {
    fn reach(&self) -> Result<(), JournalError> {
        match self.is_away.load(Ordering::SeqCst) {
            true => Err(JournalError::unavailable("it went away")),
            false => Ok(()),
        }
    }
}

#[async_trait]
impl Journal for Frail {
    async fn append(
        &self,
        stream: &StreamName,
        expected: &Head,
        batch: Vec<PreparedEntry>,
    ) -> Result<Appended, AppendError> {
        self.reach()?;
        let is_meeting = stream.meeting_slug().is_some();
        if !is_meeting && self.keeps_no_drafts.load(Ordering::SeqCst) {
            return Err(JournalError::unavailable("no drafts").into());
        }
        let appended = self.inner.append(stream, expected, batch).await?;
        if is_meeting && self.swallows.swap(false, Ordering::SeqCst) {
            self.is_away.store(true, Ordering::SeqCst);
            return Err(AppendError::Unknown(JournalError::unavailable("no answer")));
        }
        Ok(appended)
    }

    async fn read(
        &self,
        stream: &StreamName,
        from: u64,
        limit: usize,
    ) -> Result<Vec<StoredEntry>, JournalError> {
        self.reach()?;
        self.reads.fetch_add(1, Ordering::SeqCst);
        self.inner.read(stream, from, limit).await
    }

    async fn read_all(
        &self,
        after: Option<Position>,
        limit: usize,
    ) -> Result<Vec<StoredEntry>, JournalError> {
        self.reach()?;
        self.inner.read_all(after, limit).await
    }

    async fn head(&self, stream: &StreamName) -> Result<Head, JournalError> {
        self.reach()?;
        self.inner.head(stream).await
    }

    async fn streams(&self) -> Result<Vec<StreamHead>, JournalError> {
        self.reach()?;
        self.inner.streams().await
    }

    async fn subscribe(&self, after: Option<Position>) -> Result<Subscription, JournalError> {
        self.reach()?;
        self.inner.subscribe(after).await
    }
}
