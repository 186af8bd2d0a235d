//! Opening the file: what is refused, what is made, how each connection is set.

use std::fs::File;
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use plenary_journal::JournalError;
use rusqlite::{Connection, Error, ErrorCode, OpenFlags};

use crate::{SqliteOptions, failure, row, wal};

/// `PLNY`: what says in the file's header that it is a journal of Plenary.
pub const APPLICATION_ID: i32 = 0x504c_4e59;
/// The version of the stored form; a file with another one is refused. Versions 1 and 2, from
/// before the first release, had other digests and no heads.
pub const SCHEMA_VERSION: i32 = 3;

/// How much of the file a connection keeps in memory, in KiB.
const CACHE_KIBIBYTES_MAX: i32 = 16 * 1024;
/// How long the log grows before it is written into the file, in pages. Longer than SQLite's own
/// choice, so that the pages of the index of ids, which are hit at random, are written less often.
const LOG_PAGES: u32 = 2_000;
/// How many prepared statements a connection keeps.
const STATEMENTS_MAX: usize = 16;
/// How long to wait before a lock is tried again for which SQLite itself does not wait.
const RETRY_PAUSE_MILLIS: u64 = 5;

/// What the header and the table of contents say of a file.
enum Found {
    Nothing,
    Journal,
}

/// Opens the file at `path`, checks what it is before anything is changed, and makes the tables if
/// it is new. The connection writes unless `options` say otherwise.
pub(crate) fn open(path: &Path, options: &SqliteOptions) -> Result<Connection, JournalError> {
    wal::check(path)?;
    let connection = connect(path, options)?;
    let failed = |error: Error| failure::told(&connection, error);
    let found = patiently(&connection, options, inspect)?;
    if options.read_only {
        return match found {
            Found::Journal => Ok(connection),
            Found::Nothing => Err(JournalError::Foreign(format!(
                "`{}` is empty; give the file of a journal",
                path.display()
            ))),
        };
    }
    if connection.is_readonly("main").map_err(failed)? {
        return Err(JournalError::ReadOnly(format!(
            "this account cannot write to `{}`. Change its permissions, or use a command that \
             only reads",
            path.display()
        )));
    }
    patiently(&connection, options, keep_log)?;
    if matches!(found, Found::Journal) {
        // What a crash left behind the last commit is gone before the next one is written.
        connection.busy_timeout(Duration::ZERO).map_err(failed)?;
        let _ = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        connection.busy_timeout(options.busy).map_err(failed)?;
    }
    if matches!(found, Found::Nothing) {
        make(&connection)?;
        // From now on the file itself says what it is, even if the log beside it is lost.
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).map_err(failed)?;
        sync_folder(path)?;
    }
    if let Some(pages) = options.max_pages {
        connection.pragma_update(None, "max_page_count", pages).map_err(failed)?;
    }
    Ok(connection)
}

/// One more connection to a journal that is open already; it cannot write.
pub(crate) fn reader(path: &Path, options: &SqliteOptions) -> Result<Connection, JournalError> {
    let connection = connect(path, options)?;
    let failed = |error: Error| failure::told(&connection, error);
    connection.pragma_update(None, "query_only", true).map_err(failed)?;
    Ok(connection)
}

fn connect(path: &Path, options: &SqliteOptions) -> Result<Connection, JournalError> {
    let access = if options.read_only {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    } else {
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE
    };
    let failed = |error: Error| failure::of_file(&path.display().to_string(), error);
    let set = |connection: &Connection| {
        connection.busy_timeout(options.busy)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS_MAX);
        // Every commit is synchronised before it is answered, on Apple's machines to the disk.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "fullfsync", true)?;
        connection.pragma_update(None, "checkpoint_fullfsync", true)?;
        connection.pragma_update(None, "cache_size", -CACHE_KIBIBYTES_MAX)?;
        connection.pragma_update(None, "wal_autocheckpoint", LOG_PAGES)
    };
    if !options.read_only {
        make_private(path).map_err(|error| {
            JournalError::because(format!("`{}` cannot be created", path.display()), error)
        })?;
    }
    let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(failed)?;
    set(&connection).map_err(failed)?;
    Ok(connection)
}

/// Makes the file if it is not there, for this account alone: comments for the secretariat stand in
/// it. SQLite gives the log beside it the same rights.
pub(crate) fn make_private(path: &Path) -> io::Result<()> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

