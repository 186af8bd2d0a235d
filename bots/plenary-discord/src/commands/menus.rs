//! The verbs that stand in the menu of a message, because a message can be their words.

use plenary_chat::Language;
use plenary_chat::verb::{self, Arg, Verb};

use crate::clean::cut;

/// The longest name in a menu, as Discord counts.
const NAME_UNITS_MAX: usize = 32;

/// One line of the menu.
pub(crate) struct Menu {
    /// As it is shown and incoming.
    pub(crate) name: String,
    /// The verb that it says.
    pub(crate) verb: &'static Verb,
    /// The argument that the message's words are.
    pub(crate) arg: &'static Arg,
}

/// Every line of the menu.
pub(crate) fn all() -> Vec<Menu> {
    let menu = |verb: &'static Verb| {
        let arg = verb.args.iter().find(|arg| arg.of_message)?;
        Some(Menu { name: name_of(verb), verb, arg })
    };
    verb::all().filter(|verb| verb.is_for_platforms()).filter_map(menu).collect()
}

/// The line of the menu with this name.
pub(crate) fn find(name: &str) -> Option<Menu> {
    all().into_iter().find(|menu| menu.name == name)
}

fn name_of(verb: &Verb) -> String {
    let name = verb.help.menu.map(|name| name.say(Language::En));
    cut(name.as_deref().unwrap_or(verb.said), NAME_UNITS_MAX)
}
