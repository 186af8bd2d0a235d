//! The judges of what a bot sends find what is wrong in it: judges that never complain would prove
//! nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::time::Instant;

use plenary_stand_in_discord::judge::judge;
use plenary_stand_in_discord::{File, Record};
use serde_json::{Value, json};

const COMMANDS: &str = "/applications/{application_id}/guilds/{guild_id}/commands";
const CALLBACK: &str = "/interactions/{interaction_id}/{interaction_token}/callback";
const ORIGINAL: &str = "/webhooks/{webhook_id}/{webhook_token}/messages/@original";
const FOLLOWUP: &str = "/webhooks/{webhook_id}/{webhook_token}";
const MESSAGES: &str = "/channels/{channel_id}/messages";
const THREADS: &str = "/channels/{channel_id}/threads";

fn record(method: &str, route: &'static str, body: Value) -> Record {
    Record {
        at: Instant::now(),
        method: method.to_owned(),
        route: Some(route),
        path: route.to_owned(),
        body: Some(body),
        files: Vec::new(),
        status: 200,
        answer: Value::Null,
    }
}

fn said(method: &str, route: &'static str, body: Value) -> String {
    let complaints = judge(&[record(method, route, body)]);
    complaints.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// What is wrong with an answer to an interaction.
fn answered(kind: u64, data: Value) -> String {
    said("POST", CALLBACK, json!({"type": kind, "data": data}))
}

fn command() -> Value {
    json!({
        "name": "comment", "description": "Comments", "default_member_permissions": "2048",
        "name_localizations": {"fr": "remarque"},
        "options": [{"type": 1, "name": "add", "description": "Add", "options": [
            {"type": 3, "name": "text", "description": "What", "required": true, "choices": []},
            {"type": 4, "name": "item", "description": "Which", "autocomplete": true},
        ]}],
    })
}

fn button(at: usize) -> Value {
    let (label, custom_id) = (format!("B{at}"), format!("1|b|{at}"));
    json!({"type": 2, "style": 1, "label": label, "custom_id": custom_id})
}

fn buttons(count: usize) -> Value {
    json!({"type": 1, "components": (0..count).map(button).collect::<Vec<_>>()})
}

fn form() -> Value {
    let input = json!({"type": 4, "style": 2, "label": "Text", "custom_id": "text"});
    json!({"custom_id": "1|f", "title": "Say", "components": [
        {"type": 1, "components": [input]},
    ]})
}

#[test]
fn what_is_right_is_let_pass() {
    let none = json!({"parse": []});
    let right = [
        record("PUT", COMMANDS, json!([command()])),
        record("PUT", COMMANDS, json!([{"name": "Enter into the record", "type": 3}])),
        record("POST", CALLBACK, json!({"type": 5, "data": {"flags": 64}})),
        record("POST", CALLBACK, json!({"type": 6})),
        record("POST", CALLBACK, json!({"type": 9, "data": form()})),
        record("PATCH", ORIGINAL, json!({"content": "x", "components": [buttons(5)]})),
        record("POST", FOLLOWUP, json!({"content": "x", "allowed_mentions": none, "flags": 64})),
        record("POST", MESSAGES, json!({"content": "x", "nonce": "1", "enforce_nonce": true})),
        record("POST", THREADS, json!({"name": "Item 7", "type": 11})),
    ];
    assert_eq!(judge(&right), []);
}

#[test]
fn a_misspelt_key_is_found_at_every_depth() {
    let field = json!({"name": "a", "value": "b", "inlined": true});
    for (body, wrong) in [
        (json!({"contents": "x"}), "contents"),
        (json!({"content": "x", "allowed_mention": {"parse": []}}), "allowed_mention"),
        (json!({"content": "x", "allowed_mentions": {"parses": []}}), "parses"),
        (json!({"embeds": [{"titel": "x"}]}), "titel"),
        (json!({"embeds": [{"fields": [field]}]}), "inlined"),
    ] {
        assert!(said("PATCH", ORIGINAL, body.clone()).contains(wrong), "{wrong}");
        assert!(said("POST", MESSAGES, body.clone()).contains(wrong), "{wrong}");
        assert!(answered(4, body).contains(wrong), "{wrong}");
    }
    let mut row = buttons(1);
    row["components"][0]["lable"] = json!("x");
    let found = answered(4, json!({"content": "x", "components": [row]}));
    assert!(found.contains("lable"), "{found}");
    let mut wrong = command();
    wrong["options"][0]["options"][1]["auto_complete"] = json!(true);
    let found = said("PUT", COMMANDS, json!([wrong]));
    assert!(found.contains("auto_complete"), "{found}");
    let mut wrong = form();
    wrong["components"][0]["components"][0]["multiline"] = json!(true);
    assert!(answered(9, wrong).contains("multiline"));
}

#[test]
fn a_missing_or_wrong_type_is_found() {
    let mut missing = command();
    missing["options"][0]["options"][0].as_object_mut().unwrap().remove("type");
    assert!(said("PUT", COMMANDS, json!([missing])).contains("type"));
    let mut wrong = command();
    wrong["options"][0]["type"] = json!("subcommand");
    assert!(!said("PUT", COMMANDS, json!([wrong])).is_empty());
    assert!(!said("POST", CALLBACK, json!({"data": {"content": "x"}})).is_empty());
    assert!(!answered(44, json!({"content": "x"})).is_empty());
    assert!(answered(4, json!({"content": 7})).contains("content"));
    assert!(!said("POST", THREADS, json!({"type": 11})).is_empty(), "a thread has a name");
    assert!(!said("PATCH", ORIGINAL, json!("text")).is_empty());
}

#[test]
fn every_limit_of_a_message_is_found() {
    let long = |count: usize| "é".repeat(count);
    assert!(answered(4, json!({"content": long(2000)})).is_empty());
    for wrong in [
        json!({"content": long(2001)}),
        json!({"embeds": [{"title": long(257)}]}),
        json!({"embeds": [{"description": long(4097)}]}),
        json!({"embeds": [{"description": long(4000)}, {"description": long(2001)}]}),
        json!({"embeds": [{"fields": vec![json!({"name": "a", "value": "b"}); 26]}]}),
        json!({"embeds": [{"fields": [{"name": "a", "value": ""}]}]}),
        json!({"embeds": vec![json!({"title": "x"}); 11]}),
        json!({"content": "x", "components": [buttons(6)]}),
        json!({"content": "x", "components": vec![json!({"type": 1, "components": []})]}),
        json!({"content": "x", "components": [buttons(1), buttons(1)]}),
        json!({"content": "x", "allowed_mentions": {"parse": ["user"]}}),
        json!({"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}}),
    ] {
        assert!(!answered(4, wrong.clone()).is_empty(), "{wrong}");
        assert!(!said("POST", FOLLOWUP, wrong.clone()).is_empty(), "{wrong}");
    }
    let with = |name: &str, value: Value| {
        let mut row = buttons(1);
        row["components"][0][name] = value;
        json!({"content": "x", "components": [row]})
    };
    for (name, value) in [
        ("label", json!(long(81))),
        ("custom_id", json!("x".repeat(101))),
        ("custom_id", json!("")),
        ("style", json!(7)),
        ("url", json!("https://example.org")),
    ] {
        let wrong = with(name, value);
        assert!(!answered(7, wrong.clone()).is_empty(), "{wrong}");
    }
    let mut rows: Vec<Value> = Vec::new();
    for at in 0..6 {
        let mut row = buttons(1);
        row["components"][0]["custom_id"] = json!(format!("{at}"));
        rows.push(row);
    }
    assert!(!answered(4, json!({"content": "x", "components": rows})).is_empty());
}

#[test]
fn every_limit_of_a_form_is_found() {
    let mut many = form();
    many["components"] = (0..6)
        .map(|at| {
            let mut row = form()["components"][0].clone();
            row["components"][0]["custom_id"] = json!(format!("{at}"));
            row
        })
        .collect();
    assert!(!answered(9, many).is_empty());
    for (place, value) in [
        ("/title", json!("x".repeat(46))),
        ("/title", json!("")),
        ("/custom_id", json!("x".repeat(101))),
        ("/components", json!([])),
        ("/components/0/components/0/label", json!("x".repeat(46))),
        ("/components/0/components/0/label", json!("")),
        ("/components/0/components/0/style", json!(3)),
        ("/components/0/components/0/custom_id", json!("")),
    ] {
        let mut wrong = form();
        *wrong.pointer_mut(place).unwrap() = value;
        assert!(!answered(9, wrong).is_empty(), "{place}");
    }
    let mut row = form()["components"][0].clone();
    row["components"][0]["max_length"] = json!(4001);
    assert!(!answered(9, json!({"custom_id": "f", "title": "t", "components": [row]})).is_empty());
}

#[test]
fn every_rule_of_commands_is_found() {
    let text = json!({"type": 3, "name": "a", "description": "A"});
    let needed = json!({"type": 3, "name": "b", "description": "B", "required": true});
    let choices: Vec<Value> =
        (0..26).map(|at| json!({"name": format!("{at}"), "value": format!("{at}")})).collect();
    let with = |options: Value| json!({"name": "x", "description": "X", "options": options});
    for (wrong, why) in [
        (json!({"name": "Comment", "description": "X"}), "upper case"),
        (json!({"name": "two words", "description": "X"}), "a space"),
        (json!({"name": "x".repeat(33), "description": "X"}), "a long name"),
        (json!({"name": "x"}), "no description"),
        (json!({"name": "x", "description": "d".repeat(101)}), "a long description"),
        (json!({"name": "x", "type": 3, "description": "X"}), "a description in a menu"),
        (with(json!([text, needed])), "required after optional"),
        (with(json!([text, text])), "the same option twice"),
        (with(json!([{"type": 3, "name": "A", "description": "A"}])), "an upper-case option"),
        (with(json!([{"type": 3, "name": "a", "description": "A", "choices": choices}])), "26"),
        (
            with(json!([{"type": 3, "name": "a", "description": "A", "autocomplete": true,
                "choices": [{"name": "x", "value": "x"}]}])),
            "choices and autocomplete",
        ),
        (
            json!({"name": "x", "description": "X", "name_localizations": {"pt-PT": "x"}}),
            "a language that Discord does not have",
        ),
        (
            json!({"name": "x", "description": "X", "name_localizations": {"fr": "Majuscule"}}),
            "an upper-case translation",
        ),
    ] {
        assert!(!said("PUT", COMMANDS, json!([wrong])).is_empty(), "{why}");
        assert!(!said("POST", COMMANDS, wrong).is_empty(), "{why}");
    }
    let named = |at: usize| json!({"name": format!("c{at}"), "description": "X"});
    let hundred: Vec<Value> = (0..100).map(named).collect();
    assert_eq!(said("PUT", COMMANDS, json!(hundred)), "");
    let more: Vec<Value> = (0..101).map(named).collect();
    assert!(!said("PUT", COMMANDS, json!(more)).is_empty());
    assert!(said("PUT", COMMANDS, json!([named(1), named(1)])).contains("twice"));
    let many = json!({"type": 3, "name": "a", "description": "d".repeat(100)});
    let option = |group: usize, at: usize| {
        let mut option = many.clone();
        option["name"] = json!(format!("{}{group}{at}", "n".repeat(28)));
        option
    };
    let group = |group: usize| {
        let options: Vec<Value> = (0..25).map(|at| option(group, at)).collect();
        json!({"type": 1, "name": format!("g{group}"), "description": "X", "options": options})
    };
    let groups: Vec<Value> = (0..3).map(group).collect();
    assert!(!said("PUT", COMMANDS, json!([with(json!(groups))])).is_empty(), "8,000 characters");
}

#[test]
fn a_file_that_nobody_sent_and_an_unknown_route_are_found() {
    let body = json!({"content": "x", "attachments": [{"id": "1", "filename": "a.pdf"}]});
    let mut with_file = record("POST", FOLLOWUP, body);
    let file = File { name: "a.pdf".to_owned(), bytes: vec![1], content_type: String::new() };
    with_file.files = vec![("files[1]".to_owned(), file.clone())];
    assert_eq!(judge(&[with_file.clone()]), []);
    with_file.files = vec![("files[0]".to_owned(), file.clone())];
    assert!(judge(&[with_file.clone()])[0].wrong.contains("attachment 1 has no file"));
    with_file.files = vec![("file".to_owned(), file)];
    assert!(!judge(&[with_file]).is_empty());
    let mut nowhere = record("GET", MESSAGES, Value::Null);
    (nowhere.route, nowhere.body) = (None, None);
    assert_eq!(judge(&[nowhere])[0].wrong, "the stand-in knows no such route");
}
