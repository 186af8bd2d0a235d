//! The sentences of the desk, from the Fluent catalogues in `locales/`, one file a group of verbs.
//!
//! English is complete; a language appears when its catalogue does. A sentence that a catalogue
//! lacks is said in English; one that no catalogue has is shown as its name, never as nothing (a
//! test finds it first).

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use plenary_domain::Language;
use unic_langid::LanguageIdentifier;

/// The English catalogue, file by file.
pub const ENGLISH: &[(&str, &str)] = &[
    ("agenda.ftl", include_str!("../locales/en/agenda.ftl")),
    ("comment.ftl", include_str!("../locales/en/comment.ftl")),
    ("decision.ftl", include_str!("../locales/en/decision.ftl")),
    ("desk.ftl", include_str!("../locales/en/desk.ftl")),
    ("meeting.ftl", include_str!("../locales/en/meeting.ftl")),
    ("paper.ftl", include_str!("../locales/en/paper.ftl")),
    ("people.ftl", include_str!("../locales/en/people.ftl")),
    ("platform.ftl", include_str!("../locales/en/platform.ftl")),
    ("record.ftl", include_str!("../locales/en/record.ftl")),
    ("refusal.ftl", include_str!("../locales/en/refusal.ftl")),
    ("reply.ftl", include_str!("../locales/en/reply.ftl")),
    ("verbs.ftl", include_str!("../locales/en/verbs.ftl")),
];

/// The languages that have a catalogue; English is complete.
pub const SPOKEN: &[Language] = &[Language::En];

fn english() -> &'static FluentBundle<FluentResource> {
    static BUNDLE: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
    BUNDLE.get_or_init(|| {
        let tag = LanguageIdentifier::default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The desk's readers are terminals and chats, not bidirectional text controls.
        bundle.set_use_isolating(false);
        for (_, source) in ENGLISH {
            // A resource with a fault still holds its good sentences; a test refuses faults.
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            let _ = bundle.add_resource(resource);
        }
        bundle
    })
}

/// A sentence of the catalogue, with its arguments.
pub fn sentence(_lang: Language, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
    let bundle = english();
    let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
        return id.to_owned();
    };
    let mut values = FluentArgs::with_capacity(args.len());
    for (name, value) in args {
        values.set(*name, value.clone());
    }
    let mut faults = Vec::new();
    bundle.format_pattern(pattern, Some(&values), &mut faults).into_owned()
}

/// Whether a catalogue has a sentence of this name.
pub fn has(id: &str) -> bool {
    english().get_message(id).is_some_and(|message| message.value().is_some())
}

/// Says a sentence: `say!(lang, "comment-made", number = "C1", count = 3)`.
macro_rules! say {
    ($lang:expr, $id:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::say::sentence($lang, $id, &[$((stringify!($name), $crate::say::value($value)),)*])
    };
}
pub(crate) use say;

/// What can stand in a sentence.
pub(crate) trait Sayable {
    /// The value as Fluent takes it.
    fn into_value(self) -> FluentValue<'static>;
}

impl Sayable for String {
    fn into_value(self) -> FluentValue<'static> {
        FluentValue::from(self)
    }
}

impl Sayable for &str {
    fn into_value(self) -> FluentValue<'static> {
        FluentValue::from(self.to_owned())
    }
}

impl Sayable for &String {
    fn into_value(self) -> FluentValue<'static> {
        FluentValue::from(self.clone())
    }
}

impl Sayable for usize {
    fn into_value(self) -> FluentValue<'static> {
        FluentValue::from(self)
    }
}

impl Sayable for u64 {
    fn into_value(self) -> FluentValue<'static> {
        FluentValue::from(self)
    }
}

impl Sayable for u32 {
    fn into_value(self) -> FluentValue<'static> {
        FluentValue::from(self)
    }
}

/// The value of an argument.
pub(crate) fn value(sayable: impl Sayable) -> FluentValue<'static> {
    sayable.into_value()
}
