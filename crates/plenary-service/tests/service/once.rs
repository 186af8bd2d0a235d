//! A request happens once, however often and by whichever way it arrives.

use std::sync::Arc;

use plenary_domain::capacity::{Capacity, SeatKind};
use plenary_domain::{Actor, Readers, Rejection, Timestamp};
use plenary_service::{ExecuteError, Failure, Freshness};

use crate::meeting::{self, SLUG, add_item, comment, expert, invite, named, operator};
use crate::stage::{Stage, kinds, name};

#[tokio::test]
async fn the_same_request_twice_stores_once_and_gives_the_same_entries_and_code() {
    let stage = Stage::memory().play_to("convene").await;
    let ruth = || invite(operator(), SeatKind::Chair, None, named("Ruth Quillfeather"));
    let first = stage.execute("invite-chair", ruth()).await.unwrap();
    let length = stage.stored().await.len();
    let second = stage.execute("invite-chair", ruth()).await.unwrap();
    assert_eq!(first.entries, second.entries);
    assert_eq!(first.code, second.code);
    assert!(first.code.is_some());
    assert_eq!((first.again, second.again), (false, true));
    assert_eq!(stage.stored().await.len(), length);
    let recalled = stage.service.stored_by(SLUG, &name("invite-chair")).await.unwrap().unwrap();
    assert_eq!((recalled.entries, recalled.code), (first.entries, first.code));
    assert!(stage.service.stored_by(SLUG, &name("never")).await.unwrap().is_none());
}

#[tokio::test]
async fn the_same_request_is_known_again_after_a_restart_whatever_it_asks_now() {
    let stage = Stage::memory().play_to("nominate").await;
    let before = stage.stored().await;
    let restarted = stage.again();
    let outcome = restarted.execute("nominate", add_item("Something else")).await.unwrap();
    assert!(outcome.again);
    assert_eq!(kinds(&outcome.entries), ["reply.nominated.v1", "people.invited.v1"]);
    let first = stage.service.stored_by(SLUG, &name("nominate")).await.unwrap().unwrap();
    assert_eq!((first.entries, first.code), (outcome.entries, outcome.code));
    assert_eq!(restarted.stored().await, before);
}

#[tokio::test]
async fn the_same_request_twice_in_one_batch_stores_once() {
    let stage = Stage::memory().play_to("join-expert").await;
    let length = stage.stored().await.len();
    let say = || comment(expert(), Readers::Public, "Once.");
    // Sixteen wait while the turn has not begun: one batch holds them all.
    let asked = (0..16).map(|_| stage.execute("say", say()));
    let answers = futures::future::join_all(asked).await;
    let first = answers[0].as_ref().unwrap().entries.clone();
    for answer in answers {
        assert_eq!(answer.unwrap().entries, first);
    }
    assert_eq!(stage.stored().await.len(), length + 1);
}

#[tokio::test]
async fn different_requests_in_one_batch_each_see_what_was_decided_before_them() {
    let stage = Stage::memory().play_to("join-expert").await;
    let length = stage.stored().await.len() as u64;
    let texts: Vec<String> = (0..100).map(|number| format!("say-{number}")).collect();
    let say = |text: &String| {
        let (text, stage) = (text.clone(), &stage);
        async move { stage.execute(&text, comment(expert(), Readers::Public, &text)).await }
    };
    let answers = futures::future::join_all(texts.iter().map(say)).await;
    let numbers = answers.into_iter().map(|answer| answer.unwrap().entries[0].number);
    let mut numbers: Vec<u64> = numbers.collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (length + 1..=length + 100).collect::<Vec<u64>>());
    let views = stage.service.views(SLUG, Freshness::Current).await.unwrap();
    let ids: Vec<u32> = views.comment.all().iter().map(|comment| comment.comment.0).collect();
    assert_eq!(ids, (1..=100).collect::<Vec<u32>>());
}

