//! Reading: prepared statements on connections of their own, each on a blocking thread.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use plenary_journal::journal::StreamHead;
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

/// Entries of `stream` from number `from`, at most `limit`; a gap among them is damage.
pub(crate) fn stream(
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

/// The head of `stream`: one look-up in the index of streams and numbers.
pub(crate) fn head(connection: &Connection, stream: &StreamName) -> Result<Head, JournalError> {
    const SQL: &str =
        "SELECT number, digest FROM entries WHERE stream = ?1 ORDER BY number DESC LIMIT 1";
    let failed = |error| failure::told(connection, error);
    let mut statement = connection.prepare_cached(SQL).map_err(failed)?;
    let found = statement.query_row([stream.as_str()], |row| Ok(head_in(row, 0)));
    match found.optional().map_err(failed)? {
        None => Ok(Head::EMPTY),
        Some(Some(head)) => Ok(head),
        Some(None) => Err(damaged_head(stream.as_str())),
    }
}

/// Every stream with its head: the index is skipped through, from each name to the next.
pub(crate) fn streams(connection: &Connection) -> Result<Vec<StreamHead>, JournalError> {
    const SQL: &str = "
        WITH RECURSIVE names (stream) AS (
            SELECT min(stream) FROM entries
            UNION ALL
            SELECT (SELECT min(stream) FROM entries WHERE stream > names.stream)
            FROM names WHERE names.stream IS NOT NULL
        )
        SELECT entries.stream, entries.number, entries.digest
        FROM names JOIN entries ON entries.stream = names.stream
            AND entries.number =
                (SELECT max(number) FROM entries AS of WHERE of.stream = names.stream)
        ORDER BY entries.stream";
    let failed = |error| failure::told(connection, error);
    let mut statement = connection.prepare_cached(SQL).map_err(failed)?;
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
    let why = "its last entry has no proper name, number or digest".to_owned();
    JournalError::Damaged { stream: stream.to_owned(), number: 0, why }
}
