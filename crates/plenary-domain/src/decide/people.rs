//! Inviting by one-time code, joining, appointing to an office, ending a seat.

use jiff::ToSpan;

use crate::capacity::{Capacity, Seat, SeatKind};
use crate::command::{Command, PeopleCommand};
use crate::event::people::{Appointed, CodeHash, Invited, Joined, SeatEnded};
use crate::event::{Event, PeopleEvent};
use crate::ids::{NominationId, PersonId};
use crate::meeting::Meeting;
use crate::meeting::people::CodeState;
use crate::moment::{Timestamp, end_of_day};
use crate::personal::{Personal, PersonalData};
use crate::rejection::{CodeFault, Rejection};
use crate::request::Request;
use crate::roll::{DelegationCode, Standing};
use crate::text::{TextField, check, check_optional};

/// How long a code can be used: it ends with the local day that many days later.
pub(crate) const CODE_DAYS: i64 = 14;

pub(super) fn decide(
    meeting: &Meeting,
    request: &Request,
    command: &PeopleCommand,
) -> Result<Vec<Event>, Rejection> {
    let facts = match command {
        PeopleCommand::Invite { seat, delegation, person, who } => {
            check_personal_data(who)?;
            let place = SeatOffer { seat: *seat, delegation: delegation.clone(), nomination: None };
            vec![invite(meeting, request, place, (*person, who))?]
        }
        PeopleCommand::Join { hash, who } => join(meeting, request, hash, who)?,
        PeopleCommand::Appoint { office, person, delegation } => {
            appoint(meeting, request, *office, *person, delegation.as_ref())?
        }
        PeopleCommand::Remove { person, reason } => remove(meeting, request, *person, reason)?,
        PeopleCommand::NotMe { code } => {
            let person = request.actor.person;
            let code = meeting.people.code(*code);
            let code = code.ok_or(Rejection::Code(CodeFault::Unknown))?;
            match (code.state, person) {
                (CodeState::Used(by), Some(person)) if by == person => {
                    let held = meeting.people.seats(person);
                    end_seats(person, None, held.filter(|seat| **seat == code.seat))
                }
                _ => return Err(Rejection::NotHeld(code.seat.kind.capacity())),
            }
        }
    };
    Ok(facts.into_iter().map(Event::People).collect())
}

/// The place that an invitation is for.
pub(super) struct SeatOffer {
    pub(super) seat: SeatKind,
    pub(super) delegation: Option<DelegationCode>,
    pub(super) nomination: Option<NominationId>,
}

/// Offers a place by the request's fresh code, to somebody new or to a person already known.
fn invite(
    meeting: &Meeting,
    request: &Request,
    mut place: SeatOffer,
    (person, who): (Option<PersonId>, &PersonalData),
) -> Result<PeopleEvent, Rejection> {
    if let Some(person) = person {
        // A lost code is replaced by one for the very same place.
        let code = meeting.people.code_of(person).ok_or(Rejection::UnknownPerson(person))?;
        let nomination = code.nomination.and_then(|id| meeting.replies.get(id));
        if let Some(gone) = nomination.filter(|nomination| !nomination.stands) {
            return Err(Rejection::NominationGone(gone.id));
        }
        place.nomination = code.nomination;
        place.seat = code.seat.kind;
        place.delegation.clone_from(&code.seat.delegation);
        // The seat is the old code's now, whatever seat the command named.
        let (delegation, who) = (place.delegation.clone(), who.clone());
        let person = Some(person);
        let command = PeopleCommand::Invite { seat: place.seat, delegation, person, who };
        let may = Command::People(command).allowed();
        let capacity = request.actor.capacity;
        if !may.contains(&capacity) {
            return Err(Rejection::NotAllowed { capacity, may });
        }
    }
    check_place(meeting, request, &place)?;
    let person = person.unwrap_or_else(|| meeting.people.next_person());
    Ok(invitation(meeting, request, place, (person, Personal::Known(who.clone()))))
}

/// The invitation of a person to a place that was checked.
pub(super) fn invitation(
    meeting: &Meeting,
    request: &Request,
    place: SeatOffer,
    (person, personal): (PersonId, Personal),
) -> PeopleEvent {
    PeopleEvent::Invited(Invited {
        code: meeting.people.next_code(),
        hash: request.fresh_code.clone(),
        seat: place.seat,
        delegation: place.delegation,
        nomination: place.nomination,
        expires: expiry(meeting, request.at),
        person,
        personal,
    })
}

fn expiry(meeting: &Meeting, at: Timestamp) -> Timestamp {
    let zone = meeting.zone();
    let today = at.date_in(&zone);
    let last = today.checked_add(CODE_DAYS.days()).unwrap_or(today);
    end_of_day(last, zone.iana_name().unwrap_or("UTC"))
}

