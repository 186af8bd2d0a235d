//! The second story: another body, zone, style of symbols and original language. Nothing in the
//! program knows of the first one.

use std::fs;
use std::path::Path;

use crate::stage::{Stage, root, stories, text_of};

const SECOND: &str = "marees-ii.story";

fn paper(stage: &Stage, args: &[&str]) -> String {
    let name = args.first().copied().unwrap_or_default();
    let printed = stage.run(&[&["paper", name, "marees-ii"][..], &args[1..]].concat()).done();
    // French sets its own spaces before colons; here they are as good as others.
    printed.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn an_agenda_in_french_has_french_words_dates_and_its_own_style_of_symbols() {
    let stage = Stage::of(SECOND);
    let first = paper(&stage, &["agenda", "--edition", "A/AC.291/7"]);
    for line in [
        "EXEMPLE FICTIF",
        "ASSEMBLÉE DES ÎLES ET DES ESTUAIRES",
        "A/AC.291/7",
        "4 mars 2019",
        "Original : Français",
        "13 au 15 mai 2019",
        "PROJET D’ORDRE DU JOUR",
        "NOTE EXPLICATIVE",
        "2. Turbines dans les estuaires peu profonds :¹",
        "   2.1 Passage des poissons et des embarcations ;",
        "   2.2 Envasement.",
        "3. Câbles et raccordement au réseau.²",
    ] {
        assert!(first.lines().any(|found| found == line), "“{line}” is not in:\n{first}");
    }
    let revised = paper(&stage, &["agenda"]);
    for line in [
        "A/AC.291/7/Rev.1",
        "(Adopté à la première séance, 13 mai 2019)",
        "   2.2 Balisage des chenaux ;",
        "   2.3 Envasement.",
    ] {
        assert!(revised.lines().any(|found| found == line), "“{line}” is not in:\n{revised}");
    }
}

#[test]
fn a_comment_on_a_sub_item_follows_it_when_its_number_changes() {
    let stage = Stage::of(SECOND);
    let record = paper(&stage, &["record", "--lang", "fr"]);
    let item = |number: &str| {
        let from = record.find(&format!("\nPoint {number} :")).expect("the item has a chapter");
        let next = record[from + 1..].find("\nPoint ").or(record[from + 1..].find("\nDécisions"));
        &record[from..from + 1 + next.expect("something follows")]
    };
    assert!(item("2.3").contains("Les chenaux sont déjà balisés."), "{record}");
    assert!(item("2.1").contains("C1, Malo Fréhel"), "{record}");
    assert!(!record.contains("s'étendre"), "the private comment is in the record");
}

#[test]
fn lateness_ends_with_the_day_of_the_meetings_place_and_the_vote_names_the_objection() {
    let stage = Stage::of(SECOND);
    let record = paper(&stage, &["record", "--lang", "fr"]);
    let flat = record.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("3 pour, 1 contre"), "{record}");
    assert!(flat.contains("Adopter l’ordre du jour, A/AC.291/7/Rev.1."), "{record}");
    assert!(flat.contains("Cap-aux-Brumes a formulé une objection"), "{record}");
    let roster = paper(&stage, &["participants", "--lang", "fr"]);
    // Groix came half an hour before midnight in Paris, Sein half an hour after it.
    for name in ["Tanguy Groix", "Nolwenn Sein", "Ronan Batz", "Gwenola Cancale"] {
        assert!(roster.contains(name), "{name} is not in {roster}");
    }
    let late = |moment: &str| {
        let args = ["show", "participants", "marees-ii", "--format", "json", "--as-of", moment];
        stage.run(&args).done().matches("\"late\": true").count()
    };
    assert_eq!((late("2019-04-12 23:59"), late("2019-04-13 08:00")), (0, 1));
}

#[test]
fn acts_of_a_chair_who_took_over_are_told_apart_from_the_first_chairs() {
    let stage = Stage::of(SECOND);
    let history = paper(&stage, &["history", "--lang", "en"]);
    let issued: Vec<&str> = history
        .lines()
        .filter(|line| line.contains("Edition") && line.contains("issued"))
        .collect();
    let [first, second] = issued[..] else { panic!("{issued:?}") };
    assert!(first.contains("Baptiste Lorient (Chair"), "{first}");
    assert!(second.contains("Yann Trégor (Chair"), "{second}");
}

/// Words of a story's head and people which code that is not a test must not know.
#[test]
fn no_story_stands_in_the_code() {
    let mut sources = Vec::new();
    for folder in ["crates", "bots"] {
        rust_sources(&root().join(folder), &mut sources);
    }
    assert!(sources.len() > 100);
    for story in stories() {
        let text = text_of(&story);
        let words = text.lines().filter_map(|line| line.strip_prefix("| masthead: "));
        let words: Vec<&str> = words.filter(|words| words.len() > 20).collect();
        assert!(!words.is_empty(), "{story}");
        for (path, source) in &sources {
            let shipped = source.split("#[cfg(test)]").next().unwrap_or_default();
            for words in &words {
                assert!(!shipped.contains(words), "{path} holds “{words}” of {story}");
            }
        }
    }
}

/// The sources that are shipped: what is in `src`.
fn rust_sources(folder: &Path, sources: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.display().to_string();
        if path.is_dir() && !name.ends_with("/tests") {
            rust_sources(&path, sources);
        } else if name.ends_with(".rs") && name.contains("/src/") {
            let source = fs::read_to_string(&path).expect("a source is text");
            sources.push((name, source));
        }
    }
}
