//! A write-ahead log that a crash cut or garbled: what was acknowledged before the damage is there,
//! what is there is whole, and a head kept elsewhere names what is missing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use plenary_journal::journal::Journal;
use plenary_journal::verify::{Chain, Why};
use plenary_journal::{Head, Random, SeededRandom, StreamName};
use plenary_sqlite::{SqliteJournal, SqliteOptions};
use plenary_testkit::contract::{batch, stream, whole};
use tempfile::TempDir;

/// How many appends the image holds.
const APPENDS: usize = 12;
/// How many damages of each kind are tried.
const DAMAGES: u64 = 60;

/// What a disk holds at the moment of a crash, and how long the log was after each append.
struct Image {
    stream: StreamName,
    database: Vec<u8>,
    log: Vec<u8>,
    /// Of each acknowledged append: its last entry, and the length of the log when it was told.
    told: Vec<(Head, usize)>,
}

fn log_of(path: &Path) -> PathBuf {
    path.with_file_name("journal.db-wal")
}

async fn image() -> Image {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("journal.db");
    let journal = SqliteJournal::open(&path, SqliteOptions::default()).unwrap();
    let stream = stream("torn");
    let (mut head, mut told) = (Head::EMPTY, Vec::new());
    for append in 0..APPENDS {
        let batch = batch(&stream, &head, &format!("r{append}"), 1 + append % 3);
        let last = batch.last().unwrap().head();
        journal.append(&stream, &head, batch).await.unwrap();
        head = last;
        told.push((head, fs::metadata(log_of(&path)).unwrap().len() as usize));
    }
    let (database, log) = (fs::read(&path).unwrap(), fs::read(log_of(&path)).unwrap());
    assert!(told.is_sorted_by(|a, b| a.1 < b.1), "the log was begun anew; use fewer appends");
    Image { stream, database, log, told }
}

impl Image {
    /// The chain that is found when the journal is opened with this log.
    async fn recovered(&self, log: &[u8]) -> (Chain, TempDir) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("journal.db");
        fs::write(&path, &self.database).unwrap();
        fs::write(log_of(&path), log).unwrap();
        let journal = SqliteJournal::open(&path, SqliteOptions::default()).unwrap();
        let mut chain = Chain::new(self.stream.clone());
        for entry in whole(&journal, &self.stream).await {
            chain.check(&entry).unwrap();
        }
        assert_eq!(journal.head(&self.stream).await.unwrap(), chain.head());
        // What was recovered goes on.
        let next = batch(&self.stream, &chain.head(), "next", 2);
        journal.append(&self.stream, &chain.head(), next).await.unwrap();
        (chain, dir)
    }

    /// What is said when the journal is to be opened with this log, for writing or reading.
    fn refused(&self, log: &[u8]) -> String {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("journal.db");
        fs::write(&path, &self.database).unwrap();
        fs::write(log_of(&path), log).unwrap();
        let read_only = SqliteOptions { read_only: true, ..SqliteOptions::default() };
        let tried = [SqliteOptions::default(), read_only].map(|options| {
            let opened = SqliteJournal::open(&path, options);
            opened.map(|_| "it was opened".to_owned()).unwrap_or_else(|error| error.to_string())
        });
        assert_eq!(tried[0], tried[1]);
        assert_eq!(fs::read(log_of(&path)).unwrap(), log, "a refusal changed the log");
        tried[0].clone()
    }

    /// The last head that was told when the log was at most `length` long.
    fn told_within(&self, length: usize) -> Head {
        let mut within = self.told.iter().filter(|(_, log)| *log <= length);
        within.next_back().map_or(Head::EMPTY, |(head, _)| *head)
    }

    fn last(&self) -> Head {
        self.told.last().unwrap().0
    }
}

fn below(random: &SeededRandom, limit: usize) -> usize {
    let mut bytes = [0; 8];
    random.fill(&mut bytes).unwrap();
    (u64::from_be_bytes(bytes) % limit as u64) as usize
}

#[tokio::test]
async fn rubbish_after_the_last_acknowledged_frame_loses_nothing() {
    let image = image().await;
    for length in [0, 1, 23, 24, 4_096, 4_120, 10_000] {
        let mut log = image.log.clone();
        let random = SeededRandom::new(length as u64);
        let mut rubbish = vec![0; length];
        random.fill(&mut rubbish).unwrap();
        log.extend(rubbish);
        let (chain, _dir) = image.recovered(&log).await;
        assert_eq!(chain.head(), image.last(), "{length} bytes of rubbish");
    }
}

#[tokio::test]
async fn a_log_cut_anywhere_leaves_exactly_what_was_acknowledged_before_the_cut() {
    let image = image().await;
    let ends = image.told.iter().flat_map(|(_, end)| [end - 1, *end, end + 1]);
    let random = (0..DAMAGES).map(|seed| below(&SeededRandom::new(seed), image.log.len()));
    for cut in ends.chain(random).chain([0, 1, 31, 32]) {
        let cut = cut.min(image.log.len());
        let (chain, _dir) = image.recovered(&image.log[..cut]).await;
        assert_eq!(chain.head(), image.told_within(cut), "the log was cut at {cut}");
        if chain.head() != image.last() {
            let missing = chain.check_head(&image.last()).unwrap_err();
            assert_eq!((missing.number, missing.why), (chain.head().number + 1, Why::Missing));
        }
    }
}

#[tokio::test]
async fn a_garbled_byte_is_named_and_in_the_last_commit_it_may_count_as_cut_off() {
    let image = image().await;
    let lengths = std::iter::once(0).chain(image.told.iter().map(|(_, end)| *end));
    let lengths: Vec<usize> = lengths.collect();
    let (last, all) = (lengths[APPENDS - 1], lengths[APPENDS]);
    // Anywhere, and as often in the last commit.
    let places =
        (0..DAMAGES).map(|seed| (seed, 0..all)).chain((0..DAMAGES).map(|s| (s, last..all)));
    for (seed, within) in places {
        let random = SeededRandom::new(seed);
        let at = within.start + below(&random, within.len());
        let mut log = image.log.clone();
        log[at] ^= 1 << below(&random, 8);
        if at < last {
            let refused = image.refused(&log);
            assert!(refused.contains("entries that were stored are lost"), "byte {at}: {refused}");
            continue;
        }
        let (chain, _dir) = image.recovered(&log).await;
        // The frames before the garbled one are whole; none is taken from behind it.
        let told = image.told_within(at);
        assert_eq!(chain.head(), told, "seed {seed}: byte {at} was garbled");
        let missing = chain.check_head(&image.last()).unwrap_err();
        assert_eq!((missing.number, missing.why), (told.number + 1, Why::Missing));
    }
}
