//! The machine's clock where it is doubted: who is asked, and what yes and silence do.

use plenary_chat::{Action, Tone};

use crate::room::CONVENE;
use crate::stage::{OPERATOR, Stage, assert_refused, button, words};

const FAR: &str = "2199-01-01T12:00:00Z";

/// A meeting that goes by the machine's clock, with secretariat and mission.
async fn real() -> Stage {
    let stage = Stage::empty();
    stage.does(OPERATOR, &CONVENE.replace("clock: practice\n", "")).await;
    stage
        .joins((OPERATOR, "people invite as:secretariat name:\"Inés Paredes\""), "secretariat")
        .await;
    stage
        .joins(("secretariat", "people invite Brazil as:mission name:\"Paulo Neri\""), "brazil")
        .await;
    stage
}

#[tokio::test]
async fn a_clock_that_cannot_be_right_is_said_and_stores_nothing() {
    let stage = real().await;
    for moment in [FAR, "1969-07-20T12:00:00Z"] {
        stage.machine_shows(moment);
        let told = stage.types("secretariat", "agenda edit add Opening").await;
        assert_eq!(told.tone, Tone::Failed, "{}", words(&told));
        assert!(words(&told).contains("which cannot be right"), "{}", words(&told));
        assert!(told.buttons.is_empty() && told.entries.is_empty());
    }
    stage.machine_shows("2026-11-26T14:00:00Z");
    stage.does("secretariat", "agenda edit add Opening").await;
}

#[tokio::test]
async fn whoever_answers_for_the_record_is_asked_whether_the_date_is_right() {
    let stage = real().await;
    stage.machine_shows("2036-03-01T12:00:00Z");
    let asked = stage.types("secretariat", "agenda edit add Opening").await;
    let said = words(&asked);
    assert!(said.contains("1 March 2036") && said.contains("(25 November 2026)"), "{said}");
    assert!(said.contains("Nothing was stored") && said.contains("Is that date right?"), "{said}");
    let yes = button(&asked, "Yes, the date is right");
    assert!(matches!(yes.action, Action::ClockRight(_)));

    // Others are told who can say so; their press is worth nothing.
    let told = stage.types("brazil", "comment Opening is missing.").await;
    assert!(words(&told).contains("tell the secretariat"), "{}", words(&told));
    assert!(told.buttons.is_empty());
    assert_refused(&stage.presses("brazil", &yes).await, "secretariat");
    let again = stage.types("secretariat", "agenda edit add Opening").await;
    assert!(again.entries.is_empty(), "{}", words(&again));

    let noted = stage.presses("secretariat", &yes).await;
    assert_eq!(
        (noted.tone, words(&noted).as_str()),
        (Tone::Done, "Noted: the date is right. Please repeat what you wanted to do.")
    );
    stage.does("secretariat", "agenda edit add Opening").await;
    // From here on it follows the last entry.
    let own = stage.types("brazil", "me").await;
    assert_eq!(own.tone, Tone::Shown, "{}", words(&own));
    stage.begun_anew().does("secretariat", "agenda edit add Closing").await;
}
