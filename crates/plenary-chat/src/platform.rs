//! What a platform says by itself, without the desk: a few words that must not be its own, so that
//! they are translated with all others.

use plenary_domain::Language;

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

/// In place of an answer without words, when it was done.
pub fn done(lang: Language) -> String {
    say!(lang, "platform-done")
}

/// In place of an answer without words, when something was to be shown.
pub fn nothing(lang: Language) -> String {
    say!(lang, "platform-nothing")
}

/// To whoever showed something to everybody.
pub fn shared(lang: Language) -> String {
    say!(lang, "platform-shared")
}

/// Above buttons that had no cx on the message before.
pub fn more(lang: Language) -> String {
    say!(lang, "platform-more")
}

/// Before the name of a file that cannot be attached.
pub fn too_large(lang: Language) -> String {
    say!(lang, "platform-too-large")
}

/// To whoever would enter a message without words into the record.
pub fn no_words(lang: Language) -> String {
    say!(lang, "platform-no-words")
}

/// To whoever says something outside a server.
pub fn no_server(lang: Language) -> String {
    say!(lang, "platform-no-server")
}

/// To whoever says a command that is no longer there.
pub fn other_release(lang: Language) -> String {
    say!(lang, "platform-unknown")
}

/// To whoever would have been given a form.
pub fn slow_form(lang: Language) -> String {
    say!(lang, "platform-slow-form")
}

/// To whoever says very much at once.
pub fn slowly(lang: Language) -> String {
    say!(lang, "platform-slowly")
}

/// To whoever got no answer although there was one.
pub fn refused_answer(lang: Language) -> String {
    say!(lang, "platform-refused")
}
