//! Verbs about editions of papers.

mod approve;
mod get;
mod prepare;
mod send_back;

use super::row::Verb;

pub(super) static VERBS: &[&Verb] = &[&get::VERB, &prepare::VERB, &approve::VERB, &send_back::VERB];
