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
mod moments;
mod not_understood;
mod offer;
mod one_of;
mod outcome;
mod paper;
mod people;
mod question;
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
pub(crate) use intent::{Choice, Intent, Question, Show};
pub(crate) use lookup::working_item;
pub(crate) use moments::{as_of, moment};
pub(crate) use not_understood::not_understood;
pub(crate) use outcome::{done, notices};
pub(crate) use paper::{
    NAMED_PAPERS, RETURN as PAPER_RETURN, approving, edition_whole, format, how_to_return,
    list as papers, or_what_waits,
};
pub(crate) use question::{ask as ask_once_more, ask_again};
pub(crate) use record::{check_failed, checked, history};
pub(crate) use refusal::{failure, reference, refusal};
pub(crate) use reply::show as replies;
pub(crate) use row::{Context, LINES, ParseError, WithoutMeeting};

use plenary_documents::words;
use plenary_domain::{Capacity, Language};

use crate::messages::{self, Message};

/// The verbs topic by topic, each topic with what its verbs are about; verbs of one word have none.
const TOPICS: &[(Option<Message>, &[&Verb])] = &[
    (None, general::VERBS),
    (Some(messages::GROUP_PRACTICE), general::PRACTICE),
    (Some(messages::GROUP_MEETING), meeting::VERBS),
    (Some(messages::GROUP_PEOPLE), people::VERBS),
    (Some(messages::GROUP_REPLY), reply::VERBS),
    (Some(messages::GROUP_AGENDA), agenda::VERBS),
    (Some(messages::GROUP_COMMENT), comment::VERBS),
    (Some(messages::GROUP_PAPER), paper::VERBS),
    (Some(messages::GROUP_SESSION), session::VERBS),
    (Some(messages::GROUP_DECISION), decision::VERBS),
    (Some(messages::GROUP_RECORD), record::VERBS),
];

// A verb that has words and stands in no table is found here, before anybody misses it.
const _: () = assert!(
    count(TOPICS) == messages::help::COUNT,
    "a verb of the catalogue stands in no topic's VERBS, or in two"
);

const fn count(topics: &[(Option<Message>, &[&Verb])]) -> usize {
    match topics {
        [] => 0,
        [(_, verbs), rest @ ..] => verbs.len() + count(rest),
    }
}

/// Every verb, topic by topic.
pub fn all() -> impl Iterator<Item = &'static Verb> {
    TOPICS.iter().flat_map(|(_, verbs)| verbs.iter().copied())
}

/// What the verbs of this one's group are about; none for a verb of one word.
pub fn about_group(verb: &Verb) -> Option<Message> {
    TOPICS.iter().find(|(_, verbs)| verbs.contains(&verb)).and_then(|(about, _)| *about)
}

/// All verbs as a table in Markdown: what is typed, its short forms, who may say it, what it does.
pub fn table() -> String {
    let mut table = "| type | short | who | what it does |\n|---|---|---|---|\n".to_owned();
    for verb in all() {
        let code = |text: &str| format!("`{}`", text.replace('|', "\\|"));
        let short: Vec<String> = verb.short.iter().map(|short| code(short)).collect();
        let who = match verb.who.len() == row::EVERYBODY.len() {
            true => "everybody".to_owned(),
            false => {
                let name = |who: &Capacity| words::capacity_name(*who, Language::En);
                verb.who.iter().map(name).collect::<Vec<_>>().join(", ")
            }
        };
        let (typed, about) = (code(&general::help::usage(verb)), verb.help.about.say(Language::En));
        table.push_str(&format!("| {typed} | {} | {who} | {about} |\n", short.join(" ")));
    }
    table
}

/// Whether this is what is typed to link a channel to a meeting.
pub fn links_a_channel(said: &str) -> bool {
    said == messages::help::MEETING_HERE.said
}

/// The verb that is typed like this: `comment add`, `help`.
pub fn find(typed: &str) -> Option<&'static Verb> {
    all().find(|verb| verb.said == typed)
}
