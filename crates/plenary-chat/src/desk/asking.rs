//! What a platform with fields and forms asks of the desk before something is said: the form that
//! a verb or a button opens, and the values that a field could have.

use super::Desk;
use crate::form::Form;
use crate::line::Line;

/// A value that a field could have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// As it is shown, such as “7 Update of the Portal”; at most 100 characters.
    pub shown: String,
    /// As it is then said, such as `7`; at most 100 characters.
    pub value: String,
}

impl Desk {
    /// The form that this line opens instead of being said, if it opens one. Nothing is stored, and
    /// the journal is not asked.
    pub async fn form(&self, _line: &Line) -> Option<Form> {
        None
    }

    /// The values that the argument `arg` could have, for what is typed of it so far, at most 25.
    /// The line is [`crate::Said::Fields`] with what is said so far.
    pub async fn choices(&self, _line: &Line, _arg: &str, _typed: &str) -> Vec<Choice> {
        Vec::new()
    }
}
