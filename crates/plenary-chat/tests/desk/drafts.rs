//! Comments from preview to receipt: sent once, by their author, as they were shown.

use plenary_chat::{Action, Input, Press, Response, Tone};
use plenary_domain::event::CommentEvent;
use plenary_domain::event::comment::CommentMade;
use plenary_domain::{CodeId, Event, Readers};

use crate::room::issued;
use crate::stage::{Stage, assert_refused, button, quoted, words};

const STALE: &str = "This button no longer applies";
const MADE: &str = "comment.made.v1";

async fn previewed(stage: &Stage) -> Response {
    stage.types("brazil", "comment 2 Which ones?").await
}

async fn only_comment(stage: &Stage) -> CommentMade {
    let made = stage.events().await.into_iter().filter_map(|event| match event {
        Event::Comment(CommentEvent::CommentMade(made)) => Some(made),
        _ => None,
    });
    let [made] = <[CommentMade; 1]>::try_from(made.collect::<Vec<_>>()).unwrap();
    made
}

#[tokio::test]
async fn a_preview_stores_nothing_and_sending_it_twice_stores_it_once() {
    let stage = issued().await;
    let preview = previewed(&stage).await;
    assert_eq!(stage.count(MADE).await, 0);
    let send = button(&preview, "Send");
    let first = stage.presses("brazil", &send).await;
    assert_eq!(first.tone, Tone::Done, "{}", words(&first));
    assert!(words(&first).starts_with("C1 on item 2, “Lamps”. Readers: delegations"));
    let again = stage.presses("brazil", &send).await;
    assert_eq!((words(&again), &again.entries), (words(&first), &first.entries));
    let private = stage.presses("brazil", &button(&preview, "Secretariat and Chair only")).await;
    assert_eq!(private.entries, first.entries);
    assert_refused(&stage.presses("brazil", &button(&preview, "Discard")).await, STALE);
    assert_eq!(stage.count(MADE).await, 1);
}

#[tokio::test]
async fn a_line_that_is_delivered_again_is_the_same_draft() {
    let stage = issued().await;
    let said = || Input::Text("comment 2 Which ones?".to_owned());
    let first = stage.hear_as("again:1", "brazil", said()).await;
    let second = stage.hear_as("again:1", "brazil", said()).await;
    assert_eq!(button(&first, "Send").action, button(&second, "Send").action);
    stage.presses("brazil", &button(&first, "Send")).await;
    stage.presses("brazil", &button(&second, "Send")).await;
    assert_eq!(stage.count(MADE).await, 1);
}

#[tokio::test]
async fn a_comment_for_the_secretariat_only_has_only_these_readers() {
    let stage = issued().await;
    let preview = previewed(&stage).await;
    stage.presses("brazil", &button(&preview, "Secretariat and Chair only")).await;
    assert_eq!(only_comment(&stage).await.readers, Readers::Secretariat);
}

#[tokio::test]
async fn what_was_discarded_is_not_sent_any_more() {
    let stage = issued().await;
    let preview = previewed(&stage).await;
    let dropped = stage.presses("brazil", &button(&preview, "Discard")).await;
    assert!(words(&dropped).starts_with("Discarded."), "{}", words(&dropped));
    assert_refused(&stage.presses("brazil", &button(&preview, "Send")).await, STALE);
    assert_eq!(stage.count(MADE).await, 0);
}

#[tokio::test]
async fn somebody_elses_press_on_a_draft_means_nothing_before_and_after_it_is_sent() {
    let stage = issued().await;
    let preview = previewed(&stage).await;
    let labels = ["Send", "Secretariat and Chair only", "Discard"];
    for who in ["chile", "expert", "chair", "stranger", "operator"] {
        for label in labels {
            assert_refused(&stage.presses(who, &button(&preview, label)).await, STALE);
        }
    }
    assert_eq!(stage.count(MADE).await, 0);
    let sent = stage.presses("brazil", &button(&preview, "Secretariat and Chair only")).await;
    assert_eq!(sent.tone, Tone::Done, "{}", words(&sent));
    for who in ["chile", "expert", "stranger", "operator"] {
        for label in labels {
            let response = stage.presses(who, &button(&preview, label)).await;
            assert_refused(&response, STALE);
            assert!(!words(&response).contains("C1"), "{who} learns of it: {}", words(&response));
        }
    }
}

#[tokio::test]
async fn what_a_platform_with_fields_sends_is_stored_as_it_was_shown() {
    let stage = issued().await;
    let text = "First line.\nto: the Chair\n  “second” \"line\"";
    let preview = stage.sends("brazil", "comment add", &[("item", "2"), ("text", text)]).await;
    assert_eq!((preview.tone, quoted(&preview)), (Tone::Asked, Some(text)));
    let sent = stage.presses("brazil", &button(&preview, "Send")).await;
    assert_eq!(sent.tone, Tone::Done, "{}", words(&sent));
    let made = only_comment(&stage).await;
    assert_eq!((made.text.as_str(), made.on.map(|on| on.item.0)), (text, Some(2)));
}

#[tokio::test]
async fn the_author_withdraws_by_the_button_and_nobody_else_does() {
    let stage = issued().await;
    let sent = stage.presses("brazil", &button(&previewed(&stage).await, "Send")).await;
    let withdraw = button(&sent, "Withdraw");
    assert_refused(
        &stage.presses("chile", &withdraw).await,
        "Only its author can withdraw comment C1.",
    );
    let done = stage.presses("brazil", &withdraw).await;
    assert_eq!(words(&done), "Comment C1 is withdrawn. It stays in the history.");
}

#[tokio::test]
async fn forged_presses_are_refused_and_store_nothing() {
    let stage = issued().await;
    let before = stage.events().await.len();
    for forged in [
        "comment.send|0123456789abcdef",
        "comment.on-i1|0123456789abcdef",
        "comment.drop|0123456789abcdef",
        "paper.read|e9",
        "paper.return|e9",
        "paper.approve|e9",
        "draft.enter|0123456789abcdef",
        "draft.no|0123456789abcdef",
        "decision.object|d1",
        "form.reply-nominate|",
        "share.agenda-edit|",
    ] {
        let press = format!("1|{forged}|0").parse().unwrap();
        let response = stage.presses("chile", &press).await;
        assert_eq!(response.tone, Tone::Refused, "{forged}: {}", words(&response));
    }
    let not_held = "You are not here as the secretariat";
    assert_refused(
        &stage.presses("chile", &Press::new(Action::PeopleNotMe(CodeId(1)), 0)).await,
        not_held,
    );
    assert_eq!(stage.events().await.len(), before);
}
