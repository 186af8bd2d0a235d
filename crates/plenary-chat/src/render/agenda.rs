//! The agenda: in force, in the working draft, and one item of it.

use plenary_documents::{agenda as documents, words};
use plenary_domain::agenda::{Agenda, compare};
use plenary_domain::event::AgendaEvent;
use plenary_domain::{Capacity, ItemId};

use super::Room;
use crate::grammar::Which;
use crate::reply::{Part, Reply, Tone};
use crate::say::say;

/// The reply to an edit of the working agenda.
pub(super) fn done(room: &Room<'_>, event: &AgendaEvent) -> Reply {
    let working = &room.views.agenda.working;
    let text = match event {
        AgendaEvent::ItemAdded(added) => {
            say!(room.lang, "agenda-added", item = room.item(working, added.item))
        }
        AgendaEvent::ItemReworded(reworded) => {
            say!(room.lang, "agenda-reworded", item = room.item(working, reworded.item))
        }
        AgendaEvent::ItemMoved(moved) => {
            say!(room.lang, "agenda-moved", item = room.item(working, moved.item))
        }
        AgendaEvent::ItemRemoved(_) => say!(room.lang, "agenda-removed"),
        AgendaEvent::FootnoteSet(set) => {
            say!(room.lang, "agenda-footnote", item = room.item(working, set.item))
        }
        AgendaEvent::NoteWritten(written) => {
            let place = super::meeting::city(room);
            match &written.deadline {
                Some(deadline) => {
                    let day = words::running_date(deadline.date, room.lang);
                    say!(room.lang, "agenda-note", day = day, place = place)
                }
                None => say!(room.lang, "agenda-note-undated"),
            }
        }
    };
    Reply::text(Tone::Done, text).and(say!(room.lang, "agenda-draft-readers"))
}

/// The agenda that was asked for, or one item of it.
pub(super) fn show(room: &Room<'_>, which: Which, item: Option<ItemId>) -> Reply {
    let views = room.views;
    let edition = match which {
        Which::Edition(id) => views.agenda.edition(id),
        Which::InForce => views.agenda.in_force(),
        Which::Working => None,
    };
    let inside = matches!(room.actor.capacity, Capacity::Chair | Capacity::Secretariat);
    let (head, agenda) = match (edition, which) {
        (Some(edition), _) => {
            let id = match (&edition.adopted, edition.issued.is_some()) {
                (Some(_), _) => "agenda-head-adopted",
                (None, true) => "agenda-head",
                (None, false) => "agenda-head-waiting",
            };
            (say!(room.lang, id, symbol = edition.symbol.to_string()), &edition.agenda)
        }
        (None, Which::Working) => (say!(room.lang, "agenda-head-working"), &views.agenda.working),
        (None, _) if inside && !views.agenda.working.is_empty() => {
            (say!(room.lang, "agenda-head-working"), &views.agenda.working)
        }
        (None, _) => return Reply::text(Tone::Shown, say!(room.lang, "agenda-none")),
    };
    if let Some(item) = item {
        return one(room, agenda, item);
    }
    let mut reply = Reply::text(Tone::Shown, head).with(Part::Numbered(items(room, agenda)));
    if edition.is_some() && inside {
        let pending = compare(agenda, &views.agenda.working).len();
        if pending > 0 && which == Which::InForce {
            reply = reply.and(say!(room.lang, "agenda-pending", count = pending));
        }
    }
    if which == Which::InForce && edition.is_some() {
        reply = super::offer::comments(room, agenda, reply);
    }
    reply
}

fn items(room: &Room<'_>, agenda: &Agenda) -> Vec<(String, String)> {
    agenda
        .numbered()
        .into_iter()
        .map(|numbered| {
            let mut line = numbered.item.title.clone();
            let comments = room.views.comment.count_on(numbered.item.id, &room.reader);
            if comments > 0 {
                line.push(' ');
                line.push_str(&say!(room.lang, "agenda-comments", count = comments));
            }
            (numbered.number.to_string(), line)
        })
        .collect()
}

fn one(room: &Room<'_>, agenda: &Agenda, id: ItemId) -> Reply {
    let mut reply = Reply::text(Tone::Shown, room.item(agenda, id));
    let Some(item) = agenda.find(id) else { return reply };
    if let Some(footnote) = &item.footnote {
        reply = reply.with(Part::Quote(footnote.text.clone()));
    }
    let comments: Vec<String> = room
        .views
        .comment
        .readable(&room.reader)
        .filter(|comment| comment.on.as_ref().is_some_and(|on| on.item == id))
        .map(|comment| super::comment::line(room, comment))
        .collect();
    if !comments.is_empty() {
        reply = reply.with(Part::List(comments));
    }
    reply
}

/// Which paragraphs of the mandates' sources are covered by which items.
pub(super) fn coverage(room: &Room<'_>) -> Reply {
    let agenda = match room.views.agenda.in_force() {
        Some(edition) => &edition.agenda,
        None if matches!(room.actor.capacity, Capacity::Chair | Capacity::Secretariat) => {
            &room.views.agenda.working
        }
        None => return Reply::text(Tone::Shown, say!(room.lang, "agenda-none")),
    };
    let paper = documents::coverage(room.views, agenda, room.lang);
    Reply::default().with(Part::Paper(Box::new(paper)))
}
