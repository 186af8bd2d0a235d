//! Somebody who means harm: mentions, Markdown, control and right-to-left characters, long texts,
//! forged and borrowed buttons, guessed codes, a flood. They get polite refusals only.

use plenary_stand_in_discord::Shown;

use crate::facts::{facts, run};
use crate::line;
use crate::story::Played;

const DAY: &str = "2007-10-22";

const TEXTS: &[&str] = &[
    "@everyone @here <@1> <@&2> <#3> </join:4> <t:0:R> <:a:5>",
    "**bold** __under__ ~~gone~~ ||hidden|| `code` ```block``` > quote\n# heading\n-# small",
    "[click](https://example.org) <https://example.org> https://example.org/a_b_c",
    "\\@everyone \\\\@everyone `@everyone",
    "right\u{202E}to left\u{2066} and\u{200F} zero\u{200B}width",
];

#[tokio::test(flavor = "multi_thread")]
async fn no_text_pings_anybody_or_breaks_out_of_its_place() {
    let mut played = Played::new("ciber-v.story", "sqlite:d.db");
    let bot = played.play_to(DAY).await;
    let server = &mut played.server;
    for text in TEXTS {
        let slash = line::Slash {
            verb: plenary_chat::verb::find("comment add").unwrap(),
            options: vec![("item".into(), "7".into()), ("text".into(), (*text).to_owned())],
            lines: String::new(),
        };
        server.says("chile", &slash).await;
        let seen = server.seat("chile").shown.clone().unwrap();
        if seen.button("Send").is_some() {
            server.presses("chile", "Send").await;
        }
        server.says("brazil", &line::read("comment list 7")).await;
    }
    let long = "word ".repeat(799);
    server.says("chile", &line::read(&format!("comment 7 {long}"))).await;
    server.presses("chile", "Send").await;
    server.says("brazil", &line::read("comment list 7")).await;
    let words = server.seat("brazil").read.matches("word").count();
    assert!(words >= 799, "{words} words came: {}", server.seat("brazil").read);
    assert!(server.discord.pings().is_empty(), "{:?}", server.discord.pings());
    for shown in server.channel.messages() {
        assert!(!shown.text().contains('\u{202E}'), "{}", shown.text());
    }
    assert_eq!(server.discord.complaints(), []);
    assert!(bot.stop().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn forged_and_borrowed_buttons_do_nothing_and_say_so_politely() {
    let mut played = Played::new("ciber-v.story", "sqlite:d.db");
    let bot = played.play_to(DAY).await;
    let folder = played.folder.path().to_owned();
    let server = &mut played.server;
    let before = run(&folder, &["export", "ciber-v", "--journal", "sqlite:d.db", "--keys", "keys"]);
    server.says("chair", &line::read("me")).await;
    let card = server.seat("chair").shown.clone().unwrap();
    server.says("chair", &line::read("paper approve")).await;
    let asked = server.seat("chair").shown.clone().unwrap();
    let issue = asked.button("Yes, issue").unwrap().custom_id.clone();
    server.says("expert", &line::read("comment 7 Mine alone.")).await;
    let preview = server.seat("expert").shown.clone().unwrap();
    let thief = server.seat("chile").user.clone();
    let stranger = server.seat("stranger").user.clone();
    let borrowed = card.buttons.iter().chain(&preview.buttons).map(|button| &button.custom_id);
    let share = "share.agenda-show";
    let forged = [
        String::new(),
        "x".repeat(100),
        "1|paper.approve|e1|9999999999999999999".into(),
        "1|paper.approve|e999999|1".into(),
        "1|draft.enter|zzzz|1".into(),
        "1|people.not-me|k1|1".into(),
        "1|decision.object|d1|1".into(),
        "1|comment.withdraw|c1|1".into(),
        "1|form.agenda-note||1".into(),
        "1|form.paper-approve|0|1".into(),
        format!("1|{share}|zzzz|1"),
        "2|comment.send|x|1".into(),
        "1|../../x|y|1".into(),
        issue,
    ];
    for custom_id in borrowed.chain(&forged) {
        for user in [&thief, &stranger] {
            let asked = user.press_custom_id(&card, custom_id);
            let answer = asked.answer().await.unwrap_or_else(|why| panic!("{custom_id}: {why}"));
            assert!(is_polite(&answer), "{custom_id}: {answer:#?}");
            let fields = vec![("reason".to_owned(), "because".to_owned())];
            let asked = user.submit_custom_id(card.channel, None, custom_id, &fields);
            let answer = asked.answer().await.unwrap_or_else(|why| panic!("{custom_id}: {why}"));
            assert!(is_polite(&answer), "{custom_id}: {answer:#?}");
        }
    }
    assert!(bot.stop().await);
    let after = run(&folder, &["export", "ciber-v", "--journal", "sqlite:d.db", "--keys", "keys"]);
    assert_eq!(after, before);
    assert_eq!(played.server.discord.complaints(), []);
}

/// A refusal for its reader alone, without anything of the machine in it.
fn is_polite(answer: &Shown) -> bool {
    let text = answer.text();
    let is_inner = ["Error", "panicked", "unwrap", "sqlite", "None", "src/"].iter();
    answer.ephemeral && text.starts_with('✗') && !is_inner.clone().any(|word| text.contains(word))
}

#[tokio::test(flavor = "multi_thread")]
async fn guessed_codes_and_a_flood_change_nothing_and_the_log_says_who_tried() {
    let mut played = Played::new("ciber-v.story", "sqlite:d.db");
    let bot = played.play_to(DAY).await;
    let folder = played.folder.path().to_owned();
    let before = facts(&folder, "sqlite:d.db", "ciber-v");
    let server = &mut played.server;
    let thief = server.seat("thief").user.clone();
    let channel = server.channel.clone();
    let guess = |n: usize| format!("{:04}-AAAA-BBBB-{:04}", 2222 + n, 7777 - n);
    let asked: Vec<_> =
        (0..100).map(|n| thief.slash(&channel, "join", [("code", guess(n))]).unwrap()).collect();
    for one in &asked {
        let answer = one.answer().await.unwrap();
        assert!(is_polite(&answer), "{}", answer.text());
        assert!(!answer.text().contains("AAAA"), "{}", answer.text());
    }
    // Others are served meanwhile.
    server.says("chile", &line::read("me")).await;
    assert!(server.seat("chile").read.contains("Chile"));
    assert!(bot.stop().await);
    assert_eq!(facts(&folder, "sqlite:d.db", "ciber-v"), before);
    let log = crate::bot::read(&folder);
    assert!(log.contains(&thief.id().to_string()) && log.contains("join"), "{log}");
    assert!(!log.contains("AAAA-BBBB"), "{log}");
}
