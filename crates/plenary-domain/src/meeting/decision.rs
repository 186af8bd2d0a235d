//! Which decision is open, who objected, and whether the agenda is adopted.

use crate::event::DecisionEvent;
use crate::ids::{DecisionId, EditionId};
use crate::roll::DelegationCode;

/// The decisions of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Decisions {
    put: Vec<Decision>,
}

/// A decision as the rules know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decision {
    pub(crate) id: DecisionId,
    pub(crate) text: String,
    pub(crate) adopts: Option<EditionId>,
    pub(crate) objections: Vec<DelegationCode>,
    pub(crate) adopted: bool,
    pub(crate) withdrawn: bool,
}

impl Decisions {
    pub(super) fn evolve(&mut self, event: &DecisionEvent) {
        match event {
            DecisionEvent::DecisionPut(put) => self.put.push(Decision {
                id: put.decision,
                text: put.text.clone(),
                adopts: put.adopts,
                objections: Vec::new(),
                adopted: false,
                withdrawn: false,
            }),
            DecisionEvent::Objected(objected) => self.with(objected.decision, |decision| {
                decision.objections.push(objected.delegation.clone());
            }),
            DecisionEvent::DecisionAdopted(adopted) => {
                self.with(adopted.decision, |decision| decision.adopted = true);
            }
            DecisionEvent::DecisionWithdrawn(withdrawn) => {
                self.with(withdrawn.decision, |decision| decision.withdrawn = true);
            }
        }
    }

    fn with(&mut self, id: DecisionId, change: impl FnOnce(&mut Decision)) {
        if let Some(decision) = self.put.iter_mut().find(|decision| decision.id == id) {
            change(decision);
        }
    }

    pub(crate) fn find(&self, id: DecisionId) -> Option<&Decision> {
        self.put.iter().find(|decision| decision.id == id)
    }

    /// The decision put last, until it is adopted or withdrawn. One that met objections stays open
    /// for a vote; putting another text leaves it behind.
    pub(crate) fn open(&self) -> Option<&Decision> {
        self.put.last().filter(|decision| !decision.adopted && !decision.withdrawn)
    }

    pub(crate) fn next(&self) -> DecisionId {
        DecisionId(self.put.last().map_or(0, |decision| decision.id.0) + 1)
    }

    /// The decision by which the meeting adopted its agenda.
    pub(crate) fn adopting(&self) -> Option<&Decision> {
        self.put.iter().find(|decision| decision.adopted && decision.adopts.is_some())
    }
}
