//! A journal as a process reaches it on a bad day: requests and answers are lost, late or doubled,
//! conflicts are invented. What it does is decided by dice alone, so that a seed repeats it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use plenary_journal::{
    AppendError, Appended, Head, Journal, JournalError, MemoryJournal, Position, PreparedEntry,
    StoredEntry, StreamHead, StreamName, Subscription,
};
use tokio::time::Instant;

/// Dice that several can throw, in an order that the seed decides.
#[derive(Clone)]
pub(crate) struct Dice(Arc<Mutex<fastrand::Rng>>);

impl Dice {
    pub(crate) fn of(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(fastrand::Rng::with_seed(seed))))
    }

    /// A number below `bound`.
    pub(crate) fn below(&self, bound: usize) -> usize {
        self.0.lock().unwrap().usize(0..bound)
    }

    /// Whether something happens that happens so many times in a thousand.
    pub(crate) fn falls(&self, in_a_thousand: usize) -> bool {
        self.below(1_000) < in_a_thousand
    }

    /// One of these.
    pub(crate) fn one<'t, T>(&self, of: &'t [T]) -> &'t T {
        &of[self.below(of.len())]
    }

    async fn waits(&self, milliseconds: usize) {
        tokio::time::sleep(Duration::from_millis(self.below(milliseconds) as u64)).await;
    }
}

/// The journal, as one process reaches it.
pub(crate) struct Weather {
    journal: Arc<MemoryJournal>,
    dice: Dice,
    /// Nothing goes wrong for the moment.
    calm: Arc<AtomicBool>,
    /// Until when the store cannot be reached at all.
    away_until: Mutex<Option<Instant>>,
    /// The process has crashed: nothing that it began goes on.
    pub(crate) dead: AtomicBool,
}

impl Weather {
    pub(crate) fn new(journal: Arc<MemoryJournal>, dice: Dice, calm: Arc<AtomicBool>) -> Self {
        Self { journal, dice, calm, away_until: Mutex::default(), dead: AtomicBool::new(false) }
    }

    async fn lives(&self) {
        if self.dead.load(Ordering::SeqCst) {
            std::future::pending::<()>().await;
        }
    }

    fn is_calm(&self) -> bool {
        self.calm.load(Ordering::SeqCst)
    }

    /// The way to the store: it may take its time, and the request may be lost on it.
    async fn reach(&self) -> Result<(), JournalError> {
        self.lives().await;
        if self.is_calm() {
            return Ok(());
        }
        if self.dice.falls(400) {
            self.dice.waits(60).await;
            self.lives().await;
        }
        if self.is_away() {
            return Err(JournalError::unavailable("it is away"));
        }
        if self.dice.falls(50) {
            return Err(JournalError::unavailable("the request was lost"));
        }
        Ok(())
    }

    /// Now and then the store is away for some seconds.
    fn is_away(&self) -> bool {
        let mut away_until = self.away_until.lock().unwrap();
        if away_until.is_some_and(|until| Instant::now() < until) {
            return true;
        }
        let goes = self.dice.falls(6);
        let seconds = Duration::from_millis(self.dice.below(20_000) as u64);
        *away_until = goes.then(|| Instant::now() + seconds);
        goes
    }

    /// The store does what was asked some time after the asker has given up.
    fn stores_later(&self, stream: &StreamName, expected: &Head, batch: Vec<PreparedEntry>) {
        let (journal, dice) = (Arc::clone(&self.journal), self.dice.clone());
        let (stream, expected) = (stream.clone(), *expected);
        tokio::spawn(async move {
            dice.waits(400).await;
            let _ = journal.append(&stream, &expected, batch).await;
        });
    }
}

#[async_trait]
impl Journal for Weather {
    async fn append(
        &self,
        stream: &StreamName,
        expected: &Head,
        batch: Vec<PreparedEntry>,
    ) -> Result<Appended, AppendError> {
        self.reach().await?;
        if self.is_calm() {
            return self.journal.append(stream, expected, batch).await;
        }
        let no_answer = || AppendError::Unknown(JournalError::unavailable("no answer"));
        match self.dice.below(100) {
            0..6 => {
                let actual = self.journal.head(stream).await?;
                Err(AppendError::Conflict { actual })
            }
            6..12 => {
                let _ = self.journal.append(stream, expected, batch).await;
                Err(no_answer())
            }
            12..16 => {
                self.stores_later(stream, expected, batch);
                Err(no_answer())
            }
            16..20 => Err(no_answer()),
            20..24 => {
                let _ = self.journal.append(stream, expected, batch.clone()).await;
                self.journal.append(stream, expected, batch).await
            }
            _ => {
                let appended = self.journal.append(stream, expected, batch).await;
                // The answer takes its time too: a crash may come before it.
                self.dice.waits(40).await;
                self.lives().await;
                appended
            }
        }
    }

    async fn read(
        &self,
        stream: &StreamName,
        from: u64,
        limit: usize,
    ) -> Result<Vec<StoredEntry>, JournalError> {
        self.reach().await?;
        self.journal.read(stream, from, limit).await
    }

    async fn read_all(
        &self,
        after: Option<Position>,
        limit: usize,
    ) -> Result<Vec<StoredEntry>, JournalError> {
        self.reach().await?;
        self.journal.read_all(after, limit).await
    }

    async fn head(&self, stream: &StreamName) -> Result<Head, JournalError> {
        self.reach().await?;
        self.journal.head(stream).await
    }

    async fn streams(&self) -> Result<Vec<StreamHead>, JournalError> {
        self.reach().await?;
        self.journal.streams().await
    }

    async fn subscribe(&self, after: Option<Position>) -> Result<Subscription, JournalError> {
        self.reach().await?;
        self.journal.subscribe(after).await
    }
}
