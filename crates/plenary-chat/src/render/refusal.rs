//! What the rules refuse and what fails underneath, in words, with the remedy. Nobody is blamed,
//! and no internal error is shown: a reference names the line in the log.

use plenary_documents::words;
use plenary_domain::event::meeting::Language;
use plenary_domain::rejection::{CodeFault, ConvocationFault, Counted, TextFault};
use plenary_domain::text::TextField;
use plenary_domain::{Capacity, EditionId, Rejection};
use plenary_service::Failure;

use super::{Room, paper, people};
use crate::line::Line;
use crate::reply::{Part, Reply, Tone};
use crate::say::say;

/// The sentence of a rejection.
pub(super) fn refusal(room: &Room<'_>, rejection: &Rejection) -> Reply {
    let reply = Reply::text(Tone::Refused, sentence(room, rejection));
    match rejection {
        Rejection::EditionNotWaiting(_) => paper::or_what_waits(room, sentence(room, rejection)),
        Rejection::ChangedSince { theirs, yours, .. } if !theirs.is_empty() => reply
            .and(say!(room.lang, "refuse-theirs"))
            .with(Part::Quote(theirs.clone()))
            .and(say!(room.lang, "refuse-yours"))
            .with(Part::Quote(yours.clone())),
        _ => reply, // not an event: other rejections are one sentence.
    }
}

fn sentence(room: &Room<'_>, rejection: &Rejection) -> String {
    let lang = room.lang;
    match rejection {
        Rejection::NotConvened => say!(lang, "refuse-not-convened"),
        Rejection::AlreadyConvened => say!(lang, "refuse-already-convened"),
        Rejection::Convocation(fault) => convocation(room, fault),
        Rejection::NotHeld(capacity) => {
            say!(lang, "refuse-not-held", capacity = capacity_words(room, *capacity))
        }
        Rejection::NotAllowed { capacity, may } => not_allowed(room, *capacity, may),
        Rejection::MembersOnly => say!(lang, "refuse-members-only"),
        Rejection::OtherDelegation(code) => {
            say!(lang, "refuse-other-delegation", delegation = room.delegation(code))
        }
        Rejection::ForWhom => say!(lang, "refuse-for-whom"),
        Rejection::UnknownDelegation(code) => {
            say!(lang, "misread-delegation", typed = code.as_str())
        }
        Rejection::SeatNeedsDelegation(_) => say!(lang, "refuse-seat-delegation"),
        Rejection::SeatMismatch { seat, delegation } => {
            let seat = people::seat(room, *seat, Some(delegation));
            let delegation = room.delegation(delegation);
            say!(lang, "refuse-seat-mismatch", seat = seat, delegation = delegation)
        }
        Rejection::ChairHeld => say!(lang, "refuse-chair-held"),
        Rejection::NotAnOffice => say!(lang, "refuse-not-an-office"),
        Rejection::UnknownPerson(person) => {
            say!(lang, "refuse-unknown", what = person.shown(), list = "people list")
        }
        Rejection::Code(fault) => code(room, *fault),
        Rejection::Text { field, fault } => text(room, *field, *fault),
        Rejection::TooMany { what, max } => {
            say!(lang, "refuse-too-many", what = counted(room, *what), max = *max)
        }
        Rejection::NothingGiven => say!(lang, "refuse-nothing-given"),
        other => more(room, other), // not an event: the families of papers and meetings follow.
    }
}

