//! What delegations replied: nominations in their order of protocol, requests to present.

use std::collections::BTreeMap;

use super::Stamp;
use crate::actor::Actor;
use crate::event::reply::{DelegationRole, Nominated, PresentationRequested, PresentationTopic};
use crate::event::{Entry, ReplyEvent};
use crate::ids::{NominationId, PersonId, PresentationId};
use crate::ledger::Ledger;
use crate::moment::{Deadline, Received};
use crate::personal::Personal;
use crate::readers::{Guarded, Readers};
use crate::roll::{DelegationCode, RollLine, Standing};

/// The replies of all delegations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReplyView {
    nominations: Ledger<NominationId, NominationShown>,
    /// The nominations in the order of protocol that each delegation gave them.
    order: Vec<NominationId>,
    presentations: Ledger<PresentationId, PresentationShown>,
    declined: BTreeMap<DelegationCode, Stamp>,
}

/// What became of a nomination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stands.
    Stands,
    /// Another took its place.
    ReplacedBy(NominationId),
    /// The delegation took it back.
    Withdrawn {
        /// When and by whom.
        stamp: Stamp,
        /// Why, if said.
        reason: Option<String>,
    },
}

/// One nomination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NominationShown {
    /// Its id.
    pub nomination: NominationId,
    /// The delegation that nominated this person.
    pub delegation: DelegationCode,
    /// The role.
    pub role: DelegationRole,
    /// The person.
    pub person: PersonId,
    /// Name, title, institution as first given and later corrected.
    pub personal: Personal,
    /// When and by whom it was entered.
    pub stamp: Stamp,
    /// When its spelling was corrected, and why if said.
    pub corrected: Vec<(Stamp, Option<String>)>,
    /// When and how it arrived, if outside the chat.
    pub received: Option<Received>,
    /// Whether it came after the deadline of the agenda then in force.
    pub late: bool,
    /// When and why a late one was admitted.
    pub admitted: Option<(Stamp, String)>,
    /// The nomination whose place it took.
    pub instead_of: Option<NominationId>,
    /// What became of it.
    pub fate: Fate,
}

impl NominationShown {
    /// Whether it belongs on the list of participants.
    pub fn is_listed(&self) -> bool {
        self.fate == Fate::Stands && (!self.late || self.admitted.is_some())
    }
}

/// One request to present or report, or what an expert asked the mission to request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresentationShown {
    /// Its id.
    pub presentation: PresentationId,
    /// The delegation.
    pub delegation: DelegationCode,
    /// On what.
    pub about: PresentationTopic,
    /// When and by whom the mission was asked to request it.
    pub asked: Option<Stamp>,
    /// When and by whom it was requested.
    pub requested: Option<Stamp>,
    /// When and how it arrived, if outside the chat.
    pub received: Option<Received>,
    /// Whether it came after the deadline of the agenda then in force.
    pub late: bool,
    /// When and why a late one was admitted.
    pub admitted: Option<(Stamp, String)>,
    /// Whether it was neither declined nor replaced.
    pub stands: bool,
}

impl PresentationShown {
    /// Whether it counts: requested, in time or admitted, and standing.
    pub fn is_counted(&self) -> bool {
        self.stands && self.requested.is_some() && (!self.late || self.admitted.is_some())
    }
}

impl Guarded for PresentationShown {
    fn readers(&self) -> Readers {
        if self.requested.is_some() { Readers::Delegations } else { Readers::Secretariat }
    }

    fn concerned(&self) -> [Option<&Actor>; 2] {
        [self.asked.as_ref().map(|stamp| &stamp.actor), None]
    }
}

impl ReplyView {
    /// Folds one event; `deadline` is that of the agenda in force.
    pub(super) fn evolve(
        &mut self,
        entry: &Entry,
        event: &ReplyEvent,
        deadline: Option<&Deadline>,
    ) {
        match event {
            ReplyEvent::Nominated(nominated) => self.nominated(entry, nominated, deadline),
            ReplyEvent::NominationCorrected(corrected) => {
                self.nominations.change(corrected.nomination, |nomination| {
                    nomination.personal.merge(&corrected.personal);
                    nomination.corrected.push((Stamp::of(entry), corrected.reason.clone()));
                });
            }
            ReplyEvent::NominationWithdrawn(withdrawn) => {
                let (stamp, reason) = (Stamp::of(entry), withdrawn.reason.clone());
                self.nominations.change(withdrawn.nomination, |nomination| {
                    nomination.fate = Fate::Withdrawn { stamp, reason };
                });
            }
            ReplyEvent::NominationAdmitted(admitted) => {
                let reason = admitted.reason.clone();
                self.nominations.change(admitted.nomination, |nomination| {
                    nomination.admitted = Some((Stamp::of(entry), reason));
                });
            }
            ReplyEvent::PresentationRequested(requested) => {
                let received = requested.received.as_ref();
                let late = deadline.is_some_and(|deadline| deadline.is_missed(received, entry.at));
                self.requested(entry, requested, late);
            }
            ReplyEvent::PresentationAsked(asked) => {
                let shown = PresentationShown {
                    presentation: asked.presentation,
                    delegation: asked.delegation.clone(),
                    about: asked.about.clone(),
                    asked: Some(Stamp::of(entry)),
                    requested: None,
                    received: None,
                    late: false,
                    admitted: None,
                    stands: true,
                };
                self.presentations.enter(asked.presentation, shown);
            }
            ReplyEvent::PresentationAdmitted(admitted) => {
                let reason = admitted.reason.clone();
                self.presentations.change(admitted.presentation, |request| {
                    request.admitted = Some((Stamp::of(entry), reason));
                });
            }
            ReplyEvent::ReplyDeclined(declined) => {
                let all = self.presentations.iter_mut();
                all.filter(|request| request.delegation == declined.delegation)
                    .for_each(|request| request.stands = false);
                self.declined.insert(declined.delegation.clone(), Stamp::of(entry));
            }
        }
    }

