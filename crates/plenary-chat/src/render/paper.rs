//! Editions: what waits for the chair, the question before the issue, the papers themselves.

use plenary_documents::{agenda as documents, roster as roster_paper};
use plenary_domain::agenda::Change;
use plenary_domain::event::PaperEvent;
use plenary_domain::projection::agenda::Edition;
use plenary_domain::{Capacity, EditionId, Language, Standing};

use super::RenderContext;
use crate::press::Press;
use crate::response::{Part, Response, Tone};
use crate::say::say;

/// The response to a fact about an edition.
pub(super) fn done(cx: &RenderContext<'_>, event: &PaperEvent) -> Response {
    let (id, sentence) = match event {
        PaperEvent::Prepared(prepared) => (prepared.edition, "paper-prepared"),
        PaperEvent::Returned(returned) => (returned.edition, "paper-returned"),
        PaperEvent::Approved(approved) => (approved.edition, "paper-issued"),
        PaperEvent::Issued(issued) => (issued.edition, "paper-issued"),
    };
    let Some(edition) = cx.views.agenda.edition(id) else { return Response::default() };
    let symbol = edition.symbol.to_string();
    let response = Response::text(Tone::Done, say!(cx.lang, sentence, symbol = symbol));
    let response = response.and(summary(cx, edition));
    if sentence == "paper-prepared" { with_looks(cx, response, edition) } else { response }
}

/// What a reader should know of an edition in one sentence.
pub(super) fn summary(cx: &RenderContext<'_>, edition: &Edition) -> String {
    let numbered = edition.agenda.numbered();
    let footnotes = numbered.iter().filter(|n| n.item.footnote.is_some()).count();
    match edition.follows {
        None => {
            let id = if edition.with_note { "paper-parts-note" } else { "paper-parts" };
            say!(cx.lang, id, items = numbered.len(), footnotes = footnotes)
        }
        Some(_) => {
            let changes = cx.views.agenda.changes(edition);
            let mut lines: Vec<String> =
                changes.iter().map(|change| change_words(cx, edition, change)).collect();
            let before = edition.follows.and_then(|id| cx.views.agenda.edition(id));
            match before.map(|before| (before.with_note, edition.with_note)) {
                Some((true, false)) => lines.push(say!(cx.lang, "change-note-left-out")),
                Some((false, true)) => lines.push(say!(cx.lang, "change-note-added")),
                Some(_) | None => {}
            }
            say!(cx.lang, "paper-changes", count = lines.len(), changes = lines.join("; "))
        }
    }
}

fn change_words(cx: &RenderContext<'_>, edition: &Edition, change: &Change) -> String {
    let before = edition.follows.and_then(|id| cx.views.agenda.edition(id));
    let item = |id| cx.item(&edition.agenda, id);
    match change {
        Change::Added(id) => say!(cx.lang, "change-added", item = item(*id)),
        Change::Removed(id) => {
            let item = before.map(|before| cx.item(&before.agenda, *id)).unwrap_or_default();
            say!(cx.lang, "change-removed", item = item)
        }
        Change::Reworded(id) => say!(cx.lang, "change-reworded", item = item(*id)),
        Change::Moved(id) => {
            let old = before.and_then(|before| before.agenda.number_of(*id));
            let old = old.map(|number| number.to_string()).unwrap_or_default();
            say!(cx.lang, "change-moved", item = item(*id), old = old)
        }
        Change::Footnote(id) => say!(cx.lang, "change-footnote", item = item(*id)),
        Change::Note => say!(cx.lang, "change-note"),
        Change::Deadline => say!(cx.lang, "change-deadline"),
    }
}

/// What looks odd in a text that was typed from a paper; it is kept as it was written.
fn with_looks(cx: &RenderContext<'_>, response: Response, edition: &Edition) -> Response {
    let numbered = edition.agenda.numbered();
    let stops = numbered.iter().filter(|n| n.item.title.ends_with('.')).count();
    let bare: Vec<String> = numbered
        .iter()
        .filter(|n| stops * 2 > numbered.len() && !n.item.title.ends_with('.'))
        .map(|n| n.number.to_string())
        .collect();
    if bare.is_empty() {
        return response;
    }
    response.and(say!(cx.lang, "paper-look-stop", items = bare.join(", ")))
}

