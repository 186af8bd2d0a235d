//! What a response looks like on Discord: harmless, whole, and within Discord's limits, whatever
//! people wrote.
#![cfg(test)]

use plenary_chat::{Button, Form, FormField, Language, Part, Press, Response, Tone};
use plenary_discord::message::{MESSAGES_MAX, Message, Messages, Sending, draw, form};
use plenary_discord::{clean, message};
use plenary_stand_in_discord::judge::{message_complaints, modal_complaints};
use proptest::prelude::*;

/// Pieces of which hostile texts are made.
const PIECES: &[&str] = &[
    "@everyone",
    "@here",
    "<@1>",
    "<@&2>",
    "<#3>",
    "</a:4>",
    "<:e:5>",
    "<a:e:5>",
    "<t:0:F>",
    "<id:customize>",
    "[a](https://b.c)",
    "https://b.c",
    "**",
    "*",
    "__",
    "_",
    "~~",
    "||",
    "`",
    "```",
    "\n# ",
    "\n-# ",
    "\n> ",
    "\n>>> ",
    "\n- ",
    "\n* ",
    "\n1. ",
    "\n12) ",
    ":smile:",
    "\\",
    "\u{202e}",
    "\u{200b}",
    "\u{7}",
    "\u{1b}[31m",
    "\n",
    " ",
    "word",
    "é",
    "👩\u{200d}⚖",
    "@",
    "a@b.org",
    "\t",
    "\u{2028}",
    "10:30",
    "-",
    "+",
    "1.",
    "#",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => Just("long ".repeat(500)),
        1 => Just("x".repeat(2_500)),
    ];
    proptest::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

fn part() -> impl Strategy<Value = Part> {
    prop_oneof![
        text().prop_map(Part::Text),
        text().prop_map(Part::Heading),
        text().prop_map(Part::Quote),
        "[ -~]{0,80}".prop_map(Part::Secret),
        proptest::collection::vec(text(), 0..4).prop_map(Part::List),
        proptest::collection::vec((text(), text()), 0..4).prop_map(Part::Numbered),
        (text(), 0usize..60, 0usize..60)
            .prop_map(|(line, from, more)| { Part::Pointer { line, from, to: from + more } }),
    ]
}

fn press(what: &str, seen: u64) -> Press {
    format!("1|{what}|{seen}").parse().unwrap()
}

fn response() -> impl Strategy<Value = Response> {
    let tone = proptest::sample::select(
        [Tone::Done, Tone::Shown, Tone::Asked, Tone::Refused, Tone::Failed].as_slice(),
    );
    let buttons = proptest::collection::vec((text(), 0u64..40), 0..40);
    let about = proptest::option::of(text());
    let parts = proptest::collection::vec(part(), 0..5);
    (tone, parts, buttons, about, any::<bool>()).prop_map(
        |(tone, parts, buttons, about, public)| {
            let button = |(label, seen): (String, u64)| Button {
                label,
                press: press("paper.approve|e1", seen),
            };
            let buttons = buttons.into_iter().map(button).collect();
            // A title of a meeting is a line.
            let about = about.map(|about| about.chars().take(200).collect());
            Response { tone, parts, buttons, about, public, ..Response::default() }
        },
    )
}

fn every_sending() -> [Sending; 4] {
    let unasked = Sending::Unasked("0123.1.0".to_owned());
    [Sending::Private, Sending::Public, Sending::Instead, unasked]
}

/// What Discord would read as markup in a line: every mark that no backslash makes harmless.
fn naked(line: &str) -> Vec<char> {
    let mut found = Vec::new();
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => drop(letters.next()),
            '*' | '_' | '~' | '|' | '`' | '<' | '>' | '[' | ']' | '#' | '@' => found.push(letter),
            _ => {}
        }
    }
    found
}

/// The text without the backslashes that make it harmless.
fn read(text: &str) -> String {
    let mut seen = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => seen.extend(letters.next()),
            '\u{200b}' => {}
            letter => seen.push(letter),
        }
    }
    seen
}

/// Only the letters, however lines were broken and blanks trimmed.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

