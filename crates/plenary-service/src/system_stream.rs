//! Plenary's own streams, beside the meetings': what a platform must remember (drafts, which place
//! is for which meeting) and what was delivered of a meeting's notices (stored form, “Streams”).
//!
//! They name persons by number, never accounts. Each is read strictly: a kind that this release
//! does not know is an error, never passed over.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use plenary_domain::{Actor, Capacity, Timestamp};
use plenary_journal::entry::NewEntry;
use plenary_journal::{AppendError, Head, PreparedEntry, StoredEntry, StreamName, digest};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::sync::Mutex;
use uuid::Uuid;

use crate::installation::InstallationSecret;
use crate::outcome::Failure;
use crate::turn::{ATTEMPTS_MAX, PAGE_ENTRIES};
use crate::{Ports, RequestName, TranslateError, codec};

/// The longest pause after a conflict, in milliseconds; with all attempts, about a second.
const PAUSE_MILLIS_MAX: u64 = 128;

/// A place of a platform is for a meeting.
pub(crate) const PLACE_BOUND: &str = "platform.place-bound.v1";
/// A text waits for its author's press.
pub(crate) const DRAFT_SAVED: &str = "platform.draft-saved.v1";
/// A draft was sent or dropped.
pub(crate) const DRAFT_CLOSED: &str = "platform.draft-closed.v1";
/// A notice is about to be sent.
pub(crate) const DELIVERY_CLAIMED: &str = "delivery.claimed.v1";
/// A notice was sent.
pub(crate) const DELIVERY_SENT: &str = "delivery.sent.v1";

/// What this process has read of the system's streams.
#[derive(Default)]
pub(crate) struct Cache(Mutex<HashMap<StreamName, Arc<Mutex<Log>>>>);

type Log = Vec<Arc<StoredEntry>>;

/// One of these streams, for one thing that is done.
pub(crate) struct SystemStream<'s> {
    pub(crate) ports: &'s Ports,
    secret: &'s InstallationSecret,
    cache: &'s Cache,
    pub(crate) name: StreamName,
    pub(crate) now: Timestamp,
}

/// What became of an entry that was to be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stored {
    /// This call stored it.
    Now,
    /// An entry with its id is there already.
    Before,
}

impl<'s> SystemStream<'s> {
    pub(crate) fn new(
        ports: &'s Ports,
        secret: &'s InstallationSecret,
        cache: &'s Cache,
        name: StreamName,
    ) -> Self {
        let now = Timestamp::new(ports.clock.now());
        Self { ports, secret, cache, name, now }
    }

    /// Every entry so far; what was read before is not read again.
    pub(crate) async fn entries(&self) -> Result<Log, Failure> {
        let log = self.log().await;
        let mut log = log.lock().await;
        self.read_on(&mut log).await?;
        Ok(log.clone())
    }

    /// What this process has read of the stream.
    async fn log(&self) -> Arc<Mutex<Log>> {
        Arc::clone(self.cache.0.lock().await.entry(self.name.clone()).or_default())
    }

    async fn read_on(&self, log: &mut Log) -> Result<(), Failure> {
        loop {
            let from = log.len() as u64 + 1;
            let page = self.ports.journal.read(&self.name, from, PAGE_ENTRIES).await?;
            let full = page.len() == PAGE_ENTRIES;
            log.extend(page.into_iter().map(Arc::new));
            if !full {
                return Ok(());
            }
        }
    }

    /// Stores one entry under a name of its own; storing it again changes nothing. Within this
    /// process one waits for the other: many people who say something at once are no contest.
    pub(crate) async fn append(
        &self,
        request: &RequestName,
        event: (&str, &impl Serialize),
        actor: &Actor,
    ) -> Result<Stored, Failure> {
        let (kind, event) = event;
        let data = serde_json::to_vec(event)
            .map_err(|error| Failure::Translate(TranslateError::Unwritable(error.to_string())))?;
        let id = digest::entry_id(&self.name, request.as_str(), 0);
        let log = self.log().await;
        let mut entries = log.lock().await;
        for attempt in 0..ATTEMPTS_MAX {
            self.read_on(&mut entries).await?;
            if entries.iter().any(|entry| entry.id == id) {
                // After an append without an answer it is this call's own.
                return Ok(if attempt == 0 { Stored::Before } else { Stored::Now });
            }
            let head = entries.last().map_or(Head::EMPTY, |last| last.head());
            let last = entries.last().and_then(|entry| entry.envelope.at.parse::<Timestamp>().ok());
            let at = last.map_or(self.now, |last| last.max(self.now));
            let new = NewEntry {
                id,
                kind: kind.into(),
                envelope: codec::envelope(at, request.as_str(), actor),
                salt: digest::salt(self.secret.get()?.as_bytes(), &id),
                data: data.clone().into(),
            };
            let entry = PreparedEntry::after(&head, &self.name, new);
            match self.ports.journal.append(&self.name, &head, vec![entry]).await {
                Ok(_) => return Ok(Stored::Now),
                // Another process was faster, and may have more to say: it is let finish.
                Err(AppendError::Conflict { .. }) => tokio::time::sleep(pause(attempt, &id)).await,
                Err(AppendError::Unknown(_)) => {}
                Err(AppendError::Failed(error)) => return Err(Failure::Journal(error)),
            }
        }
        Err(Failure::Busy)
    }
}

/// How long to wait after the conflict of this attempt, from 0: longer each time, and not as long
/// as others do.
fn pause(attempt: usize, id: &Uuid) -> Duration {
    let [.., last] = id.into_bytes();
    let longest = PAUSE_MILLIS_MAX.min(2 << attempt.min(8));
    Duration::from_millis(longest / 2 + u64::from(last) % (longest / 2))
}

/// Plenary itself, as whoever did something that nobody did.
pub(crate) fn plenary() -> Actor {
    Actor::nobody(Capacity::Plenary)
}

/// Reads the data of an entry whose kind is known.
pub(crate) fn read<T: DeserializeOwned>(entry: &StoredEntry) -> Result<T, TranslateError> {
    serde_json::from_slice(&entry.data).map_err(|error| TranslateError::misread(entry, &error))
}

/// The error of an entry whose kind this release does not know.
pub(crate) fn newer(entry: &StoredEntry) -> TranslateError {
    TranslateError::newer(entry, format!("`{}`", entry.kind))
}

/// A request's name that this crate makes itself.
pub(crate) fn named(name: &str) -> Result<RequestName, Failure> {
    RequestName::new(name).map_err(|bad| Failure::BadName(bad.to_string()))
}
