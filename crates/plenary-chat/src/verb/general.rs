//! Verbs of one word: help, who one is, a code, taking back, the practice clock.

pub(super) mod help;
mod me;
mod practice;
mod withdraw;

use super::row::Verb;

pub(super) static VERBS: &[&Verb] =
    &[&help::VERB, &me::VERB, &super::people::JOIN, &withdraw::VERB];
/// Those of the practice clock, which form a group.
pub(super) static PRACTICE: &[&Verb] = &[&practice::VERB];
