//! Time: it never falls within a meeting, and only a practice meeting takes another clock than the
//! machine's.

use plenary_domain::Timestamp;
use plenary_service::{ExecuteError, Failure, Freshness, Outcome};

use crate::meeting::{self, SLUG, add_item, convene};
use crate::stage::{Stage, name};

#[tokio::test]
async fn the_time_of_an_entry_never_falls_when_the_clock_goes_back() {
    let stage = Stage::memory().play_to("join-secretariat").await;
    let moments = [
        "2007-10-06T14:00:00Z",
        "2007-10-05T14:00:00Z",
        "1999-01-01T00:00:00Z",
        "2007-10-06T14:00:00.001Z",
        "2007-10-06T14:00:00.0004Z",
    ];
    for moment in moments {
        stage.clock.set(meeting::at(moment));
        stage.execute(&format!("at-{moment}"), add_item(moment)).await.unwrap();
    }
    let entries = stage.entries().await;
    assert!(entries.is_sorted_by_key(|entry| entry.at));
    let times: Vec<String> =
        entries[entries.len() - 5..].iter().map(|entry| entry.at.to_string()).collect();
    let (first, later) = ("2007-10-06T14:00:00.000Z", "2007-10-06T14:00:00.001Z");
    assert_eq!(times, [first, first, first, later, later]);
}

#[tokio::test]
async fn a_request_that_is_redelivered_keeps_its_first_time() {
    let stage = Stage::memory().play_to("add-opening").await;
    let first = stage.entries().await.pop().unwrap();
    stage.clock.set(meeting::at("2008-01-01T00:00:00Z"));
    let again = stage.execute("add-opening", add_item("Opening")).await.unwrap();
    assert_eq!(again.entries, [first]);
}

#[tokio::test]
async fn a_meeting_that_is_not_for_practice_ignores_the_storys_clock() {
    let stage = Stage::memory();
    let before = Timestamp::new(meeting::at(meeting::MACHINE));
    stage.execute("convene", convene(false)).await.unwrap();
    let script = stage.script();
    let steps = &script[1..5];
    for step in steps {
        stage.step(step).await.unwrap();
    }
    let item = add_item("Opening");
    stage.service.dry_run(SLUG, &item.actor, &item.command).await.unwrap();
    let entries = stage.entries().await;
    assert!(entries.iter().all(|entry| entry.at >= before), "{entries:?}");
    let views = stage.service.views(SLUG, Freshness::Current).await.unwrap();
    assert!(stage.service.now(&views) >= before);
}

#[tokio::test]
async fn whether_something_would_be_allowed_is_judged_by_the_clock_that_would_count() {
    // The sitting may open from 19 November 2007 on: long past by the machine's clock, not yet by
    // the clock of practice.
    for (practice, allowed) in [(true, false), (false, true)] {
        let stage = Stage::memory();
        stage.execute("convene", convene(practice)).await.unwrap();
        for step in &stage.script()[1..3] {
            stage.step(step).await.unwrap();
        }
        let open = stage.script().into_iter().find(|step| step.name == "open").unwrap().request;
        let would = stage.service.dry_run(SLUG, &open.actor, &open.command).await;
        assert_eq!(would.is_ok(), allowed, "practice: {practice}, {would:?}");
        let done = stage.service.execute(SLUG, name("open"), open).await;
        assert_eq!(done.is_ok(), allowed, "practice: {practice}, {done:?}");
    }
}

#[tokio::test]
async fn a_service_that_looked_before_a_practice_meeting_was_convened_keeps_to_its_clock() {
    let one = Stage::memory();
    let other = one.again();
    assert_eq!(other.service.views(SLUG, Freshness::Current).await.unwrap().number, 0);
    let one = one.play_to("join-secretariat").await;
    let outcome = other.execute("item", add_item("Opening")).await.unwrap();
    assert_eq!(outcome.entries[0].at, Timestamp::new(meeting::at(meeting::START)));
    drop(one);
}

/// What the machine's clock shows, whether somebody says that it is right, and what comes of it.
async fn stored_at(stage: &Stage, moment: &str, is_right: bool) -> Result<Outcome, ExecuteError> {
    stage.machine.set(meeting::at(moment));
    if is_right {
        stage.service.confirm_clock(SLUG).await.unwrap();
    }
    stage.execute(&format!("{moment}-{is_right}"), add_item(moment)).await
}

#[tokio::test]
async fn a_clock_that_shows_what_cannot_be_stores_nothing_whoever_says_that_it_is_right() {
    let impossible = ["1969-07-20T00:00:00Z", "2025-12-31T23:59:59.999Z", "2100-01-01T00:00:00Z"];
    let stage = Stage::memory();
    for moment in impossible {
        stage.machine.set(meeting::at(moment));
        let refused = stage.execute(&format!("convene-{moment}"), convene(false)).await;
        let is_wrong = matches!(refused, Err(ExecuteError::Failed(Failure::ClockWrong { .. })));
        assert!(is_wrong, "{moment}: {refused:?}");
    }
    stage.machine.set(meeting::at("2026-01-01T00:00:00Z"));
    stage.execute("convene", convene(false)).await.unwrap();
    for step in &stage.script()[1..5] {
        stage.step(step).await.unwrap();
    }
    for moment in impossible {
        let refused = stored_at(&stage, moment, true).await;
        let is_wrong = matches!(refused, Err(ExecuteError::Failed(Failure::ClockWrong { .. })));
        assert!(is_wrong, "{moment}: {refused:?}");
    }
}

#[tokio::test]
async fn a_clock_far_ahead_of_the_last_entry_is_believed_for_a_day_after_somebody_said_so() {
    let stage = Stage::memory();
    stage.execute("convene", convene(false)).await.unwrap();
    for step in &stage.script()[1..5] {
        stage.step(step).await.unwrap();
    }
    stored_at(&stage, "2027-11-26T14:00:00Z", false).await.expect("a year of rest is believed");
    let doubted = |result: Result<Outcome, ExecuteError>| match result {
        Err(ExecuteError::Failed(Failure::ClockDoubted { now, last })) => (now, last),
        other => panic!("it is believed: {other:?}"),
    };
    let far = "2031-01-01T00:00:00Z";
    let (now, last) = doubted(stored_at(&stage, far, false).await);
    assert_eq!((now, last), (meeting::at(far), meeting::at("2027-11-26T14:00:00Z")));
    let item = add_item("Opening");
    let would = stage.service.dry_run(SLUG, &item.actor, &item.command).await;
    assert!(matches!(would, Err(ExecuteError::Failed(Failure::ClockDoubted { .. }))), "{would:?}");
    stage.service.confirm_clock(SLUG).await.unwrap();
    doubted(stored_at(&stage, "2031-01-02T00:00:00Z", false).await);
    let stored = stored_at(&stage, "2031-01-01T23:59:59Z", false).await.unwrap();
    assert_eq!(stored.entries[0].at.to_string(), "2031-01-01T23:59:59.000Z");
    stored_at(&stage, "2031-01-03T00:00:00Z", false).await.expect("it follows the last entry");
}

#[tokio::test]
async fn a_practice_meeting_asks_no_machine_for_the_time() {
    let stage = Stage::memory().play_to("join-secretariat").await;
    stage.machine.set(meeting::at("2199-01-01T00:00:00Z"));
    stage.execute("item", add_item("Opening")).await.unwrap();
}