fn more(room: &Room<'_>, rejection: &Rejection) -> String {
    let lang = room.lang;
    match rejection {
        Rejection::UnknownNomination(id) => {
            say!(lang, "refuse-unknown", what = id.shown(), list = "answer show")
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
                Some(item) => room.item(&room.views.agenda.working, *item),
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
        other => deciding(room, other), // not an event: editions and decisions follow.
    }
}

fn deciding(room: &Room<'_>, rejection: &Rejection) -> String {
    let lang = room.lang;
    match rejection {
        Rejection::EditionWaits(id) => {
            say!(lang, "refuse-edition-waits", symbol = symbol(room, *id))
        }
        Rejection::NothingChanged(id) => {
            say!(lang, "refuse-nothing-changed", symbol = symbol(room, *id))
        }
        Rejection::UnknownEdition(_) => say!(lang, "misread-no-edition", typed = ""),
        Rejection::EditionNotWaiting(id) => not_waiting(room, *id),
        Rejection::BadTextHash => say!(lang, "refuse-internal"),
        Rejection::NotInForce(id) => {
            let in_force = room.views.agenda.in_force();
            let in_force = in_force.map(|edition| edition.symbol.to_string()).unwrap_or_default();
            say!(lang, "refuse-not-in-force", symbol = symbol(room, *id), in_force = in_force)
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
            let names: Vec<String> = by.iter().map(|code| room.delegation(code)).collect();
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

fn not_waiting(room: &Room<'_>, id: EditionId) -> String {
    let waiting = room.views.agenda.waiting();
    match waiting {
        Some(waiting) => {
            let current = waiting.symbol.to_string();
            say!(room.lang, "refuse-superseded", symbol = symbol(room, id), current = current)
        }
        None => say!(room.lang, "refuse-not-waiting", symbol = symbol(room, id)),
    }
}

fn symbol(room: &Room<'_>, id: EditionId) -> String {
    room.views.agenda.edition(id).map(|edition| edition.symbol.to_string()).unwrap_or_default()
}

fn not_allowed(room: &Room<'_>, capacity: Capacity, may: &[Capacity]) -> String {
    let names: Vec<String> = may
        .iter()
        .filter(|who| !matches!(who, Capacity::Operator) || may.len() == 1)
        .map(|who| capacity_words(room, *who))
        .collect();
    let id = if capacity == Capacity::Reader { "refuse-join-first" } else { "refuse-not-allowed" };
    let as_what = capacity_words(room, capacity);
    say!(room.lang, id, capacity = as_what, may = names.join(", "))
}

fn capacity_words(room: &Room<'_>, capacity: Capacity) -> String {
    words::capacity_name(capacity, room.lang).to_owned()
}

fn code(room: &Room<'_>, fault: CodeFault) -> String {
    match fault {
        CodeFault::Unknown => say!(room.lang, "code-unknown"),
        CodeFault::Used => say!(room.lang, "code-used"),
        CodeFault::Replaced => say!(room.lang, "code-replaced"),
        CodeFault::Expired(at) => say!(room.lang, "code-expired", day = room.day(at)),
    }
}

fn text(room: &Room<'_>, field: TextField, fault: TextFault) -> String {
    let what = match field {
        TextField::Title => say!(room.lang, "field-title"),
        TextField::Comment => say!(room.lang, "field-comment"),
        TextField::Paragraph => say!(room.lang, "field-paragraph"),
        TextField::Reason => say!(room.lang, "field-reason"),
        TextField::Name => say!(room.lang, "field-name"),
    };
    match fault {
        TextFault::Empty => say!(room.lang, "text-empty", what = what),
        TextFault::TooLong { chars, chars_max } => {
            say!(room.lang, "text-too-long", what = what, chars = chars, max = chars_max)
        }
        TextFault::Control { code } => {
            say!(room.lang, "text-control", what = what, code = format!("U+{code:04X}"))
        }
    }
}

fn counted(room: &Room<'_>, what: Counted) -> String {
    let id = match what {
        Counted::Items => "counted-items",
        Counted::Levels => "counted-levels",
        Counted::NoteBlocks => "counted-blocks",
        Counted::Topics => "counted-topics",
        Counted::RollLines => "counted-roll",
        Counted::Lines => "counted-lines",
    };
    say!(room.lang, id)
}

fn convocation(room: &Room<'_>, fault: &ConvocationFault) -> String {
    match fault {
        ConvocationFault::Zone(zone) => say!(room.lang, "convoke-zone", zone = zone),
        ConvocationFault::Days => say!(room.lang, "convoke-days"),
        ConvocationFault::Languages => say!(room.lang, "convoke-languages"),
        ConvocationFault::SymbolStyle => say!(room.lang, "convoke-style"),
        ConvocationFault::EmptyRoll => say!(room.lang, "convoke-roll"),
        ConvocationFault::DoubleCode(code) => {
            say!(room.lang, "convoke-double", code = code.as_str())
        }
        ConvocationFault::EmptySource(source) => {
            say!(room.lang, "convoke-source", source = source)
        }
    }
}

/// A failure underneath. What it says is for the asker; the log has the rest under the reference.
pub(super) fn failure(lang: Language, meeting: &str, failure: &Failure) -> Reply {
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
        Failure::Chance(error) => say!(lang, "fail-keys", why = error.to_string()),
    };
    Reply::text(Tone::Failed, text)
}

/// The end of a request's name, by which the log is searched.
pub(super) fn reference(lang: Language, line: &Line) -> String {
    let name = line.request.as_str();
    let tail = name.char_indices().rev().nth(7).map_or(0, |(at, _)| at);
    let reference = name.get(tail..).unwrap_or(name);
    say!(lang, "fail-reference", reference = reference)
}
