//! Which editions there are, and what waits for the chair.

use crate::agenda::Agenda;
use crate::event::PaperEvent;
use crate::ids::EditionId;
use crate::symbol::Symbol;

/// The editions of a meeting's agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Papers {
    editions: Vec<Edition>,
}

/// How far an edition has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    Waiting,
    Returned,
    Issued,
}

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

impl Papers {
    pub(super) fn evolve(&mut self, event: &PaperEvent, working: &Agenda) {
        match event {
            PaperEvent::Prepared(prepared) => self.editions.push(Edition {
                id: prepared.edition,
                symbol: Symbol::parse(&prepared.symbol),
                stage: Stage::Waiting,
                agenda: working.clone(),
                with_note: prepared.with_note,
            }),
            PaperEvent::Returned(returned) => self.to(returned.edition, Stage::Returned),
            // Approval alone changes nothing that a rule asks about; the issue in the same
            // batch does.
            PaperEvent::Approved(_) => {}
            PaperEvent::Issued(issued) => self.to(issued.edition, Stage::Issued),
        }
    }

    fn to(&mut self, id: EditionId, stage: Stage) {
        if let Some(edition) = self.editions.iter_mut().find(|edition| edition.id == id) {
            edition.stage = stage;
        }
    }

    pub(crate) fn find(&self, id: EditionId) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.id == id)
    }

    pub(crate) fn next(&self) -> EditionId {
        EditionId(self.editions.last().map_or(0, |edition| edition.id.0) + 1)
    }

    pub(crate) fn waiting(&self) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.stage == Stage::Waiting)
    }

    pub(crate) fn issued(&self) -> impl DoubleEndedIterator<Item = &Edition> {
        self.editions.iter().filter(|edition| edition.stage == Stage::Issued)
    }

    pub(crate) fn in_force(&self) -> Option<&Edition> {
        self.issued().next_back()
    }
}
