//! What is heard at the desk, whichever platform it came from.

use plenary_domain::Language;
use plenary_service::{Channel, RequestName};

use crate::press::Press;
use crate::utterance::Utterance;

/// One thing that somebody said.
#[derive(Clone, Debug)]
pub struct Line {
    /// The slug of the meeting that it is for; unsaid where the channel tells it.
    pub meeting: Option<String>,
    /// Who spoke, as the platform knows it.
    pub speaker: Speaker,
    /// The platform, `terminal` or `discord`: a part of the names of its own streams.
    pub front: &'static str,
    /// Where on the platform it was said, where that can be bound to a meeting.
    pub channel: Option<Channel>,
    /// What was said.
    pub said: Input,
    /// The name by which this request is recognised when it comes again.
    pub request: RequestName,
    /// The language to answer in.
    pub lang: Language,
}

impl Line {
    /// The slug of its meeting, once that is found.
    pub(crate) fn slug(&self) -> &str {
        self.meeting.as_deref().unwrap_or_default()
    }
}

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// Whoever holds journal and settings.
    Operator,
    /// An account of a platform, such as `terminal:chair`.
    Account(String),
}

impl Speaker {
    /// The account, unless it is whoever holds the journal.
    pub(crate) fn account(&self) -> Option<&str> {
        match self {
            Self::Operator => None,
            Self::Account(account) => Some(account),
        }
    }
}

/// What was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A typed line; further lines are the fields of a form.
    Text(String),
    /// A verb with its arguments by name, as a platform with fields sends them.
    Fields(Utterance),
    /// A press on a button.
    Press(Press),
    /// A form that was sent: what it was for, with what was filled in.
    Form {
        /// The form's own press, as [`crate::Form`] gave it.
        press: Press,
        /// What was filled in, by the fields' names; empty fields may stand or be left out.
        fields: Vec<(String, String)>,
    },
}
