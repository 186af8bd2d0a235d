//! What the desk answers: structure, not text of a platform. A front end draws it.

use plenary_documents::{Format, Paper};
use plenary_domain::{DelegationCode, PersonId, Readers};

use crate::press::Press;

/// An answer to a line, or something shown unasked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// How it is meant.
    pub tone: Tone,
    /// What it says, in order.
    pub parts: Vec<Part>,
    /// What can be pressed.
    pub buttons: Vec<Button>,
    /// What can be pressed where a platform has forms: each opens one.
    pub forms: Vec<Button>,
    /// The entries that the line stored; empty when nothing happened.
    pub entries: Vec<u64>,
    /// The meeting and the seat in which it is answered, such as “V Meeting · Brazil”; for places
    /// where the reader does not see it otherwise.
    pub about: Option<String>,
    /// The press that shows the same to everybody; where a place has others who could see it.
    pub share: Option<Press>,
    /// For everybody in the place rather than for the asker alone.
    pub public: bool,
    /// The format in which papers were asked for; unsaid, the place's own.
    pub format: Option<Format>,
    /// What could be said instead: the line with the words that stand now, to be changed. Its
    /// lines after the first are those of a form.
    pub instead: Option<String>,
}

/// How an answer is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// It was done.
    Done,
    /// It is shown.
    #[default]
    Shown,
    /// It waits for the next word of the asker.
    Asked,
    /// The rules or the grammar said no; nothing changed.
    Refused,
    /// Something underneath is wrong.
    Failed,
}

impl Tone {
    /// Whether a command that got this answer has failed.
    pub fn is_no(self) -> bool {
        matches!(self, Self::Refused | Self::Failed)
    }
}

/// One part of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A sentence or a few.
    Text(String),
    /// A heading.
    Heading(String),
    /// Somebody's own words, to be set apart.
    Quote(String),
    /// Points.
    List(Vec<String>),
    /// Points with their own numbers, such as the items of an agenda.
    Numbered(Vec<(String, String)>),
    /// The line that was typed and where in it (in characters) the error starts and ends.
    Pointer {
        /// The line.
        line: String,
        /// The first character of the error.
        from: usize,
        /// The character after it.
        to: usize,
    },
    /// A one-time code with the words around it: shown once, never logged, kept in no history.
    Secret(String),
    /// A paper; the front end prints it with what the program gave it.
    Paper(Box<Paper>),
}

/// Something that can be pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// What it says.
    pub label: String,
    /// What it means.
    pub press: Press,
}

/// Something shown unasked, and to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// To whom.
    pub to: Audience,
    /// What.
    pub response: Response,
}

impl Notice {
    /// A notice of one sentence.
    pub(crate) fn told(to: Audience, text: String) -> Self {
        Self { to, response: Response::text(Tone::Shown, text) }
    }
}

/// To whom a notice goes. Its cause's own author has the response and is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everybody who may read what is for this circle.
    Circle(Readers),
    /// The chair.
    Chair,
    /// The secretariat.
    Secretariat,
    /// The mission of one delegation.
    Mission(DelegationCode),
    /// The missions of all members.
    Missions,
    /// One person.
    Person(PersonId),
    /// The account that lost its seats to another account by this entry.
    Replaced(u64),
}

impl Response {
    /// A response of this tone with one sentence.
    pub fn text(tone: Tone, text: impl Into<String>) -> Self {
        Self { tone, parts: vec![Part::Text(text.into())], ..Self::default() }
    }

    /// The same response with one more part.
    #[must_use]
    pub fn with(mut self, part: Part) -> Self {
        self.parts.push(part);
        self
    }

    /// The same response with one more sentence.
    #[must_use]
    pub fn and(self, text: impl Into<String>) -> Self {
        self.with(Part::Text(text.into()))
    }

    /// The same response, and after it all that this one says and offers.
    #[must_use]
    pub(crate) fn followed_by(mut self, next: Self) -> Self {
        self.parts.extend(next.parts);
        self.buttons.extend(next.buttons);
        self.forms.extend(next.forms);
        self
    }

    /// The same response with one more button.
    #[must_use]
    pub fn button(mut self, label: impl Into<String>, press: Press) -> Self {
        self.buttons.push(Button { label: label.into(), press });
        self
    }

    /// The same response with a button that opens a form, if there can be one.
    #[must_use]
    pub fn form(mut self, label: impl Into<String>, press: Option<Press>) -> Self {
        self.forms.extend(press.map(|press| Button { label: label.into(), press }));
        self
    }

    /// The same response with the entries that the line stored.
    #[must_use]
    pub fn stored(mut self, entries: &[plenary_domain::Entry]) -> Self {
        self.entries = entries.iter().map(|entry| entry.number).collect();
        self
    }
}
