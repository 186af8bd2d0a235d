//! Verbs about the meeting itself.

mod convene;
mod here;
mod show;

pub(super) use convene::done;

use super::row::Verb;

pub(super) static VERBS: &[&Verb] = &[&show::VERB, &here::VERB, &convene::VERB];
