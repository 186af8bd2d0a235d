//! The agenda as it was then, by every way to say when.

use crate::room::{issued, revised};
use crate::stage::{Stage, assert_refused, button, words};

/// A revision is issued two days later at 10 o'clock in the evening of the place.
async fn two_editions() -> Stage {
    let stage = crate::room::issued().await;
    stage.at("2007-10-08T02:00:00Z");
    stage.does("secretariat", "agenda edit move 3 before:2").await;
    stage.does("secretariat", "paper prepare agenda \"LIGHT-V/doc.1/07 rev. 1\" with:note").await;
    crate::room::approve(&stage).await;
    stage
}

#[tokio::test]
async fn the_agenda_is_shown_as_of_a_day_a_moment_or_an_entry() {
    let stage = two_editions().await;
    let last = stage.events().await.len();
    let before = last - 1;
    for (typed, revised) in [
        ("2007-10-06".to_owned(), false),
        ("2007-10-07".to_owned(), true),
        ("\"2007-10-07 21:59\"".to_owned(), false),
        ("\"2007-10-07 22:00\"".to_owned(), true),
        ("“2007-10-07 22:00”".to_owned(), true),
        ("2007-10-08T01:59:59Z".to_owned(), false),
        ("2007-10-08T02:00:00Z".to_owned(), true),
        ("2007-10-08T04:00:00+02:00".to_owned(), true),
        ("2007-10-08T04:00:00+02:00[Europe/Oslo]".to_owned(), true),
        (format!("@{before}"), false),
        (format!("@{last}"), true),
        ("@99999".to_owned(), true),
    ] {
        let shown = words(&stage.types("brazil", &format!("agenda show as-of:{typed}")).await);
        let head =
            if revised { "LIGHT-V/doc.1/07 rev. 1, draft" } else { "LIGHT-V/doc.1/07, draft" };
        assert!(shown.starts_with(head), "{typed}: {shown}");
        let second = if revised { "2. Lenses." } else { "2. Lamps." };
        assert!(shown.contains(second), "{typed}: {shown}");
    }
}

#[tokio::test]
async fn before_anything_was_issued_there_was_no_agenda_and_before_the_meeting_no_meeting() {
    let stage = revised().await;
    let shown = stage.types("brazil", "agenda show as-of:@3").await;
    assert_eq!(words(&shown), "No agenda has been issued yet.");
    let none = stage.types("brazil", "agenda show as-of:2007-10-04").await;
    assert_refused(&none, "There is no meeting “light-v”");
}

#[tokio::test]
async fn what_is_no_moment_is_said_to_be_none() {
    let stage = revised().await;
    for typed in
        ["yesterday", "@x", "@-1", "2007-13-01", "\"2007-10-07 25:00\"", "2007-10-07T14:00[X/Y]"]
    {
        let response = stage.types("brazil", &format!("agenda show as-of:{typed}")).await;
        assert_refused(
            &response,
            "as “as-of”. Please write the date and time like this: \"2007-10-30 12:00\"",
        );
    }
}

#[tokio::test]
async fn me_shows_what_was_replied_to_ones_comments_and_not_what_was_withdrawn() {
    let stage = issued().await;
    let says = async |who: &str, line: &str| {
        let preview = stage.types(who, line).await;
        stage.presses(who, &button(&preview, "Send")).await;
    };
    says("brazil", "comment 2 Brighter, please. readers:secretariat").await;
    says("secretariat", "comment to:C1 As bright as can be.").await;
    says("secretariat", "comment to:C1 Or brighter.").await;
    stage.does("secretariat", "withdraw C3").await;
    let shown = words(&stage.types("brazil", "me").await);
    assert!(shown.contains("has replied to your comment C1: C2"), "{shown}");
    assert!(!shown.contains("C3"), "{shown}");
    assert!(!words(&stage.types("chile", "me").await).contains("replied"));
    // Whoever is removed hears and reads no more of it.
    stage.confirms("secretariat", "people remove \"Paulo Neri\" He moved on.").await;
    says("secretariat", "comment to:C1 Still brighter.").await;
    let last = stage.events().await.len() as u64;
    assert_eq!(stage.notice("brazil", last).await, None);
    for line in ["me", "comment list", "record show", "paper get record"] {
        let shown = words(&stage.types("brazil", line).await);
        for private in ["replied", "bright as can be", "Still brighter"] {
            assert!(!shown.contains(private), "{line}: {shown}");
        }
    }
    assert!(!words(&stage.types("secretariat", "me").await).contains("replied"));
}
