//! What SQLite's errors mean for whoever must act on them.

use plenary_journal::JournalError;
use plenary_journal::journal::WHOLE_FILE;
use rusqlite::{Connection, Error, ErrorCode};

/// The error as the port tells it; it names the file.
pub(crate) fn told(connection: &Connection, error: Error) -> JournalError {
    of_file(connection.path().unwrap_or("the journal"), error)
}

/// The error of the journal at `path` as the port tells it.
pub(crate) fn of_file(path: &str, error: Error) -> JournalError {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => {
            let why = format!("`{path}` is not an SQLite database; choose another file");
            JournalError::Foreign(why)
        }
        Some(ErrorCode::DatabaseCorrupt) => JournalError::Damaged {
            stream: WHOLE_FILE.to_owned(),
            number: 0,
            why: format!("SQLite cannot read `{path}` ({error}); restore it from a backup"),
        },
        Some(ErrorCode::DiskFull) => JournalError::Full(format!(
            "there is no space for `{path}`. Free some disk space, or raise the setting max_pages"
        )),
        Some(ErrorCode::ReadOnly) => JournalError::ReadOnly(format!(
            "this account cannot write to `{path}` or its folder. Change their permissions, or \
             use a command that only reads"
        )),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            JournalError::unavailable(format!(
                "another process has kept `{path}` locked for too long. Try again, or stop that \
                 process"
            ))
        }
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
