//! What every journal promises, of the one in a file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::Arc;

use plenary_journal::Head;
use plenary_journal::journal::{AppendError, Journal, JournalError};
use plenary_sqlite::{SqliteJournal, SqliteOptions};
use plenary_testkit::contract;
use plenary_testkit::journal_contract;
use tempfile::TempDir;

async fn journal() -> (Arc<dyn Journal>, TempDir) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("journal.db");
    (Arc::new(SqliteJournal::open(&path, SqliteOptions::default()).unwrap()), dir)
}

journal_contract!(journal);

#[tokio::test]
async fn an_id_that_is_taken_is_refused_and_its_batch_leaves_nothing() {
    let (journal, _dir) = journal().await;
    let stream = contract::stream("taken");
    let first = contract::batch(&stream, &Head::EMPTY, "r1", 1);
    let head = first[0].head();
    journal.append(&stream, &Head::EMPTY, first).await.unwrap();
    let mut again = contract::batch(&stream, &head, "r2", 3);
    let taken = contract::batch(&stream, &Head::EMPTY, "r1", 1).remove(0).id;
    let mut previous = head;
    for (index, entry) in again.iter_mut().enumerate() {
        if index == 2 {
            entry.id = taken;
        }
        entry.prev = previous.digest;
        entry.digest = plenary_journal::digest::entry_digest(entry);
        previous = entry.head();
    }
    let refused = journal.append(&stream, &head, again).await;
    assert!(matches!(&refused, Err(AppendError::Failed(JournalError::BadBatch(_)))), "{refused:?}");
    assert_eq!(journal.head(&stream).await.unwrap(), head);
    let other = contract::batch(&stream, &head, "r3", 2);
    journal.append(&stream, &head, other).await.unwrap();
}

#[tokio::test]
async fn a_subscription_ends_when_the_journal_is_closed() {
    let (journal, _dir) = journal().await;
    let mut subscription = journal.subscribe(None).await.unwrap();
    subscription.next().await.unwrap();
    drop(journal);
    let ended = tokio::time::timeout(std::time::Duration::from_secs(10), subscription.next());
    assert_eq!(ended.await.unwrap(), None);
}
