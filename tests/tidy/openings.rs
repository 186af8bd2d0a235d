//! How a file opens: each says what it is, each library also what it never does and what to read
//! first, and each manifest takes the workspace's lints.

use std::error::Error;

use crate::complaint::{Complaint, assert_none, assert_places};
use crate::tree;

/// The `//!` lines at the head of a file, without their marks.
fn opening(text: &str) -> String {
    let doc = text.lines().map_while(|line| line.strip_prefix("//!"));
    doc.map(str::trim).collect::<Vec<_>>().join("\n")
}

fn has_sentence(paragraph: &str) -> bool {
    let starts_well = paragraph.starts_with(|letter: char| !letter.is_whitespace());
    starts_well && paragraph.split_whitespace().any(|word| word.ends_with(['.', ':', '?']))
}

fn file_complaints(path: &str, text: &str) -> Vec<Complaint> {
    let opening = opening(text);
    if has_sentence(&opening) {
        return Vec::new();
    }
    let wrong = "the file does not open with a `//!` sentence";
    vec![Complaint::at_line(path, 1, wrong, "say in one sentence what it holds, and why")]
}

fn library_complaints(path: &str, text: &str) -> Vec<Complaint> {
    let opening = opening(text);
    let mut complaints = Vec::new();
    let words = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()) == "never";
    if !opening.to_lowercase().split_whitespace().any(words) {
        let wrong = "the library does not say what it never does";
        complaints.push(Complaint::at_line(path, 1, wrong, "add a sentence with `never`"));
    }
    if !opening.contains("Read first") {
        let wrong = "the library does not say where to begin";
        complaints.push(Complaint::at_line(path, 1, wrong, "add `Read first: …`"));
    }
    complaints
}

fn manifest_complaints(path: &str, text: &str) -> Vec<Complaint> {
    let mut lines = text.lines().map(str::trim).skip_while(|line| *line != "[lints]").skip(1);
    if lines.next() == Some("workspace = true") {
        return Vec::new();
    }
    let remedy = "add `[lints]` with `workspace = true`";
    vec![Complaint::new(path, "the manifest leaves out the workspace's lints", remedy)]
}

fn is_manifest_of_a_crate(path: &str) -> bool {
    path.ends_with("/Cargo.toml")
}

#[test]
fn every_rust_file_opens_with_a_sentence_that_says_what_it_is() -> Result<(), Box<dyn Error>> {
    let files = tree::rust_files()?;
    let found = files.iter().flat_map(|file| file_complaints(&file.path, &file.text));
    assert_none(&found.collect::<Vec<_>>());
    Ok(())
}

#[test]
fn every_library_says_what_it_never_does_and_what_to_read_first() -> Result<(), Box<dyn Error>> {
    let files = tree::rust_files()?;
    let libraries = files.iter().filter(|file| file.path.ends_with("/src/lib.rs"));
    let found = libraries.flat_map(|file| library_complaints(&file.path, &file.text));
    assert_none(&found.collect::<Vec<_>>());
    Ok(())
}

#[test]
fn every_crate_takes_the_lints_of_the_workspace() -> Result<(), Box<dyn Error>> {
    let files = tree::texts()?;
    let manifests = files.iter().filter(|file| is_manifest_of_a_crate(&file.path));
    let found = manifests.flat_map(|file| manifest_complaints(&file.path, &file.text));
    assert_none(&found.collect::<Vec<_>>());
    Ok(())
}

#[test]
fn a_file_without_an_opening_is_found() {
    for text in ["fn a() {}\n", "//!\n//! \nfn a() {}\n", "//! Agenda\n", "/// An item.\nstruct A;"]
    {
        assert_places(&file_complaints("a.rs", text), &["a.rs:1"]);
    }
    assert_none(&file_complaints("a.rs", "//! The agenda, as the\n//! meeting has it.\n"));
}

#[test]
fn a_library_without_its_three_sentences_is_found() {
    let neither = "//! The rules.\n//! Whenever and nevertheless.\n";
    assert_places(&library_complaints("src/lib.rs", neither), &["src/lib.rs:1", "src/lib.rs:1"]);
    let both = "//! The rules.\n//!\n//! It never waits.\n//!\n//! Read first: `event`.\n";
    assert_none(&library_complaints("src/lib.rs", both));
}

#[test]
fn a_manifest_without_lints_is_found() {
    let without = "[package]\nname = \"a\"\nversion.workspace = true\n";
    assert_places(&manifest_complaints("a/Cargo.toml", without), &["a/Cargo.toml"]);
    let with = format!("{without}\n[lints]\nworkspace = true\n");
    assert_none(&manifest_complaints("a/Cargo.toml", &with));
}
