//! Inviting by one-time code, joining, appointing to an office, ending a seat.

mod renew;

pub use renew::Renew;

use super::seat::{SeatOffer, check_personal_data, seat_ended};
use super::{Case, Decide, Rejection, commands};
use crate::capacity::Capacity::{
    self, Chair, Expert, Mission, Observer, Operator, Reader, Secretariat,
};
use crate::capacity::{Seat, SeatKind};
use crate::event::people::{Appointed, CodeHash, Joined};
use crate::event::{Event, PeopleEvent};
use crate::ids::{CodeId, PersonId};
use crate::meeting::people::CodeState;
use crate::moment::Timestamp;
use crate::personal::{Personal, PersonalData};
use crate::roll::{DelegationCode, Standing};
use crate::text::{TextField, check};

commands! {
    /// About people and their seats.
    PeopleCommand { Invite, Renew, Join, Appoint, Remove, NotMe }
}

/// Why a seat is not offered, taken or ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeopleFault {
    /// A seat of a delegation needs the delegation; or a member's seat was asked for an observer.
    SeatNeedsDelegation(SeatKind),
    /// The seat does not fit the delegation's standing.
    SeatMismatch {
        /// The seat.
        seat: SeatKind,
        /// The delegation.
        delegation: DelegationCode,
    },
    /// Nobody else is of the secretariat: without it, no seat could be given any more.
    LastSecretariat(PersonId),
    /// There is a chair already; only the chair hands over.
    ChairHeld,
    /// Only chair and secretariat are offices.
    NotAnOffice,
    /// No such person in this meeting.
    UnknownPerson(PersonId),
    /// The person has no such seat, but these.
    NoSuchSeat(PersonId, Vec<Seat>),
    /// The person has these seats, and a code moves one.
    WhichSeat(PersonId, Vec<Seat>),
    /// The code is not valid.
    Code(CodeFault),
}

/// Why a code is not valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeFault {
    /// No code of this meeting.
    Unknown,
    /// Somebody has used it.
    Used,
    /// A newer code took its place.
    Replaced,
    /// What it was given for has ended.
    TakenBack,
    /// It ran out then.
    Expired(Timestamp),
}

impl From<CodeFault> for Rejection {
    fn from(fault: CodeFault) -> Self {
        PeopleFault::Code(fault).into()
    }
}

/// Offers a seat to somebody new by a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invite {
    /// Which seat.
    pub seat: SeatKind,
    /// Whose seat; required unless it is an office.
    pub delegation: Option<DelegationCode>,
    /// What is known of the person.
    pub who: PersonalData,
}

/// Takes the seat that a code opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Join {
    /// The hash of the code typed.
    pub hash: CodeHash,
    /// The account, and perhaps a name.
    pub who: PersonalData,
}

/// Gives an office to somebody who already takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appoint {
    /// The office.
    pub office: SeatKind,
    /// Who.
    pub person: PersonId,
    /// The delegation to which the office falls.
    pub delegation: Option<DelegationCode>,
}

/// Ends all seats of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remove {
    /// Who.
    pub person: PersonId,
    /// Why.
    pub reason: String,
}

/// Gives up the seat that the code opened: the wrong person joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotMe {
    /// The code.
    pub code: CodeId,
}

impl Invite {
    /// Who may offer this kind of seat.
    const fn offered_by(seat: SeatKind) -> &'static [Capacity] {
        match seat {
            SeatKind::Chair | SeatKind::Secretariat => &[Operator, Secretariat, Chair],
            SeatKind::Mission | SeatKind::Expert | SeatKind::Observer => &[Secretariat, Mission],
        }
    }
}

impl Decide for Invite {
    const BY: &'static [Capacity] = &[Secretariat, Mission, Operator, Chair];

    fn by(&self) -> &'static [Capacity] {
        Self::offered_by(self.seat)
    }

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        check_personal_data(&self.who)?;
        let (seat, delegation) = (self.seat, self.delegation.clone());
        check_place(case, seat, delegation.as_ref())?;
        let offer = SeatOffer { seat, delegation, nomination: None };
        let person = case.meeting.people.next_person();
        Ok(vec![case.invitation(offer, (person, Personal::Known(self.who.clone())))])
    }
}

fn check_place(
    case: &Case<'_>,
    seat: SeatKind,
    delegation: Option<&DelegationCode>,
) -> Result<(), Rejection> {
    let capacity = case.actor.capacity;
    let has_chair = case.meeting.people.chair().is_some();
    if seat == SeatKind::Chair && capacity == Secretariat && has_chair {
        return Err(PeopleFault::ChairHeld.into());
    }
    let Some(code) = delegation else {
        let needed = || Err(PeopleFault::SeatNeedsDelegation(seat).into());
        return if seat.is_office() { Ok(()) } else { needed() };
    };
    let standing = case.standing(code)?;
    if capacity == Mission && case.actor.delegation.as_ref() != Some(code) {
        return Err(Rejection::OtherDelegation(code.clone()));
    }
    let fits = match seat {
        SeatKind::Mission | SeatKind::Expert => standing == Standing::Member,
        SeatKind::Observer => standing != Standing::Member,
        SeatKind::Chair | SeatKind::Secretariat => true,
    };
    let delegation = code.clone();
    if fits { Ok(()) } else { Err(PeopleFault::SeatMismatch { seat, delegation }.into()) }
}

