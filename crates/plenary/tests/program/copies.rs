//! `plenary journal copy`: between a file and a cluster, out and back, however often it is
//! interrupted.

use std::time::{Duration, Instant};

use plenary_journal::{Head, Journal, StreamName};
use plenary_sqlite::{SqliteJournal, SqliteOptions};
use plenary_stand_in_eventstore::{Cluster, Options};
use plenary_testkit::contract;

use crate::interrupted::interrupt as interrupted;
use crate::stage::{FIRST, Ran, Stage, path_of};

const ENTRIES: usize = 20_000;
const BATCH: usize = 40;

/// A file with [`ENTRIES`] entries of five streams in turn.
fn fill(stage: &Stage) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let path = stage.path("v.db");
        let journal = SqliteJournal::open(&path, SqliteOptions::default()).expect("a journal");
        let streams: Vec<StreamName> = (0..5).map(|_| contract::stream("moved")).collect();
        let mut heads = vec![Head::EMPTY; streams.len()];
        for turn in 0..ENTRIES / BATCH {
            let at = turn % streams.len();
            let batch = contract::batch(&streams[at], &heads[at], &format!("r{turn}"), BATCH);
            let last = batch[BATCH - 1].head();
            journal.append(&streams[at], &heads[at], batch).await.expect("it is stored");
            heads[at] = last;
        }
    });
}

/// Starts a copy and kills it as soon as `enough` says so.
fn interrupt(stage: &Stage, from: &str, to: &str, enough: impl Fn() -> bool) {
    let mut child = stage.start(&["journal", "copy", "--from", from, "--to", to]);
    let begin = Instant::now();
    while !enough() && begin.elapsed() < Duration::from_secs(60) {
        if child.try_wait().expect("it can be asked").is_some() {
            break;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
}

#[test]
fn twenty_thousand_entries_go_out_and_back_over_three_interruptions_with_equal_digests() {
    let stage = Stage::empty();
    fill(&stage);
    let cluster = Cluster::start(Options::default()).expect("the stand-in starts");
    let far = cluster.address();
    let part = |part: usize| move |cluster: &Cluster| cluster.log().len() >= ENTRIES / 5 * part;
    for turn in 1..=3 {
        interrupt(&stage, "sqlite:v.db", &far, || part(turn)(&cluster));
        assert!(cluster.log().len() >= ENTRIES / 5 * turn);
    }
    let copy =
        |from: &str, to: &str| stage.run(&["journal", "copy", "--from", from, "--to", to]).done();
    copy("sqlite:v.db", &far);
    assert_eq!(cluster.log().len(), ENTRIES);
    interrupt(&stage, &far, "sqlite:back.db", || stage.path("back.db").exists());
    copy(&far, "sqlite:back.db");
    let heads = |journal: &str| stage.run(&["journal", "status", "--journal", journal]).done();
    let (first, back) = (heads("sqlite:v.db"), heads("sqlite:back.db"));
    assert_eq!(first.lines().skip(2).collect::<Vec<_>>(), back.lines().skip(2).collect::<Vec<_>>());
    assert!(first.contains("5 meetings and 0 other streams, 20000 entries."), "{first}");
    let told = copy(&far, "sqlite:back.db");
    assert!(told.contains("0 entries were copied"), "{told}");
}

#[test]
fn a_copy_that_ctrl_c_ends_says_that_it_goes_on_and_goes_on() {
    let stage = Stage::empty();
    fill(&stage);
    let cluster = Cluster::start(Options::default()).expect("the stand-in starts");
    let far = cluster.address();
    let copy = ["journal", "copy", "--from", "sqlite:v.db", "--to", &far];
    let child = stage.start(&copy);
    while cluster.log().len() < ENTRIES / 10 {
        std::thread::sleep(Duration::from_millis(2));
    }
    interrupted(child.id());
    let begin = Instant::now();
    let ran = Ran::from(child.wait_with_output().expect("it ends"));
    assert!(begin.elapsed() < Duration::from_secs(5));
    let copied = cluster.log().len();
    assert!(copied < ENTRIES, "the interruption came too late");
    assert_eq!(ran.code, Some(130), "{}", ran.err);
    assert!(ran.err.contains("run the same command again to continue"), "{}", ran.err);
    let told = stage.run(&copy).done();
    let left = format!("{} entries were copied", ENTRIES - copied);
    assert!(told.contains(&left) && told.contains("identical in both. Head: "), "{told}");
}

#[test]
fn a_target_that_holds_something_else_is_refused_and_stays_as_it_is() {
    let stage = Stage::of(FIRST);
    let other = ["play", "--quiet", &path_of(FIRST), "--journal", "sqlite:other.db"];
    stage.run_with("PLENARY__SEED", "9", &other).done();
    let copy = ["journal", "copy", "--from", "sqlite:v.db", "--to", "sqlite:other.db"];
    let verify = ["verify", "--journal", "sqlite:other.db"];
    let before = stage.run(&verify).done();
    let said = stage.run(&copy).refused();
    assert!(said.contains("must be empty or an unfinished copy of the source"), "{said}");
    assert!(!said.contains("goes on"), "{said}");
    assert_eq!(stage.run(&verify).done(), before);
    let same = ["journal", "copy", "--from", "sqlite:v.db", "--to", "sqlite:v.db"];
    assert!(stage.run(&same).refused().contains("the same journal"));
    let none = ["journal", "copy", "--from", "sqlite:none.db", "--to", "sqlite:new.db"];
    assert!(stage.run(&none).refused().contains("there is no journal at none.db"));
}
