//! Subscriptions: woken at once by this process's own appends, and within
//! [`POLL_MILLIS`] by those of other processes.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

use async_trait::async_trait;
use plenary_journal::subscription::{self, Source};
use plenary_journal::{JournalError, Position, StoredEntry, Subscription};
use rusqlite::Connection;
use tokio::sync::watch;

use crate::read::{self, Readers};
use crate::{SqliteOptions, failure};

/// How often the file is asked whether another process has written.
pub(crate) const POLL_MILLIS: u64 = 25;

/// What the journal, its subscriptions and the thread that watches the file have in common.
pub(crate) struct Shared {
    pub(crate) readers: Readers,
    /// Sent whenever there may be something new.
    wake: Arc<watch::Sender<()>>,
    watched: AtomicBool,
}

impl Shared {
    pub(crate) fn new(path: PathBuf, options: SqliteOptions) -> Self {
        let readers = Readers::new(path, options);
        Self { readers, wake: Arc::new(watch::Sender::new(())), watched: AtomicBool::new(false) }
    }

    pub(crate) fn wake(&self) -> Arc<watch::Sender<()>> {
        Arc::clone(&self.wake)
    }
}

/// A subscription to everything after `after`.
pub(crate) async fn subscribe(
    shared: &Arc<Shared>,
    after: Option<Position>,
) -> Result<Subscription, JournalError> {
    if !shared.watched.swap(true, Ordering::SeqCst)
        && let Err(error) = watch_file(shared)
    {
        shared.watched.store(false, Ordering::SeqCst);
        return Err(error);
    }
    // Listening begins before the first page is read, so that nothing falls between.
    let news = shared.wake.subscribe();
    Ok(subscription::subscribe(Pages { shared: Arc::downgrade(shared), news }, after))
}

/// Starts the thread that notices what other processes write. It ends with the journal.
fn watch_file(shared: &Arc<Shared>) -> Result<(), JournalError> {
    let connection = shared.readers.connect()?;
    let version = data_version(&connection);
    let mut seen = version.map_err(|error| failure::told(&connection, error))?;
    let weak = Arc::downgrade(shared);
    let watching = move || {
        loop {
            thread::sleep(Duration::from_millis(POLL_MILLIS));
            let Some(shared) = weak.upgrade() else { return };
            if shared.wake.receiver_count() == 0 {
                continue;
            }
            match data_version(&connection) {
                Ok(version) if version == seen => {}
                Ok(version) => {
                    seen = version;
                    shared.wake.send_replace(());
                }
                // The pages fail in the same way and tell the subscribers.
                Err(_) => {
                    shared.wake.send_replace(());
                }
            }
        }
    };
    let started = thread::Builder::new().name("journal watcher".to_owned()).spawn(watching);
    let no_thread = |error| JournalError::because("no thread could be started", error);
    started.map(|_| ()).map_err(no_thread)
}

/// A number that changes when another connection commits.
fn data_version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))
}

struct Pages {
    /// Weak, so that a subscription does not keep the journal open.
    shared: Weak<Shared>,
    news: watch::Receiver<()>,
}

#[async_trait]
impl Source for Pages {
    async fn page(
        &mut self,
        after: Option<Position>,
        limit: usize,
    ) -> Result<Vec<StoredEntry>, JournalError> {
        self.news.mark_unchanged();
        match self.shared.upgrade() {
            Some(shared) => {
                shared.readers.run(move |connection| read::all(connection, after, limit)).await
            }
            None => Ok(Vec::new()),
        }
    }

    async fn changed(&mut self) -> bool {
        self.news.changed().await.is_ok()
    }
}
