//! Verbs about the record.

mod check;
mod show;

pub(crate) use check::{check_failed, checked};
pub(crate) use show::history;
pub(super) use show::show;

use super::row::Verb;

pub(super) static VERBS: &[&Verb] = &[&show::VERB, &check::VERB];
