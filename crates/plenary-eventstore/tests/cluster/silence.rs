//! Appends without an answer, and answers that make no sense: nothing is told that is not known,
//! and what is sent again is stored once.

use std::time::{Duration, Instant};

use plenary_journal::{Appended, Head, Journal};
use plenary_stand_in_eventstore::{AppendFault, Malformed, Quirk};
use plenary_testkit::contract;

use crate::stage::{ANSWER, cluster, grow, later, open, store, unknown};

#[tokio::test]
async fn an_append_without_an_answer_is_unknown_in_time_and_stored_once_when_sent_again() {
    let faults = [
        (AppendFault::TimeoutBeforeCommit, false),
        (AppendFault::TimeoutAfterCommit, true),
        (AppendFault::FreezeBeforeCommit, false),
        (AppendFault::FreezeAfterCommit, true),
        (AppendFault::EmptyAnswer, true),
        (AppendFault::Slow(ANSWER * 3), true),
    ];
    let cluster = cluster(1);
    let journal = open(&cluster.address());
    for (fault, is_stored) in faults {
        let stream = contract::stream("silent");
        let head = grow(&*journal, &stream, "r1").await;
        let batch = contract::batch(&stream, &head, "r2", 2);
        cluster.faults().on_appends([fault]);
        let begin = Instant::now();
        let said = unknown(journal.append(&stream, &head, batch.clone()).await);
        assert!(said.contains("journal"), "{said}");
        assert!(begin.elapsed() < ANSWER * 3, "{fault:?} took {:?}", begin.elapsed());
        let again = journal.append(&stream, &head, batch.clone()).await.unwrap();
        assert_eq!(matches!(again, Appended::Already(_)), is_stored, "{fault:?}: {again:?}");
        assert_eq!(journal.head(&stream).await.unwrap(), batch[1].head(), "{fault:?}");
    }
}

#[tokio::test]
async fn a_slow_answer_is_waited_for() {
    let cluster = cluster(1);
    let journal = open(&cluster.address());
    let stream = contract::stream("slow");
    cluster.faults().on_appends([AppendFault::Slow(ANSWER / 2)]);
    let batch = contract::batch(&stream, &Head::EMPTY, "r1", 1);
    let appended = journal.append(&stream, &Head::EMPTY, batch).await.unwrap();
    assert!(matches!(appended, Appended::Stored(_)));
}

/// A server takes a repeated append by its ids, whatever its bytes: what stands is told.
#[tokio::test]
async fn what_another_process_stored_under_the_same_ids_is_told_and_never_what_was_sent() {
    let (address, stand_in) = store();
    assert_what_stands_is_told(&address).await;
    // A server may also answer a repeated append without a position.
    if let Some(stand_in) = stand_in {
        stand_in.faults().quirk(Some(Quirk::TellsNoPosition));
        assert_what_stands_is_told(&address).await;
    }
}

async fn assert_what_stands_is_told(address: &str) {
    let one = open(address);
    let stream = contract::stream("ids");
    let head = grow(&*one, &stream, "r1").await;
    let batch = contract::batch(&stream, &head, "r2", 2);
    let shorter = batch[..1].to_vec();
    let others = [later(&batch, &head), later(&shorter, &head), batch.clone(), shorter];
    // Each saw the head before the append, so that none has a reason to look again.
    let mut late = Vec::new();
    for _ in &others {
        late.push(open(address));
        assert_eq!(late[late.len() - 1].head(&stream).await.unwrap(), head);
    }
    let stored = one.append(&stream, &head, batch).await.unwrap().into_entries();
    for (two, again) in late.iter().zip(others) {
        let length = again.len();
        let told = two.append(&stream, &head, again).await.unwrap().into_entries();
        let told: Vec<_> = told.into_iter().map(|told| told.entry).collect();
        assert!(told.iter().eq(stored[..length].iter().map(|stored| &stored.entry)), "{told:?}");
    }
    assert_eq!(one.head(&stream).await.unwrap(), stored[1].head());
}

#[tokio::test]
async fn an_answer_that_makes_no_sense_is_an_error_and_breaks_nothing() {
    let cluster = cluster(1);
    let journal = open(&cluster.address());
    let stream = contract::stream("senseless");
    let head = grow(&*journal, &stream, "r1").await;
    let kinds = [
        Malformed::NoContent,
        Malformed::NoEvent,
        Malformed::NoId,
        Malformed::BadId,
        Malformed::NoStream,
        Malformed::NoType,
        Malformed::BadMetadata,
    ];
    for (index, kind) in kinds.into_iter().enumerate() {
        cluster.faults().malformed(Some(kind));
        journal.head(&stream).await.expect_err("a head was made of nothing");
        journal.read(&stream, 1, 9).await.expect_err("entries were made of nothing");
        journal.read_all(None, 9).await.expect_err("entries were made of nothing");
        // Stored, but not to be read back: nobody may say where it stands.
        let at = if index == 0 { head } else { contract_head(&cluster, &stream).await };
        let batch = contract::batch(&stream, &at, &format!("m{index}"), 2);
        unknown(journal.append(&stream, &at, batch.clone()).await);
        cluster.faults().malformed(None);
        let again = journal.append(&stream, &at, batch).await.unwrap();
        assert!(matches!(again, Appended::Already(_)), "{kind:?}: {again:?}");
    }
}

/// The head as a second journal sees it while the faults rest.
async fn contract_head(
    cluster: &plenary_stand_in_eventstore::Cluster,
    stream: &plenary_journal::StreamName,
) -> Head {
    let kept = cluster.faults().malformed_now();
    cluster.faults().malformed(None);
    let head = open(&cluster.address()).head(stream).await.unwrap();
    cluster.faults().malformed(kept);
    head
}

/// With Nagle's delay each append and each read would take 44 ms.
#[tokio::test]
async fn one_append_after_the_other_waits_for_no_packet() {
    let (address, _stand_in) = store();
    let journal = open(&address);
    let stream = contract::stream("quick");
    let mut head = grow(&*journal, &stream, "r0").await;
    let mut taken = Vec::new();
    for entry in 1..=60 {
        let batch = contract::batch(&stream, &head, &format!("r{entry}"), 1);
        let next = batch[0].head();
        let begin = Instant::now();
        journal.append(&stream, &head, batch).await.unwrap();
        taken.push(begin.elapsed());
        head = next;
    }
    taken.sort_unstable();
    println!("append and read back: p50 {:?}, p90 {:?}", taken[30], taken[54]);
    assert!(taken[30] < Duration::from_millis(30), "{:?}", taken[30]);
}
