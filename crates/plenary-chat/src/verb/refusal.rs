//! What the rules refuse and what fails underneath, in words, with the remedy. Nobody is blamed,
//! and no internal error is shown: a reference names the line in the log.

use jiff::tz::TimeZone;
use plenary_documents::words;
use plenary_domain::text::{BoundsFault, Counted, TextField};
use plenary_domain::{Capacity, Language, Rejection, Timestamp};
use plenary_service::{Failure, TranslateError};

use super::kit::*;
use super::{agenda, comment, decision, meeting, paper, people, reply, session};
use crate::line::Line;

/// A rejection in words: those of a topic's own rules stand in its file.
pub(crate) fn refusal(cx: &RenderContext<'_>, rejection: &Rejection) -> Response {
    let lang = cx.lang;
    let text = match rejection {
        Rejection::NotConvened => messages::REFUSE_NOT_CONVENED.say(cx),
        Rejection::NotHeld(capacity) => {
            messages::RefuseNotHeld { capacity: capacity_words(cx, *capacity) }.say(cx)
        }
        Rejection::NotAllowed { capacity, may } => not_allowed(cx, *capacity, may),
        Rejection::MembersOnly => messages::REFUSE_MEMBERS_ONLY.say(cx),
        Rejection::OtherDelegation(code) => {
            messages::RefuseOtherDelegation { delegation: cx.the(code) }.say(cx)
        }
        Rejection::ForWhom => messages::REFUSE_FOR_WHOM.say(cx),
        Rejection::UnknownDelegation(code) => {
            messages::MisreadDelegation { typed: code.as_str() }.say(cx)
        }
        Rejection::ReceivedInFuture(date) => {
            messages::RefuseReceivedFuture { day: words::running_date(*date, lang) }.say(cx)
        }
        Rejection::ReceivedWhen(date) => {
            messages::RefuseReceivedWhen { day: words::running_date(*date, lang) }.say(cx)
        }
        Rejection::ReceivedNowhere(date) => {
            messages::RefuseReceivedNowhere { day: words::running_date(*date, lang) }.say(cx)
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
    let may = match names.as_slice() {
        [others @ .., last] if !others.is_empty() => {
            messages::WhoOr { others: others.join(", "), last: last.as_str() }.say(cx)
        }
        names => names.concat(),
    };
    if capacity == Capacity::Reader {
        return messages::RefuseJoinFirst { may }.say(cx);
    }
    messages::RefuseNotAllowed { may, capacity: capacity_words(cx, capacity) }.say(cx)
}

fn capacity_words(cx: &RenderContext<'_>, capacity: Capacity) -> String {
    let who = match capacity {
        Capacity::Operator => messages::WHO_OPERATOR,
        Capacity::Chair => messages::WHO_CHAIR,
        Capacity::Secretariat => messages::WHO_SECRETARIAT,
        Capacity::Mission => messages::WHO_MISSION,
        Capacity::Expert => messages::WHO_EXPERT,
        Capacity::Observer => messages::WHO_OBSERVER,
        Capacity::Reader => messages::WHO_READER,
        Capacity::Plenary => messages::WHO_PLENARY,
    };
    who.say(cx)
}

fn bounds(lang: Language, fault: BoundsFault) -> String {
    match fault {
        BoundsFault::Empty(field) => {
            messages::TextEmpty { what: field_words(lang, field) }.say(lang)
        }
        BoundsFault::TooLong { field, chars, chars_max } => {
            let what = field_words(lang, field);
            messages::TextTooLong { what, chars, max: chars_max }.say(lang)
        }
        BoundsFault::Control { field, code } => {
            let what = field_words(lang, field);
            messages::TextControl { what, code: format!("U+{code:04X}") }.say(lang)
        }
        BoundsFault::TooMany { what, max } => {
            messages::RefuseTooMany { what: counted(lang, what), max }.say(lang)
        }
    }
}

fn field_words(lang: Language, field: TextField) -> String {
    match field {
        TextField::Title | TextField::JobTitle => messages::FIELD_TITLE.say(lang),
        TextField::Comment => messages::FIELD_COMMENT.say(lang),
        TextField::Paragraph => messages::FIELD_PARAGRAPH.say(lang),
        TextField::Reason => messages::FIELD_REASON.say(lang),
        TextField::Name => messages::FIELD_NAME.say(lang),
        TextField::Institution => messages::FIELD_INSTITUTION.say(lang),
        TextField::Contact => messages::FIELD_CONTACT.say(lang),
    }
}

fn counted(lang: Language, what: Counted) -> String {
    let what = match what {
        Counted::Items => messages::COUNTED_ITEMS,
        Counted::Levels => messages::COUNTED_LEVELS,
        Counted::NoteBlocks => messages::COUNTED_BLOCKS,
        Counted::Topics => messages::COUNTED_TOPICS,
        Counted::RollLines => messages::COUNTED_ROLL,
        Counted::Lines => messages::COUNTED_LINES,
    };
    what.say(lang)
}

/// A failure underneath. What it says is for the asker; the log has the rest under the reference.
pub(crate) fn failure(lang: Language, meeting: &str, failure: &Failure) -> Response {
    let day = |at| words::running_date(Timestamp::new(at).date_in(&TimeZone::UTC), lang);
    let text = match failure {
        Failure::NotKnownYet => messages::FAIL_NOT_KNOWN.say(lang),
        Failure::Busy => messages::FAIL_BUSY.say(lang),
        Failure::Stopping => messages::FAIL_STOPPING.say(lang),
        Failure::ClockWrong { now } => messages::FailClockWrong { now: day(*now) }.say(lang),
        Failure::ClockDoubted { now, last } => {
            messages::FailClockDoubted { now: day(*now), last: day(*last) }.say(lang)
        }
        Failure::BadName(_) => messages::FailName { meeting }.say(lang),
        Failure::Translate(error) => untranslated(lang, error),
        Failure::Journal(error) => match failure.away() {
            Some(why) => messages::FailAway { why }.say(lang),
            None => messages::FailJournal { why: error.to_string() }.say(lang),
        },
        Failure::Keyring(error) => messages::FailKeys { why: error.to_string() }.say(lang),
        Failure::Random(error) => messages::FailRandom { why: error.to_string() }.say(lang),
    };
    Response::text(Tone::Failed, text)
}

/// What is stored and not read: it is newer, or it is damaged.
fn untranslated(lang: Language, error: &TranslateError) -> String {
    let why = error.to_string();
    match error {
        TranslateError::Newer { .. } => messages::FailNewer { why }.say(lang),
        TranslateError::Malformed { .. } => messages::FailDamaged { why }.say(lang),
        TranslateError::Unwritable(_) => messages::FailJournal { why }.say(lang),
    }
}

/// The end of a request's name, by which the log is searched.
pub(crate) fn reference(lang: Language, line: &Line) -> String {
    let name = line.request.as_str();
    let tail = name.char_indices().rev().nth(7).map_or(0, |(at, _)| at);
    let reference = name.get(tail..).unwrap_or(name);
    messages::FailReference { reference }.say(lang)
}
