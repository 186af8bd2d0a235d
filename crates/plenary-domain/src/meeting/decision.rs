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
    pub(crate) amends: Option<EditionId>,
    pub(crate) objections: Vec<DelegationCode>,
    pub(crate) fate: Fate,
}

/// What became of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It is before the meeting, unless another one was put since.
    Open,
    Adopted,
    /// It was put to the vote and lost: for, against, abstentions.
    NotAdopted(u32, u32, u32),
    Withdrawn,
}

impl Ends for Decision {
    /// One that met objections stays open for a vote.
    fn is_over(&self) -> bool {
        self.fate != Fate::Open
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
                    amends: put.amends,
                    objections: Vec::new(),
                    fate: Fate::Open,
                },
            ),
            DecisionEvent::Objected(objected) => self.change(objected.decision, |decision| {
                decision.objections.push(objected.delegation.clone());
            }),
            DecisionEvent::ObjectionWithdrawn(taken) => self.change(taken.decision, |decision| {
                decision.objections.retain(|delegation| *delegation != taken.delegation);
            }),
            DecisionEvent::DecisionAdopted(adopted) => self.ends(adopted.decision, Fate::Adopted),
            DecisionEvent::DecisionNotAdopted(lost) => {
                let fate = Fate::NotAdopted(lost.votes_for, lost.votes_against, lost.abstentions);
                self.ends(lost.decision, fate);
            }
            DecisionEvent::DecisionWithdrawn(withdrawn) => {
                self.ends(withdrawn.decision, Fate::Withdrawn);
            }
        }
    }

    fn ends(&mut self, id: DecisionId, fate: Fate) {
        self.change(id, |decision| decision.fate = fate);
    }

    /// The decision by which the agenda stands as it is. There is none before the meeting adopts
    /// its agenda, and while the edition `in_force` is the one that it decided to amend.
    pub(crate) fn settling(&self, in_force: Option<EditionId>) -> Option<&Decision> {
        let about_agenda = |decision: &&Decision| {
            let names_one = decision.adopts.is_some() || decision.amends.is_some();
            decision.fate == Fate::Adopted && names_one
        };
        let last = self.iter().rfind(about_agenda)?;
        let is_open = last.amends.is_some() && last.amends == in_force;
        (!is_open).then_some(last)
    }
}
