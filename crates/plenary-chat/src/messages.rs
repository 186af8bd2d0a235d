//! Everything that the desk says, from the Fluent catalogues in `locales/`: one file a topic, with
//! its sentences, the help of its verbs, and its refusals.
//!
//! `build.rs` makes them: a constant for a sentence that needs nothing, a struct with named fields
//! for one that does, a [`Help`] for a verb. A sentence that nobody says is dead code.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use plenary_domain::Language;
use unic_langid::LanguageIdentifier;

type Bundle = FluentBundle<FluentResource>;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// A sentence that needs nothing to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message {
    id: &'static str,
    attribute: Option<&'static str>,
}

/// What is said about a verb.
#[derive(Debug)]
pub struct Help {
    /// The verb, as it is typed.
    pub said: &'static str,
    /// What it does.
    pub about: Message,
    /// What it is called over its form; none where no platform offers it.
    pub title: Option<Message>,
    /// What it is called in the menu of a message.
    pub menu: Option<Message>,
    /// What each of its arguments is.
    pub labels: &'static [(&'static str, Message)],
}

/// How something is said: the language, and whether verbs are picked from a list that a slash
/// opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voice {
    pub(crate) lang: Language,
    pub(crate) has_slashes: bool,
}

impl From<Language> for Voice {
    fn from(lang: Language) -> Self {
        Self { lang, has_slashes: false }
    }
}

/// The language in which a sentence is said to a reader of this one: English until there is a
/// catalogue of it. What stands in the sentence, such as a date, is said in the same.
pub(crate) fn spoken(lang: Language) -> Language {
    let has_catalogue = FILES.iter().any(|(known, _)| *known == lang);
    if has_catalogue { lang } else { Language::En }
}

impl Voice {
    /// How something is said where verbs are picked from a list that a slash opens.
    pub(crate) fn on_a_platform(lang: Language) -> Self {
        Self { lang, has_slashes: true }
    }
}

impl Message {
    /// The sentence.
    pub fn say(self, voice: impl Into<Voice>) -> String {
        say(voice.into(), (self.id, self.attribute), [])
    }
}

impl Voice {
    /// The catalogue of the language; the English one, which is first, where it has none.
    fn bundle(self) -> Option<&'static Bundle> {
        static BUNDLES: OnceLock<Vec<(Voice, Bundle)>> = OnceLock::new();
        let bundles = BUNDLES.get_or_init(|| {
            let voices = [false, true].into_iter().flat_map(|has_slashes| {
                FILES.iter().map(move |(lang, files)| (Self { lang: *lang, has_slashes }, *files))
            });
            voices.map(|(voice, files)| (voice, bundle(voice, files))).collect()
        });
        let english = Self { lang: Language::En, ..self };
        let find = |voice| bundles.iter().find(|(known, _)| *known == voice);
        find(self).or_else(|| find(english)).map(|(_, bundle)| bundle)
    }
}

fn bundle(voice: Voice, files: &[&str]) -> Bundle {
    let tag: LanguageIdentifier = voice.lang.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // The desk's readers are terminals and chats, not bidirectional text controls.
    bundle.set_use_isolating(false);
    // What fails here has failed in `build.rs`.
    let _ = bundle.add_function("VERB", move |verb, _| match verb {
        [FluentValue::String(verb)] if voice.has_slashes => format!("/{verb}").into(),
        [FluentValue::String(verb)] => verb.clone().into_owned().into(),
        _ => FluentValue::Error,
    });
    for file in files {
        let resource = FluentResource::try_new((*file).to_owned());
        let _ = bundle.add_resource(resource.unwrap_or_else(|(resource, _)| resource));
    }
    bundle
}

/// Says a sentence of the catalogues.
fn say<const N: usize>(
    voice: Voice,
    (id, attribute): (&str, Option<&str>),
    values: [(&'static str, FluentValue<'_>); N],
) -> String {
    let Some(bundle) = voice.bundle() else { return id.to_owned() };
    let message = bundle.get_message(id);
    let pattern = message.and_then(|message| match attribute {
        Some(attribute) => message.get_attribute(attribute).map(|attribute| attribute.value()),
        None => message.value(),
    });
    let Some(pattern) = pattern else { return id.to_owned() };
    let values = FluentArgs::from_iter(values);
    bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
}
