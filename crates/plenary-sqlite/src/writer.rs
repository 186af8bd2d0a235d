//! The one thread that writes. It takes what is waiting, judges each append on its own inside one
//! transaction, commits once, and answers when the file is synchronised.

use std::path::Path;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use plenary_journal::journal::{AppendError, Appended, JournalError};
use plenary_journal::{Head, Position, PreparedEntry, StoredEntry, StreamName};
use rusqlite::{Connection, Error, ErrorCode};
use tokio::sync::{mpsc, oneshot, watch};

use crate::{failure, read, row};

/// How many appends wait for the thread before their callers do.
const WAITING_APPENDS_MAX: usize = 1_024;
/// The most appends in one transaction.
const GROUP_APPENDS_MAX: usize = 256;

/// The other end of the writing thread. Dropping it finishes what is waiting.
pub(crate) struct Writer {
    turns: Option<mpsc::Sender<Turn>>,
    thread: Option<JoinHandle<()>>,
}

/// One append that waits for its answer.
struct Turn {
    stream: StreamName,
    expected: Head,
    batch: Vec<PreparedEntry>,
    answer: oneshot::Sender<Result<Appended, AppendError>>,
}

/// What was found of one append inside the transaction.
enum Judged {
    /// Its entries are written at these positions, durable with the COMMIT.
    Written(Vec<Position>),
    Already(Vec<StoredEntry>),
    Conflict(Head),
    Refused(JournalError),
}

impl Writer {
    /// Starts the thread, which owns `connection` from now on.
    pub(crate) fn start(
        connection: Connection,
        path: &Path,
        wake: Arc<watch::Sender<()>>,
    ) -> Result<Self, JournalError> {
        let (turns, waiting) = mpsc::channel(WAITING_APPENDS_MAX);
        let serve = move || serve(&connection, waiting, &wake);
        let thread = thread::Builder::new().name("journal writer".to_owned()).spawn(serve);
        let thread = thread.map_err(|error| {
            let path = path.display();
            JournalError::because(format!("no thread could be started for `{path}`"), error)
        })?;
        Ok(Self { turns: Some(turns), thread: Some(thread) })
    }

    /// Waits in line and gives the thread's answer.
    pub(crate) async fn append(
        &self,
        stream: &StreamName,
        expected: &Head,
        batch: Vec<PreparedEntry>,
    ) -> Result<Appended, AppendError> {
        let ended = || JournalError::unavailable("the writing thread has ended; restart");
        let (answer, answered) = oneshot::channel();
        let turn = Turn { stream: stream.clone(), expected: *expected, batch, answer };
        let turns = self.turns.as_ref().ok_or_else(ended)?;
        turns.send(turn).await.map_err(|_| ended())?;
        answered.await.unwrap_or_else(|_| Err(AppendError::Unknown(ended())))
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.turns = None;
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has answered nobody; there is nothing left to say here.
            let _ = thread.join();
        }
    }
}

fn serve(connection: &Connection, mut turns: mpsc::Receiver<Turn>, wake: &watch::Sender<()>) {
    while let Some(first) = turns.blocking_recv() {
        let mut group = vec![first];
        while group.len() < GROUP_APPENDS_MAX
            && let Ok(next) = turns.try_recv()
        {
            group.push(next);
        }
        settle(connection, group, wake);
    }
    // What is in the log goes into the file, so that the file copied alone is whole. Where readers
    // are in the way it stays in the log, from which SQLite takes it the next time.
    let _ = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
}

/// Stores a group in one transaction. If one of them makes SQLite fail (the disk is full), each is
/// tried alone, so that a small one is not lost to a large one.
fn settle(connection: &Connection, group: Vec<Turn>, wake: &watch::Sender<()>) {
    match attempt(connection, &group) {
        Ok(judged) => {
            if judged.iter().any(|judged| matches!(judged, Judged::Written(_))) {
                wake.send_replace(());
            }
            for (turn, judged) in group.into_iter().zip(judged) {
                let (answer, result) = turn.answered(judged);
                // Whoever asked may have gone; what is stored stays stored.
                let _ = answer.send(result);
            }
        }
        Err(AppendError::Failed(_)) if group.len() > 1 => {
            for turn in group {
                settle(connection, vec![turn], wake);
            }
        }
        Err(error) => {
            for turn in group {
                let _ = turn.answer.send(Err(again(&error)));
            }
        }
    }
}

