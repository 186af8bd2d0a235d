//! How a seat is offered by a one-time code and how it ends: people invite and remove, and so do
//! nominations.

use jiff::ToSpan;

use super::Case;
use crate::capacity::{Seat, SeatKind};
use crate::event::people::{Invited, SeatEnded};
use crate::event::{Event, PeopleEvent, texts};
use crate::ids::{NominationId, PersonId};
use crate::moment::{Timestamp, end_of_day};
use crate::personal::{Personal, PersonalData};
use crate::roll::DelegationCode;
use crate::text::BoundsFault;

/// How long a code can be used: it ends with the local day that many days later.
pub(crate) const CODE_DAYS: i64 = 14;

/// The seat that an invitation offers.
pub(super) struct SeatOffer {
    pub(super) seat: SeatKind,
    pub(super) delegation: Option<DelegationCode>,
    pub(super) nomination: Option<NominationId>,
}

impl Case<'_> {
    /// The invitation of a person to a seat that was checked.
    pub(super) fn invitation(
        &self,
        offer: SeatOffer,
        (person, personal): (PersonId, Personal),
    ) -> Event {
        Event::People(PeopleEvent::Invited(Invited {
            code: self.meeting.people.next_code(),
            hash: self.fresh_code.clone(),
            seat: offer.seat,
            delegation: offer.delegation,
            nomination: offer.nomination,
            expires: self.expiry(),
            person,
            personal,
        }))
    }

    fn expiry(&self) -> Timestamp {
        let zone = self.meeting.zone();
        let today = self.at.date_in(&zone);
        let last = today.checked_add(CODE_DAYS.days()).unwrap_or(today);
        end_of_day(last, zone.iana_name().unwrap_or("UTC"))
    }
}

/// A person no longer holds this seat.
pub(super) fn seat_ended(person: PersonId, seat: &Seat, reason: Option<&String>) -> Event {
    let (seat, delegation, reason) = (seat.kind, seat.delegation.clone(), reason.cloned());
    Event::People(PeopleEvent::SeatEnded(SeatEnded { person, seat, delegation, reason }))
}

/// Checks what a command says of a person (not what is stored: rules never read that).
pub(super) fn check_personal_data(who: &PersonalData) -> Result<(), BoundsFault> {
    texts::personal_data(who)
}
