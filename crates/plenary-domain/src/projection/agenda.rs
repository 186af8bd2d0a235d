//! The working agenda, the editions that were fixed from it, and which of them is in force.

use jiff::civil::Date;

use super::Stamp;
use crate::agenda::{Agenda, Change, compare};
use crate::event::meeting::Language;
use crate::event::paper::{PaperKind, Prepared};
use crate::event::{DecisionEvent, Entry, Event, PaperEvent};
use crate::ids::{DecisionId, EditionId, SittingNumber};
use crate::symbol::Symbol;

/// The agenda through all its editions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgendaView {
    /// What the secretariat is working on.
    pub working: Agenda,
    editions: Vec<Edition>,
    put: Vec<(DecisionId, EditionId)>,
}

/// A paper at one revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its id.
    pub edition: EditionId,
    /// What it is.
    pub kind: PaperKind,
    /// The symbol.
    pub symbol: Symbol,
    /// The agenda as it stood when the edition was prepared.
    pub agenda: Agenda,
    /// Whether the note is part of it.
    pub with_note: bool,
    /// The printed date.
    pub dated: Date,
    /// The original language.
    pub original: Language,
    /// Where the text really comes from.
    pub authentic: Option<String>,
    /// The edition before.
    pub follows: Option<EditionId>,
    /// When and by whom it was prepared.
    pub prepared: Stamp,
    /// When and why the chair sent it back.
    pub returned: Option<(Stamp, String)>,
    /// When and by whom it was approved, and the digest of the approved text.
    pub approved: Option<Approval>,
    /// When it was issued.
    pub issued: Option<Stamp>,
    /// When and by which decision the meeting adopted it.
    pub adopted: Option<Adoption>,
}

/// The chair's word under an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// When and by whom.
    pub stamp: Stamp,
    /// The release of the text form.
    pub text_form: u32,
    /// SHA-256 of the text, in hexadecimal digits.
    pub text_sha256: String,
}

/// The meeting's word on an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adoption {
    /// When.
    pub stamp: Stamp,
    /// By which decision.
    pub decision: DecisionId,
    /// In which sitting.
    pub sitting: SittingNumber,
}

impl Edition {
    /// Whether it waits for the chair.
    pub fn is_waiting(&self) -> bool {
        self.issued.is_none() && self.returned.is_none()
    }
}

impl AgendaView {
    /// Folds one entry.
    pub fn evolve(&mut self, entry: &Entry) {
        match &entry.event {
            Event::Agenda(event) => self.working.apply(event, entry.number),
            Event::Paper(event) => self.evolve_paper(entry, event),
            Event::Decision(event) => self.evolve_decision(entry, event),
            Event::Meeting(_)
            | Event::People(_)
            | Event::Reply(_)
            | Event::Comment(_)
            | Event::Session(_) => {}
        }
    }

    fn evolve_paper(&mut self, entry: &Entry, event: &PaperEvent) {
        let stamp = Stamp::of(entry);
        match event {
            PaperEvent::Prepared(prepared) => self.prepared(stamp, prepared),
            PaperEvent::Returned(returned) => {
                let reason = returned.reason.clone();
                self.with(returned.edition, |edition| edition.returned = Some((stamp, reason)));
            }
            PaperEvent::Approved(approved) => {
                let text_form = approved.text_form;
                let text_sha256 = approved.text_sha256.clone();
                self.with(approved.edition, |edition| {
                    edition.approved = Some(Approval { stamp, text_form, text_sha256 });
                });
            }
            PaperEvent::Issued(issued) => {
                self.with(issued.edition, |edition| edition.issued = Some(stamp));
            }
        }
    }

    fn prepared(&mut self, stamp: Stamp, prepared: &Prepared) {
        self.editions.push(Edition {
            edition: prepared.edition,
            kind: prepared.kind,
            symbol: Symbol::parse(&prepared.symbol),
            agenda: self.working.clone(),
            with_note: prepared.with_note,
            dated: prepared.dated,
            original: prepared.original,
            authentic: prepared.authentic.clone(),
            follows: prepared.follows,
            prepared: stamp,
            returned: None,
            approved: None,
            issued: None,
            adopted: None,
        });
    }

    fn evolve_decision(&mut self, entry: &Entry, event: &DecisionEvent) {
        match event {
            DecisionEvent::DecisionPut(put) => {
                self.put.extend(put.adopts.map(|edition| (put.decision, edition)));
            }
            DecisionEvent::DecisionAdopted(adopted) => {
                let (decision, sitting) = (adopted.decision, adopted.sitting);
                let put = self.put.iter().find(|(put, _)| *put == decision).copied();
                if let Some((_, edition)) = put {
                    let stamp = Stamp::of(entry);
                    self.with(edition, |edition| {
                        edition.adopted = Some(Adoption { stamp, decision, sitting });
                    });
                }
            }
            DecisionEvent::Objected(_) | DecisionEvent::DecisionWithdrawn(_) => {}
        }
    }

    fn with(&mut self, id: EditionId, change: impl FnOnce(&mut Edition)) {
        if let Some(edition) = self.editions.iter_mut().find(|edition| edition.edition == id) {
            change(edition);
        }
    }

    /// All editions in the order in which they were prepared, also returned ones.
    pub fn editions(&self) -> &[Edition] {
        &self.editions
    }

    /// One edition.
    pub fn edition(&self, id: EditionId) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.edition == id)
    }

    /// The edition with this symbol: the issued one, else the one prepared last.
    pub fn by_symbol(&self, typed: &str) -> Option<&Edition> {
        let wanted = Symbol::parse(typed);
        let same = || self.editions.iter().filter(|edition| edition.symbol == wanted);
        same().find(|edition| edition.issued.is_some()).or_else(|| same().next_back())
    }

    /// The agenda in force: the latest issued or adopted edition.
    pub fn in_force(&self) -> Option<&Edition> {
        self.editions.iter().rev().find(|edition| edition.issued.is_some())
    }

    /// The edition that waits for the chair.
    pub fn waiting(&self) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.is_waiting())
    }

    /// What changed in an edition against the one it follows; empty for a first edition.
    pub fn changes(&self, edition: &Edition) -> Vec<Change> {
        let before = edition.follows.and_then(|id| self.edition(id));
        before.map(|before| compare(&before.agenda, &edition.agenda)).unwrap_or_default()
    }
}
