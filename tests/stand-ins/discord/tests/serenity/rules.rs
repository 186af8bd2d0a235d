//! The rules of answering: what fits which interaction, what follows what, and what stays private.

use std::time::Duration;

use plenary_stand_in_discord::{Failure, Options, Ping};
use serenity::all::CreateAttachment;
use serenity::json::{Value, json};

use crate::hands::{Hands, code, token};

const SOON: Duration = Duration::from_secs(5);

fn said(text: &str) -> Value {
    json!({"type": 4, "data": {"content": text}})
}

fn with_button() -> Value {
    let button = json!({"type": 2, "style": 1, "label": "Form", "custom_id": "1|form"});
    let rows = json!([{"type": 1, "components": [button]}]);
    json!({"type": 4, "data": {"content": "Here", "components": rows, "flags": 64}})
}

fn form() -> Value {
    let input = json!({
        "type": 4, "style": 1, "label": "Name", "custom_id": "name", "max_length": 10,
    });
    let rows = json!([{"type": 1, "components": [input]}]);
    json!({"type": 9, "data": {"custom_id": "1|f", "title": "Who", "components": rows}})
}

#[tokio::test]
async fn one_first_answer_and_of_a_kind_that_fits() {
    let hands = Hands::new(Options::default()).await;
    let asked = hands.ask();
    for kind in [1, 6, 7, 8, 99] {
        let wrong = hands.respond(&asked, json!({"type": kind, "data": {}})).await;
        assert_eq!(code(wrong), "400 50035", "type {kind} does not answer a command");
    }
    hands.respond(&asked, said("first")).await.unwrap();
    for second in [said("second"), json!({"type": 5}), form()] {
        assert_eq!(code(hands.respond(&asked, second).await), "400 40060");
    }
    assert_eq!(asked.answer().await.unwrap().content, "first");
    let asked = hands.ask();
    let stranger = "aW50ZXJhY3Rpb24-nobody";
    let id = serenity::all::InteractionId::new(asked.id());
    let wrong = hands.http.create_interaction_response(id, stranger, &said("x"), vec![]).await;
    assert_eq!(code(wrong), "404 10062");
}

#[tokio::test]
async fn a_form_is_a_first_answer_and_answers_no_form() {
    let hands = Hands::new(Options::default()).await;
    let asked = hands.ask();
    hands.respond(&asked, form()).await.unwrap();
    let shown = asked.answer().await.unwrap();
    assert_eq!(code(hands.edit(&asked, json!({"content": "x"})).await), "404 10008");
    let too_long = [("Name", "Maria da Silva")];
    assert!(hands.maria.submit(&shown, too_long).is_err());
    assert!(hands.maria.submit(&shown, [("Surname", "x")]).is_err());
    assert!(hands.maria.submit(&shown, [("Name", "")]).is_err(), "it is required");
    let sent = hands.maria.submit(&shown, [("name", "Maria")]).unwrap();
    assert_eq!(code(hands.respond(&sent, form()).await), "400 50035");
    let no_message = json!({"type": 7, "data": {"content": "x"}});
    assert_eq!(code(hands.respond(&sent, no_message).await), "400 50035");
    hands.respond(&sent, said("Thank you")).await.unwrap();
    assert_eq!(sent.answer().await.unwrap().content, "Thank you");
}

#[tokio::test]
async fn a_form_from_a_button_may_change_the_message() {
    let hands = Hands::new(Options::default()).await;
    let asked = hands.ask();
    hands.respond(&asked, with_button()).await.unwrap();
    let shown = asked.answer().await.unwrap();
    let pressed = hands.maria.press(&shown, "Form").unwrap();
    assert_eq!(pressed.payload()["message"]["flags"], 64);
    hands.respond(&pressed, form()).await.unwrap();
    let form = pressed.answer().await.unwrap();
    let sent = hands.maria.submit(&form, [("Name", "Maria")]).unwrap();
    hands.respond(&sent, json!({"type": 6})).await.unwrap();
    assert_eq!(sent.wait_answer(Duration::from_millis(50)).await, Err(Failure::Thinking));
    hands.edit(&sent, json!({"content": "Changed", "components": []})).await.unwrap();
    let changed = sent.answer().await.unwrap();
    assert!(changed.update && changed.ephemeral && changed.message == shown.message);
    assert_eq!(changed.content, "Changed");
    hands.maria.press(&shown, "Form").unwrap_err();
}

