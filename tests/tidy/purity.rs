//! The rules stay pure and whole: no clock, no file, no waiting, no random in them, and no view
//! that passes over an event with a wildcard.

use std::error::Error;

use crate::complaint::{Complaint, assert_none, assert_places};
use crate::tree;

const DOMAIN: &str = "crates/plenary-domain/src/";

/// What the rules never name, and what stands in its place.
const IMPURE: &[(&str, &str)] = &[
    ("SystemTime", "the moment is data in the request"),
    ("Instant::now", "the moment is data in the request"),
    ("Timestamp::now", "the moment is data in the request"),
    ("Zoned::now", "the moment is data in the request"),
    ("TimeZone::system", "the zone is a fact of the meeting"),
    ("std::fs", "files are the journal's and the program's"),
    ("std::net", "the network is the bots'"),
    ("std::env", "settings are the program's"),
    ("std::thread", "the turn of a meeting is the service's"),
    ("async fn", "the rules do not wait; the service does"),
    ("rand::", "random is a port, given by the program"),
    ("HashMap", "its order differs from run to run: use `BTreeMap`"),
    ("HashSet", "its order differs from run to run: use `BTreeSet`"),
];

/// The crates that decide, show and say what happened: none passes over an event, a fault or a
/// press with a wildcard. Clippy holds it where this line stands.
const WHOLE: &[&str] = &["plenary-domain", "plenary-service", "plenary-documents", "plenary-chat"];
const DENIED: &str = "\n#![deny(clippy::wildcard_enum_match_arm)]\n";

/// Whether the code names this, and not merely a longer word that ends with it.
fn names(code: &str, what: &str) -> bool {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    code.match_indices(what).any(|(at, _)| !code[..at].ends_with(is_word))
}

fn impure_complaints(path: &str, text: &str) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let code = tree::code_of(line);
        for (what, remedy) in IMPURE.iter().filter(|(what, _)| names(code, what)) {
            let wrong = format!("the rules never name `{what}`");
            complaints.push(Complaint::at_line(path, at + 1, wrong, *remedy));
        }
    }
    complaints
}

#[test]
fn the_rules_know_no_clock_no_file_no_waiting_and_no_random() -> Result<(), Box<dyn Error>> {
    let files = tree::rust_files()?;
    let rules = files.iter().filter(|file| file.path.starts_with(DOMAIN));
    let found = rules.flat_map(|file| impure_complaints(&file.path, &file.text));
    assert_none(&found.collect::<Vec<_>>());
    Ok(())
}

#[test]
fn no_crate_that_tells_what_happened_passes_over_an_event() -> Result<(), Box<dyn Error>> {
    let files = tree::rust_files()?;
    for name in WHOLE {
        let path = format!("crates/{name}/src/lib.rs");
        let root = files.iter().find(|file| file.path == path).ok_or(path)?;
        assert!(root.text.contains(DENIED), "{}: add the line `{}`", root.path, DENIED.trim());
    }
    Ok(())
}

#[test]
fn a_rule_that_looks_at_the_clock_is_found() {
    let bad = "use std::time::SystemTime;\nlet now = jiff::Timestamp::now();\nasync fn a() {}\n\
               let by: HashMap<u8, u8>;\n";
    assert_places(&impure_complaints("a.rs", bad), &["a.rs:1", "a.rs:2", "a.rs:3", "a.rs:4"]);
    let good = "// SystemTime is never read here.\nlet operand = strand::of();\n";
    assert_none(&impure_complaints("a.rs", good));
}
