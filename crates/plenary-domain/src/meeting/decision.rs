//! Which decision is open, who objected, and whether the agenda is adopted.

use crate::event::DecisionEvent;
use crate::ids::{DecisionId, EditionId};
use crate::ledger::Ledger;
use crate::roll::DelegationCode;
use crate::stage::Ends;

/// The decisions of a meeting.
pub(crate) type Decisions = Ledger<DecisionId, Decision>;

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

impl Ends for Decision {
    /// One that met objections stays open for a vote.
    fn is_over(&self) -> bool {
        self.adopted || self.withdrawn
    }
}

impl Decisions {
    pub(super) fn evolve(&mut self, event: &DecisionEvent) {
        match event {
            DecisionEvent::DecisionPut(put) => self.enter(
                put.decision,
                Decision {
                    id: put.decision,
                    text: put.text.clone(),
                    adopts: put.adopts,
                    objections: Vec::new(),
                    adopted: false,
                    withdrawn: false,
                },
            ),
            DecisionEvent::Objected(objected) => self.change(objected.decision, |decision| {
                decision.objections.push(objected.delegation.clone());
            }),
            DecisionEvent::DecisionAdopted(adopted) => {
                self.change(adopted.decision, |decision| decision.adopted = true);
            }
            DecisionEvent::DecisionWithdrawn(withdrawn) => {
                self.change(withdrawn.decision, |decision| decision.withdrawn = true);
            }
        }
    }

    /// The decision by which the meeting adopted its agenda.
    pub(crate) fn adopting(&self) -> Option<&Decision> {
        self.iter().find(|decision| decision.adopted && decision.adopts.is_some())
    }
}
