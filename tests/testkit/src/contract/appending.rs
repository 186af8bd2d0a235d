//! Appending: the exact head, the whole batch, the honest answer.

use std::sync::Arc;

use super::{batch, batch_of, grow, stream, whole};
use plenary_journal::journal::{BATCH_ENTRIES_MAX, DATA_BYTES_MAX};
use plenary_journal::verify::Chain;
use plenary_journal::{AppendError, Appended, Digest, Head, Journal, JournalError};

/// How many writers meet in the case of concurrent writers.
const WRITERS: usize = 8;
/// How many entries each of them stores.
const WRITER_ENTRIES: usize = 10;

fn conflict(result: Result<Appended, AppendError>) -> Head {
    match result {
        Err(AppendError::Conflict { actual }) => actual,
        other => panic!("a conflict was expected, not {other:?}"),
    }
}

/// An append to a stream that does not exist makes it.
pub async fn a_new_stream_begins_after_the_empty_head(journal: &Arc<dyn Journal>) {
    let stream = stream("new");
    assert_eq!(journal.head(&stream).await.unwrap(), Head::EMPTY);
    let batch = batch(&stream, &Head::EMPTY, "r1", 1);
    let appended = journal.append(&stream, &Head::EMPTY, batch.clone()).await.unwrap();
    let Appended::Stored(stored) = appended else { panic!("{appended:?}") };
    assert_eq!(stored.len(), 1);
    assert_eq!(stored[0].entry, batch[0]);
    assert_eq!(journal.head(&stream).await.unwrap(), batch[0].head());
    assert_eq!(whole(&**journal, &stream).await, stored);
}

/// A right number with another digest is as wrong as another number.
pub async fn the_exact_head_is_needed_by_number_and_by_digest(journal: &Arc<dyn Journal>) {
    let stream = stream("exact");
    let first = grow(&**journal, &stream, "r1", 2).await;
    let actual = first[1].head();
    let by_digest = Head { number: 2, digest: Digest([9; 32]) };
    let behind = first[0].head();
    let ahead = Head { number: 3, digest: actual.digest };
    for wrong in [by_digest, behind, ahead, Head::EMPTY] {
        let batch = batch(&stream, &wrong, "r2", 1);
        assert_eq!(conflict(journal.append(&stream, &wrong, batch).await), actual);
    }
    assert_eq!(whole(&**journal, &stream).await, first);
    grow(&**journal, &stream, "r2", 1).await;
}

/// A conflict says where the stream is, also when it does not exist.
pub async fn a_conflict_tells_the_actual_head(journal: &Arc<dyn Journal>) {
    let stream = stream("conflict");
    let wrong = Head { number: 4, digest: Digest([1; 32]) };
    let early = batch(&stream, &wrong, "r1", 1);
    assert_eq!(conflict(journal.append(&stream, &wrong, early.clone()).await), Head::EMPTY);
    let stored = grow(&**journal, &stream, "r2", 3).await;
    let actual = conflict(journal.append(&stream, &wrong, early).await);
    assert_eq!(actual, stored[2].head());
}

/// Of a batch that conflicts or is bad at its end, nothing is stored.
pub async fn a_batch_is_stored_whole_or_not_at_all(journal: &Arc<dyn Journal>) {
    let stream = stream("whole");
    let good = batch(&stream, &Head::EMPTY, "r1", 5);
    let mut bad = good.clone();
    bad[4].number = 7;
    assert!(journal.append(&stream, &Head::EMPTY, bad).await.is_err());
    assert_eq!(journal.head(&stream).await.unwrap(), Head::EMPTY);
    journal.append(&stream, &Head::EMPTY, good.clone()).await.unwrap();
    assert_eq!(whole(&**journal, &stream).await.len(), 5);
    let late = batch(&stream, &good[3].head(), "r2", 3);
    conflict(journal.append(&stream, &good[3].head(), late).await);
    assert_eq!(whole(&**journal, &stream).await.len(), 5);
}

/// The same ids after the same head are stored once; the first bytes stay.
pub async fn an_append_again_is_recognised_and_told(journal: &Arc<dyn Journal>) {
    let stream = stream("again");
    let stored = grow(&**journal, &stream, "r1", 3).await;
    // Decided again after a crash, the same request may bear another time: its ids count.
    let mut later = batch(&stream, &Head::EMPTY, "r1", 3);
    let mut head = Head::EMPTY;
    for entry in &mut later {
        entry.envelope.at = "2026-11-23T20:50:00.000Z".into();
        entry.prev = head.digest;
        entry.digest = plenary_journal::digest::entry_digest(entry);
        head = entry.head();
    }
    for again in [batch(&stream, &Head::EMPTY, "r1", 3), later] {
        let appended = journal.append(&stream, &Head::EMPTY, again).await.unwrap();
        assert_eq!(appended, Appended::Already(stored.clone()));
    }
    assert_eq!(whole(&**journal, &stream).await, stored);
}

