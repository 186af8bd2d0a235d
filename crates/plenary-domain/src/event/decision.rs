//! Facts about decisions: put by the chair, objected to by members, adopted by the meeting.

use super::family;
use crate::ids::{DecisionId, EditionId, SittingNumber};
use crate::roll::DelegationCode;
use crate::stored::{apply, stored, word};

family! {
    /// Decisions.
    DecisionEvent {
        DecisionPut = "decision.put.v1" open,
        Objected = "decision.objected.v1" open,
        ObjectionWithdrawn = "decision.objection-withdrawn.v1" open,
        DecisionAdopted = "decision.adopted.v1" open,
        DecisionNotAdopted = "decision.not-adopted.v1" open,
        DecisionWithdrawn = "decision.withdrawn.v1" open,
    }
}

/// The chair put a decision to the meeting.
#[apply(stored!)]
pub struct DecisionPut {
    /// The decision's id.
    pub decision: DecisionId,
    /// The words, starting with a verb: "To adopt …".
    pub text: String,
    /// The edition of the agenda that it would adopt.
    pub adopts: Option<EditionId>,
    /// The adopted edition of the agenda that it would amend: once the meeting has decided so, the
    /// secretariat may prepare the next one.
    pub amends: Option<EditionId>,
    /// The sitting in which it was put; none between sittings.
    pub sitting: Option<SittingNumber>,
}

/// A member objected: there is no consensus.
#[apply(stored!)]
pub struct Objected {
    /// The decision.
    pub decision: DecisionId,
    /// The member.
    pub delegation: DelegationCode,
    /// Why, if said.
    pub reason: Option<String>,
}

/// A member took its objection back; that it objected stays in the history.
#[apply(stored!)]
pub struct ObjectionWithdrawn {
    /// The decision.
    pub decision: DecisionId,
    /// The member.
    pub delegation: DelegationCode,
}

/// How the meeting decided.
#[apply(word!)]
pub enum Manner {
    /// No member objected.
    Consensus,
    /// By counting votes.
    Vote,
}

/// The meeting adopted a decision.
#[apply(stored!)]
pub struct DecisionAdopted {
    /// The decision.
    pub decision: DecisionId,
    /// How.
    pub manner: Manner,
    /// Votes for it; only with [`Manner::Vote`].
    pub votes_for: Option<u32>,
    /// Votes against it.
    pub votes_against: Option<u32>,
    /// Abstentions.
    pub abstentions: Option<u32>,
    /// The sitting in which it was adopted; none between sittings, such as by silence.
    pub sitting: Option<SittingNumber>,
}

/// The decision was put to the vote and had no majority.
#[apply(stored!)]
pub struct DecisionNotAdopted {
    /// The decision.
    pub decision: DecisionId,
    /// Votes for it.
    pub votes_for: u32,
    /// Votes against it; at least as many.
    pub votes_against: u32,
    /// Abstentions.
    pub abstentions: u32,
    /// The sitting in which the votes were counted; none between sittings.
    pub sitting: Option<SittingNumber>,
}

/// The chair took a decision back before it was adopted; it stays in the history.
#[apply(stored!)]
pub struct DecisionWithdrawn {
    /// The decision.
    pub decision: DecisionId,
    /// Why, if said.
    pub reason: Option<String>,
}
