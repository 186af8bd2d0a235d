//! What Discord shows of a command: its names and descriptions, in each language that the
//! catalogues speak. The name that the program hears is always the one of the verb table.

use plenary_chat::verb::{Arg, ArgKind, Verb};
use plenary_chat::{Language, say};
use serde_json::{Map, Value, json};

use crate::clean::cut;

/// The longest description, as Discord counts.
const DESCRIPTION_UNITS_MAX: usize = 100;

/// The sentences that name and describe something.
pub(super) struct Described {
    /// The sentence that names it in a language other than English.
    name: String,
    /// The sentences that describe it; the first that a catalogue has is said.
    about: Vec<String>,
    /// What is said when no catalogue has any of them.
    otherwise: String,
}

/// The languages that the catalogues speak, with Discord's keys for each.
fn spoken() -> impl Iterator<Item = (Language, &'static [&'static str])> {
    say::SPOKEN.iter().map(|lang| (*lang, keys(*lang)))
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

impl Described {
    pub(super) fn verb(verb: &Verb) -> Self {
        let name = format!("name-{}", verb.typed().replace(' ', "-"));
        Self { name, about: vec![verb.about()], otherwise: verb.typed() }
    }

    pub(super) fn group(group: &str, verbs: &[&Verb]) -> Self {
        let verbs: Vec<&str> = verbs.iter().map(|verb| verb.name()).collect();
        let about = vec![format!("group-{group}")];
        Self { name: format!("name-{group}"), about, otherwise: verbs.join(" · ") }
    }

    pub(super) fn argument(verb: &Verb, arg: &Arg) -> Self {
        let about = vec![verb.about_arg(arg), kind_sentence(arg.kind).to_owned()];
        Self { name: format!("name-arg-{}", arg.name), about, otherwise: arg.name.to_owned() }
    }

    pub(super) fn choice(word: &str) -> Self {
        let name = format!("name-choice-{word}");
        Self { name, about: Vec::new(), otherwise: word.to_owned() }
    }

    pub(super) fn menu(verb: &Verb) -> Self {
        Self { name: verb.in_menu(), about: Vec::new(), otherwise: verb.typed() }
    }

    fn about(&self, lang: Language) -> String {
        let known = self.about.iter().find(|id| say::has(id));
        let about = known.map(|id| say::sentence(lang, id, &[]));
        cut_at_word(&capitalised(about.as_deref().unwrap_or(&self.otherwise)))
    }

    /// Puts names and descriptions into what Discord is told.
    pub(super) fn put(&self, into: &mut Map<String, Value>, name: &str) {
        self.put_names(into, name);
        into.insert("description".to_owned(), json!(self.about(Language::En)));
        let each = spoken().map(|(lang, keys)| (keys, self.about(lang)));
        into.insert("description_localizations".to_owned(), localised(each));
    }

    /// Puts the names alone into what Discord is told.
    pub(super) fn put_names(&self, into: &mut Map<String, Value>, name: &str) {
        into.insert("name".to_owned(), json!(name));
        let other = spoken().filter(|(lang, _)| *lang != Language::En && say::has(&self.name));
        let each = other.map(|(lang, keys)| (keys, say::sentence(lang, &self.name, &[])));
        let names = localised(each);
        if names.as_object().is_some_and(|names| !names.is_empty()) {
            into.insert("name_localizations".to_owned(), names);
        }
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

fn kind_sentence(kind: ArgKind) -> &'static str {
    match kind {
        ArgKind::Text => "kind-text",
        ArgKind::Item | ArgKind::WorkingItem => "kind-item",
        ArgKind::Symbol | ArgKind::Paper => "kind-symbol",
        ArgKind::Delegation => "kind-delegation",
        ArgKind::Person => "kind-person",
        ArgKind::Number(_) => "kind-number",
        ArgKind::Choice(_) => "kind-choice",
        ArgKind::Day => "kind-day",
        ArgKind::Moment => "kind-moment",
        ArgKind::Code => "kind-code",
        ArgKind::Meeting => "kind-meeting",
    }
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
