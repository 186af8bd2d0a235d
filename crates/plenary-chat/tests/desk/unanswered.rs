//! A store that goes away: what is said of it is true, and a line of which nobody knows is the same
//! request when it is said again.

use std::sync::atomic::Ordering;

use plenary_chat::{Response, Tone};

use crate::room::issued;
use crate::stage::{Stage, button, words};

const ADDED: &str = "agenda.item-added.v1";
const UNKNOWN: &str = "We do not know yet whether this was stored. Please send it again in a \
    moment; it will not be stored twice.";

#[track_caller]
fn assert_failed(response: &Response, said: &str) {
    assert_eq!(response.tone, Tone::Failed, "{}", words(response));
    assert!(words(response).starts_with(said), "{}", words(response));
}

async fn adds(stage: &Stage, who: &str) -> Response {
    stage.types(who, "agenda edit add \"Fog\"").await
}

#[tokio::test(start_paused = true)]
async fn a_line_without_an_answer_is_the_same_request_when_it_is_said_again() {
    let stage = issued().await;
    let before = stage.count(ADDED).await;
    stage.journal.swallows.store(true, Ordering::SeqCst);
    assert_failed(&adds(&stage, "secretariat").await, UNKNOWN);
    // It was stored: as long as the store is away nobody may say that nothing was.
    assert_failed(&adds(&stage, "secretariat").await, UNKNOWN);
    // What somebody says now was surely not.
    let gone = "The store cannot be reached at the moment: it went away. Nothing was stored";
    assert_failed(&adds(&stage, "chair").await, gone);
    stage.journal.is_away.store(false, Ordering::SeqCst);
    let told = adds(&stage, "secretariat").await;
    assert_eq!(told.tone, Tone::Done, "{}", words(&told));
    assert_eq!(stage.count(ADDED).await, before + 1);
    // It is known now: the same words are a new command.
    assert_ne!(adds(&stage, "secretariat").await.entries, told.entries);
    assert_eq!(stage.count(ADDED).await, before + 2);
}

#[tokio::test]
async fn what_was_sent_is_told_as_stored_though_its_draft_cannot_be_closed() {
    let stage = issued().await;
    let preview = stage.types("brazil", "comment 2 Which ones?").await;
    let send = button(&preview, "Send");
    stage.journal.keeps_no_drafts.store(true, Ordering::SeqCst);
    let sent = stage.presses("brazil", &send).await;
    assert_eq!(sent.tone, Tone::Done, "{}", words(&sent));
    assert_eq!(stage.presses("brazil", &send).await.entries, sent.entries);
    assert_eq!(stage.count("comment.made.v1").await, 1);
}
