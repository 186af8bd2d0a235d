//! Appends without an answer: settled by their ids, said to be unknown when they cannot be, and
//! never stored twice. Time runs by itself in these tests; nobody waits for a pause.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use plenary_domain::Readers;
use plenary_journal::MemoryJournal;
use plenary_service::{ExecuteError, Failure, Freshness, Outcome, Request};

use crate::faults::{Fault, Faulty};
use crate::meeting::{SLUG, comment, expert, invite_again, secretariat};
use crate::stage::Stage;

async fn stage() -> (Stage, Arc<Faulty>) {
    let journal = Faulty::new(Arc::new(MemoryJournal::new()));
    let stage = Stage::on(journal.clone()).play_to("join-expert").await;
    (stage, journal)
}

fn say(text: &str) -> Request {
    comment(expert(), Readers::Public, text)
}

async fn said(stage: &Stage) -> Vec<String> {
    let views = stage.again().service.views(SLUG, Freshness::Current).await.unwrap();
    views.comment.all().iter().map(|comment| comment.text.clone()).collect()
}

fn failure(answer: Result<Outcome, ExecuteError>) -> Failure {
    match answer {
        Err(ExecuteError::Failed(failure)) => failure,
        other => panic!("it did not fail: {other:?}"),
    }
}

#[tokio::test(start_paused = true)]
async fn an_append_that_was_stored_and_not_answered_is_found_by_its_ids() {
    let (stage, journal) = stage().await;
    journal.next(&[Fault::CommitsWithoutAnswer]);
    assert_eq!(stage.execute("say", say("A")).await.unwrap().entries.len(), 1);
    stage.execute("more", say("B")).await.unwrap();
    assert_eq!(said(&stage).await, ["A", "B"]);
}

#[tokio::test(start_paused = true)]
async fn an_append_that_was_lost_and_not_answered_is_made_again() {
    let (stage, journal) = stage().await;
    journal.next(&[Fault::LostWithoutAnswer, Fault::LostWithoutAnswer]);
    stage.execute("say", say("A")).await.unwrap();
    assert_eq!(said(&stage).await, ["A"]);
}

#[tokio::test(start_paused = true)]
async fn every_request_of_a_batch_without_an_answer_is_settled() {
    let (stage, journal) = stage().await;
    for fault in [Fault::CommitsWithoutAnswer, Fault::LostWithoutAnswer] {
        journal.next(&[fault]);
        let names: Vec<String> = (0..20).map(|n| format!("{fault:?}-{n}")).collect();
        let asked = names.iter().map(|name| stage.execute(name, say(name)));
        for (answer, name) in futures::future::join_all(asked).await.iter().zip(&names) {
            let entry = &answer.as_ref().unwrap().entries[0];
            assert!(format!("{:?}", entry.event).contains(name.as_str()));
        }
    }
    assert_eq!(said(&stage).await.len(), 40);
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_settled_is_not_known_yet_and_the_same_request_tells_later() {
    for fault in [Fault::CommitsWithoutAnswer, Fault::LostWithoutAnswer] {
        let (stage, journal) = stage().await;
        // The store is away for longer than an append is settled.
        journal.next(&[fault]);
        journal.away_after(usize::MAX);
        let answer = stage.execute("say", say("A")).await;
        assert!(matches!(failure(answer), Failure::NotKnownYet), "{fault:?}");
        journal.away(0);
        let outcome = stage.execute("say", say("A")).await.unwrap();
        assert_eq!(outcome.entries.len(), 1, "{fault:?}");
        stage.execute("more", say("B")).await.unwrap();
        assert_eq!(said(&stage).await, ["A", "B"], "{fault:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_store_that_goes_away_for_a_while_and_returns_loses_and_doubles_nothing() {
    let (stage, journal) = stage().await;
    for away in 1..12 {
        journal.away(away);
        let text = format!("after {away}");
        let request = format!("away-{away}");
        let mut answer = stage.execute(&request, say(&text)).await;
        while let Err(refused) = answer {
            assert!(
                matches!(refused, ExecuteError::Failed(Failure::NotKnownYet | Failure::Journal(_))),
                "{refused:?}"
            );
            answer = stage.execute(&request, say(&text)).await;
        }
    }
    let expected: Vec<String> = (1..12).map(|away| format!("after {away}")).collect();
    assert_eq!(said(&stage).await, expected);
}

#[tokio::test(start_paused = true)]
async fn an_append_that_surely_failed_is_a_failure_and_the_next_one_goes_on() {
    let (stage, journal) = stage().await;
    journal.next(&[Fault::Fails]);
    let failed = failure(stage.execute("say", say("A")).await);
    assert!(matches!(failed, Failure::Journal(_)));
    assert!(said(&stage).await.is_empty());
    stage.execute("more", say("B")).await.unwrap();
    stage.execute("say", say("A")).await.unwrap();
    assert_eq!(said(&stage).await, ["B", "A"]);
}

#[tokio::test(start_paused = true)]
async fn conflicts_without_end_are_said_to_be_busy_after_a_bounded_number_of_attempts() {
    let (stage, journal) = stage().await;
    let before = journal.appends.load(Ordering::SeqCst);
    journal.always(Some(Fault::Conflicts));
    assert!(matches!(failure(stage.execute("say", say("A")).await), Failure::Busy));
    assert_eq!(journal.appends.load(Ordering::SeqCst) - before, 16);
    journal.always(None);
    stage.execute("say", say("A")).await.unwrap();
    assert_eq!(said(&stage).await, ["A"]);
}

#[tokio::test(start_paused = true)]
async fn another_writer_between_a_lost_append_and_its_settling_makes_it_be_decided_again() {
    let (stage, journal) = stage().await;
    let other = stage.again();
    journal.next(&[Fault::LostWithoutAnswer]);
    // The first is settling while the other writes: both stand, in one order, once each.
    let (first, second) =
        tokio::join!(stage.execute("say", say("A")), other.execute("more", say("B")));
    assert_eq!(first.unwrap().entries.len() + second.unwrap().entries.len(), 2);
    let mut texts = said(&stage).await;
    texts.sort_unstable();
    assert_eq!(texts, ["A", "B"]);
}

#[tokio::test(start_paused = true)]
async fn a_code_of_an_unanswered_invitation_is_the_one_that_was_stored() {
    let (stage, journal) = stage().await;
    journal.next(&[Fault::CommitsWithoutAnswer]);
    let request = || invite_again(secretariat(), crate::meeting::PAULO);
    let first = stage.execute("lost-code", request()).await.unwrap();
    let again = stage.again().execute("lost-code", request()).await.unwrap();
    assert_eq!(first.entries, again.entries);
    assert_eq!(first.code, again.code);
    let stored = String::from_utf8(stage.stored().await.last().unwrap().data.to_vec()).unwrap();
    assert!(stored.contains(&first.code.unwrap().hash().0));
}
