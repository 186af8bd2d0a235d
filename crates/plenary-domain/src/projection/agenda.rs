//! The working agenda, the editions that were fixed from it, and which of them is in force.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Stamp;
use crate::agenda::{Agenda, Change, compare};
use crate::event::agenda::ItemRemoved;
use crate::event::paper::{PaperKind, Prepared};
use crate::event::{AgendaEvent, Entry, PaperEvent};
use crate::ids::{DecisionId, EditionId, ItemId, SittingNumber};
use crate::language::LanguageTag;
use crate::ledger::Ledger;
use crate::moment::Deadline;
use crate::readers::{Guarded, Readers};
use crate::reference::ItemNumber;
use crate::stage::{Stage, Staged};
use crate::symbol::Symbol;

/// The agenda through all its editions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgendaView {
    /// What the secretariat is working on.
    pub working: Agenda,
    editions: Ledger<EditionId, Edition>,
    removed: BTreeMap<ItemId, RemovedItem>,
}

/// An item that is no longer on the working agenda, as it was when it was removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemovedItem {
    /// Its number then.
    pub number: ItemNumber,
    /// Its title then.
    pub title: String,
    /// How many items below it went with it.
    pub below: usize,
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
    pub original: LanguageTag,
    /// Where the text really comes from.
    pub authentic: Option<String>,
    /// The edition before.
    pub follows: Option<EditionId>,
    /// When and by whom it was prepared.
    pub prepared: Stamp,
    /// When and why the chair sent it back.
    pub returned: Option<(Stamp, String)>,
    /// When and why the secretariat withdrew it.
    pub withdrawn: Option<(Stamp, Option<String>)>,
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
    /// In which sitting; none between sittings.
    pub sitting: Option<SittingNumber>,
}

impl Staged for Edition {
    fn stage(&self) -> Stage {
        match (&self.issued, &self.returned, &self.withdrawn) {
            (Some(_), _, _) => Stage::Issued,
            (None, Some(_), _) => Stage::Returned,
            (None, None, Some(_)) => Stage::Withdrawn,
            (None, None, None) => Stage::Waiting,
        }
    }
}

impl Guarded for Edition {
    /// What is not issued is the secretariat's and the chair's.
    fn readers(&self) -> Readers {
        if self.issued.is_some() { Readers::Public } else { Readers::Secretariat }
    }
}

impl AgendaView {
    pub(super) fn evolve(&mut self, event: &AgendaEvent, number: u64) {
        if let AgendaEvent::ItemRemoved(ItemRemoved { item, .. }) = event {
            let numbered = self.working.numbered();
            let found = numbered.iter().find(|numbered| numbered.item.id == *item);
            let removed = found.map(|numbered| RemovedItem {
                number: numbered.number.clone(),
                title: numbered.item.title.clone(),
                below: self.working.below(*item),
            });
            self.removed.extend(removed.map(|removed| (*item, removed)));
        }
        self.working.apply(event, number);
    }

    /// An item that was removed from the working agenda.
    pub fn removed(&self, item: ItemId) -> Option<&RemovedItem> {
        self.removed.get(&item)
    }

    pub(super) fn evolve_paper(&mut self, entry: &Entry, event: &PaperEvent) {
        let stamp = Stamp::of(entry);
        match event {
            PaperEvent::Prepared(prepared) => self.prepared(stamp, prepared),
            PaperEvent::Returned(returned) => {
                let reason = returned.reason.clone();
                self.editions
                    .change(returned.edition, |edition| edition.returned = Some((stamp, reason)));
            }
            PaperEvent::EditionWithdrawn(fact) => {
                let withdrawn = Some((stamp, fact.reason.clone()));
                self.editions.change(fact.edition, |edition| edition.withdrawn = withdrawn);
            }
            PaperEvent::Approved(approved) => {
                let text_form = approved.text_form;
                let text_sha256 = approved.text_sha256.clone();
                self.editions.change(approved.edition, |edition| {
                    edition.approved = Some(Approval { stamp, text_form, text_sha256 });
                });
            }
            PaperEvent::Issued(issued) => {
                self.editions.change(issued.edition, |edition| edition.issued = Some(stamp));
            }
        }
    }

    fn prepared(&mut self, stamp: Stamp, prepared: &Prepared) {
        self.editions.enter(
            prepared.edition,
            Edition {
                edition: prepared.edition,
                kind: prepared.kind,
                symbol: Symbol::parse(&prepared.symbol),
                agenda: self.working.clone(),
                with_note: prepared.with_note,
                dated: prepared.dated,
                original: prepared.original.clone(),
                authentic: prepared.authentic.clone(),
                follows: prepared.follows,
                prepared: stamp,
                returned: None,
                withdrawn: None,
                approved: None,
                issued: None,
                adopted: None,
            },
        );
    }

    /// The meeting adopted this edition, or decided on what it amends, in this sitting.
    pub(super) fn adopted(
        &mut self,
        stamp: Stamp,
        (decision, sitting): (DecisionId, Option<SittingNumber>),
        edition: EditionId,
    ) {
        self.editions.change(edition, |edition| {
            edition.adopted = Some(Adoption { stamp, decision, sitting });
        });
    }

    /// All editions in the order in which they were prepared, also returned ones.
    pub fn editions(&self) -> &Ledger<EditionId, Edition> {
        &self.editions
    }

    /// One edition.
    pub fn edition(&self, id: EditionId) -> Option<&Edition> {
        self.editions.get(id)
    }

    /// The edition with this symbol: the issued one, else the one prepared last.
    pub fn by_symbol(&self, typed: &str) -> Option<&Edition> {
        let wanted = Symbol::parse(typed);
        let same = || self.editions.iter().filter(|edition| edition.symbol == wanted);
        same().find(|edition| edition.issued.is_some()).or_else(|| same().next_back())
    }

    /// The agenda in force: the latest issued or adopted edition.
    pub fn in_force(&self) -> Option<&Edition> {
        self.editions.in_force()
    }

    /// The deadline of the agenda in force.
    pub fn deadline(&self) -> Option<&Deadline> {
        self.in_force().and_then(|edition| edition.agenda.deadline.as_ref())
    }

    /// The edition that waits for the chair.
    pub fn waiting(&self) -> Option<&Edition> {
        self.editions.waiting()
    }

    /// What changed in an edition against the one it follows; empty for a first edition.
    pub fn changes(&self, edition: &Edition) -> Vec<Change> {
        let before = edition.follows.and_then(|id| self.edition(id));
        before.map(|before| compare(&before.agenda, &edition.agenda)).unwrap_or_default()
    }
}
