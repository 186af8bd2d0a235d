//! What the rules refuse and what fails underneath, in words, with the remedy. Nobody is blamed,
//! and no internal error is shown: a reference names the line in the log.

use plenary_documents::words;
use plenary_domain::text::{BoundsFault, Counted, TextField};
use plenary_domain::{Capacity, Language, Rejection};
use plenary_service::Failure;

use super::kit::*;
use super::{agenda, comment, decision, meeting, paper, people, reply, session};
use crate::line::Line;

/// A rejection in words: those of a topic's own rules stand in its file.
pub(crate) fn refusal(cx: &RenderContext<'_>, rejection: &Rejection) -> Response {
    let lang = cx.lang;
    let text = match rejection {
        Rejection::NotConvened => say!(lang, "refuse-not-convened"),
        Rejection::NotHeld(capacity) => {
            say!(lang, "refuse-not-held", capacity = capacity_words(cx, *capacity))
        }
        Rejection::NotAllowed { capacity, may } => not_allowed(cx, *capacity, may),
        Rejection::MembersOnly => say!(lang, "refuse-members-only"),
        Rejection::OtherDelegation(code) => {
            say!(lang, "refuse-other-delegation", delegation = cx.delegation(code))
        }
        Rejection::ForWhom => say!(lang, "refuse-for-whom"),
        Rejection::UnknownDelegation(code) => {
            say!(lang, "misread-delegation", typed = code.as_str())
        }
        Rejection::ReceivedInFuture(date) => {
            say!(lang, "refuse-received-future", day = words::running_date(*date, lang))
        }
        Rejection::ReceivedNowhere(date) => {
            say!(lang, "refuse-received-nowhere", day = words::running_date(*date, lang))
        }
        Rejection::Bounds(fault) => bounds(lang, *fault),
        Rejection::Meeting(fault) => meeting::refusal(cx, fault),
        Rejection::People(fault) => people::refusal(cx, fault),
        Rejection::Reply(fault) => reply::refusal(cx, fault),
        Rejection::Agenda(fault) => return agenda::refusal(cx, fault),
        Rejection::Comment(fault) => comment::refusal(cx, fault),
        Rejection::Paper(fault) => return paper::refusal(cx, fault),
        Rejection::Session(fault) => session::refusal(cx, fault),
        Rejection::Decision(fault) => decision::refusal(cx, fault),
    };
    Response::text(Tone::Refused, text)
}

fn not_allowed(cx: &RenderContext<'_>, capacity: Capacity, may: &[Capacity]) -> String {
    let names: Vec<String> = may
        .iter()
        .filter(|who| !matches!(who, Capacity::Operator) || may.len() == 1)
        .map(|who| capacity_words(cx, *who))
        .collect();
    let id = if capacity == Capacity::Reader { "refuse-join-first" } else { "refuse-not-allowed" };
    let as_what = capacity_words(cx, capacity);
    say!(cx.lang, id, capacity = as_what, may = names.join(", "))
}

fn capacity_words(cx: &RenderContext<'_>, capacity: Capacity) -> String {
    words::capacity_name(capacity, cx.lang).to_owned()
}

fn bounds(lang: Language, fault: BoundsFault) -> String {
    match fault {
        BoundsFault::Empty(field) => say!(lang, "text-empty", what = field_words(lang, field)),
        BoundsFault::TooLong { field, chars, chars_max } => {
            let what = field_words(lang, field);
            say!(lang, "text-too-long", what = what, chars = chars, max = chars_max)
        }
        BoundsFault::Control { field, code } => {
            let what = field_words(lang, field);
            say!(lang, "text-control", what = what, code = format!("U+{code:04X}"))
        }
        BoundsFault::TooMany { what, max } => {
            say!(lang, "refuse-too-many", what = counted(lang, what), max = max)
        }
    }
}

fn field_words(lang: Language, field: TextField) -> String {
    match field {
        TextField::Title => say!(lang, "field-title"),
        TextField::Comment => say!(lang, "field-comment"),
        TextField::Paragraph => say!(lang, "field-paragraph"),
        TextField::Reason => say!(lang, "field-reason"),
        TextField::Name => say!(lang, "field-name"),
    }
}

fn counted(lang: Language, what: Counted) -> String {
    let id = match what {
        Counted::Items => "counted-items",
        Counted::Levels => "counted-levels",
        Counted::NoteBlocks => "counted-blocks",
        Counted::Topics => "counted-topics",
        Counted::RollLines => "counted-roll",
        Counted::Lines => "counted-lines",
    };
    say!(lang, id)
}

/// A failure underneath. What it says is for the asker; the log has the rest under the reference.
pub(crate) fn failure(lang: Language, meeting: &str, failure: &Failure) -> Response {
    let text = match failure {
        Failure::NotKnownYet => say!(lang, "fail-not-known"),
        Failure::Busy => say!(lang, "fail-busy"),
        Failure::Stopping => say!(lang, "fail-stopping"),
        Failure::BadName(_) => say!(lang, "fail-name", meeting = meeting),
        Failure::Translate(error) => say!(lang, "fail-newer", why = error.to_string()),
        Failure::Journal(error) => match failure.away() {
            Some(why) => say!(lang, "fail-away", why = why),
            None => say!(lang, "fail-journal", why = error.to_string()),
        },
        Failure::Keyring(error) => say!(lang, "fail-keys", why = error.to_string()),
        Failure::Random(error) => say!(lang, "fail-keys", why = error.to_string()),
    };
    Response::text(Tone::Failed, text)
}

/// The end of a request's name, by which the log is searched.
pub(crate) fn reference(lang: Language, line: &Line) -> String {
    let name = line.request.as_str();
    let tail = name.char_indices().rev().nth(7).map_or(0, |(at, _)| at);
    let reference = name.get(tail..).unwrap_or(name);
    say!(lang, "fail-reference", reference = reference)
}
