//! Journal, disk and keys.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use plenary_journal::{FolderKeyring, JournalError, Keyring, StreamHead, SystemRandom};
use plenary_service::{SetClock, archive};
use tokio::time::timeout;

use super::machine::others_read;
use super::table::Look;
use crate::commands::counted;
use crate::settings::{Address, Settings};
use crate::wiring::{App, Use};

/// How long the journal may take to say what it holds.
const ANSWER: Duration = Duration::from_secs(10);
/// How long streams are verified; `verify` takes the time that it needs.
const SAMPLE: Duration = Duration::from_secs(3);
/// Below this much free space a journal soon stops, in bytes.
const FREE_BYTES_LOW: u64 = 1 << 30;
/// Below this one, it cannot be worked with.
const FREE_BYTES_MIN: u64 = 64 << 20;
/// Files with keys are counted up to here.
const KEYS_COUNTED_MAX: usize = 100_000;

/// Looks at all of it.
pub(super) async fn looks(settings: &Settings) -> Vec<Look> {
    let address = match settings.address() {
        Ok(address) => address,
        Err(error) => return vec![wrong_journal(&error)],
    };
    let mut looks = Vec::new();
    let mut entries = 0;
    match opened(settings, &address).await {
        Ok(Some((app, streams))) => {
            entries = streams.iter().map(|found| found.head.number).sum();
            looks.push(held(&address, &streams, entries));
            if let Ok(Err(failure)) = timeout(ANSWER, app.service.check_keys()).await {
                let remedy = "Restore the keys before anybody acts, or name their folder";
                looks.push(Look::wrong("keys", failure.to_string(), remedy));
            }
            looks.push(match contradiction(&app).await {
                Some(look) => look,
                None => sample(&app, &streams).await,
            });
        }
        Ok(None) => looks.push(not_there(&address)),
        Err(error) => looks.push(wrong_journal(&error)),
    }
    if let Address::Sqlite(path) = &address {
        looks.push(disk(folder_of(path)));
    }
    if let Some(folder) = settings.key_folder() {
        looks.push(keys(&folder, entries));
    }
    looks
}

type Opened = Option<(App, Vec<StreamHead>)>;

/// Opened as `serve` does it, for writing; nothing is written.
async fn opened(settings: &Settings, address: &Address) -> anyhow::Result<Opened> {
    if let Address::Sqlite(path) = address
        && !path.exists()
    {
        return Ok(None);
    }
    let clock = SetClock::standing(jiff::Timestamp::now());
    let app = App::open_with(settings, Use::Existing, clock)?;
    let journal = &app.service.ports().journal;
    let Ok(streams) = timeout(ANSWER, journal.streams()).await else {
        anyhow::bail!("{address} did not say what it holds within {} s", ANSWER.as_secs());
    };
    let streams = streams?;
    Ok(Some((app, streams)))
}

/// What the store says of itself, where it keeps something twice.
async fn contradiction(app: &App) -> Option<Look> {
    let checked = timeout(ANSWER, app.service.ports().journal.check()).await;
    let error = checked.ok()?.err()?;
    let remedy = "plenary verify names everything that is damaged; restore a copy";
    Some(Look::wrong("entries", error.to_string(), remedy))
}

fn held(address: &Address, streams: &[StreamHead], entries: u64) -> Look {
    let meetings = streams.iter().filter(|found| found.stream.meeting_slug().is_some()).count();
    let meetings = counted(meetings, "meeting", "meetings");
    let entries = counted(entries, "entry", "entries");
    let found = format!("{address} answers; {meetings}, {entries}");
    match address {
        Address::Memory => {
            let remedy = "Name a file: journal = \"sqlite:plenary.db\"";
            Look::known("journal", "in memory: everything is lost when Plenary ends", remedy)
        }
        Address::Sqlite(path) if others_read(path) => {
            let found = format!("{address} answers, and other accounts can read it");
            Look::wrong("journal", found, &format!("chmod 600 {}", path.display()))
        }
        Address::Sqlite(_) | Address::EventStore(_) => Look::well("journal", found),
    }
}

fn not_there(address: &Address) -> Look {
    let Address::Sqlite(path) = address else { return Look::well("journal", address.to_string()) };
    let folder = folder_of(path);
    match tempfile::tempfile_in(folder) {
        Ok(_) => {
            let found = format!("{address} is not there yet, and can be made");
            let remedy = "plenary serve makes it, or: plenary chat MEETING --as operator; if it \
                should be there, correct the setting journal";
            Look::known("journal", found, remedy)
        }
        Err(error) => {
            let found = format!("{address} cannot be made: {error}");
            let remedy = format!("Make the folder {}, writable for this account", folder.display());
            Look::wrong("journal", found, &remedy)
        }
    }
}

