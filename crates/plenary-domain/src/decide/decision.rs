//! Putting a decision, objecting, adopting it by consensus, counting a vote.
//!
//! One objection stops a consensus and is recorded by name. A vote that is lost is recorded too.
//! Observers and the secretariat speak; they do not decide (CP/RES. 76 (84/72), arts. 3, 4, 6).

use super::agenda::not_adopted;
use super::{Case, Decide, Rejection, commands};
use crate::capacity::Capacity;
use crate::event::decision::{
    DecisionAdopted, DecisionNotAdopted, DecisionPut, DecisionWithdrawn, Manner, Objected,
    ObjectionWithdrawn,
};
use crate::event::{DecisionEvent, Event};
use crate::ids::{DecisionId, EditionId, SittingNumber};
use crate::meeting::Meeting;
use crate::meeting::decision::{Decision, Fate};
use crate::roll::{DelegationCode, Standing};
use crate::text::{TextField, check, check_optional};

commands! {
    /// About decisions.
    DecisionCommand { Put, Object, WithdrawObjection, Adopt, Vote, Withdraw }
}

/// Why a decision is not put, objected to or adopted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecisionFault {
    /// The edition was not issued, or is not the one in force.
    NotInForce(EditionId),
    /// The edition is not adopted, so that nothing of the meeting's needs amending.
    NotAdopted(EditionId),
    /// Another decision is open.
    DecisionOpen(DecisionId),
    /// No decision is open.
    NoDecision,
    /// No such decision.
    UnknownDecision(DecisionId),
    /// Members objected: no consensus.
    NoConsensus {
        /// The decision.
        decision: DecisionId,
        /// Who objected.
        by: Vec<DelegationCode>,
    },
    /// The decision was decided or withdrawn, or another one was put since.
    Over(DecisionId),
    /// The delegation has not objected to it.
    NoObjection(DecisionId),
    /// A vote in which nobody voted.
    NoVotes,
    /// More votes than members may vote.
    TooManyVotes {
        /// The votes that were counted.
        votes: u64,
        /// The members.
        members: usize,
    },
}

/// Puts a decision to the meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    /// The words.
    pub text: String,
    /// The edition that it would adopt.
    pub adopts: Option<EditionId>,
    /// The adopted edition that it would amend.
    pub amends: Option<EditionId>,
}

/// Objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Object {
    /// The decision; the open one when absent.
    pub decision: Option<DecisionId>,
    /// Why.
    pub reason: Option<String>,
}

/// Takes the own objection back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithdrawObjection {
    /// The decision.
    pub decision: DecisionId,
}

/// States that the meeting adopted it by consensus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopt {
    /// The decision; the open one when absent.
    pub decision: Option<DecisionId>,
}

/// States how the meeting voted on it: with more votes for than against it is adopted, else not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// The decision; the open one when absent.
    pub decision: Option<DecisionId>,
    /// The count.
    pub count: VoteCount,
}

/// How a vote went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VoteCount {
    /// For.
    pub votes_for: u32,
    /// Against.
    pub votes_against: u32,
    /// Neither.
    pub abstentions: u32,
}

/// Takes a decision back that is not adopted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdraw {
    /// The decision.
    pub decision: DecisionId,
    /// Why.
    pub reason: Option<String>,
}

impl Decide for Put {
    const BY: &'static [Capacity] = &[Capacity::Chair];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        let meeting = case.meeting;
        check(TextField::Paragraph, &self.text)?;
        let sitting = Some(case.sitting()?.number);
        if let Some(open) = meeting.decisions.open() {
            if (&open.text, open.adopts, open.amends) == (&self.text, self.adopts, self.amends) {
                return Ok(Vec::new());
            }
            if open.objections.is_empty() {
                return Err(DecisionFault::DecisionOpen(open.id).into());
            }
        }
        if let Some(edition) = self.adopts {
            not_adopted(meeting)?;
            in_force(meeting, edition)?;
        }
        if let Some(edition) = self.amends {
            in_force(meeting, edition)?;
            if not_adopted(meeting).is_ok() {
                return Err(DecisionFault::NotAdopted(edition).into());
            }
        }
        let Self { text, adopts, amends } = self.clone();
        let put = DecisionPut { decision: meeting.decisions.next(), text, adopts, amends, sitting };
        Ok(vec![Event::Decision(DecisionEvent::DecisionPut(put))])
    }
}

impl Decide for Object {
    const BY: &'static [Capacity] = &[Capacity::Mission];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        check_optional(TextField::Reason, self.reason.as_deref())?;
        let decision = find(case.meeting, self.decision)?;
        let delegation = case.member()?;
        // An objection is made in the room, to the text that is before the meeting.
        case.sitting()?;
        is_open(case.meeting, decision)?;
        if decision.objections.contains(delegation) {
            return Ok(Vec::new());
        }
        let (decision, delegation) = (decision.id, delegation.clone());
        let objected = Objected { decision, delegation, reason: self.reason.clone() };
        Ok(vec![Event::Decision(DecisionEvent::Objected(objected))])
    }
}

