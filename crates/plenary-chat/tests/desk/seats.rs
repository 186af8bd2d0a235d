//! Seats that move by a new code: one seat alone, and whoever loses it is told.

use plenary_chat::Response;

use crate::room;
use crate::stage::{OPERATOR, Stage, assert_refused, words};

/// The number of the last entry.
async fn last(stage: &Stage) -> u64 {
    stage.events().await.len() as u64
}

/// What somebody was told of the last two entries.
async fn told(stage: &Stage, who: &str) -> String {
    let last = last(stage).await;
    let mut told = Vec::new();
    for entry in [last - 1, last] {
        told.extend(stage.notice(who, entry).await.as_ref().map(words));
    }
    told.join("\n")
}

fn says(response: &Response, said: &str) {
    assert!(words(response).contains(said), "{said:?} is not in {:?}", words(response));
}

/// Brazil's officer presides; a second officer of Brazil is there.
async fn an_officer_presides() -> Stage {
    let stage = room::drafted().await;
    stage.confirms("chair", "people appoint chair H3").await;
    stage.joins(("secretariat", "people invite Brazil name:\"Rita Melo\""), "junior").await;
    stage.does("secretariat", "paper prepare agenda LIGHT-V/doc.1/07 with:note").await;
    stage
}

#[tokio::test]
async fn a_colleague_who_takes_the_chairs_seat_in_the_mission_does_not_preside() {
    let stage = an_officer_presides().await;
    stage.joins(("junior", "people invite H3 as:mission"), "stranger").await;
    let lost = "You are no longer a representative of the Permanent Mission of Brazil. If";
    assert!(told(&stage, "brazil").await.contains(lost), "{}", told(&stage, "brazil").await);
    assert_eq!(told(&stage, "chile").await, "");
    let refused = stage.types("stranger", "paper approve").await;
    assert_refused(&refused, "Only the Chair can do this; you are here as a permanent mission.");
    // The seat has the name that the code was made for, and the Chair goes on.
    says(&stage.types("stranger", "me").await, "You are Paulo Neri (H8).");
    says(&stage.types("brazil", "me").await, "You are the Chair.");
    says(&stage.types("brazil", "paper approve").await, "Issue LIGHT-V/doc.1/07");
}

#[tokio::test]
async fn somebody_with_several_seats_gets_a_code_for_one_of_them() {
    let stage = an_officer_presides().await;
    let which = stage.types("secretariat", "people invite H3").await;
    assert_refused(
        &which,
        "Paulo Neri (H3) has several seats: a representative of the Permanent Mission of",
    );
    let none = stage.types("secretariat", "people invite H3 as:expert").await;
    assert_refused(&none, "Paulo Neri (H3) does not have that seat, only this: a representative");
    let held = stage.types("secretariat", "people invite H3 as:chair").await;
    assert_refused(&held, "There is already a Chair.");
    stage.joins((OPERATOR, "people invite H3 as:chair"), "minister").await;
    assert!(told(&stage, "brazil").await.contains("You are no longer the Chair."));
    says(&stage.types("minister", "me").await, "You are the Chair.");
    says(
        &stage.types("brazil", "me").await,
        "You are a representative of the Permanent Mission of Brazil.",
    );
}

#[tokio::test]
async fn the_account_that_another_one_replaces_is_told_once() {
    let stage = room::filled().await;
    stage.joins(("secretariat", "people invite H4"), "chile-new").await;
    let lost = "You are no longer a representative of the Permanent Mission of Chile.";
    assert!(told(&stage, "chile").await.contains(lost), "{}", told(&stage, "chile").await);
    assert!(!told(&stage, "chile-new").await.contains("no longer"));
    says(&stage.types("chile-new", "me").await, "You are Tomás Ibarra (H4).");
    // A seat that the same person takes later is no news for the account of before.
    let code = stage.does("secretariat", "people invite Chile as:expert").await.expect("a code");
    stage.does("chile-new", &format!("join {code}")).await;
    assert_eq!(told(&stage, "chile").await, "");
}

#[tokio::test]
async fn whoever_is_removed_or_followed_as_chair_is_told() {
    let stage = room::filled().await;
    stage.confirms("secretariat", "people remove H6 The file was sent twice.").await;
    let why = "an observer for the Council of Europe. Reason: “The file was sent twice.”. If";
    assert!(told(&stage, "observer").await.contains(why), "{}", told(&stage, "observer").await);
    stage.confirms("chair", "people appoint chair H3").await;
    assert!(told(&stage, "chair").await.contains("You are no longer the Chair."));
}

#[tokio::test]
async fn two_people_of_one_mission_have_a_code_each_and_a_removal_takes_one_back() {
    let stage = room::filled().await;
    let invite = |name: &str| format!("people invite Argentina as:mission name:\"{name}\"");
    let first = stage.does("secretariat", &invite("First Person")).await.expect("a code");
    let second = stage.does("secretariat", &invite("Second Person")).await.expect("a code");
    let third = stage.does("secretariat", &invite("Third Person")).await.expect("a code");
    stage.does("secretariat", "people remove H9 Never came.").await;
    stage.does("one", &format!("join {first}")).await;
    stage.does("two", &format!("join {second}")).await;
    let refused = stage.types("three", &format!("join {third}")).await;
    assert_refused(&refused, "This invitation was withdrawn.");
}
