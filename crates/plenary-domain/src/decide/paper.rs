//! Preparing an edition, withdrawing it, sending it back, approving and issuing it.
//!
//! The secretariat prepares and cannot approve; the chair approves exactly the text that the desk
//! rendered, and with that the edition is issued.

use jiff::civil::Date;

use super::agenda::not_adopted;
use super::{Case, Decide, Rejection, commands};
use crate::agenda::compare;
use crate::capacity::Capacity;
use crate::event::meeting::Convened;
use crate::event::paper::{Approved, EditionWithdrawn, Issued, PaperKind, Prepared, Returned};
use crate::event::{Event, PaperEvent};
use crate::ids::EditionId;
use crate::meeting::Meeting;
use crate::meeting::paper::Edition;
use crate::stage::Stage;
use crate::symbol::{SYMBOL_CHARS_MAX, SuffixKind, Symbol};
use crate::text::{TextField, check, check_optional};

commands! {
    /// About editions.
    PaperCommand { Prepare, Withdraw, Return, Approve }
}

/// Why an edition is not prepared, returned or approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperFault {
    /// The working agenda is empty.
    EmptyAgenda,
    /// The working agenda has no note.
    NoNote,
    /// The symbol is not of this series or not in its style.
    SymbolStyle {
        /// As given.
        given: String,
        /// What would be right.
        expected: String,
    },
    /// An edition with this symbol was issued.
    SymbolTaken {
        /// As given.
        given: String,
        /// The next free one.
        expected: String,
    },
    /// Another edition waits for the chair.
    EditionWaits(EditionId),
    /// Nothing changed since the last edition.
    NothingChanged(EditionId),
    /// No such edition.
    UnknownEdition(EditionId),
    /// The edition is not waiting for the chair any more.
    NotWaiting(EditionId),
    /// The hash is not 64 hexadecimal digits.
    BadTextHash,
}

/// Fixes the working agenda as an edition and asks the chair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepare {
    /// The symbol as it will be printed.
    pub symbol: String,
    /// With the explanatory note in front.
    pub with_note: bool,
    /// The printed date; the local day when absent.
    pub dated: Option<Date>,
    /// Where the text really comes from.
    pub authentic: Option<String>,
}

/// Withdraws an edition that waits for the chair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdraw {
    /// The edition.
    pub edition: EditionId,
    /// Why.
    pub reason: Option<String>,
}

/// Sends a prepared edition back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Return {
    /// The edition.
    pub edition: EditionId,
    /// What is to be done.
    pub reason: String,
}

/// Approves and issues exactly the text that the desk rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approve {
    /// The edition.
    pub edition: EditionId,
    /// The release of the text form.
    pub text_form: u32,
    /// SHA-256 of the text, 64 hexadecimal digits.
    pub text_sha256: String,
}

impl Decide for Prepare {
    const BY: &'static [Capacity] = &[Capacity::Secretariat];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        let meeting = case.meeting;
        check_optional(TextField::Title, self.authentic.as_deref())?;
        check(TextField::Name, &self.symbol)?;
        let convened = meeting.convened.as_ref().ok_or(Rejection::NotConvened)?;
        not_adopted(meeting)?;
        self.check_working(meeting)?;
        let dated = self.dated.unwrap_or_else(|| case.at.date_in(&meeting.zone()));
        let last = meeting.papers.in_force();
        check_symbol(convened, last, &self.symbol, dated)?;
        if let Some(last) = last {
            let same_parts = last.with_note == self.with_note;
            if same_parts && compare(&last.agenda, &meeting.agenda).is_empty() {
                return Err(PaperFault::NothingChanged(last.id).into());
            }
        }
        Ok(vec![Event::Paper(PaperEvent::Prepared(Prepared {
            edition: meeting.papers.next(),
            kind: PaperKind::Agenda,
            symbol: self.symbol.clone(),
            follows: last.map(|edition| edition.id),
            with_note: self.with_note,
            dated,
            original: convened.original.clone(),
            authentic: self.authentic.clone(),
        }))])
    }
}

impl Prepare {
    /// One edition waits at a time, and there is something in it.
    fn check_working(&self, meeting: &Meeting) -> Result<(), PaperFault> {
        if let Some(edition) = meeting.papers.waiting() {
            return Err(PaperFault::EditionWaits(edition.id));
        }
        if meeting.agenda.is_empty() {
            return Err(PaperFault::EmptyAgenda);
        }
        if self.with_note && meeting.agenda.note.is_empty() {
            return Err(PaperFault::NoNote);
        }
        Ok(())
    }
}

impl Decide for Withdraw {
    const BY: &'static [Capacity] = &[Capacity::Secretariat];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        check_optional(TextField::Reason, self.reason.as_deref())?;
        let edition = find(case.meeting, self.edition)?;
        match edition.stage {
            Stage::Withdrawn => Ok(Vec::new()),
            Stage::Returned | Stage::Issued => Err(PaperFault::NotWaiting(edition.id).into()),
            Stage::Waiting => {
                let reason = self.reason.clone();
                let withdrawn = EditionWithdrawn { edition: edition.id, reason };
                Ok(vec![Event::Paper(PaperEvent::EditionWithdrawn(withdrawn))])
            }
        }
    }
}

impl Decide for Return {
    const BY: &'static [Capacity] = &[Capacity::Chair];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        check(TextField::Reason, &self.reason)?;
        let edition = find(case.meeting, self.edition)?;
        match edition.stage {
            Stage::Returned => Ok(Vec::new()),
            Stage::Withdrawn | Stage::Issued => Err(PaperFault::NotWaiting(edition.id).into()),
            Stage::Waiting => {
                let returned = Returned { edition: edition.id, reason: self.reason.clone() };
                Ok(vec![Event::Paper(PaperEvent::Returned(returned))])
            }
        }
    }
}

impl Decide for Approve {
    const BY: &'static [Capacity] = &[Capacity::Chair];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        let edition = find(case.meeting, self.edition)?;
        match edition.stage {
            Stage::Issued => return Ok(Vec::new()),
            Stage::Returned | Stage::Withdrawn => {
                return Err(PaperFault::NotWaiting(edition.id).into());
            }
            Stage::Waiting => {}
        }
        // Not even an edition that waited while the meeting adopted the one before.
        not_adopted(case.meeting)?;
        let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        if self.text_sha256.len() != 64 || !self.text_sha256.bytes().all(hex) {
            return Err(PaperFault::BadTextHash.into());
        }
        let (edition, text_form) = (edition.id, self.text_form);
        let text_sha256 = self.text_sha256.clone();
        Ok(vec![
            Event::Paper(PaperEvent::Approved(Approved { edition, text_form, text_sha256 })),
            Event::Paper(PaperEvent::Issued(Issued { edition })),
        ])
    }
}

fn find(meeting: &Meeting, id: EditionId) -> Result<&Edition, PaperFault> {
    meeting.papers.get(id).ok_or(PaperFault::UnknownEdition(id))
}

/// The symbol is the next one of the series, written in its style.
fn check_symbol(
    convened: &Convened,
    last: Option<&Edition>,
    given: &str,
    dated: Date,
) -> Result<(), PaperFault> {
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
    let wrong = || PaperFault::SymbolStyle { given: given.to_owned(), expected: next.clone() };
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
            Err(PaperFault::SymbolTaken { given: given.to_owned(), expected: next })
        }
        _ => Err(wrong()),
    }
}
