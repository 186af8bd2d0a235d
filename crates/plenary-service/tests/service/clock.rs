//! Time: it never falls within a meeting, and only a practice meeting takes another clock than the
//! machine's.

use plenary_domain::Timestamp;
use plenary_service::Freshness;

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
    let before = Timestamp::new(jiff::Timestamp::now());
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
