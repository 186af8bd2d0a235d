//! One bit of the file is flipped, anywhere: `verify` finds it, or it changes nothing; and no
//! command that reads prints altered words. 500 places here; more with `PLENARY_FLIPS`:
//! `PLENARY_FLIPS=10000 cargo test --release -p plenary --test program flips -- --nocapture`.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use plenary_journal::{Random, SeededRandom};

use crate::stage::{FIRST, Ran, Stage};

const FLIPS: usize = 500;
const THREADS: usize = 2;

/// What reads the journal and prints what it read.
const READING: [&[&str]; 4] = [
    &["paper", "record", "ciber-v", "--readers", "secretariat"],
    &["paper", "history", "ciber-v", "--readers", "secretariat"],
    &["show", "participants", "ciber-v"],
    &["show", "comments", "ciber-v", "--format", "json", "--readers", "secretariat"],
];
const LINES: &str = "agenda show\ncomment list\nrecord show\nme\n";

/// A stage's journal with some byte changed, and what the program says of it.
struct Flipped<'s> {
    stage: &'s Stage,
    journal: String,
}

impl Flipped<'_> {
    fn run(&self, args: &[&str]) -> Ran {
        self.stage.run(&[args, &["--journal", &self.journal, "--keys", "v.db.keys"]].concat())
    }

    fn chat(&self) -> String {
        let how = ["chat", "ciber-v", "--as", "secretariat", "--journal", &self.journal];
        let ran = self.stage.pipe(&[&how[..], &["--keys", "v.db.keys"]].concat(), LINES);
        format!("{}{}", ran.out, ran.err)
    }
}

/// What everything printed before.
struct Whole {
    export: String,
    read: Vec<String>,
    chat: String,
}

/// The place of a flip, from 0: byte and bit.
fn place(random: &SeededRandom, length: usize) -> (usize, u8) {
    let mut bytes = [0; 8];
    random.fill(&mut bytes).expect("seeded numbers do not end");
    let number = usize::try_from(u64::from_le_bytes(bytes) >> 3).expect("64 bits");
    (number % length, bytes[0] % 8)
}

/// Tries one flip; whether `verify` named it.
fn is_named(flipped: &Flipped<'_>, whole: &Whole, (turn, what): (usize, &str)) -> bool {
    let verified = flipped.run(&["verify"]);
    let is_named = verified.code != Some(0);
    let export = flipped.run(&["export", "ciber-v"]);
    if export.code == Some(0) {
        assert_eq!(export.out, whole.export, "{what}: exported with other words");
    } else {
        assert!(is_named, "{what}: verified, and not exported: {}", export.err);
    }
    if turn.is_multiple_of(READING.len() + 1) {
        let chat = flipped.chat();
        let is_refused = ["is damaged", "is not a", "cannot be", "was written by"]
            .iter()
            .any(|why| chat.contains(why));
        assert!(chat == whole.chat || is_named && is_refused, "{what}: {chat}");
        return is_named;
    }
    let index = turn % (READING.len() + 1) - 1;
    let read = flipped.run(READING[index]);
    if read.code == Some(0) {
        assert_eq!(read.out, whole.read[index], "{what}: {:?} with other words", READING[index]);
    } else {
        assert!(is_named, "{what}: verified, and not read: {}", read.err);
    }
    is_named
}

#[test]
fn every_flipped_bit_is_named_or_changes_nothing_and_no_altered_word_is_printed() {
    let wanted = std::env::var("PLENARY_FLIPS").ok();
    let flips = wanted.map_or(FLIPS, |number| number.parse().expect("a number of flips"));
    let stage = Stage::of(FIRST);
    let bytes = stage.read("v.db");
    let intact = Flipped { stage: &stage, journal: "sqlite:v.db".to_owned() };
    let whole = Whole {
        export: stage.export(),
        read: READING.iter().map(|args| intact.run(args).done()).collect(),
        chat: intact.chat(),
    };
    assert_eq!(stage.read("v.db"), bytes, "reading changed the file");
    let (next, named) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let random = SeededRandom::new(20_071_119);
    let places: Vec<(usize, u8)> = (0..flips).map(|_| place(&random, bytes.len())).collect();
    thread::scope(|scope| {
        for thread in 0..THREADS {
            let (stage, whole, bytes, places) = (&stage, &whole, &bytes, &places);
            let (next, named) = (&next, &named);
            scope.spawn(move || {
                let file = format!("flipped-{thread}.db");
                let flipped = Flipped { stage, journal: format!("sqlite:{file}") };
                loop {
                    let turn = next.fetch_add(1, Ordering::Relaxed);
                    let Some((byte, bit)) = places.get(turn).copied() else { return };
                    let mut changed = bytes.clone();
                    changed[byte] ^= 1 << bit;
                    stage.write(&file, &changed);
                    let what = format!("byte {byte}, bit {bit}");
                    let is_named = is_named(&flipped, whole, (turn, &what));
                    named.fetch_add(usize::from(is_named), Ordering::Relaxed);
                    for rest in ["-wal", "-shm"] {
                        let _ = std::fs::remove_file(stage.path(&format!("{file}{rest}")));
                    }
                }
            });
        }
    });
    let named = named.into_inner();
    println!("{flips} flips: {named} named by verify, {} changed nothing", flips - named);
    // Most of the file is entries: a verification that finds nothing would not do.
    assert!(named * 2 > flips, "only {named} of {flips} were named");
}