#[tokio::test]
async fn completion_takes_choices_only_and_at_most_25() {
    let hands = Hands::new(Options::default()).await;
    let nothing: [(&str, &str); 0] = [];
    let typed = hands.maria.autocomplete(&hands.desk, "answer", nothing, ("item", "b"));
    let bot = async {
        let asked = hands.discord.wait_asked(SOON).await.unwrap();
        let choice = |at: usize| json!({"name": format!("Item {at}"), "value": format!("{at}")});
        let many: Vec<Value> = (0..26).map(choice).collect();
        let wrong = json!({"type": 8, "data": {"choices": many}});
        assert_eq!(code(hands.respond(&asked, wrong).await), "400 50035");
        assert_eq!(code(hands.respond(&asked, json!({"type": 5})).await), "400 50035");
        let right = json!({"type": 8, "data": {"choices": many[..25]}});
        hands.respond(&asked, right).await.unwrap();
        assert_eq!(code(hands.follow(&asked, json!({"content": "x"})).await), "404 10015");
    };
    let (choices, ()) = tokio::join!(typed, bot);
    assert_eq!(choices.unwrap().len(), 25);
}

#[tokio::test]
async fn what_was_deferred_in_private_stays_private_and_nothing_comes_before_the_first_answer() {
    let hands = Hands::new(Options::default()).await;
    let asked = hands.ask();
    assert_eq!(code(hands.edit(&asked, json!({"content": "x"})).await), "404 10015");
    assert_eq!(code(hands.follow(&asked, json!({"content": "x"})).await), "404 10015");
    hands.respond(&asked, json!({"type": 5, "data": {"flags": 64}})).await.unwrap();
    assert_eq!(asked.wait_answer(Duration::from_millis(50)).await, Err(Failure::Thinking));
    assert!(asked.wait_first(SOON).await.is_ok());
    // The first that follows takes the place of "thinking", and its privacy.
    hands.follow(&asked, json!({"content": "done"})).await.unwrap();
    let shown = asked.answer().await.unwrap();
    assert!(shown.ephemeral && shown.content == "done" && asked.followups().is_empty());
    hands.follow(&asked, json!({"content": "for all"})).await.unwrap();
    let follow = asked.wait_followups(1, SOON).await.unwrap();
    assert!(!follow[0].ephemeral);
    assert_eq!(hands.desk.messages().len(), 1);
    let (http, token) = (&hands.http, token(&asked));
    http.delete_original_interaction_response(&token).await.unwrap();
    assert_eq!(code(http.get_original_interaction_response(&token).await), "404 10008");
}

#[tokio::test]
async fn edits_ping_by_what_they_say_themselves() {
    let hands = Hands::new(Options::default()).await;
    let asked = hands.ask();
    let none = json!({"parse": []});
    let quiet = json!({"type": 4, "data": {"content": "@everyone", "allowed_mentions": none}});
    hands.respond(&asked, quiet).await.unwrap();
    assert!(asked.answer().await.unwrap().pings.is_empty());
    let edit = json!({"content": "@everyone again", "allowed_mentions": none});
    hands.edit(&asked, edit).await.unwrap();
    assert!(hands.discord.pings().is_empty());
    hands.edit(&asked, json!({"content": "@everyone again"})).await.unwrap();
    let shown = asked.wait_shown(SOON, |shown| shown.edits == 2).await.unwrap();
    assert_eq!(shown.pings, [Ping::Everyone].into());
    assert_eq!(hands.discord.pings(), [Ping::Everyone].into());
}

#[tokio::test]
async fn files_come_with_first_answers_and_stay_through_edits() {
    let hands = Hands::new(Options::default()).await;
    let asked = hands.ask();
    let file = CreateAttachment::bytes(b"one".to_vec(), "one.txt");
    let attachments = json!([{"id": 0, "description": "The first"}]);
    let body = json!({"type": 4, "data": {"content": "Files", "attachments": attachments}});
    hands.respond_with(&asked, body, vec![file]).await.unwrap();
    let shown = asked.answer().await.unwrap();
    assert_eq!(shown.attachments[0].bytes, b"one");
    hands.edit(&asked, json!({"content": "Still"})).await.unwrap();
    let shown = asked.wait_shown(SOON, |shown| shown.content == "Still").await.unwrap();
    assert_eq!(shown.attachments.len(), 1);
    hands.edit(&asked, json!({"content": "Gone", "attachments": []})).await.unwrap();
    let shown = asked.wait_shown(SOON, |shown| shown.content == "Gone").await.unwrap();
    assert!(shown.attachments.is_empty());
    assert_eq!(code(hands.edit(&asked, json!({"content": ""})).await), "400 50006");
    assert_eq!(hands.discord.complaints(), []);
}

#[tokio::test]
async fn an_interaction_has_the_id_that_a_test_wants() {
    let hands = Hands::new(Options::default()).await;
    let wanted = 1_200_000_000_000_000_007;
    hands.discord.next_interaction_id(wanted);
    let (first, second) = (hands.ask(), hands.ask());
    assert_eq!(first.id(), wanted);
    assert!(second.id() > wanted && hands.ask().id() > second.id());
    let (first, payload) = (first.payload(), second.payload());
    assert_eq!(first["data"]["name"], "answer");
    assert_ne!(first["token"], payload["token"]);
}
