//! Days and hours that people state: of deadlines and of receipts, taken whole or refused.

use plenary_chat::Tone;

use crate::room::{drafted, issued};
use crate::stage::{Stage, assert_refused, button, words};

const NOMINATED: &str = "reply.nominated.v1";

async fn writes(stage: &Stage, deadline: &str) -> plenary_chat::Response {
    stage.types("secretariat", &format!("agenda note\nparagraph: Hi.\ndeadline: {deadline}")).await
}

#[tokio::test]
async fn a_deadline_is_told_with_its_hour_and_whose_clock_shows_it() {
    let stage = drafted().await;
    for (typed, told) in [
        ("2007-10-29 by the 29th", "due by 29 October 2007, end of day in Washington."),
        ("2007-10-29 16:10 by 4.10 p.m.", "by 29 October 2007, 16:10 in Washington."),
        ("2007-11-04 01:30 -05:00 by then", "by 4 November 2007, 01:30 (UTC-05:00)."),
    ] {
        let written = words(&writes(&stage, typed).await);
        assert!(written.contains(told), "{written}");
    }
}

#[tokio::test]
async fn an_hour_that_is_none_is_refused_with_the_remedy() {
    let stage = drafted().await;
    for (typed, remedy) in [
        ("2007-10-29 25:10 by then", "write the hour like this: 16:10"),
        ("2007-03-11 02:30 by then", "because the clocks go forward. Please give another hour."),
        (
            "2007-11-04 01:30 by then",
            "twice there on that day, because the clocks go back. Please add the offset",
        ),
        ("2007-11-04 01:30 -4:0 by then", "an offset from UTC may follow, like this: 16:10 -04:00"),
    ] {
        assert_refused(&writes(&stage, typed).await, remedy);
    }
}

#[tokio::test]
async fn what_was_received_before_the_note_is_asked_about_and_stored_once() {
    let stage = issued().await;
    let before = stage.count(NOMINATED).await;
    let line = "reply nominate for:Chile name:\"Elisa Puente\" received:\"2007-09-29, fax\"";
    let asked = stage.types("secretariat", line).await;
    assert_eq!(asked.tone, Tone::Asked, "{}", words(&asked));
    let told = "received on 29 September 2007, before the explanatory note was issued on 5 October";
    assert!(words(&asked).contains(told), "{}", words(&asked));
    assert_eq!(stage.count(NOMINATED).await, before);
    let yes = button(&asked, "Yes, the date is right");
    for _ in 0..2 {
        let done = stage.presses("secretariat", &yes).await;
        assert_eq!(done.tone, Tone::Done, "{}", words(&done));
        assert_eq!(stage.count(NOMINATED).await, before + 1);
    }
    let asked = stage.types("secretariat", line).await;
    stage.presses("secretariat", &button(&asked, "No")).await;
    let gone = stage.presses("secretariat", &button(&asked, "Yes, the date is right")).await;
    assert_refused(&gone, "no longer applies");
}

#[tokio::test]
async fn an_hour_is_taken_in_every_form_with_its_clock_or_refused() {
    let stage = issued().await;
    for (number, (typed, due)) in [
        ("2007-10-29 16:10", "29 October 2007, 16:10 in Washington"),
        ("2007-10-29 16.10 by then", "29 October 2007, 16:10 in Washington"),
        ("2007-10-29T16:10-04:00 by then", "29 October 2007, 16:10 (UTC-04:00)"),
        ("2007-10-29 16:10 -0400 by then", "29 October 2007, 16:10 (UTC-04:00)"),
        ("2007-10-29 16:10 UTC-4 by then", "29 October 2007, 16:10 (UTC-04:00)"),
        ("2007-10-29 16:10 UTC−4", "29 October 2007, 16:10 (UTC-04:00)"),
        ("2007-10-29 16:10 GMT+5:30, by then", "29 October 2007, 16:10 (UTC+05:30)"),
        ("2007-10-29 16:10Z by then", "29 October 2007, 16:10 (UTC+00:00)"),
        ("2007-10-29T16:10 [America/Bogota] by then", "29 October 2007, 16:10 in Washington"),
        ("2007-10-29 29 October 2007", "29 October 2007, end of day in Washington"),
    ]
    .into_iter()
    .enumerate()
    {
        let done = writes(&stage, &format!("{typed} ({number})")).await;
        assert_eq!(done.tone, Tone::Done, "{typed}: {}", words(&done));
        assert!(words(&done).contains(&format!("due by {due}")), "{typed}: {}", words(&done));
    }
    for typed in [
        "2007-10-29 16:10 CET by then",
        "2007-10-29 16:10 EST",
        "2007-10-29 16:10 +4 by then",
        "2007-10-29 16:10 UTC4 by then",
        "2007-10-29 16:10 [Nowhere/At_All] by then",
        "2007-10-29 16h10 by then",
        "2007-10-29 4:10 pm by then",
        "2007-10-29 4 p.m. by then",
        "2007-10-29 16:1 by then",
        "2007-10-29T16 by then",
    ] {
        let refused = writes(&stage, typed).await;
        assert_refused(&refused, "write the hour like this: 16:10; an offset from UTC may follow");
    }
    for typed in ["2007-10-29+02:00 by then", "2007-10-29, by then", "20071029 by then"] {
        assert_refused(&writes(&stage, typed).await, "write the day like this: 2007-10-29");
    }
}

#[tokio::test]
async fn a_receipt_with_another_offset_is_that_moment() {
    let stage = issued().await;
    stage.at("2007-11-02T15:00:00Z");
    // 30 October, 02:00 in New Delhi is still the 29th in Washington.
    for (received, is_late) in
        [("2007-10-30T02:00+05:30, fax", false), ("2007-10-30T02:00-04:00, fax", true)]
    {
        let line = format!("reply nominate for:Chile name:\"Ana Sol\" received:\"{received}\"");
        let done = stage.types("secretariat", &line).await;
        assert_eq!(done.tone, Tone::Done, "{received}: {}", words(&done));
        assert_eq!(words(&done).contains("Received late"), is_late, "{}", words(&done));
    }
}
