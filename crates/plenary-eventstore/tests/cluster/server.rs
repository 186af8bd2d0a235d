//! How the real server differs from what one would think, as its source says: each difference is
//! met by the journal, on a stand-in that behaves so.

use std::time::Duration;

use plenary_eventstore::{EventStoreJournal, EventStoreOptions};
use plenary_journal::{AppendError, Appended, Delivery, Head, Journal, JournalError, Position};
use plenary_stand_in_eventstore::log::{Deletion, Expected, Proposed};
use plenary_stand_in_eventstore::{AppendFault, Cluster, Options};
use plenary_testkit::contract;
use tokio::time::{sleep, timeout};

use crate::stage::{ANSWER, away, cluster, grow, open, unknown};

fn stand_in(options: Options) -> Cluster {
    Cluster::start(options).unwrap()
}

/// Events of somebody else, so many.
fn foreign(cluster: &Cluster, stream: &str, count: usize) {
    let event = |index: usize| Proposed {
        id: uuid::Uuid::from_u128(index as u128 + 1),
        metadata: [("type".to_owned(), "other".to_owned())].into(),
        custom_metadata: Vec::new(),
        data: b"{}".to_vec(),
    };
    let events: Vec<Proposed> = (0..count).map(event).collect();
    cluster.log().append(stream.as_bytes(), Expected::NoStream, &events, true);
}

#[track_caller]
fn damaged<T: std::fmt::Debug>(result: Result<T, JournalError>) -> String {
    match result {
        Err(error @ JournalError::Damaged { .. }) => error.to_string(),
        other => panic!("damage was expected, not {other:?}"),
    }
}

/// The loser of a race is refused by what readers do not see yet.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_append_that_was_overtaken_waits_until_it_can_tell_by_what() {
    let cluster = stand_in(Options { lag: ANSWER / 2, ..Options::default() });
    let stream = contract::stream("overtaken");
    let (one, two) = (open(&cluster.address()), open(&cluster.address()));
    let head = grow(&*one, &stream, "r1").await;
    assert_eq!(two.head(&stream).await.unwrap(), head);
    let (winner, loser) =
        (contract::batch(&stream, &head, "r2", 2), contract::batch(&stream, &head, "r3", 1));
    let (won, ahead) = (winner[1].head(), (stream.clone(), winner));
    let winning = tokio::spawn(async move { one.append(&ahead.0, &head, ahead.1).await });
    while cluster.log().len() < 3 {
        sleep(Duration::from_millis(1)).await;
    }
    match two.append(&stream, &head, loser).await {
        Err(AppendError::Conflict { actual }) => assert_eq!(actual, won),
        other => panic!("{other:?}"),
    }
    assert!(matches!(winning.await.unwrap(), Ok(Appended::Stored(_))));
}

/// Of two entries that were written meanwhile, the store shows one already and judges by both.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_append_that_was_overtaken_twice_is_told_the_last_and_not_the_first() {
    let cluster = stand_in(Options { lag: ANSWER / 2, ..Options::default() });
    let stream = contract::stream("twice");
    let (one, two) = (open(&cluster.address()), open(&cluster.address()));
    let head = grow(&*one, &stream, "r1").await;
    assert_eq!(two.head(&stream).await.unwrap(), head);
    let first = contract::batch(&stream, &head, "r2", 1);
    let shown = first[0].head();
    one.append(&stream, &head, first).await.unwrap();
    let second = contract::batch(&stream, &shown, "r3", 1);
    let (won, ahead) = (second[0].head(), stream.clone());
    let winning = tokio::spawn(async move { one.append(&ahead, &shown, second).await });
    while cluster.log().len() < 3 {
        sleep(Duration::from_millis(1)).await;
    }
    match two.append(&stream, &head, contract::batch(&stream, &head, "r4", 1)).await {
        Err(AppendError::Conflict { actual }) => assert_eq!(actual, won),
        other => panic!("{other:?}"),
    }
    assert!(matches!(winning.await.unwrap(), Ok(Appended::Stored(_))));
}

#[tokio::test]
async fn a_repeated_append_is_told_as_already_there_also_at_the_beginning() {
    let cluster = cluster(1);
    let journal = open(&cluster.address());
    for count in [1, 2] {
        let stream = contract::stream("repeated");
        let batch = contract::batch(&stream, &Head::EMPTY, "r1", count);
        let first = journal.append(&stream, &Head::EMPTY, batch.clone()).await.unwrap();
        assert!(matches!(first, Appended::Stored(_)), "{first:?}");
        let again = journal.append(&stream, &Head::EMPTY, batch).await.unwrap();
        assert!(matches!(again, Appended::Already(_)), "{again:?}");
    }
}

