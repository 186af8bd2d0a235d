//! A journal whose entries are looked at before anybody else sees them: one whose digest is not
//! that of its content, or that does not follow the one before it, is never handed out.

use std::sync::Arc;

use async_trait::async_trait;
use tokio::sync::mpsc;

use crate::digest::entry_digest;
use crate::journal::{AppendError, Appended, Delivery, Journal, JournalError, StreamHead};
use crate::verify::{Broken, Why};
use crate::{Digest, Head, Position, PreparedEntry, StoredEntry, StreamName, Subscription};

/// How many deliveries wait for the subscriber.
const DELIVERIES_MAX: usize = 64;

/// Hands out only what is whole.
pub struct CheckedJournal {
    inner: Arc<dyn Journal>,
}

impl CheckedJournal {
    /// The same journal, with every entry checked when it is read.
    pub fn new(inner: Arc<dyn Journal>) -> Self {
        Self { inner }
    }
}

#[async_trait]
impl Journal for CheckedJournal {
    async fn append(
        &self,
        stream: &StreamName,
        expected: &Head,
        batch: Vec<PreparedEntry>,
    ) -> Result<Appended, AppendError> {
        self.inner.append(stream, expected, batch).await
    }

    async fn read(
        &self,
        stream: &StreamName,
        from: u64,
        limit: usize,
    ) -> Result<Vec<StoredEntry>, JournalError> {
        let entries = self.inner.read(stream, from, limit).await?;
        page(stream, from, &entries)?;
        Ok(entries)
    }

    async fn read_all(
        &self,
        after: Option<Position>,
        limit: usize,
    ) -> Result<Vec<StoredEntry>, JournalError> {
        let entries = self.inner.read_all(after, limit).await?;
        entries.iter().try_for_each(|entry| whole(entry))?;
        Ok(entries)
    }

    async fn head(&self, stream: &StreamName) -> Result<Head, JournalError> {
        self.inner.head(stream).await
    }

    async fn streams(&self) -> Result<Vec<StreamHead>, JournalError> {
        self.inner.streams().await
    }

    async fn check(&self) -> Result<(), JournalError> {
        self.inner.check().await
    }

    /// Ends at the first entry that is not whole, and says so before.
    async fn subscribe(&self, after: Option<Position>) -> Result<Subscription, JournalError> {
        let mut heard = self.inner.subscribe(after).await?;
        let (deliveries, receiver) = mpsc::channel(DELIVERIES_MAX);
        tokio::spawn(async move {
            loop {
                let delivery = tokio::select! {
                    biased;
                    () = deliveries.closed() => return,
                    next = heard.next() => next,
                };
                let Some(delivery) = delivery else { return };
                let damage = match &delivery {
                    Delivery::Entry(entry) => whole(entry).err(),
                    Delivery::CaughtUp | Delivery::FellBehind | Delivery::Interrupted(_) => None,
                };
                let told = damage.as_ref().map(|damage| Delivery::Interrupted(damage.to_string()));
                if deliveries.send(told.unwrap_or(delivery)).await.is_err() || damage.is_some() {
                    return;
                }
            }
        });
        Ok(Subscription::new(receiver))
    }
}

/// Checks entries of one stream that were read from number `from` on.
///
/// # Errors
/// [`JournalError::Damaged`] names the first one that is altered or does not follow.
pub fn page(stream: &StreamName, from: u64, entries: &[StoredEntry]) -> Result<(), JournalError> {
    let mut before = (from <= 1).then_some(Digest::ZERO);
    for entry in entries {
        if entry.stream != *stream {
            return Err(broken(stream, entry.number, Why::ForeignStream(entry.stream.clone())));
        }
        whole(entry)?;
        if before.is_some_and(|before| before != entry.prev) {
            return Err(broken(stream, entry.number, Why::Unchained));
        }
        before = Some(entry.digest);
    }
    Ok(())
}

/// The digest of an entry is that of its content.
fn whole(entry: &PreparedEntry) -> Result<(), JournalError> {
    if entry_digest(entry) == entry.digest {
        return Ok(());
    }
    Err(broken(&entry.stream, entry.number, Why::Altered))
}

fn broken(stream: &StreamName, number: u64, why: Why) -> JournalError {
    Broken { stream: stream.clone(), number, why }.into()
}
