//! Nominating, replacing, correcting a spelling, withdrawing, admitting a late one.
//!
//! A late nomination is taken and marked; it joins the list when the secretariat admits it.

use super::seat::{SeatOffer, check_personal_data, seat_ended};
use super::{Case, Decide, Rejection, commands};
use crate::capacity::Capacity::{self, Mission, Secretariat};
use crate::capacity::SeatKind;
use crate::event::reply::{
    DelegationRole, Nominated, NominationAdmitted, NominationCorrected, NominationWithdrawn,
};
use crate::event::{Event, ReplyEvent};
use crate::ids::NominationId;
use crate::meeting::Meeting;
use crate::meeting::reply::Nomination;
use crate::moment::Received;
use crate::personal::{Personal, PersonalData};
use crate::text::{TextField, check, check_optional};

commands! {
    /// Replies of delegations.
    ReplyCommand { Nominate, Correct, Withdraw, Admit }
}

/// Why a nomination is not taken or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplyFault {
    /// Nothing to correct was given.
    NothingGiven,
    /// No such nomination.
    UnknownNomination(NominationId),
    /// The nomination is no longer in place.
    NominationGone(NominationId),
    /// The nomination was not late.
    NotLate(NominationId),
}

/// Names a person for the delegation that the actor speaks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nominate {
    /// The role.
    pub role: DelegationRole,
    /// The nomination that is replaced.
    pub instead_of: Option<NominationId>,
    /// When and how it arrived, if outside the chat.
    pub received: Option<Received>,
    /// Name, title, institution.
    pub who: PersonalData,
}

/// Corrects a spelling; not a replacement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correct {
    /// The nomination.
    pub nomination: NominationId,
    /// The corrected fields.
    pub who: PersonalData,
    /// Why.
    pub reason: Option<String>,
}

/// Takes a nomination back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdraw {
    /// The nomination.
    pub nomination: NominationId,
    /// Why.
    pub reason: Option<String>,
}

/// Admits a late nomination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Admit {
    /// The nomination.
    pub nomination: NominationId,
    /// Why.
    pub reason: String,
}

impl Decide for Nominate {
    const BY: &'static [Capacity] = &[Mission, Secretariat];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        let meeting = case.meeting;
        case.check_received(self.received.as_ref())?;
        check_personal_data(&self.who)?;
        check(TextField::Name, self.who.name.as_deref().unwrap_or_default())?;
        let delegation = case.member()?;
        let mut leaves = None;
        if let Some(replaced) = self.instead_of {
            leaves = expert_leaves(meeting, standing(case, replaced)?);
        }
        let (nomination, person) = (meeting.replies.next(), meeting.people.next_person());
        let nominated = Event::Reply(ReplyEvent::Nominated(Nominated {
            nomination,
            delegation: delegation.clone(),
            role: self.role,
            instead_of: self.instead_of,
            received: self.received.clone(),
            person,
            personal: Personal::Known(self.who.clone()),
        }));
        let (seat, delegation) = (SeatKind::Expert, Some(delegation.clone()));
        let offer = SeatOffer { seat, delegation, nomination: Some(nomination) };
        // The name stands in the nomination already; the invitation need not seal it again.
        let personal = Personal::Known(PersonalData::default());
        let invited = case.invitation(offer, (person, personal));
        Ok([nominated, invited].into_iter().chain(leaves).collect())
    }
}

impl Decide for Correct {
    const BY: &'static [Capacity] = Nominate::BY;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        check_personal_data(&self.who)?;
        check_optional(TextField::Reason, self.reason.as_deref())?;
        if self.who == PersonalData::default() {
            return Err(ReplyFault::NothingGiven.into());
        }
        let found = standing(case, self.nomination)?;
        Ok(vec![Event::Reply(ReplyEvent::NominationCorrected(NominationCorrected {
            nomination: found.id,
            reason: self.reason.clone(),
            person: found.person,
            personal: Personal::Known(self.who.clone()),
        }))])
    }
}

impl Decide for Withdraw {
    const BY: &'static [Capacity] = Nominate::BY;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        check_optional(TextField::Reason, self.reason.as_deref())?;
        let found = own(case, self.nomination)?;
        if !found.stands {
            return Ok(Vec::new());
        }
        let withdrawn = NominationWithdrawn { nomination: found.id, reason: self.reason.clone() };
        let withdrawn = Event::Reply(ReplyEvent::NominationWithdrawn(withdrawn));
        Ok([withdrawn].into_iter().chain(expert_leaves(case.meeting, found)).collect())
    }
}

impl Decide for Admit {
    const BY: &'static [Capacity] = &[Secretariat];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        check(TextField::Reason, &self.reason)?;
        let found = find(case.meeting, self.nomination)?;
        match found {
            Nomination { late: false, .. } => Err(ReplyFault::NotLate(found.id).into()),
            Nomination { admitted: true, .. } => Ok(Vec::new()),
            Nomination { stands: false, .. } => Err(ReplyFault::NominationGone(found.id).into()),
            Nomination { .. } => {
                let (nomination, reason) = (found.id, self.reason.clone());
                let admitted = NominationAdmitted { nomination, reason };
                Ok(vec![Event::Reply(ReplyEvent::NominationAdmitted(admitted))])
            }
        }
    }
}

fn find(meeting: &Meeting, id: NominationId) -> Result<&Nomination, ReplyFault> {
    meeting.replies.get(id).ok_or(ReplyFault::UnknownNomination(id))
}

/// The nomination, if the actor may touch it: the own delegation's, or entered by the secretariat.
fn own<'c>(case: &Case<'c>, id: NominationId) -> Result<&'c Nomination, Rejection> {
    let found = find(case.meeting, id)?;
    let speaks = match case.actor.speaks_for() {
        Some(delegation) => *delegation == found.delegation,
        None => case.actor.capacity == Secretariat,
    };
    if speaks { Ok(found) } else { Err(Rejection::OtherDelegation(found.delegation.clone())) }
}

/// The same, if it still stands.
fn standing<'c>(case: &Case<'c>, id: NominationId) -> Result<&'c Nomination, Rejection> {
    let found = own(case, id)?;
    if found.stands { Ok(found) } else { Err(ReplyFault::NominationGone(id).into()) }
}

/// Whoever joined for a nomination that ends no longer sits for the delegation as its expert.
fn expert_leaves(meeting: &Meeting, nomination: &Nomination) -> Option<Event> {
    let person = meeting.people.joined_for(nomination.id)?;
    let seat = meeting.people.seats(person).find(|seat| {
        seat.kind == SeatKind::Expert && seat.delegation.as_ref() == Some(&nomination.delegation)
    })?;
    Some(seat_ended(person, seat, None))
}
