//! Arrows between rooms point only down, as the table of rooms says.

use std::error::Error;

use cargo_metadata::{CargoOpt, DependencyKind, Metadata, MetadataCommand};

use crate::complaint::{Complaint, assert_none, assert_places};
use crate::rooms::{Known, ROOMS, Room, TESTKIT, TESTS};
use crate::tree;

/// One crate's manifest names another crate.
pub(crate) struct Arrow {
    pub(crate) from: String,
    pub(crate) to: String,
    /// True for what a crate's own tests need, and only they.
    pub(crate) for_tests: bool,
}

/// What Cargo knows of the workspace and of everything it depends on.
pub(crate) fn metadata() -> Result<Metadata, Box<dyn Error>> {
    Ok(MetadataCommand::new()
        .manifest_path(tree::root().join("Cargo.toml"))
        .features(CargoOpt::AllFeatures)
        .other_options(vec!["--locked".to_owned()])
        .exec()?)
}

/// Every arrow that starts in one of the project's crates.
pub(crate) fn arrows(metadata: &Metadata) -> Vec<Arrow> {
    let arrows_of = |package: &cargo_metadata::Package| {
        let from = package.name.to_string();
        let arrow = |dependency: &cargo_metadata::Dependency| Arrow {
            from: from.clone(),
            to: dependency.name.clone(),
            for_tests: dependency.kind == DependencyKind::Development,
        };
        package.dependencies.iter().map(arrow).collect::<Vec<_>>()
    };
    metadata.workspace_packages().into_iter().flat_map(arrows_of).collect()
}

fn rank(name: &str) -> Option<usize> {
    ROOMS.iter().position(|room| room.name == name)
}

fn may_know(from: &Room, arrow: &Arrow) -> bool {
    match from.knows {
        Known::Everything => arrow.to != TESTS && (arrow.to != TESTKIT || arrow.for_tests),
        // The journal in memory keeps the promises of the port as every other does.
        Known::Only(_) if arrow.to == TESTKIT => arrow.for_tests && from.name != "plenary-domain",
        // The rules and the port know nobody else, not even in their tests.
        Known::Only([]) => false,
        // Other crates' tests may use any room further in: the service's tests need some journal.
        Known::Only(rooms) => {
            let is_further_in = rank(&arrow.to).is_some_and(|to| Some(to) < rank(from.name));
            rooms.contains(&arrow.to.as_str()) || arrow.for_tests && is_further_in
        }
    }
}

/// Whether following the table's arrows from one room leads to another.
fn from_reaches(from: &str, to: &str) -> bool {
    let Some(room) = rank(from).map(|at| &ROOMS[at]) else { return false };
    match room.knows {
        Known::Everything => true,
        Known::Only(rooms) => rooms.iter().any(|next| *next == to || from_reaches(next, to)),
    }
}

fn complaints(arrows: &[Arrow]) -> Vec<Complaint> {
    let is_ours = |name: &str| name == "plenary" || name.starts_with("plenary-");
    let mut complaints = Vec::new();
    for arrow in arrows.iter().filter(|arrow| is_ours(&arrow.to)) {
        let place = format!("{} -> {}", arrow.from, arrow.to);
        let Some(from) = rank(&arrow.from).map(|at| &ROOMS[at]) else {
            complaints.push(Complaint::new(place, "the first is no room", "add it to `ROOMS`"));
            continue;
        };
        if !may_know(from, arrow) {
            complaints.push(Complaint::new(
                place,
                "the table of rooms has no such arrow",
                "take the dependency out of the manifest and pass what is needed from above",
            ));
        }
    }
    complaints
}

#[test]
fn every_arrow_between_rooms_points_down_as_the_table_says() -> Result<(), Box<dyn Error>> {
    let metadata = metadata()?;
    assert_none(&complaints(&arrows(&metadata)));
    Ok(())
}

#[test]
fn every_crate_of_the_workspace_is_a_room_of_the_table() -> Result<(), Box<dyn Error>> {
    for package in metadata()?.workspace_packages() {
        assert!(rank(&package.name).is_some(), "{} is in no row of `ROOMS`", package.name);
    }
    Ok(())
}

#[test]
fn the_table_itself_points_only_down_and_keeps_the_rules_and_the_store_apart() {
    for (at, room) in ROOMS.iter().enumerate() {
        if let Known::Only(rooms) = room.knows {
            assert!(rooms.iter().all(|to| rank(to) < Some(at)), "{} points up", room.name);
        }
    }
    for (one, other) in
        [("plenary-domain", "plenary-journal"), ("plenary-sqlite", "plenary-domain")]
    {
        assert!(!from_reaches(one, other) && !from_reaches(other, one));
    }
}

#[test]
fn an_arrow_that_points_up_or_sideways_is_found() {
    let arrow = |from: &str, to: &str, for_tests: bool| Arrow {
        from: from.to_owned(),
        to: to.to_owned(),
        for_tests,
    };
    let found = complaints(&[
        arrow("plenary-domain", "plenary-journal", false),
        arrow("plenary-domain", "plenary-journal", true),
        arrow("plenary-journal", "plenary-domain", true),
        arrow("plenary-chat", "plenary-journal", false),
        arrow("plenary-service", "plenary-sqlite", false),
        arrow("plenary-service", "plenary-chat", true),
        arrow("plenary", "plenary-tests", true),
        arrow("plenary-new", "plenary-domain", false),
        // These four are as they should be.
        arrow("plenary-service", "plenary-sqlite", true),
        arrow("plenary-chat", "plenary-journal", true),
        arrow("plenary", "plenary-discord", false),
        arrow("plenary-domain", "serde", false),
    ]);
    assert_places(
        &found,
        &[
            "plenary-domain -> plenary-journal",
            "plenary-domain -> plenary-journal",
            "plenary-journal -> plenary-domain",
            "plenary-chat -> plenary-journal",
            "plenary-service -> plenary-sqlite",
            "plenary-service -> plenary-chat",
            "plenary -> plenary-tests",
            "plenary-new -> plenary-domain",
        ],
    );
}
