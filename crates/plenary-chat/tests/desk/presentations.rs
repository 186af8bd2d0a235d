//! Question 2 of `CIBER-V/doc.1/07`: who presents or reports, on which topics, or not at all.

use plenary_chat::Tone;

use crate::room::{approve, filled};
use crate::stage::{Stage, assert_refused, button, words};

const REQUESTED: &str = "reply.presentation-requested.v1";
const ASKED: &str = "reply.presentation-asked.v1";

/// The note in force asks who presents under item 2, on laws, units, or something of one's own.
async fn asked_by_the_note() -> Stage {
    let stage = filled().await;
    for title in ["Opening.", "Developments."] {
        stage.does("secretariat", &format!("agenda edit add \"{title}\"")).await;
    }
    let note = "agenda note\nparagraph: Please reply.\nquestion: 2 presentations 2. On what?\n\
                topic: i. Laws\ntopic: ii. Units\ntopic: v. Any other issues [open]\n\
                deadline: 2007-10-29 by October 29";
    stage.does("secretariat", note).await;
    stage.does("secretariat", "paper prepare agenda LIGHT-V/doc.1/07 with:note").await;
    approve(&stage).await;
    stage
}

#[tokio::test]
async fn a_mission_requests_several_topics_and_is_asked_for_the_words_of_the_open_one() {
    let stage = asked_by_the_note().await;
    let done = stage.types("brazil", "reply present 2 i, ii and v by:presentation").await;
    assert_eq!(done.tone, Tone::Done, "{}", words(&done));
    let said = words(&done);
    assert!(said.contains("Brazil has requested under item 2, “Developments”:"), "{said}");
    assert!(said.contains("a presentation on topic i, “Laws” (Q1)"), "{said}");
    assert!(said.contains("a presentation on topic ii, “Units” (Q2)"), "{said}");
    assert!(said.contains("Topic v, “Any other issues”, was not requested"), "{said}");
    assert_eq!(stage.count(REQUESTED).await, 2);
    let bare = stage.types("brazil", "reply present 2 v by:report").await;
    assert_refused(&bare, "needs your own words");
    let own = "reply present 2 v by:report text:\"Training of judges\"";
    let done = words(&stage.types("brazil", own).await);
    assert!(done.contains("a report on topic v, “Training of judges” (Q3)"), "{done}");
    assert!(!done.contains("was not requested"), "{done}");
}

#[tokio::test]
async fn the_secretariat_enters_what_came_by_fax_for_a_mission() {
    let stage = asked_by_the_note().await;
    let line = "reply present 2 ii by:report for:Argentina received:\"2007-10-17, fax\"";
    // It is the fifth of October in this room.
    assert_refused(&stage.types("secretariat", line).await, "still to come");
    let line = "reply present 2 ii by:report for:Argentina received:\"2007-10-05, fax\"";
    let done = words(&stage.types("secretariat", line).await);
    assert!(done.contains("Argentina has requested under item 2"), "{done}");
    // The mission is not told to do what it cannot do: one request is not withdrawn by itself.
    let line = "reply present 2 i by:presentation for:Brazil received:\"2007-10-05, fax\"";
    let entered = stage.types("secretariat", line).await;
    let seen = stage.notice("brazil", *entered.entries.last().unwrap()).await.unwrap();
    let seen = words(&seen);
    assert!(seen.contains("If this is wrong, tell the secretariat."), "{seen}");
    assert_refused(
        &stage.types("secretariat", "reply present 2 ii by:presentation").await,
        "for:Belize",
    );
}

