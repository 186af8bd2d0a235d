//! Reading: prepared statements on connections of their own, each on a blocking thread.

use std::cmp::Ordering;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use plenary_journal::checked;
use plenary_journal::journal::{StreamHead, WHOLE_FILE};
use plenary_journal::{Digest, Head, JournalError, Position, StoredEntry, StreamName};
use rusqlite::{Connection, OptionalExtension, Row, params};
use tokio::sync::Semaphore;

use crate::row::{self, columns, signed};
use crate::{SqliteOptions, failure, open};

/// How many reads go on at once; more wait.
const READERS_MAX: usize = 8;
/// For how many entries room is made before they are read, whatever the limit of the page.
const ROOM_ENTRIES_MAX: usize = 1_024;

/// The connections that read. They close with the journal.
pub(crate) struct Readers {
    path: PathBuf,
    options: SqliteOptions,
    idle: Arc<Mutex<Vec<Connection>>>,
    turns: Arc<Semaphore>,
}

impl Readers {
    pub(crate) fn new(path: PathBuf, options: SqliteOptions) -> Self {
        let turns = Arc::new(Semaphore::new(READERS_MAX));
        Self { path, options, idle: Arc::default(), turns }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Opens one more connection that reads.
    pub(crate) fn connect(&self) -> Result<Connection, JournalError> {
        open::reader(&self.path, &self.options)
    }

    pub(crate) fn give_back(&self, connection: Connection) {
        locked(&self.idle).push(connection);
    }

    /// Runs `job` on a connection that nobody else uses, on a thread that may block.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        job: impl FnOnce(&Connection) -> Result<T, JournalError> + Send + 'static,
    ) -> Result<T, JournalError> {
        let ended = || JournalError::unavailable("the reading thread ended early");
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(|_| ended())?;
        let idle = Arc::clone(&self.idle);
        let (path, options) = (self.path.clone(), self.options.clone());
        let reading = tokio::task::spawn_blocking(move || {
            let found = locked(&idle).pop();
            let connection = match found {
                Some(connection) => connection,
                None => open::reader(&path, &options)?,
            };
            let result = job(&connection);
            locked(&idle).push(connection);
            drop(turn);
            result
        });
        reading.await.map_err(|_| ended())?
    }
}

fn locked(idle: &Mutex<Vec<Connection>>) -> MutexGuard<'_, Vec<Connection>> {
    // The list is whole whatever a panicking thread did: it only pushes and pops.
    idle.lock().unwrap_or_else(PoisonError::into_inner)
}

fn room(limit: usize) -> usize {
    limit.min(ROOM_ENTRIES_MAX)
}

/// Entries of `stream` from number `from`, at most `limit`. A gap among them, and an end before the
/// one that was noted, are damage.
pub(crate) fn stream(
    connection: &Connection,
    stream: &StreamName,
    from: u64,
    limit: usize,
) -> Result<Vec<StoredEntry>, JournalError> {
    at_one_moment(connection, || {
        let found = entries(connection, stream, from, limit)?;
        if found.len() < limit {
            // Where the end is not as noted, the first entry at fault says more.
            let head = head_now(connection, stream)
                .or_else(|error| checked::page(stream, from, &found).and(Err(error)))?;
            let last = found.last().map_or(from.max(1) - 1, |last| last.number);
            if last < head.number {
                return Err(contradiction(stream.as_str(), last, head.number));
            }
        }
        Ok(found)
    })
}

/// Runs `job` on one state of the file, whatever others write meanwhile.
fn at_one_moment<T>(
    connection: &Connection,
    job: impl FnOnce() -> Result<T, JournalError>,
) -> Result<T, JournalError> {
    let failed = |error| failure::told(connection, error);
    let moment = connection.unchecked_transaction().map_err(failed)?;
    let done = job();
    moment.finish().map_err(failed)?;
    done
}

/// As [`stream`], inside a transaction, without a look at where the stream ends.
pub(crate) fn entries(
    connection: &Connection,
    stream: &StreamName,
    from: u64,
    limit: usize,
) -> Result<Vec<StoredEntry>, JournalError> {
    const SQL: &str = concat!(
        "SELECT ",
        columns!(),
        " FROM entries WHERE stream = ?1 AND number >= ?2 ORDER BY number LIMIT ?3"
    );
    let failed = |error| failure::told(connection, error);
    let statement = connection.prepare_cached(SQL).map_err(failed)?;
    let from = from.max(1);
    let values = params![stream.as_str(), signed(from), signed(limit as u64)];
    let entries = row::collect(connection, statement, values, room(limit))?;
    for (entry, number) in entries.iter().zip(from..) {
        if entry.number != number {
            let why = "it is missing".to_owned();
            return Err(JournalError::Damaged { stream: stream.to_string(), number, why });
        }
    }
    Ok(entries)
}

/// Entries of all streams after `after`, at most `limit`.
pub(crate) fn all(
    connection: &Connection,
    after: Option<Position>,
    limit: usize,
) -> Result<Vec<StoredEntry>, JournalError> {
    const SQL: &str = concat!(
        "SELECT ",
        columns!(),
        " FROM entries WHERE position > ?1 ORDER BY position LIMIT ?2"
    );
    let failed = |error| failure::told(connection, error);
    let statement = connection.prepare_cached(SQL).map_err(failed)?;
    let after = after.map_or(0, |Position(position)| signed(position));
    let values = params![after, signed(limit as u64)];
    row::collect(connection, statement, values, room(limit))
}

