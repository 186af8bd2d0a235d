//! What Discord shows of a command: its names and descriptions, in each language that the
//! catalogues speak. The name that the program hears is always the one of the verb table.

use plenary_chat::Language;
use plenary_chat::messages::{Message, SPOKEN};
use serde_json::{Map, Value, json};

use crate::clean::cut;

/// The longest description, as Discord counts.
const DESCRIPTION_UNITS_MAX: usize = 100;

/// The languages that the catalogues speak, with Discord's keys for each.
fn spoken() -> impl Iterator<Item = (Language, &'static [&'static str])> {
    SPOKEN.iter().map(|lang| (*lang, keys(*lang)))
}

/// Discord's keys for a language.
fn keys(lang: Language) -> &'static [&'static str] {
    match lang {
        Language::En => &["en-US", "en-GB"],
        Language::Es => &["es-ES", "es-419"],
        Language::Fr => &["fr"],
        Language::Pt => &["pt-BR"],
    }
}

/// The language to answer in, for a locale of Discord's.
pub(crate) fn language(locale: &str) -> Language {
    let all = [Language::En, Language::Es, Language::Fr, Language::Pt];
    all.into_iter().find(|lang| keys(*lang).contains(&locale)).unwrap_or(Language::En)
}

/// Puts a name and what is said about it into what Discord is told.
pub(super) fn put(into: &mut Map<String, Value>, name: &str, about: Option<Message>) {
    let about = |lang| {
        let about = about.map(|about| about.say(lang));
        cut_at_word(&capitalised(about.as_deref().unwrap_or(name)))
    };
    into.insert("name".to_owned(), json!(name));
    into.insert("description".to_owned(), json!(about(Language::En)));
    let each = spoken().map(|(lang, keys)| (keys, about(lang)));
    into.insert("description_localizations".to_owned(), localised(each));
}

/// Puts a name alone into what Discord is told, with what it is called in other languages.
pub(super) fn put_name(into: &mut Map<String, Value>, name: &str, called: Option<Message>) {
    into.insert("name".to_owned(), json!(name));
    let other = spoken().filter(|(lang, _)| *lang != Language::En);
    let names = localised(other.filter_map(|(lang, keys)| Some((keys, called?.say(lang)))));
    if names.as_object().is_some_and(|names| !names.is_empty()) {
        into.insert("name_localizations".to_owned(), names);
    }
}

/// Discord's descriptions begin with a capital.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn localised<'k>(each: impl Iterator<Item = (&'k [&'k str], String)>) -> Value {
    let mut all = Map::new();
    for (keys, text) in each {
        for key in keys {
            all.insert((*key).to_owned(), json!(text));
        }
    }
    Value::Object(all)
}

/// A description that Discord takes; a longer one ends after a whole word.
fn cut_at_word(text: &str) -> String {
    let short = cut(text, DESCRIPTION_UNITS_MAX);
    let Some(whole) = short.strip_suffix('…') else { return short };
    let end = whole.rfind(' ').unwrap_or(whole.len());
    let words = whole.get(..end).unwrap_or(whole).trim_end_matches([' ', ',', ';', ':']);
    format!("{words}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_description_ends_after_a_word() {
        let cut = cut_at_word(&"several words ".repeat(9));
        assert!(cut.chars().count() <= DESCRIPTION_UNITS_MAX);
        assert!(cut.ends_with("words…") || cut.ends_with("several…"), "{cut}");
        assert_eq!(cut_at_word("short"), "short");
    }

    #[test]
    fn a_locale_that_plenary_does_not_speak_is_answered_in_english() {
        assert_eq!(language("es-419"), Language::Es);
        assert_eq!(language("pt-BR"), Language::Pt);
        assert_eq!(language("de"), Language::En);
    }
}
