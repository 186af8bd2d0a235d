//! What cannot be taken back is asked once more, says what follows, and ends with No; what can be
//! taken back is taken back by whoever did it.

use plenary_chat::Tone;

use crate::room;
use crate::stage::{Stage, assert_refused, button, words};

async fn in_session() -> Stage {
    let stage = room::issued().await;
    stage.at("2007-11-19T14:05:00Z");
    stage.does("chair", "session open").await;
    stage
}

fn says(response: &plenary_chat::Response, said: &str) {
    assert!(words(response).contains(said), "{said:?} is not in {:?}", words(response));
}

#[tokio::test]
async fn each_act_that_cannot_be_undone_is_asked_about_and_no_ends_the_question() {
    let stage = in_session().await;
    stage.does("chair", "decision put To thank the host.").await;
    let before = stage.events().await.len();
    for (who, line, follows) in [
        ("chair", "people appoint chair H3", "will then no longer be the Chair."),
        ("chair", "people appoint secretariat H3", "gives and ends access."),
        ("secretariat", "people remove H6 Gone.", "Reason: “Gone.”"),
        ("chair", "decision adopt consensus", "This cannot be undone."),
        ("chair", "decision vote for:2 against:1", "With this count it is adopted."),
        ("chair", "decision vote D1 for:1 against:1", "With this count it is not adopted."),
        ("chair", "decision adopt vote for:1 against:2", "With this count it is not adopted."),
    ] {
        let asked = stage.types(who, line).await;
        assert_eq!(asked.tone, Tone::Asked, "{line}: {}", words(&asked));
        says(&asked, follows);
        let yes = asked.buttons.iter().find(|button| button.label.starts_with("Yes")).unwrap();
        let no = stage.presses(who, &button(&asked, "No")).await;
        assert_eq!(words(&no), "Nothing was changed.");
        assert_refused(&stage.presses(who, &yes.press).await, "no longer");
        assert_eq!(stage.events().await.len(), before, "{line}");
    }
}

#[tokio::test]
async fn a_lost_vote_is_told_to_all_and_stands_in_the_record() {
    let stage = in_session().await;
    stage.does("chair", "decision put To thank the host.").await;
    let refused = stage.types("chair", "decision vote for:99 against:0").await;
    assert_refused(&refused, "You counted 99, but only");
    assert_refused(&stage.types("chair", "decision vote for:2").await, "against");
    let count = stage.types("chair", "decision vote for:2 against:x").await;
    assert_refused(&count, "write a number of votes in digits");
    let mixed = stage.types("chair", "decision adopt consensus for:2").await;
    assert_refused(&mixed, "A consensus has no count of votes.");
    stage.confirms("chair", "decision vote for:1 against:2").await;
    let lost = "Decision D1 is not adopted. The vote: 1 for, 2 against, 0 abstaining.";
    let number = stage.events().await.len() as u64;
    says(&stage.notice("brazil", number).await.expect("all are told"), lost);
    let record = stage.types("brazil", "record show").await;
    says(&record, "Not adopted, by vote (1 for, 2 against, 0 abstaining), at the first");
    let over = stage.types("chair", "withdraw D1").await;
    assert_refused(&over, "Decision D1 is no longer before the meeting.");
}

#[tokio::test]
async fn a_mission_takes_its_objection_back_and_the_chair_the_text() {
    let stage = in_session().await;
    stage.does("chair", "decision put To thank the host.").await;
    assert_refused(&stage.types("brazil", "withdraw D1").await, "has not objected to decision D1");
    stage.does("brazil", "decision object Too early.").await;
    assert_refused(
        &stage.types("chair", "decision adopt consensus").await,
        "no consensus on decision D1",
    );
    let reason = stage.types("brazil", "withdraw D1 We were mistaken.").await;
    assert_refused(&reason, "An objection is withdrawn without a reason.");
    says(
        &stage.types("brazil", "withdraw D1").await,
        "Your objection to decision D1 is withdrawn.",
    );
    stage.confirms("chair", "decision adopt consensus").await;
    says(&stage.types("chile", "record show").await, "Brazil withdrew its objection, 19 November");
    stage.does("chair", "decision put To rise.").await;
    says(&stage.types("chair", "withdraw D2 Not yet.").await, "Decision D2 is withdrawn");
}

