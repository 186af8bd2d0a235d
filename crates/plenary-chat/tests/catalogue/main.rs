//! The catalogue of sentences: it parses, it has every sentence that the desk says with everything
//! that the sentence needs, and it keeps none that nobody says.
#![cfg(test)]

mod ftl;
mod source;

use std::collections::BTreeSet;
use std::path::Path;

use fluent_bundle::FluentResource;
use plenary_chat::{say, verb};
use plenary_domain::Readers;

use ftl::Sentence;
use source::{Call, Source};

/// The names that the desk puts together from a verb or a circle of readers.
fn put_together() -> BTreeSet<String> {
    let shown = |verb: &&verb::Verb| verb.is_for_platforms();
    let args = verb::all().filter(shown).flat_map(|verb| {
        let asked = verb.args.iter().filter(|arg| arg.position != verb::ArgPosition::Lines);
        asked.map(|arg| verb.about_arg(arg))
    });
    let menus = verb::all().filter(|verb| verb.args.iter().any(|arg| arg.of_message));
    let menus = menus.map(verb::Verb::in_menu);
    let titles = verb::all().filter(shown).map(verb::Verb::titled);
    let groups = verb::all().filter(|verb| !verb.name().is_empty()).map(verb::Verb::about_group);
    let titles = titles.chain(groups);
    let verbs = verb::all().map(verb::Verb::about).chain(titles).chain(args).chain(menus);
    let readers = Readers::ALL.iter().map(|readers| format!("readers-{}", readers.word()));
    verbs.chain(readers).collect()
}

/// Whether the word is the name of an argument in the table of verbs.
fn is_argument(word: &str) -> bool {
    verb::all().any(|verb| verb.arg(word).is_some())
}

/// Every literal in the sources that can only be the name of a sentence.
fn named() -> BTreeSet<String> {
    let literals = source::all().into_iter().flat_map(|source| source.literals());
    literals
        .filter(|word| source::looks_like_a_name(word))
        .filter(|word| !is_argument(word))
        .collect()
}

fn calls() -> Vec<Call> {
    source::all().iter().flat_map(Source::calls).collect()
}

fn sentences() -> Vec<Sentence> {
    say::ENGLISH.iter().flat_map(|(file, text)| ftl::sentences(file, text)).collect()
}

#[test]
fn every_file_of_the_catalogue_parses_without_an_error() {
    for (file, text) in say::ENGLISH {
        let parsed = FluentResource::try_new((*text).to_owned());
        let faults = parsed.err().map(|(_, faults)| faults).unwrap_or_default();
        assert!(faults.is_empty(), "{file}: {faults:?}");
    }
}

#[test]
fn every_file_in_the_folder_belongs_to_the_catalogue() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/en");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort_unstable();
    let known: Vec<&str> = say::ENGLISH.iter().map(|(file, _)| *file).collect();
    assert_eq!(files, known);
}

#[test]
fn no_sentence_stands_in_the_catalogue_twice() {
    let mut known = BTreeSet::new();
    let twice: Vec<String> = sentences()
        .into_iter()
        .map(|s| s.name)
        .filter(|name| !known.insert(name.clone()))
        .collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn every_sentence_that_the_desk_says_is_in_the_catalogue() {
    let named = named();
    assert!(named.len() > 200, "the sources were not read: {named:?}");
    let said: BTreeSet<String> = calls().into_iter().filter_map(|call| call.name).collect();
    let all = named.iter().chain(&said).cloned().chain(put_together());
    let missing: Vec<String> = all.filter(|name| !say::has(name)).collect();
    assert!(missing.is_empty(), "no catalogue has {missing:?}");
}

#[test]
fn every_sentence_of_the_catalogue_is_said_somewhere() {
    let (named, together) = (named(), put_together());
    let idle: Vec<String> = sentences()
        .into_iter()
        .map(|sentence| sentence.name)
        .filter(|name| !named.contains(name) && !together.contains(name))
        .collect();
    assert!(idle.is_empty(), "nobody says {idle:?}");
}

#[test]
fn every_sentence_is_given_everything_that_it_needs() {
    let sentences = sentences();
    let mut seen = 0;
    let mut wrong = Vec::new();
    for call in calls() {
        let Some(name) = &call.name else { continue };
        let Some(sentence) = sentences.iter().find(|sentence| sentence.name == *name) else {
            continue;
        };
        seen += 1;
        for needed in sentence.needs.difference(&call.gives) {
            wrong.push(format!("{}: {name} is not given {needed}", call.file));
        }
    }
    assert!(seen > 150, "the calls were not read: {seen}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_said_without_arguments_needs_none() {
    let bare = |sentence: &&Sentence| {
        let group = sentence.name.split('-').next().unwrap_or_default();
        ["expected", "kind", "verb", "readers", "counted", "field", "button"].contains(&group)
    };
    for sentence in sentences().iter().filter(bare) {
        assert!(sentence.needs.is_empty(), "{}: {:?}", sentence.name, sentence.needs);
        let shown = say::sentence(plenary_domain::Language::En, &sentence.name, &[]);
        assert!(!shown.contains("{$") && !shown.trim().is_empty(), "{}: {shown}", sentence.name);
    }
}

#[test]
fn a_sentence_that_no_catalogue_has_is_shown_as_its_name() {
    let lang = plenary_domain::Language::En;
    assert!(!say::has("no-such-sentence") && say::has("already-so"));
    assert_eq!(say::sentence(lang, "no-such-sentence", &[]), "no-such-sentence");
}