/// "Issue … to 34 delegations?"
pub(crate) fn confirm_issue(cx: &RenderContext<'_>, edition: &Edition) -> Response {
    let members = cx.views.meeting.delegations().iter();
    let count = members.filter(|line| line.standing == Standing::Member).count();
    let symbol = edition.symbol.to_string();
    let seen = cx.views.number;
    Response::text(Tone::Asked, say!(cx.lang, "paper-confirm", symbol = symbol, count = count))
        .and(summary(cx, edition))
        .button(
            say!(cx.lang, "button-issue"),
            Press::new("paper.approve-yes", edition.edition, seen),
        )
        .button(say!(cx.lang, "button-no"), Press::new("desk.no", edition.edition, seen))
}

/// Approving again what is issued changes nothing.
pub(crate) fn already_issued(cx: &RenderContext<'_>, edition: &Edition) -> Response {
    let symbol = edition.symbol.to_string();
    Response::text(Tone::Done, say!(cx.lang, "paper-already-issued", symbol = symbol))
}

/// Sending back needs a reason, which a button cannot carry.
pub(crate) fn how_to_return(lang: Language, edition: &Edition) -> Response {
    let symbol = edition.symbol.to_string();
    Response::text(Tone::Asked, say!(lang, "paper-how-to-return", symbol = symbol))
}

/// The buttons of an edition that waits for the chair.
pub(super) fn card(cx: &RenderContext<'_>, edition: &Edition) -> Response {
    let symbol = edition.symbol.to_string();
    let response = Response::text(Tone::Asked, say!(cx.lang, "paper-card", symbol = symbol))
        .and(summary(cx, edition));
    with_choices(cx, edition, response)
}

/// The same response with what the chair can do with an edition that waits.
pub(super) fn with_choices(
    cx: &RenderContext<'_>,
    edition: &Edition,
    response: Response,
) -> Response {
    let (id, seen) = (edition.edition, cx.views.number);
    response
        .button(say!(cx.lang, "button-read"), Press::new("paper.read", id, seen))
        .button(say!(cx.lang, "button-approve"), Press::new("paper.approve", id, seen))
        .button(say!(cx.lang, "button-return"), Press::new("paper.return", id, seen))
}

/// A refusal of what has moved on; the chair is offered the edition that waits now.
pub(super) fn or_what_waits(cx: &RenderContext<'_>, why: String) -> Response {
    let response = Response::text(Tone::Refused, why);
    let is_chair = cx.actor.capacity == Capacity::Chair;
    match cx.views.agenda.waiting().filter(|_| is_chair) {
        Some(edition) => {
            let symbol = edition.symbol.to_string();
            let waits = say!(cx.lang, "paper-card", symbol = symbol);
            with_choices(cx, edition, response.and(waits))
        }
        None => response,
    }
}

/// The papers that there are.
pub(super) fn list(cx: &RenderContext<'_>) -> Response {
    let lines: Vec<String> = cx
        .views
        .agenda
        .editions()
        .iter()
        .filter(|edition| cx.reader.may_see(*edition))
        .map(|edition| {
            let id = match edition {
                Edition { adopted: Some(_), .. } => "paper-line-adopted",
                Edition { issued: Some(_), .. } => "paper-line-issued",
                Edition { returned: Some(_), .. } => "paper-line-returned",
                _ => "paper-line-waiting", // not an event: an edition's stage.
            };
            say!(cx.lang, id, symbol = edition.symbol.to_string())
        })
        .chain([say!(cx.lang, "paper-line-others")])
        .collect();
    Response::text(Tone::Shown, say!(cx.lang, "paper-head")).with(Part::List(lines))
}

/// One edition, whole.
pub(super) fn get(cx: &RenderContext<'_>, id: EditionId, lang: Option<Language>) -> Response {
    let Some(edition) = cx.views.agenda.edition(id) else { return Response::default() };
    let paper = documents::paper(cx.views, edition, lang.unwrap_or(edition.original));
    Response::default().with(Part::Paper(Box::new(paper)))
}

/// What an edition changed against the one before.
pub(super) fn compare(cx: &RenderContext<'_>, id: EditionId) -> Response {
    let Some(edition) = cx.views.agenda.edition(id) else { return Response::default() };
    if edition.follows.is_none() {
        let symbol = edition.symbol.to_string();
        return Response::text(Tone::Shown, say!(cx.lang, "paper-first", symbol = symbol));
    }
    let paper = documents::comparison(cx.views, edition, cx.lang);
    Response::default().with(Part::Paper(Box::new(paper)))
}

/// The list of participants.
pub(super) fn roster(cx: &RenderContext<'_>) -> Response {
    let paper = roster_paper::paper(cx.views, &cx.reader, cx.lang);
    Response::default().with(Part::Paper(Box::new(paper)))
}