#[tokio::test]
async fn what_is_so_already_stores_nothing_and_is_no_error() {
    let stage = Stage::memory().play_to("open").await;
    let length = stage.stored().await.len();
    let open = stage.script().into_iter().find(|step| step.name == "open").unwrap();
    let outcome = stage.execute("open-again", open.request).await.unwrap();
    assert!(outcome.entries.is_empty() && !outcome.again);
    assert_eq!(stage.stored().await.len(), length);
}

#[tokio::test]
async fn a_refusal_stores_nothing_and_is_decided_again_when_it_is_redelivered() {
    let stage = Stage::memory().play_to("convene").await;
    let refused = stage.execute("item", add_item("Too early")).await;
    let held = Rejection::NotHeld(Capacity::Secretariat);
    assert!(matches!(refused, Err(ExecuteError::Rejected(found)) if found == held));
    let stage = stage.play_rest("convene", "join-secretariat").await;
    assert_eq!(stage.execute("item", add_item("Too early")).await.unwrap().entries.len(), 1);
}

#[tokio::test]
async fn a_name_that_cannot_name_a_meeting_is_said_to_be_one() {
    let stage = Stage::memory();
    let refused = stage.service.execute("No Such", name("a"), add_item("x")).await;
    assert!(matches!(refused, Err(ExecuteError::Failed(Failure::BadName(_)))));
}

#[tokio::test]
async fn the_code_is_in_no_debug_output() {
    let stage = Stage::memory().play_to("convene").await;
    let request = invite(operator(), SeatKind::Chair, None, named("Ruth"));
    let outcome = stage.execute("invite-chair", request.clone()).await.unwrap();
    let printed = outcome.code.as_ref().unwrap().to_string();
    let shown = format!("{outcome:?} {outcome:#?} {request:?} {:?}", stage.entries().await);
    let bare = printed.replace('-', "");
    assert!(!shown.contains(&printed) && !shown.contains(&bare));
    let stored = stage.stored().await;
    let data = stored.iter().map(|entry| String::from_utf8_lossy(&entry.data));
    assert!(data.into_iter().all(|data| !data.contains(&printed) && !data.contains(&bare)));
}

#[tokio::test]
async fn asking_whether_something_would_be_allowed_stores_nothing_and_tells_the_same() {
    let stage = Stage::memory().play_to("join-secretariat").await;
    let length = stage.stored().await.len();
    let item = add_item("Opening");
    let may = stage.service.dry_run(SLUG, &item.actor, &item.command).await;
    assert!(may.is_ok(), "{may:?}");
    let nobody = Actor::nobody(Capacity::Reader);
    let may = stage.service.dry_run(SLUG, &nobody, &item.command).await;
    assert!(matches!(may, Err(ExecuteError::Rejected(Rejection::NotAllowed { .. }))));
    assert_eq!(stage.stored().await.len(), length);
}

#[tokio::test]
async fn whoever_listens_hears_every_entry_once_also_what_another_service_wrote() {
    let stage = Stage::memory().play_to("join-secretariat").await;
    let mut heard = stage.service.listen(SLUG, 3).await.unwrap();
    let other = stage.again();
    other.execute("item", add_item("Heard")).await.unwrap();
    let stored = stage.entries().await;
    for entry in &stored[2..] {
        assert_eq!(heard.recv().await.as_ref(), Some(entry));
    }
}

#[tokio::test]
async fn an_asker_who_goes_away_does_not_take_the_request_along() {
    let stage = Stage::memory().play_to("join-secretariat").await;
    let service = Arc::clone(&stage.service);
    let asked = tokio::spawn(async move {
        service.execute(SLUG, name("item"), add_item("Left alone")).await.map(|_| ())
    });
    tokio::task::yield_now().await;
    asked.abort();
    let _ = asked.await;
    // Whether or not it was stored by then, asking again tells, and it stands once.
    let outcome = stage.execute("item", add_item("Left alone")).await.unwrap();
    assert_eq!(outcome.entries.len(), 1);
    let entries = stage.entries().await;
    let added = kinds(&entries).iter().filter(|kind| **kind == "agenda.item-added.v1").count();
    assert_eq!(added, 1);
    assert!(outcome.entries[0].at >= Timestamp::new(meeting::at(meeting::START)));
}
