//! Putting a decision, objecting, adopting it by consensus or vote.
//!
//! One objection stops a consensus and is recorded by name. Observers and the
//! secretariat speak; they do not decide (CP/RES. 76 (84/72), arts. 3, 4, 6).

use super::agenda::not_adopted;
use super::{Case, Decide, Rejection, commands};
use crate::capacity::Capacity;
use crate::event::decision::{DecisionAdopted, DecisionPut, DecisionWithdrawn, Manner, Objected};
use crate::event::{DecisionEvent, Event};
use crate::ids::{DecisionId, EditionId};
use crate::meeting::Meeting;
use crate::meeting::decision::Decision;
use crate::roll::{DelegationCode, Standing};
use crate::text::{TextField, check, check_optional};

commands! {
    /// About decisions.
    DecisionCommand { Put, Object, Adopt, Withdraw }
}

/// Why a decision is not put, objected to or adopted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecisionFault {
    /// The edition was not issued, or is not the one in force.
    NotInForce(EditionId),
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
    /// A vote needs its count, and more for than against.
    VoteCount,
}

/// Puts a decision to the meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    /// The words.
    pub text: String,
    /// The edition that it would adopt.
    pub adopts: Option<EditionId>,
}

/// Objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Object {
    /// The decision; the open one when absent.
    pub decision: Option<DecisionId>,
    /// Why.
    pub reason: Option<String>,
}

/// States that the meeting adopted it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopt {
    /// The decision; the open one when absent.
    pub decision: Option<DecisionId>,
    /// How.
    pub manner: Manner,
    /// The count of a vote.
    pub count: Option<VoteCount>,
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
            if open.text == self.text && open.adopts == self.adopts {
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
        let (text, adopts) = (self.text.clone(), self.adopts);
        let put = DecisionPut { decision: meeting.decisions.next(), text, adopts, sitting };
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

impl Decide for Adopt {
    const BY: &'static [Capacity] = &[Capacity::Chair];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        let meeting = case.meeting;
        let decision = find(meeting, self.decision)?;
        if decision.adopted {
            return Ok(Vec::new());
        }
        let sitting = Some(case.sitting()?.number);
        is_open(meeting, decision)?;
        if let Some(edition) = decision.adopts {
            // A revision may have been issued while the text was open.
            in_force(meeting, edition)?;
        }
        match (self.manner, self.count) {
            (Manner::Consensus, _) if !decision.objections.is_empty() => {
                let by = decision.objections.clone();
                return Err(DecisionFault::NoConsensus { decision: decision.id, by }.into());
            }
            (Manner::Vote, Some(count)) if is_possible(meeting, count) => {}
            (Manner::Consensus, None) => {}
            (Manner::Vote | Manner::Consensus, _) => return Err(DecisionFault::VoteCount.into()),
        }
        let adopted = DecisionAdopted {
            decision: decision.id,
            manner: self.manner,
            votes_for: self.count.map(|count| count.votes_for),
            votes_against: self.count.map(|count| count.votes_against),
            abstentions: self.count.map(|count| count.abstentions),
            sitting,
        };
        Ok(vec![Event::Decision(DecisionEvent::DecisionAdopted(adopted))])
    }
}

impl Decide for Withdraw {
    const BY: &'static [Capacity] = &[Capacity::Chair];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        check_optional(TextField::Reason, self.reason.as_deref())?;
        let decision = find(case.meeting, Some(self.decision))?;
        // What is adopted is the meeting's; only the meeting changes it.
        if decision.adopted {
            return Err(DecisionFault::NoDecision.into());
        }
        if decision.withdrawn {
            return Ok(Vec::new());
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
    if open { Ok(()) } else { Err(DecisionFault::NoDecision) }
}

fn in_force(meeting: &Meeting, edition: EditionId) -> Result<(), DecisionFault> {
    let in_force = meeting.papers.in_force().is_some_and(|found| found.id == edition);
    if in_force { Ok(()) } else { Err(DecisionFault::NotInForce(edition)) }
}

/// More for than against, and no more votes than members.
fn is_possible(meeting: &Meeting, count: VoteCount) -> bool {
    let members = meeting.roll.iter().filter(|line| line.standing == Standing::Member).count();
    let votes = [count.votes_for, count.votes_against, count.abstentions];
    let total = votes.into_iter().map(u64::from).sum::<u64>();
    count.votes_for > count.votes_against && total <= members as u64
}