fn wrong_journal(error: &anyhow::Error) -> Look {
    let remedy = match error.downcast_ref::<JournalError>() {
        Some(JournalError::ReadOnly(_)) => "Let this account write to the file and its folder",
        Some(JournalError::Foreign(_)) => "Name another file by the setting journal",
        Some(JournalError::Newer(_)) => "Use the newer Plenary that wrote it",
        Some(JournalError::Older(_)) => "Name another file, or use the Plenary that wrote this one",
        Some(JournalError::Unsafe(_)) => "Move it to a disk of this machine",
        Some(JournalError::Full(_)) => "Make room, or raise the setting max_pages",
        Some(JournalError::Damaged { .. }) => {
            "plenary verify names everything that is damaged; restore a copy"
        }
        Some(JournalError::Unavailable(..) | JournalError::BadBatch(_)) | None => {
            "Check that it is there and running, and correct the settings journal and keys"
        }
    };
    Look::wrong("journal", format!("{error:#}"), remedy)
}

/// Verifies streams in their order, as long as there is time.
async fn sample(app: &App, streams: &[StreamHead]) -> Look {
    let begun = Instant::now();
    let mut verified = 0;
    for found in streams {
        if begun.elapsed() > SAMPLE {
            break;
        }
        let left = SAMPLE.saturating_sub(begun.elapsed());
        match timeout(left, archive::verify(&app.service, &found.stream, None)).await {
            Ok(Ok(_)) => verified += 1,
            Ok(Err(error)) if error.is_newer() => {
                return Look::wrong("entries", error.to_string(), "Update Plenary");
            }
            Ok(Err(error)) => {
                let found = format!("{}: BROKEN. {error}", found.stream);
                let remedy = "plenary verify names everything that is damaged; restore a copy";
                return Look::wrong("entries", found, remedy);
            }
            Err(_) => break,
        }
    }
    if streams.is_empty() {
        return Look::well("entries", "there are none yet");
    }
    if verified == streams.len() {
        return Look::well(
            "entries",
            match verified {
                1 => "the one stream is unbroken".to_owned(),
                _ => format!("all {verified} streams are unbroken"),
            },
        );
    }
    let of = streams.len();
    let found = format!("{verified} of {of} streams were verified and are unbroken");
    Look::known(
        "entries",
        found,
        "There was no time for the rest; plenary verify checks everything",
    )
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(unix)]
fn disk(folder: &Path) -> Look {
    let Ok(told) = rustix::fs::statvfs(folder) else {
        return Look::none("disk", "its free space is not known");
    };
    let free = told.f_bavail.saturating_mul(told.f_frsize);
    #[expect(clippy::cast_precision_loss, reason = "shown with one digit")]
    let shown = format!("{:.1} GiB free", free as f64 / FREE_BYTES_LOW as f64);
    let remedy = "Make room: a full journal can be read, but stores nothing new";
    match free {
        FREE_BYTES_LOW.. => Look::well("disk", shown),
        FREE_BYTES_MIN.. => Look::known("disk", shown, remedy),
        _ => Look::wrong("disk", format!("{} MiB free", free >> 20), remedy),
    }
}

#[cfg(not(unix))]
fn disk(_folder: &Path) -> Look {
    Look::none("disk", "free space is not checked on this system")
}

/// The folder of the keys, for a journal with so many entries.
fn keys(folder: &Path, entries: u64) -> Look {
    let shown = folder.display();
    let restore = "Restore the keys before anybody acts, or name their folder by the setting keys";
    if !folder.exists() {
        let found = format!("there is no folder {shown}");
        return if entries > 0 {
            Look::wrong("keys", format!("{found}, and the journal holds entries"), restore)
        } else {
            Look::well("keys", format!("{shown} is made with the first key"))
        };
    }
    if others_read(folder) {
        let found = format!("other accounts can read {shown}");
        return Look::wrong("keys", found, &format!("chmod 700 {shown}"));
    }
    let mine = format!("Let this account read and write {shown}");
    let count = match std::fs::read_dir(folder) {
        Ok(files) => files.take(KEYS_COUNTED_MAX).count(),
        Err(error) => return Look::wrong("keys", format!("{shown}: {error}"), &mine),
    };
    if !may_write(folder) {
        return Look::wrong("keys", format!("{shown} cannot be written"), &mine);
    }
    match FolderKeyring::new(folder, Arc::new(SystemRandom)).existing_secret() {
        Ok(Some(_)) => {
            let files = counted(count, "file", "files");
            let found = format!("{shown}, {files} with the secret; for this account alone");
            Look::well("keys", found)
        }
        Ok(None) if entries > 0 => {
            let found = format!("{shown} holds no secret, and the journal holds entries");
            Look::wrong("keys", found, restore)
        }
        Ok(None) => Look::well("keys", format!("{shown}; the secret is made at the first act")),
        Err(error) => Look::wrong("keys", error.to_string(), restore),
    }
}

#[cfg(unix)]
fn may_write(folder: &Path) -> bool {
    use rustix::fs::{Access, access};
    access(folder, Access::WRITE_OK | Access::EXEC_OK).is_ok()
}

#[cfg(not(unix))]
fn may_write(folder: &Path) -> bool {
    std::fs::metadata(folder).is_ok_and(|data| !data.permissions().readonly())
}
