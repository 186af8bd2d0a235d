//! Texts that wait for their author's press: sealed, opened by their id, gone when closed.

use std::sync::Arc;

use plenary_domain::ItemId;
use plenary_domain::event::comment::ItemNamed;
use plenary_journal::{Journal, MemoryJournal};
use plenary_service::draft::Drafts;
use plenary_service::{Bound, Draft, DraftId, Places};

use crate::faults::{Fault, Faulty};
use crate::meeting::SLUG;
use crate::stage::{Stage, name};

fn draft(said: &str) -> Draft<String> {
    let on = Some(ItemNamed { item: ItemId(1), edition: None, typed: "I".into() });
    Draft { account: "terminal:helena".into(), said: said.into(), on, asked: None }
}

async fn open(drafts: &Drafts<'_>, id: &DraftId) -> Option<Draft<String>> {
    drafts.open(id).await.unwrap()
}

fn drafts(stage: &Stage) -> Drafts<'_> {
    Drafts::new(&stage.service, "terminal", SLUG).unwrap()
}

#[tokio::test]
async fn a_draft_is_opened_by_its_id_until_it_is_closed_and_then_its_text_is_forgotten() {
    let stage = Stage::memory();
    let text = draft("comment I The lens fund is empty.");
    let id = drafts(&stage).save(&name("line-1"), &text).await.unwrap();
    assert_eq!(id.to_string().parse(), Ok(id.clone()));
    assert_eq!(open(&drafts(&stage), &id).await, Some(text.clone()));
    assert_eq!(open(&drafts(&stage.again()), &id).await, Some(text));
    drafts(&stage).close(&id).await.unwrap();
    for stage in [&stage, &stage.again()] {
        assert_eq!(open(&drafts(stage), &id).await, None);
    }
    drafts(&stage).close(&id).await.unwrap();
}

#[tokio::test]
async fn a_redelivered_line_is_the_same_draft_and_one_that_was_closed_stays_closed() {
    let stage = Stage::memory();
    let text = draft("comment I Once.");
    let id = drafts(&stage).save(&name("line-1"), &text).await.unwrap();
    assert_eq!(drafts(&stage).save(&name("line-1"), &text).await.unwrap(), id);
    let stored = stage.ports.journal.read_all(None, 100).await.unwrap();
    assert_eq!(stored.len(), 1);
    assert_ne!(drafts(&stage).save(&name("line-2"), &text).await.unwrap(), id);
    drafts(&stage).close(&id).await.unwrap();
    assert_eq!(drafts(&stage).save(&name("line-1"), &text).await.unwrap(), id);
    assert_eq!(open(&drafts(&stage), &id).await, None);
}

#[tokio::test]
async fn a_draft_is_found_neither_on_another_platform_nor_in_another_meeting() {
    let stage = Stage::memory();
    let id = drafts(&stage).save(&name("line-1"), &draft("comment I x")).await.unwrap();
    for (front, slug) in [("discord", SLUG), ("terminal", "other")] {
        let foreign = Drafts::new(&stage.service, front, slug).unwrap();
        assert_eq!(open(&foreign, &id).await, None);
    }
    let unknown = "0123456789abcdef".parse().unwrap();
    assert_eq!(open(&drafts(&stage), &unknown).await, None);
    for forged in ["", "..", "a/b", "A", "h1 h2", "0123456789ABCDEF", "0123456789abcdef0"] {
        assert!(forged.parse::<DraftId>().is_err(), "{forged:?} was taken");
    }
}

#[tokio::test]
async fn neither_text_nor_account_of_a_draft_stands_in_the_journal() {
    let folder = tempfile::tempdir().unwrap();
    let stage = Stage::file(&folder.path().join("drafts.db"));
    drafts(&stage).save(&name("line-1"), &draft("comment I WHISPERED")).await.unwrap();
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        for secret in ["WHISPERED", "helena"] {
            assert!(!bytes.windows(secret.len()).any(|window| window == secret.as_bytes()));
        }
    }
}

