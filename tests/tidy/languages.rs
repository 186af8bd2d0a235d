//! Every sentence of the papers in every language: the four are there because the compiler asks for
//! them; here they are compared.

use std::error::Error;

use regex::Regex;

use crate::complaint::{Complaint, assert_none, assert_places};
use crate::tree;

/// Words that two languages spell alike, and what holds places and marks only.
const ALIKE: &[&str] = &[
    "agenda.item_titled",
    "comment.line",
    "coverage.source_symbol",
    "dates.date_running",
    "dates.day_month_running",
    "dates.moment",
    "decision.line",
    "history.digest",
    "history.with_reason",
    "history.with_receipt",
    "page.original",
    "people.actor_name",
    "people.actor_office",
    "people.expert",
    "people.mission",
    "people.plenary",
    "reply.marks",
    "reply.person_line",
];

/// One sentence: its name, the line of its English, and its texts in the order of the languages.
struct Sentence {
    name: String,
    line: usize,
    texts: [String; 4],
}

/// The sentences of a file of words; `topic` is the file's name without its ending.
fn sentences(topic: &str, text: &str) -> Result<Vec<Sentence>, Box<dyn Error>> {
    let quoted = r#""((?:[^"\\]|\\[\s\S])*)""#;
    let languages = ["en", "es", "fr", "pt"].map(|code| format!(r"\s+{code}\s+{quoted}"));
    let sentence = Regex::new(&format!(r"(\w+)(?:\([\w,\s]+\))?:{}\s*;", languages.concat()))?;
    // An escaped character, such as a space that does not break, is no place to fill.
    let escaped = Regex::new(r"\\u\{[0-9a-f]+\}")?;
    let found = sentence.captures_iter(text).map(|found| Sentence {
        name: format!("{topic}.{}", &found[1]),
        line: found.get(2).map_or(0, |english| text[..english.start()].lines().count()),
        texts: [2, 3, 4, 5].map(|at| escaped.replace_all(&found[at], "\u{a0}").into_owned()),
    });
    Ok(found.collect())
}

/// The `{names}` of a sentence, sorted.
fn places(sentence: &str) -> Vec<&str> {
    let parts = sentence.split('{').skip(1);
    let mut places: Vec<&str> = parts.filter_map(|part| Some(part.split_once('}')?.0)).collect();
    places.sort_unstable();
    places
}

fn complaints(path: &str, sentences: &[Sentence]) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for Sentence { name, line, texts } in sentences {
        let mut wrong = |what: &str, remedy| {
            complaints.push(Complaint::at_line(path, *line, format!("`{name}` {what}"), remedy));
        };
        let [english, others @ ..] = texts;
        if texts.iter().any(|text| text.trim().is_empty()) {
            wrong("is empty in a language", "say it there");
        }
        if others.iter().any(|text| places(text) != places(english)) {
            wrong("has other places to fill in a language", "use the same `{names}`");
        }
        if others.contains(english) && !ALIKE.contains(&name.as_str()) {
            wrong("is left in English in a language", "translate it, or name it in `ALIKE`");
        }
    }
    complaints
}

#[test]
fn the_papers_say_the_same_in_every_language() -> Result<(), Box<dyn Error>> {
    let english = Regex::new(r#"\ben\s+""#)?;
    let (mut found, mut seen) = (Vec::new(), Vec::new());
    for file in tree::texts()? {
        let Some(name) = file.path.strip_prefix("crates/plenary-documents/src/words/") else {
            continue;
        };
        let sentences = sentences(name.trim_end_matches(".rs"), &file.text)?;
        // Each English text is one of a sentence that was read whole.
        let english = english.find_iter(&file.text).count();
        assert_eq!(sentences.len(), english, "{}", file.path);
        found.extend(complaints(&file.path, &sentences));
        seen.extend(sentences.into_iter().map(|sentence| sentence.name));
    }
    assert!(seen.len() > 100, "{} sentences are too few", seen.len());
    assert_none(&found);
    let gone: Vec<_> =
        ALIKE.iter().filter(|alike| !seen.iter().any(|name| name == *alike)).collect();
    assert!(gone.is_empty(), "no sentence has the name {gone:?}");
    Ok(())
}

#[test]
fn a_sentence_that_differs_between_languages_is_found() -> Result<(), Box<dyn Error>> {
    let text = "a(n): en \"One {n}\" es \"Uno {n}\" fr \"Un\\u{a0}{n}\" pt \"Um {n}\";\n\
                b: en \"Two {n}\" es \"Dos {m}\" fr \"Deux {n}\" pt \"Dois {n}\";\n\
                c: en \"Three\" es \"Tres\" fr \"Three\" pt \"Tr\u{ea}s\";\n\
                d:\n    en \"Four\"\n    es \" \"\n    fr \"Quatre\"\n    pt \"Quatro\";\n";
    let found = complaints("a.rs", &sentences("a", text)?);
    assert_places(&found, &["a.rs:2", "a.rs:3", "a.rs:5"]);
    Ok(())
}
