//! Exports for a circle of readers: what they may not read is withheld, the chain still verifies
//! (also for a program in another language), and such a file cannot be imported.

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use plenary_domain::Readers;
use plenary_journal::MemoryJournal;
use plenary_journal::export::ExportedEntry;
use plenary_service::archive::{self, ArchiveError};

use crate::meeting::SLUG;
use crate::stage::Stage;

const WHISPERED: &str = "WHISPERED";

async fn export(stage: &Stage, readers: Option<Readers>) -> Vec<u8> {
    let mut bytes = Vec::new();
    archive::export(&stage.service, SLUG, readers, &mut bytes).await.unwrap();
    bytes
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// Whether the verifier in another language finds the file unbroken.
fn judged(folder: &Path, bytes: &[u8]) -> (bool, String) {
    let judge: PathBuf =
        [env!("CARGO_MANIFEST_DIR"), "..", "..", "tests", "judges", "verify_chain.py"]
            .iter()
            .collect();
    let file = folder.join("export.jsonl");
    std::fs::write(&file, bytes).unwrap();
    let python = std::env::var("JUDGE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let output = Command::new(python).arg(judge).arg(file).output().unwrap();
    (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
}

#[tokio::test]
async fn an_export_for_delegations_withholds_a_private_comment_and_still_verifies() {
    let folder = tempfile::tempdir().unwrap();
    let stage = Stage::memory().play().await;
    assert!(holds(&export(&stage, None).await, WHISPERED));
    let bytes = export(&stage, Some(Readers::Delegations)).await;
    assert!(!holds(&bytes, WHISPERED));
    assert!(holds(&bytes, "Lamps before lenses."));
    let entries = archive::read(Cursor::new(&bytes)).unwrap();
    let withheld = entries.iter().filter(|entry| matches!(entry, ExportedEntry::Withheld(_)));
    assert!(withheld.count() > 0);
    let (unbroken, said) = judged(folder.path(), &bytes);
    assert!(unbroken, "{said}");
    assert!(said.contains(&format!("{} entries", stage.stored().await.len())), "{said}");
}

#[tokio::test]
async fn the_other_verifier_finds_an_altered_a_missing_and_a_swapped_line() {
    let folder = tempfile::tempdir().unwrap();
    let stage = Stage::memory().play().await;
    for readers in [None, Some(Readers::Delegations)] {
        let whole = String::from_utf8(export(&stage, readers).await).unwrap();
        let lines: Vec<&str> = whole.lines().collect();
        assert!(judged(folder.path(), whole.as_bytes()).0);
        let altered = whole.replacen("ON LIGHTHOUSES", "ON LIGHTHOUSEZ", 1);
        let missing = [&lines[..9], &lines[10..]].concat().join("\n");
        let mut swapped = lines.clone();
        swapped.swap(9, 10);
        for (broken, entry) in [(altered, 1), (missing, 10), (swapped.join("\n"), 10)] {
            let (unbroken, said) = judged(folder.path(), broken.as_bytes());
            assert!(!unbroken && said.contains(&format!("entry {entry}")), "{entry}: {said}");
        }
    }
}

#[tokio::test]
async fn an_import_refuses_a_withheld_entry_and_names_its_line() {
    let stage = Stage::memory().play().await;
    let bytes = export(&stage, Some(Readers::Delegations)).await;
    let entries = archive::read(Cursor::new(&bytes)).unwrap();
    let first = entries.iter().position(|entry| matches!(entry, ExportedEntry::Withheld(_)));
    let copy = stage.beside(Arc::new(MemoryJournal::new()));
    match archive::import(&copy.service, Cursor::new(&bytes), &|_| Ok(())).await {
        Err(ArchiveError::Withheld(line)) => assert_eq!(Some(line - 1), first),
        other => panic!("{other:?}"),
    }
    assert!(copy.ports.journal.streams().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_wider_circle_reads_no_more_than_a_narrower_one() {
    let stage = Stage::memory().play().await;
    let mut before: Option<Vec<bool>> = None;
    for readers in Readers::ALL {
        let bytes = export(&stage, Some(readers)).await;
        let shown: Vec<bool> = archive::read(Cursor::new(&bytes))
            .unwrap()
            .iter()
            .map(|entry| matches!(entry, ExportedEntry::Full(_)))
            .collect();
        if let Some(narrower) = before {
            assert!(narrower.iter().zip(&shown).all(|(narrow, wide)| *narrow || !wide));
        }
        before = Some(shown);
    }
}