#[tokio::test]
async fn numbers_that_the_server_cannot_hold_are_behind_every_end() {
    let cluster = cluster(1);
    let journal = open(&cluster.address());
    let stream = contract::stream("numbers");
    let head = grow(&*journal, &stream, "r1").await;
    for number in [i64::MAX.cast_unsigned() + 1, u64::MAX - 1, u64::MAX] {
        assert!(journal.read(&stream, number, 9).await.unwrap().is_empty(), "{number}");
        let all = journal.read_all(Some(Position(number)), 9).await.unwrap();
        assert!(all.is_empty(), "{number}");
    }
    let far = Head { number: u64::MAX - 1, digest: head.digest };
    let batch = contract::batch(&stream, &far, "r2", 1);
    match journal.append(&stream, &far, batch).await {
        Err(AppendError::Conflict { actual }) => assert_eq!(actual, head),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn what_is_too_large_is_refused_with_the_limit_that_the_server_tells() {
    let text = "x".repeat(300 * 1024);
    for (options, setting, most) in [
        (Options::default(), "MaxAppendSize", "1048576"),
        (
            Options { event_bytes_max: Some(200_000), ..Options::default() },
            "MaxAppendEventSize",
            "200000",
        ),
    ] {
        let cluster = stand_in(options);
        let journal = open(&cluster.address());
        let stream = contract::stream("large");
        let data = (0..4).map(|_| format!("{{\"text\":\"{text}\"}}"));
        let batch = contract::batch_of(&stream, &Head::EMPTY, "r1", data);
        match journal.append(&stream, &Head::EMPTY, batch).await {
            Err(AppendError::Failed(JournalError::BadBatch(said))) => {
                assert!(said.contains(setting) && said.contains(most), "{said}");
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(journal.head(&stream).await.unwrap(), Head::EMPTY);
    }
}

#[tokio::test]
async fn a_user_who_may_not_read_everything_is_told_what_an_administrator_must_write() {
    let cluster = stand_in(Options { reads_all: false, ..Options::default() });
    let journal = open(&cluster.address());
    let stream = contract::stream("door");
    grow(&*journal, &stream, "r1").await;
    for said in [away(journal.streams().await), away(journal.read_all(None, 9).await)] {
        assert!(said.contains("$$$all") && said.contains("$admins"), "{said}");
    }
    let mut subscription = journal.subscribe(None).await.unwrap();
    match timeout(ANSWER * 20, subscription.next()).await.unwrap() {
        Some(Delivery::Interrupted(why)) => assert!(why.to_string().contains("$$$all"), "{why}"),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn what_the_server_did_not_begin_is_sent_again_and_what_it_did_not_finish_is_not() {
    let cluster = cluster(1);
    let journal = open(&cluster.address());
    let stream = contract::stream("elections");
    let head = grow(&*journal, &stream, "r1").await;
    cluster.faults().on_appends([AppendFault::NotReady, AppendFault::TooBusy]);
    let batch = contract::batch(&stream, &head, "r2", 1);
    let stored = journal.append(&stream, &head, batch).await.unwrap().into_entries();
    cluster.faults().on_appends([AppendFault::TimeoutBeforeCommit]);
    let head = stored[0].head();
    let batch = contract::batch(&stream, &head, "r3", 1);
    unknown(journal.append(&stream, &head, batch).await);
}

#[tokio::test]
async fn a_stream_that_was_deleted_for_good_is_named_and_the_others_go_on() {
    let cluster = cluster(1);
    let journal = open(&cluster.address());
    let (gone, kept) = (contract::stream("gone"), contract::stream("kept"));
    let head = grow(&*journal, &gone, "r1").await;
    grow(&*journal, &kept, "r1").await;
    cluster.log().delete(gone.as_str().as_bytes(), Deletion::Hard);
    grow(&*journal, &kept, "r2").await;
    let fresh = open(&cluster.address());
    for journal in [&journal, &fresh] {
        let all = journal.read_all(None, 99).await.unwrap();
        assert_eq!(all.iter().filter(|entry| entry.stream == kept).count(), 2);
        let listed = journal.streams().await.unwrap();
        assert_eq!(listed.len(), 2, "{listed:?}");
        let said = damaged(journal.read(&gone, 1, 9).await);
        assert!(said.contains(gone.as_str()) && said.contains("deleted"), "{said}");
        damaged(journal.head(&gone).await);
        let batch = contract::batch(&gone, &head, "r2", 1);
        let refused = journal.append(&gone, &head, batch).await;
        assert!(matches!(refused, Err(AppendError::Failed(_))), "{refused:?}");
    }
    let mut subscription = fresh.subscribe(None).await.unwrap();
    let mut heard = 0;
    while heard < 2 {
        match timeout(ANSWER * 20, subscription.next()).await.unwrap().unwrap() {
            Delivery::Entry(entry) if entry.stream == kept => heard += 1,
            Delivery::Interrupted(why) => panic!("{why}"),
            _ => {}
        }
    }
}

#[tokio::test]
async fn a_stream_that_was_deleted_and_begun_again_is_named_and_not_told_as_new() {
    let cluster = cluster(1);
    let journal = open(&cluster.address());
    let stream = contract::stream("begun");
    grow(&*journal, &stream, "r1").await;
    cluster.log().delete(stream.as_str().as_bytes(), Deletion::Soft);
    let said = damaged(journal.head(&stream).await);
    assert!(said.contains("deleted"), "{said}");
    damaged(journal.read(&stream, 1, 9).await);
    // Who never saw it finds nothing, and is told what the store made of it.
    let fresh = open(&cluster.address());
    assert_eq!(fresh.head(&stream).await.unwrap(), Head::EMPTY);
    let batch = contract::batch(&stream, &Head::EMPTY, "r2", 1);
    let said = unknown(fresh.append(&stream, &Head::EMPTY, batch).await);
    assert!(said.contains("entry 2") && said.contains("deleted"), "{said}");
    damaged(fresh.read(&stream, 1, 9).await);
}

/// A node that lost the others keeps its calls open and says nothing in them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn news_are_heard_although_the_old_leader_is_cut_off_and_silent() {
    let cluster = cluster(2);
    let (reader, writer) = (open(&cluster.address()), open(&cluster.address()));
    let stream = contract::stream("cut");
    let mut subscription = reader.subscribe(None).await.unwrap();
    assert_eq!(timeout(ANSWER * 20, subscription.next()).await.unwrap(), Some(Delivery::CaughtUp));
    cluster.cut_off(0, true);
    cluster.lead(1);
    for number in 1..=3 {
        grow(&*writer, &stream, &format!("r{number}")).await;
        let next = async {
            loop {
                match subscription.next().await {
                    Some(Delivery::Entry(entry)) => return entry.number,
                    Some(_) => {}
                    None => panic!("it ended"),
                }
            }
        };
        assert_eq!(timeout(ANSWER * 20, next).await.expect("in time"), number);
    }
}

/// Whoever listens asks the node that the others of this process found, and does not wait for the
/// next look, which is far away here.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_listens_follows_to_the_node_that_others_found() {
    let cluster = cluster(2);
    let options = EventStoreOptions { answer: ANSWER, search: ANSWER * 10, look: ANSWER * 9_000 };
    let reader = EventStoreJournal::open(&cluster.address(), options).unwrap();
    let writer = open(&cluster.address());
    let stream = contract::stream("found");
    let mut subscription = reader.subscribe(None).await.unwrap();
    let mut hear = async || loop {
        match timeout(ANSWER * 20, subscription.next()).await.expect("in time") {
            Some(Delivery::Entry(entry)) => return entry.number,
            Some(_) => {}
            None => panic!("it ended"),
        }
    };
    // Heard while it happens, so that somebody listens at the first node.
    grow(&*writer, &stream, "r1").await;
    assert_eq!(hear().await, 1);
    grow(&*writer, &stream, "r2").await;
    assert_eq!(hear().await, 2);
    cluster.cut_off(0, true);
    cluster.lead(1);
    reader.head(&stream).await.unwrap();
    grow(&*writer, &stream, "r3").await;
    assert_eq!(hear().await, 3);
}

/// The store filters in silence: what is not ours is passed here then, and once.
#[tokio::test]
async fn a_long_stretch_of_others_is_passed_and_remembered() {
    let cluster = cluster(1);
    let journal = open(&cluster.address());
    let stream = contract::stream("stretch");
    foreign(&cluster, "order-1", 9_000);
    let head = grow(&*journal, &stream, "r1").await;
    cluster.faults().slow_filter(Some(ANSWER / 3));
    assert_eq!(journal.read_all(None, 9).await.unwrap().len(), 1);
    let last = journal.read_all(None, 9).await.unwrap()[0].position;
    foreign(&cluster, "order-2", 9_000);
    assert!(journal.read_all(Some(last), 9).await.unwrap().is_empty());
    let before = cluster.faults().counted().0;
    assert!(journal.read_all(Some(last), 9).await.unwrap().is_empty());
    assert_eq!(cluster.faults().counted().0 - before, 1, "the stretch was passed again");
    let batch = contract::batch(&stream, &head, "r2", 1);
    journal.append(&stream, &head, batch).await.unwrap();
    assert_eq!(journal.read_all(Some(last), 9).await.unwrap().len(), 1);
}
