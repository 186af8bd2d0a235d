//! A new code for a seat of somebody who is known already: the old one was lost, or the account.

use super::{Invite, PeopleFault, check_place};
use crate::capacity::{Capacity, Seat, SeatKind};
use crate::decide::reply::ReplyFault;
use crate::decide::seat::{SeatOffer, check_personal_data};
use crate::decide::{Case, Decide, Rejection};
use crate::event::Event;
use crate::ids::PersonId;
use crate::personal::{Personal, PersonalData};
use crate::roll::DelegationCode;

/// Offers one seat of a person by a new code. It moves that seat and no other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renew {
    /// Whose seat.
    pub person: PersonId,
    /// Which one; may be absent for somebody with one seat.
    pub seat: Option<SeatKind>,
    /// Of which delegation; may be absent where only one seat fits.
    pub delegation: Option<DelegationCode>,
    /// What is known of the person.
    pub who: PersonalData,
}

impl Decide for Renew {
    const BY: &'static [Capacity] = Invite::BY;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        check_personal_data(&self.who)?;
        let seat = self.meant(case)?;
        let (capacity, may) = (case.actor.capacity, Invite::offered_by(seat.kind));
        if !may.contains(&capacity) {
            return Err(Rejection::NotAllowed { capacity, may });
        }
        let people = &case.meeting.people;
        let nomination = people.code_for(self.person, &seat).and_then(|code| code.nomination);
        let gone = nomination.and_then(|id| case.meeting.replies.get(id));
        if let Some(gone) = gone.filter(|nomination| !nomination.stands) {
            return Err(ReplyFault::NominationGone(gone.id).into());
        }
        check_place(case, seat.kind, seat.delegation.as_ref())?;
        let offer = SeatOffer { seat: seat.kind, delegation: seat.delegation, nomination };
        Ok(vec![case.invitation(offer, (self.person, Personal::Known(self.who.clone())))])
    }
}

impl Renew {
    /// The seat that is meant: one that the person holds or could take; if there is none any more,
    /// the one that was offered last.
    fn meant(&self, case: &Case<'_>) -> Result<Seat, Rejection> {
        let people = &case.meeting.people;
        let mut seats: Vec<Seat> = people.within_reach(self.person).into_iter().cloned().collect();
        if seats.is_empty() {
            let last = people.last_code_of(self.person);
            let last = last.ok_or(PeopleFault::UnknownPerson(self.person))?;
            seats.push(last.seat.clone());
        }
        let is_meant = |seat: &&Seat| {
            self.seat.is_none_or(|kind| kind == seat.kind)
                && (self.delegation.is_none() || self.delegation == seat.delegation)
        };
        match seats.iter().filter(is_meant).collect::<Vec<_>>()[..] {
            [seat] => Ok(seat.clone()),
            [] => Err(PeopleFault::NoSuchSeat(self.person, seats).into()),
            [..] => Err(PeopleFault::WhichSeat(self.person, seats).into()),
        }
    }
}
