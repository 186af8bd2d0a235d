//! Putting a decision, objecting, adopting it by consensus or vote.
//!
//! One objection stops a consensus and is recorded by name. Observers and the
//! secretariat speak; they do not decide (CP/RES. 76 (84/72), arts. 3, 4, 6).

use crate::command::{DecisionCommand, VoteCount};
use crate::event::decision::{DecisionAdopted, DecisionPut, DecisionWithdrawn, Manner, Objected};
use crate::event::{DecisionEvent, Event};
use crate::ids::{DecisionId, EditionId};
use crate::meeting::Meeting;
use crate::meeting::decision::Decision;
use crate::rejection::Rejection;
use crate::request::Request;
use crate::roll::Standing;
use crate::text::{TextField, check, check_optional};

use super::speaks_for;

pub(super) fn decide(
    meeting: &Meeting,
    request: &Request,
    command: &DecisionCommand,
) -> Result<Vec<Event>, Rejection> {
    let fact = match command {
        DecisionCommand::Put { text, adopts } => {
            check(TextField::Paragraph, text)?;
            put(meeting, text, *adopts)?
        }
        DecisionCommand::Object { decision, reason } => {
            check_optional(TextField::Reason, reason.as_deref())?;
            object(meeting, request, find(meeting, *decision)?, reason.as_deref())?
        }
        DecisionCommand::Adopt { decision, manner, count } => {
            adopt(meeting, find(meeting, *decision)?, *manner, *count)?
        }
        DecisionCommand::Withdraw { decision, reason } => {
            check_optional(TextField::Reason, reason.as_deref())?;
            withdraw(find(meeting, Some(*decision))?, reason.as_deref())?
        }
    };
    Ok(fact.map(Event::Decision).into_iter().collect())
}

/// More for than against, and no more votes than members.
fn is_possible(meeting: &Meeting, count: VoteCount) -> bool {
    let members = meeting.roll.iter().filter(|line| line.standing == Standing::Member).count();
    let votes = [count.votes_for, count.votes_against, count.abstentions];
    let total = votes.into_iter().map(u64::from).sum::<u64>();
    count.votes_for > count.votes_against && total <= members as u64
}

/// What is adopted is the meeting's; only the meeting changes it.
fn withdraw(decision: &Decision, reason: Option<&str>) -> Result<Option<DecisionEvent>, Rejection> {
    if decision.adopted {
        return Err(Rejection::NoDecision);
    }
    let reason = reason.map(str::to_owned);
    let fact = DecisionWithdrawn { decision: decision.id, reason };
    Ok((!decision.withdrawn).then_some(DecisionEvent::DecisionWithdrawn(fact)))
}

fn find(meeting: &Meeting, id: Option<DecisionId>) -> Result<&Decision, Rejection> {
    match id {
        None => meeting.decisions.open().ok_or(Rejection::NoDecision),
        Some(id) => meeting.decisions.get(id).ok_or(Rejection::UnknownDecision(id)),
    }
}

fn put(
    meeting: &Meeting,
    text: &str,
    adopts: Option<EditionId>,
) -> Result<Option<DecisionEvent>, Rejection> {
    let sitting = meeting.sittings.open().ok_or(Rejection::NeedsSitting)?;
    if let Some(open) = meeting.decisions.open() {
        if open.text == text && open.adopts == adopts {
            return Ok(None);
        }
        if open.objections.is_empty() {
            return Err(Rejection::DecisionOpen(open.id));
        }
    }
    if let Some(edition) = adopts {
        if let Some(decision) = meeting.decisions.adopting() {
            return Err(Rejection::AgendaAdopted(decision.id));
        }
        if meeting.papers.in_force().map(|found| found.id) != Some(edition) {
            return Err(Rejection::NotInForce(edition));
        }
    }
    Ok(Some(DecisionEvent::DecisionPut(DecisionPut {
        decision: meeting.decisions.next(),
        text: text.to_owned(),
        adopts,
        sitting: sitting.number,
    })))
}

fn object(
    meeting: &Meeting,
    request: &Request,
    decision: &Decision,
    reason: Option<&str>,
) -> Result<Option<DecisionEvent>, Rejection> {
    let delegation = speaks_for(request)?;
    let line = meeting
        .on_roll(delegation)
        .ok_or_else(|| Rejection::UnknownDelegation(delegation.clone()))?;
    if line.standing != Standing::Member {
        return Err(Rejection::MembersOnly);
    }
    // An objection is made in the room, to the text that is before the meeting.
    meeting.sittings.open().ok_or(Rejection::NeedsSitting)?;
    if meeting.decisions.open().map(|open| open.id) != Some(decision.id) {
        return Err(Rejection::NoDecision);
    }
    let fact = DecisionEvent::Objected(Objected {
        decision: decision.id,
        delegation: delegation.clone(),
        reason: reason.map(str::to_owned),
    });
    Ok((!decision.objections.contains(delegation)).then_some(fact))
}

fn adopt(
    meeting: &Meeting,
    decision: &Decision,
    manner: Manner,
    count: Option<VoteCount>,
) -> Result<Option<DecisionEvent>, Rejection> {
    if decision.adopted {
        return Ok(None);
    }
    let sitting = meeting.sittings.open().ok_or(Rejection::NeedsSitting)?;
    if meeting.decisions.open().map(|open| open.id) != Some(decision.id) {
        return Err(Rejection::NoDecision);
    }
    if let Some(edition) = decision.adopts {
        // A revision may have been issued while the text was open.
        if meeting.papers.in_force().map(|found| found.id) != Some(edition) {
            return Err(Rejection::NotInForce(edition));
        }
    }
    match (manner, count) {
        (Manner::Consensus, _) if !decision.objections.is_empty() => {
            let by = decision.objections.clone();
            return Err(Rejection::NoConsensus { decision: decision.id, by });
        }
        (Manner::Vote, None) => return Err(Rejection::VoteCount),
        (Manner::Vote, Some(count)) if !is_possible(meeting, count) => {
            return Err(Rejection::VoteCount);
        }
        (Manner::Consensus, Some(_)) => return Err(Rejection::VoteCount),
        (Manner::Consensus, None) | (Manner::Vote, Some(_)) => {}
    }
    Ok(Some(DecisionEvent::DecisionAdopted(DecisionAdopted {
        decision: decision.id,
        manner,
        votes_for: count.map(|count| count.votes_for),
        votes_against: count.map(|count| count.votes_against),
        abstentions: count.map(|count| count.abstentions),
        sitting: sitting.number,
    })))
}
