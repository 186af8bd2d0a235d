//! Nothing is left lying about: no machine's own paths, no unfinished places, no tests put aside.
//! The patterns are written in two halves, so that this file does not find itself.

use std::error::Error;

use crate::complaint::{Complaint, assert_none, assert_places};
use crate::tree;

const MACHINE: &str = "paths of one machine mean nothing on another";
const UNFINISHED: &str = "finish it, or write it down as an issue and take it out";

/// What no tracked file contains, and what to do instead.
const LEFTOVERS: &[(&str, &str)] = &[
    (concat!("/wo", "rk/"), MACHINE),
    (concat!("/ro", "ot/"), MACHINE),
    (concat!("/ho", "me/"), MACHINE),
    (concat!("/Us", "ers/"), MACHINE),
    (concat!("to", "do!("), UNFINISHED),
    (concat!("unimple", "mented!("), UNFINISHED),
    (concat!("db", "g!("), "take it out, or say it with `tracing`"),
    (concat!("#[ig", "nore"), "repair the test or delete it; a test put aside tests nothing"),
    (concat!("FIX", "ME"), UNFINISHED),
    (concat!("XX", "X"), UNFINISHED),
];

const ELSEWHERE: &str = "say the reason here: that document is not in the repository";

const THE_DRAFT: &str = "write the symbol of the document: `CIBER-V/doc.1/07`";

/// What no comment cites, and what to do instead.
const CITATIONS: &[(&str, &str)] = &[
    (concat!("(la", "w "), ELSEWHERE),
    (concat!("house, la", "w"), ELSEWHERE),
    (concat!("practice, sto", "ry"), ELSEWHERE),
    (concat!("rede", "sign.md"), ELSEWHERE),
    (concat!("plain-", "words"), ELSEWHERE),
    (concat!("process", ".md"), ELSEWHERE),
    (concat!("house", ".md"), ELSEWHERE),
    (concat!("practice", ".md"), ELSEWHERE),
    (concat!("attack", ".md"), ELSEWHERE),
    (concat!("pitfalls", ".md"), ELSEWHERE),
    (concat!("meeting-papers", ".md"), ELSEWHERE),
    (concat!("matrix", ".md"), ELSEWHERE),
    (concat!("the seed", "'s"), THE_DRAFT),
    (concat!("The seed", "'s"), THE_DRAFT),
    (concat!("(the se", "ed)"), THE_DRAFT),
    (concat!("shar", "ed/"), ELSEWHERE),
];

/// Whether a file's comments are for those who read the code.
fn has_comments(path: &str) -> bool {
    [".rs", ".ftl", ".toml", ".sh"].iter().any(|ending| path.ends_with(ending))
}

/// Whether the letters around a find make it part of something else: an address on the web, a
/// longer word, or a Roman numeral as in the symbols of resolutions (`XXXVII-O/07`).
fn is_part_of_more(line: &str, at: usize, what: &str) -> bool {
    let before = line[..at].chars().next_back();
    let after = line[at + what.len()..].chars().next();
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let ends_in_a_word = what.ends_with(is_word);
    before.is_some_and(|letter| is_word(letter) || letter == '.')
        || ends_in_a_word && after.is_some_and(|letter| is_word(letter) || letter == '-')
}

fn complaints(path: &str, text: &str) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let cited = if has_comments(path) { CITATIONS } else { &[] };
    for (at, line) in text.lines().enumerate() {
        for (what, remedy) in LEFTOVERS.iter().chain(cited) {
            if line.match_indices(what).any(|(found, _)| !is_part_of_more(line, found, what)) {
                let wrong = format!("`{what}` is left in the file");
                complaints.push(Complaint::at_line(path, at + 1, wrong, *remedy));
            }
        }
    }
    complaints
}

#[test]
fn no_file_holds_a_machines_path_an_unfinished_place_or_a_foreign_citation()
-> Result<(), Box<dyn Error>> {
    let files = tree::texts()?;
    let found = files.iter().flat_map(|file| complaints(&file.path, &file.text));
    assert_none(&found.collect::<Vec<_>>());
    Ok(())
}

#[test]
fn every_kind_of_leftover_is_found() {
    for (what, _) in LEFTOVERS.iter().chain(CITATIONS) {
        let line = format!("fine\n    let a = ({what} ");
        assert_places(&complaints("a.rs", &line), &["a.rs:2"]);
    }
}

#[test]
fn a_resolution_number_and_a_web_address_are_no_leftovers() {
    let xxx = concat!("XX", "X");
    let good = format!("AG/RES. 2266 ({xxx}VII-O/07), AG/RES. 1719 ({xxx}-O/00)\n");
    assert_none(&complaints("a.story", &good));
    assert_none(&complaints("a.md", concat!("https://example.org/ho", "me/page\n")));
}
