//! `plenary verify` finds what was changed, taken out, swapped or cut off behind its back, and
//! names the stream and the entry.

use std::process::Command;

use crate::judges::plain_python;
use crate::stage::{FIRST, Stage};

/// Changes the file as anyone with the tools of the database could.
pub(crate) fn alter(stage: &Stage, sql: &str) {
    let script = "import sqlite3, sys\n\
        file = sqlite3.connect(sys.argv[1])\n\
        file.executescript(sys.argv[2])\n\
        file.commit()\n";
    let path = stage.path("v.db");
    let ran = Command::new(plain_python()).args(["-c", script]).arg(path).arg(sql).output();
    let ran = ran.expect("python3 is there");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}

fn assert_broken(sql: &str, entry: u32) {
    let stage = Stage::of(FIRST);
    let whole = stage.run(&["verify"]).done();
    assert!(whole.contains("meeting-ciber-v: 97 entries, none altered or lost."), "{whole}");
    alter(&stage, sql);
    for args in [&["verify"][..], &["verify", "ciber-v"]] {
        let said = stage.run(args).refused();
        let found = said.lines().find(|line| line.contains("DAMAGED")).expect("it is damaged");
        let number = format!("entry {entry}");
        let is_named = found.contains("meeting-ciber-v")
            && [" ", ":"].iter().any(|after| found.contains(&format!("{number}{after}")));
        assert!(is_named, "{sql}: {said}");
    }
}

const OF: &str = "stream = 'meeting-ciber-v' AND number";

#[test]
fn a_changed_byte_is_found_and_named() {
    assert_broken(
        &format!(
            "UPDATE entries SET data = replace(data, 'ten minutes', 'six minutes') \
                  WHERE {OF} = 30"
        ),
        30,
    );
}

#[test]
fn a_changed_word_about_who_did_it_is_found_and_named() {
    assert_broken(&format!("UPDATE entries SET capacity = 'chair' WHERE {OF} = 10"), 10);
    assert_broken(
        &format!("UPDATE entries SET at = '2007-10-05T15:43:00.000Z' WHERE {OF} = 24"),
        24,
    );
}

#[test]
fn a_removed_entry_is_found_and_named() {
    assert_broken(&format!("DELETE FROM entries WHERE {OF} = 40"), 40);
    let renumbered = format!(
        "DELETE FROM entries WHERE {OF} = 40; \
         UPDATE entries SET number = number - 1 WHERE {OF} > 40"
    );
    assert_broken(&renumbered, 40);
}

#[test]
fn a_swapped_pair_is_found_and_named() {
    let swap = format!(
        "UPDATE entries SET number = 1000 WHERE {OF} = 50; \
         UPDATE entries SET number = 50 WHERE {OF} = 51; \
         UPDATE entries SET number = 51 WHERE {OF} = 1000"
    );
    assert_broken(&swap, 50);
}

#[test]
fn a_cut_tail_is_named_and_one_that_was_noted_by_a_head_that_was_kept() {
    let stage = Stage::of(FIRST);
    let head = stage.head();
    stage.run(&["verify", "ciber-v", "--head", &head]).done();
    alter(&stage, &format!("DELETE FROM entries WHERE {OF} > 95"));
    let said = stage.run(&["verify", "ciber-v"]).refused();
    assert!(said.contains("meeting-ciber-v, entry 96: it is missing"), "{said}");
    // Whoever cuts it on purpose changes what was noted, and the journal alone cannot know of it.
    let note = "SELECT number, digest FROM entries WHERE stream = 'meeting-ciber-v' \
        ORDER BY number DESC LIMIT 1";
    alter(
        &stage,
        &format!("UPDATE heads SET (number, digest) = ({note}) WHERE stream = 'meeting-ciber-v'"),
    );
    let alone = stage.run(&["verify", "ciber-v"]).done();
    assert!(alone.contains("95 entries, none altered or lost"), "{alone}");
    let said = stage.run(&["verify", "ciber-v", "--head", &head]).refused();
    assert!(said.contains("meeting-ciber-v: DAMAGED: entry 96 is missing"), "{said}");
}

#[test]
fn a_journal_rewritten_from_some_entry_on_is_found_by_a_head_that_was_kept() {
    let stage = Stage::of(FIRST);
    let other = Stage::of(FIRST);
    let said = other.run(&["verify", "ciber-v", "--head", &stage.head()]).refused();
    assert!(said.contains("meeting-ciber-v: DAMAGED: entry 97 has another digest"), "{said}");
}

#[test]
fn a_broken_journal_prints_no_paper_as_if_nothing_had_happened() {
    let stage = Stage::of(FIRST);
    let cut = format!("UPDATE entries SET data = '{{\"x\":1}}' WHERE {OF} = 30");
    alter(&stage, &cut);
    let said = stage.run(&["paper", "record", "ciber-v"]).refused();
    assert!(said.contains("30"), "{said}");
}
