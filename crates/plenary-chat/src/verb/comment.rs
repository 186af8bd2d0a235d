//! Verbs by which people comment.

mod add;
mod list;

pub(crate) use add::comment_of;

use super::row::Verb;

pub(super) static VERBS: &[&Verb] = &[&add::VERB, &list::VERB];
