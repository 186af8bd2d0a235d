//! A form: what is asked for in fields of text, where a platform has forms.
//!
//! A form belongs to a press. Whoever sends it says [`crate::Input::Form`] with that press and what
//! was filled in; nothing about an open form is remembered anywhere, so it survives a restart.

use crate::press::Press;

/// The most fields of a form; Discord shows no more.
pub const FORM_FIELDS_MAX: usize = 5;
/// The longest title and label of a form, in characters; Discord shows no more.
pub const FORM_LABEL_CHARS_MAX: usize = 45;
/// The longest hint, in characters; Discord shows no more.
pub const HINT_CHARS_MAX: usize = 100;
/// The longest text in a field of a form, in characters; Discord takes no more.
pub const FIELD_CHARS_MAX: usize = 4_000;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What it is for, at most [`FORM_LABEL_CHARS_MAX`] characters.
    pub title: String,
    /// What sending it means.
    pub press: Press,
    /// Its fields, at least one and at most [`FORM_FIELDS_MAX`].
    pub fields: Vec<FormField>,
}

/// One field of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormField {
    /// Its name in [`crate::Input::Form`].
    pub name: String,
    /// What it asks for, at most [`FORM_LABEL_CHARS_MAX`] characters.
    pub label: String,
    /// Whether it takes several lines.
    pub long: bool,
    /// Whether it must be filled in.
    pub required: bool,
    /// What stands in it already, at most [`FIELD_CHARS_MAX`] characters.
    pub value: Option<String>,
    /// What stands in it, greyed, while it is empty; at most [`HINT_CHARS_MAX`] characters.
    pub hint: Option<String>,
    /// The most characters that it takes.
    pub chars_max: usize,
}
