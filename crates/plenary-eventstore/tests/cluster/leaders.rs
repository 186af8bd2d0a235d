//! Nodes that hand over, stop and come back: nothing acknowledged is lost, nothing is stored twice,
//! and the journal finds its way by itself.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use plenary_eventstore::EventStoreJournal;
use plenary_journal::verify::Chain;
use plenary_journal::{AppendError, Head, Journal, StreamName};
use plenary_testkit::contract;

use crate::stage::{ANSWER, away, cluster, grow, open};

#[tokio::test]
async fn another_leader_is_followed_by_readers_and_writers() {
    let cluster = cluster(2);
    let journal = open(&cluster.address());
    let stream = contract::stream("handed");
    for (turn, leader) in [0, 1, 0, 1].into_iter().enumerate() {
        cluster.lead(leader);
        let head = grow(&*journal, &stream, &format!("r{turn}")).await;
        assert_eq!(head.number, turn as u64 + 1);
        assert_eq!(journal.streams().await.unwrap().len(), 1);
    }
    cluster.lead(0);
    cluster.stop(1);
    assert_eq!(grow(&*journal, &stream, "last").await.number, 5);
}

#[tokio::test]
async fn a_server_that_goes_away_and_returns_is_told_and_found_again() {
    let cluster = cluster(1);
    let journal = open(&cluster.address());
    let stream = contract::stream("returned");
    let head = grow(&*journal, &stream, "r1").await;
    cluster.stop(0);
    let batch = contract::batch(&stream, &head, "r2", 1);
    let mut unsent = 0;
    for _ in 0..3 {
        let begin = Instant::now();
        match journal.append(&stream, &head, batch.clone()).await {
            // The first may have been on its way when the connection broke.
            Err(AppendError::Unknown(_)) => {}
            Err(AppendError::Failed(_)) => unsent += 1,
            other => panic!("{other:?}"),
        }
        assert!(begin.elapsed() < ANSWER * 5);
    }
    assert!(unsent >= 2, "an append that cannot have been sent is told as unknown");
    away(journal.head(&stream).await);
    cluster.start_again(0).unwrap();
    assert_eq!(journal.head(&stream).await.unwrap(), head);
    journal.append(&stream, &head, batch.clone()).await.unwrap();
    assert_eq!(journal.head(&stream).await.unwrap(), batch[0].head());
}

/// Appends `count` requests of one writer, each until it is acknowledged.
async fn write(
    journal: Arc<EventStoreJournal>,
    stream: StreamName,
    writer: usize,
    count: usize,
) -> Vec<String> {
    let mut acknowledged = Vec::new();
    while acknowledged.len() < count {
        let request = format!("w{writer}-{}", acknowledged.len());
        let Ok(mut head) = journal.head(&stream).await else { continue };
        loop {
            let batch = contract::batch(&stream, &head, &request, 1);
            match journal.append(&stream, &head, batch).await {
                Ok(_) => break,
                Err(AppendError::Conflict { actual }) => head = actual,
                // The same ids at the same head: stored once, whatever became of the first.
                Err(AppendError::Unknown(_) | AppendError::Failed(_)) => {}
            }
        }
        acknowledged.push(request);
    }
    acknowledged
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_requests_of_two_writers_over_a_change_of_leader_are_stored_once_each() {
    let cluster = cluster(2);
    let stream = contract::stream("thousand");
    let writers: Vec<_> = (0..2)
        .map(|writer| tokio::spawn(write(open(&cluster.address()), stream.clone(), writer, 500)))
        .collect();
    let reader = open(&cluster.address());
    for (leader, at) in [(1, 200), (0, 400)] {
        while reader.head(&stream).await.map_or(0, |head| head.number) < at {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        cluster.lead(leader);
        let other = 1 - leader;
        cluster.stop(other);
        tokio::time::sleep(Duration::from_millis(50)).await;
        cluster.start_again(other).unwrap();
    }
    let mut acknowledged = Vec::new();
    for writer in writers {
        acknowledged.extend(writer.await.unwrap());
    }
    let views = [contract::whole(&*reader, &stream).await, {
        contract::whole(&*open(&cluster.address()), &stream).await
    }];
    assert_eq!(views[0], views[1]);
    let stored: Vec<String> =
        views[0].iter().map(|entry| entry.envelope.request.to_string()).collect();
    let once: BTreeSet<&String> = stored.iter().collect();
    assert_eq!(once.len(), stored.len(), "a request was stored twice");
    assert_eq!(once, acknowledged.iter().collect(), "an acknowledged request is lost");
    let mut chain = Chain::new(stream);
    for entry in &views[0] {
        chain.check(entry).unwrap();
    }
    assert_eq!(chain.head().number, 1_000);
    assert_ne!(chain.head(), Head::EMPTY);
}
