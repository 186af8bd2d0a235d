//! The record's own facts: sittings, decisions, objections, and how the meeting decided.

use super::Stamp;
use crate::event::decision::Manner;
use crate::event::{DecisionEvent, Entry, SessionEvent};
use crate::ids::{DecisionId, EditionId, SittingNumber};
use crate::ledger::Ledger;
use crate::roll::DelegationCode;
use crate::stage::Ends;

/// What the record says of sittings and decisions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordView {
    /// The sittings in their order.
    pub sittings: Ledger<SittingNumber, SittingShown>,
    /// The decisions in the order in which they were put.
    pub decisions: Ledger<DecisionId, DecisionShown>,
}

/// One sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SittingShown {
    /// Its number, from 1.
    pub sitting: SittingNumber,
    /// When and by whom it was opened.
    pub opened: Stamp,
    /// When it was closed.
    pub closed: Option<Stamp>,
}

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionShown {
    /// Its id.
    pub decision: DecisionId,
    /// The words.
    pub text: String,
    /// The edition that it adopts.
    pub adopts: Option<EditionId>,
    /// The adopted edition that it amends.
    pub amends: Option<EditionId>,
    /// The sitting in which it was put; none between sittings.
    pub sitting: Option<SittingNumber>,
    /// When and by whom it was put.
    pub put: Stamp,
    /// Who objected, when, and why if said.
    pub objections: Vec<ObjectionShown>,
    /// How and when it was adopted.
    pub adopted: Option<OutcomeShown>,
    /// How and when the meeting voted it down.
    pub not_adopted: Option<OutcomeShown>,
    /// When and why the chair took it back.
    pub withdrawn: Option<(Stamp, Option<String>)>,
}

/// One objection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectionShown {
    /// The member.
    pub delegation: DelegationCode,
    /// When and by whom.
    pub stamp: Stamp,
    /// Why, if said.
    pub reason: Option<String>,
    /// When it was taken back.
    pub withdrawn: Option<Stamp>,
}

/// How a decision was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeShown {
    /// The manner.
    pub manner: Manner,
    /// For, against, abstentions; only of a vote.
    pub votes: Option<(u32, u32, u32)>,
    /// The sitting; none between sittings.
    pub sitting: Option<SittingNumber>,
    /// When and by whom it was stated.
    pub stamp: Stamp,
}

impl Ends for SittingShown {
    fn is_over(&self) -> bool {
        self.closed.is_some()
    }
}

impl Ends for DecisionShown {
    fn is_over(&self) -> bool {
        self.adopted.is_some() || self.not_adopted.is_some() || self.withdrawn.is_some()
    }
}

impl RecordView {
    pub(super) fn evolve_session(&mut self, entry: &Entry, event: &SessionEvent) {
        match event {
            SessionEvent::SittingOpened(opened) => self.sittings.enter(
                opened.sitting,
                SittingShown { sitting: opened.sitting, opened: Stamp::of(entry), closed: None },
            ),
            SessionEvent::SittingClosed(closed) => {
                self.sittings.change(closed.sitting, |sitting| {
                    sitting.closed = Some(Stamp::of(entry));
                });
            }
        }
    }

    pub(super) fn evolve_decision(&mut self, entry: &Entry, event: &DecisionEvent) {
        let stamp = Stamp::of(entry);
        match event {
            DecisionEvent::DecisionPut(put) => self.decisions.enter(
                put.decision,
                DecisionShown {
                    decision: put.decision,
                    text: put.text.clone(),
                    adopts: put.adopts,
                    amends: put.amends,
                    sitting: put.sitting,
                    put: stamp,
                    objections: Vec::new(),
                    adopted: None,
                    not_adopted: None,
                    withdrawn: None,
                },
            ),
            DecisionEvent::Objected(objected) => {
                let delegation = objected.delegation.clone();
                let reason = objected.reason.clone();
                self.decisions.change(objected.decision, |decision| {
                    let withdrawn = None;
                    let shown = ObjectionShown { delegation, stamp, reason, withdrawn };
                    decision.objections.push(shown);
                });
            }
            DecisionEvent::ObjectionWithdrawn(taken) => {
                self.decisions.change(taken.decision, |decision| {
                    let own = |objection: &&mut ObjectionShown| {
                        objection.delegation == taken.delegation && objection.withdrawn.is_none()
                    };
                    let own = decision.objections.iter_mut().find(own);
                    own.into_iter().for_each(|own| own.withdrawn = Some(stamp.clone()));
                });
            }
            DecisionEvent::DecisionNotAdopted(lost) => {
                let votes = Some((lost.votes_for, lost.votes_against, lost.abstentions));
                let (manner, sitting) = (Manner::Vote, lost.sitting);
                self.decisions.change(lost.decision, |decision| {
                    decision.not_adopted = Some(OutcomeShown { manner, votes, sitting, stamp });
                });
            }
            DecisionEvent::DecisionWithdrawn(withdrawn) => {
                let reason = withdrawn.reason.clone();
                self.decisions.change(withdrawn.decision, |decision| {
                    decision.withdrawn = Some((stamp, reason));
                });
            }
            DecisionEvent::DecisionAdopted(adopted) => {
                let counts = (adopted.votes_for, adopted.votes_against, adopted.abstentions);
                let votes = match counts {
                    (Some(yes), Some(no), Some(neither)) => Some((yes, no, neither)),
                    _ => None, // A consensus has no counts.
                };
                let (manner, sitting) = (adopted.manner, adopted.sitting);
                self.decisions.change(adopted.decision, |decision| {
                    decision.adopted = Some(OutcomeShown { manner, votes, sitting, stamp });
                });
            }
        }
    }

    /// The sitting that is open.
    pub fn open_sitting(&self) -> Option<&SittingShown> {
        self.sittings.open()
    }

    /// The decision that is open: put last, neither decided nor withdrawn.
    pub fn open_decision(&self) -> Option<&DecisionShown> {
        self.decisions.open()
    }

    /// One decision.
    pub fn decision(&self, id: DecisionId) -> Option<&DecisionShown> {
        self.decisions.get(id)
    }
}
