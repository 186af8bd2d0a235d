//! Which nominations stand.

use crate::event::AnswerEvent;
use crate::ids::{NominationId, PersonId};
use crate::moment::At;
use crate::roll::DelegationCode;

/// The nominations of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Answers {
    nominations: Vec<Nomination>,
}

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

/// When a fact was received outside the chat; `None` for facts whose lateness does not matter.
pub(super) fn received(event: &AnswerEvent) -> Option<Option<At>> {
    match event {
        AnswerEvent::Nominated(nominated) => {
            Some(nominated.received.as_ref().map(|received| received.instant))
        }
        AnswerEvent::NominationCorrected(_)
        | AnswerEvent::NominationWithdrawn(_)
        | AnswerEvent::NominationAdmitted(_) => None,
    }
}

/// The nomination that a fact ends: replaced or withdrawn.
pub(super) fn ended(event: &AnswerEvent) -> Option<NominationId> {
    match event {
        AnswerEvent::Nominated(nominated) => nominated.instead_of,
        AnswerEvent::NominationWithdrawn(withdrawn) => Some(withdrawn.nomination),
        AnswerEvent::NominationCorrected(_) | AnswerEvent::NominationAdmitted(_) => None,
    }
}

impl Answers {
    pub(super) fn evolve(&mut self, event: &AnswerEvent, late: bool) {
        match event {
            AnswerEvent::Nominated(nominated) => {
                if let Some(replaced) = nominated.instead_of {
                    self.with(replaced, |nomination| nomination.stands = false);
                }
                self.nominations.push(Nomination {
                    id: nominated.nomination,
                    delegation: nominated.delegation.clone(),
                    person: nominated.person,
                    stands: true,
                    late,
                    admitted: false,
                });
            }
            AnswerEvent::NominationCorrected(_) => {}
            AnswerEvent::NominationWithdrawn(withdrawn) => {
                self.with(withdrawn.nomination, |nomination| nomination.stands = false);
            }
            AnswerEvent::NominationAdmitted(admitted) => {
                self.with(admitted.nomination, |nomination| nomination.admitted = true);
            }
        }
    }

    fn with(&mut self, id: NominationId, change: impl FnOnce(&mut Nomination)) {
        if let Some(nomination) = self.nominations.iter_mut().find(|n| n.id == id) {
            change(nomination);
        }
    }

    pub(crate) fn find(&self, id: NominationId) -> Option<&Nomination> {
        self.nominations.iter().find(|nomination| nomination.id == id)
    }

    pub(crate) fn next(&self) -> NominationId {
        NominationId(self.nominations.last().map_or(0, |nomination| nomination.id.0) + 1)
    }
}
