//! Journal, disk and keys.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::SignedDuration;
use plenary_journal::{FolderKeyring, JournalError, Keyring, StreamHead, SystemRandom};
use plenary_service::{Clock, Freshness, SetClock, SystemClock, archive, clock as clocks};
use tokio::time::timeout;

use super::machine::{SET, others_read};
use super::table::Look;
use crate::commands::counted;
use crate::settings::{Address, Settings};
use crate::wiring::{App, Use};

/// How long the journal may take to say what it holds.
const ANSWER: Duration = Duration::from_secs(10);
/// How long streams are verified; `verify` takes the time that it needs.
const SAMPLE: Duration = Duration::from_secs(3);
/// Clocks of several machines may differ by so much.
const MINUTE: SignedDuration = SignedDuration::from_mins(1);
/// Below this much free space a journal soon stops, in bytes.
const FREE_BYTES_LOW: u64 = 1 << 30;
/// Below this one, it cannot be worked with.
const FREE_BYTES_MIN: u64 = 64 << 20;
/// Files with keys are counted up to here.
const KEYS_COUNTED_MAX: usize = 100_000;
const RESTORE_KEYS: &str =
    "Restore the keys before anybody uses the meeting, or set the setting keys to their folder";
const RESTORE_JOURNAL: &str = "Run plenary verify for a list of what is damaged, then restore a \
    backup";

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
                looks.push(Look::wrong("keys", failure.to_string(), RESTORE_KEYS));
            }
            looks.push(match contradiction(&app).await {
                Some(look) => look,
                None => sample(&app, &streams).await,
            });
            if let Ok(newest) = timeout(SAMPLE, newest(&app, &streams)).await {
                looks.extend(newest.and_then(|newest| clock(SystemClock.now(), newest)));
            }
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
    let clock = SetClock::standing(SystemClock.now());
    let app = App::open_with(settings, Use::Existing, clock)?;
    let journal = &app.service.ports().journal;
    let Ok(streams) = timeout(ANSWER, journal.streams()).await else {
        anyhow::bail!("{address} did not answer within {} s", ANSWER.as_secs());
    };
    let streams = streams?;
    Ok(Some((app, streams)))
}

/// When the newest entry of the meetings that go by this machine's clock was stored.
async fn newest(app: &App, streams: &[StreamHead]) -> Option<jiff::Timestamp> {
    let mut newest = None;
    for slug in streams.iter().filter_map(|found| found.stream.meeting_slug()) {
        let Ok(views) = app.service.views(slug, Freshness::Current).await else { continue };
        let is_practice = views.meeting.convened.as_ref().is_some_and(|c| c.clock.is_some());
        newest = newest.max(views.at.filter(|_| !is_practice).map(|at| at.timestamp()));
    }
    newest
}

/// What the clock is against the newest entry, unless they fit.
fn clock(now: jiff::Timestamp, newest: jiff::Timestamp) -> Option<Look> {
    let found = format!("it shows {now:.0}; the newest entry is of {newest:.0}");
    if now.duration_since(newest) < -MINUTE {
        return Some(Look::wrong("clock", found, SET));
    }
    let remedy = "If it is right, go on: the first who stores something is asked whether it is";
    clocks::is_doubtful(now, newest).then(|| Look::known("clock", found, remedy))
}

/// What the store says of itself, where it keeps something twice.
async fn contradiction(app: &App) -> Option<Look> {
    let checked = timeout(ANSWER, app.service.ports().journal.check()).await;
    let error = checked.ok()?.err()?;
    Some(Look::wrong("entries", error.to_string(), RESTORE_JOURNAL))
}

fn held(address: &Address, streams: &[StreamHead], entries: u64) -> Look {
    let meetings = streams.iter().filter(|found| found.stream.meeting_slug().is_some()).count();
    let meetings = counted(meetings, "meeting", "meetings");
    let entries = counted(entries, "entry", "entries");
    let found = format!("{address} answers; {meetings}, {entries}");
    match address {
        Address::Memory => {
            let found = "kept in memory only: everything is lost when Plenary stops";
            Look::known("journal", found, "Choose a file: journal = \"sqlite:plenary.db\"")
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
            let found = format!("{address} does not exist yet; it can be created");
            let remedy = "plenary serve creates it, or: plenary chat MEETING --as operator; if it \
                should exist already, correct the setting journal";
            Look::known("journal", found, remedy)
        }
        Err(error) => {
            let found = format!("{address} cannot be created: {error}");
            let folder = folder.display();
            let remedy = format!("Create the folder {folder} and let this account write to it");
            Look::wrong("journal", found, &remedy)
        }
    }
}

