//! Subscriptions: they keep their own place, call again when their call ends in whatever way, never
//! keep a processor busy, and end when they are told.

use std::time::Duration;

use plenary_journal::{Delivery, Journal, StreamName, Subscription};
use plenary_stand_in_eventstore::Ending;
use plenary_stand_in_eventstore::log::{Expected, Proposed};
use plenary_testkit::contract;
use tokio::time::{sleep, timeout};

use crate::stage::{cluster, grow, open};

const PATIENCE: Duration = Duration::from_secs(20);

async fn next(subscription: &mut Subscription) -> Delivery {
    timeout(PATIENCE, subscription.next()).await.expect("in time").expect("still open")
}

/// The number of the next entry of `stream`, and whether an interruption was told before.
async fn hear(subscription: &mut Subscription, stream: &StreamName) -> (u64, bool) {
    let mut is_interrupted = false;
    loop {
        match next(subscription).await {
            Delivery::Entry(entry) if entry.stream == *stream => {
                return (entry.number, is_interrupted);
            }
            Delivery::Interrupted(_) => is_interrupted = true,
            Delivery::Entry(_) | Delivery::CaughtUp | Delivery::FellBehind => {}
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_that_ends_is_made_again_and_every_entry_is_heard_once() {
    let cluster = cluster(1);
    let journal = open(&cluster.address());
    let stream = contract::stream("ended");
    let mut subscription = journal.subscribe(None).await.unwrap();
    let endings = [Ending::Ok, Ending::Unavailable, Ending::Aborted];
    for number in 1..=12 {
        grow(&*journal, &stream, &format!("r{number}")).await;
        assert_eq!(hear(&mut subscription, &stream).await.0, number as u64);
        cluster.faults().end_subscriptions(endings[number % 3]);
    }
}

/// What the maintained client does not survive: a subscription that ends with status OK.
#[tokio::test]
async fn calls_that_end_with_ok_at_once_are_made_again_with_pauses() {
    let cluster = cluster(1);
    let journal = open(&cluster.address());
    let mut subscription = journal.subscribe(None).await.unwrap();
    assert_eq!(next(&mut subscription).await, Delivery::CaughtUp);
    let before = cluster.faults().counted();
    for _ in 0..100 {
        cluster.faults().end_subscriptions(Ending::Ok);
        sleep(Duration::from_millis(10)).await;
    }
    let after = cluster.faults().counted();
    let (reads, calls) = (after.0 - before.0, after.1 - before.1);
    assert!(calls <= 40 && reads <= 40, "{reads} reads and {calls} calls in a second");
    let stream = contract::stream("after");
    grow(&*journal, &stream, "r1").await;
    assert_eq!(hear(&mut subscription, &stream).await.0, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_goes_away_is_told_once_and_heard_again_when_it_returns() {
    let cluster = cluster(1);
    let journal = open(&cluster.address());
    let stream = contract::stream("away");
    let mut subscription = journal.subscribe(None).await.unwrap();
    grow(&*journal, &stream, "r1").await;
    assert_eq!(hear(&mut subscription, &stream).await, (1, false));
    cluster.stop(0);
    sleep(Duration::from_millis(1_500)).await;
    cluster.start_again(0).unwrap();
    grow(&*journal, &stream, "r2").await;
    assert_eq!(hear(&mut subscription, &stream).await, (2, true));
    grow(&*journal, &stream, "r3").await;
    assert_eq!(hear(&mut subscription, &stream).await, (3, false));
}

#[tokio::test]
async fn a_subscription_ends_when_the_journal_is_closed() {
    let cluster = cluster(1);
    let journal = open(&cluster.address());
    let mut subscription = journal.subscribe(None).await.unwrap();
    assert_eq!(next(&mut subscription).await, Delivery::CaughtUp);
    drop(journal);
    assert_eq!(timeout(PATIENCE, subscription.next()).await.unwrap(), None);
}

#[tokio::test]
async fn what_others_keep_in_the_same_store_is_not_heard_nor_listed() {
    let cluster = cluster(1);
    let journal = open(&cluster.address());
    let foreign = Proposed {
        id: uuid::Uuid::from_u128(1),
        metadata: [("type".to_owned(), "other".to_owned())].into(),
        custom_metadata: Vec::new(),
        data: b"{}".to_vec(),
    };
    for name in ["$settings", "$$meeting-a", "order-1", "meeting-Capital"] {
        let events = [foreign.clone()];
        cluster.log().append(name.as_bytes(), Expected::NoStream, &events, true);
    }
    let stream = contract::stream("ours");
    let mut subscription = journal.subscribe(None).await.unwrap();
    grow(&*journal, &stream, "r1").await;
    assert_eq!(hear(&mut subscription, &stream).await.0, 1);
    let listed = journal.streams().await.unwrap();
    assert_eq!(listed.iter().map(|one| &one.stream).collect::<Vec<_>>(), [&stream]);
    assert_eq!(journal.read_all(None, 99).await.unwrap().len(), 1);
    // A stream with a name of ours and somebody else's events is damage, and is named.
    cluster.log().append(b"meeting-taken", Expected::NoStream, &[foreign], true);
    let error = journal.read_all(None, 99).await.unwrap_err();
    assert!(error.to_string().contains("meeting-taken, entry 1"), "{error}");
}