impl Decide for Join {
    const BY: &'static [Capacity] = &[Reader, Chair, Secretariat, Mission, Expert, Observer];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        check_personal_data(&self.who)?;
        let (people, person) = (&case.meeting.people, case.actor.person);
        let code = people.code_by_hash(&self.hash).ok_or(CodeFault::Unknown)?;
        match code.state {
            CodeState::Used(by)
                if person == Some(by) && people.seats(by).any(|seat| *seat == code.seat) =>
            {
                return Ok(Vec::new());
            }
            CodeState::Used(_) => return Err(CodeFault::Used.into()),
            CodeState::Replaced => return Err(CodeFault::Replaced.into()),
            CodeState::TakenBack => return Err(CodeFault::TakenBack.into()),
            CodeState::Open => {}
        }
        if case.at > code.expires {
            return Err(CodeFault::Expired(code.expires).into());
        }
        // A code moves its own seat. Whoever has others keeps them: an account that is not known
        // yet becomes that person only where nothing else would come with the seat.
        let (meant, seat) = (code.person, &code.seat);
        let comes_alone = people.seats(meant).all(|held| held == seat);
        let person = person.unwrap_or(if comes_alone { meant } else { people.next_person() });
        let moves = person != meant && people.seats(meant).any(|held| held == seat);
        let mut events = Vec::from_iter(moves.then(|| seat_ended(meant, seat, None)));
        events.push(Event::People(PeopleEvent::Joined(Joined {
            code: code.id,
            seat: seat.kind,
            delegation: seat.delegation.clone(),
            nomination: code.nomination,
            person,
            personal: Personal::Known(self.who.clone()),
        })));
        Ok(events)
    }
}

impl Decide for Appoint {
    const BY: &'static [Capacity] = &[Chair, Secretariat];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        let Self { office, person, delegation } = self.clone();
        if !office.is_office() {
            return Err(PeopleFault::NotAnOffice.into());
        }
        let mut seats = case.meeting.people.seats(person).peekable();
        if seats.peek().is_none() {
            return Err(PeopleFault::UnknownPerson(person).into());
        }
        if seats.any(|seat| seat.kind == office && seat.delegation == delegation) {
            return Ok(Vec::new());
        }
        check_place(case, office, delegation.as_ref())?;
        let appointed = Appointed { office, person, delegation };
        Ok(vec![Event::People(PeopleEvent::Appointed(appointed))])
    }
}

impl Decide for Remove {
    const BY: &'static [Capacity] = &[Secretariat, Mission];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        let (people, person) = (&case.meeting.people, self.person);
        check(TextField::Reason, &self.reason)?;
        if !people.is_known(person) {
            return Err(PeopleFault::UnknownPerson(person).into());
        }
        let reach = people.within_reach(person);
        if case.actor.capacity == Mission {
            let own = case.actor.delegation.as_ref();
            if let Some(other) = reach.iter().find(|seat| seat.delegation.as_ref() != own) {
                let not_allowed =
                    || Rejection::NotAllowed { capacity: Mission, may: &[Secretariat] };
                let other = other.delegation.clone();
                return Err(other.map_or_else(not_allowed, Rejection::OtherDelegation));
            }
        }
        // The chair passes only by the chair's own hand.
        let holds_chair = people.chair() == Some(person);
        let stays = |seat: &&Seat| holds_chair && seat.kind == SeatKind::Chair;
        if !reach.is_empty() && reach.iter().all(stays) {
            return Err(PeopleFault::ChairHeld.into());
        }
        if people.is_last(SeatKind::Secretariat, person) {
            return Err(PeopleFault::LastSecretariat(person).into());
        }
        let ended = reach.into_iter().filter(|seat| !stays(seat));
        Ok(ended.map(|seat| seat_ended(person, seat, Some(&self.reason))).collect())
    }
}

impl Decide for NotMe {
    const BY: &'static [Capacity] = Join::BY;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        let people = &case.meeting.people;
        let code = people.code(self.code).ok_or(CodeFault::Unknown)?;
        match (code.state, case.actor.person) {
            (CodeState::Used(by), Some(person)) if by == person => {
                let held = people.seats(person).filter(|seat| **seat == code.seat);
                Ok(held.map(|seat| seat_ended(person, seat, None)).collect())
            }
            (
                CodeState::Used(_) | CodeState::Open | CodeState::Replaced | CodeState::TakenBack,
                _,
            ) => Err(Rejection::NotHeld(code.seat.kind.capacity())),
        }
    }
}
