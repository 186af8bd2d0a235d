//! What SQLite's errors mean for whoever must act on them.

use plenary_journal::JournalError;
use rusqlite::{Connection, Error, ErrorCode};

/// The error as the port tells it; it names the file.
pub(crate) fn told(connection: &Connection, error: Error) -> JournalError {
    of_file(connection.path().unwrap_or("the journal"), error)
}

/// The error of the journal at `path` as the port tells it.
pub(crate) fn of_file(path: &str, error: Error) -> JournalError {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => {
            JournalError::Foreign(format!("`{path}` is not an SQLite database; name another file"))
        }
        Some(ErrorCode::DatabaseCorrupt) => JournalError::Damaged {
            stream: "the whole file".to_owned(),
            number: 0,
            why: format!("SQLite cannot make sense of `{path}` ({error}); restore it from a copy"),
        },
        Some(ErrorCode::DiskFull) => JournalError::Full(format!(
            "the disk of `{path}` or the file itself is full; free space or raise its limit"
        )),
        Some(ErrorCode::ReadOnly) => JournalError::ReadOnly(format!(
            "`{path}` or its folder may not be written by this user; change that, or only read"
        )),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => JournalError::unavailable(
            format!("another process has kept `{path}` busy for too long; try again, or end it"),
        ),
        Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            JournalError::because(format!("`{path}` cannot be opened"), error)
        }
        _ => JournalError::because(format!("SQLite failed on `{path}`"), error),
    }
}

/// Whether a COMMIT that failed so has surely stored nothing.
///
/// SQLite runs out of space or into another's lock before it has written the mark that makes a
/// transaction valid. Of any other failure (a write or a synchronisation that the disk refused) it
/// cannot be said: the mark may be on the disk, and a restart would find it.
pub(crate) fn surely_not_stored(error: &Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(
            ErrorCode::DiskFull
                | ErrorCode::DatabaseBusy
                | ErrorCode::DatabaseLocked
                | ErrorCode::ReadOnly
                | ErrorCode::ConstraintViolation
        )
    )
}
