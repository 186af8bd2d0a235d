//! Preparing an edition, sending it back, approving and issuing it.
//!
//! The secretariat prepares and cannot approve; the chair approves exactly the text that the desk
//! rendered, and with that the edition is issued.

use jiff::civil::Date;

use crate::agenda::compare;
use crate::command::PaperCommand;
use crate::event::meeting::Convened;
use crate::event::paper::{Approved, Issued, PaperKind, Prepared, Returned};
use crate::event::{Event, PaperEvent};
use crate::ids::EditionId;
use crate::meeting::Meeting;
use crate::meeting::paper::Edition;
use crate::rejection::Rejection;
use crate::request::Request;
use crate::stage::Stage;
use crate::symbol::{SYMBOL_CHARS_MAX, SuffixKind, Symbol};
use crate::text::{TextField, check, check_optional};

pub(super) fn decide(
    meeting: &Meeting,
    request: &Request,
    command: &PaperCommand,
) -> Result<Vec<Event>, Rejection> {
    let facts = match command {
        PaperCommand::Prepare { symbol, with_note, dated, authentic } => {
            check_optional(TextField::Title, authentic.as_deref())?;
            let dated = dated.unwrap_or_else(|| request.at.date_in(&meeting.zone()));
            let mut prepared = prepare(meeting, symbol, *with_note, dated)?;
            prepared.authentic.clone_from(authentic);
            vec![PaperEvent::Prepared(prepared)]
        }
        PaperCommand::Return { edition, reason } => {
            check(TextField::Reason, reason)?;
            let edition = find(meeting, *edition)?;
            if edition.stage == Stage::Returned {
                return Ok(Vec::new());
            }
            waiting(edition)?;
            let reason = reason.clone();
            vec![PaperEvent::Returned(Returned { edition: edition.id, reason })]
        }
        PaperCommand::Approve { edition, text_form, text_sha256 } => {
            let edition = find(meeting, *edition)?;
            if edition.stage == Stage::Issued {
                return Ok(Vec::new());
            }
            waiting(edition)?;
            // Not even an edition that waited while the meeting adopted the one before.
            if let Some(decision) = meeting.decisions.adopting() {
                return Err(Rejection::AgendaAdopted(decision.id));
            }
            let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
            if text_sha256.len() != 64 || !text_sha256.bytes().all(hex) {
                return Err(Rejection::BadTextHash);
            }
            let (edition, text_form) = (edition.id, *text_form);
            let text_sha256 = text_sha256.clone();
            vec![
                PaperEvent::Approved(Approved { edition, text_form, text_sha256 }),
                PaperEvent::Issued(Issued { edition }),
            ]
        }
    };
    Ok(facts.into_iter().map(Event::Paper).collect())
}

fn find(meeting: &Meeting, id: EditionId) -> Result<&Edition, Rejection> {
    meeting.papers.get(id).ok_or(Rejection::UnknownEdition(id))
}

fn waiting(edition: &Edition) -> Result<(), Rejection> {
    match edition.stage {
        Stage::Waiting => Ok(()),
        Stage::Returned | Stage::Issued => Err(Rejection::EditionNotWaiting(edition.id)),
    }
}

fn prepare(
    meeting: &Meeting,
    symbol: &str,
    with_note: bool,
    dated: Date,
) -> Result<Prepared, Rejection> {
    check(TextField::Name, symbol)?;
    let convened = meeting.convened.as_ref().ok_or(Rejection::NotConvened)?;
    if let Some(decision) = meeting.decisions.adopting() {
        return Err(Rejection::AgendaAdopted(decision.id));
    }
    if let Some(edition) = meeting.papers.waiting() {
        return Err(Rejection::EditionWaits(edition.id));
    }
    if meeting.agenda.is_empty() {
        return Err(Rejection::EmptyAgenda);
    }
    if with_note && meeting.agenda.note.is_empty() {
        return Err(Rejection::NoNote);
    }
    let last = meeting.papers.in_force();
    check_symbol(convened, last, symbol, dated)?;
    if let Some(last) = last {
        let same_parts = last.with_note == with_note;
        if same_parts && compare(&last.agenda, &meeting.agenda).is_empty() {
            return Err(Rejection::NothingChanged(last.id));
        }
    }
    Ok(Prepared {
        edition: meeting.papers.next(),
        kind: PaperKind::Agenda,
        symbol: symbol.to_owned(),
        follows: last.map(|edition| edition.id),
        with_note,
        dated,
        original: convened.original,
        authentic: None,
    })
}

/// The symbol is the next one of the series, written in its style.
fn check_symbol(
    convened: &Convened,
    last: Option<&Edition>,
    given: &str,
    dated: Date,
) -> Result<(), Rejection> {
    let symbol = Symbol::parse(given);
    let style = &convened.symbols;
    let number = last.map_or(0, |edition| edition.symbol.last(SuffixKind::Revision).unwrap_or(0));
    let next = match last {
        None => style.first(1, dated.year()),
        Some(edition) => {
            let base = edition.symbol.without_suffixes();
            style.revision(base, number + 1)
        }
    };
    let wrong = || Rejection::SymbolStyle { given: given.to_owned(), expected: next.clone() };
    if given.chars().count() > SYMBOL_CHARS_MAX || !style.fits(&symbol) {
        return Err(wrong());
    }
    let Some(last) = last else {
        return if symbol.suffixes().is_empty() { Ok(()) } else { Err(wrong()) };
    };
    if !symbol.same_document(&last.symbol) {
        return Err(wrong());
    }
    match symbol.last(SuffixKind::Revision).unwrap_or(0) {
        revision if revision == number + 1 => Ok(()),
        revision if revision <= number => {
            Err(Rejection::SymbolTaken { given: given.to_owned(), expected: next })
        }
        _ => Err(wrong()),
    }
}
