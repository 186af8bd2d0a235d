//! The journal in memory keeps the contract.

use plenary_journal::memory::*;
use plenary_journal::{AppendError, Head, Journal, JournalError};
use plenary_testkit::contract;
use std::sync::Arc;

async fn journal() -> (Arc<dyn Journal>, ()) {
    (Arc::new(MemoryJournal::new()), ())
}

plenary_testkit::journal_contract!(journal);

#[tokio::test]
async fn an_id_that_is_taken_is_not_stored_again_after_the_head() {
    let journal = MemoryJournal::new();
    let stream = contract::stream("taken");
    let first = contract::batch(&stream, &Head::EMPTY, "r", 1);
    let head = first[0].head();
    journal.append(&stream, &Head::EMPTY, first).await.unwrap();
    let again = contract::batch(&stream, &head, "r", 1);
    let refused = journal.append(&stream, &head, again).await;
    assert!(matches!(refused, Err(AppendError::Failed(JournalError::BadBatch(_)))));
}
