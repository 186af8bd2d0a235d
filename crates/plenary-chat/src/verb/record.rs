//! Verbs about the record.

mod check;
mod show;

use super::row::Verb;

pub(super) static VERBS: &[&Verb] = &[&show::VERB, &check::VERB];