#[tokio::test]
async fn the_meeting_amends_its_adopted_agenda_and_the_paper_says_by_which_decision() {
    let stage = in_session().await;
    stage.does("chair", "decision put adopts:LIGHT-V/doc.1/07").await;
    stage.confirms("chair", "decision adopt consensus").await;
    let locked = stage.types("secretariat", "agenda edit add Fog.").await;
    assert_refused(&locked, "only the meeting can change it. The Chair puts");
    let both = "decision put To do both. adopts:LIGHT-V/doc.1/07 amends:LIGHT-V/doc.1/07";
    assert_refused(
        &stage.types("chair", both).await,
        "can adopt an edition or amend one, not both",
    );
    stage.does("chair", "decision put To add an item on fog. amends:LIGHT-V/doc.1/07").await;
    stage.confirms("chair", "decision vote for:3 against:1").await;
    stage.does("secretariat", "agenda edit add Fog.").await;
    stage.does("secretariat", "paper prepare agenda \"LIGHT-V/doc.1/07 rev. 1\" with:note").await;
    stage.confirms("chair", "paper approve").await;
    let record = stage.types("brazil", "record show").await;
    says(&record, "The agenda, LIGHT-V/doc.1/07, was adopted by consensus at the first session.");
    says(&record, "decision D2, taken by vote (3 for, 1 against, 0 abstaining); the amended");
    says(&record, "agenda is LIGHT-V/doc.1/07 rev. 1.");
    let again = stage.types("secretariat", "agenda edit add Mist.").await;
    assert_refused(&again, "The agenda was adopted by decision D2,");
}

#[tokio::test]
async fn the_secretariat_takes_a_prepared_edition_back_and_sees_why_one_was_sent_back() {
    let stage = room::drafted().await;
    let prepare = "paper prepare agenda LIGHT-V/doc.1/07 with:note";
    assert_refused(&stage.types("secretariat", "paper withdraw").await, "No edition is waiting");
    stage.does("secretariat", prepare).await;
    assert_refused(&stage.types("chair", "paper withdraw").await, "Only the secretariat");
    let yes = button(&stage.types("chair", "paper approve").await, "Yes, issue");
    stage.does("secretariat", "paper withdraw reason:\"A word is missing.\"").await;
    assert_refused(&stage.presses("chair", &yes).await, "No edition is waiting for the Chair.");
    let number = stage.events().await.len() as u64;
    let told = stage.notice("chair", number).await.expect("the Chair is told");
    says(&told, "The secretariat has withdrawn LIGHT-V/doc.1/07.");
    says(&stage.types("secretariat", "paper get").await, "withdrawn by the secretariat");
    stage.does("secretariat", prepare).await;
    stage.does("chair", "paper return LIGHT-V/doc.1/07 Say what fog is.").await;
    let why = "The Chair sent LIGHT-V/doc.1/07 back on";
    for line in ["me", "paper get LIGHT-V/doc.1/07"] {
        let shown = stage.types("secretariat", line).await;
        says(&shown, why);
        says(&shown, "“Say what fog is.”");
    }
    says(&stage.types("secretariat", "paper get").await, "sent back: “Say what fog is.”");
    assert!(!words(&stage.types("brazil", "me").await).contains("fog"));
    stage.does("secretariat", prepare).await;
    assert!(!words(&stage.types("secretariat", "me").await).contains(why), "it is done");
}

#[tokio::test]
async fn people_are_found_by_name_delegation_and_office() {
    let stage = room::filled().await;
    let asked = |line: &'static str| stage.types("secretariat", line);
    says(
        &asked("people remove \"paulo NERI\" Gone.").await,
        "End the access of Paulo Neri (H3) as",
    );
    says(&asked("people remove Neri Gone.").await, "End the access of Paulo Neri (H3)");
    says(&asked("people remove Brazil Gone.").await, "End the access of Paulo Neri (H3)");
    says(&asked("people appoint secretariat Paulo Neri").await, "Appoint Paulo Neri (H3) as");
    says(&asked("people invite Tomas Ibarra").await, "Invited: Tomás Ibarra (H4)");
    for line in ["people invite Brazil as:secretariat", "people appoint chair Brazil"] {
        assert_refused(&asked(line).await, "“Brazil” is a delegation, and an office is given to");
    }
    assert_refused(
        &asked("people remove \"Nobody Known\" Gone.").await,
        "Nobody in this meeting is called",
    );
    stage.joins(("secretariat", "people invite Brazil name:\"Rita Melo\""), "junior").await;
    let which = asked("people remove Brazil Gone.").await;
    assert_refused(&which, "could be several people: Paulo Neri (H3), Rita Melo (H7)");
    // An officer whose code was lost is listed with a number; other missions do not see it.
    stage.does("secretariat", "people invite Argentina as:mission name:\"Luz Vega\"").await;
    let list = "Argentina is represented here by Luz Vega (H8), who has not joined yet";
    says(&stage.types("secretariat", "people list").await, list);
    assert!(!words(&stage.types("brazil", "people list").await).contains("Luz Vega"));
    says(&asked("people invite \"Luz Vega\"").await, "Invited: Luz Vega (H8)");
}

#[tokio::test]
async fn the_last_of_the_secretariat_locks_nobody_out() {
    let stage = room::filled().await;
    let alone = stage.types("secretariat", "people remove secretariat Gone.").await;
    assert_refused(&alone, "is the only member of the secretariat");
    stage.confirms("chair", "people appoint secretariat H3").await;
    stage.confirms("secretariat", "people remove H1 Retired.").await;
    stage.does("brazil", "agenda edit add Fog.").await;
}
