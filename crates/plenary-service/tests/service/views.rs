//! Views are folds: kept warm they equal a fresh replay after every step, and as of any moment or
//! entry they equal the replay of what was there then.

use std::sync::Arc;

use plenary_domain::{Entry, Event, Timestamp, Views};
use plenary_service::{AsOf, Freshness};

use crate::meeting::{self, SLUG};
use crate::stage::{Stage, kinds};

/// Each view for itself, so that a failure names it.
fn assert_equal_to_replay(views: &Views, entries: &[Entry], when: &str) {
    let replayed = Views::replay(entries);
    assert_eq!(views.meeting, replayed.meeting, "meeting after {when}");
    assert_eq!(views.roster, replayed.roster, "roster after {when}");
    assert_eq!(views.reply, replayed.reply, "reply after {when}");
    assert_eq!(views.agenda, replayed.agenda, "agenda after {when}");
    assert_eq!(views.comment, replayed.comment, "comment after {when}");
    assert_eq!(views.record, replayed.record, "record after {when}");
    assert_eq!(views.number, entries.len() as u64, "number after {when}");
    assert_eq!(views.at, entries.last().map(|entry| entry.at), "time after {when}");
}

#[tokio::test]
async fn after_every_step_each_view_equals_a_fresh_replay_here_and_in_another_service() {
    let stage = Stage::memory();
    let other = stage.again();
    for step in stage.script() {
        stage.step(&step).await.unwrap();
        let entries = stage.entries().await;
        let warm = stage.service.views(SLUG, Freshness::Current).await.unwrap();
        assert_equal_to_replay(&warm, &entries, step.name);
        let theirs = other.service.views(SLUG, Freshness::Current).await.unwrap();
        assert_equal_to_replay(&theirs, &entries, step.name);
        let fresh = stage.again().service.views(SLUG, Freshness::Current).await.unwrap();
        assert_eq!(*fresh, *warm, "fresh after {}", step.name);
    }
}

#[tokio::test]
async fn the_script_stores_every_kind_that_there_is() {
    let stage = Stage::memory().play().await;
    let entries = stage.entries().await;
    let stored = kinds(&entries);
    let missing: Vec<&str> = Event::kinds().filter(|kind| !stored.contains(kind)).collect();
    assert!(missing.is_empty(), "play these too: {missing:?}");
}

#[tokio::test]
async fn as_of_an_entry_is_the_replay_up_to_it() {
    let stage = Stage::memory().play().await;
    let entries = stage.entries().await;
    for number in 0..=entries.len() + 1 {
        let then = stage.service.views_as_of(SLUG, AsOf::Entry(number as u64)).await.unwrap();
        assert_eq!(then, Views::replay(entries.iter().take(number)), "@{number}");
    }
}

#[tokio::test]
async fn as_of_a_time_is_the_longest_beginning_that_is_not_later() {
    let stage = Stage::memory().play().await;
    let entries = stage.entries().await;
    let step = jiff::SignedDuration::from_millis(1);
    for entry in &entries {
        let at = entry.at.timestamp();
        for moment in [at, at.checked_add(step).unwrap(), at.checked_sub(step).unwrap()] {
            let moment = Timestamp::new(moment);
            let then = stage.service.views_as_of(SLUG, AsOf::Time(moment)).await.unwrap();
            let beginning = entries.iter().filter(|entry| entry.at <= moment);
            assert_eq!(then, Views::replay(beginning), "{moment}");
        }
    }
    let early = Timestamp::new(meeting::at("2007-01-01T00:00:00Z"));
    let before = stage.service.views_as_of(SLUG, AsOf::Time(early)).await.unwrap();
    assert_eq!(before, Views::default());
}

#[tokio::test]
async fn a_view_that_somebody_holds_stays_as_it_was() {
    let stage = Stage::memory().play_to("add-opening").await;
    let held = stage.service.views(SLUG, Freshness::Current).await.unwrap();
    let copy = Views::clone(&held);
    stage.execute("more", meeting::add_item("Another")).await.unwrap();
    assert_eq!(*held, copy);
    let now = stage.service.views(SLUG, Freshness::Current).await.unwrap();
    assert_ne!(*now, copy);
    // What the entry did not change is still shared: holding a view costs a copy of that one.
    assert!(!Arc::ptr_eq(&held.agenda, &now.agenda));
    assert!(Arc::ptr_eq(&held.roster, &now.roster) && Arc::ptr_eq(&held.comment, &now.comment));
}

#[tokio::test]
async fn the_names_of_requests_that_stored_something_are_known_in_order() {
    let stage = Stage::memory().play().await;
    let mut expected: Vec<String> =
        stage.script().iter().map(|step| step.name.to_owned()).collect();
    expected.sort_unstable();
    assert_eq!(stage.again().service.request_names(SLUG).await.unwrap(), expected);
}