#[tokio::test]
async fn an_expert_asks_and_the_mission_confirms_with_one_press() {
    let stage = asked_by_the_note().await;
    let done = stage.types("expert", "present 2 i by:presentation").await;
    assert!(
        words(&done).contains("The request counts once the mission confirms it"),
        "{}",
        words(&done)
    );
    assert_eq!((stage.count(ASKED).await, stage.count(REQUESTED).await), (1, 0));
    let entry = *done.entries.last().expect("an entry");
    let seen = stage.notice("brazil", entry).await.expect("the mission is told");
    assert!(words(&seen).contains("Helena Duarte"), "{}", words(&seen));
    assert_eq!(stage.notice("chile", entry).await, None, "another mission is told nothing");
    for _ in 0..2 {
        let confirmed = stage.presses("brazil", &button(&seen, "Confirm")).await;
        assert_eq!(confirmed.tone, Tone::Done, "{}", words(&confirmed));
        assert_eq!(stage.count(REQUESTED).await, 1);
    }
    // The button carries no authority, and tells another mission nothing.
    let other = stage.presses("chile", &button(&seen, "Confirm")).await;
    assert_refused(&other, "There is no Q1 in this meeting");
}

#[tokio::test]
async fn a_no_is_taken_and_a_later_yes_changes_it() {
    let stage = asked_by_the_note().await;
    stage.does("brazil", "reply present 2 i by:presentation").await;
    let done = words(&stage.types("brazil", "reply decline presentations").await);
    assert!(done.contains("Brazil will not present or report"), "{done}");
    let admit = stage.types("chair", "reply admit Q1 There is time.").await;
    assert_refused(&admit, "Q1 was declined or replaced and no longer counts");
    // What was typed before this word was chosen is still understood.
    let again = stage.types("brazil", "reply present 2 i by:talk").await;
    assert!(words(&again).contains("(Q2)"), "{}", words(&again));
    assert_refused(&stage.types("expert", "reply decline presentations").await, "mission");
}

#[tokio::test]
async fn what_cannot_be_requested_is_refused_with_the_remedy() {
    let stage = asked_by_the_note().await;
    for (line, remedy) in [
        ("reply present 1 i by:presentation", "does not ask for presentations on item 1"),
        ("reply present 2 iii by:presentation", "The topics are: i, ii, v"),
        ("reply present 2 , by:presentation", "write the labels of the topics"),
        ("reply present 2 i", "by"),
        ("reply present 2 i by:song", "presentation, report"),
        ("reply decline dinner", "presentations"),
        ("reply admit X3 Why not.", "N7 or Q3"),
    ] {
        assert_refused(&stage.types("secretariat", &format!("{line} for:Brazil")).await, remedy);
    }
    assert_eq!(stage.count(REQUESTED).await, 0);
}

#[tokio::test]
async fn the_state_stands_in_me_and_in_the_replies_and_the_table_has_it_by_topic() {
    let stage = asked_by_the_note().await;
    let none = words(&stage.types("brazil", "me").await);
    assert!(none.contains("Presentations or reports on item 2: no reply yet"), "{none}");
    stage.does("expert", "present 2 i by:presentation").await;
    let own = words(&stage.types("expert", "me").await);
    assert!(own.contains("a presentation on topic i, “Laws” (Q1, requested by an expert"), "{own}");
    let shown = stage.types("brazil", "reply show").await;
    assert!(words(&shown).contains("not confirmed by the mission"), "{}", words(&shown));
    // Another delegation is not told what an expert asked the mission, also not in the table.
    for line in ["reply show Brazil", "paper get presentations"] {
        let other = words(&stage.types("chile", line).await);
        assert!(!other.contains("Q1"), "{line}: {other}");
    }
    let inside = words(&stage.types("secretariat", "paper get presentations").await);
    assert!(inside.contains("Q1"), "{inside}");
    let confirmed = stage.presses("brazil", &button(&shown, "Confirm Q1")).await;
    assert_eq!(confirmed.tone, Tone::Done, "{}", words(&confirmed));
    let other = words(&stage.types("chile", "paper get presentations").await);
    assert!(other.contains("Q1"), "{other}");
    stage.does("brazil", "reply decline presentations").await;
    let declined = words(&stage.types("brazil", "reply show").await);
    assert!(declined.contains("Presentations or reports: declined"), "{declined}");
    let table = words(&stage.types("secretariat", "paper get presentations").await);
    assert!(table.contains("Will not present or report: Brazil."), "{table}");
    assert!(!table.contains("Q1"), "{table}");
}