proptest! {
    // Long texts take long to judge; whoever has time asks for more by PROPTEST_CASES.
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn every_message_is_within_discords_limits(response in response()) {
        let drawn = draw(&response, Language::En);
        prop_assert!(!drawn.messages.is_empty());
        for message in &drawn.messages {
            for sending in every_sending() {
                let body = message.body(&sending);
                let complaints = message_complaints(&body);
                prop_assert!(complaints.is_empty(), "{complaints:?}: {body}");
                prop_assert_eq!(&body["allowed_mentions"], &serde_json::json!({ "parse": [] }));
            }
            let says_something = !message.content.trim().is_empty() || !message.files.is_empty();
            prop_assert!(says_something, "{message:?}");
        }
        let texts = drawn.messages.iter().filter(|message| message.content != "More:");
        prop_assert!(texts.count() <= MESSAGES_MAX);
    }

    #[test]
    fn no_words_of_people_are_read_as_markup_and_none_are_lost(text in text()) {
        let safe = clean::escaped(&text);
        for line in safe.lines() {
            prop_assert_eq!(naked(line), [] as [char; 0], "{:?}", safe);
            let first = line.trim_start().chars().next().unwrap_or('x');
            prop_assert!(!matches!(first, '-' | '+' | '#' | '>' | '*'), "{:?}", safe);
        }
        prop_assert!(!safe.contains("https://"));
        prop_assert!(!safe.contains("@everyone") && !safe.contains("@here"));
        prop_assert!(!safe.chars().any(|letter| letter.is_control() && letter != '\n'));
        prop_assert_eq!(read(&safe), clean::clean(&text));
    }

    #[test]
    fn a_long_text_is_shown_whole_in_messages_or_in_a_file(text in text(), times in 1usize..6) {
        let long = format!("{text} ").repeat(times);
        let drawn = draw(&Response::text(Tone::Shown, long.clone()), Language::En);
        let wanted = letters(&clean::clean(&long));
        let shown = match drawn.messages.iter().flat_map(|message| &message.files).next() {
            Some(file) => letters(&String::from_utf8(file.bytes.clone()).unwrap()),
            None => letters(&read(&contents(&drawn))),
        };
        if !wanted.is_empty() {
            prop_assert_eq!(shown, wanted);
        }
    }

    #[test]
    fn a_form_is_within_discords_limits(
        title in text(),
        fields in proptest::collection::vec((text(), text(), any::<bool>()), 1..8),
    ) {
        let fields = fields.into_iter().enumerate().map(|(at, (label, value, long))| FormField {
            hint: None,
            name: format!("field-{at}"),
            label,
            long,
            required: long,
            value: Some(value),
            chars_max: 4_000,
        });
        let press = press("form.comment-add|", 3);
        let body = form::body(&Form { title, press, fields: fields.collect() });
        let complaints = modal_complaints(&body);
        prop_assert!(complaints.is_empty(), "{complaints:?}: {body}");
    }
}

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(64)
}

fn contents(drawn: &Messages) -> String {
    drawn.messages.iter().map(|message| message.content.as_str()).collect::<Vec<_>>().join("\n")
}

fn one(response: &Response) -> Message {
    let drawn = draw(response, Language::En);
    assert_eq!(drawn.messages.len(), 1, "{drawn:?}");
    drawn.messages[0].clone()
}

#[test]
fn each_part_has_its_look() {
    let response = Response::text(Tone::Done, "C1 is sent.")
        .with(Part::Heading("Agenda".into()))
        .with(Part::Numbered(vec![("7".into(), "Update".into()), ("2.1".into(), "a\nb".into())]))
        .with(Part::List(vec!["one".into(), "*two*".into()]))
        .with(Part::Quote("said\nand said".into()))
        .with(Part::Pointer { line: "comment 7x".into(), from: 8, to: 10 });
    let response = Response { about: Some("V Meeting · Brazil".into()), ..response };
    let looks = "✓ C1 is sent.\n**Agenda**\n**7.** Update\n**2.1.** a\n  b\n- one\n- \\*two\\*\n\
        > said\n> and said\n```\ncomment 7x\n        ^^\n```\n-# V Meeting · Brazil";
    assert_eq!(one(&response).content, looks);
}

#[test]
fn each_tone_has_its_mark_and_an_empty_answer_says_something() {
    for (tone, mark) in [
        (Tone::Done, "✓ word"),
        (Tone::Refused, "✗ word"),
        (Tone::Failed, "⚠ word"),
        (Tone::Shown, "word"),
        (Tone::Asked, "word"),
    ] {
        assert_eq!(one(&Response::text(tone, "word")).content, mark);
    }
    let empty = |tone| one(&Response { tone, ..Response::default() }).content;
    assert_eq!(empty(Tone::Done), "Done.");
    assert_eq!(empty(Tone::Shown), "There is nothing to show.");
}

#[test]
fn a_code_is_never_public_and_never_in_a_file() {
    let code = "K7QD-2M4X-9TRA-P6WN";
    let response = Response::text(Tone::Done, "word ".repeat(4_000));
    let response =
        Response { public: true, ..response.with(Part::Secret(format!("Code: {code}."))) };
    let drawn = draw(&response, Language::En);
    assert!(!drawn.is_public);
    assert!(contents(&drawn).contains(code));
    let files = drawn.messages.iter().flat_map(|message| &message.files);
    let texts: Vec<String> =
        files.map(|file| String::from_utf8(file.bytes.clone()).unwrap()).collect();
    assert!(texts.len() == 1 && texts[0].contains("word") && !texts[0].contains(code));
}