/// All of a group in one transaction, durable on return; on failure nothing, or nobody knows.
fn attempt(connection: &Connection, group: &[Turn]) -> Result<Vec<Judged>, AppendError> {
    let told = |error: Error| failure::told(connection, error);
    run(connection, "BEGIN IMMEDIATE").map_err(told)?;
    let mut judged = Vec::with_capacity(group.len());
    for turn in group {
        match turn.judge(connection) {
            Ok(one) => judged.push(one),
            Err(error) => {
                roll_back(connection);
                return Err(AppendError::Failed(error));
            }
        }
    }
    run(connection, "COMMIT").map_err(|error| {
        roll_back(connection);
        match failure::surely_not_stored(&error) {
            true => AppendError::Failed(told(error)),
            false => AppendError::Unknown(told(error)),
        }
    })?;
    Ok(judged)
}

impl Turn {
    /// Compares the head and writes the batch. An error is SQLite's and ends the transaction.
    fn judge(&self, connection: &Connection) -> Result<Judged, JournalError> {
        let actual = read::head_now(connection, &self.stream)?;
        if actual != self.expected {
            let already = self.already(connection)?;
            return Ok(already.map_or(Judged::Conflict(actual), Judged::Already));
        }
        let failed = |error: Error| failure::told(connection, error);
        if self.batch.len() == 1 {
            return self.write(connection).map_err(failed);
        }
        // A statement that fails undoes itself alone; of a longer batch all must be undone.
        run(connection, "SAVEPOINT batch").map_err(failed)?;
        let judged = self.write(connection).map_err(failed)?;
        if matches!(judged, Judged::Refused(_)) {
            run(connection, "ROLLBACK TO batch").map_err(failed)?;
        }
        run(connection, "RELEASE batch").map_err(failed)?;
        Ok(judged)
    }

    fn write(&self, connection: &Connection) -> Result<Judged, Error> {
        let mut positions = Vec::with_capacity(self.batch.len());
        for entry in &self.batch {
            match row::insert(connection, entry) {
                Ok(position) => positions.push(position),
                // The head was right, so it is the id that stands already, at another place.
                Err(e) if e.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
                    let (id, number) = (entry.id, entry.number);
                    let why = format!("the id {id} of entry {number} already exists");
                    return Ok(Judged::Refused(JournalError::BadBatch(why)));
                }
                Err(error) => return Err(error),
            }
        }
        if let Some(last) = self.batch.last() {
            row::set_head(connection, last)?;
        }
        Ok(Judged::Written(positions))
    }

    /// The stored entries, if exactly these ids stand right after the expected head.
    fn already(&self, connection: &Connection) -> Result<Option<Vec<StoredEntry>>, JournalError> {
        let from = self.expected.number;
        if from > 0 {
            let before = read::entries(connection, &self.stream, from, 1)?;
            if before.first().map(|entry| entry.head()) != Some(self.expected) {
                return Ok(None);
            }
        } else if self.expected != Head::EMPTY {
            return Ok(None);
        }
        let found = read::entries(connection, &self.stream, from + 1, self.batch.len())?;
        let same = found.len() == self.batch.len()
            && found.iter().zip(&self.batch).all(|(found, sent)| found.id == sent.id);
        Ok(same.then_some(found))
    }

    fn answered(
        self,
        judged: Judged,
    ) -> (oneshot::Sender<Result<Appended, AppendError>>, Result<Appended, AppendError>) {
        let result = match judged {
            Judged::Written(positions) => {
                let stored = positions.into_iter().zip(self.batch);
                let stored = stored.map(|(position, entry)| StoredEntry { position, entry });
                Ok(Appended::Stored(stored.collect()))
            }
            Judged::Already(stored) => Ok(Appended::Already(stored)),
            Judged::Conflict(actual) => Err(AppendError::Conflict { actual }),
            Judged::Refused(error) => Err(AppendError::Failed(error)),
        };
        (self.answer, result)
    }
}

/// The same answer for one more caller.
fn again(error: &AppendError) -> AppendError {
    match error {
        AppendError::Conflict { actual } => AppendError::Conflict { actual: *actual },
        AppendError::Unknown(error) => AppendError::Unknown(error.clone()),
        AppendError::Failed(error) => AppendError::Failed(error.clone()),
    }
}

fn run(connection: &Connection, sql: &str) -> Result<(), Error> {
    connection.prepare_cached(sql)?.execute([]).map(|_| ())
}

/// Ends a transaction that failed, unless SQLite has ended it itself.
fn roll_back(connection: &Connection) {
    if !connection.is_autocommit() {
        // Should this fail too, the next BEGIN fails and says so to its callers.
        let _ = run(connection, "ROLLBACK");
    }
}
