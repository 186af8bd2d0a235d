//! Verbs about editions of papers.

mod approve;
mod get;
mod prepare;
mod refusal;
mod send_back;

pub(super) use refusal::refusal;
pub(crate) use send_back::VERB as RETURN;

use plenary_domain::Capacity;
use plenary_domain::agenda::Change;
use plenary_domain::event::PaperEvent;
use plenary_domain::projection::agenda::Edition;

use super::kit::*;

pub(crate) use approve::{already_issued, confirm_issue};
pub(crate) use get::{edition_whole, list};
pub(crate) use send_back::how_to_return;

pub(super) static VERBS: &[&Verb] = &[&get::VERB, &prepare::VERB, &approve::VERB, &send_back::VERB];

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
    if sentence == "paper-prepared" { prepare::with_looks(cx, response, edition) } else { response }
}

/// Who is told of an event about an edition.
pub(super) fn notices(cx: &RenderContext<'_>, event: &PaperEvent) -> Vec<Notice> {
    match event {
        PaperEvent::Prepared(prepared) => {
            let edition = cx.views.agenda.edition(prepared.edition);
            let card = edition.map(|edition| card(cx, edition)).unwrap_or_default();
            vec![Notice { to: Audience::Chair, response: card }]
        }
        PaperEvent::Returned(returned) => {
            let edition = cx.views.agenda.edition(returned.edition);
            let symbol = edition.map(|edition| edition.symbol.to_string()).unwrap_or_default();
            let text = say!(cx.lang, "notice-returned", symbol = symbol);
            let response =
                Response::text(Tone::Shown, text).with(Part::Quote(returned.reason.clone()));
            vec![Notice { to: Audience::Secretariat, response }]
        }
        PaperEvent::Approved(_) => Vec::new(),
        PaperEvent::Issued(issued) => approve::notices(cx, issued.edition),
    }
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

/// The buttons of an edition that waits for the chair.
fn card(cx: &RenderContext<'_>, edition: &Edition) -> Response {
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
        .button(say!(cx.lang, "button-read"), Press::new(Action::PaperRead(id), seen))
        .button(say!(cx.lang, "button-approve"), Press::new(Action::PaperApprove(id), seen))
        .button(say!(cx.lang, "button-return"), Press::new(Action::PaperReturn(id), seen))
}

/// A refusal of what has moved on; the chair is offered the edition that waits now.
pub(crate) fn or_what_waits(cx: &RenderContext<'_>, why: String) -> Response {
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

pub(super) fn waiting_for_chair(cx: &RenderContext<'_>) -> Vec<String> {
    match cx.views.agenda.waiting() {
        None => vec![say!(cx.lang, "people-nothing-waits")],
        Some(edition) => {
            vec![say!(cx.lang, "people-edition-waits", symbol = edition.symbol.to_string())]
        }
    }
}
