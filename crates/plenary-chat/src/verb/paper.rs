//! Verbs about editions of papers.

mod approve;
mod get;
mod prepare;
mod refusal;
mod send_back;
mod withdraw;

pub(super) use refusal::refusal;
pub(crate) use send_back::VERB as RETURN;

use plenary_domain::Capacity;
use plenary_domain::agenda::Change;
use plenary_domain::event::PaperEvent;
use plenary_domain::projection::agenda::Edition;

use super::kit::*;
use super::lookup::edition;

pub(crate) use approve::approving;
pub(super) use approve::ask_issue;
pub(crate) use get::{NAMED as NAMED_PAPERS, edition_whole, format, list};
pub(crate) use send_back::how_to_return;

pub(super) static VERBS: &[&Verb] =
    &[&get::VERB, &prepare::VERB, &withdraw::VERB, &approve::VERB, &send_back::VERB];

/// The response to a fact about an edition.
pub(super) fn done(cx: &RenderContext<'_>, event: &PaperEvent) -> Response {
    let id = match event {
        PaperEvent::Prepared(prepared) => prepared.edition,
        PaperEvent::Returned(returned) => returned.edition,
        PaperEvent::EditionWithdrawn(withdrawn) => withdrawn.edition,
        PaperEvent::Approved(approved) => approved.edition,
        PaperEvent::Issued(issued) => issued.edition,
    };
    let Some(edition) = cx.views.agenda.edition(id) else { return Response::default() };
    let symbol = edition.symbol.to_string();
    let done = |text| Response::text(Tone::Done, text).and(summary(cx, edition));
    match event {
        PaperEvent::Prepared(_) => {
            let prepared = done(messages::PaperPrepared { symbol }.say(cx));
            prepare::with_looks(cx, prepared, edition)
        }
        PaperEvent::Returned(_) => done(messages::PaperReturned { symbol }.say(cx)),
        PaperEvent::EditionWithdrawn(_) => done(messages::PaperWithdrawn { symbol }.say(cx)),
        PaperEvent::Approved(_) | PaperEvent::Issued(_) => {
            done(messages::PaperIssued { symbol }.say(cx))
        }
    }
}

/// Who is told of an event about an edition.
pub(super) fn notices(cx: &RenderContext<'_>, event: &PaperEvent) -> Vec<Notice> {
    match event {
        PaperEvent::Prepared(prepared) => {
            // Who hears of it later is not told that it waits when it does not.
            let waiting = cx.views.agenda.waiting();
            let waiting = waiting.filter(|edition| edition.edition == prepared.edition);
            let card = waiting.map(|edition| card(cx, edition));
            card.map(|response| Notice { to: Audience::Chair, response }).into_iter().collect()
        }
        PaperEvent::Returned(returned) => {
            let edition = cx.views.agenda.edition(returned.edition);
            let symbol = edition.map(|edition| edition.symbol.to_string()).unwrap_or_default();
            let text = messages::NoticeReturned { symbol }.say(cx);
            let response =
                Response::text(Tone::Shown, text).with(Part::Quote(returned.reason.clone()));
            vec![Notice { to: Audience::Secretariat, response }]
        }
        PaperEvent::EditionWithdrawn(withdrawn) => {
            let text =
                messages::NoticeEditionWithdrawn { symbol: cx.symbol(withdrawn.edition) }.say(cx);
            vec![Notice::told(Audience::Chair, text)]
        }
        PaperEvent::Approved(_) => Vec::new(),
        PaperEvent::Issued(issued) => approve::notices(cx, issued.edition),
    }
}

/// The edition with this symbol, or without one the edition that waits for the chair.
fn waiting_or<'v>(
    typed: Option<&str>,
    context: &'v Context<'_>,
) -> Result<&'v Edition, ParseError> {
    match typed {
        Some(typed) => edition(typed, context),
        None => {
            let none = || ParseError::NoEdition { typed: String::new(), known: Vec::new() };
            context.views.agenda.waiting().ok_or_else(none)
        }
    }
}

