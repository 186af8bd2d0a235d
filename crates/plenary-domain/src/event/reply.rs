//! Facts about what delegations reply to the note: whom they nominate, on what they present.

use super::comment::ItemNamed;
use super::family;
use crate::ids::{NominationId, PersonId, PresentationId};
use crate::moment::Received;
use crate::personal::Personal;
use crate::roll::DelegationCode;
use crate::stored::{apply, stored, word};

family! {
    /// What delegations answered.
    ReplyEvent {
        Nominated = "reply.nominated.v1" sealing(person),
        NominationCorrected = "reply.corrected.v1" sealing(person),
        NominationWithdrawn = "reply.withdrawn.v1" open,
        NominationAdmitted = "reply.nomination-admitted.v1" open,
        PresentationRequested = "reply.presentation-requested.v1" open,
        PresentationAsked = "reply.presentation-asked.v1" open,
        PresentationAdmitted = "reply.presentation-admitted.v1" open,
        ReplyDeclined = "reply.declined.v1" open,
    }
}

/// A person's role in a delegation (CP/RES. 76 (84/72), art. 2; `CIBER-V/doc.1/07`).
#[apply(word!)]
pub enum DelegationRole {
    /// The head of the delegation.
    Head,
    /// An alternate.
    Alternate,
    /// A governmental expert.
    Expert,
    /// An adviser.
    Adviser,
}

/// A delegation names a person.
#[apply(stored!)]
pub struct Nominated {
    /// The nomination's id.
    pub nomination: NominationId,
    /// The delegation that names; the order of its nominations is its order of protocol.
    pub delegation: DelegationCode,
    /// The role.
    pub role: DelegationRole,
    /// The nomination that this one replaces, taking its place in the order.
    pub instead_of: Option<NominationId>,
    /// When and how it arrived, if outside the chat.
    pub received: Option<Received>,
    /// The person.
    pub person: PersonId,
    /// Name, title, institution (sealed).
    #[serde(skip)]
    pub personal: Personal,
}

/// A spelling was corrected; the person is the same.
#[apply(stored!)]
pub struct NominationCorrected {
    /// The nomination.
    pub nomination: NominationId,
    /// Why, if said.
    pub reason: Option<String>,
    /// The person.
    pub person: PersonId,
    /// The corrected fields (sealed).
    #[serde(skip)]
    pub personal: Personal,
}

/// A delegation takes a nomination back.
#[apply(stored!)]
pub struct NominationWithdrawn {
    /// The nomination.
    pub nomination: NominationId,
    /// Why, if said.
    pub reason: Option<String>,
}

/// The secretariat admits a late nomination to the list.
#[apply(stored!)]
pub struct NominationAdmitted {
    /// The nomination.
    pub nomination: NominationId,
    /// Why.
    pub reason: String,
}

/// As what somebody is heard under an item: "would like to present or report" (`CIBER-V/doc.1/07`).
#[apply(word!)]
pub enum PresentAs {
    /// A presentation.
    Talk,
    /// A report.
    Report,
}

/// What is asked for by one request: one topic of a question of the note.
#[apply(stored!)]
pub struct PresentationTopic {
    /// The item under which it would be heard.
    pub on: ItemNamed,
    /// The label of the topic in the note, such as `ii`.
    pub topic: String,
    /// As what.
    pub by: PresentAs,
    /// What it is about, in the delegation's own words; an open topic always has it.
    pub text: Option<String>,
}

impl PresentationTopic {
    /// Whether it is the same contribution, perhaps in another way: the later request counts.
    pub fn is_same(&self, other: &Self) -> bool {
        self.on.item == other.on.item && self.topic == other.topic && self.text == other.text
    }
}

/// A delegation requests to present on one topic, under the number of what its expert asked.
#[apply(stored!)]
pub struct PresentationRequested {
    /// The request's id.
    pub presentation: PresentationId,
    /// The delegation.
    pub delegation: DelegationCode,
    /// On what.
    pub about: PresentationTopic,
    /// When and how it arrived, if outside the chat.
    pub received: Option<Received>,
}

impl PresentationRequested {
    /// The same as an expert asks it of the own mission.
    pub(crate) fn as_asked(&self) -> PresentationAsked {
        PresentationAsked {
            presentation: self.presentation,
            delegation: self.delegation.clone(),
            about: self.about.clone(),
        }
    }
}

/// An expert asks the own mission to request it; only the mission's word counts.
#[apply(stored!)]
pub struct PresentationAsked {
    /// The id that the request will have.
    pub presentation: PresentationId,
    /// The expert's delegation.
    pub delegation: DelegationCode,
    /// On what.
    pub about: PresentationTopic,
}

/// The Chair or the secretariat admits a late request.
#[apply(stored!)]
pub struct PresentationAdmitted {
    /// The request.
    pub presentation: PresentationId,
    /// Why.
    pub reason: String,
}

/// What a delegation says no to.
#[apply(word!)]
pub enum Declined {
    /// Presenting and reporting.
    Presentations,
}

/// A delegation says no; what it requested of the kind before no longer counts.
#[apply(stored!)]
pub struct ReplyDeclined {
    /// The delegation.
    pub delegation: DelegationCode,
    /// To what.
    pub what: Declined,
    /// When and how it arrived, if outside the chat.
    pub received: Option<Received>,
}
