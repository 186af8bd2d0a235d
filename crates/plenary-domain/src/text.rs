//! Bounds and characters of what people type. Text is kept verbatim: nothing is normalised.

use std::fmt;

/// The longest title of an item or a meeting, in characters.
pub const TITLE_CHARS_MAX: usize = 500;
/// The longest comment, in characters (a Discord form takes 4,000).
pub const COMMENT_CHARS_MAX: usize = 4_000;
/// The longest paragraph of a note or footnote, in characters.
pub const PARAGRAPH_CHARS_MAX: usize = 4_000;
/// The longest reason or short remark, in characters.
pub const REASON_CHARS_MAX: usize = 1_000;
/// The longest name, title or institution of a person, in characters.
pub const NAME_CHARS_MAX: usize = 200;
/// The most lines of a masthead or title.
pub const LINES_MAX: usize = 12;

/// What a text is, for its bounds and for the sentence when they are passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextField {
    /// The title of a meeting, an item, a document.
    Title,
    /// A comment.
    Comment,
    /// A paragraph of the note, a footnote, the text of a decision.
    Paragraph,
    /// A reason.
    Reason,
    /// A person's name, or another short text such as a symbol.
    Name,
    /// A person's title.
    JobTitle,
    /// A person's institution.
    Institution,
    /// How to reach a person.
    Contact,
}

impl TextField {
    /// The bound, in characters.
    pub fn chars_max(self) -> usize {
        match self {
            Self::Title => TITLE_CHARS_MAX,
            Self::Comment => COMMENT_CHARS_MAX,
            Self::Paragraph => PARAGRAPH_CHARS_MAX,
            Self::Reason => REASON_CHARS_MAX,
            Self::Name | Self::JobTitle | Self::Institution | Self::Contact => NAME_CHARS_MAX,
        }
    }
}

/// What there may be only so many of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Items on one level.
    Items,
    /// Levels of sub-items.
    Levels,
    /// Blocks of the note.
    NoteBlocks,
    /// Topics of a question.
    Topics,
    /// Lines of the roll.
    RollLines,
    /// Lines of a masthead or title.
    Lines,
}

/// What is out of bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoundsFault {
    /// Nothing in the text.
    Empty(TextField),
    /// A text is too long.
    TooLong {
        /// What it is.
        field: TextField,
        /// Its length.
        chars: usize,
        /// The bound.
        chars_max: usize,
    },
    /// A control character that is not the line break.
    Control {
        /// What the text is.
        field: TextField,
        /// Its code point.
        code: u32,
    },
    /// Too many.
    TooMany {
        /// Of what.
        what: Counted,
        /// The bound.
        max: usize,
    },
}

/// For whoever reads a history by hand; the desk says it in its own sentences.
impl fmt::Display for BoundsFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty(_) => f.write_str("one of its texts is empty"),
            Self::TooLong { chars, chars_max, .. } => {
                write!(
                    f,
                    "one of its texts is too long: {chars} characters, {chars_max} are allowed"
                )
            }
            Self::Control { code, .. } => {
                write!(f, "one of its texts has the invisible control character U+{code:04X}")
            }
            Self::TooMany { max, .. } => {
                write!(f, "it has too many parts; at most {max} are allowed")
            }
        }
    }
}

/// Accepts a text that is not empty, not too long and holds no control character but the line break
/// (docs/stored-form.md, Data). Unicode's other line breaks, direction marks and letters without a
/// shape are control characters here: they make a public text read as something else, or hide words
/// that no screen shows. The joiners of emoji and of Persian are letters.
pub fn check(field: TextField, text: &str) -> Result<(), BoundsFault> {
    let (chars, chars_max) = (text.chars().count(), field.chars_max());
    if text.trim().is_empty() {
        return Err(BoundsFault::Empty(field));
    }
    if chars > chars_max {
        return Err(BoundsFault::TooLong { field, chars, chars_max });
    }
    let control = text.chars().find(|c| is_forbidden(*c));
    control.map_or(Ok(()), |c| Err(BoundsFault::Control { field, code: c as u32 }))
}

/// Checks a text that may be absent.
pub fn check_optional(field: TextField, text: Option<&str>) -> Result<(), BoundsFault> {
    text.map_or(Ok(()), |text| check(field, text))
}

fn is_forbidden(c: char) -> bool {
    (c.is_control() && c != '\n') || matches!(c, '\u{2028}' | '\u{2029}') || is_invisible(c)
}

/// The text with every character that no text may hold written out, such as `\u{1b}`: what a
/// refusal repeats of a stranger's file must not steer a screen.
pub fn visible(text: &str) -> String {
    let shown =
        |c: char| if is_forbidden(c) { c.escape_unicode().collect() } else { c.to_string() };
    text.chars().map(shown).collect()
}

/// Whether this character turns the direction of what follows, or has no shape of its own.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
