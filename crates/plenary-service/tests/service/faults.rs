//! A journal that misbehaves on demand: it does not answer, goes away, or lets others win.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use plenary_journal::{
    AppendError, Appended, Head, Journal, JournalError, Position, PreparedEntry, StoredEntry,
    StreamHead, StreamName, Subscription,
};

/// What one append does instead of its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It commits, and the answer is lost.
    CommitsWithoutAnswer,
    /// It does nothing, and the answer is lost.
    LostWithoutAnswer,
    /// It surely does nothing.
    Fails,
    /// It says that others were first.
    Conflicts,
}

/// The journal `inner` with faults.
pub(crate) struct Faulty {
    inner: Arc<dyn Journal>,
    /// What the next appends do; without any they do their work.
    next: Mutex<VecDeque<Fault>>,
    /// What every append does once `next` is empty.
    always: Mutex<Option<Fault>>,
    /// How many calls of any kind fail from now on, because the store is away.
    away: AtomicUsize,
    /// How many calls fail after the next append that has a fault of its own.
    away_after: AtomicUsize,
    /// How many appends were tried.
    pub(crate) appends: AtomicUsize,
}

impl Faulty {
    pub(crate) fn new(inner: Arc<dyn Journal>) -> Arc<Self> {
        let (next, always) = (Mutex::default(), Mutex::default());
        let [away, away_after, appends] = [0; 3].map(AtomicUsize::new);
        Arc::new(Self { inner, next, always, away, away_after, appends })
    }

    pub(crate) fn next(&self, faults: &[Fault]) {
        self.next.lock().unwrap().extend(faults);
    }

    pub(crate) fn always(&self, fault: Option<Fault>) {
        *self.always.lock().unwrap() = fault;
    }

    pub(crate) fn away(&self, calls: usize) {
        self.away.store(calls, Ordering::SeqCst);
    }

    /// The store goes away with the next append that has a fault of its own.
    pub(crate) fn away_after(&self, calls: usize) {
        self.away_after.store(calls, Ordering::SeqCst);
    }

    fn reach(&self) -> Result<(), JournalError> {
        let left = |calls: usize| calls.checked_sub(1);
        match self.away.fetch_update(Ordering::SeqCst, Ordering::SeqCst, left) {
            Ok(_) => Err(gone()),
            Err(_) => Ok(()),
        }
    }
}

fn gone() -> JournalError {
    JournalError::unavailable("it went away")
}

#[async_trait]
impl Journal for Faulty {
    async fn append(
        &self,
        stream: &StreamName,
        expected: &Head,
        batch: Vec<PreparedEntry>,
    ) -> Result<Appended, AppendError> {
        self.appends.fetch_add(1, Ordering::SeqCst);
        self.reach().map_err(AppendError::Unknown)?;
        let fault = self.next.lock().unwrap().pop_front();
        if fault.is_some() {
            self.away(self.away_after.swap(0, Ordering::SeqCst));
        }
        let always = *self.always.lock().unwrap();
        match fault.or(always) {
            None => {}
            Some(Fault::LostWithoutAnswer) => return Err(AppendError::Unknown(gone())),
            Some(Fault::Fails) => return Err(AppendError::Failed(gone())),
            Some(Fault::Conflicts) => {
                return Err(AppendError::Conflict { actual: *expected });
            }
            Some(Fault::CommitsWithoutAnswer) => {
                self.inner.append(stream, expected, batch).await?;
                return Err(AppendError::Unknown(gone()));
            }
        }
        self.inner.append(stream, expected, batch).await
    }

    async fn read(
        &self,
        stream: &StreamName,
        from: u64,
        limit: usize,
    ) -> Result<Vec<StoredEntry>, JournalError> {
        self.reach()?;
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
