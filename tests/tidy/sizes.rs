//! Sizes and names of Rust files. The length and the arguments of a function are Clippy's to hold:
//! their limits stand in `clippy.toml`.

use std::error::Error;

use crate::complaint::{Complaint, assert_none, assert_places};
use crate::tree;

const FILE_LINES_MAX: usize = 400;
const LINE_CHARS_MAX: usize = 100;

/// Names that say nothing of what is inside.
const EMPTY_NAMES: &[&str] = &[
    "util", "utils", "helper", "helpers", "common", "misc", "manager", "managers", "types",
    "models",
];

fn size_complaints(path: &str, text: &str) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let lines = text.lines().count();
    if lines > FILE_LINES_MAX {
        let wrong = format!("{lines} lines, {FILE_LINES_MAX} are the limit");
        let remedy = "split it by subject into `foo.rs` and `foo/`, or move its tests to `tests/`";
        complaints.push(Complaint::at_line(path, FILE_LINES_MAX + 1, wrong, remedy));
    }
    for (at, line) in text.lines().enumerate() {
        let chars = line.chars().count();
        if chars > LINE_CHARS_MAX {
            let wrong = format!("{chars} characters, {LINE_CHARS_MAX} are the limit");
            let remedy = "break the line (a string goes on after `\\`)";
            complaints.push(Complaint::at_line(path, at + 1, wrong, remedy));
        }
    }
    complaints
}

fn name_complaints(path: &str) -> Vec<Complaint> {
    let is_empty = |part: &&str| EMPTY_NAMES.contains(&part.trim_end_matches(".rs"));
    let mut complaints = Vec::new();
    if path.ends_with("/mod.rs") {
        let remedy = "call it by its folder: `foo.rs` beside `foo/`";
        complaints.push(Complaint::new(path, "modules are never `mod.rs`", remedy));
    }
    if let Some(name) = path.split('/').find(is_empty) {
        let wrong = format!("`{name}` says nothing of what is inside");
        let remedy = "name it after the thing that it is about";
        complaints.push(Complaint::new(path, wrong, remedy));
    }
    complaints
}

#[test]
fn every_rust_file_keeps_to_400_lines_of_100_characters() -> Result<(), Box<dyn Error>> {
    let files = tree::rust_files()?;
    let found = files.iter().flat_map(|file| size_complaints(&file.path, &file.text));
    assert_none(&found.collect::<Vec<_>>());
    Ok(())
}

#[test]
fn every_rust_file_is_named_after_what_it_is_about() -> Result<(), Box<dyn Error>> {
    let files = tree::rust_files()?;
    let found = files.iter().flat_map(|file| name_complaints(&file.path));
    assert_none(&found.collect::<Vec<_>>());
    Ok(())
}

#[test]
fn a_long_file_and_a_long_line_are_found() {
    let long_line = format!("fn a() {{}}\n// {}\n", "é".repeat(LINE_CHARS_MAX));
    assert_places(&size_complaints("a.rs", &long_line), &["a.rs:2"]);
    let long_file = "// One line.\n".repeat(FILE_LINES_MAX + 1);
    assert_places(&size_complaints("a.rs", &long_file), &["a.rs:401"]);
    let just_fits = format!("{}\n", "é".repeat(LINE_CHARS_MAX)).repeat(FILE_LINES_MAX);
    assert_none(&size_complaints("a.rs", &just_fits));
}

#[test]
fn a_name_that_says_nothing_is_found() {
    for path in ["a/src/utils.rs", "a/src/common/text.rs", "a/src/desk/mod.rs", "models.rs"] {
        assert_places(&name_complaints(path), &[path]);
    }
    assert_none(&name_complaints("crates/plenary-domain/src/decide/agenda.rs"));
}
