//! Exports and imports: whole, byte for byte, resumable, and refused by the line at fault.

use std::io::Cursor;
use std::sync::Arc;

use plenary_domain::{Readers, Views};
use plenary_journal::entry::NewEntry;
use plenary_journal::{Head, MemoryJournal, PreparedEntry, StreamName, digest, export};
use plenary_service::archive::{self, ArchiveError};
use plenary_service::{Freshness, Service};

use crate::meeting::{SLUG, add_item, comment, convene, expert};
use crate::stage::{Stage, name};

/// Spoils a line.
type Mangle = fn(&str) -> String;

async fn export(service: &Service, slug: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    archive::export(service, slug, None, &mut bytes).await.unwrap();
    bytes
}

fn empty(stage: &Stage) -> Stage {
    stage.beside(Arc::new(MemoryJournal::new()))
}

async fn import(stage: &Stage, bytes: &[u8]) -> Result<u64, ArchiveError> {
    let heads = archive::import(&stage.service, Cursor::new(bytes), &|_| Ok(())).await?;
    Ok(heads[0].1.number)
}

#[tokio::test]
async fn an_export_imported_and_exported_is_byte_for_byte_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let stage = Stage::memory().play().await;
    let first = export(&stage.service, SLUG).await;
    let file = Stage::file(&folder.path().join("copy.db")).ports.journal;
    for copy in [empty(&stage), stage.beside(file)] {
        let number = import(&copy, &first).await.unwrap();
        assert_eq!(number as usize, stage.stored().await.len());
        assert_eq!(export(&copy.service, SLUG).await, first);
        assert_eq!(copy.entries().await, stage.entries().await);
        assert_eq!(
            *copy.service.views(SLUG, Freshness::Current).await.unwrap(),
            Views::replay(&stage.entries().await)
        );
        copy.execute("go-on", comment(expert(), Readers::Public, "After the import."))
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn an_imported_request_is_known_by_its_name() {
    let stage = Stage::memory().play().await;
    let copy = empty(&stage);
    import(&copy, &export(&stage.service, SLUG).await).await.unwrap();
    let known = copy.execute("add-opening", add_item("Opening")).await.unwrap();
    assert!(known.again);
}

#[tokio::test]
async fn an_import_that_is_repeated_or_was_interrupted_stores_what_is_missing() {
    let stage = Stage::memory().play().await;
    let whole = export(&stage.service, SLUG).await;
    let lines: Vec<&[u8]> = whole.split_inclusive(|byte| *byte == b'\n').collect();
    for interrupted in [0, 1, lines.len() / 2, lines.len()] {
        let copy = empty(&stage);
        if interrupted > 0 {
            import(&copy, &lines[..interrupted].concat()).await.unwrap();
        }
        for _ in 0..2 {
            assert_eq!(import(&copy, &whole).await.unwrap() as usize, lines.len());
        }
        assert_eq!(export(&copy.service, SLUG).await, whole);
    }
}

#[tokio::test]
async fn a_malformed_line_is_named_by_its_number_and_nothing_is_stored() {
    let stage = Stage::memory().play().await;
    let whole = String::from_utf8(export(&stage.service, SLUG).await).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let mangled: [(&str, Mangle); 8] = [
        ("no JSON", |_| "not an entry".to_owned()),
        ("blank", |_| " ".to_owned()),
        ("half a line", |line| line[..line.len() / 2].to_owned()),
        ("another digest", |line| line.replace("\"digest\":\"", "\"digest\":\"0")),
        ("an unknown attribute", |line| line.replacen('{', "{\"colour\":1,", 1)),
        ("no capacity", |line| line.replace("\"capacity\"", "\"kapacity\"")),
        ("altered data", |line| line.replace("\"data\":{", "\"data\":{\"a\":1,")),
        ("another number", |line| line.replace("\"number\":", "\"number\":1")),
    ];
    for (what, mangle) in mangled {
        for line in [1, 7, lines.len()] {
            let mut lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            lines[line - 1] = mangle(&lines[line - 1]);
            let copy = empty(&stage);
            let refused = import(&copy, lines.join("\n").as_bytes()).await;
            match refused {
                Err(ArchiveError::Line { line: found, .. }) => assert_eq!(found, line, "{what}"),
                other => panic!("{what} in line {line}: {other:?}"),
            }
            assert!(copy.ports.journal.streams().await.unwrap().is_empty(), "{what}");
        }
    }
}

#[tokio::test]
async fn a_file_without_an_entry_and_a_meeting_that_is_not_there_are_said_to_be_so() {
    let stage = Stage::memory();
    assert!(matches!(import(&stage, b"").await, Err(ArchiveError::Empty)));
    let refused = archive::export(&stage.service, SLUG, None, &mut Vec::new()).await;
    assert!(matches!(refused, Err(ArchiveError::NoMeeting(slug)) if slug == SLUG));
}

#[tokio::test]
async fn another_history_under_the_same_name_is_neither_overwritten_nor_mixed() {
    let stage = Stage::memory().play().await;
    let whole = export(&stage.service, SLUG).await;
    let copy = empty(&stage);
    copy.execute("another", convene(true)).await.unwrap();
    let before = copy.stored().await;
    let stream = StreamName::meeting(SLUG).unwrap();
    let refused = import(&copy, &whole).await;
    assert!(matches!(refused, Err(ArchiveError::Occupied(found)) if found == stream));
    assert_eq!(copy.stored().await, before);
    // A journal that has gone on is not set back either.
    let shorter: Vec<u8> =
        whole.split_inclusive(|byte| *byte == b'\n').take(5).flatten().copied().collect();
    let refused = import(&stage, &shorter).await;
    assert!(matches!(refused, Err(ArchiveError::Occupied(_))));
}

#[tokio::test]
async fn several_meetings_in_one_file_are_imported_and_each_chain_is_checked() {
    let stage = Stage::memory().play().await;
    stage.service.execute("second", name("convene"), convene(true)).await.unwrap();
    let mut both = export(&stage.service, SLUG).await;
    both.extend(export(&stage.service, "second").await);
    let copy = empty(&stage);
    let heads = archive::import(&copy.service, Cursor::new(&both), &|_| Ok(())).await.unwrap();
    assert_eq!(heads.len(), 2);
    assert_eq!(export(&copy.service, "second").await, export(&stage.service, "second").await);
    let listed = copy.ports.journal.streams().await.unwrap();
    assert_eq!(listed, stage.ports.journal.streams().await.unwrap());
}

/// The same history with every entry changed by `change` and chained anew, as a forger would.
fn forged(stored: &[PreparedEntry], change: impl Fn(u64, &mut NewEntry)) -> Vec<u8> {
    let (mut head, mut bytes) = (Head::EMPTY, Vec::new());
    for entry in stored {
        let PreparedEntry { id, kind, envelope, salt, data, .. } = entry.clone();
        let mut new = NewEntry { id, kind, envelope, salt, data };
        change(entry.number, &mut new);
        let entry = PreparedEntry::after(&head, &entry.stream, new);
        head = entry.head();
        export::write_line(&entry, &mut bytes).unwrap();
    }
    bytes
}

/// Replaces words in the data of one entry.
fn said(entry: &mut NewEntry, old: &str, new: &str) {
    let text = String::from_utf8(entry.data.to_vec()).unwrap();
    assert!(text.contains(old), "{text}");
    entry.data = text.replace(old, new).into_bytes().into();
}

#[tokio::test]
async fn a_forged_history_is_refused_and_stores_nothing() {
    let stage = Stage::memory().play().await;
    let stored: Vec<PreparedEntry> =
        stage.stored().await.into_iter().map(|stored| stored.entry).collect();
    let added = stage.service.stored_by(SLUG, &name("add-opening")).await.unwrap().unwrap();
    let (at, end) = (added.entries[0].number, stored.len() as u64);
    type Change = Box<dyn Fn(u64, &mut NewEntry)>;
    let words = |new: &str| -> Change {
        let new = new.to_owned();
        Box::new(move |number, entry| {
            if number == at {
                said(entry, "Opening", &new);
            }
        })
    };
    let cases: Vec<(Change, &str)> = vec![
        (words("\\u001b]52;c;eA==\\u0007"), "control character"),
        (words("a\u{202e}b"), "control character"),
        (words("one\u{2028}two"), "control character"),
        (words("hid\u{200b}den"), "control character"),
        (words(&"x".repeat(501)), "too long"),
        (words("   "), "empty"),
        (
            Box::new(move |number, entry| {
                if number == end {
                    // A second that no clock shows, written as no envelope is.
                    entry.envelope.at = format!("{}60.000Z", &entry.envelope.at[..17]).into();
                }
            }),
            "envelope",
        ),
        (
            Box::new(move |number, entry| {
                if number == at {
                    entry.envelope.delegation = Some("\u{1b}[2J".into());
                }
            }),
            "",
        ),
        (Box::new(move |_, entry| entry.salt = [7; 16]), ""),
    ];
    let last = cases.len() - 1;
    for (index, (change, why)) in cases.into_iter().enumerate() {
        let copy = empty(&stage);
        let bytes = forged(&stored, change);
        let refused = archive::import(&copy.service, Cursor::new(&bytes), &|_| Ok(())).await;
        if index == last {
            // Salts are no words: what they are is not for an import to judge.
            refused.unwrap();
            continue;
        }
        let refused = refused.unwrap_err();
        let at = if why == "envelope" { end } else { at };
        let is_line = matches!(&refused, ArchiveError::Line { line, .. } if *line as u64 == at);
        assert!(is_line && refused.to_string().contains(why), "{why}: {refused}");
        assert!(!refused.to_string().contains('\u{1b}'), "{refused:?}");
        assert!(copy.ports.journal.streams().await.unwrap().is_empty(), "{why}: stored");
    }
}

#[tokio::test]
async fn a_history_without_its_beginning_or_of_plenarys_own_is_refused() {
    let stage = Stage::memory().play().await;
    let own = StreamName::platform("terminal", "river").unwrap();
    let stored: Vec<PreparedEntry> =
        stage.stored().await.into_iter().map(|stored| stored.entry).collect();
    let renamed = |stream: &StreamName, skip: usize| {
        let moved: Vec<PreparedEntry> = stored
            .iter()
            .skip(skip)
            .map(|entry| PreparedEntry { stream: stream.clone(), ..entry.clone() })
            .collect();
        forged(&moved, |_, _| {})
    };
    let meeting = StreamName::meeting("river").unwrap();
    for (bytes, why) in [
        (renamed(&own, 0), "is not a meeting; only meetings can be imported"),
        (renamed(&meeting, 1), "a meeting's first entry must convene it"),
    ] {
        let copy = empty(&stage);
        let refused = import(&copy, &bytes).await.unwrap_err().to_string();
        assert!(refused.starts_with("line 1: ") && refused.contains(why), "{refused}");
        assert!(copy.ports.journal.streams().await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn what_the_store_would_refuse_in_the_middle_is_refused_before_the_beginning() {
    let folder = tempfile::tempdir().unwrap();
    let stage = Stage::file(&folder.path().join("ids.db")).play().await;
    let stored: Vec<PreparedEntry> =
        stage.stored().await.into_iter().map(|stored| stored.entry).collect();
    // The same ids in a meeting of another name: the first is in the journal already.
    let other = StreamName::meeting("river").unwrap();
    let moved: Vec<PreparedEntry> = stored
        .iter()
        .map(|entry| PreparedEntry { stream: other.clone(), ..entry.clone() })
        .collect();
    let last = moved.len() as u64;
    let fresh = |number: u64, entry: &mut NewEntry| {
        if number < last {
            entry.id = digest::entry_id(&other, &entry.envelope.request, number as usize);
        }
    };
    let refused = import(&stage, &forged(&moved, fresh)).await.unwrap_err();
    let is_last = matches!(&refused, ArchiveError::Line { line, .. } if *line as u64 == last);
    assert!(is_last && refused.to_string().contains("already"), "{refused}");
    assert_eq!(stage.ports.journal.head(&other).await.unwrap(), Head::EMPTY);
    // What follows from the history is judged before anything is stored.
    let copy = empty(&stage);
    let bytes = export(&stage.service, SLUG).await;
    let judge = |views: &Views| Err(format!("{} entries", views.number));
    let refused = archive::import(&copy.service, Cursor::new(&bytes), &judge).await;
    assert!(matches!(refused, Err(ArchiveError::Judged(..))), "{refused:?}");
    assert!(copy.ports.journal.streams().await.unwrap().is_empty());
}
