//! Outside crates stay behind their borders: one room knows the database, one knows Discord, and
//! the rules know neither waiting nor random.

use std::error::Error;

use crate::arrows::{Arrow, arrows, metadata};
use crate::complaint::{Complaint, assert_none, assert_places};
use crate::rooms::{BANS, BORDERS, TESTS};

/// `tokio*` stands for `tokio` and for every name that begins with `tokio-` or `tokio_`.
fn is_named(pattern: &str, name: &str) -> bool {
    let Some(stem) = pattern.strip_suffix('*') else { return pattern == name };
    name.strip_prefix(stem).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']))
}

fn complaints(arrows: &[Arrow]) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for arrow in arrows.iter().filter(|arrow| arrow.from != TESTS) {
        let place = format!("{} -> {}", arrow.from, arrow.to);
        for border in BORDERS.iter().filter(|border| is_named(border.outside, &arrow.to)) {
            // A room's tests may look into a file from outside, as a reader with other tools would.
            if !arrow.for_tests && !border.rooms.contains(&arrow.from.as_str()) {
                let home = border.rooms.join(", ");
                let wrong = format!("only {home} may know {}", arrow.to);
                let remedy = format!("move the code that needs it to {home}");
                complaints.push(Complaint::new(&place, wrong, remedy));
            }
        }
        let banned = BANS.iter().filter(|ban| ban.room == arrow.from);
        for _ in banned.flat_map(|ban| ban.outside).filter(|name| is_named(name, &arrow.to)) {
            let wrong = "this room has no waiting and no random, not even in its tests";
            let remedy = "take it as data in the request, or as a port from above";
            complaints.push(Complaint::new(&place, wrong, remedy));
        }
    }
    complaints
}

#[test]
fn every_outside_crate_stays_behind_its_border() -> Result<(), Box<dyn Error>> {
    let metadata = metadata()?;
    assert_none(&complaints(&arrows(&metadata)));
    Ok(())
}

/// `cargo run` is the first command of README: it must know which program to start.
#[test]
fn the_first_command_starts_the_program() -> Result<(), Box<dyn Error>> {
    let metadata = metadata()?;
    let names: Vec<String> = metadata
        .workspace_default_packages()
        .iter()
        .map(|package| package.name.to_string())
        .collect();
    assert_eq!(names, ["plenary"], "set `default-members` in Cargo.toml to the program alone");
    Ok(())
}

#[test]
fn an_outside_crate_in_the_wrong_room_is_found() {
    let arrow =
        |from: &str, to: &str| Arrow { from: from.to_owned(), to: to.to_owned(), for_tests: false };
    let found = complaints(&[
        arrow("plenary-chat", "serenity"),
        arrow("plenary-service", "rusqlite"),
        arrow("plenary", "kurrentdb"),
        arrow("plenary-terminal", "fluent-bundle"),
        arrow("plenary-domain", "tokio"),
        arrow("plenary-documents", "rand_chacha"),
        // These four are as they should be.
        arrow("plenary-discord", "serenity"),
        arrow("plenary-service", "tokio"),
        arrow("plenary-domain", "random-words"),
        arrow("plenary-tests", "rusqlite"),
    ]);
    assert_places(
        &found,
        &[
            "plenary-chat -> serenity",
            "plenary-service -> rusqlite",
            "plenary -> kurrentdb",
            "plenary-terminal -> fluent-bundle",
            "plenary-domain -> tokio",
            "plenary-documents -> rand_chacha",
        ],
    );
}
