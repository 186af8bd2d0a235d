//! What the rules refuse and what fails underneath, in words, with the remedy. Nobody is blamed,
//! and no internal error is shown: a reference names the line in the log.

use plenary_documents::words;
use plenary_domain::rejection::{CodeFault, ConvocationFault, Counted, TextFault};
use plenary_domain::text::TextField;
use plenary_domain::{Capacity, EditionId, Language, Rejection};
use plenary_service::Failure;

use super::paper;
use crate::line::Line;
use crate::render::RenderContext;
use crate::response::{Part, Response, Tone};
use crate::say::say;

/// The sentence of a rejection.
pub(crate) fn refusal(cx: &RenderContext<'_>, rejection: &Rejection) -> Response {
    let response = Response::text(Tone::Refused, sentence(cx, rejection));
    match rejection {
        Rejection::EditionNotWaiting(_) => paper::or_what_waits(cx, sentence(cx, rejection)),
        Rejection::ChangedSince { theirs, yours, .. } if !theirs.is_empty() => response
            .and(say!(cx.lang, "refuse-theirs"))
            .with(Part::Quote(theirs.clone()))
            .and(say!(cx.lang, "refuse-yours"))
            .with(Part::Quote(yours.clone())),
        _ => response, // not an event: other rejections are one sentence.
    }
}

fn sentence(cx: &RenderContext<'_>, rejection: &Rejection) -> String {
    let lang = cx.lang;
    match rejection {
        Rejection::NotConvened => say!(lang, "refuse-not-convened"),
        Rejection::AlreadyConvened => say!(lang, "refuse-already-convened"),
        Rejection::Convocation(fault) => convocation(cx, fault),
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
        Rejection::SeatNeedsDelegation(_) => say!(lang, "refuse-seat-delegation"),
        Rejection::SeatMismatch { seat, delegation } => {
            let seat = cx.seat(*seat, Some(delegation));
            let delegation = cx.delegation(delegation);
            say!(lang, "refuse-seat-mismatch", seat = seat, delegation = delegation)
        }
        Rejection::ChairHeld => say!(lang, "refuse-chair-held"),
        Rejection::NotAnOffice => say!(lang, "refuse-not-an-office"),
        Rejection::UnknownPerson(person) => {
            say!(lang, "refuse-unknown", what = person.shown(), list = "people list")
        }
        Rejection::Code(fault) => code(cx, *fault),
        Rejection::Text { field, fault } => text(cx, *field, *fault),
        Rejection::TooMany { what, max } => {
            say!(lang, "refuse-too-many", what = counted(cx, *what), max = *max)
        }
        Rejection::NothingGiven => say!(lang, "refuse-nothing-given"),
        other => more(cx, other), // not an event: the families of papers and meetings follow.
    }
}

fn more(cx: &RenderContext<'_>, rejection: &Rejection) -> String {
    let lang = cx.lang;
    match rejection {
        Rejection::UnknownNomination(id) => {
            say!(lang, "refuse-unknown", what = id.shown(), list = "reply show")
        }
        Rejection::NominationGone(id) => say!(lang, "refuse-nomination-gone", number = id.shown()),
        Rejection::NotLate(id) => say!(lang, "refuse-not-late", number = id.shown()),
        Rejection::ReceivedInFuture(date) => {
            say!(lang, "refuse-received-future", day = words::running_date(*date, lang))
        }
        Rejection::ReceivedNowhere(date) => {
            say!(lang, "refuse-received-nowhere", day = words::running_date(*date, lang))
        }
        Rejection::UnknownItem(_) => say!(lang, "refuse-unknown-item"),
        Rejection::ItemPlace(_) => say!(lang, "refuse-item-place"),
        Rejection::ChangedSince { item, entry, .. } => {
            let what = match item {
                Some(item) => cx.item(&cx.views.agenda.working, *item),
                None => say!(lang, "the-note"),
            };
            say!(lang, "refuse-changed", what = what, entry = *entry)
        }
        Rejection::AgendaAdopted(decision) => {
            say!(lang, "refuse-adopted", number = decision.shown())
        }
        Rejection::UnknownParagraph { source, paragraph, paragraphs } => say!(
            lang,
            "refuse-paragraph",
            source = source,
            paragraph = *paragraph,
            paragraphs = *paragraphs,
        ),
        Rejection::UnknownComment(id) => {
            say!(lang, "refuse-unknown", what = id.shown(), list = "comment list")
        }
        Rejection::CommentWithdrawn(id) => say!(lang, "refuse-withdrawn", number = id.shown()),
        Rejection::NotAuthor(id) => say!(lang, "refuse-not-author", number = id.shown()),
        Rejection::ReadersWider(id) => say!(lang, "refuse-wider", number = id.shown()),
        Rejection::EmptyAgenda => say!(lang, "refuse-empty-agenda"),
        Rejection::NoNote => say!(lang, "refuse-no-note"),
        Rejection::SymbolStyle { given, expected } => {
            say!(lang, "refuse-symbol-style", given = given, expected = expected)
        }
        Rejection::SymbolTaken { given, expected } => {
            say!(lang, "refuse-symbol-taken", given = given, expected = expected)
        }
        other => deciding(cx, other), // not an event: editions and decisions follow.
    }
}

