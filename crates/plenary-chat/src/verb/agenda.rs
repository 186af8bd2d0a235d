//! Verbs about the agenda and its note.

mod compare;
mod edit;
mod note;
mod show;

use plenary_documents::words;
use plenary_domain::decide::agenda::AgendaFault;
use plenary_domain::event::AgendaEvent;

use super::kit::*;

pub(super) static VERBS: &[&Verb] = &[&show::VERB, &compare::VERB, &edit::VERB, &note::VERB];

/// The response to an edit of the working agenda.
pub(super) fn done(cx: &RenderContext<'_>, event: &AgendaEvent) -> Response {
    let working = &cx.views.agenda.working;
    let text = match event {
        AgendaEvent::ItemAdded(added) => {
            say!(cx.lang, "agenda-added", item = cx.item(working, added.item))
        }
        AgendaEvent::ItemReworded(reworded) => {
            say!(cx.lang, "agenda-reworded", item = cx.item(working, reworded.item))
        }
        AgendaEvent::ItemMoved(moved) => {
            say!(cx.lang, "agenda-moved", item = cx.item(working, moved.item))
        }
        AgendaEvent::ItemRemoved(_) => say!(cx.lang, "agenda-removed"),
        AgendaEvent::FootnoteSet(set) => {
            say!(cx.lang, "agenda-footnote", item = cx.item(working, set.item))
        }
        AgendaEvent::NoteWritten(written) => {
            let place = cx.city();
            match &written.deadline {
                Some(deadline) => {
                    let day = words::running_date(deadline.date, cx.lang);
                    say!(cx.lang, "agenda-note", day = day, place = place)
                }
                None => say!(cx.lang, "agenda-note-undated"),
            }
        }
    };
    Response::text(Tone::Done, text).and(say!(cx.lang, "agenda-draft-readers"))
}

/// Why the working agenda is not edited.
pub(super) fn refusal(cx: &RenderContext<'_>, fault: &AgendaFault) -> Response {
    let lang = cx.lang;
    let text = match fault {
        AgendaFault::UnknownItem(_) => say!(lang, "refuse-unknown-item"),
        AgendaFault::ItemPlace(_) => say!(lang, "refuse-item-place"),
        AgendaFault::ChangedSince { item, entry, theirs, yours } => {
            let what = match item {
                Some(item) => cx.item(&cx.views.agenda.working, *item),
                None => say!(lang, "the-note"),
            };
            let text = say!(lang, "refuse-changed", what = what, entry = *entry);
            let response = Response::text(Tone::Refused, text);
            if theirs.is_empty() {
                return response;
            }
            return response
                .and(say!(lang, "refuse-theirs"))
                .with(Part::Quote(theirs.clone()))
                .and(say!(lang, "refuse-yours"))
                .with(Part::Quote(yours.clone()));
        }
        AgendaFault::Adopted(decision) => say!(lang, "refuse-adopted", number = decision.shown()),
        AgendaFault::UnknownParagraph { source, paragraph, paragraphs } => say!(
            lang,
            "refuse-paragraph",
            source = source,
            paragraph = *paragraph,
            paragraphs = *paragraphs,
        ),
    };
    Response::text(Tone::Refused, text)
}
