//! A press on a button: at most 100 ASCII bytes, `1|verb.press|id|entry-seen`.
//!
//! Discord's `custom_id` is it, the terminal maps a typed digit to it. It carries no authority: who
//! presses is looked up and authorised again.

use std::fmt;
use std::str::FromStr;

use crate::action::Action;

/// The longest press, in bytes.
pub const PRESS_BYTES_MAX: usize = 100;
const FORM: &str = "1";

/// What a button means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Press {
    /// What is done, and to what.
    pub action: Action,
    /// The last entry that its reader had seen.
    pub seen: u64,
}

impl Press {
    /// A press of this meaning.
    pub fn new(action: Action, seen: u64) -> Self {
        Self { action, seen }
    }

    /// The same press unless it is too long, as with many words said already.
    pub fn if_short(self) -> Option<Self> {
        (self.to_string().len() <= PRESS_BYTES_MAX).then_some(self)
    }

    /// The word for what is done, such as `paper.approve`; never what it is done to.
    pub fn word(&self) -> String {
        self.action.write().0
    }
}

/// A text is not a press of this release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadPress;

impl FromStr for Press {
    type Err = BadPress;

    fn from_str(text: &str) -> Result<Self, BadPress> {
        if text.len() > PRESS_BYTES_MAX || text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return Err(BadPress);
        }
        let mut parts = text.split('|');
        let fields = (parts.next(), parts.next(), parts.next(), parts.next(), parts.next());
        let (Some(FORM), Some(word), Some(id), Some(seen), None) = fields else {
            return Err(BadPress);
        };
        let action = Action::read(word, id).ok_or(BadPress)?;
        let seen = seen.parse().map_err(|_| BadPress)?;
        Ok(Self { action, seen })
    }
}

impl fmt::Display for Press {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (word, id) = self.action.write();
        write!(f, "{FORM}|{word}|{id}|{}", self.seen)
    }
}
