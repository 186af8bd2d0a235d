//! What is suggested while somebody types: verbs of the own seats, and lines that are understood.

use crate::room::{convened, issued};
use crate::stage::{OPERATOR, SLUG, Stage};

async fn suggested(stage: &Stage, who: &str, typed: &str) -> Vec<String> {
    stage.desk.suggestions(SLUG, &Stage::speaker(who), typed).await
}

#[tokio::test]
async fn everybody_is_suggested_the_verbs_of_the_own_seat_only() {
    let stage = issued().await;
    for (who, has, has_not) in [
        (OPERATOR, "meeting convene", "session open"),
        ("chair", "paper approve", "reply nominate"),
        ("secretariat", "paper prepare", "paper approve"),
        ("brazil", "reply nominate", "agenda edit"),
        ("expert", "comment add", "reply nominate"),
        ("observer", "comment add", "decision object"),
        ("stranger", "join", "comment add"),
    ] {
        let lines = suggested(&stage, who, "").await;
        assert!(lines.iter().any(|line| line == has), "{who}: {lines:?}");
        assert!(!lines.iter().any(|line| line == has_not), "{who}: {lines:?}");
        assert!(lines.iter().any(|line| line == "agenda show"), "{who}: {lines:?}");
    }
}

#[tokio::test]
async fn suggestions_go_on_with_what_is_typed() {
    let stage = issued().await;
    assert_eq!(suggested(&stage, "chair", "session").await, ["session open", "session close"]);
    assert_eq!(suggested(&stage, "chair", "decision adopt v").await, ["decision adopt vote"]);
    let lines = suggested(&stage, "brazil", "agenda show \"LI").await;
    assert_eq!(lines, ["agenda show \"LIGHT-V/doc.1/07\""]);
    let lines = suggested(&stage, "secretariat", "reply nominate fo").await;
    assert_eq!(lines, ["reply nominate for:"]);
}

#[tokio::test]
async fn the_value_of_a_named_argument_is_suggested_with_its_name() {
    let stage = issued().await;
    let lines = suggested(&stage, "secretariat", "reply nominate for:C").await;
    assert_eq!(
        lines,
        [
            "reply nominate for:Chile",
            "reply nominate for:\"Costa Rica\"",
            "reply nominate for:\"Council of Europe\""
        ]
    );
    assert_eq!(
        suggested(&stage, "brazil", "agenda show view:c").await,
        ["agenda show view:coverage"]
    );
    for (who, typed, not) in [
        ("brazil", "comment add ", "comment add public"),
        ("brazil", "agenda show ", "agenda show coverage"),
        ("secretariat", "reply nominate ", "reply nominate Chile"),
    ] {
        let lines = suggested(&stage, who, typed).await;
        assert!(!lines.iter().any(|line| line == not), "{lines:?}");
    }
}

#[tokio::test]
async fn no_symbol_of_a_waiting_edition_is_suggested() {
    let stage = issued().await;
    stage.does("secretariat", "agenda edit add Fog.").await;
    stage.does("secretariat", "paper prepare agenda \"LIGHT-V/doc.1/07 rev. 1\" with:note").await;
    let lines = suggested(&stage, "brazil", "agenda show ").await;
    assert!(!lines.iter().any(|line| line.contains("rev. 1")), "{lines:?}");
}

#[tokio::test]
async fn the_prompt_names_the_meeting_the_day_and_the_seat() {
    let stage = convened().await;
    let lang = plenary_domain::Language::En;
    let prompt = stage.desk.prompt(SLUG, &Stage::speaker(OPERATOR), lang).await;
    assert_eq!(prompt, "V Meeting · 5 October 2007 · operator › ");
}
