//! The top of the tree holds only what the house names: a newcomer sees the rooms, not clutter.

use std::collections::BTreeSet;
use std::error::Error;

use crate::complaint::{Complaint, assert_none, assert_places};
use crate::tree;

const ALLOWED: &[&str] = &[
    // What a reader opens.
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "CHANGELOG.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    // The rooms.
    "crates",
    "bots",
    "schemas",
    "tests",
    "infra",
    "docs",
    // What tools read.
    "Cargo.toml",
    "Cargo.lock",
    "clippy.toml",
    "rustfmt.toml",
    "rust-toolchain.toml",
    "deny.toml",
    ".cargo",
    ".ci",
    ".config",
    ".dockerignore",
    ".editorconfig",
    ".gitattributes",
    ".github",
    ".gitignore",
];

fn complaints(paths: &[String]) -> Vec<Complaint> {
    let tops: BTreeSet<&str> = paths.iter().filter_map(|path| path.split('/').next()).collect();
    let wrong = "the top of the tree does not hold this";
    let remedy = "put it into the room that it belongs to, or let .gitignore name it";
    let unknown = tops.into_iter().filter(|top| !ALLOWED.contains(top));
    unknown.map(|top| Complaint::new(top, wrong, remedy)).collect()
}

#[test]
fn the_top_of_the_tree_holds_only_what_the_house_names() -> Result<(), Box<dyn Error>> {
    assert_none(&complaints(&tree::paths()?));
    Ok(())
}

#[test]
fn clutter_at_the_top_is_found() {
    let paths = ["Cargo.toml", "crates/a/src/lib.rs", "notes.md", "scripts/a.sh", ".env"];
    assert_places(&complaints(&paths.map(str::to_owned)), &[".env", "notes.md", "scripts"]);
}
