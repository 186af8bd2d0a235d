//! Nominating, replacing, correcting a spelling, withdrawing, admitting a late one.
//!
//! A late nomination is taken and marked; it joins the list when the secretariat admits it.

use crate::capacity::{Capacity, SeatKind};
use crate::command::ReplyCommand;
use crate::event::people::SeatEnded;
use crate::event::reply::{
    Nominated, NominationAdmitted, NominationCorrected, NominationWithdrawn,
};
use crate::event::{Event, PeopleEvent, ReplyEvent};
use crate::ids::NominationId;
use crate::meeting::Meeting;
use crate::meeting::reply::Nomination;
use crate::personal::{Personal, PersonalData};
use crate::rejection::Rejection;
use crate::request::Request;
use crate::roll::Standing;
use crate::text::{TextField, check, check_optional};

use super::people::{SeatOffer, check_personal_data, invitation};
use super::{check_received, speaks_for};

pub(super) fn decide(
    meeting: &Meeting,
    request: &Request,
    command: &ReplyCommand,
) -> Result<Vec<Event>, Rejection> {
    match command {
        ReplyCommand::Nominate { received, who, .. } => {
            check_received(request, received.as_ref())?;
            check_personal_data(who)?;
            check(TextField::Name, who.name.as_deref().unwrap_or_default())?;
            nominate(meeting, request, command)
        }
        ReplyCommand::Correct { nomination, who, reason } => {
            correct(meeting, request, *nomination, (who, reason.as_deref()))
        }
        ReplyCommand::Withdraw { nomination, reason } => {
            check_optional(TextField::Reason, reason.as_deref())?;
            let found = own(meeting, request, *nomination)?;
            let fact = NominationWithdrawn { nomination: found.id, reason: reason.clone() };
            let mut facts = vec![Event::Reply(ReplyEvent::NominationWithdrawn(fact))];
            facts.extend(expert_leaves(meeting, found));
            Ok(if found.stands { facts } else { Vec::new() })
        }
        ReplyCommand::Admit { nomination, reason } => {
            check(TextField::Reason, reason)?;
            let found = meeting.replies.get(*nomination);
            let found = found.ok_or(Rejection::UnknownNomination(*nomination))?;
            if !found.late {
                return Err(Rejection::NotLate(found.id));
            }
            let fact = NominationAdmitted { nomination: found.id, reason: reason.clone() };
            let fact = Event::Reply(ReplyEvent::NominationAdmitted(fact));
            match (found.admitted, found.stands) {
                (true, _) => Ok(Vec::new()),
                (false, true) => Ok(vec![fact]),
                (false, false) => Err(Rejection::NominationGone(found.id)),
            }
        }
    }
}

fn nominate(
    meeting: &Meeting,
    request: &Request,
    command: &ReplyCommand,
) -> Result<Vec<Event>, Rejection> {
    let ReplyCommand::Nominate { role, instead_of, received, who } = command else {
        return Ok(Vec::new());
    };
    let delegation = speaks_for(request)?;
    let line = meeting
        .on_roll(delegation)
        .ok_or_else(|| Rejection::UnknownDelegation(delegation.clone()))?;
    if line.standing != Standing::Member {
        return Err(Rejection::MembersOnly);
    }
    let mut leaves = None;
    if let Some(replaced) = instead_of {
        let replaced = own(meeting, request, *replaced)?;
        if !replaced.stands {
            return Err(Rejection::NominationGone(replaced.id));
        }
        leaves = expert_leaves(meeting, replaced);
    }
    let nomination = meeting.replies.next();
    let person = meeting.people.next_person();
    let nominated = ReplyEvent::Nominated(Nominated {
        nomination,
        delegation: delegation.clone(),
        role: *role,
        instead_of: *instead_of,
        received: received.clone(),
        person,
        personal: Personal::Known(who.clone()),
    });
    let place = SeatOffer {
        seat: SeatKind::Expert,
        delegation: Some(delegation.clone()),
        nomination: Some(nomination),
    };
    // The name stands in the nomination already; the invitation need not seal it again.
    let identity = Personal::Known(PersonalData::default());
    let invited = invitation(meeting, request, place, (person, identity));
    let facts = [Event::Reply(nominated), Event::People(invited)];
    Ok(facts.into_iter().chain(leaves).collect())
}

/// Whoever joined for a nomination that ends no longer sits for the delegation as its expert.
fn expert_leaves(meeting: &Meeting, nomination: &Nomination) -> Option<Event> {
    let person = meeting.people.joined_for(nomination.id)?;
    let seat = meeting.people.seats(person).find(|seat| {
        seat.kind == SeatKind::Expert && seat.delegation.as_ref() == Some(&nomination.delegation)
    })?;
    Some(Event::People(PeopleEvent::SeatEnded(SeatEnded {
        person,
        seat: seat.kind,
        delegation: seat.delegation.clone(),
        reason: None,
    })))
}

fn correct(
    meeting: &Meeting,
    request: &Request,
    nomination: NominationId,
    (who, reason): (&PersonalData, Option<&str>),
) -> Result<Vec<Event>, Rejection> {
    check_personal_data(who)?;
    check_optional(TextField::Reason, reason)?;
    if *who == PersonalData::default() {
        return Err(Rejection::NothingGiven);
    }
    let found = own(meeting, request, nomination)?;
    if !found.stands {
        return Err(Rejection::NominationGone(found.id));
    }
    Ok(vec![Event::Reply(ReplyEvent::NominationCorrected(NominationCorrected {
        nomination: found.id,
        reason: reason.map(str::to_owned),
        person: found.person,
        personal: Personal::Known(who.clone()),
    }))])
}

/// The nomination, if the actor may touch it: the own delegation's, or entered by the secretariat.
fn own<'m>(
    meeting: &'m Meeting,
    request: &Request,
    id: NominationId,
) -> Result<&'m Nomination, Rejection> {
    let found = meeting.replies.get(id).ok_or(Rejection::UnknownNomination(id))?;
    let actor = &request.actor;
    let speaks = match actor.speaks_for() {
        Some(delegation) => *delegation == found.delegation,
        None => actor.capacity == Capacity::Secretariat,
    };
    if speaks { Ok(found) } else { Err(Rejection::OtherDelegation(found.delegation.clone())) }
}
