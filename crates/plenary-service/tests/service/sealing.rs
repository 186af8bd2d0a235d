//! What Plenary asks for as personal data is sealed: found in no file and no export, and without
//! the keys it is unreadable while everything else goes on.

use std::path::Path;

use plenary_domain::{Meeting, Personal, Readers, Views};
use plenary_journal::KeyName;
use plenary_service::{Freshness, archive};

use crate::meeting::{HELENA, RUTH, SECRETS, SLUG, add_item, comment, expert};
use crate::stage::Stage;

fn meeting_of(entries: &[plenary_domain::Entry]) -> Meeting {
    let mut meeting = Meeting::default();
    entries.iter().for_each(|entry| meeting.evolve(entry));
    meeting
}

fn assert_without_secrets(what: &str, bytes: &[u8]) {
    for secret in SECRETS {
        let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
        assert!(!found, "`{secret}` stands in {what}");
    }
}

fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files.map(|path| (path.display().to_string(), std::fs::read(&path).unwrap())).collect()
}

#[tokio::test]
async fn names_contacts_and_accounts_stand_in_no_file_and_no_export_and_yet_in_the_views() {
    let folder = tempfile::tempdir().unwrap();
    let stage = Stage::file(&folder.path().join("sealed.db")).play().await;
    // The write-ahead log is still there while the journal is open.
    let open = files(folder.path());
    assert!(open.iter().any(|(path, bytes)| path.ends_with("-wal") && !bytes.is_empty()));
    for (path, bytes) in open {
        assert_without_secrets(&path, &bytes);
    }
    for readers in [None, Some(Readers::Secretariat), Some(Readers::Public)] {
        let mut bytes = Vec::new();
        archive::export(&stage.service, SLUG, readers, &mut bytes).await.unwrap();
        assert_without_secrets("an export", &bytes);
    }
    let views = stage.service.views(SLUG, Freshness::Current).await.unwrap();
    let shown = format!("{:?}", views.roster);
    for secret in SECRETS {
        assert!(shown.contains(secret), "`{secret}` is not in the roster");
    }
    assert_eq!(stage.service.person_of(SLUG, "terminal:ruth").await.unwrap(), Some(RUTH));
    drop(stage);
    for (path, bytes) in files(folder.path()) {
        assert_without_secrets(&path, &bytes);
    }
}

#[tokio::test]
async fn the_search_for_secrets_finds_what_is_not_sealed() {
    let folder = tempfile::tempdir().unwrap();
    let stage = Stage::file(&folder.path().join("open.db")).play_to("add-opening").await;
    stage.execute("say", comment(expert(), Readers::Public, "Quillfeather!")).await.unwrap();
    let found = files(folder.path()).into_iter().any(|(_, bytes)| {
        bytes.windows(SECRETS[0].len()).any(|window| window == SECRETS[0].as_bytes())
    });
    assert!(found, "the search would not find a name that stands in the open");
}

#[tokio::test]
async fn without_keys_people_are_unreadable_and_every_decision_is_the_same() {
    let stage = Stage::memory().play().await;
    let bare = stage.without_keys();
    let entries = bare.entries().await;
    let personals = entries.iter().filter_map(|entry| entry.event.personal());
    assert!(personals.into_iter().all(|(_, personal)| *personal == Personal::Unreadable));
    assert_eq!(meeting_of(&entries), meeting_of(&stage.entries().await));
    let (with, without) = (
        stage.service.views(SLUG, Freshness::Current).await.unwrap(),
        bare.service.views(SLUG, Freshness::Current).await.unwrap(),
    );
    assert_eq!(with.agenda, without.agenda);
    assert_eq!(with.record, without.record);
    assert_eq!(with.comment, without.comment);
    assert_ne!(with.roster, without.roster);
    for step in stage.script() {
        let (actor, command) = (&step.request.actor, &step.request.command);
        let known = stage.service.dry_run(SLUG, actor, command).await;
        let unknown = bare.service.dry_run(SLUG, actor, command).await;
        assert_eq!(format!("{known:?}"), format!("{unknown:?}"), "{}", step.name);
    }
    assert_eq!(bare.service.person_of(SLUG, "terminal:ruth").await.unwrap(), None);
}

#[tokio::test]
async fn a_service_without_keys_can_go_on_writing_and_the_chain_holds() {
    let stage = Stage::memory().play_to("add-opening").await;
    let bare = stage.without_keys();
    bare.execute("item", add_item("Without keys")).await.unwrap();
    archive::check(&stage.service, SLUG, None).await.unwrap();
    let views = stage.service.views(SLUG, Freshness::Current).await.unwrap();
    assert_eq!(*views, Views::replay(&stage.entries().await));
}

#[tokio::test]
async fn forgetting_a_person_changes_the_views_of_that_person_and_no_byte() {
    let stage = Stage::memory().play().await;
    let before = stage.stored().await;
    let head = archive::check(&stage.service, SLUG, None).await.unwrap();
    stage.ports.keyring.forget(&KeyName::new(SLUG, &HELENA.to_string()).unwrap()).unwrap();
    let later = stage.again();
    let views = later.service.views(SLUG, Freshness::Current).await.unwrap();
    let helena = views.roster.person(HELENA).unwrap();
    assert_eq!(helena.personal, Personal::Unreadable);
    assert!(views.roster.person(RUTH).unwrap().personal.known().is_some());
    assert_eq!(later.stored().await, before);
    archive::check(&later.service, SLUG, Some(&head)).await.unwrap();
    // What is said of a forgotten person from now on is not kept either.
    let outcome = later.service.stored_by(SLUG, &crate::stage::name("nominate")).await.unwrap();
    assert!(!format!("{outcome:?}").contains("Faroleira"));
}