impl Decide for WithdrawObjection {
    const BY: &'static [Capacity] = &[Capacity::Mission];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        let decision = find(case.meeting, Some(self.decision))?;
        let delegation = case.member()?;
        case.sitting()?;
        is_open(case.meeting, decision)?;
        if !decision.objections.contains(delegation) {
            return Err(DecisionFault::NoObjection(decision.id).into());
        }
        let (decision, delegation) = (decision.id, delegation.clone());
        let withdrawn = ObjectionWithdrawn { decision, delegation };
        Ok(vec![Event::Decision(DecisionEvent::ObjectionWithdrawn(withdrawn))])
    }
}

impl Decide for Adopt {
    const BY: &'static [Capacity] = &[Capacity::Chair];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        let meeting = case.meeting;
        let decision = find(meeting, self.decision)?;
        if decision.fate == Fate::Adopted {
            return Ok(Vec::new());
        }
        let sitting = to_be_decided(case, decision)?;
        if !decision.objections.is_empty() {
            let by = decision.objections.clone();
            return Err(DecisionFault::NoConsensus { decision: decision.id, by }.into());
        }
        let adopted = DecisionAdopted {
            decision: decision.id,
            manner: Manner::Consensus,
            votes_for: None,
            votes_against: None,
            abstentions: None,
            sitting,
        };
        Ok(vec![Event::Decision(DecisionEvent::DecisionAdopted(adopted))])
    }
}

impl Decide for Vote {
    const BY: &'static [Capacity] = &[Capacity::Chair];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        let decision = find(case.meeting, self.decision)?;
        let VoteCount { votes_for, votes_against, abstentions } = self.count;
        if decision.fate == Fate::NotAdopted(votes_for, votes_against, abstentions) {
            return Ok(Vec::new());
        }
        let sitting = to_be_decided(case, decision)?;
        check_count(case.meeting, self.count)?;
        let decision = decision.id;
        let event = if votes_for > votes_against {
            DecisionEvent::DecisionAdopted(DecisionAdopted {
                decision,
                manner: Manner::Vote,
                votes_for: Some(votes_for),
                votes_against: Some(votes_against),
                abstentions: Some(abstentions),
                sitting,
            })
        } else {
            DecisionEvent::DecisionNotAdopted(DecisionNotAdopted {
                decision,
                votes_for,
                votes_against,
                abstentions,
                sitting,
            })
        };
        Ok(vec![Event::Decision(event)])
    }
}

impl Decide for Withdraw {
    const BY: &'static [Capacity] = &[Capacity::Chair];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        check_optional(TextField::Reason, self.reason.as_deref())?;
        let decision = find(case.meeting, Some(self.decision))?;
        match decision.fate {
            Fate::Withdrawn => return Ok(Vec::new()),
            // What the meeting decided only the meeting changes.
            Fate::Adopted | Fate::NotAdopted(..) => {
                return Err(DecisionFault::Over(decision.id).into());
            }
            Fate::Open => {}
        }
        let withdrawn = DecisionWithdrawn { decision: decision.id, reason: self.reason.clone() };
        Ok(vec![Event::Decision(DecisionEvent::DecisionWithdrawn(withdrawn))])
    }
}

fn find(meeting: &Meeting, id: Option<DecisionId>) -> Result<&Decision, DecisionFault> {
    match id {
        None => meeting.decisions.open().ok_or(DecisionFault::NoDecision),
        Some(id) => meeting.decisions.get(id).ok_or(DecisionFault::UnknownDecision(id)),
    }
}

fn is_open(meeting: &Meeting, decision: &Decision) -> Result<(), DecisionFault> {
    let open = meeting.decisions.open().is_some_and(|open| open.id == decision.id);
    if open { Ok(()) } else { Err(DecisionFault::Over(decision.id)) }
}

/// The sitting in which this decision is decided, while it is before the meeting. A revision may
/// have been issued while the text was open.
fn to_be_decided(case: &Case<'_>, decision: &Decision) -> Result<Option<SittingNumber>, Rejection> {
    let sitting = case.sitting()?.number;
    is_open(case.meeting, decision)?;
    decision.adopts.or(decision.amends).map_or(Ok(()), |id| in_force(case.meeting, id))?;
    Ok(Some(sitting))
}

fn in_force(meeting: &Meeting, edition: EditionId) -> Result<(), DecisionFault> {
    let in_force = meeting.papers.in_force().is_some_and(|found| found.id == edition);
    if in_force { Ok(()) } else { Err(DecisionFault::NotInForce(edition)) }
}

/// Somebody voted, and nobody twice.
fn check_count(meeting: &Meeting, count: VoteCount) -> Result<(), DecisionFault> {
    let members = meeting.roll.iter().filter(|line| line.standing == Standing::Member).count();
    let votes = [count.votes_for, count.votes_against, count.abstentions];
    match votes.into_iter().map(u64::from).sum::<u64>() {
        0 => Err(DecisionFault::NoVotes),
        votes if votes > members as u64 => Err(DecisionFault::TooManyVotes { votes, members }),
        _ => Ok(()),
    }
}
