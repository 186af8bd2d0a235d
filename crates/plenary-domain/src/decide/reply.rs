//! Nominating and mending nominations; requesting to present, and saying no to it.
//!
//! A late nomination is taken and marked; it joins the list when the secretariat admits it. A late
//! request to present waits in the same way for the Chair or the secretariat.

use super::seat::{SeatOffer, check_personal_data, seat_ended};
use super::{Case, Decide, Rejection, commands};
use crate::capacity::Capacity::{self, Chair, Expert, Mission, Secretariat};
use crate::capacity::SeatKind;
use crate::event::comment::ItemNamed;
use crate::event::reply::{
    Declined, DelegationRole, Nominated, NominationAdmitted, NominationCorrected,
    NominationWithdrawn, PresentAs, PresentationAdmitted, PresentationRequested, PresentationTopic,
    ReplyDeclined,
};
use crate::event::{Event, ReplyEvent};
use crate::ids::{NominationId, PresentationId};
use crate::ledger::Id;
use crate::meeting::Meeting;
use crate::meeting::reply::{Nomination, Presentation};
use crate::moment::Received;
use crate::note::{Asks, Block, Question, Topic};
use crate::personal::{Personal, PersonalData};
use crate::text::{TextField, check, check_optional};

commands! {
    /// Replies of delegations.
    ReplyCommand {
        Nominate, Correct, Withdraw, Admit,
        Present, ConfirmPresentation, AdmitPresentation, DeclinePresentations
    }
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
    /// The note asks for no presentations on the item, which was named like this.
    PresentationsNotAsked(String),
    /// The question has no such topic, but these.
    UnknownTopic(String, Vec<String>),
    /// The topic is open, and nothing says what it would be about.
    TopicNeedsText(String),
    /// No such request to present.
    UnknownPresentation(PresentationId),
    /// The request to present no longer stands.
    PresentationGone(PresentationId),
    /// An expert asked for it, and the mission has not confirmed it.
    PresentationNotConfirmed(PresentationId),
    /// The request to present was not late.
    PresentationNotLate(PresentationId),
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

/// Requests to present on topics of the note, one request each; an expert asks the mission for it.
///
/// An open topic without words is left out, unless it is the only one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Present {
    /// The item.
    pub on: ItemNamed,
    /// The labels of the topics, in any case.
    pub topics: Vec<String>,
    /// As what.
    pub by: PresentAs,
    /// What it is about: of the open topics, or of all if none is open.
    pub text: Option<String>,
    /// When and how it arrived, if outside the chat.
    pub received: Option<Received>,
}

/// The mission requests what its expert asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmPresentation {
    /// What was asked.
    pub presentation: PresentationId,
}

/// Admits a late request to present.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdmitPresentation {
    /// The request.
    pub presentation: PresentationId,
    /// Why.
    pub reason: String,
}

/// Says that the delegation presents nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclinePresentations {
    /// When and how it arrived, if outside the chat.
    pub received: Option<Received>,
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

impl Decide for Present {
    const BY: &'static [Capacity] = &[Mission, Secretariat, Expert];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        let replies = &case.meeting.replies;
        let is_expert = case.actor.capacity == Expert;
        if is_expert && self.received.is_some() {
            return Err(Rejection::NotAllowed { capacity: Expert, may: &[Mission, Secretariat] });
        }
        case.check_received(self.received.as_ref())?;
        check(TextField::Name, &self.on.typed)?;
        check_optional(TextField::Paragraph, self.text.as_deref())?;
        let delegation = case.member()?;
        let topics = self.topics(case.meeting)?;
        let any_open = topics.iter().any(|topic| topic.open);
        let (mut events, mut next, mut lacking) = (Vec::new(), replies.presentations.next(), None);
        for topic in topics {
            if topic.open && self.text.is_none() {
                lacking = lacking.or(Some(topic));
                continue;
            }
            let text = self.text.clone().filter(|_| topic.open || !any_open);
            let (on, topic, by) = (self.on.clone(), topic.label.clone(), self.by);
            let about = PresentationTopic { on, topic, by, text };
            let before = replies.standing(delegation, &about);
            // What the expert asks is done when it stands already; what the mission says replaces
            // another way of the same, and takes over what the expert asked.
            if before.is_some_and(|before| is_expert || before.says_already(&about)) {
                lacking = None;
                continue;
            }
            let taken = before.filter(|before| !before.requested).map(|before| before.id);
            let presentation = taken.unwrap_or(next);
            next = if taken.is_some() { next } else { next.next() };
            let delegation = delegation.clone();
            let received = self.received.clone();
            let requested = PresentationRequested { presentation, delegation, about, received };
            events.push(match is_expert {
                true => ReplyEvent::PresentationAsked(requested.as_asked()),
                false => ReplyEvent::PresentationRequested(requested),
            });
        }
        match lacking.filter(|_| events.is_empty()) {
            Some(topic) => Err(ReplyFault::TopicNeedsText(topic.label.clone()).into()),
            None => Ok(events.into_iter().map(Event::Reply).collect()),
        }
    }
}