/// What a reader should know of an edition in one sentence.
pub(super) fn summary(cx: &RenderContext<'_>, edition: &Edition) -> String {
    let numbered = edition.agenda.numbered();
    let footnotes = numbered.iter().filter(|n| n.item.footnote.is_some()).count();
    let items = numbered.len();
    match edition.follows {
        None if edition.with_note => messages::PaperPartsNote { items, footnotes }.say(cx),
        None => messages::PaperParts { items, footnotes }.say(cx),
        Some(_) => {
            let changes = cx.views.agenda.changes(edition);
            let mut lines: Vec<String> =
                changes.iter().map(|change| change_words(cx, edition, change)).collect();
            let before = edition.follows.and_then(|id| cx.views.agenda.edition(id));
            match before.map(|before| (before.with_note, edition.with_note)) {
                Some((true, false)) => lines.push(messages::CHANGE_NOTE_LEFT_OUT.say(cx)),
                Some((false, true)) => lines.push(messages::CHANGE_NOTE_ADDED.say(cx)),
                Some(_) | None => {}
            }
            messages::PaperChanges { count: lines.len(), changes: lines.join("; ") }.say(cx)
        }
    }
}

fn change_words(cx: &RenderContext<'_>, edition: &Edition, change: &Change) -> String {
    let before = edition.follows.and_then(|id| cx.views.agenda.edition(id));
    let item = |id| cx.item(&edition.agenda, id);
    match change {
        Change::Added(id) => messages::ChangeAdded { item: item(*id) }.say(cx),
        Change::Removed(id) => {
            let item = before.map(|before| cx.item(&before.agenda, *id)).unwrap_or_default();
            messages::ChangeRemoved { item }.say(cx)
        }
        Change::Reworded(id) => messages::ChangeReworded { item: item(*id) }.say(cx),
        Change::Moved(id) => {
            let old = before.and_then(|before| before.agenda.number_of(*id));
            let old = old.map(|number| number.to_string()).unwrap_or_default();
            messages::ChangeMoved { item: item(*id), old }.say(cx)
        }
        Change::Footnote(id) => messages::ChangeFootnote { item: item(*id) }.say(cx),
        Change::Note => messages::CHANGE_NOTE.say(cx),
        Change::Deadline => messages::CHANGE_DEADLINE.say(cx),
    }
}

/// The buttons of an edition that waits for the chair.
fn card(cx: &RenderContext<'_>, edition: &Edition) -> Response {
    let symbol = edition.symbol.to_string();
    let response = Response::text(Tone::Asked, messages::PaperCard { symbol }.say(cx))
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
        .button(messages::BUTTON_READ.say(cx), Press::new(Action::PaperRead(id), seen))
        .button(messages::BUTTON_APPROVE.say(cx), Press::new(Action::PaperApprove(id), seen))
        .button(messages::BUTTON_RETURN.say(cx), Press::new(Action::PaperReturn(id), seen))
}

/// A refusal of what has moved on; the chair is offered the edition that waits now.
pub(crate) fn or_what_waits(cx: &RenderContext<'_>, why: String) -> Response {
    let response = Response::text(Tone::Refused, why);
    let is_chair = cx.actor.capacity == Capacity::Chair;
    match cx.views.agenda.waiting().filter(|_| is_chair) {
        Some(edition) => {
            let symbol = edition.symbol.to_string();
            let waits = messages::PaperCard { symbol }.say(cx);
            with_choices(cx, edition, response.and(waits))
        }
        None => response,
    }
}

/// What the Chair wants changed before there is a next edition, and why, for the secretariat.
pub(super) fn sent_back(cx: &RenderContext<'_>) -> Option<String> {
    returned(cx, cx.views.agenda.editions().last()?)
}

/// That an edition was sent back, and why, for those who may see it.
fn returned(cx: &RenderContext<'_>, edition: &Edition) -> Option<String> {
    let (stamp, reason) = edition.returned.as_ref()?;
    let (symbol, day) = (edition.symbol.to_string(), cx.day(stamp.at));
    Some(messages::PaperReturnedWhy { symbol, day, reason }.say(cx))
}

pub(super) fn waiting_for_chair(cx: &RenderContext<'_>) -> Vec<String> {
    match cx.views.agenda.waiting() {
        None => vec![messages::PEOPLE_NOTHING_WAITS.say(cx)],
        Some(edition) => {
            vec![messages::PeopleEditionWaits { symbol: edition.symbol.to_string() }.say(cx)]
        }
    }
}
