//! Facts about decisions: put by the chair, objected to by members, adopted by the meeting.

use serde::{Deserialize, Serialize};

use super::family;
use crate::ids::{DecisionId, EditionId, SittingNumber};
use crate::roll::DelegationCode;

family! {
    /// Decisions.
    DecisionEvent {
        DecisionPut = "decision.put.v1",
        Objected = "decision.objected.v1",
        DecisionAdopted = "decision.adopted.v1",
        DecisionWithdrawn = "decision.withdrawn.v1",
    }
}

/// The chair put a decision to the meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DecisionPut {
    /// The decision's id.
    pub decision: DecisionId,
    /// The words, starting with a verb: "To adopt …".
    pub text: String,
    /// The edition of the agenda that it would adopt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopts: Option<EditionId>,
    /// The sitting in which it was put; none between sittings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sitting: Option<SittingNumber>,
}

/// A member objected: there is no consensus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Objected {
    /// The decision.
    pub decision: DecisionId,
    /// The member.
    pub delegation: DelegationCode,
    /// Why, if said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// How the meeting decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Manner {
    /// No member objected.
    Consensus,
    /// By counting votes.
    Vote,
}

/// The meeting adopted a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DecisionAdopted {
    /// The decision.
    pub decision: DecisionId,
    /// How.
    pub manner: Manner,
    /// Votes for it; only with [`Manner::Vote`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes_for: Option<u32>,
    /// Votes against it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes_against: Option<u32>,
    /// Abstentions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abstentions: Option<u32>,
    /// The sitting in which it was adopted; none between sittings, such as by silence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sitting: Option<SittingNumber>,
}

/// The chair took a decision back before it was adopted; it stays in the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DecisionWithdrawn {
    /// The decision.
    pub decision: DecisionId,
    /// Why, if said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}
