//! Plain words: what people read says what it means. Each pattern is a way of writing that has
//! confused a reader before, with what to write instead, a sentence in which it must be found, and
//! the same said plainly, in which it must not.
//!
//! Only English is judged: the sentences of the desk and the words of the papers.

use std::error::Error;

use regex::Regex;

use crate::complaint::{Complaint, assert_none, assert_places};
use crate::plain_words::{PATTERNS, Pattern};
use crate::tree;

/// One English text that people read, with its line; `{}` or `N` stands for what is filled in.
#[derive(Debug, PartialEq, Eq)]
struct Said {
    line: usize,
    text: String,
}

/// The values of a catalogue: sentences, attributes and variants, each line by itself.
fn of_catalogue(text: &str) -> Result<Vec<Said>, Box<dyn Error>> {
    let id = Regex::new(r"^( *\.?[a-zA-Z][\w-]*) = ?|^ *\*?\[[^\]]*\] ")?;
    let call = Regex::new(r#"\{ *[A-Z]+\("([^"]*)"\) *\}"#)?;
    let variable = Regex::new(r"\{ *\$[\w-]+ *\}")?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
    let said = lines.map(|(at, line)| {
        // In a variant the nouns already agree with the number.
        let filled = if line.contains("*[other] ") { "N" } else { "{}" };
        let text = id.replace(line, "");
        let text = call.replace_all(&text, "$1");
        Said { line: at + 1, text: variable.replace_all(&text, filled).into_owned() }
    });
    Ok(said.collect())
}

/// The English literals of the topics of words: each `en "…"`, also over several lines.
fn of_words(text: &str) -> Result<Vec<Said>, Box<dyn Error>> {
    let english = Regex::new(r#"\ben "((?:[^"\\]|\\[\s\S])*)""#)?;
    let broken = Regex::new(r"\\\n\s*")?;
    let variable = Regex::new(r"\{\w+\}")?;
    let said = english.captures_iter(text).filter_map(|found| found.get(1)).map(|found| Said {
        line: text[..found.start()].lines().count(),
        text: variable.replace_all(&broken.replace_all(found.as_str(), ""), "N").into_owned(),
    });
    Ok(said.collect())
}

/// The patterns, ready to search with.
fn ready() -> Result<Vec<(Regex, &'static Pattern)>, Box<dyn Error>> {
    let ready = PATTERNS.iter().map(|pattern| Ok((Regex::new(pattern.finds)?, pattern)));
    ready.collect()
}

fn complaints(patterns: &[(Regex, &Pattern)], path: &str, said: &[Said]) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (regex, pattern) in patterns {
        for Said { line, text } in said {
            if let Some(found) = regex.find(text) {
                let wrong = format!("“{}” is not plain, in “{text}”", found.as_str());
                complaints.push(Complaint::at_line(path, *line, wrong, pattern.remedy));
            }
        }
    }
    complaints
}

#[test]
fn what_people_read_is_said_plainly() -> Result<(), Box<dyn Error>> {
    let (patterns, mut found) = (ready()?, Vec::new());
    let (mut sentences, mut words) = (0, 0);
    for file in tree::texts()? {
        if file.path.contains("/locales/en/") && file.path.ends_with(".ftl") {
            let said = of_catalogue(&file.text)?;
            sentences += said.len();
            found.extend(complaints(&patterns, &file.path, &said));
        } else if file.path.starts_with("crates/plenary-documents/src/words/") {
            let said = of_words(&file.text)?;
            words += said.len();
            found.extend(complaints(&patterns, &file.path, &said));
        }
    }
    assert!(sentences > 300 && words > 100, "{sentences} sentences and {words} words are too few");
    assert_none(&found);
    Ok(())
}

#[test]
fn every_pattern_finds_its_bad_sentence_and_lets_the_plain_one_through()
-> Result<(), Box<dyn Error>> {
    let patterns = ready()?;
    for (regex, Pattern { bad, plain, .. }) in &patterns {
        assert!(regex.is_match(bad), "`{regex}` does not find “{bad}”");
        let said = |text: &str| Said { line: 1, text: text.to_owned() };
        assert_none(&complaints(&patterns, "plain", &[said(plain)]));
    }
    Ok(())
}

#[test]
fn the_texts_of_a_catalogue_and_of_the_papers_are_found_with_their_lines()
-> Result<(), Box<dyn Error>> {
    let catalogue = "# superseded\nsuperseded = fine\nb = { $n ->\n    [one] The roll\n}\n\
                     verb-c =\n    .about = is { VERB(\"help\") } dead\n";
    let found = complaints(&ready()?, "a.ftl", &of_catalogue(catalogue)?);
    assert_places(&found, &["a.ftl:4"]);
    assert_eq!(of_catalogue("a = “{ VERB(\"paper get\") } X”")?[0].text, "“paper get X”");
    let words = "    a: en \"Fine\" es \"superseded\";\n    b:\n        en \"It is \\\n            \
                 superseded: \\\"x\\\".\"\n";
    let found = complaints(&ready()?, "a.rs", &of_words(words)?);
    assert_places(&found, &["a.rs:3"]);
    assert_eq!(of_words(words)?[1].text, "It is superseded: \\\"x\\\".");
    Ok(())
}
