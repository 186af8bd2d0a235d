//! What is opened, what is refused with which words, and what is copied.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod foreign;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Barrier, Mutex};
use std::time::Duration;

use plenary_journal::journal::{AppendError, Journal, JournalError};
use plenary_journal::{Head, StreamName};
use plenary_sqlite::place::{network_fuse, network_kind};
use plenary_sqlite::{SqliteJournal, SqliteOptions};
use plenary_testkit::contract::{batch, stream, whole};
use rusqlite::Connection;
use tempfile::TempDir;

pub(crate) fn place() -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("journal.db");
    (dir, path)
}

pub(crate) fn open(path: &Path) -> SqliteJournal {
    SqliteJournal::open(path, SqliteOptions::default()).unwrap()
}

pub(crate) fn refused(path: &Path) -> JournalError {
    refused_with(path, SqliteOptions::default())
}

pub(crate) fn refused_with(path: &Path, options: SqliteOptions) -> JournalError {
    match SqliteJournal::open(path, options) {
        Ok(_) => panic!("`{}` was opened", path.display()),
        Err(error) => error,
    }
}

pub(crate) fn read_only() -> SqliteOptions {
    SqliteOptions { read_only: true, ..SqliteOptions::default() }
}

async fn grow(journal: &SqliteJournal, stream: &StreamName, length: usize) -> Head {
    for _ in 0..length {
        let head = journal.head(stream).await.unwrap();
        let batch = batch(stream, &head, &format!("r{}", head.number), 1);
        journal.append(stream, &head, batch).await.unwrap();
    }
    journal.head(stream).await.unwrap()
}

#[tokio::test]
async fn a_journal_that_is_opened_again_holds_the_same() {
    let (_dir, path) = place();
    let stream = stream("again");
    let journal = open(&path);
    grow(&journal, &stream, 5).await;
    let before = whole(&journal, &stream).await;
    drop(journal);
    assert_eq!(whole(&open(&path), &stream).await, before);
}

#[test]
fn a_folder_a_missing_folder_and_a_missing_file_are_told_apart() {
    let (dir, path) = place();
    let cases = [
        (refused(dir.path()), "is a folder"),
        (refused(&dir.path().join("no/journal.db")), "create it first"),
        (refused_with(&path, read_only()), "this command only reads"),
    ];
    for (error, words) in cases {
        assert!(
            matches!(&error, JournalError::Unavailable(why, _) if why.contains(words)),
            "{error}"
        );
    }
    assert!(!path.exists());
    fs::write(&path, []).unwrap();
    assert!(matches!(refused_with(&path, read_only()), JournalError::Foreign(_)));
    fs::write(path.with_file_name("journal.db-wal"), [1; 100]).unwrap();
    let error = refused(&path);
    assert!(
        matches!(&error, JournalError::Unavailable(why, _) if why.contains("restore")),
        "{error}"
    );
}

#[tokio::test]
async fn a_journal_opened_for_reading_reads_beside_a_writer_and_writes_nothing() {
    let (_dir, path) = place();
    let stream = stream("reading");
    let writer = open(&path);
    let head = grow(&writer, &stream, 2).await;
    let reader = SqliteJournal::open(&path, read_only()).unwrap();
    assert_eq!(reader.head(&stream).await.unwrap(), head);
    let later = grow(&writer, &stream, 1).await;
    assert_eq!(reader.head(&stream).await.unwrap(), later);
    let answer = reader.append(&stream, &later, batch(&stream, &later, "r9", 1)).await;
    assert!(matches!(answer, Err(AppendError::Failed(JournalError::ReadOnly(_)))), "{answer:?}");
    drop(writer);
    assert_eq!(whole(&reader, &stream).await.len(), 3);
}

#[cfg(unix)]
#[tokio::test]
async fn a_file_or_a_folder_that_may_not_be_written_is_told_and_can_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let (dir, path) = place();
    let stream = stream("permission");
    grow(&open(&path), &stream, 2).await;
    let allow = |path: &Path, mode: u32| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    allow(&path, 0o444);
    if fs::OpenOptions::new().write(true).open(&path).is_ok() {
        // The superuser may write whatever the permissions say; nothing can be shown then.
        return;
    }
    assert!(matches!(refused(&path), JournalError::ReadOnly(_)));
    let reader = SqliteJournal::open(&path, read_only()).unwrap();
    assert_eq!(whole(&reader, &stream).await.len(), 2);
    drop(reader);
    allow(&path, 0o644);
    allow(dir.path(), 0o555);
    assert!(matches!(refused(&path), JournalError::ReadOnly(_)));
    let told = SqliteJournal::open(&path, read_only());
    allow(dir.path(), 0o755);
    assert_eq!(whole(&told.unwrap(), &stream).await.len(), 2);
}

