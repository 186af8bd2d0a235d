//! The row of a verb: how it is said, who may say it, and what it means. A row without a meaning
//! does not compile.

use plenary_domain::{Actor, Capacity, EditionId, Language, LanguageTag, PersonId, Views};

use super::arg::Arg;
use super::args::Args;
use super::intent::Intent;
use crate::messages::{Help, Message};
use crate::seen::Seen;
use crate::utterance::Utterance;

/// What somebody can say.
pub struct Verb {
    /// As it is typed: `reply admit`, or one word such as `me`.
    pub said: &'static str,
    /// What is said about it.
    pub help: &'static Help,
    /// Short forms that the text takes too, such as `nominate`.
    pub short: &'static [&'static str],
    /// The arguments in their order.
    pub args: &'static [Arg],
    /// The capacities for which it is made; help shows it to them only.
    pub who: &'static [Capacity],
    /// What its arguments mean in a meeting.
    pub(crate) means: Meaning,
    /// What it does while there is no meeting.
    pub(crate) without_meeting: WithoutMeeting,
    /// Whether it has a meaning in a practice meeting only.
    pub(crate) in_practice_only: bool,
    /// Whether what it shows can be shown to everybody in a place.
    pub(crate) is_shared: bool,
    /// Whether it only says where one is and what one can do: it is never refused for its place.
    pub(crate) guides: bool,
    /// What its form is filled with at first: the words that stand now.
    pub(crate) filled: Option<Filled>,
    /// Whether what was said lacks the words that its form asks for, where that depends.
    pub(crate) lacks_words: Option<fn(&Utterance) -> bool>,
}

/// What the arguments of a verb mean in a meeting.
pub(crate) type Meaning = fn(&Args, &Context<'_>) -> Result<Intent, ParseError>;

/// What stands now in the fields of a form, by their names, as far as its asker may see it.
pub(crate) type Filled = fn(&Views, &Actor, &Utterance) -> Vec<(&'static str, String)>;

/// The one field of a form whose lines are `name: value`.
pub(crate) const LINES: &str = "lines";

/// What a verb does while there is no meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WithoutMeeting {
    /// It says that there is no meeting.
    IsRefused,
    /// It works: it convenes, or helps.
    Works,
    /// It answers as to a wrong code: whoever tries codes is not told which meetings there are.
    KnowsNoCode,
}

/// What a meaning is found in: the meeting as the asker sees it.
pub(crate) struct Context<'a> {
    pub(crate) views: &'a Views,
    pub(crate) actor: &'a Actor,
    /// What the asker was shown of the working agenda.
    pub(crate) seen: Seen,
}

