//! What a copy promises, between journals in memory.

use plenary_journal::MemoryJournal;
use plenary_journal::copy::*;
use plenary_journal::{Head, Journal, PreparedEntry};
use plenary_testkit::contract;

async fn filled(entries: usize) -> MemoryJournal {
    let journal = MemoryJournal::new();
    let streams = [contract::stream("one"), contract::stream("two")];
    for entry in 0..entries {
        let stream = &streams[usize::from(entry % 3 == 0)];
        let head = journal.head(stream).await.unwrap();
        let batch = contract::batch(stream, &head, &format!("r{entry}"), 1);
        journal.append(stream, &head, batch).await.unwrap();
    }
    journal
}

async fn all(journal: &MemoryJournal) -> Vec<PreparedEntry> {
    let entries = journal.read_all(None, usize::MAX).await.unwrap();
    entries.into_iter().map(|stored| stored.entry).collect()
}

#[tokio::test]
async fn a_copy_holds_the_same_entries_in_the_same_order_and_again_adds_nothing() {
    let (from, to) = (filled(2_500).await, MemoryJournal::new());
    let mut last = None;
    let copied = copy(&from, &to, &mut |progress| last = Some(progress)).await.unwrap();
    assert_eq!(copied.written, 2_500);
    assert_eq!(last, Some(Progress::Compared(2_500, 2_500)));
    assert_eq!(all(&to).await, all(&from).await);
    assert_eq!(copy(&from, &to, &mut |_| {}).await.unwrap().written, 0);
}

#[tokio::test]
async fn a_copy_goes_on_where_it_stopped() {
    let (from, to) = (filled(100).await, MemoryJournal::new());
    for entry in all(&from).await.into_iter().take(37) {
        let expected = Head { number: entry.number - 1, digest: entry.prev };
        to.append(&entry.stream.clone(), &expected, vec![entry]).await.unwrap();
    }
    assert_eq!(copy(&from, &to, &mut |_| {}).await.unwrap().written, 63);
    assert_eq!(all(&to).await, all(&from).await);
}

#[tokio::test]
async fn a_target_that_is_no_prefix_is_refused_and_stays_as_it_is() {
    let from = filled(10).await;
    let stream = all(&from).await[0].stream.clone();
    for foreign in [stream, contract::stream("foreign")] {
        let to = MemoryJournal::new();
        let batch = contract::batch(&foreign, &Head::EMPTY, "another", 1);
        to.append(&foreign, &Head::EMPTY, batch.clone()).await.unwrap();
        let refused = copy(&from, &to, &mut |_| {}).await;
        assert!(matches!(refused, Err(CopyError::NotPrefix(_))), "{refused:?}");
        assert_eq!(all(&to).await, batch);
    }
}