/// A repeated append is recognised wherever it stands.
pub async fn an_append_again_is_recognised_after_others_have_appended(journal: &Arc<dyn Journal>) {
    let stream = stream("later");
    let first = grow(&**journal, &stream, "r1", 2).await;
    let second = grow(&**journal, &stream, "r2", 2).await;
    grow(&**journal, &stream, "r3", 2).await;
    let (empty, middle) = (Head::EMPTY, first[1].head());
    for (head, request, stored) in [(empty, "r1", first), (middle, "r2", second)] {
        let again = batch(&stream, &head, request, 2);
        let appended = journal.append(&stream, &head, again).await.unwrap();
        assert_eq!(appended, Appended::Already(stored));
    }
    assert_eq!(whole(&**journal, &stream).await.len(), 6);
}

/// A batch that repeats entries and adds others, or repeats them after another head, conflicts.
pub async fn a_batch_of_which_only_a_part_stands_is_a_conflict(journal: &Arc<dyn Journal>) {
    let stream = stream("part");
    let stored = grow(&**journal, &stream, "r1", 2).await;
    let longer = batch(&stream, &Head::EMPTY, "r1", 3);
    conflict(journal.append(&stream, &Head::EMPTY, longer).await);
    let mixed = batch_of(&stream, &Head::EMPTY, "r2", ["{}".to_owned(), "{}".to_owned()]);
    conflict(journal.append(&stream, &Head::EMPTY, mixed).await);
    let elsewhere = Head { number: 0, digest: Digest([3; 32]) };
    let again = batch(&stream, &elsewhere, "r1", 2);
    conflict(journal.append(&stream, &elsewhere, again).await);
    assert_eq!(whole(&**journal, &stream).await, stored);
}

/// Batches that break the port's own rules are refused by the store itself.
pub async fn a_bad_batch_is_refused_and_nothing_is_written(journal: &Arc<dyn Journal>) {
    let (here, other) = (stream("bad"), stream("other"));
    let good = batch(&here, &Head::EMPTY, "r1", 2);
    let mut unchained = good.clone();
    unchained[1].prev = Digest([5; 32]);
    let mut altered = good.clone();
    altered[1].data = b"{\"text\":\"another\"}"[..].into();
    let mut gap = good.clone();
    gap[1].number = 3;
    let large = format!("{{\"text\":\"{}\"}}", "x".repeat(DATA_BYTES_MAX));
    let mut twice = good.clone();
    twice[1].id = twice[0].id;
    twice[1].digest = plenary_journal::digest::entry_digest(&twice[1]);
    let bad = [
        ("an empty batch", Vec::new()),
        ("an unchained batch", unchained),
        ("an altered entry", altered),
        ("a gap", gap),
        ("another stream", batch(&other, &Head::EMPTY, "r1", 2)),
        ("too large data", batch_of(&here, &Head::EMPTY, "r1", [large])),
        ("data that is no JSON", batch_of(&here, &Head::EMPTY, "r1", ["no".to_owned()])),
        ("one id twice", twice),
        ("too many entries", batch(&here, &Head::EMPTY, "r1", BATCH_ENTRIES_MAX + 1)),
    ];
    for (what, batch) in bad {
        match journal.append(&here, &Head::EMPTY, batch).await {
            Err(AppendError::Failed(JournalError::BadBatch(_))) => {}
            answer => panic!("{what} was answered with {answer:?}"),
        }
    }
    assert_eq!(journal.head(&here).await.unwrap(), Head::EMPTY);
    assert_eq!(journal.head(&other).await.unwrap(), Head::EMPTY);
    let most = batch(&here, &Head::EMPTY, "r1", BATCH_ENTRIES_MAX);
    journal.append(&here, &Head::EMPTY, most).await.unwrap();
}

/// Many write at once, each after the head that it saw: every head is won once.
pub async fn of_writers_at_one_head_exactly_one_wins(journal: &Arc<dyn Journal>) {
    let stream = stream("race");
    let mut writers = Vec::new();
    for writer in 0..WRITERS {
        let (journal, stream) = (Arc::clone(journal), stream.clone());
        writers.push(tokio::spawn(async move {
            let mut won = Vec::new();
            while won.len() < WRITER_ENTRIES {
                let head = journal.head(&stream).await.unwrap();
                let batch = batch(&stream, &head, &format!("w{writer}-{}", won.len()), 1);
                match journal.append(&stream, &head, batch).await {
                    Ok(Appended::Stored(_)) => won.push(head.number),
                    Err(AppendError::Conflict { actual }) => assert_ne!(actual, head),
                    other => panic!("{other:?}"),
                }
            }
            won
        }));
    }
    let mut won = Vec::new();
    for writer in writers {
        won.extend(writer.await.unwrap());
    }
    won.sort_unstable();
    let every: Vec<u64> = (0..(WRITERS * WRITER_ENTRIES) as u64).collect();
    assert_eq!(won, every, "a head was won twice or never");
    let mut chain = Chain::new(stream.clone());
    for entry in whole(&**journal, &stream).await {
        chain.check(&entry).unwrap();
    }
    assert_eq!(chain.head(), journal.head(&stream).await.unwrap());
}
