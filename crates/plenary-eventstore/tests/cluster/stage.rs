//! A cluster and journals on it, impatient enough for tests.

use std::sync::Arc;
use std::time::Duration;

use plenary_eventstore::{EventStoreJournal, EventStoreOptions};
use plenary_journal::{
    AppendError, Appended, Head, Journal, JournalError, PreparedEntry, StreamName,
};
use plenary_stand_in_eventstore::{Cluster, Options};
use plenary_testkit::contract;

/// How long these journals wait for an answer.
pub(crate) const ANSWER: Duration = Duration::from_millis(400);

/// How often these journals look for news of which they were not told.
pub(crate) const LOOK: Duration = Duration::from_millis(300);

pub(crate) fn cluster(nodes: usize) -> Cluster {
    Cluster::start(Options { nodes, ..Options::default() }).unwrap()
}

/// A store without faults, for what a real server must do as well: the one that
/// `PLENARY_TEST_ESDB` names, or a stand-in that lives as long as what is given with its address.
pub(crate) fn store() -> (String, Option<Cluster>) {
    match std::env::var("PLENARY_TEST_ESDB") {
        Ok(address) => (address, None),
        Err(_) => {
            let cluster = cluster(1);
            (cluster.address(), Some(cluster))
        }
    }
}

pub(crate) fn open(address: &str) -> Arc<EventStoreJournal> {
    let options = EventStoreOptions { answer: ANSWER, search: ANSWER, look: LOOK };
    Arc::new(EventStoreJournal::open(address, options).unwrap())
}

/// Appends one entry at the head that is there now.
pub(crate) async fn grow(journal: &dyn Journal, stream: &StreamName, request: &str) -> Head {
    let head = journal.head(stream).await.unwrap();
    let batch = contract::batch(stream, &head, request, 1);
    let stored = journal.append(stream, &head, batch).await.unwrap().into_entries();
    stored[0].head()
}

/// The same ids in the same place, decided a minute later.
pub(crate) fn later(batch: &[PreparedEntry], expected: &Head) -> Vec<PreparedEntry> {
    let mut head = *expected;
    let mut later = batch.to_vec();
    for entry in &mut later {
        entry.envelope.at = "2026-11-23T20:50:12.000Z".into();
        entry.prev = head.digest;
        entry.digest = plenary_journal::digest::entry_digest(entry);
        head = entry.head();
    }
    later
}

#[track_caller]
pub(crate) fn unknown(result: Result<Appended, AppendError>) -> String {
    match result {
        Err(AppendError::Unknown(error)) => error.to_string(),
        other => panic!("no answer was expected, not {other:?}"),
    }
}

/// The sentence of a store that cannot be reached; it names the setting.
#[track_caller]
pub(crate) fn away<T: std::fmt::Debug>(result: Result<T, JournalError>) -> String {
    match result {
        Err(JournalError::Unavailable(said, _)) if said.contains("setting `journal`") => said,
        other => panic!("a sentence that names the setting was expected, not {other:?}"),
    }
}