fn wrong_journal(error: &anyhow::Error) -> Look {
    let remedy = match error.downcast_ref::<JournalError>() {
        Some(JournalError::ReadOnly(_)) => "Let this account write to the file and its folder",
        Some(JournalError::Foreign(_)) => "Set the setting journal to another file",
        Some(JournalError::Newer(_)) => "Use the newer Plenary that wrote it",
        Some(JournalError::Older(_)) => {
            "Set the setting journal to another file, or use the Plenary that wrote this one"
        }
        Some(JournalError::Unsafe(_)) => "Move it to a disk of this machine",
        Some(JournalError::Full(_)) => "Free some disk space, or raise the setting max_pages",
        Some(JournalError::Damaged { .. }) => RESTORE_JOURNAL,
        Some(JournalError::Unavailable(..) | JournalError::BadBatch(_)) | None => {
            "Check that it exists and is running, and check the settings journal and keys"
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
                let found = format!("DAMAGED: {error}");
                return Look::wrong("entries", found, RESTORE_JOURNAL);
            }
            Err(_) => break,
        }
    }
    if streams.is_empty() {
        return Look::well("entries", "there are no entries yet");
    }
    if verified == streams.len() {
        return Look::well(
            "entries",
            match verified {
                1 => "the only stream was checked; nothing is altered or lost".to_owned(),
                2 => "both streams were checked; nothing is altered or lost".to_owned(),
                _ => format!("all {verified} streams were checked; nothing is altered or lost"),
            },
        );
    }
    let of = streams.len();
    let found = format!("{verified} of {of} streams were checked; nothing in them is altered");
    let remedy = "The rest was not checked for lack of time; plenary verify checks everything";
    Look::known("entries", found, remedy)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(unix)]
fn disk(folder: &Path) -> Look {
    let Ok(told) = rustix::fs::statvfs(folder) else {
        return Look::none("disk", "the free space could not be determined");
    };
    let free = told.f_bavail.saturating_mul(told.f_frsize);
    #[expect(clippy::cast_precision_loss, reason = "shown with one digit")]
    let shown = format!("{:.1} GiB free", free as f64 / FREE_BYTES_LOW as f64);
    let remedy = "Free some disk space: a full journal can be read but cannot store anything new";
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

    if !folder.exists() {
        let found = format!("there is no folder {shown}");
        return if entries > 0 {
            Look::wrong("keys", format!("{found}, and the journal holds entries"), RESTORE_KEYS)
        } else {
            Look::well("keys", format!("{shown} will be created with the first key"))
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
            let found = format!("{shown}: {files}, including the installation's secret");
            Look::well("keys", format!("{found}; only this account can read them"))
        }
        Ok(None) if entries > 0 => {
            let found = format!("{shown} holds no secret, and the journal holds entries");
            Look::wrong("keys", found, RESTORE_KEYS)
        }
        Ok(None) => {
            let found = "the secret will be created when the first command is given";
            Look::well("keys", format!("{shown}; {found}"))
        }
        Err(error) => Look::wrong("keys", error.to_string(), RESTORE_KEYS),
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

#[cfg(test)]
mod tests {
    use super::super::table::Mark;
    use super::*;

    #[test]
    fn a_clock_that_does_not_fit_the_newest_entry_is_said() {
        let shows =
            |now: &str| clock(now.parse().unwrap(), "2026-11-25T14:00:00Z".parse().unwrap());
        assert!(shows("2026-11-25T13:59:30Z").is_none() && shows("2027-11-25T00:00:00Z").is_none());
        let mark = |now| shows(now).map(|look| look.mark);
        assert_eq!(mark("2026-11-25T13:58:00Z"), Some(Mark::Wrong));
        assert_eq!(mark("2031-01-01T00:00:00Z"), Some(Mark::Known));
    }
}
