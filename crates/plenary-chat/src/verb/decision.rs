//! Verbs by which the meeting decides.

mod adopt;
mod object;
mod put;

use super::row::Verb;

pub(super) static VERBS: &[&Verb] = &[&put::VERB, &object::VERB, &adopt::VERB];
