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

/// The mark of a wildcard that is over something else than events.
const EXCUSE: &str = "// not an event:";

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

fn is_fold(path: &str) -> bool {
    let Some(inside) = path.strip_prefix(DOMAIN) else { return false };
    inside.starts_with("projection") || inside.starts_with("evolve")
}

fn wildcard_complaints(path: &str, text: &str) -> Vec<Complaint> {
    let is_wildcard = |line: &str| {
        let code = tree::code_of(line).trim_start().trim_start_matches("| ");
        code.starts_with("_ =>") || code.contains(", _ =>") || code.contains("{ _ =>")
    };
    let lines = text.lines().enumerate();
    let found = lines.filter(|(_, line)| is_wildcard(line) && !line.contains(EXCUSE));
    let wrong = "a wildcard hides the events that this view leaves out";
    let remedy = format!(
        "name the events or the whole family; a match over something else says \
         `{EXCUSE} …` on this line"
    );
    found.map(|(at, _)| Complaint::at_line(path, at + 1, wrong, &remedy)).collect()
}

#[test]
fn the_rules_know_no_clock_no_file_no_waiting_and_no_chance() -> Result<(), Box<dyn Error>> {
    let files = tree::rust_files()?;
    let rules = files.iter().filter(|file| file.path.starts_with(DOMAIN));
    let found = rules.flat_map(|file| impure_complaints(&file.path, &file.text));
    assert_none(&found.collect::<Vec<_>>());
    Ok(())
}

#[test]
fn every_view_names_every_event_or_its_family() -> Result<(), Box<dyn Error>> {
    let files = tree::rust_files()?;
    let folds = files.iter().filter(|file| is_fold(&file.path));
    let found = folds.flat_map(|file| wildcard_complaints(&file.path, &file.text));
    assert_none(&found.collect::<Vec<_>>());
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

#[test]
fn a_wildcard_over_events_is_found() {
    let bad = "match event {\n    Event::Agenda(_) => {}\n    _ => {}\n}\n\
               match event { Event::Agenda(_) => {}, _ => {} }\n";
    assert_places(&wildcard_complaints("a.rs", bad), &["a.rs:3", "a.rs:5"]);
    let good = "match digit {\n    '0' => 1,\n    _ => 2, // not an event: a digit\n}\n\
                match event { Event::Agenda(_) | Event::Paper(_) => {} }\n";
    assert_none(&wildcard_complaints("a.rs", good));
    assert!(is_fold("crates/plenary-domain/src/projection/agenda.rs"));
    assert!(is_fold("crates/plenary-domain/src/evolve.rs"));
    assert!(!is_fold("crates/plenary-domain/src/decide/agenda.rs"));
}
