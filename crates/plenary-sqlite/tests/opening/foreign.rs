//! Files that are no journal of this version: each is refused as what it is, and stays as it is.

use std::fs;

use plenary_journal::journal::JournalError;
use plenary_sqlite::SCHEMA_VERSION;
use rusqlite::Connection;

use crate::{open, place, read_only, refused, refused_with};

#[test]
fn a_file_that_is_no_database_is_foreign_and_stays_as_it_is() {
    let (_dir, path) = place();
    fs::write(&path, "Dear colleagues, ".repeat(100)).unwrap();
    let error = refused(&path);
    assert!(matches!(&error, JournalError::Foreign(why) if why.contains("journal.db")), "{error}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "Dear colleagues, ".repeat(100));
}

#[test]
fn the_database_of_something_else_is_foreign_and_stays_as_it_is() {
    let (_dir, path) = place();
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE recipes (name)").unwrap();
    let before = fs::read(&path).unwrap();
    assert!(matches!(refused(&path), JournalError::Foreign(_)));
    assert!(matches!(refused_with(&path, read_only()), JournalError::Foreign(_)));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_file_that_calls_itself_a_journal_and_has_other_tables_is_foreign() {
    let tables = [
        "DROP TABLE heads",
        "DROP TABLE entries",
        "ALTER TABLE entries RENAME COLUMN salt TO pepper",
        "DROP TABLE entries; DROP TABLE heads; CREATE TABLE recipes (name)",
    ];
    for sql in tables {
        let (_dir, path) = place();
        drop(open(&path));
        Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        for error in [refused(&path), refused_with(&path, read_only())] {
            let told = error.to_string();
            assert!(matches!(error, JournalError::Foreign(_)), "{sql}: {told}");
            assert!(told.contains("does not have its tables"), "{sql}: {told}");
        }
    }
}

#[test]
fn a_journal_of_a_newer_plenary_is_refused() {
    let (_dir, path) = place();
    drop(open(&path));
    let newer = SCHEMA_VERSION + 1;
    Connection::open(&path).unwrap().pragma_update(None, "user_version", newer).unwrap();
    let error = refused(&path);
    assert!(
        matches!(&error, JournalError::Newer(why) if why.contains("Update Plenary")),
        "{error}"
    );
}

#[test]
fn a_journal_of_an_older_plenary_is_told_as_such_and_stays_as_it_is() {
    let (_dir, path) = place();
    drop(open(&path));
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 1).unwrap();
    let before = fs::read(&path).unwrap();
    for error in [refused(&path), refused_with(&path, read_only())] {
        let told = error.to_string();
        assert!(matches!(error, JournalError::Older(_)), "{told}");
        assert!(told.contains("an older Plenary") && told.contains("journal.db"), "{told}");
    }
    assert_eq!(fs::read(&path).unwrap(), before);
}
