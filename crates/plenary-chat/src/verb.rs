//! The table of verbs: one slice a group. It feeds the text grammar, the help, the completion, and
//! the registration of platforms with commands of their own.
//!
//! A new verb is a row here, a branch in `grammar/<group>.rs`, a sentence in `render/<group>.rs`.

mod agenda;
mod comment;
mod decision;
mod general;
mod meeting;
mod paper;
mod people;
mod record;
mod reply;
mod session;

use plenary_domain::{Capacity, Views};

use crate::say;

/// What somebody can say.
#[derive(Debug, PartialEq, Eq)]
pub struct Verb {
    /// The group; `help`, `me`, `join`, `withdraw` are a group of their own, without a name.
    pub group: &'static str,
    /// The verb in its group; empty for a group that is a verb.
    pub name: &'static str,
    /// Short forms that the text takes too, such as `nominate` or `q+`.
    pub short: &'static [&'static str],
    /// The arguments in their order.
    pub args: &'static [Arg],
    /// The capacities for which it is made; help shows it to them only.
    pub who: &'static [Capacity],
}

/// One argument of a verb.
#[derive(Debug, PartialEq, Eq)]
pub struct Arg {
    /// Its name, as in `for:` and as platforms show it.
    pub name: &'static str,
    /// What it is.
    pub kind: ArgKind,
    /// How it is given in text.
    pub position: ArgPosition,
    /// Whether the verb cannot do without.
    pub required: bool,
    /// Whether a form asks for it, where a platform has forms and it was not said.
    pub in_form: bool,
    /// Whether it can be the words of a message, where a platform has a menu for messages.
    pub of_message: bool,
}

/// How an argument is given in text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgPosition {
    /// By its place.
    Positional,
    /// All that remains of the line.
    Rest,
    /// By its name: `name:value`, `name:"value"`, or a line `| name: value`.
    Named,
    /// By its name, perhaps several times: the lines of a form.
    Lines,
}

/// What an argument is, for completion and for platforms with types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgKind {
    /// Words.
    Text,
    /// A number of an item.
    Item,
    /// A symbol of an edition.
    Symbol,
    /// A delegation by code or name.
    Delegation,
    /// A person by number, such as H5.
    Person,
    /// A number such as C4 or N7.
    Number,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A day, such as 2007-10-29.
    Day,
    /// A moment or an entry, such as "2007-10-30 12:00" or @41.
    Moment,
    /// A one-time code.
    Code,
    /// A meeting by its slug; where it is said, the line is for that meeting.
    Meeting,
}

impl Arg {
    const fn new(name: &'static str, kind: ArgKind, position: ArgPosition) -> Self {
        let required = matches!(position, ArgPosition::Positional | ArgPosition::Rest);
        Self { name, kind, position, required, in_form: false, of_message: false }
    }

    const fn positional(name: &'static str, kind: ArgKind) -> Self {
        Self::new(name, kind, ArgPosition::Positional)
    }

    const fn rest(name: &'static str) -> Self {
        Self::new(name, ArgKind::Text, ArgPosition::Rest)
    }

    const fn named(name: &'static str, kind: ArgKind) -> Self {
        Self::new(name, kind, ArgPosition::Named)
    }

    const fn lines(name: &'static str) -> Self {
        Self::new(name, ArgKind::Text, ArgPosition::Lines)
    }

    const fn of(mut self, kind: ArgKind) -> Self {
        self.kind = kind;
        self
    }

    const fn in_form(mut self) -> Self {
        self.in_form = true;
        self
    }

    const fn of_message(mut self) -> Self {
        self.of_message = true;
        self
    }

    const fn optional(mut self) -> Self {
        self.required = false;
        self
    }
}

impl Verb {
    /// As it is typed: `comment add`.
    pub fn typed(&self) -> String {
        format!("{} {}", self.group, self.name).trim_end().to_owned()
    }

    /// The name of its sentence in the catalogue: `verb-comment-add`.
    pub fn about(&self) -> String {
        format!("verb-{}", self.typed().replace(' ', "-"))
    }

    /// The name of the sentence about its group: `group-comment`.
    pub fn about_group(&self) -> String {
        format!("group-{}", self.group)
    }

    /// The name of its short title in the catalogue: `title-comment-add`.
    pub fn titled(&self) -> String {
        format!("title-{}", self.typed().replace(' ', "-"))
    }

    /// The name of what it is called in a message's menu: `menu-comment-add`.
    pub fn in_menu(&self) -> String {
        format!("menu-{}", self.typed().replace(' ', "-"))
    }

    /// The name of the sentence that says what an argument of this verb is: its own where the
    /// catalogue has one, such as `arg-decision-adopt-for`, else `arg-for`.
    pub fn about_arg(&self, arg: &Arg) -> String {
        let own = format!("arg-{}-{}", self.typed().replace(' ', "-"), arg.name);
        if say::has(&own) { own } else { format!("arg-{}", arg.name) }
    }

    /// Whether it means anything in this meeting: only a practice meeting has a clock to set.
    pub(crate) fn is_in(&self, views: &Views) -> bool {
        let clock = views.meeting.convened.as_ref().map(|convened| convened.clock.is_some());
        self.group != "practice" || clock == Some(true)
    }

    /// Whether it can be said on a platform where nobody holds the journal.
    pub fn is_for_platforms(&self) -> bool {
        self.who.iter().any(|capacity| *capacity != Capacity::Operator)
    }

    /// The argument with this name.
    pub fn arg(&self, name: &str) -> Option<&'static Arg> {
        self.args.iter().find(|arg| arg.name == name)
    }
}

/// Every verb, group by group.
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
}

/// The verb that is typed like this: `comment add`, `help`.
pub fn find(typed: &str) -> Option<&'static Verb> {
    all().find(|verb| verb.typed() == typed)
}

const EVERYBODY: &[Capacity] = &[
    Capacity::Chair,
    Capacity::Secretariat,
    Capacity::Mission,
    Capacity::Expert,
    Capacity::Observer,
    Capacity::Reader,
    Capacity::Operator,
];
