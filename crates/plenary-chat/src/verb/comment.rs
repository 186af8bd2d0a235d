//! Verbs by which people comment.

mod add;
mod list;

pub(crate) use add::{VERB as ADD, comment_of, dropped, preview, which};
pub(super) use list::line;
pub(crate) use list::show as list;

use plenary_domain::decide::comment::CommentFault;
use plenary_domain::event::CommentEvent;
use plenary_domain::{Entry, Readers};

use super::kit::*;

pub(super) static VERBS: &[&Verb] = &[&add::VERB, &list::VERB];

/// The response to an event about a comment.
pub(super) fn done(cx: &RenderContext<'_>, event: &CommentEvent) -> Response {
    match event {
        CommentEvent::CommentMade(made) => add::made(cx, made),
        CommentEvent::CommentWithdrawn(withdrawn) => {
            let number = withdrawn.comment.shown();
            Response::text(Tone::Done, messages::CommentWithdrawn { number }.say(cx))
        }
    }
}

/// Who is told of an event about a comment.
pub(super) fn notices(cx: &RenderContext<'_>, entry: &Entry, event: &CommentEvent) -> Vec<Notice> {
    match event {
        CommentEvent::CommentMade(made) => add::notices(cx, entry, made),
        CommentEvent::CommentWithdrawn(withdrawn) => {
            let readers = cx.views.comment.find(withdrawn.comment).map(|comment| comment.readers);
            let number = withdrawn.comment.shown();
            let text = messages::CommentWithdrawn { number }.say(cx);
            vec![Notice::told(Audience::Circle(readers.unwrap_or(Readers::Secretariat)), text)]
        }
    }
}

/// Why a comment is not made or taken back.
pub(super) fn refusal(cx: &RenderContext<'_>, fault: &CommentFault) -> String {
    match fault {
        CommentFault::UnknownComment(id) => {
            messages::RefuseUnknownComment { number: id.shown() }.say(cx)
        }
        CommentFault::Withdrawn(id) => messages::RefuseWithdrawn { number: id.shown() }.say(cx),
        CommentFault::NotAuthor(id) => messages::RefuseNotAuthor { number: id.shown() }.say(cx),
        CommentFault::ReadersWider(id) => messages::RefuseWider { number: id.shown() }.say(cx),
    }
}
