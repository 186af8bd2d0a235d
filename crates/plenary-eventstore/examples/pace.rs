//! Measures, in one run on loopback: a bare call with nodelay, an append with its reading back, a
//! read, 64 writers, and catching up beside a file, on the stand-in or on the server that
//! `PLENARY_TEST_ESDB` names.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::sync::Arc;
use std::time::{Duration, Instant};

use plenary_eventstore::{EventStoreJournal, EventStoreOptions};
use plenary_journal::{Delivery, Head, Journal, contract};
use plenary_sqlite::{SqliteJournal, SqliteOptions};
use plenary_stand_in_eventstore::{Cluster, Options};

const SINGLE: usize = 500;
const WRITERS: usize = 64;
const EACH: usize = 30;
const HISTORY: usize = 100_000;
const BATCH: usize = 500;

fn told(what: &str, mut taken: Vec<Duration>) {
    taken.sort_unstable();
    let at = |part: usize| taken.get(taken.len() * part / 100).copied().unwrap_or_default();
    println!("{what}: p50 {:?}, p99 {:?}", at(50), at(99));
}

#[tokio::main]
async fn main() {
    let cluster = Cluster::start(Options::default()).unwrap();
    let address = std::env::var("PLENARY_TEST_ESDB").unwrap_or_else(|_| cluster.address());
    let open = || EventStoreJournal::open(&address, EventStoreOptions::default()).unwrap();
    let journal = Arc::new(open());
    single(&journal).await;
    many(&journal).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("v.db");
    let file = Arc::new(SqliteJournal::open(&file, SqliteOptions::default()).unwrap());
    fill(&*journal).await;
    fill(&*file).await;
    follow("catching up in a file", &*file).await;
    follow("catching up in a cluster", &open()).await;
}

async fn fill(journal: &dyn Journal) {
    let stream = contract::stream("history");
    let mut head = Head::EMPTY;
    for turn in 0..HISTORY / BATCH {
        let batch = contract::batch(&stream, &head, &format!("r{turn}"), BATCH);
        let last = batch[BATCH - 1].head();
        journal.append(&stream, &head, batch).await.unwrap();
        head = last;
    }
}

async fn follow(what: &str, journal: &dyn Journal) {
    let begin = Instant::now();
    let mut subscription = journal.subscribe(None).await.unwrap();
    let mut heard = 0;
    while subscription.next().await != Some(Delivery::CaughtUp) {
        heard += 1;
    }
    println!("{what}: {heard} entries in {:?}", begin.elapsed());
}

async fn single(journal: &EventStoreJournal) {
    let stream = contract::stream("single");
    let (mut appends, mut heads, mut reads) = (Vec::new(), Vec::new(), Vec::new());
    let mut head = Head::EMPTY;
    for turn in 0..SINGLE {
        let batch = contract::batch(&stream, &head, &format!("r{turn}"), 1);
        let next = batch[0].head();
        let begin = Instant::now();
        journal.append(&stream, &head, batch).await.unwrap();
        appends.push(begin.elapsed());
        head = next;
        let begin = Instant::now();
        journal.head(&stream).await.unwrap();
        heads.push(begin.elapsed());
        let begin = Instant::now();
        journal.read(&stream, head.number, 1).await.unwrap();
        reads.push(begin.elapsed());
    }
    told("append with its reading back", appends);
    told("head (one bare call)", heads);
    told("read of one entry", reads);
}

async fn many(journal: &Arc<EventStoreJournal>) {
    let begin = Instant::now();
    let writers: Vec<_> = (0..WRITERS)
        .map(|_| {
            let journal = Arc::clone(journal);
            tokio::spawn(async move {
                let stream = contract::stream("many");
                let mut head = Head::EMPTY;
                for turn in 0..EACH {
                    let batch = contract::batch(&stream, &head, &format!("r{turn}"), 1);
                    let next = batch[0].head();
                    journal.append(&stream, &head, batch).await.unwrap();
                    head = next;
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    let count = u32::try_from(WRITERS * EACH).unwrap();
    let each = begin.elapsed() / count;
    println!("{WRITERS} writers, {count} entries: {:?}, {each:?} each", begin.elapsed());
}
