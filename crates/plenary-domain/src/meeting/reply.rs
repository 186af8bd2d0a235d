//! Which nominations stand.

use crate::event::ReplyEvent;
use crate::ids::{NominationId, PersonId};
use crate::ledger::Ledger;
use crate::moment::{Deadline, Timestamp};
use crate::roll::DelegationCode;

/// The nominations of a meeting.
pub(crate) type Replies = Ledger<NominationId, Nomination>;

/// A nomination as the rules know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Nomination {
    pub(crate) id: NominationId,
    pub(crate) delegation: DelegationCode,
    pub(crate) person: PersonId,
    pub(crate) stands: bool,
    pub(crate) late: bool,
    pub(crate) admitted: bool,
}

/// The nomination that a fact ends: replaced or withdrawn.
pub(super) fn ended(event: &ReplyEvent) -> Option<NominationId> {
    match event {
        ReplyEvent::Nominated(nominated) => nominated.instead_of,
        ReplyEvent::NominationWithdrawn(withdrawn) => Some(withdrawn.nomination),
        ReplyEvent::NominationCorrected(_) | ReplyEvent::NominationAdmitted(_) => None,
    }
}

impl Replies {
    pub(super) fn evolve(
        &mut self,
        event: &ReplyEvent,
        at: Timestamp,
        deadline: Option<&Deadline>,
    ) {
        match event {
            ReplyEvent::Nominated(nominated) => {
                let received = nominated.received.as_ref();
                if let Some(replaced) = nominated.instead_of {
                    self.change(replaced, |nomination| nomination.stands = false);
                }
                let nomination = Nomination {
                    id: nominated.nomination,
                    delegation: nominated.delegation.clone(),
                    person: nominated.person,
                    stands: true,
                    late: deadline.is_some_and(|deadline| deadline.is_missed(received, at)),
                    admitted: false,
                };
                self.enter(nominated.nomination, nomination);
            }
            ReplyEvent::NominationCorrected(_) => {}
            ReplyEvent::NominationWithdrawn(withdrawn) => {
                self.change(withdrawn.nomination, |nomination| nomination.stands = false);
            }
            ReplyEvent::NominationAdmitted(admitted) => {
                self.change(admitted.nomination, |nomination| nomination.admitted = true);
            }
        }
    }
}
