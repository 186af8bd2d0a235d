//! Verbs about people and their seats.

mod appoint;
mod invite;
mod list;
mod remove;

use super::row::Verb;

pub(super) static VERBS: &[&Verb] = &[&list::VERB, &invite::VERB, &appoint::VERB, &remove::VERB];
