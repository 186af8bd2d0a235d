//! Verbs about the meeting itself.

mod convene;
mod here;
mod show;

use super::row::Verb;

pub(super) static VERBS: &[&Verb] = &[&show::VERB, &here::VERB, &convene::VERB];
