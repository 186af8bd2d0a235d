//! How a paper is printed. Formats differ in their marks, never in what they say.

mod html;
mod markdown;
mod text;

use crate::paper::Paper;

/// A format that this crate prints; the heavy ones are the press's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text: unwrapped and left-aligned, as the text that the chair approves.
    Text,
    /// Markdown as CommonMark and Discord read it.
    Markdown,
    /// One self-contained page.
    Html,
}

impl Format {
    /// The formats in the order in which help lists them.
    pub const ALL: [Self; 3] = [Self::Text, Self::Markdown, Self::Html];

    /// The word by which people ask for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
        }
    }

    /// The ending of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
        }
    }

    /// The format that a word or a file's ending names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word || format.extension() == word)
    }
}

/// The paper in a format, ending with one line break.
pub fn print(paper: &Paper, format: Format) -> String {
    match format {
        Format::Text => text::print(paper, None),
        Format::Markdown => markdown::print(paper),
        Format::Html => html::print(paper),
    }
}

/// The paper's text for a screen of so many columns.
pub fn print_wrapped(paper: &Paper, columns: usize) -> String {
    text::print(paper, Some(columns.max(COLUMNS_MIN)))
}

/// The narrowest screen that text is wrapped for, in columns.
const COLUMNS_MIN: usize = 20;