#[tokio::test]
async fn no_slug_of_a_meeting_meets_the_places_of_a_platform() {
    let stage = Stage::memory();
    let (server, channel) = ("17".to_owned(), "4021".to_owned());
    let bound = Bound { server, channel, meeting: SLUG.into(), announce: true, after: 0 };
    let places = Places::new(&stage.service, "terminal").unwrap();
    let actor = crate::meeting::secretariat();
    places.bind(&name("bind"), &bound, &actor).await.unwrap();
    for slug in ["places", "terminal", "places-terminal"] {
        let drafts = Drafts::new(&stage.service, "terminal", slug).unwrap();
        let id = drafts.save(&name("line-1"), &draft("comment I x")).await.unwrap();
        assert!(drafts.open::<String>(&id).await.unwrap().is_some());
    }
    assert_eq!(places.all().await.unwrap(), [bound]);
    let streams = stage.ports.journal.streams().await.unwrap();
    let names: Vec<&str> = streams.iter().map(|found| found.stream.as_str()).collect();
    let drafts = ["platform-terminal-places", "platform-terminal-places-terminal"];
    assert_eq!(names, ["places-terminal", drafts[0], drafts[1], "platform-terminal-terminal"]);
}

#[tokio::test]
async fn without_its_key_a_draft_is_none() {
    let stage = Stage::memory();
    let id = drafts(&stage).save(&name("line-1"), &draft("comment I x")).await.unwrap();
    assert_eq!(open(&drafts(&stage.without_keys()), &id).await, None);
}

#[tokio::test]
async fn a_draft_is_stored_once_although_the_answer_was_lost_or_others_wrote() {
    let inner: Arc<dyn Journal> = Arc::new(MemoryJournal::new());
    let journal = Faulty::new(inner.clone());
    let stage = Stage::on(journal.clone());
    let faults = [Fault::CommitsWithoutAnswer, Fault::LostWithoutAnswer, Fault::Conflicts];
    for (number, fault) in faults.into_iter().enumerate() {
        journal.next(&[fault]);
        let request = name(&format!("line-{number}"));
        let id = drafts(&stage).save(&request, &draft("comment I x")).await.unwrap();
        assert!(open(&drafts(&stage), &id).await.is_some());
        assert_eq!(inner.read_all(None, 100).await.unwrap().len(), number + 1, "{fault:?}");
    }
}

#[tokio::test]
async fn two_services_that_save_drafts_at_once_keep_both() {
    let stage = Stage::memory();
    let other = stage.again();
    let (one_text, other_text) = (draft("comment I one"), draft("comment I other"));
    let (mine, theirs) = (drafts(&stage), drafts(&other));
    let (request, other_request) = (name("one"), name("other"));
    let (one, two) =
        tokio::join!(mine.save(&request, &one_text), theirs.save(&other_request, &other_text));
    assert_eq!(open(&mine, &two.unwrap()).await, Some(other_text));
    assert_eq!(open(&theirs, &one.unwrap()).await, Some(one_text));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_drafts_of_one_place_at_the_same_moment_are_all_kept() {
    let folder = tempfile::tempdir().unwrap();
    let one = Arc::new(Stage::file(&folder.path().join("drafts.db")));
    let other = Arc::new(one.again());
    let saves = (0..80).map(|number| {
        let stage = Arc::clone(if number % 2 == 0 { &one } else { &other });
        tokio::spawn(async move {
            let said = draft(&format!("comment I Number {number}."));
            let id = drafts(&stage).save(&name(&format!("line-{number}")), &said).await;
            (id.expect("it is kept"), said)
        })
    });
    for save in saves.collect::<Vec<_>>() {
        let (id, said) = save.await.unwrap();
        assert_eq!(open(&drafts(&one), &id).await, Some(said));
    }
}
