//! What a platform says by itself, without the desk: a few words that must not be its own, so that
//! they are translated with all others.

use plenary_domain::event::meeting::Language;

use crate::say::say;

/// On the button that shows something to everybody.
pub fn share(lang: Language) -> String {
    say!(lang, "button-share")
}

/// To whoever would enter somebody else's message into the record.
pub fn not_own_message(lang: Language) -> String {
    say!(lang, "message-not-own")
}

/// To whoever pressed what is no button of the desk.
pub fn unknown_press(lang: Language) -> String {
    say!(lang, "press-unknown")
}

/// Before a text that is too long for messages and stands in an attached file.
pub fn attached(lang: Language) -> String {
    say!(lang, "text-attached")
}

/// To whoever asked something that cannot be answered in time or at all just now.
pub fn try_again(lang: Language, reference: &str) -> String {
    say!(lang, "try-again", reference = reference)
}
