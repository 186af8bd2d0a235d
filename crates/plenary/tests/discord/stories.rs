//! Whole stories on Discord: the same facts and papers as on a terminal, also when the bot is
//! started again between any two steps, and on every store.

use std::path::Path;

use plenary_stand_in_eventstore::{Cluster, Options};
use tempfile::TempDir;

use crate::facts::{facts, run};
use crate::story::{MEMORY, Played, story_file};

/// The facts and papers of the same story on a terminal.
fn assert_as_on_a_terminal(played: &Played, name: &str) {
    let terminal = TempDir::new().unwrap();
    let file = story_file(name);
    let file = file.to_str().unwrap();
    let meeting = &played.story.meeting;
    run(terminal.path(), &["play", "--quiet", file, "--journal", "sqlite:t.db", "--keys", "keys"]);
    let wanted = facts(terminal.path(), "sqlite:t.db", meeting);
    let found = facts(played.folder.path(), &played.journal, meeting);
    for (number, (found, wanted)) in found.iter().zip(&wanted).enumerate() {
        assert_eq!(found, wanted, "entry {}", number + 1);
    }
    assert_eq!(found.len(), wanted.len());
    for paper in ["agenda", "participants", "record"] {
        let print = |folder: &Path, journal: &str| {
            run(folder, &["paper", paper, meeting, "--journal", journal, "--keys", "keys"])
        };
        let wanted = print(terminal.path(), "sqlite:t.db");
        assert_eq!(print(played.folder.path(), &played.journal), wanted, "{paper}");
    }
}

fn assert_well_formed(played: &Played) {
    let complaints = played.server.discord.complaints();
    assert!(complaints.is_empty(), "{complaints:#?}");
    assert!(played.server.discord.pings().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_story_on_discord_gives_the_facts_and_papers_of_the_terminal() {
    let played = Played::new("ciber-v.story", "sqlite:d.db").play().await;
    assert_as_on_a_terminal(&played, "ciber-v.story");
    assert_well_formed(&played);
    let server = &played.server;
    assert!(server.forms > 20, "{} forms", server.forms);
    assert!(server.completed > 20, "{} values from lists", server.completed);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_story_on_discord_gives_the_facts_and_papers_of_the_terminal() {
    let played = Played::new("marees-ii.story", "sqlite:d.db").play().await;
    assert_as_on_a_terminal(&played, "marees-ii.story");
    assert_well_formed(&played);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_that_is_killed_between_any_two_steps_gives_the_same_facts_and_papers() {
    let mut story = Played::new("ciber-v.story", "sqlite:d.db");
    story.restarts = true;
    let played = story.play().await;
    assert_as_on_a_terminal(&played, "ciber-v.story");
    assert_well_formed(&played);
}

/// The story on a cluster, beside the terminal's on SQLite.
async fn assert_the_same_on_a_cluster(name: &str) {
    let cluster = Cluster::start(Options::default()).expect("the stand-in starts");
    let played = Played::new(name, &cluster.address()).play().await;
    assert_as_on_a_terminal(&played, name);
    assert_well_formed(&played);
}

/// The story in memory, kept at its end, beside the terminal's on SQLite.
async fn assert_the_same_in_memory(name: &str) {
    let mut played = Played::new(name, MEMORY).play().await;
    played.keep().await;
    assert_as_on_a_terminal(&played, name);
    assert_well_formed(&played);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_story_on_discord_gives_the_same_on_a_cluster() {
    assert_the_same_on_a_cluster("ciber-v.story").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_story_on_discord_gives_the_same_on_a_cluster() {
    assert_the_same_on_a_cluster("marees-ii.story").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_story_on_discord_gives_the_same_in_memory() {
    assert_the_same_in_memory("ciber-v.story").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_story_on_discord_gives_the_same_in_memory() {
    assert_the_same_in_memory("marees-ii.story").await;
}
