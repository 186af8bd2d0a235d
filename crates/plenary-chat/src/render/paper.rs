//! Editions: what waits for the chair, the question before the issue, the papers themselves.

use plenary_documents::{agenda as documents, roster as roster_paper};
use plenary_domain::agenda::Change;
use plenary_domain::event::PaperEvent;
use plenary_domain::event::meeting::Language;
use plenary_domain::projection::agenda::Edition;
use plenary_domain::{Capacity, EditionId, Standing};

use super::Room;
use crate::press::Press;
use crate::reply::{Part, Reply, Tone};
use crate::say::say;

/// The reply to a fact about an edition.
pub(super) fn done(room: &Room<'_>, event: &PaperEvent) -> Reply {
    let (id, sentence) = match event {
        PaperEvent::Prepared(prepared) => (prepared.edition, "paper-prepared"),
        PaperEvent::Returned(returned) => (returned.edition, "paper-returned"),
        PaperEvent::Approved(approved) => (approved.edition, "paper-issued"),
        PaperEvent::Issued(issued) => (issued.edition, "paper-issued"),
    };
    let Some(edition) = room.views.agenda.edition(id) else { return Reply::default() };
    let symbol = edition.symbol.to_string();
    let reply = Reply::text(Tone::Done, say!(room.lang, sentence, symbol = symbol));
    let reply = reply.and(summary(room, edition));
    if sentence == "paper-prepared" { with_looks(room, reply, edition) } else { reply }
}

/// What a reader should know of an edition in one sentence.
pub(super) fn summary(room: &Room<'_>, edition: &Edition) -> String {
    let numbered = edition.agenda.numbered();
    let footnotes = numbered.iter().filter(|n| n.item.footnote.is_some()).count();
    match edition.follows {
        None => {
            let id = if edition.with_note { "paper-parts-note" } else { "paper-parts" };
            say!(room.lang, id, items = numbered.len(), footnotes = footnotes)
        }
        Some(_) => {
            let changes = room.views.agenda.changes(edition);
            let mut lines: Vec<String> =
                changes.iter().map(|change| change_words(room, edition, change)).collect();
            let before = edition.follows.and_then(|id| room.views.agenda.edition(id));
            match before.map(|before| (before.with_note, edition.with_note)) {
                Some((true, false)) => lines.push(say!(room.lang, "change-note-left-out")),
                Some((false, true)) => lines.push(say!(room.lang, "change-note-added")),
                Some(_) | None => {}
            }
            say!(room.lang, "paper-changes", count = lines.len(), changes = lines.join("; "))
        }
    }
}

fn change_words(room: &Room<'_>, edition: &Edition, change: &Change) -> String {
    let before = edition.follows.and_then(|id| room.views.agenda.edition(id));
    let item = |id| room.item(&edition.agenda, id);
    match change {
        Change::Added(id) => say!(room.lang, "change-added", item = item(*id)),
        Change::Removed(id) => {
            let item = before.map(|before| room.item(&before.agenda, *id)).unwrap_or_default();
            say!(room.lang, "change-removed", item = item)
        }
        Change::Reworded(id) => say!(room.lang, "change-reworded", item = item(*id)),
        Change::Moved(id) => {
            let old = before.and_then(|before| before.agenda.number_of(*id));
            let old = old.map(|number| number.to_string()).unwrap_or_default();
            say!(room.lang, "change-moved", item = item(*id), old = old)
        }
        Change::Footnote(id) => say!(room.lang, "change-footnote", item = item(*id)),
        Change::Note => say!(room.lang, "change-note"),
        Change::Deadline => say!(room.lang, "change-deadline"),
    }
}

/// What looks odd in a text that was typed from a paper; it is kept as it was written.
fn with_looks(room: &Room<'_>, reply: Reply, edition: &Edition) -> Reply {
    let numbered = edition.agenda.numbered();
    let stops = numbered.iter().filter(|n| n.item.title.ends_with('.')).count();
    let bare: Vec<String> = numbered
        .iter()
        .filter(|n| stops * 2 > numbered.len() && !n.item.title.ends_with('.'))
        .map(|n| n.number.to_string())
        .collect();
    if bare.is_empty() {
        return reply;
    }
    reply.and(say!(room.lang, "paper-look-stop", items = bare.join(", ")))
}