#[test]
fn a_text_that_no_file_may_hold_says_so_and_sends_none() {
    let response = Response::text(Tone::Shown, "word ".repeat(3_000_000));
    let drawn = draw(&response, Language::En);
    assert!(contents(&drawn).contains("too long for Discord"), "{}", contents(&drawn));
    assert!(drawn.messages.iter().all(|message| message.files.is_empty()));
    let response = Response::text(Tone::Shown, "word ".repeat(2_000_000));
    let files = draw(&response, Language::En).messages.into_iter().flat_map(|one| one.files);
    assert_eq!(files.map(|file| file.bytes.len() > 9_000_000).collect::<Vec<_>>(), [true]);
}

#[test]
fn a_label_that_is_cut_stands_in_full_in_the_text() {
    let label = format!("item 8, “{}”", "Recent developments ".repeat(6));
    let press = |seen| press("comment.on-i8|0123456789abcdef", seen);
    let response = Response::text(Tone::Asked, "Which one?").button(&label, press(1));
    let response = response.button("item 7", press(2)).button("item 7 again", press(2));
    let drawn = one(&response);
    assert!(drawn.content.contains(label.trim()), "{drawn:?}");
    assert!(drawn.buttons[0].label.ends_with('…'));
    assert!(clean::units(&drawn.buttons[0].label) <= 80);
    let ids: Vec<&str> = drawn.buttons.iter().map(|button| button.id.as_str()).collect();
    assert_eq!(ids, ["1|comment.on-i8|0123456789abcdef|1", "1|comment.on-i8|0123456789abcdef|2"]);
}

#[test]
fn a_label_that_is_cut_stands_in_the_file_when_the_text_does() {
    let label = "Recent developments ".repeat(6);
    let response = Response::text(Tone::Asked, "word ".repeat(4_000));
    let drawn = draw(&response.button(&label, press("paper.read|e1", 1)), Language::En);
    let file = &drawn.messages[0].files[0];
    assert!(String::from_utf8(file.bytes.clone()).unwrap().contains(label.trim()));
}

#[test]
fn more_buttons_than_a_message_takes_stand_under_the_next_one() {
    let mut response = Response::text(Tone::Asked, "Which one?");
    for number in 0..60 {
        response = response.button(format!("item {number}"), press("paper.read|e1", number));
    }
    let drawn = draw(&response, Language::En);
    let counts: Vec<usize> = drawn.messages.iter().map(|message| message.buttons.len()).collect();
    assert_eq!(counts, [25, 25, 10]);
}

#[test]
fn a_message_in_place_of_another_leaves_nothing_of_it() {
    let body = one(&Response::text(Tone::Done, "Sent.")).body(&Sending::Instead);
    assert_eq!(body["components"], serde_json::json!([]));
    assert_eq!(body["attachments"], serde_json::json!([]));
    assert_eq!(body.get("flags"), None);
    assert_eq!(message::CONTENT_UNITS_MAX, 2_000);
}

/// The texts of what a part of a response becomes.
fn drawn(part: Part) -> Vec<String> {
    let response = Response { parts: vec![part], ..Response::default() };
    let messages = draw(&response, Language::En).messages;
    messages.into_iter().map(|message| message.content).collect()
}

#[test]
fn the_carets_stand_beneath_the_trouble_or_behind_the_line_where_something_is_missing() {
    let pointer = |line: &str, from, to| Part::Pointer { line: line.to_owned(), from, to };
    let expected = "```\ncomment 7x \u{2cb}\u{2cb}\u{2cb}\n        ^^\n```";
    assert_eq!(drawn(pointer("comment 7x ```", 8, 10)), [expected]);
    assert_eq!(drawn(pointer("join", 4, 4)), ["```\njoin\n    ^\n```"]);
    let long = drawn(pointer(&"x".repeat(1_500), 0, 1_500));
    assert!(long.len() > 1);
    assert!(long.iter().all(|text| text.starts_with("```\nx") && text.ends_with("^\n```")));
}

#[test]
fn a_long_line_is_broken_at_blanks_and_keeps_its_marks() {
    let texts = drawn(Part::Quote("word ".repeat(700)));
    assert_eq!(texts.len(), 2);
    assert!(texts.iter().flat_map(|text| text.lines()).all(|line| line.starts_with("> word")));
    assert_eq!(texts.concat().matches("word").count(), 700);
    // One letter before them, so that a row would end between a backslash and its mark.
    let escaped = drawn(Part::Text(format!("a{}", "*".repeat(3_000))));
    assert_eq!(escaped.concat().matches("\\*").count(), 3_000);
    assert!(escaped.iter().flat_map(|text| text.lines()).all(|line| line.ends_with("\\*")));
}

#[test]
fn short_parts_share_a_message_with_what_it_is_about() {
    let text = |text: &str| Part::Text(text.to_owned());
    let parts = vec![text("a"), text("b\nc"), text("  ")];
    let response = Response { parts, about: Some("d".to_owned()), ..Response::default() };
    let drawn = draw(&response, Language::En);
    assert_eq!(drawn.messages.len(), 1);
    assert_eq!(contents(&drawn), "a\nb\nc\n-# d");
}