/// Why a line was not understood. Ranges count characters of the first line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ParseError {
    /// Nothing was said.
    Empty,
    /// No such verb; perhaps this one was meant.
    UnknownVerb { near: Option<String>, from: usize, to: usize },
    /// A quotation that does not end.
    OpenQuote { from: usize },
    /// An argument that the verb needs is missing.
    Missing { verb: &'static Verb, arg: &'static str },
    /// A word that the verb has no place for.
    TooMuch { verb: &'static Verb, from: usize, to: usize },
    /// An argument that is not what it should be.
    Bad { arg: &'static str, given: String, expected: Message },
    /// An argument that can be given once was given several times.
    Twice { arg: &'static str, given: String },
    /// What was read, and cannot be meant: why, with the remedy.
    Unfit(Message),
    /// An office for a delegation: it is given to a person.
    OfficeForDelegation { typed: String },
    /// One of these words is expected.
    NotAChoice { arg: &'static str, given: String, choices: &'static [&'static str] },
    /// A field that the form does not have.
    UnknownField { verb: &'static Verb, field: String },
    /// A line of a form that names no field, with none above it that it could go on with.
    LooseLine { verb: &'static Verb, line: String },
    /// No such item in this edition.
    NoItem { typed: String, edition: Option<EditionId> },
    /// No agenda is in force yet.
    NoAgenda,
    /// No edition with this symbol.
    NoEdition { typed: String, known: Vec<String> },
    /// No delegation like this on the roll.
    NoDelegation { typed: String, near: Option<String> },
    /// Nobody is called this.
    NoPerson { typed: String },
    /// Several people are called this.
    WhichPerson { typed: String, found: Vec<PersonId> },
    /// Not available in this language.
    NoLanguage { lang: Language, original: LanguageTag },
}

impl ParseError {
    /// An argument that is not what it should be.
    pub(crate) fn bad(arg: &'static str, given: &str, expected: Message) -> Self {
        Self::Bad { arg, given: given.to_owned(), expected }
    }
}

impl Verb {
    /// A verb for these capacities with this meaning.
    pub(super) const fn new(help: &'static Help, who: &'static [Capacity], means: Meaning) -> Self {
        Self {
            said: help.said,
            help,
            short: &[],
            args: &[],
            who,
            means,
            without_meeting: WithoutMeeting::IsRefused,
            in_practice_only: false,
            is_shared: false,
            guides: false,
            filled: None,
            lacks_words: None,
        }
    }

    pub(super) const fn short(mut self, short: &'static [&'static str]) -> Self {
        self.short = short;
        self
    }

    pub(super) const fn args(mut self, args: &'static [Arg]) -> Self {
        self.args = args;
        self
    }

    pub(super) const fn without_meeting(mut self, does: WithoutMeeting) -> Self {
        self.without_meeting = does;
        self
    }

    pub(super) const fn in_practice_only(mut self) -> Self {
        self.in_practice_only = true;
        self
    }

    pub(super) const fn shared(mut self) -> Self {
        self.is_shared = true;
        self
    }

    pub(super) const fn guides(mut self) -> Self {
        self.guides = true;
        self
    }

    pub(super) const fn filled(mut self, with: Filled) -> Self {
        self.filled = Some(with);
        self
    }

    pub(super) const fn asks_when(mut self, lacks_words: fn(&Utterance) -> bool) -> Self {
        self.lacks_words = Some(lacks_words);
        self
    }

    /// As it is typed: `comment add`.
    pub fn typed(&self) -> String {
        self.said.to_owned()
    }

    /// The first word: the group of `comment add`, and `me` of `me`.
    pub fn group(&self) -> &'static str {
        self.said.split_once(' ').map_or(self.said, |(group, _)| group)
    }

    /// The verb in its group; empty for a verb of one word.
    pub fn name(&self) -> &'static str {
        self.said.split_once(' ').map_or("", |(_, name)| name)
    }

    /// What is said about an argument.
    pub fn about_arg(&self, arg: &Arg) -> Option<Message> {
        let labels = self.help.labels;
        labels.iter().find(|(name, _)| *name == arg.name).map(|(_, label)| *label)
    }

    /// Whether it means anything in this meeting: only a practice meeting has a clock to set.
    pub(crate) fn is_in(&self, views: &Views) -> bool {
        let clock = views.meeting.convened.as_ref().map(|convened| convened.clock.is_some());
        !self.in_practice_only || clock == Some(true)
    }

    /// Whether it can be said on a platform where nobody holds the journal.
    pub fn is_for_platforms(&self) -> bool {
        self.who.iter().any(|capacity| *capacity != Capacity::Operator)
    }

    /// The argument with this name.
    pub fn arg(&self, name: &str) -> Option<&'static Arg> {
        self.args.iter().find(|arg| arg.name == name)
    }

    /// The argument is missing.
    pub(crate) fn lacks(&'static self, arg: &'static str) -> ParseError {
        ParseError::Missing { verb: self, arg }
    }
}

/// A verb is known by how it is said.
impl PartialEq for Verb {
    fn eq(&self, other: &Self) -> bool {
        self.said == other.said
    }
}

impl Eq for Verb {}

impl std::fmt::Debug for Verb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Verb({})", self.said)
    }
}

/// For what everybody may say.
pub(super) const EVERYBODY: &[Capacity] = &[
    Capacity::Chair,
    Capacity::Secretariat,
    Capacity::Mission,
    Capacity::Expert,
    Capacity::Observer,
    Capacity::Reader,
    Capacity::Operator,
];
