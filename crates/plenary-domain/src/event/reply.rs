//! Facts about what delegations answer to the note: whom they nominate.

use serde::{Deserialize, Serialize};

use super::family;
use crate::ids::{NominationId, PersonId};
use crate::moment::Received;
use crate::personal::Personal;
use crate::roll::DelegationCode;

family! {
    /// What delegations answered.
    ReplyEvent {
        Nominated = "reply.nominated.v1",
        NominationCorrected = "reply.corrected.v1",
        NominationWithdrawn = "reply.withdrawn.v1",
        NominationAdmitted = "reply.nomination-admitted.v1",
    }
}

impl ReplyEvent {
    /// The person whose data this fact carries.
    pub fn personal(&self) -> Option<(PersonId, &Personal)> {
        match self {
            Self::Nominated(event) => Some((event.person, &event.personal)),
            Self::NominationCorrected(event) => Some((event.person, &event.personal)),
            Self::NominationWithdrawn(_) | Self::NominationAdmitted(_) => None,
        }
    }

    /// Where a reader of bytes puts the unsealed data.
    pub fn personal_mut(&mut self) -> Option<(PersonId, &mut Personal)> {
        match self {
            Self::Nominated(event) => Some((event.person, &mut event.personal)),
            Self::NominationCorrected(event) => Some((event.person, &mut event.personal)),
            Self::NominationWithdrawn(_) | Self::NominationAdmitted(_) => None,
        }
    }
}

/// A person's role in a delegation (CP/RES. 76 (84/72), art. 2; the seed's "Governmental Experts").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Nominated {
    /// The nomination's id.
    pub nomination: NominationId,
    /// The delegation that names; the order of its nominations is its order of protocol.
    pub delegation: DelegationCode,
    /// The role.
    pub role: DelegationRole,
    /// The nomination that this one replaces, taking its place in the order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<NominationId>,
    /// When and how it arrived, if outside the chat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<Received>,
    /// The person.
    pub person: PersonId,
    /// Name, title, institution (sealed).
    #[serde(skip)]
    pub personal: Personal,
}

/// A spelling was corrected; the person is the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NominationCorrected {
    /// The nomination.
    pub nomination: NominationId,
    /// Why, if said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The person.
    pub person: PersonId,
    /// The corrected fields (sealed).
    #[serde(skip)]
    pub personal: Personal,
}

/// A delegation takes a nomination back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NominationWithdrawn {
    /// The nomination.
    pub nomination: NominationId,
    /// Why, if said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// The secretariat admits a late nomination to the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NominationAdmitted {
    /// The nomination.
    pub nomination: NominationId,
    /// Why.
    pub reason: String,
}
