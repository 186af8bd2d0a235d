//! What the asker may want to do next, as buttons that open forms; places without forms leave them
//! out.

use plenary_domain::Capacity;

use super::kit::*;
use crate::utterance::Utterance;

/// The press that opens a verb's form, for those who may say the verb.
pub(super) fn form(
    cx: &RenderContext<'_>,
    verb: &'static Verb,
    said: &[(&str, &str)],
) -> Option<Press> {
    let capacity = cx.actor.capacity;
    if !verb.who.contains(&capacity) || capacity == Capacity::Operator {
        return None;
    }
    let args = said.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let said = Utterance::new(verb.said, args.collect());
    Press::new(Action::Form(said), cx.views.number).if_short()
}
