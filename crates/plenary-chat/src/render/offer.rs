//! What the asker may want to do next, as buttons that open forms; places without forms leave them
//! out.

use plenary_domain::Capacity;
use plenary_domain::agenda::Agenda;

use super::Room;
use crate::desk::opens;
use crate::press::Press;
use crate::reply::Reply;
use crate::say::say;
use crate::verb;

/// The most items that get a button each; a message has room for 25, and others want some.
const ITEMS_MAX: usize = 15;

/// A button for each item of the agenda in force, for those who may comment.
pub(super) fn comments(room: &Room<'_>, agenda: &Agenda, reply: Reply) -> Reply {
    agenda.numbered().into_iter().take(ITEMS_MAX).fold(reply, |reply, numbered| {
        let number = numbered.number.to_string();
        let label = say!(room.lang, "comment-on", number = &number);
        reply.form(label, form(room, "comment add", &[("item", &number)]))
    })
}

/// What a mission is asked for.
pub(super) fn answers(room: &Room<'_>, reply: Reply) -> Reply {
    let nominate = form(room, "answer nominate", &[("role", "expert")]);
    reply
        .form(say!(room.lang, "button-nominate"), nominate)
        .form(say!(room.lang, "button-comment"), form(room, "comment add", &[]))
}

/// The press that opens a verb's form, for those who may say the verb.
fn form(room: &Room<'_>, typed: &str, said: &[(&str, &str)]) -> Option<Press> {
    let verb = verb::find(typed)?;
    let may = verb.who.contains(&room.actor.capacity) && room.actor.capacity != Capacity::Operator;
    may.then(|| opens(verb, said, room.views.number)).flatten()
}
