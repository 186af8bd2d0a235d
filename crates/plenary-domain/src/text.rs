//! Bounds and characters of what people type. Text is kept verbatim: nothing is normalised.

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
    /// A person's name, title, institution or contact.
    Name,
}

impl TextField {
    /// The bound, in characters.
    pub fn chars_max(self) -> usize {
        match self {
            Self::Title => TITLE_CHARS_MAX,
            Self::Comment => COMMENT_CHARS_MAX,
            Self::Paragraph => PARAGRAPH_CHARS_MAX,
            Self::Reason => REASON_CHARS_MAX,
            Self::Name => NAME_CHARS_MAX,
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

/// Accepts a text that is not empty, not too long and holds no control character but the line break
/// (docs/stored-form.md, Data). Unicode's invisible direction marks are control characters here:
/// they can make a public text read as something else.
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
    (c.is_control() && c != '\n')
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}
