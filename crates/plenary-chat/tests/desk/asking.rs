//! Who may do what is said first, and a number that has moved is asked about once.

use plenary_chat::{Response, Tone};

use crate::room::{approve, convened, filled, issued, revised};
use crate::stage::{OPERATOR, Stage, assert_refused, button, quoted, words};

#[tokio::test]
async fn whoever_holds_no_seat_is_told_to_join_before_how_it_is_said() {
    let stage = issued().await;
    for line in ["session open", "paper approve", "paper return", "decision adopt", "agenda edit"] {
        let response = stage.types("stranger", line).await;
        assert_refused(
            &response,
            "you have no seat here. If you have a code, type “join CODE”; if not, ask",
        );
        assert!(words(&response).contains("Only the "), "{}", words(&response));
    }
    let response = stage.types("observer", "paper return").await;
    assert_refused(&response, "Only the Chair can do this");
    assert_refused(&stage.types("chair", "paper return").await, "Please add “symbol”: ");
}

#[tokio::test]
async fn a_code_is_taken_once_and_a_wrong_one_is_not_repeated() {
    let stage = convened().await;
    let line = "people invite as:secretariat name:\"Inés Paredes\"";
    let code = stage.does(OPERATOR, line).await.expect("a code");
    let wrong = stage.types("secretariat", "join ABCD").await;
    assert_refused(&wrong, "a code has 16 letters and digits");
    assert!(!words(&wrong).contains("ABCD"), "{}", words(&wrong));
    stage.does("secretariat", &format!("join {}", code.to_lowercase().replace('-', " "))).await;
    let used = stage.types("other", &format!("join {code}")).await;
    assert_refused(&used, "This code has already been used.");
}

#[tokio::test]
async fn in_an_empty_house_nobody_finds_a_meeting() {
    let stage = Stage::empty();
    let response = stage.types("stranger", "agenda show").await;
    assert_refused(&response, "There is no meeting “light-v” here.");
}

#[tokio::test]
async fn the_chair_withdraws_a_decision_by_its_number() {
    let stage = filled().await;
    stage.at("2007-11-19T14:05:00Z");
    stage.does("chair", "session open").await;
    stage.does("chair", "decision put To thank the host.").await;
    assert_refused(
        &stage.types("chair", "session close").await,
        "Decision D1 is still before the meeting",
    );
    assert_refused(&stage.types("brazil", "withdraw D1").await, "has not objected to decision D1");
    let expert = stage.types("expert", "withdraw D1").await;
    assert_refused(&expert, "Only the Chair can do this");
    let done = stage.types("chair", "withdraw D1 Not ready.").await;
    assert_eq!(words(&done), "Decision D1 is withdrawn. It stays in the history.");
    stage.does("chair", "session close").await;
    let bad = stage.types("chair", "withdraw X1").await;
    assert_refused(&bad, "the number of a comment (C4), a nomination (N7) or a decision (D1).");
}

#[tokio::test]
async fn a_change_of_ones_own_counts_as_seen_by_a_desk_that_has_just_begun() {
    let stage = issued().await;
    stage.does("secretariat", "agenda edit word 2 Lamps and bulbs.").await;
    let stage = stage.begun_anew();
    let reworded = stage.types("secretariat", "agenda edit word 2 Bulbs.").await;
    assert!(words(&reworded).starts_with("Reworded: item 2, “Bulbs”."), "{}", words(&reworded));
    let stage = stage.begun_anew();
    stage.does("secretariat", "agenda note\nparagraph: Please answer soon.").await;
    // Somebody else has not seen it, and is shown it first.
    let stage = stage.begun_anew();
    assert_refused(
        &stage.types("chair", "agenda edit word 2 Lamps.").await,
        "Somebody has changed",
    );
    assert_eq!(stage.types("chair", "agenda edit word 2 Lamps.").await.tone, Tone::Done);
}

fn is_which_one(response: &Response) -> bool {
    let asks = words(response).ends_with("in different editions. Which item do you mean?");
    assert!(!asks || response.tone == Tone::Asked && response.buttons.len() == 2, "{response:?}");
    asks
}

#[tokio::test]
async fn a_number_that_has_moved_is_asked_about_once_for_each_person_and_edition() {
    let stage = revised().await;
    for (who, sent) in [("brazil", 1), ("chile", 2)] {
        let asked = stage.types(who, "comment 2 Which ones?").await;
        assert!(is_which_one(&asked), "{who}: {}", words(&asked));
        let label = "item 3, “Lamps” (“2” in LIGHT-V/doc.1/07)";
        let preview = stage.presses(who, &button(&asked, label)).await;
        assert!(words(&preview).starts_with("To item 3, “Lamps”:"), "{}", words(&preview));
        assert_eq!(quoted(&preview), Some("Which ones?"));
        // Who only looked is asked again; who sent knows the numbers.
        assert!(is_which_one(&stage.types(who, "comment 2 Which ones?").await));
        stage.presses(who, &button(&preview, "Send")).await;
        assert_eq!(stage.count("comment.made.v1").await, sent);
        let straight = stage.types(who, "comment 2 And these?").await;
        assert!(words(&straight).starts_with("To item 2, “Lenses”:"), "{}", words(&straight));
    }
    stage.does("secretariat", "agenda edit move 3 before:2").await;
    stage.does("secretariat", "paper prepare agenda \"LIGHT-V/doc.1/07 rev. 2\" with:note").await;
    approve(&stage).await;
    assert!(is_which_one(&stage.types("brazil", "comment 2 Which ones?").await));
}

#[tokio::test]
async fn a_number_that_still_means_the_same_is_not_asked_about() {
    let stage = revised().await;
    let straight = stage.types("brazil", "comment 1 When?").await;
    assert!(words(&straight).starts_with("To item 1, “Opening”:"), "{}", words(&straight));
}

#[tokio::test]
async fn somebody_elses_choice_between_two_items_means_nothing() {
    let stage = revised().await;
    let asked = stage.types("brazil", "comment 2 Which ones?").await;
    for choice in &asked.buttons {
        let response = stage.presses("chile", &choice.press).await;
        assert_refused(&response, "This button no longer applies");
    }
}
