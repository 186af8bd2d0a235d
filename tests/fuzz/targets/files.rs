//! Files that the program keeps, with other bytes in them: the journal, a key, the installation's
//! secret. Whatever stands there, it is read as it is, or refused with the reason.
#![no_main]

#[path = "../../simulation/room.rs"]
mod room;
mod stage;

use std::path::Path;
use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use plenary_journal::{CheckedJournal, FolderKeyring, Journal, Keyring, SystemRandom};
use plenary_sqlite::{SqliteJournal, SqliteOptions};

/// A journal file with a small meeting, made once.
static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    let stage = stage::Stage::new();
    let service = stage.desk.service().clone();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    runtime.block_on(async {
        let journal = SqliteJournal::open(&path, SqliteOptions::default()).unwrap();
        for stored in service.stored(stage::SLUG).await.unwrap() {
            let head = journal.head(&stored.stream).await.unwrap();
            let stream = stored.stream.clone();
            journal.append(&stream, &head, vec![stored.entry]).await.unwrap();
        }
    });
    std::fs::read(&path).unwrap()
});

fuzz_target!(|data: &[u8]| {
    let Some((which, data)) = data.split_first() else { return };
    let folder = tempfile::tempdir().unwrap();
    match which % 3 {
        0 => journal(folder.path(), data),
        1 => keys(folder.path(), data, "light-v.h1.key"),
        _ => keys(folder.path(), data, "secret"),
    }
});

/// Each four bytes of the input put one byte at one place of the file; it ends where they say.
fn journal(folder: &Path, data: &[u8]) {
    let mut file = FILE.clone();
    for edit in data.chunks_exact(4) {
        let at = usize::from(edit[0]) << 16 | usize::from(edit[1]) << 8 | usize::from(edit[2]);
        let length = file.len();
        file[at % length] = edit[3];
    }
    if let [.., 7] = data {
        file.truncate(file.len() * data.len() / 4_096);
    }
    let path = folder.join("journal.db");
    std::fs::write(&path, file).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    runtime.block_on(async {
        let Ok(journal) = SqliteJournal::open(&path, SqliteOptions::default()) else { return };
        let journal = CheckedJournal::new(Arc::new(journal));
        let is_whole = journal.check().await.is_ok();
        let Ok(streams) = journal.streams().await else { return };
        for stream in streams {
            let read = journal.read(&stream.stream, 1, 10_000).await;
            let Ok(entries) = read else { continue };
            let end = entries.last().map(|last| last.head());
            assert!(!is_whole || end == Some(stream.head), "whole, and ends elsewhere");
        }
    });
}

fn keys(folder: &Path, data: &[u8], name: &str) {
    std::fs::write(folder.join(name), data).unwrap();
    let keyring = FolderKeyring::new(folder, Arc::new(SystemRandom));
    let _ = keyring.existing_secret();
    for name in keyring.names().unwrap_or_default() {
        let _ = keyring.key(&name);
    }
}