fn deciding(cx: &RenderContext<'_>, rejection: &Rejection) -> String {
    let lang = cx.lang;
    match rejection {
        Rejection::EditionWaits(id) => {
            say!(lang, "refuse-edition-waits", symbol = symbol(cx, *id))
        }
        Rejection::NothingChanged(id) => {
            say!(lang, "refuse-nothing-changed", symbol = symbol(cx, *id))
        }
        Rejection::UnknownEdition(_) => say!(lang, "misread-no-edition", typed = ""),
        Rejection::EditionNotWaiting(id) => not_waiting(cx, *id),
        Rejection::BadTextHash => say!(lang, "refuse-internal"),
        Rejection::NotInForce(id) => {
            let in_force = cx.views.agenda.in_force();
            let in_force = in_force.map(|edition| edition.symbol.to_string()).unwrap_or_default();
            say!(lang, "refuse-not-in-force", symbol = symbol(cx, *id), in_force = in_force)
        }
        Rejection::TooEarly(date) => {
            say!(lang, "refuse-too-early", day = words::running_date(*date, lang))
        }
        Rejection::NoSitting | Rejection::NeedsSitting => say!(lang, "refuse-no-sitting"),
        Rejection::DecisionOpen(id) => say!(lang, "refuse-decision-open", number = id.shown()),
        Rejection::NoDecision => say!(lang, "refuse-no-decision"),
        Rejection::UnknownDecision(id) => {
            say!(lang, "refuse-unknown", what = id.shown(), list = "record show")
        }
        Rejection::NoConsensus { decision, by } => {
            let names: Vec<String> = by.iter().map(|code| cx.delegation(code)).collect();
            let (number, by) = (decision.shown(), names.join(", "));
            say!(lang, "refuse-no-consensus", number = number, by = by)
        }
        Rejection::VoteCount => say!(lang, "refuse-vote-count"),
        Rejection::SittingBusy { decision, .. } => {
            say!(lang, "refuse-sitting-busy", number = decision.shown())
        }
        _ => say!(lang, "refuse-internal"), // not an event: handled by the two above.
    }
}

fn not_waiting(cx: &RenderContext<'_>, id: EditionId) -> String {
    let waiting = cx.views.agenda.waiting();
    match waiting {
        Some(waiting) => {
            let current = waiting.symbol.to_string();
            say!(cx.lang, "refuse-superseded", symbol = symbol(cx, id), current = current)
        }
        None => say!(cx.lang, "refuse-not-waiting", symbol = symbol(cx, id)),
    }
}

fn symbol(cx: &RenderContext<'_>, id: EditionId) -> String {
    cx.views.agenda.edition(id).map(|edition| edition.symbol.to_string()).unwrap_or_default()
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

fn code(cx: &RenderContext<'_>, fault: CodeFault) -> String {
    match fault {
        CodeFault::Unknown => say!(cx.lang, "code-unknown"),
        CodeFault::Used => say!(cx.lang, "code-used"),
        CodeFault::Replaced => say!(cx.lang, "code-replaced"),
        CodeFault::Expired(at) => say!(cx.lang, "code-expired", day = cx.day(at)),
    }
}

fn text(cx: &RenderContext<'_>, field: TextField, fault: TextFault) -> String {
    let what = match field {
        TextField::Title => say!(cx.lang, "field-title"),
        TextField::Comment => say!(cx.lang, "field-comment"),
        TextField::Paragraph => say!(cx.lang, "field-paragraph"),
        TextField::Reason => say!(cx.lang, "field-reason"),
        TextField::Name => say!(cx.lang, "field-name"),
    };
    match fault {
        TextFault::Empty => say!(cx.lang, "text-empty", what = what),
        TextFault::TooLong { chars, chars_max } => {
            say!(cx.lang, "text-too-long", what = what, chars = chars, max = chars_max)
        }
        TextFault::Control { code } => {
            say!(cx.lang, "text-control", what = what, code = format!("U+{code:04X}"))
        }
    }
}

fn counted(cx: &RenderContext<'_>, what: Counted) -> String {
    let id = match what {
        Counted::Items => "counted-items",
        Counted::Levels => "counted-levels",
        Counted::NoteBlocks => "counted-blocks",
        Counted::Topics => "counted-topics",
        Counted::RollLines => "counted-roll",
        Counted::Lines => "counted-lines",
    };
    say!(cx.lang, id)
}

fn convocation(cx: &RenderContext<'_>, fault: &ConvocationFault) -> String {
    match fault {
        ConvocationFault::Zone(zone) => say!(cx.lang, "convoke-zone", zone = zone),
        ConvocationFault::Days => say!(cx.lang, "convoke-days"),
        ConvocationFault::Languages => say!(cx.lang, "convoke-languages"),
        ConvocationFault::SymbolStyle => say!(cx.lang, "convoke-style"),
        ConvocationFault::EmptyRoll => say!(cx.lang, "convoke-roll"),
        ConvocationFault::DoubleCode(code) => {
            say!(cx.lang, "convoke-double", code = code.as_str())
        }
        ConvocationFault::EmptySource(source) => {
            say!(cx.lang, "convoke-source", source = source)
        }
    }
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
