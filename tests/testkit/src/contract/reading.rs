//! Reading: in order, by pages, byte for byte, without holes.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::{all_of, batch_of, grow, listed, stream, whole};
use plenary_journal::{Head, Journal, Position, StreamName};

/// How many writers work beside the reader.
const WRITERS: usize = 4;
/// How many entries each of them stores.
const WRITER_ENTRIES: usize = 25;

/// Pages of every size give the same stream.
pub async fn a_stream_reads_by_pages_in_order(journal: &Arc<dyn Journal>) {
    let stream = stream("pages");
    let mut stored = grow(&**journal, &stream, "r1", 7).await;
    stored.extend(grow(&**journal, &stream, "r2", 4).await);
    for limit in [1, 2, 5, 11, 100] {
        let mut read = Vec::new();
        while read.len() < stored.len() {
            let page = journal.read(&stream, read.len() as u64 + 1, limit).await.unwrap();
            assert!((1..=limit).contains(&page.len()), "a page of {limit} has {}", page.len());
            read.extend(page);
        }
        assert_eq!(read, stored);
    }
    assert_eq!(journal.read(&stream, 4, 2).await.unwrap(), stored[3..5]);
    assert_eq!(journal.read(&stream, 12, 10).await.unwrap(), []);
    assert_eq!(journal.read(&stream, 1, 0).await.unwrap(), []);
    assert_eq!(journal.read(&stream, u64::MAX, usize::MAX).await.unwrap(), []);
}

/// What does not exist is empty, not an error.
pub async fn an_unknown_stream_reads_as_empty(journal: &Arc<dyn Journal>) {
    let stream = stream("unknown");
    assert_eq!(journal.read(&stream, 1, 10).await.unwrap(), []);
    assert_eq!(journal.head(&stream).await.unwrap(), Head::EMPTY);
    assert_eq!(listed(&**journal, &stream).await, None);
}

/// Whatever UTF-8 holds comes back as it was, in data and envelope.
pub async fn bytes_come_back_untouched(journal: &Arc<dyn Journal>) {
    let stream = stream("bytes");
    let data = [
        r#"{"a":"é e\u0301 \ud83d\ude00 😀 \n\t\u0000"}"#,
        "{\"b\":\"עברית \u{202e}right to left\u{202c}\",\"zero\":\"a\u{200b}b\"}",
        "{\"c\":\"\u{feff}\u{fffd}\u{10ffff}\u{2028}\u{85}\u{7f}\"}",
        r#"{"d":1.0,"e":1e400,"f":12345678901234567890123, "g" : [ ] ,"d":2}"#,
        "{}",
    ];
    let mut batch =
        batch_of(&stream, &Head::EMPTY, "r1", data.iter().map(|data| (*data).to_owned()));
    let mut head = Head::EMPTY;
    for entry in &mut batch {
        entry.envelope.person = None;
        entry.envelope.delegation = Some("côte-d’ivoire".into());
        entry.envelope.acting_for = None;
        entry.prev = head.digest;
        entry.digest = plenary_journal::digest::entry_digest(entry);
        head = entry.head();
    }
    journal.append(&stream, &Head::EMPTY, batch.clone()).await.unwrap();
    let read = whole(&**journal, &stream).await;
    for ((read, sent), data) in read.iter().zip(&batch).zip(data) {
        assert_eq!(read.entry, *sent);
        assert_eq!(std::str::from_utf8(&read.data).unwrap(), data);
    }
    assert_eq!(read.len(), data.len());
}

/// The order of all entries is that of their positions, and that of each stream.
pub async fn all_streams_read_in_the_order_of_positions(journal: &Arc<dyn Journal>) {
    let streams = [stream("one"), stream("two")];
    let mut stored = Vec::new();
    for round in 0..3 {
        for stream in &streams {
            stored.extend(grow(&**journal, stream, &format!("r{round}"), 2).await);
        }
    }
    assert!(stored.is_sorted_by(|a, b| a.position < b.position), "positions do not rise");
    let start = Some(stored[0].position);
    assert_eq!(all_of(&**journal, &streams, start).await, stored[1..]);
    assert_eq!(all_of(&**journal, &streams, None).await, stored);
    assert_eq!(journal.read_all(start, 0).await.unwrap(), []);
}

/// A reader that goes on from what it saw last misses nothing of what is written meanwhile.
pub async fn a_reader_beside_writers_sees_no_holes(journal: &Arc<dyn Journal>) {
    let streams: Vec<StreamName> = (0..WRITERS).map(|_| stream("beside")).collect();
    let written = Arc::new(AtomicBool::new(false));
    let reader = {
        let (journal, streams, written) =
            (Arc::clone(journal), streams.clone(), Arc::clone(&written));
        tokio::spawn(async move {
            let mut seen = Vec::new();
            let mut after: Option<Position> = None;
            loop {
                let done = written.load(Ordering::SeqCst);
                let page = journal.read_all(after, 7).await.unwrap();
                match page.last() {
                    Some(last) => after = Some(last.position),
                    None if done => return seen,
                    None => tokio::task::yield_now().await,
                }
                seen.extend(page.into_iter().filter(|entry| streams.contains(&entry.stream)));
            }
        })
    };
    let mut writers = Vec::new();
    for stream in streams.clone() {
        let journal = Arc::clone(journal);
        writers.push(tokio::spawn(async move {
            for entry in 0..WRITER_ENTRIES {
                grow(&*journal, &stream, &format!("r{entry}"), 1 + entry % 3).await;
            }
        }));
    }
    for writer in writers {
        writer.await.unwrap();
    }
    written.store(true, Ordering::SeqCst);
    let seen = reader.await.unwrap();
    assert_eq!(seen, all_of(&**journal, &streams, None).await);
    for stream in &streams {
        let of_stream: Vec<_> = seen.iter().filter(|e| e.stream == *stream).cloned().collect();
        assert_eq!(of_stream, whole(&**journal, stream).await);
    }
}

/// The list of streams is by name and knows each head.
pub async fn every_stream_is_listed_with_its_head(journal: &Arc<dyn Journal>) {
    for length in 1..4 {
        let stream = stream("listed");
        let stored = grow(&**journal, &stream, "r1", length).await;
        let head = stored.last().unwrap().head();
        assert_eq!(listed(&**journal, &stream).await, Some(head));
        assert_eq!(journal.head(&stream).await.unwrap(), head);
    }
}
