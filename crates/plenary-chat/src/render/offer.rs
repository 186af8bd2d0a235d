//! What the asker may want to do next, as buttons that open forms; places without forms leave them
//! out.

use plenary_domain::Capacity;
use plenary_domain::agenda::Agenda;

use super::RenderContext;
use crate::desk::opens;
use crate::press::Press;
use crate::response::Response;
use crate::say::say;
use crate::verb;

/// The most items that get a button each; a message has cx for 25, and others want some.
const ITEMS_MAX: usize = 15;

/// A button for each item of the agenda in force, for those who may comment.
pub(super) fn comments(cx: &RenderContext<'_>, agenda: &Agenda, response: Response) -> Response {
    agenda.numbered().into_iter().take(ITEMS_MAX).fold(response, |response, numbered| {
        let number = numbered.number.to_string();
        let label = say!(cx.lang, "comment-on", number = &number);
        response.form(label, form(cx, "comment add", &[("item", &number)]))
    })
}

/// What a mission is asked for.
pub(super) fn answers(cx: &RenderContext<'_>, response: Response) -> Response {
    let nominate = form(cx, "reply nominate", &[("role", "expert")]);
    response
        .form(say!(cx.lang, "button-nominate"), nominate)
        .form(say!(cx.lang, "button-comment"), form(cx, "comment add", &[]))
}

/// The press that opens a verb's form, for those who may say the verb.
fn form(cx: &RenderContext<'_>, typed: &str, said: &[(&str, &str)]) -> Option<Press> {
    let verb = verb::find(typed)?;
    let may = verb.who.contains(&cx.actor.capacity) && cx.actor.capacity != Capacity::Operator;
    may.then(|| opens(verb, said, cx.views.number)).flatten()
}
