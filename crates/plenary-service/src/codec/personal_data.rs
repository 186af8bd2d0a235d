//! The sealed part of a person's facts, as JSON inside the seal.
//!
//! The domain's own type cannot be serialised, so that nothing else writes it by accident; this
//! mirror exists only between here and the seal.

use plenary_domain::PersonalData;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SealedIdentity {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    institution: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    contact: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    account: Option<String>,
}

/// The plaintext of an identity.
pub(super) fn write(identity: &PersonalData) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(&SealedIdentity {
        name: identity.name.clone(),
        title: identity.title.clone(),
        institution: identity.institution.clone(),
        contact: identity.contact.clone(),
        account: identity.account.clone(),
    })
}

/// The identity in a plaintext.
pub(super) fn read(plaintext: &[u8]) -> Result<PersonalData, serde_json::Error> {
    let sealed: SealedIdentity = serde_json::from_slice(plaintext)?;
    Ok(PersonalData {
        name: sealed.name,
        title: sealed.title,
        institution: sealed.institution,
        contact: sealed.contact,
        account: sealed.account,
    })
}