    fn nominated(&mut self, entry: &Entry, nominated: &Nominated, deadline: Option<&Deadline>) {
        let received = nominated.received.as_ref();
        let replaced = nominated.instead_of.filter(|replaced| self.find(*replaced).is_some());
        match replaced.and_then(|old| self.order.iter_mut().find(|id| **id == old)) {
            Some(place) => *place = nominated.nomination,
            None => self.order.push(nominated.nomination),
        }
        if let Some(old) = replaced {
            let fate = Fate::ReplacedBy(nominated.nomination);
            self.nominations.change(old, |old| old.fate = fate);
        }
        let nomination = NominationShown {
            nomination: nominated.nomination,
            delegation: nominated.delegation.clone(),
            role: nominated.role,
            person: nominated.person,
            personal: nominated.personal.clone(),
            stamp: Stamp::of(entry),
            corrected: Vec::new(),
            received: nominated.received.clone(),
            late: deadline.is_some_and(|deadline| deadline.is_missed(received, entry.at)),
            admitted: None,
            instead_of: nominated.instead_of,
            fate: Fate::Stands,
        };
        self.nominations.enter(nominated.nomination, nomination);
    }

    fn requested(&mut self, entry: &Entry, requested: &PresentationRequested, late: bool) {
        let asked = self.presentation(requested.presentation).and_then(|shown| shown.asked.clone());
        let (delegation, about) = (&requested.delegation, &requested.about);
        let all = self.presentations.iter_mut();
        all.filter(|before| before.delegation == *delegation && before.about.is_same(about))
            .for_each(|before| before.stands = false);
        let shown = PresentationShown {
            presentation: requested.presentation,
            delegation: delegation.clone(),
            about: about.clone(),
            asked,
            requested: Some(Stamp::of(entry)),
            received: requested.received.clone(),
            late,
            admitted: None,
            stands: true,
        };
        self.declined.remove(delegation);
        self.presentations.enter(requested.presentation, shown);
    }

    /// One request to present, also one that no longer stands.
    pub fn presentation(&self, id: PresentationId) -> Option<&PresentationShown> {
        self.presentations.get(id)
    }

    /// The requests to present that stand, also what experts asked: the caller asks its reader.
    pub fn presentations(&self) -> impl Iterator<Item = &PresentationShown> {
        self.presentations.iter().filter(|shown| shown.stands)
    }

    /// When and by whom a delegation declined to present.
    pub fn declined(&self, delegation: &DelegationCode) -> Option<&Stamp> {
        self.declined.get(delegation)
    }

    /// One nomination.
    pub fn find(&self, id: NominationId) -> Option<&NominationShown> {
        self.nominations.get(id)
    }

    /// All nominations in the order in which they were entered, also those that no longer stand.
    pub fn all(&self) -> &Ledger<NominationId, NominationShown> {
        &self.nominations
    }

    /// A delegation's standing nominations in its order of protocol, the head first.
    pub fn of(&self, delegation: &DelegationCode) -> Vec<&NominationShown> {
        let mut standing: Vec<_> = self
            .order
            .iter()
            .filter_map(|id| self.find(*id))
            .filter(|n| n.delegation == *delegation && n.fate == Fate::Stands)
            .collect();
        standing.sort_by_key(|nomination| nomination.role != DelegationRole::Head);
        standing
    }

    /// The members of the roll that have a standing nomination, and those that have none.
    pub fn answered<'r>(&self, roll: &'r [RollLine]) -> (Vec<&'r RollLine>, Vec<&'r RollLine>) {
        roll.iter()
            .filter(|line| line.standing == Standing::Member)
            .partition(|line| !self.of(&line.code).is_empty())
    }
}
