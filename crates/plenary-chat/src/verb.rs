//! Everything that can be said: one file a verb, one folder a topic. The table feeds the text
//! grammar, the help, the completion, and the commands of platforms.
//!
//! A verb's file holds its row and its meaning. `CONTRIBUTING.md` says how to add one.

mod agenda;
mod arg;
mod args;
mod code;
mod comment;
mod decision;
mod doubt;
mod general;
mod intent;
mod kit;
mod lookup;
mod meeting;
mod not_understood;
mod offer;
mod outcome;
mod paper;
mod people;
mod record;
mod refusal;
mod reply;
mod row;
mod session;

pub use arg::{Arg, ArgKind, ArgPosition, Numbered};
pub use row::Verb;

pub(crate) use args::Args;
pub(crate) use comment::{
    ADD as COMMENT_ADD, comment_of, dropped, list as comments, preview, which,
};
pub(crate) use doubt::ask as ask_about;
pub(crate) use intent::{Choice, Doubt, Intent, Show};
pub(crate) use lookup::{as_of, moment};
pub(crate) use not_understood::not_understood;
pub(crate) use outcome::{done, notices};
pub(crate) use paper::{
    RETURN as PAPER_RETURN, already_issued, confirm_issue, edition_whole, how_to_return,
    list as papers, or_what_waits,
};
pub(crate) use record::{check_failed, checked, history};
pub(crate) use refusal::{failure, reference, refusal};
pub(crate) use reply::show as replies;
pub(crate) use row::{Context, ParseError, WithoutMeeting};

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
