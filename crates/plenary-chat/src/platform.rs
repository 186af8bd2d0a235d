//! What a platform says by itself, without the desk: a few words that must not be its own, so that
//! they are translated with all others.

use plenary_domain::Language;

use crate::desk;
use crate::messages::{self, Voice};
use crate::response::{Response, Tone};

/// A refusal of something that never came to the desk; a form gets back what was typed into it.
pub fn refused(lang: Language, sentence: String, fields: &[(String, String)]) -> Response {
    let mut response = Response::text(Tone::Refused, sentence);
    response.parts.extend(desk::typed_words(lang, fields));
    response
}

/// On the button that shows something to everybody.
pub fn share(lang: Language) -> String {
    messages::BUTTON_SHARE.say(Voice::on_a_platform(lang))
}

/// In place of a text that is too long for messages and for a file.
pub fn too_long(lang: Language) -> String {
    messages::PLATFORM_TOO_LONG.say(Voice::on_a_platform(lang))
}

/// To whoever would enter somebody else's message into the record.
pub fn not_own_message(lang: Language) -> String {
    messages::MESSAGE_NOT_OWN.say(Voice::on_a_platform(lang))
}

/// To whoever pressed what is no button of the desk.
pub fn unknown_press(lang: Language) -> String {
    messages::PRESS_UNKNOWN.say(Voice::on_a_platform(lang))
}

/// Before a text that is too long for messages and stands in an attached file.
pub fn attached(lang: Language) -> String {
    messages::TEXT_ATTACHED.say(Voice::on_a_platform(lang))
}

/// To whoever asked something that cannot be answered in time or at all just now.
pub fn try_again(lang: Language, reference: &str) -> String {
    messages::TryAgain { reference }.say(Voice::on_a_platform(lang))
}

/// In place of an answer without words, when it was done.
pub fn done(lang: Language) -> String {
    messages::PLATFORM_DONE.say(Voice::on_a_platform(lang))
}

/// In place of an answer without words, when something was to be shown.
pub fn nothing(lang: Language) -> String {
    messages::PLATFORM_NOTHING.say(Voice::on_a_platform(lang))
}

/// To whoever showed something to everybody.
pub fn shared(lang: Language) -> String {
    messages::PLATFORM_SHARED.say(Voice::on_a_platform(lang))
}

/// Above buttons for which the message before had no room.
pub fn more(lang: Language) -> String {
    messages::PLATFORM_MORE.say(Voice::on_a_platform(lang))
}

/// Before the name of a file that cannot be attached.
pub fn too_large(lang: Language) -> String {
    messages::PLATFORM_TOO_LARGE.say(Voice::on_a_platform(lang))
}

/// To whoever would enter a message without words into the record.
pub fn no_words(lang: Language) -> String {
    messages::PLATFORM_NO_WORDS.say(Voice::on_a_platform(lang))
}

/// To whoever says something outside a server.
pub fn no_server(lang: Language) -> String {
    messages::PLATFORM_NO_SERVER.say(Voice::on_a_platform(lang))
}

/// To whoever says a command that is no longer there.
pub fn other_release(lang: Language) -> String {
    messages::PLATFORM_UNKNOWN.say(Voice::on_a_platform(lang))
}

/// To whoever would have been given a form.
pub fn slow_form(lang: Language) -> String {
    messages::PLATFORM_SLOW_FORM.say(Voice::on_a_platform(lang))
}

/// To whoever says very much at once.
pub fn slowly(lang: Language) -> String {
    messages::PLATFORM_SLOWLY.say(Voice::on_a_platform(lang))
}

/// In the channel of a meeting, where somebody cannot be told privately. It names nobody.
pub fn something_waits(lang: Language) -> String {
    messages::PRIVATE_WAITS.say(Voice::on_a_platform(lang))
}

/// To whoever got no answer although there was one.
pub fn refused_answer(lang: Language) -> String {
    messages::PLATFORM_REFUSED.say(Voice::on_a_platform(lang))
}
