//! The bot's own sentences, for what the desk knows nothing about. The catalogue says them where it
//! has them; these stand in for it otherwise, so that nobody ever reads the name of a sentence.

use plenary_chat::{Language, say};

/// A sentence of the catalogue by its name, and what stands in for it.
pub(crate) struct Sentence {
    id: &'static str,
    english: &'static str,
}

impl Sentence {
    /// The sentence in a language.
    pub(crate) fn say(&self, lang: Language) -> String {
        if say::has(self.id) { say::sentence(lang, self.id, &[]) } else { self.english.to_owned() }
    }
}

const fn sentence(id: &'static str, english: &'static str) -> Sentence {
    Sentence { id, english }
}

pub(crate) const DONE: Sentence = sentence("platform-done", "Done.");
pub(crate) const NOTHING: Sentence = sentence("platform-nothing", "There is nothing to show.");
pub(crate) const SHARED: Sentence = sentence("platform-shared", "Shown to everybody here.");
pub(crate) const MORE: Sentence = sentence("platform-more", "More:");
pub(crate) const TOO_LARGE: Sentence = sentence(
    "platform-too-large",
    "This file is larger than Discord takes; the program prints it:",
);
pub(crate) const NO_WORDS: Sentence =
    sentence("platform-no-words", "This message has no words. Nothing was changed.");
pub(crate) const NO_SERVER: Sentence =
    sentence("platform-no-server", "Say this in a channel of the meeting's server.");
pub(crate) const UNKNOWN: Sentence = sentence(
    "platform-unknown",
    "This command is from another release of Plenary. Close Discord, open it, and say it again.",
);
pub(crate) const SLOW_FORM: Sentence = sentence(
    "platform-slow-form",
    "The form did not open in time. Nothing was changed; please say it once more.",
);
pub(crate) const SLOWLY: Sentence =
    sentence("platform-slowly", "One after the other, please. Nothing was changed; say it again.");
pub(crate) const REFUSED_BY_DISCORD: Sentence =
    sentence("platform-refused", "Plenary answered, but Discord refused the answer.");
