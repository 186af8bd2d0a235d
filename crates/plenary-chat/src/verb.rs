//! Everything that can be said: one file a verb, one folder a topic. The table feeds the text
//! grammar, the help, the completion, and the commands of platforms.
//!
//! A verb's file holds its row and its meaning. `CONTRIBUTING.md` says how to add one.

mod agenda;
mod arg;
mod args;
mod comment;
mod decision;
mod general;
mod intent;
mod lookup;
mod meeting;
mod paper;
mod people;
mod record;
mod reply;
mod row;
mod session;

pub use arg::{Arg, ArgKind, ArgPosition, Numbered};
pub use row::Verb;

pub(crate) use args::Args;
pub(crate) use comment::comment_of;
pub(crate) use intent::{Choice, Intent, Show, Which};
pub(crate) use lookup::{as_of, moment};
pub(crate) use row::{Context, ParseError, WithoutMeeting};

use plenary_domain::Capacity;

/// Every verb, topic by topic.
pub fn all() -> impl Iterator<Item = &'static Verb> {
    [
        general::VERBS,
        meeting::VERBS,
        people::VERBS,
        reply::VERBS,
        agenda::VERBS,
        comment::VERBS,
        paper::VERBS,
        session::VERBS,
        decision::VERBS,
        record::VERBS,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The verb that is typed like this: `comment add`, `help`.
pub fn find(typed: &str) -> Option<&'static Verb> {
    all().find(|verb| verb.said == typed)
}

/// For what everybody may say.
const EVERYBODY: &[Capacity] = &[
    Capacity::Chair,
    Capacity::Secretariat,
    Capacity::Mission,
    Capacity::Expert,
    Capacity::Observer,
    Capacity::Reader,
    Capacity::Operator,
];
