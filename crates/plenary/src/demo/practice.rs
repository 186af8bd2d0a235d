//! The practice copy: the entries before Monday 22 October 2007, 09:00, byte for byte, with keys of
//! its own, on a clock that runs on from there.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use plenary_domain::Timestamp;
use plenary_journal::{
    FolderKeyring, Head, Journal, Keyring, PreparedEntry, StreamName, SystemRandom, keyring,
};
use plenary_service::{Freshness, SetClock};
use plenary_sqlite::{SqliteJournal, SqliteOptions};

use crate::wiring::App;

/// Where the practice begins: a week before the deadline, 09:00 in Washington.
pub(super) const BEGINS: &str = "2007-10-22T13:00:00.000Z";

/// The copy, opened.
pub(super) struct Copy {
    pub(super) app: App,
    pub(super) journal: String,
    /// How many members have not answered yet.
    pub(super) silent: usize,
}

/// Copies the beginning of the meeting into a journal of its own.
pub(super) async fn copy(app: &App, meeting: &str, folder: &Path) -> Result<Copy> {
    let begins: Timestamp = BEGINS.parse().context("the practice has no beginning")?;
    let path = folder.join("practice.db");
    let stored = app.service.stored(meeting).await?;
    let early: Vec<PreparedEntry> = stored
        .into_iter()
        .map(|stored| stored.entry)
        .take_while(|entry| entry.envelope.at.parse::<Timestamp>().is_ok_and(|at| at < begins))
        .collect();
    let journal = Arc::new(SqliteJournal::open(&path, SqliteOptions::default())?);
    journal.append(&StreamName::meeting(meeting)?, &Head::EMPTY, early).await?;
    let mut keys = Vec::new();
    keyring::export(app.service.ports().keyring.as_ref(), &mut keys)?;
    let mut own = path.clone().into_os_string();
    own.push(".keys");
    let own: Arc<dyn Keyring> = Arc::new(FolderKeyring::new(own, Arc::new(SystemRandom)));
    keyring::import(own.as_ref(), &mut keys.as_slice())?;
    let clock = SetClock::running(begins.timestamp());
    let random = Arc::clone(&app.random);
    let app = App::of(journal, own, random, clock)?;
    let views = app.service.views(meeting, Freshness::Current).await?;
    let (_, silent) = views.reply.answered(views.meeting.delegations());
    let silent = silent.len();
    Ok(Copy { app, journal: format!("sqlite:{}", path.display()), silent })
}
