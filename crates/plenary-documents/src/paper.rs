//! What a paper is made of: a closed set of blocks that say structure, never layout, so that every
//! format prints the same paper.

use plenary_domain::projection::Stamp;
use plenary_domain::{Language, LanguageTag};

/// The longest file stem made from a symbol, in characters.
pub const NAME_CHARS_MAX: usize = 80;

/// One paper in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The stem of its file: the symbol or the kind, in letters, digits, dots and hyphens.
    pub name: String,
    /// The language of the paper's own words.
    pub lang: Language,
    /// The language of what [`Block::Verbatim`], items, questions and footnotes hold.
    pub original: LanguageTag,
    /// One line for a window, a list or a page's title.
    pub title: String,
    /// Its parts from top to bottom.
    pub blocks: Vec<Block>,
}

/// One part of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// What every page says first and last, such as that the paper is an example.
    Mark(String),
    /// Whose paper it is, which one, and of which meeting.
    Masthead(Masthead),
    /// The status title of the whole paper, with what stands under it.
    Title {
        /// Such as `DRAFT AGENDA`.
        text: String,
        /// Such as `(Adopted at the first session, 19 November 2007)`.
        stamp: Option<String>,
    },
    /// The title of a part; 2 is the highest level below the paper's own title.
    Heading {
        /// From 2 on.
        level: u8,
        /// The words.
        text: String,
    },
    /// A paragraph in the paper's own language.
    Paragraph(Text),
    /// A paragraph as somebody wrote it, in the paper's original language.
    Verbatim(Text),
    /// What somebody said, set apart so that it cannot be taken for the paper's own words.
    Quote(Text),
    /// Questions that follow each other.
    Questions(Vec<Question>),
    /// Numbered items that follow each other.
    Items(Vec<Item>),
    /// Footnotes that follow each other.
    Footnotes(Vec<Footnote>),
    /// A table.
    Table(Table),
    /// A list without numbers.
    List(Vec<Text>),
    /// A line between parts.
    Rule,
}

/// The head of a paper. Each part keeps its lines as the meeting broke them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Masthead {
    /// The owner of the series.
    pub owner: Vec<String>,
    /// Class, symbol, date, original language.
    pub reference: Vec<String>,
    /// Title, days, place.
    pub meeting: Vec<String>,
}

/// A question to the delegations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The label without its full stop.
    pub label: String,
    /// The words.
    pub text: Text,
    /// Its topics: label without full stop, words.
    pub topics: Vec<(String, Text)>,
}

/// A numbered item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The number as printed: `2` or `2.1`.
    pub number: String,
    /// 1 for the highest level.
    pub level: usize,
    /// The words.
    pub text: Text,
    /// The mark of its footnote.
    pub footnote: Option<u32>,
}

/// A footnote with its mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// The mark, counted through the paper from 1.
    pub mark: u32,
    /// The words.
    pub text: Text,
}

/// A table with one head line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: Option<String>,
    /// The head of each column.
    pub head: Vec<String>,
    /// The rows; each has as many cells as there are heads.
    pub rows: Vec<Vec<Text>>,
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Plain(String),
    /// Words with weight, `**so**` in the note.
    Strong(String),
    /// Words that a revision added.
    Added(String),
    /// Words that a revision deleted.
    Deleted(String),
    /// Something to be copied exactly.
    Code(String),
    /// A SHA-256 in hexadecimal digits; formats may show its beginning only.
    Digest(String),
    /// The entries of the history behind what was just said.
    Entries(Vec<u64>),
}

/// Running text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<Inline>);

impl Text {
    /// Words without any mark.
    pub fn plain(words: impl Into<String>) -> Self {
        Self(vec![Inline::Plain(words.into())])
    }

    /// A sentence in one line: what people typed opens no line of its own.
    pub(crate) fn sentence(words: impl AsRef<str>) -> Self {
        Self::plain(words.as_ref().replace('\n', " "))
    }

    /// The same with the entry behind it.
    pub(crate) fn cited(words: impl AsRef<str>, stamp: &Stamp) -> Self {
        Self::sentence(words).citing([stamp.entry])
    }

    /// Words with the note's only mark, `**strong**`. A mark without its partner stays as typed.
    pub fn with_strong(words: &str) -> Self {
        let mut pieces = Vec::new();
        let mut plain = String::new();
        let mut rest = words;
        while let Some((before, strong, after)) = split_strong(rest) {
            plain.push_str(before);
            if !plain.is_empty() {
                pieces.push(Inline::Plain(std::mem::take(&mut plain)));
            }
            pieces.push(Inline::Strong(strong.to_owned()));
            rest = after;
        }
        plain.push_str(rest);
        if !plain.is_empty() {
            pieces.push(Inline::Plain(plain));
        }
        Self(pieces)
    }

    /// A sentence of the words with pieces in the places of its `{names}`.
    ///
    /// What a piece holds is never read as a place again. A place without a piece stays visible.
    pub fn fill(sentence: &str, pieces: &[(&str, Inline)]) -> Self {
        let mut text = Self::default();
        let mut rest = sentence;
        while let Some((before, name, after)) = split_place(rest) {
            let Some((_, piece)) = pieces.iter().find(|(known, _)| *known == name) else {
                text.push_plain(before);
                text.push_plain(&format!("{{{name}}}"));
                rest = after;
                continue;
            };
            text.push_plain(before);
            match piece {
                Inline::Plain(words) => text.push_plain(words),
                Inline::Strong(_)
                | Inline::Added(_)
                | Inline::Deleted(_)
                | Inline::Code(_)
                | Inline::Digest(_)
                | Inline::Entries(_) => text.0.push(piece.clone()),
            }
            rest = after;
        }
        text.push_plain(rest);
        text
    }

    /// The text with the entries behind it.
    #[must_use]
    pub fn citing(mut self, entries: impl IntoIterator<Item = u64>) -> Self {
        let mut numbers: Vec<u64> = entries.into_iter().collect();
        numbers.sort_unstable();
        numbers.dedup();
        if !numbers.is_empty() {
            self.push_plain(" ");
            self.0.push(Inline::Entries(numbers));
        }
        self
    }

    /// The text with more words after it.
    #[must_use]
    pub fn and(mut self, words: &str) -> Self {
        self.push_plain(words);
        self
    }

    fn push_plain(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        if let Some(Inline::Plain(last)) = self.0.last_mut() {
            last.push_str(words);
        } else {
            self.0.push(Inline::Plain(words.to_owned()));
        }
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self::plain(words)
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self::plain(words)
    }
}

/// Splits at the first `**words**` that has words.
fn split_strong(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("**")?;
    let (strong, after) = rest.split_once("**")?;
    (!strong.is_empty()).then_some((before, strong, after))
}

/// Splits at the first `{name}`.
fn split_place(sentence: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = sentence.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

/// The stem of a file for a symbol or another text: safe on every file system, never empty.
pub fn file_stem(text: &str) -> String {
    let mut stem = String::new();
    for letter in text.chars().take(NAME_CHARS_MAX) {
        if letter.is_ascii_alphanumeric() || (letter == '.' && !stem.is_empty()) {
            stem.push(letter);
        } else if !stem.is_empty() && !stem.ends_with('-') {
            // `rev. 1` becomes `rev-1`: a dot before a gap says nothing in a file's name.
            stem.truncate(stem.trim_end_matches('.').len());
            stem.push('-');
        }
    }
    stem.truncate(stem.trim_end_matches(['-', '.']).len());
    if stem.is_empty() { "paper".to_owned() } else { stem }
}
