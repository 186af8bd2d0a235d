//! Which nominations and which requests to present stand, and who said no.

use std::collections::BTreeSet;

use crate::event::ReplyEvent;
use crate::event::reply::{PresentationRequested, PresentationTopic};
use crate::ids::{NominationId, PersonId, PresentationId};
use crate::ledger::Ledger;
use crate::moment::{Deadline, Timestamp};
use crate::roll::DelegationCode;

/// What delegations replied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Replies {
    nominations: Ledger<NominationId, Nomination>,
    pub(crate) presentations: Ledger<PresentationId, Presentation>,
    /// Who wants to present nothing.
    declined: BTreeSet<DelegationCode>,
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

/// A request to present as the rules know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Presentation {
    pub(crate) id: PresentationId,
    pub(crate) delegation: DelegationCode,
    pub(crate) about: PresentationTopic,
    /// Whether the mission requested it; otherwise an expert asked for it.
    pub(crate) requested: bool,
    pub(crate) stands: bool,
    pub(crate) late: bool,
    pub(crate) admitted: bool,
}

impl Presentation {
    /// Whether the mission requested exactly this.
    pub(crate) fn says_already(&self, about: &PresentationTopic) -> bool {
        self.requested && self.about.by == about.by
    }

    fn new(id: PresentationId, delegation: DelegationCode, about: PresentationTopic) -> Self {
        let (requested, stands, late, admitted) = (false, true, false, false);
        Self { id, delegation, about, requested, stands, late, admitted }
    }
}

/// The nomination that a fact ends: replaced or withdrawn.
pub(super) fn ended(event: &ReplyEvent) -> Option<NominationId> {
    match event {
        ReplyEvent::Nominated(nominated) => nominated.instead_of,
        ReplyEvent::NominationWithdrawn(withdrawn) => Some(withdrawn.nomination),
        ReplyEvent::NominationCorrected(_)
        | ReplyEvent::NominationAdmitted(_)
        | ReplyEvent::PresentationRequested(_)
        | ReplyEvent::PresentationAsked(_)
        | ReplyEvent::PresentationAdmitted(_)
        | ReplyEvent::ReplyDeclined(_) => None,
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
                    self.nominations.change(replaced, |nomination| nomination.stands = false);
                }
                let nomination = Nomination {
                    id: nominated.nomination,
                    delegation: nominated.delegation.clone(),
                    person: nominated.person,
                    stands: true,
                    late: deadline.is_some_and(|deadline| deadline.is_missed(received, at)),
                    admitted: false,
                };
                self.nominations.enter(nominated.nomination, nomination);
            }
            ReplyEvent::NominationCorrected(_) => {}
            ReplyEvent::NominationWithdrawn(withdrawn) => {
                let id = withdrawn.nomination;
                self.nominations.change(id, |nomination| nomination.stands = false);
            }
            ReplyEvent::NominationAdmitted(admitted) => {
                let id = admitted.nomination;
                self.nominations.change(id, |nomination| nomination.admitted = true);
            }
            ReplyEvent::PresentationRequested(requested) => {
                let received = requested.received.as_ref();
                let late = deadline.is_some_and(|deadline| deadline.is_missed(received, at));
                self.requested(requested, late);
            }
            ReplyEvent::PresentationAsked(asked) => {
                let (delegation, about) = (asked.delegation.clone(), asked.about.clone());
                let asked = Presentation::new(asked.presentation, delegation, about);
                self.presentations.enter(asked.id, asked);
            }
            ReplyEvent::PresentationAdmitted(admitted) => {
                let id = admitted.presentation;
                self.presentations.change(id, |request| request.admitted = true);
            }
            ReplyEvent::ReplyDeclined(declined) => {
                let all = self.presentations.iter_mut();
                all.filter(|request| request.delegation == declined.delegation)
                    .for_each(|request| request.stands = false);
                self.declined.insert(declined.delegation.clone());
            }
        }
    }

    /// The number of the next nomination.
    pub(crate) fn next(&self) -> NominationId {
        self.nominations.next()
    }

    /// The nomination with this number.
    pub(crate) fn get(&self, id: NominationId) -> Option<&Nomination> {
        self.nominations.get(id)
    }

    fn requested(&mut self, requested: &PresentationRequested, late: bool) {
        let (delegation, about) = (&requested.delegation, &requested.about);
        let all = self.presentations.iter_mut();
        all.filter(|before| before.delegation == *delegation && before.about.is_same(about))
            .for_each(|before| before.stands = false);
        let request = Presentation::new(requested.presentation, delegation.clone(), about.clone());
        let request = Presentation { requested: true, late, ..request };
        self.declined.remove(delegation);
        self.presentations.enter(request.id, request);
    }

    /// Whether this delegation said no and requested or asked nothing since.
    pub(crate) fn declines(&self, delegation: &DelegationCode) -> bool {
        let mut all = self.presentations.iter();
        self.declined.contains(delegation)
            && !all.any(|request| request.stands && request.delegation == *delegation)
    }

    /// What stands of this delegation on the same topic.
    pub(crate) fn standing(
        &self,
        delegation: &DelegationCode,
        about: &PresentationTopic,
    ) -> Option<&Presentation> {
        self.presentations.iter().find(|request| {
            request.stands && request.delegation == *delegation && request.about.is_same(about)
        })
    }
}