/// The head of `stream`.
pub(crate) fn head(connection: &Connection, stream: &StreamName) -> Result<Head, JournalError> {
    at_one_moment(connection, || head_now(connection, stream))
}

/// The head of `stream`, inside a transaction: what was noted, if the last entry is that one.
pub(crate) fn head_now(connection: &Connection, stream: &StreamName) -> Result<Head, JournalError> {
    const LAST: &str =
        "SELECT number, digest FROM entries WHERE stream = ?1 ORDER BY number DESC LIMIT 1";
    const NOTED: &str = "SELECT number, digest FROM heads WHERE stream = ?1";
    let failed = |error| failure::told(connection, error);
    let ask = |sql| {
        let mut statement = connection.prepare_cached(sql).map_err(failed)?;
        let found = statement.query_row([stream.as_str()], |row| Ok(head_in(row, 0)));
        match found.optional().map_err(failed)? {
            None => Ok(Head::EMPTY),
            Some(Some(head)) => Ok(head),
            Some(None) => Err(damaged_head(stream.as_str())),
        }
    };
    let (last, noted) = (ask(LAST)?, ask(NOTED)?);
    if last == noted {
        return Ok(last);
    }
    Err(contradiction(stream.as_str(), last.number, noted.number))
}

/// The last entry of a stream is not the one that its row in `heads` records.
fn contradiction(stream: &str, last: u64, noted: u64) -> JournalError {
    let (number, why) = match last.cmp(&noted) {
        Ordering::Less => (last + 1, format!("it is missing: there should be {noted} entries")),
        Ordering::Equal => (last, "it is not the last entry that the file recorded".to_owned()),
        Ordering::Greater => {
            (noted + 1, "it comes after the last entry that the file recorded".to_owned())
        }
    };
    JournalError::Damaged { stream: stream.to_owned(), number, why }
}

/// Every stream with its head as it was noted.
pub(crate) fn streams(connection: &Connection) -> Result<Vec<StreamHead>, JournalError> {
    heads(connection, "SELECT stream, number, digest FROM heads ORDER BY stream")
}

/// Compares the tables with their indexes, and the end of each stream with the one that was noted.
///
/// # Errors
/// [`JournalError::Damaged`] names the stream, or the whole file where SQLite finds that its own
/// structure is not sound.
pub(crate) fn check(connection: &Connection) -> Result<(), JournalError> {
    const FOUND_MAX: u32 = 1;
    let failed = |error| failure::told(connection, error);
    at_one_moment(connection, || {
        let found =
            connection.query_row(&format!("PRAGMA integrity_check({FOUND_MAX})"), [], |row| {
                Ok(row::text(row, 0).unwrap_or("it is not text").to_owned())
            });
        let found = found.map_err(failed)?;
        if found != "ok" {
            let path = connection.path().unwrap_or("the journal");
            let why = format!("`{path}` is inconsistent ({found}); restore it from a backup");
            let stream = WHOLE_FILE.to_owned();
            return Err(JournalError::Damaged { stream, number: 0, why });
        }
        let noted = streams(connection)?;
        let last = heads(
            connection,
            "SELECT stream, max(number), digest FROM entries NOT INDEXED GROUP BY stream",
        )?;
        let end = |heads: &[StreamHead], stream: &StreamName| {
            let found = heads.iter().find(|found| found.stream == *stream);
            found.map_or(Head::EMPTY, |found| found.head)
        };
        for stream in last.iter().chain(&noted).map(|found| &found.stream) {
            let (last, noted) = (end(&last, stream), end(&noted, stream));
            if last != noted {
                return Err(contradiction(stream.as_str(), last.number, noted.number));
            }
        }
        Ok(())
    })
}

/// Streams with their heads, as `sql` finds them.
fn heads(connection: &Connection, sql: &str) -> Result<Vec<StreamHead>, JournalError> {
    let failed = |error| failure::told(connection, error);
    let mut statement = connection.prepare_cached(sql).map_err(failed)?;
    let mut rows = statement.query([]).map_err(failed)?;
    let mut heads = Vec::new();
    while let Some(row) = rows.next().map_err(failed)? {
        let name = row::text(row, 0).unwrap_or("an unreadable stream");
        let stream = name.parse::<StreamName>().map_err(|_| damaged_head(name))?;
        let head = head_in(row, 1).ok_or_else(|| damaged_head(name))?;
        heads.push(StreamHead { stream, head });
    }
    Ok(heads)
}

/// Number and digest in the columns from `index`.
fn head_in(row: &Row<'_>, index: usize) -> Option<Head> {
    let number = row::number(row, index)?;
    Some(Head { number, digest: Digest(row::bytes(row, index + 1)?) })
}

fn damaged_head(stream: &str) -> JournalError {
    let why = "its last entry has an invalid name, number or digest".to_owned();
    JournalError::Damaged { stream: stream.to_owned(), number: 0, why }
}
