//! Reads what a catalogue file has: the names of its sentences and what each needs.

use std::collections::BTreeSet;

/// A sentence of the catalogue.
#[derive(Debug)]
pub(crate) struct Sentence {
    pub(crate) name: String,
    pub(crate) needs: BTreeSet<String>,
}

/// The sentences of a file; each begins at the start of a line with `name =`.
pub(crate) fn sentences(file: &str, text: &str) -> Vec<Sentence> {
    let mut found: Vec<Sentence> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let name = line.split_once(" =").map(|(name, _)| name.to_owned());
            let name = name.unwrap_or_else(|| panic!("{file}: {line}"));
            found.push(Sentence { name, needs: BTreeSet::new() });
        }
        let Some(sentence) = found.last_mut() else { panic!("{file}: {line}") };
        sentence.needs.extend(variables(line));
    }
    found
}

fn variables(line: &str) -> impl Iterator<Item = String> {
    line.split('$').skip(1).map(|rest| {
        let name = rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_');
        name.collect()
    })
}

#[test]
fn names_and_needs_are_read_over_several_lines() {
    let text = "# $no\none = { $a } and { $b_c}\ntwo-x = { $n ->\n    [one] 1 { $d }\n}\n";
    let read: Vec<(String, Vec<String>)> = sentences("a.ftl", text)
        .into_iter()
        .map(|sentence| (sentence.name, sentence.needs.into_iter().collect()))
        .collect();
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let expected =
        [("one".to_owned(), words(&["a", "b_c"])), ("two-x".to_owned(), words(&["d", "n"]))];
    assert_eq!(read, expected);
}
