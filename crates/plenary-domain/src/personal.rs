//! What Plenary asks for as personal data.
//!
//! It is sealed in the journal with a key per person. Here it is either known or unreadable; it
//! cannot be serialised from here, and no rule looks into it, so that decisions are the same with
//! keys and without.

/// What is known of a person. Every field is optional: an invitation may know only a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonalData {
    /// The full name as it is to be printed.
    pub name: Option<String>,
    /// The title or function.
    pub title: Option<String>,
    /// The institution.
    pub institution: Option<String>,
    /// Telephone, e-mail, address.
    pub contact: Option<String>,
    /// The account on a platform, such as `terminal:chair`.
    pub account: Option<String>,
}

impl PersonalData {
    /// Takes over every field that `newer` states.
    pub fn merge(&mut self, newer: &Self) {
        let fields = [
            (&mut self.name, &newer.name),
            (&mut self.title, &newer.title),
            (&mut self.institution, &newer.institution),
            (&mut self.contact, &newer.contact),
            (&mut self.account, &newer.account),
        ];
        for (mine, theirs) in fields {
            if theirs.is_some() {
                mine.clone_from(theirs);
            }
        }
    }
}

/// A person's data, as far as the available keys open it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Personal {
    /// Unsealed.
    Known(PersonalData),
    /// The person was forgotten, or the key is not here.
    #[default]
    Unreadable,
}

impl Personal {
    /// The identity, when it can be read.
    pub fn known(&self) -> Option<&PersonalData> {
        match self {
            Self::Known(identity) => Some(identity),
            Self::Unreadable => None,
        }
    }

    /// Adds what a later event says of the same person.
    pub fn merge(&mut self, newer: &Self) {
        match (&mut *self, newer) {
            (Self::Known(mine), Self::Known(theirs)) => mine.merge(theirs),
            (Self::Unreadable, Self::Known(theirs)) => *self = Self::Known(theirs.clone()),
            (_, Self::Unreadable) => {}
        }
    }
}
