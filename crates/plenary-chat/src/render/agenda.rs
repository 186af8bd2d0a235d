//! The agenda: in force, in the working draft, and one item of it.

use plenary_documents::{agenda as documents, words};
use plenary_domain::agenda::{Agenda, compare};
use plenary_domain::event::AgendaEvent;
use plenary_domain::{Capacity, ItemId};

use super::RenderContext;
use crate::response::{Part, Response, Tone};
use crate::say::say;
use crate::verb::Which;

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
            let place = super::meeting::city(cx);
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

/// The agenda that was asked for, or one item of it.
pub(super) fn show(cx: &RenderContext<'_>, which: Which, item: Option<ItemId>) -> Response {
    let views = cx.views;
    let edition = match which {
        Which::Edition(id) => views.agenda.edition(id),
        Which::InForce => views.agenda.in_force(),
        Which::Working => None,
    };
    let (head, agenda) = match (edition, which) {
        (Some(edition), _) => {
            let id = match (&edition.adopted, edition.issued.is_some()) {
                (Some(_), _) => "agenda-head-adopted",
                (None, true) => "agenda-head",
                (None, false) => "agenda-head-waiting",
            };
            (say!(cx.lang, id, symbol = edition.symbol.to_string()), &edition.agenda)
        }
        (None, Which::Working) => (say!(cx.lang, "agenda-head-working"), &views.agenda.working),
        (None, _) if cx.reader.is_inside() && !views.agenda.working.is_empty() => {
            (say!(cx.lang, "agenda-head-working"), &views.agenda.working)
        }
        (None, _) => return Response::text(Tone::Shown, say!(cx.lang, "agenda-none")),
    };
    if let Some(item) = item {
        return one(cx, agenda, item);
    }
    let mut response = Response::text(Tone::Shown, head).with(Part::Numbered(items(cx, agenda)));
    if edition.is_some() && cx.reader.is_inside() {
        let pending = compare(agenda, &views.agenda.working).len();
        if pending > 0 && which == Which::InForce {
            response = response.and(say!(cx.lang, "agenda-pending", count = pending));
        }
    }
    if which == Which::InForce && edition.is_some() {
        response = super::offer::comments(cx, agenda, response);
    }
    response
}

fn items(cx: &RenderContext<'_>, agenda: &Agenda) -> Vec<(String, String)> {
    agenda
        .numbered()
        .into_iter()
        .map(|numbered| {
            let mut line = numbered.item.title.clone();
            let comments = cx.views.comment.count_on(numbered.item.id, &cx.reader);
            if comments > 0 {
                line.push(' ');
                line.push_str(&say!(cx.lang, "agenda-comments", count = comments));
            }
            (numbered.number.to_string(), line)
        })
        .collect()
}

fn one(cx: &RenderContext<'_>, agenda: &Agenda, id: ItemId) -> Response {
    let mut response = Response::text(Tone::Shown, cx.item(agenda, id));
    let Some(item) = agenda.find(id) else { return response };
    if let Some(footnote) = &item.footnote {
        response = response.with(Part::Quote(footnote.text.clone()));
    }
    let comments: Vec<String> = cx
        .views
        .comment
        .readable(&cx.reader)
        .filter(|comment| comment.on.as_ref().is_some_and(|on| on.item == id))
        .map(|comment| super::comment::line(cx, comment))
        .collect();
    if !comments.is_empty() {
        response = response.with(Part::List(comments));
    }
    response
}

/// Which paragraphs of the mandates' sources are covered by which items.
pub(super) fn coverage(cx: &RenderContext<'_>) -> Response {
    let agenda = match cx.views.agenda.in_force() {
        Some(edition) => &edition.agenda,
        None if matches!(cx.actor.capacity, Capacity::Chair | Capacity::Secretariat) => {
            &cx.views.agenda.working
        }
        None => return Response::text(Tone::Shown, say!(cx.lang, "agenda-none")),
    };
    let paper = documents::coverage(cx.views, agenda, cx.lang);
    Response::default().with(Part::Paper(Box::new(paper)))
}