fn inspect(connection: &Connection) -> Result<Found, OpenError> {
    let ask = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i32>(0));
    // One look: another process may be making the table just now.
    connection.execute_batch("SAVEPOINT look")?;
    let seen = ask("PRAGMA application_id").and_then(|application| {
        let version = ask("PRAGMA user_version")?;
        Ok((application, version, ask("SELECT count(*) FROM sqlite_schema")?))
    });
    connection.execute_batch("RELEASE look")?;
    let path = connection.path().unwrap_or_default();
    match seen? {
        (0, 0, 0) => Ok(Found::Nothing),
        (APPLICATION_ID, SCHEMA_VERSION, _) if has_tables(connection)? => Ok(Found::Journal),
        (APPLICATION_ID, SCHEMA_VERSION, _) => {
            Err(OpenError::Told(JournalError::Foreign(format!(
                "`{path}` calls itself one, but does not have its tables. If it was one, restore \
                 it from a backup; otherwise choose another file"
            ))))
        }
        (APPLICATION_ID, older @ 1..SCHEMA_VERSION, _) => {
            Err(OpenError::Told(JournalError::Older(format!(
                "`{path}` was created by a version from before the first release ({older}; this \
                 Plenary reads version {SCHEMA_VERSION}). Choose another file for a new journal"
            ))))
        }
        (APPLICATION_ID, newer, _) if newer > SCHEMA_VERSION => {
            Err(OpenError::Told(JournalError::Newer(format!(
                "`{path}` has version {newer}; this Plenary reads {SCHEMA_VERSION}. Update Plenary"
            ))))
        }
        _ => Err(OpenError::Told(JournalError::Foreign(format!(
            "`{path}` is an SQLite database of another program; choose another file"
        )))),
    }
}

/// Whether there are the tables of a journal with their columns.
fn has_tables(connection: &Connection) -> Result<bool, Error> {
    for sql in row::TABLES {
        match connection.prepare(sql) {
            Ok(_) => {}
            Err(Error::SqlInputError { .. }) => return Ok(false),
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::Unknown) => {
                return Ok(false);
            }
            Err(error) => return Err(error),
        }
    }
    Ok(true)
}

/// Sets the write-ahead log, in which a commit costs one synchronisation.
fn keep_log(connection: &Connection) -> Result<(), OpenError> {
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode == "wal" {
        return Ok(());
    }
    let path = connection.path().unwrap_or_default();
    Err(OpenError::Told(JournalError::Unsafe(format!(
        "SQLite cannot keep a write-ahead log beside `{path}`; use a local disk"
    ))))
}

/// Makes the tables unless another process was faster.
fn make(connection: &Connection) -> Result<(), JournalError> {
    let failed = |error: Error| failure::told(connection, error);
    connection.execute_batch("BEGIN IMMEDIATE").map_err(failed)?;
    let made = match inspect(connection) {
        Ok(Found::Journal) => Ok(()),
        Ok(Found::Nothing) => connection
            .execute_batch(&format!(
                "PRAGMA application_id = {APPLICATION_ID};
                 PRAGMA user_version = {SCHEMA_VERSION};
                 {}",
                row::SCHEMA
            ))
            .map_err(failed),
        Err(refused) => Err(refused.told(connection)),
    };
    let end = if made.is_ok() { "COMMIT" } else { "ROLLBACK" };
    let ended = connection.execute_batch(end).map_err(failed);
    made.and(ended)
}

/// Tries `step` again while another process holds a lock for which SQLite does not wait itself, as
/// when two make the file at once.
fn patiently<T>(
    connection: &Connection,
    options: &SqliteOptions,
    step: impl Fn(&Connection) -> Result<T, OpenError>,
) -> Result<T, JournalError> {
    let begun = Instant::now();
    loop {
        match step(connection) {
            Err(OpenError::Sqlite(error))
                if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
                    && begun.elapsed() < options.busy =>
            {
                std::thread::sleep(Duration::from_millis(RETRY_PAUSE_MILLIS));
            }
            other => return other.map_err(|refused| refused.told(connection)),
        }
    }
}

pub(crate) fn sync_folder(path: &Path) -> Result<(), JournalError> {
    let folder = match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    synced.map_err(|error| {
        let folder = folder.display();
        JournalError::because(format!("the folder `{folder}` cannot be synchronised"), error)
    })
}

/// Why opening failed: our own error, or SQLite's.
enum OpenError {
    Told(JournalError),
    Sqlite(Error),
}

impl From<Error> for OpenError {
    fn from(error: Error) -> Self {
        Self::Sqlite(error)
    }
}

impl OpenError {
    fn told(self, connection: &Connection) -> JournalError {
        match self {
            Self::Told(error) => error,
            Self::Sqlite(error) => failure::told(connection, error),
        }
    }
}
