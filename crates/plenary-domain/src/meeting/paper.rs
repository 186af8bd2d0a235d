//! Which editions there are, and what waits for the chair.

use crate::agenda::Agenda;
use crate::event::PaperEvent;
use crate::ids::EditionId;
use crate::ledger::Ledger;
use crate::stage::{Stage, Staged};
use crate::symbol::Symbol;

/// The editions of a meeting's agenda.
pub(crate) type Papers = Ledger<EditionId, Edition>;

/// An edition as the rules know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edition {
    pub(crate) id: EditionId,
    pub(crate) symbol: Symbol,
    pub(crate) stage: Stage,
    /// The working agenda as it stood when the edition was prepared.
    pub(crate) agenda: Agenda,
    pub(crate) with_note: bool,
}

impl Staged for Edition {
    fn stage(&self) -> Stage {
        self.stage
    }
}

impl Papers {
    pub(super) fn evolve(&mut self, event: &PaperEvent, working: &Agenda) {
        match event {
            PaperEvent::Prepared(prepared) => self.enter(
                prepared.edition,
                Edition {
                    id: prepared.edition,
                    symbol: Symbol::parse(&prepared.symbol),
                    stage: Stage::Waiting,
                    agenda: working.clone(),
                    with_note: prepared.with_note,
                },
            ),
            PaperEvent::Returned(returned) => self.to(returned.edition, Stage::Returned),
            PaperEvent::EditionWithdrawn(fact) => self.to(fact.edition, Stage::Withdrawn),
            // Approval alone changes nothing that a rule asks about; the issue in the same
            // batch does.
            PaperEvent::Approved(_) => {}
            PaperEvent::Issued(issued) => self.to(issued.edition, Stage::Issued),
        }
    }

    fn to(&mut self, id: EditionId, stage: Stage) {
        self.change(id, |edition| edition.stage = stage);
    }
}
