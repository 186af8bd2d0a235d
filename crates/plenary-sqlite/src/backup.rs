//! A copy of the journal while it is in use.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use plenary_journal::JournalError;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use crate::open::{make_private, sync_folder};
use crate::{failure, place};

/// Copies everything committed to the new file `to`. It is written under another name and linked
/// to its own when it is whole and synchronised, so an unfinished copy is never taken for one.
pub(crate) fn copy(connection: &Connection, to: &Path) -> Result<(), JournalError> {
    place::check(to, false)?;
    let shown = to.display();
    let failed = |error: io::Error| {
        JournalError::because(format!("the copy `{shown}` cannot be created"), error)
    };
    if to.exists() {
        return Err(JournalError::unavailable(format!(
            "`{shown}` already exists; choose a new file for the copy"
        )));
    }
    let unfinished = place::beside(to, &format!(".unfinished-{}", std::process::id()));
    let copied = pages(connection, &unfinished)
        .and_then(|()| File::open(&unfinished).and_then(|file| file.sync_all()).map_err(failed))
        .and_then(|()| fs::hard_link(&unfinished, to).map_err(failed));
    let removed = match fs::remove_file(&unfinished) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed(error)),
        _ => Ok(()),
    };
    copied.and(removed)?;
    sync_folder(to)
}

fn pages(connection: &Connection, to: &Path) -> Result<(), JournalError> {
    let failed = |error| failure::of_file(&to.display().to_string(), error);
    make_private(to).map_err(|error| {
        JournalError::because(format!("the copy `{}` cannot be created", to.display()), error)
    })?;
    let mut copy = Connection::open(to).map_err(failed)?;
    let backup = Backup::new(connection, &mut copy).map_err(failed)?;
    // All pages in one step are one moment of the journal; writers go on in their log meanwhile.
    match backup.step(-1).map_err(failed)? {
        StepResult::Done => Ok(()),
        _ => Err(JournalError::unavailable("the journal was busy while it was copied; try again")),
    }
}
