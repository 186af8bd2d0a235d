//! Verbs about the agenda and its note.

mod compare;
mod edit;
mod note;
mod show;

use super::row::Verb;

pub(super) static VERBS: &[&Verb] = &[&show::VERB, &compare::VERB, &edit::VERB, &note::VERB];
