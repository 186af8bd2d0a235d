//! What the asker may want to do next, as buttons that open forms; places without forms leave them
//! out.

use plenary_domain::Capacity;

use super::kit::*;
use crate::payload;

/// Begins the verb of a press that opens a form and of the form itself: `form.comment-add`.
pub(crate) const FORM: &str = "form.";

/// The verb of the press that opens a verb's form.
pub(crate) fn pressed(verb: &Verb) -> String {
    format!("{FORM}{}", verb.said.replace(' ', "-"))
}

/// A press that opens the form of a verb, with what is said already.
fn opens(verb: &Verb, said: &[(&str, &str)], seen: u64) -> Option<Press> {
    let said: Vec<(String, String)> =
        said.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    payload::press(&pressed(verb), &said, seen)
}

/// The press that opens a verb's form, for those who may say the verb.
pub(super) fn form(
    cx: &RenderContext<'_>,
    verb: &'static Verb,
    said: &[(&str, &str)],
) -> Option<Press> {
    let may = verb.who.contains(&cx.actor.capacity) && cx.actor.capacity != Capacity::Operator;
    may.then(|| opens(verb, said, cx.views.number)).flatten()
}