#[tokio::test]
async fn a_full_journal_says_so_and_keeps_and_serves_what_it_has() {
    let (_dir, path) = place();
    let stream = stream("full");
    let options = SqliteOptions { max_pages: Some(40), ..SqliteOptions::default() };
    let journal = SqliteJournal::open(&path, options).unwrap();
    let mut head = Head::EMPTY;
    let error = loop {
        let batch = batch(&stream, &head, &format!("r{}", head.number), 10);
        let last = batch[9].head();
        match journal.append(&stream, &head, batch).await {
            Ok(_) => head = last,
            Err(error) => break error,
        }
        assert!(head.number < 10_000, "the limit of pages does nothing");
    };
    assert!(matches!(&error, AppendError::Failed(JournalError::Full(_))), "{error:?}");
    assert_eq!(journal.head(&stream).await.unwrap(), head);
    assert_eq!(whole(&journal, &stream).await.len() as u64, head.number);
    drop(journal);
    let roomy = open(&path);
    assert_eq!(grow(&roomy, &stream, 1).await.number, head.number + 1);
}

#[tokio::test]
async fn a_file_that_another_process_keeps_locked_is_unavailable_after_the_wait() {
    let (_dir, path) = place();
    let stream = stream("busy");
    let busy = Duration::from_millis(100);
    let options = SqliteOptions { busy, ..SqliteOptions::default() };
    let journal = SqliteJournal::open(&path, options).unwrap();
    let head = grow(&journal, &stream, 1).await;
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let answer = journal.append(&stream, &head, batch(&stream, &head, "r1", 1)).await;
    assert!(
        matches!(answer, Err(AppendError::Failed(JournalError::Unavailable(..)))),
        "{answer:?}"
    );
    assert_eq!(whole(&journal, &stream).await.len(), 1, "a locked file can be read");
    other.execute_batch("ROLLBACK").unwrap();
    grow(&journal, &stream, 1).await;
}

#[cfg(unix)]
#[tokio::test]
async fn a_journal_its_log_and_its_copy_are_for_this_account_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (dir, path) = place();
    let journal = open(&path);
    grow(&journal, &stream("private"), 3).await;
    journal.copy_to(&dir.path().join("copy.db")).await.unwrap();
    let mut seen = 0;
    for file in fs::read_dir(dir.path()).unwrap() {
        let file = file.unwrap();
        let mode = file.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{:?}", file.file_name());
        seen += 1;
    }
    assert_eq!(seen, 4, "the journal, its log, the log's index, and the copy");
}

#[tokio::test]
async fn an_end_that_is_not_the_one_noted_is_named_before_anything_is_added() {
    let (_dir, path) = place();
    let (stream, other) = (stream("ends"), plenary_testkit::contract::stream("others"));
    let journal = open(&path);
    let head = grow(&journal, &stream, 5).await;
    grow(&journal, &other, 2).await;
    journal.check().await.unwrap();
    let hand = Connection::open(&path).unwrap();
    hand.execute("DELETE FROM entries WHERE number > 3", []).unwrap();
    let named = |error: JournalError, number: u64| {
        let at = format!("{stream}, entry {number}: it is missing: there should be 5 entries");
        assert!(error.to_string().contains(&at), "{error}");
    };
    named(journal.check().await.unwrap_err(), 4);
    named(journal.head(&stream).await.unwrap_err(), 4);
    named(journal.read(&stream, 1, 10).await.unwrap_err(), 4);
    let answer = journal.append(&stream, &head, batch(&stream, &head, "r9", 1)).await.unwrap_err();
    let AppendError::Failed(error) = answer else { panic!("{answer:?}") };
    named(error, 4);
    // Another stream goes on.
    grow(&journal, &other, 1).await;
}

#[tokio::test]
async fn an_index_that_hides_an_entry_is_found() {
    let (_dir, path) = place();
    let stream = stream("hidden");
    let journal = open(&path);
    grow(&journal, &stream, 5).await;
    let hand = Connection::open(&path).unwrap();
    // The index says another number than the table, as a flipped bit in its page would.
    hand.execute_batch(
        "CREATE TABLE shadow AS SELECT * FROM entries;
         PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET rootpage =
            (SELECT rootpage FROM sqlite_schema WHERE name = 'shadow') WHERE name = 'entries';",
    )
    .unwrap();
    drop(hand);
    let hand = Connection::open(&path).unwrap();
    hand.execute("DELETE FROM shadow WHERE number = 5", []).unwrap();
    drop((hand, journal));
    let error = open(&path).check().await.unwrap_err();
    assert!(error.to_string().contains("is inconsistent"), "{error}");
}