impl Present {
    /// The topics that are named, each once, of the question that the note in force asks.
    fn topics<'m>(&self, meeting: &'m Meeting) -> Result<Vec<&'m Topic>, ReplyFault> {
        let not_asked = || ReplyFault::PresentationsNotAsked(self.on.typed.clone());
        let asked = &presentations_asked(meeting, &self.on).ok_or_else(not_asked)?.topics;
        let known = || asked.iter().map(|topic| topic.label.clone()).collect();
        let mut topics: Vec<&Topic> = Vec::new();
        for named in &self.topics {
            let is_named = |topic: &&Topic| topic.label.to_lowercase() == named.to_lowercase();
            let unknown = || ReplyFault::UnknownTopic(named.clone(), known());
            let topic = asked.iter().find(is_named).ok_or_else(unknown)?;
            if !topics.contains(&topic) {
                topics.push(topic);
            }
        }
        Ok(topics)
    }
}

/// The question of the note in force that asks who presents under this item.
fn presentations_asked<'m>(meeting: &'m Meeting, on: &ItemNamed) -> Option<&'m Question> {
    let edition = meeting.papers.in_force().filter(|edition| edition.with_note)?;
    edition.agenda.note.iter().find_map(|block| match block {
        Block::Question(question) => {
            let is_it = question.asks == Asks::Presentations && question.item == Some(on.item);
            is_it.then_some(question)
        }
        Block::Paragraph(_) => None,
    })
}

impl Decide for ConfirmPresentation {
    const BY: &'static [Capacity] = &[Mission];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        let delegation = case.member()?;
        let asked = find_presentation(case.meeting, self.presentation)?;
        // What another delegation's expert asks is not told.
        if asked.delegation != *delegation {
            return Err(ReplyFault::UnknownPresentation(self.presentation).into());
        } else if !asked.stands {
            return Err(ReplyFault::PresentationGone(self.presentation).into());
        } else if asked.requested {
            return Ok(Vec::new());
        }
        let (presentation, delegation) = (asked.id, delegation.clone());
        let (about, received) = (asked.about.clone(), None);
        let requested = PresentationRequested { presentation, delegation, about, received };
        Ok(vec![Event::Reply(ReplyEvent::PresentationRequested(requested))])
    }
}

impl Decide for AdmitPresentation {
    const BY: &'static [Capacity] = &[Chair, Secretariat];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        check(TextField::Reason, &self.reason)?;
        let (presentation, reason) = (self.presentation, self.reason.clone());
        match find_presentation(case.meeting, presentation)? {
            Presentation { stands: false, .. } => {
                Err(ReplyFault::PresentationGone(presentation).into())
            }
            Presentation { requested: false, .. } => {
                Err(ReplyFault::PresentationNotConfirmed(presentation).into())
            }
            Presentation { late: false, .. } => {
                Err(ReplyFault::PresentationNotLate(presentation).into())
            }
            Presentation { admitted: true, .. } => Ok(Vec::new()),
            Presentation { .. } => {
                let admitted = PresentationAdmitted { presentation, reason };
                Ok(vec![Event::Reply(ReplyEvent::PresentationAdmitted(admitted))])
            }
        }
    }
}

impl Decide for DeclinePresentations {
    const BY: &'static [Capacity] = Nominate::BY;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        case.check_received(self.received.as_ref())?;
        let (delegation, received) = (case.member()?.clone(), self.received.clone());
        if case.meeting.replies.declines(&delegation) {
            return Ok(Vec::new());
        }
        let declined = ReplyDeclined { delegation, what: Declined::Presentations, received };
        Ok(vec![Event::Reply(ReplyEvent::ReplyDeclined(declined))])
    }
}

fn find_presentation(meeting: &Meeting, id: PresentationId) -> Result<&Presentation, ReplyFault> {
    let found = meeting.replies.presentations.get(id);
    found.ok_or(ReplyFault::UnknownPresentation(id))
}
