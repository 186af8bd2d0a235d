//! A journal file that somebody changed by hand: verification names the stream and the entry.

use std::path::{Path, PathBuf};

use plenary_service::archive::{self, ArchiveError};
use rusqlite::{Connection, params};

use crate::meeting::SLUG;
use crate::stage::{Stage, name};

struct Kept {
    _folder: tempfile::TempDir,
    path: PathBuf,
    head: String,
    stage: Stage,
}

async fn kept() -> Kept {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kept.db");
    let stage = Stage::file(&path).play().await;
    let head = archive::check(&stage.service, SLUG, None).await.unwrap();
    Kept { _folder: folder, path, head, stage }
}

/// Changes the file behind the journal's back.
fn change(path: &Path, sql: &[&str]) {
    let connection = Connection::open(path).unwrap();
    for sql in sql {
        let changed = connection.execute(sql, params![]).unwrap();
        assert!(changed > 0, "{sql}");
    }
}

/// What verification says of the file now.
async fn verdict(kept: &Kept, head: Option<&str>) -> String {
    let journal = Stage::file(&kept.path).ports.journal;
    let stage = kept.stage.beside(journal);
    let error = archive::check(&stage.service, SLUG, head).await.expect_err("it verifies");
    assert!(!matches!(error, ArchiveError::NoMeeting(_)));
    error.to_string()
}

async fn assert_named(kept: &Kept, number: u64) {
    let said = verdict(kept, None).await;
    assert!(said.contains("meeting-lamps-v"), "{said}");
    assert!(said.contains(&format!("entry {number}")), "expected entry {number}: {said}");
}

#[tokio::test]
async fn an_altered_byte_in_any_column_names_its_entry() {
    let columns = [
        "data = replace(data, 'Opening', 'Openinh')",
        "at = '2007-10-09T13:00:00.001Z'",
        "capacity = 'chair'",
        "person = 'h1'",
        "person = NULL",
        "delegation = 'ARG'",
        "acting_for = 'ARG'",
        "request = 'another'",
        "kind = 'agenda.item-removed.v1'",
        "salt = zeroblob(16)",
        "prev = zeroblob(32)",
        "digest = zeroblob(32)",
        "id = zeroblob(16)",
    ];
    let kept = kept().await;
    let added = kept.stage.service.stored_by(SLUG, &name("add-opening")).await.unwrap().unwrap();
    let number = added.entries[0].number;
    let row = i64::try_from(number).unwrap();
    let connection = Connection::open(&kept.path).unwrap();
    for column in columns {
        let keep = "CREATE TEMP TABLE kept AS SELECT * FROM entries WHERE number = ?1";
        connection.execute(keep, [row]).unwrap();
        let alter = format!("UPDATE entries SET {column} WHERE number = ?1");
        assert_eq!(connection.execute(&alter, [row]).unwrap(), 1, "{column}");
        assert_named(&kept, number).await;
        connection.execute("DELETE FROM entries WHERE number = ?1", [row]).unwrap();
        connection.execute("INSERT INTO entries SELECT * FROM kept", []).unwrap();
        connection.execute("DROP TABLE kept", []).unwrap();
    }
    assert_eq!(archive::check(&kept.stage.service, SLUG, None).await.unwrap(), kept.head);
}

#[tokio::test]
async fn a_removed_entry_is_named_as_missing() {
    let kept = kept().await;
    change(&kept.path, &["DELETE FROM entries WHERE number = 9"]);
    assert_named(&kept, 9).await;
}

#[tokio::test]
async fn a_removed_entry_whose_gap_was_closed_is_named_too() {
    let kept = kept().await;
    let last = kept.stage.stored().await.len();
    let shift: Vec<String> = (10..=last)
        .map(|number| format!("UPDATE entries SET number = {} WHERE number = {number}", number - 1))
        .collect();
    change(&kept.path, &["DELETE FROM entries WHERE number = 9"]);
    change(&kept.path, &shift.iter().map(String::as_str).collect::<Vec<_>>());
    assert_named(&kept, 9).await;
}

#[tokio::test]
async fn a_swapped_pair_is_named_by_its_first_entry() {
    let kept = kept().await;
    change(
        &kept.path,
        &[
            "UPDATE entries SET number = 100000 WHERE number = 9",
            "UPDATE entries SET number = 9 WHERE number = 10",
            "UPDATE entries SET number = 10 WHERE number = 100000",
        ],
    );
    assert_named(&kept, 9).await;
}

#[tokio::test]
async fn a_cut_tail_is_named_and_one_that_was_noted_only_with_a_head_kept_elsewhere() {
    let kept = kept().await;
    let last = kept.stage.stored().await.len();
    let cut = format!("DELETE FROM entries WHERE number > {}", last - 3);
    change(&kept.path, &[&cut]);
    assert_named(&kept, last as u64 - 2).await;
    // Whoever changes the file on purpose changes what was noted too.
    let note = "UPDATE heads SET (number, digest) = (SELECT number, digest FROM entries
        WHERE entries.stream = heads.stream ORDER BY number DESC LIMIT 1)";
    change(&kept.path, &[note]);
    let shorter = kept.stage.beside(Stage::file(&kept.path).ports.journal);
    let head = archive::check(&shorter.service, SLUG, None).await.unwrap();
    assert!(head.starts_with(&format!("{}:", last - 3)));
    let said = verdict(&kept, Some(&kept.head)).await;
    assert!(said.contains(&format!("entry {}", last - 2)), "{said}");
    assert!(said.contains("missing"), "{said}");
}

#[tokio::test]
async fn another_head_than_the_one_kept_is_named_and_a_head_that_is_none_is_refused() {
    let kept = kept().await;
    archive::check(&kept.stage.service, SLUG, Some(&kept.head)).await.unwrap();
    let foreign = format!("5:{}", "0a".repeat(32));
    let said = verdict(&kept, Some(&foreign)).await;
    assert!(said.contains("entry 5"), "{said}");
    for bad in ["", "5", "5:", "x:00", "5:00", &kept.head.to_uppercase()] {
        let refused = archive::check(&kept.stage.service, SLUG, Some(bad)).await;
        assert!(matches!(refused, Err(ArchiveError::BadHead(_))), "{bad}");
    }
}

#[tokio::test]
async fn a_meeting_that_is_not_there_does_not_pass_as_verified_against_a_head() {
    let kept = kept().await;
    change(&kept.path, &["DELETE FROM entries"]);
    assert_named(&kept, 1).await;
    change(&kept.path, &["DELETE FROM heads"]);
    let said = verdict(&kept, Some(&kept.head)).await;
    assert!(said.contains("entry 1") && said.contains("missing"), "{said}");
}