#[tokio::test]
async fn an_entry_that_was_removed_or_ruined_in_the_file_is_named() {
    let (_dir, path) = place();
    let stream = stream("ruined");
    let journal = open(&path);
    grow(&journal, &stream, 5).await;
    let hand = Connection::open(&path).unwrap();
    hand.execute("UPDATE entries SET digest = 'x' WHERE number = 4", []).unwrap();
    let ruined = journal.read(&stream, 1, 10).await.unwrap_err();
    let of = |number: u64, error: &JournalError| {
        matches!(error, JournalError::Damaged { stream: s, number: n, .. }
            if *s == stream.to_string() && *n == number)
    };
    assert!(of(4, &ruined) && ruined.to_string().contains("`digest`"), "{ruined}");
    hand.execute("DELETE FROM entries WHERE number = 3", []).unwrap();
    let removed = journal.read(&stream, 1, 3).await.unwrap_err();
    assert!(of(3, &removed) || of(4, &removed), "{removed}");
}

#[tokio::test]
async fn a_copy_made_while_others_write_is_whole_and_replaces_nothing() {
    let (dir, path) = place();
    let stream = stream("copy");
    let journal = std::sync::Arc::new(open(&path));
    grow(&journal, &stream, 20).await;
    let writing = {
        let (journal, stream) = (std::sync::Arc::clone(&journal), stream.clone());
        tokio::spawn(async move { grow(&journal, &stream, 50).await })
    };
    let to = dir.path().join("copy.db");
    journal.copy_to(&to).await.unwrap();
    let error = journal.copy_to(&to).await.unwrap_err();
    assert!(error.to_string().contains("already exists"), "{error}");
    writing.await.unwrap();
    let (copied, all) = (whole(&open(&to), &stream).await, whole(&*journal, &stream).await);
    assert!((20..=70).contains(&copied.len()) && copied == all[..copied.len()]);
    assert!(
        !fs::read_dir(dir.path())
            .unwrap()
            .any(|file| { file.unwrap().file_name().to_string_lossy().contains("unfinished") })
    );
}

#[tokio::test]
async fn the_file_reads_with_plain_sql() {
    let (_dir, path) = place();
    let stream = stream("plain");
    grow(&open(&path), &stream, 2).await;
    let plain = Connection::open(&path).unwrap();
    let sql = "SELECT group_concat(number || ' ' || kind || ' ' || json_extract(data, '$.text'))
        FROM entries WHERE stream = ?1";
    let told: String = plain.query_row(sql, [stream.as_str()], |row| row.get(0)).unwrap();
    assert_eq!(told, "1 agenda.item-added.v1 r0 0,2 agenda.item-added.v1 r1 0");
    let id: i32 = plain.query_row("PRAGMA application_id", [], |row| row.get(0)).unwrap();
    assert_eq!(id, plenary_sqlite::APPLICATION_ID);
}

#[test]
fn network_file_systems_are_known_by_their_magic_number() {
    for (magic, kind) in [(0x6969, "NFS"), (0xff53_4d42, "CIFS"), (0x0102_1997, "9P")] {
        assert_eq!(network_kind(magic), Some(kind));
    }
    // The last is any FUSE file system, of which the mount table tells more.
    for local in [0xef53, 0x5846_5342, 0x9123_683e, 0x0102_1994, 0x794c_7630, 0x6573_5546] {
        assert_eq!(network_kind(local), None, "{local:#x} is a local file system");
    }
}

#[test]
fn a_fuse_mount_over_a_network_is_known_by_the_mount_table() {
    let mounts = "22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw\n\
        40 22 0:51 / /mnt/far rw,nosuid shared:7 master:1 - fuse.sshfs me@far:/ rw\n\
        41 22 0:52 / /mnt/near rw,nosuid - fuse.bindfs /srv rw\n";
    assert_eq!(network_fuse(mounts, "0:51"), Some("fuse.sshfs"));
    for local in ["254:1", "0:52", "0:99"] {
        assert_eq!(network_fuse(mounts, local), None);
    }
}

#[test]
fn whoever_opens_a_file_while_another_makes_it_has_a_journal_too() {
    for _ in 0..150 {
        let (_folder, path) = place();
        let (begin, refused) = (Barrier::new(3), Mutex::new(Vec::new()));
        std::thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    begin.wait();
                    let opened = SqliteJournal::open(&path, SqliteOptions::default());
                    refused.lock().unwrap().extend(opened.err());
                });
            }
        });
        let refused = refused.into_inner().unwrap();
        assert!(refused.is_empty(), "{refused:?}");
    }
}
