//! Verbs about the agenda and its note.

mod compare;
mod edit;
mod note;
mod show;

use plenary_domain::decide::agenda::AgendaFault;
use plenary_domain::event::AgendaEvent;

use super::kit::*;

pub(super) static VERBS: &[&Verb] = &[&show::VERB, &compare::VERB, &edit::VERB, &note::VERB];

/// The response to an edit of the working agenda.
pub(super) fn done(cx: &RenderContext<'_>, event: &AgendaEvent) -> Response {
    let working = &cx.views.agenda.working;
    let text = match event {
        AgendaEvent::ItemAdded(added) => {
            messages::AgendaAdded { item: cx.item(working, added.item) }.say(cx)
        }
        AgendaEvent::ItemReworded(reworded) => {
            messages::AgendaReworded { item: cx.item(working, reworded.item) }.say(cx)
        }
        AgendaEvent::ItemMoved(moved) => {
            messages::AgendaMoved { item: cx.item(working, moved.item) }.say(cx)
        }
        AgendaEvent::ItemRemoved(removed) => {
            let found = cx.views.agenda.removed(removed.item);
            let item = found.map_or_else(
                || messages::ITEM_GONE.say(cx),
                |found| cx.numbered(&found.number, &found.title),
            );
            let below = found.map_or(0, |found| found.below);
            messages::AgendaRemoved { item, below }.say(cx)
        }
        AgendaEvent::FootnoteSet(set) => {
            messages::AgendaFootnote { item: cx.item(working, set.item) }.say(cx)
        }
        AgendaEvent::NoteWritten(written) => match &written.deadline {
            Some(deadline) => messages::AgendaNote { when: cx.deadline(deadline) }.say(cx),
            None => messages::AGENDA_NOTE_UNDATED.say(cx),
        },
    };
    Response::text(Tone::Done, text).and(messages::AGENDA_DRAFT_READERS.say(cx))
}

/// Why the working agenda is not edited.
pub(super) fn refusal(cx: &RenderContext<'_>, fault: &AgendaFault) -> Response {
    let text = match fault {
        AgendaFault::UnknownItem(_) => messages::REFUSE_UNKNOWN_ITEM.say(cx),
        AgendaFault::ItemPlace(_) => messages::REFUSE_ITEM_PLACE.say(cx),
        AgendaFault::ChangedSince { item, theirs, yours, .. } => {
            let what = match item {
                Some(item) => cx.item(&cx.views.agenda.working, *item),
                None => messages::THE_NOTE.say(cx),
            };
            let text = messages::RefuseChanged { what }.say(cx);
            let response = Response::text(Tone::Refused, text);
            if theirs.is_empty() {
                return response.and(messages::REFUSE_CHANGED_LOOK.say(cx));
            }
            return response
                .and(messages::REFUSE_THEIRS.say(cx))
                .with(Part::Quote(theirs.clone()))
                .and(messages::YOU_WROTE.say(cx))
                .with(Part::Quote(yours.clone()));
        }
        AgendaFault::Adopted(decision) => {
            messages::RefuseAdopted { number: decision.shown() }.say(cx)
        }
        AgendaFault::UnknownParagraph { source, paragraph, paragraphs } => {
            messages::RefuseParagraph { source, paragraph: *paragraph, paragraphs: *paragraphs }
                .say(cx)
        }
    };
    Response::text(Tone::Refused, text)
}
