//! Plenary's journal in one SQLite file on this machine: the default store.
//!
//! It never changes or deletes an entry, never knows what an event means, and never answers an
//! append before the file is synchronised.
//!
//! Read first: `row` (the tables), then `writer` (how appends are grouped and judged), then
//! `open` (what is refused and why). Several processes of this machine may share the file.

mod backup;
mod failure;
mod open;
pub mod place;
mod read;
mod row;
mod subscribe;
mod wal;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use plenary_journal::journal::{AppendError, Appended, Journal, JournalError, StreamHead};
use plenary_journal::{
    Head, Position, PreparedEntry, StoredEntry, StreamName, Subscription, batch,
};

use subscribe::Shared;
use writer::Writer;

pub use open::{APPLICATION_ID, SCHEMA_VERSION};

/// How long a process waits for another one by default before it gives up, in seconds.
pub const BUSY_SECONDS_MAX: u64 = 10;

/// How a journal is opened.
#[derive(Clone, Debug)]
pub struct SqliteOptions {
    /// Only read; nothing is made or changed, and the file must exist.
    pub read_only: bool,
    /// The most pages (of 4096 bytes) that the file may have; `None` for SQLite's own limit.
    pub max_pages: Option<u32>,
    /// How long to wait while another process writes ([`BUSY_SECONDS_MAX`] by default).
    pub busy: Duration,
}

impl Default for SqliteOptions {
    fn default() -> Self {
        let busy = Duration::from_secs(BUSY_SECONDS_MAX);
        Self { read_only: false, max_pages: None, busy }
    }
}

/// A journal in one SQLite file (docs/stored-form.md, SQLite).
pub struct SqliteJournal {
    /// Dropped first, so that the last append is finished before the readers close.
    writer: Option<Writer>,
    shared: Arc<Shared>,
}

impl SqliteJournal {
    /// Opens the journal at `path`, or makes it there. Blocks while it does.
    ///
    /// Fails with [`JournalError::Foreign`] on a file that is not a journal,
    /// [`JournalError::Newer`] and [`JournalError::Older`] on one of another Plenary,
    /// [`JournalError::ReadOnly`] on one that cannot be written (unless `read_only` is asked for),
    /// [`JournalError::Unsafe`] on a network file system, and [`JournalError::Unavailable`] where
    /// there is no such place.
    pub fn open(path: &Path, options: SqliteOptions) -> Result<Self, JournalError> {
        place::check(path, options.read_only)?;
        let read_only = options.read_only;
        let connection = open::open(path, &options).map_err(|error| match error {
            // Only a file that is being made has a rollback journal: its process ended too early.
            JournalError::ReadOnly(_) if read_only && place::beside(path, "-journal").exists() => {
                let why = format!("`{}` is empty; name the file of a journal", path.display());
                JournalError::Foreign(why)
            }
            // Whoever only reads is not helped by "change that, or only read".
            JournalError::ReadOnly(_) if read_only => JournalError::unavailable(format!(
                "to read `{}`, this account must be able to make SQLite's files beside it; copy it \
                 with its -wal file to a folder of your own",
                path.display()
            )),
            error => error,
        })?;
        let shared = Arc::new(Shared::new(path.to_path_buf(), options));
        let writer = if read_only {
            shared.readers.give_back(connection);
            None
        } else {
            Some(Writer::start(connection, path, shared.wake())?)
        };
        Ok(Self { writer, shared })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        self.shared.readers.path()
    }

    /// Copies the journal as it is now, with everything acknowledged so far, to a new file `to`
    /// while others go on reading and writing. The copy is synchronised before the answer; keys
    /// are not in it. Fails if `to` exists.
    pub async fn copy_to(&self, to: &Path) -> Result<(), JournalError> {
        let to: PathBuf = to.to_path_buf();
        self.read_with(move |connection| backup::copy(connection, &to)).await
    }

    async fn read_with<T: Send + 'static>(
        &self,
        job: impl FnOnce(&rusqlite::Connection) -> Result<T, JournalError> + Send + 'static,
    ) -> Result<T, JournalError> {
        self.shared.readers.run(job).await
    }
}

#[async_trait]
impl Journal for SqliteJournal {
    async fn append(
        &self,
        stream: &StreamName,
        expected: &Head,
        batch: Vec<PreparedEntry>,
    ) -> Result<Appended, AppendError> {
        batch::check(stream, expected, &batch)?;
        match &self.writer {
            Some(writer) => writer.append(stream, expected, batch).await,
            None => {
                let path = self.path().display();
                let why = format!("`{path}` was opened for reading only; open it for writing");
                Err(JournalError::ReadOnly(why).into())
            }
        }
    }

    async fn read(
        &self,
        stream: &StreamName,
        from: u64,
        limit: usize,
    ) -> Result<Vec<StoredEntry>, JournalError> {
        let stream = stream.clone();
        self.read_with(move |connection| read::stream(connection, &stream, from, limit)).await
    }

    async fn read_all(
        &self,
        after: Option<Position>,
        limit: usize,
    ) -> Result<Vec<StoredEntry>, JournalError> {
        self.read_with(move |connection| read::all(connection, after, limit)).await
    }

    async fn head(&self, stream: &StreamName) -> Result<Head, JournalError> {
        let stream = stream.clone();
        self.read_with(move |connection| read::head(connection, &stream)).await
    }

    async fn streams(&self) -> Result<Vec<StreamHead>, JournalError> {
        self.read_with(read::streams).await
    }

    async fn check(&self) -> Result<(), JournalError> {
        self.read_with(read::check).await
    }

    async fn subscribe(&self, after: Option<Position>) -> Result<Subscription, JournalError> {
        subscribe::subscribe(&self.shared, after).await
    }
}
