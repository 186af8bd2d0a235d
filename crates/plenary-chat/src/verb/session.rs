//! Verbs about sittings.

mod close;
mod open;

use super::row::Verb;

pub(super) static VERBS: &[&Verb] = &[&open::VERB, &close::VERB];
