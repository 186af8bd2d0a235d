//! What is told of a store that fails: a sentence for people, the error underneath for the log.

use std::error::Error;
use std::io;

use plenary_journal::JournalError;

#[test]
fn the_error_underneath_is_the_source_and_not_in_the_sentence() {
    let refused = || io::Error::new(io::ErrorKind::PermissionDenied, "permission denied");
    let failed = JournalError::because("`a.db` cannot be opened", refused());
    assert_eq!(failed.to_string(), "the journal cannot be reached: `a.db` cannot be opened");
    assert_eq!(failed.source().map(ToString::to_string).as_deref(), Some("permission denied"));
    assert!(JournalError::unavailable("`a.db` is a folder").source().is_none());
}

#[test]
fn failures_that_tell_people_the_same_are_the_same() {
    let failed =
        |why: &str, under: &'static str| JournalError::because(why, io::Error::other(under));
    assert_eq!(failed("away", "one"), failed("away", "two"));
    assert_ne!(failed("away", "one"), failed("full", "one"));
}
