//! What was stored, as responses and notices: an event without one does not compile.

use plenary_domain::event::{AgendaEvent, MeetingEvent};
use plenary_domain::{Entry, Event};
use plenary_service::Outcome;

use super::kit::*;
use super::{agenda, comment, decision, meeting, paper, people, reply, session};

/// The response to what was stored.
pub(crate) fn done(cx: &RenderContext<'_>, outcome: &Outcome) -> Response {
    let Some(first) = outcome.entries.first() else {
        return Response::text(Tone::Done, messages::ALREADY_SO.say(cx));
    };
    let response = match &first.event {
        Event::Meeting(
            MeetingEvent::Convened(_)
            | MeetingEvent::RollRecorded(_)
            | MeetingEvent::SourceDescribed(_),
        ) => meeting::done(cx),
        Event::People(event) => people::done(cx, event, outcome),
        Event::Reply(event) => reply::done(cx, event, outcome),
        Event::Agenda(event) => agenda::done(cx, event),
        Event::Comment(event) => comment::done(cx, event),
        Event::Paper(event) => paper::done(cx, event),
        Event::Session(event) => session::done(cx, event),
        Event::Decision(event) => decision::done(cx, event),
    };
    response.stored(&outcome.entries)
}

/// What is shown unasked because of an entry, and to whom, on the views that hold it. Of several
/// that are for one seat, the last is the one to show. The author has the response and is left out
/// by whoever delivers.
pub(crate) fn notices(cx: &RenderContext<'_>, entry: &Entry) -> Vec<Notice> {
    match &entry.event {
        // The operator convenes alone, and edits of the working agenda are nobody else's yet.
        Event::Meeting(
            MeetingEvent::Convened(_)
            | MeetingEvent::RollRecorded(_)
            | MeetingEvent::SourceDescribed(_),
        )
        | Event::Agenda(
            AgendaEvent::ItemAdded(_)
            | AgendaEvent::ItemReworded(_)
            | AgendaEvent::ItemMoved(_)
            | AgendaEvent::ItemRemoved(_)
            | AgendaEvent::FootnoteSet(_)
            | AgendaEvent::NoteWritten(_),
        ) => Vec::new(),
        Event::People(event) => people::notices(cx, entry, event),
        Event::Reply(event) => reply::notices(cx, entry, event),
        Event::Comment(event) => comment::notices(cx, entry, event),
        Event::Paper(event) => paper::notices(cx, event),
        Event::Session(event) => session::notices(cx, event),
        Event::Decision(event) => decision::notices(cx, event),
    }
}