fn check_place(meeting: &Meeting, request: &Request, place: &SeatOffer) -> Result<(), Rejection> {
    let capacity = request.actor.capacity;
    if place.seat == SeatKind::Chair
        && capacity == Capacity::Secretariat
        && meeting.people.chair().is_some()
    {
        return Err(Rejection::ChairHeld);
    }
    let Some(code) = &place.delegation else {
        return if place.seat.is_office() {
            Ok(())
        } else {
            Err(Rejection::SeatNeedsDelegation(place.seat))
        };
    };
    let line = meeting.on_roll(code).ok_or_else(|| Rejection::UnknownDelegation(code.clone()))?;
    if capacity == Capacity::Mission && request.actor.delegation.as_ref() != Some(code) {
        return Err(Rejection::OtherDelegation(code.clone()));
    }
    let fits = match place.seat {
        SeatKind::Mission | SeatKind::Expert => line.standing == Standing::Member,
        SeatKind::Observer => line.standing != Standing::Member,
        SeatKind::Chair | SeatKind::Secretariat => true,
    };
    let mismatch = || Rejection::SeatMismatch { seat: place.seat, delegation: code.clone() };
    if fits { Ok(()) } else { Err(mismatch()) }
}

fn join(
    meeting: &Meeting,
    request: &Request,
    hash: &CodeHash,
    who: &PersonalData,
) -> Result<Vec<PeopleEvent>, Rejection> {
    check_personal_data(who)?;
    let fault = |fault| Err(Rejection::Code(fault));
    let Some(code) = meeting.people.code_by_hash(hash) else { return fault(CodeFault::Unknown) };
    match code.state {
        CodeState::Used(by)
            if request.actor.person == Some(by)
                && meeting.people.seats(by).any(|seat| *seat == code.seat) =>
        {
            return Ok(Vec::new());
        }
        CodeState::Used(_) => return fault(CodeFault::Used),
        CodeState::Replaced => return fault(CodeFault::Replaced),
        CodeState::Open => {}
    }
    if request.at > code.expires {
        return fault(CodeFault::Expired(code.expires));
    }
    Ok(vec![PeopleEvent::Joined(Joined {
        code: code.id,
        seat: code.seat.kind,
        delegation: code.seat.delegation.clone(),
        nomination: code.nomination,
        person: request.actor.person.unwrap_or(code.person),
        personal: Personal::Known(who.clone()),
    })])
}

fn appoint(
    meeting: &Meeting,
    request: &Request,
    office: SeatKind,
    person: PersonId,
    delegation: Option<&DelegationCode>,
) -> Result<Vec<PeopleEvent>, Rejection> {
    if !office.is_office() {
        return Err(Rejection::NotAnOffice);
    }
    if meeting.people.seats(person).next().is_none() {
        return Err(Rejection::UnknownPerson(person));
    }
    let delegation = delegation.cloned();
    let mut seats = meeting.people.seats(person);
    if seats.any(|seat| seat.kind == office && seat.delegation == delegation) {
        return Ok(Vec::new());
    }
    let place = SeatOffer { seat: office, delegation: delegation.clone(), nomination: None };
    check_place(meeting, request, &place)?;
    Ok(vec![PeopleEvent::Appointed(Appointed { office, person, delegation })])
}

fn remove(
    meeting: &Meeting,
    request: &Request,
    person: PersonId,
    reason: &str,
) -> Result<Vec<PeopleEvent>, Rejection> {
    check(TextField::Reason, reason)?;
    if !meeting.people.is_known(person) {
        return Err(Rejection::UnknownPerson(person));
    }
    let own = request.actor.delegation.as_ref();
    if request.actor.capacity == Capacity::Mission {
        let reach = meeting.people.within_reach(person);
        let other = reach.into_iter().find(|seat| seat.delegation.as_ref() != own);
        if let Some(code) = other {
            let may: &[Capacity] = &[Capacity::Secretariat];
            let rejection = Rejection::NotAllowed { capacity: Capacity::Mission, may };
            return Err(code.delegation.clone().map_or(rejection, Rejection::OtherDelegation));
        }
    }
    // The chair passes only by the chair's own hand.
    let reason = Some(reason.to_owned());
    let reach = meeting.people.within_reach(person);
    let holds_chair = meeting.people.chair() == Some(person);
    let stays = |seat: &&Seat| holds_chair && seat.kind == SeatKind::Chair;
    if !reach.is_empty() && reach.iter().all(stays) {
        return Err(Rejection::ChairHeld);
    }
    let ended = reach.into_iter().filter(|seat| !stays(seat));
    Ok(end_seats(person, reason.as_ref(), ended))
}

fn end_seats<'s>(
    person: PersonId,
    reason: Option<&String>,
    seats: impl Iterator<Item = &'s Seat>,
) -> Vec<PeopleEvent> {
    seats
        .map(|seat| {
            PeopleEvent::SeatEnded(SeatEnded {
                person,
                seat: seat.kind,
                delegation: seat.delegation.clone(),
                reason: reason.cloned(),
            })
        })
        .collect()
}

/// Checks what a request says of a person (not what is stored: rules never read that).
pub(super) fn check_personal_data(who: &PersonalData) -> Result<(), Rejection> {
    let fields = [&who.name, &who.title, &who.institution, &who.contact, &who.account];
    fields.into_iter().try_for_each(|field| check_optional(TextField::Name, field.as_deref()))
}
