//! One argument of a verb: its name, what it is, and how it is given.

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
    /// Whether it can be said several times.
    pub repeats: bool,
    /// Whether a form asks for it, where a platform has forms and it was not said.
    pub in_form: bool,
    /// Whether it can be the words of a message, where a platform has a menu for messages.
    pub of_message: bool,
    /// Words that are understood for one of its choices: the word, and the choice.
    pub also: &'static [(&'static str, &'static str)],
}

/// How an argument is given in text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgPosition {
    /// By its place among the words.
    Positional,
    /// All that remains of the line.
    Rest,
    /// By its name: `name:value`, `name:"value"`, or a line `| name: value`.
    Named,
    /// By its name: a line of a form.
    Lines,
}

/// What an argument is, for completion and for platforms with types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgKind {
    /// Words.
    Text,
    /// A number of an item of the agenda in force.
    Item,
    /// A number of an item of the working agenda.
    WorkingItem,
    /// A symbol of an edition.
    Symbol,
    /// A symbol of an edition, or the name of a paper such as `record`.
    Paper,
    /// A delegation by code or name.
    Delegation,
    /// A person by number, such as H5.
    Person,
    /// A number of something.
    Number(Numbered),
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

/// What a number is a number of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbered {
    /// A comment, such as C4.
    Comment,
    /// A nomination, such as N7.
    Nomination,
    /// The decision before the meeting, such as D1.
    Decision,
    /// What its author can take back: C4, N7, D1.
    Own,
}

impl Arg {
    const fn new(name: &'static str, kind: ArgKind, position: ArgPosition) -> Self {
        let required = matches!(position, ArgPosition::Positional | ArgPosition::Rest);
        let (repeats, in_form, of_message) = (false, false, false);
        Self { name, kind, position, required, repeats, in_form, of_message, also: &[] }
    }

    /// An argument by its place; required unless [`Arg::optional`].
    pub(super) const fn positional(name: &'static str, kind: ArgKind) -> Self {
        Self::new(name, kind, ArgPosition::Positional)
    }

    /// The rest of the line; required unless [`Arg::optional`].
    pub(super) const fn rest(name: &'static str) -> Self {
        Self::new(name, ArgKind::Text, ArgPosition::Rest)
    }

    /// An optional argument by its name.
    pub(super) const fn named(name: &'static str, kind: ArgKind) -> Self {
        Self::new(name, kind, ArgPosition::Named)
    }

    /// A line of a form.
    pub(super) const fn line(name: &'static str) -> Self {
        Self::new(name, ArgKind::Text, ArgPosition::Lines)
    }

    /// Lines of a form: as many with this name as there are.
    pub(super) const fn lines(name: &'static str) -> Self {
        Self { repeats: true, ..Self::line(name) }
    }

    pub(super) const fn of(mut self, kind: ArgKind) -> Self {
        self.kind = kind;
        self
    }

    pub(super) const fn in_form(mut self) -> Self {
        self.in_form = true;
        self
    }

    pub(super) const fn also(mut self, words: &'static [(&'static str, &'static str)]) -> Self {
        self.also = words;
        self
    }

    pub(super) const fn of_message(mut self) -> Self {
        self.of_message = true;
        self
    }

    pub(super) const fn optional(mut self) -> Self {
        self.required = false;
        self
    }
}