/// "Issue … to 34 delegations?"
pub(crate) fn confirm_issue(room: &Room<'_>, edition: &Edition) -> Reply {
    let members = room.views.meeting.delegations().iter();
    let count = members.filter(|line| line.standing == Standing::Member).count();
    let symbol = edition.symbol.to_string();
    let seen = room.views.number;
    Reply::text(Tone::Asked, say!(room.lang, "paper-confirm", symbol = symbol, count = count))
        .and(summary(room, edition))
        .button(
            say!(room.lang, "button-issue"),
            Press::new("paper.approve-yes", edition.edition, seen),
        )
        .button(say!(room.lang, "button-no"), Press::new("desk.no", edition.edition, seen))
}

/// Approving again what is issued changes nothing.
pub(crate) fn already_issued(room: &Room<'_>, edition: &Edition) -> Reply {
    let symbol = edition.symbol.to_string();
    Reply::text(Tone::Done, say!(room.lang, "paper-already-issued", symbol = symbol))
}

/// Sending back needs a reason, which a button cannot carry.
pub(crate) fn how_to_return(lang: Language, edition: &Edition) -> Reply {
    let symbol = edition.symbol.to_string();
    Reply::text(Tone::Asked, say!(lang, "paper-how-to-return", symbol = symbol))
}

/// The buttons of an edition that waits for the chair.
pub(super) fn card(room: &Room<'_>, edition: &Edition) -> Reply {
    let symbol = edition.symbol.to_string();
    let reply = Reply::text(Tone::Asked, say!(room.lang, "paper-card", symbol = symbol))
        .and(summary(room, edition));
    with_choices(room, edition, reply)
}

/// The same reply with what the chair can do with an edition that waits.
pub(super) fn with_choices(room: &Room<'_>, edition: &Edition, reply: Reply) -> Reply {
    let (id, seen) = (edition.edition, room.views.number);
    reply
        .button(say!(room.lang, "button-read"), Press::new("paper.read", id, seen))
        .button(say!(room.lang, "button-approve"), Press::new("paper.approve", id, seen))
        .button(say!(room.lang, "button-return"), Press::new("paper.return", id, seen))
}

/// A refusal of what has moved on; the chair is offered the edition that waits now.
pub(super) fn or_what_waits(room: &Room<'_>, why: String) -> Reply {
    let reply = Reply::text(Tone::Refused, why);
    let is_chair = room.actor.capacity == Capacity::Chair;
    match room.views.agenda.waiting().filter(|_| is_chair) {
        Some(edition) => {
            let symbol = edition.symbol.to_string();
            let waits = say!(room.lang, "paper-card", symbol = symbol);
            with_choices(room, edition, reply.and(waits))
        }
        None => reply,
    }
}

/// The papers that there are.
pub(super) fn list(room: &Room<'_>) -> Reply {
    let inside = room.reader.circle == plenary_domain::event::comment::Readers::Secretariat;
    let lines: Vec<String> = room
        .views
        .agenda
        .editions()
        .iter()
        .filter(|edition| inside || edition.issued.is_some())
        .map(|edition| {
            let id = match edition {
                Edition { adopted: Some(_), .. } => "paper-line-adopted",
                Edition { issued: Some(_), .. } => "paper-line-issued",
                Edition { returned: Some(_), .. } => "paper-line-returned",
                _ => "paper-line-waiting", // not an event: an edition's stage.
            };
            say!(room.lang, id, symbol = edition.symbol.to_string())
        })
        .chain([say!(room.lang, "paper-line-others")])
        .collect();
    Reply::text(Tone::Shown, say!(room.lang, "paper-head")).with(Part::List(lines))
}

/// One edition, whole.
pub(super) fn get(room: &Room<'_>, id: EditionId, lang: Option<Language>) -> Reply {
    let Some(edition) = room.views.agenda.edition(id) else { return Reply::default() };
    let paper = documents::paper(room.views, edition, lang.unwrap_or(edition.original));
    Reply::default().with(Part::Paper(Box::new(paper)))
}

/// What an edition changed against the one before.
pub(super) fn compare(room: &Room<'_>, id: EditionId) -> Reply {
    let Some(edition) = room.views.agenda.edition(id) else { return Reply::default() };
    if edition.follows.is_none() {
        let symbol = edition.symbol.to_string();
        return Reply::text(Tone::Shown, say!(room.lang, "paper-first", symbol = symbol));
    }
    let paper = documents::comparison(room.views, edition, room.lang);
    Reply::default().with(Part::Paper(Box::new(paper)))
}

/// The list of participants.
pub(super) fn roster(room: &Room<'_>) -> Reply {
    let paper = roster_paper::paper(room.views, &room.reader, room.lang);
    Reply::default().with(Part::Paper(Box::new(paper)))
}
