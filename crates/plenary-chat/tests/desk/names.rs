//! Who reads the names of those who take part: the same people at the desk as on the papers.

use plenary_chat::{Input, Line, Part, Speaker, Utterance};
use plenary_domain::Language;
use plenary_service::RequestName;

use crate::room;
use crate::stage::{SLUG, Stage, words};

/// Everybody of the room but the observer, who is removed in one of the cases.
const NAMES: [&str; 5] =
    ["Inés Paredes", "Ruth Calloway", "Paulo Neri", "Tomás Ibarra", "Helena Duarte"];

/// Every line that shows something, to whomever it is said.
const LINES: [&str; 18] = [
    "help",
    "me",
    "meeting show",
    "people list",
    "people list as-of:@30",
    "reply show",
    "reply show Brazil",
    "agenda show",
    "agenda compare",
    "comment list",
    "comment list 4",
    "record show",
    "paper get",
    "paper get participants",
    "paper get presentations",
    "paper get record",
    "paper get history",
    "paper get agenda",
];

#[test]
fn every_verb_that_everybody_may_say_is_tried_here_or_shows_nothing_of_a_meeting() {
    let shows_nothing = ["join", "record check", "practice"];
    for verb in plenary_chat::verb::all() {
        let is_tried = LINES.iter().any(|line| line.starts_with(verb.said));
        let is_for_all = verb.who.contains(&plenary_domain::Capacity::Reader);
        let is_fine = is_tried
            || !is_for_all
            || shows_nothing.contains(&verb.group())
            || shows_nothing.contains(&verb.said);
        assert!(is_fine, "{verb:?}: add a line that says it to LINES");
    }
}

/// A meeting in session with a decision, an objection, a late nomination and public comments.
async fn busy() -> Stage {
    let stage = room::revised().await;
    for who in ["expert", "chile"] {
        let shown = stage.types(who, "comment add 4 readers:public Fog.").await;
        stage.presses(who, &crate::stage::button(&shown, "Send")).await;
    }
    stage.at("2007-11-19T15:00:00Z");
    stage.does("chile", "reply nominate name:\"Olga Lind\"").await;
    stage.does("chair", "session open").await;
    stage.does("chair", "decision put \"To rise.\"").await;
    stage.does("chile", "decision object Too soon.").await;
    stage
}

/// What somebody sees of all lines.
async fn seen(stage: &Stage, who: &str) -> String {
    let mut seen = String::new();
    for line in LINES {
        seen.push_str(&words(&stage.types(who, line).await));
        seen.push('\n');
    }
    seen
}

#[tokio::test]
async fn names_are_for_participants_on_every_view_and_in_every_choice() {
    let stage = busy().await;
    stage.confirms("secretariat", "people remove H6 The file was sent twice.").await;
    for outside in ["nobody", "observer"] {
        let seen = seen(&stage, outside).await;
        for name in NAMES.into_iter().chain(["Olga Lind"]) {
            let at = seen.find(name).map(|at| seen[..at].rfind('\n').unwrap_or(0));
            assert!(at.is_none(), "{outside} reads {name}: {}", &seen[at.unwrap_or(0)..][..200]);
        }
        assert!(seen.contains("Names are shown to participants only."));
    }
    let seen = seen(&stage, "chile").await;
    for name in NAMES {
        assert!(seen.contains(name), "a mission does not read {name}");
    }
}

/// A sentence and the date, title or country in it are in one language: English, while the desk has
/// no other catalogue. Papers are in the reader's.
#[tokio::test]
async fn no_sentence_has_a_date_in_another_language() {
    let stage = busy().await;
    for line in LINES.into_iter().filter(|line| !line.starts_with("paper")) {
        for who in ["chile", "secretariat"] {
            let english = stage.types(who, line).await;
            if english.parts.iter().any(|part| matches!(part, Part::Paper(_))) {
                continue;
            }
            for lang in [Language::Fr, Language::Es, Language::Pt] {
                let told = stage.types_in(lang, who, line).await;
                assert_eq!(words(&told), words(&english), "{line} to a reader of {lang:?}");
            }
        }
    }
    let paper = stage.types_in(Language::Fr, "chile", "paper get participants").await;
    assert!(words(&paper).contains("octobre"), "{}", words(&paper));
}

#[tokio::test]
async fn choices_of_people_have_no_names_for_somebody_outside() {
    let stage = busy().await;
    for (who, is_named) in [("nobody", false), ("secretariat", true)] {
        let line = Line {
            meeting: Some(SLUG.to_owned()),
            speaker: Speaker::Account(format!("terminal:{who}")),
            front: "terminal",
            channel: None,
            said: Input::Fields(Utterance::new("people remove", Vec::new())),
            request: RequestName::new("test:choices").unwrap(),
            lang: Language::En,
        };
        let choices = stage.desk.choices(line, "who", "").await;
        let shown: Vec<&str> = choices.iter().map(|choice| choice.shown.as_str()).collect();
        assert_eq!(shown.join("\n").contains("Ruth Calloway"), is_named, "{who}: {shown:?}");
    }
}
