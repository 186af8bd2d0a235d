//! Plain text: the released text form (unwrapped), and the same wrapped for screens.
//!
//! The bytes of the unwrapped form are part of `TEXT_FORM` 1 and never change (docs/stored-form.md,
//! Editions).

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

mod table;

use crate::paper::{Block, Inline, Item, Paper, Question, Text};
use crate::words::{Words, words};

/// What a digest shows of its beginning, in characters.
pub(super) const DIGEST_CHARS_SHOWN: usize = 16;
const LEVEL_INDENT: &str = "   ";

/// Prints a paper: blocks with a blank line between them.
pub(super) fn print(paper: &Paper, columns: Option<usize>) -> String {
    let page = Page { words: words(paper.lang), columns };
    let mut printed: Vec<String> = Vec::with_capacity(paper.blocks.len());
    for block in &paper.blocks {
        let lines = page.block(block);
        if !lines.is_empty() {
            printed.push(lines.join("\n"));
        }
    }
    let mut text = printed.join("\n\n");
    text.push('\n');
    text
}

struct Page {
    words: Words,
    columns: Option<usize>,
}

impl Page {
    fn block(&self, block: &Block) -> Vec<String> {
        match block {
            Block::Mark(text) | Block::Heading { text, .. } => self.lines("", text),
            Block::Masthead(head) => {
                let groups = [&head.owner, &head.reference, &head.meeting];
                let groups = groups.into_iter().filter(|group| !group.is_empty());
                let printed: Vec<Vec<String>> = groups
                    .map(|group| group.iter().flat_map(|line| self.lines("", line)).collect())
                    .collect();
                printed.join(&String::new())
            }
            Block::Title { text, stamp } => {
                let mut lines = self.lines("", text);
                lines.extend(stamp.iter().flat_map(|stamp| self.lines("", stamp)));
                lines
            }
            Block::Paragraph(text) | Block::Verbatim(text) => self.lines("", &self.flat(text)),
            Block::Quote(text) => self.lines(LEVEL_INDENT, &self.flat(text)),
            Block::Questions(questions) => {
                questions.iter().flat_map(|question| self.question(question)).collect()
            }
            Block::Items(items) => items.iter().flat_map(|item| self.item(item)).collect(),
            Block::Footnotes(notes) => {
                let printed: Vec<Vec<String>> = notes
                    .iter()
                    .map(|note| self.lines(&format!("{} ", note.mark), &self.flat(&note.text)))
                    .collect();
                printed.join(&String::new())
            }
            Block::Table(table) => {
                let rows: Vec<Vec<String>> = table
                    .rows
                    .iter()
                    .map(|row| row.iter().map(|cell| self.flat(cell)).collect())
                    .collect();
                let mut lines: Vec<String> =
                    table.caption.iter().flat_map(|caption| self.lines("", caption)).collect();
                lines.extend(table::lines(&table.head, &rows, self.columns));
                lines
            }
            Block::List(entries) => {
                entries.iter().flat_map(|text| self.lines("- ", &self.flat(text))).collect()
            }
            Block::Rule => vec!["* * *".to_owned()],
        }
    }

    fn question(&self, question: &Question) -> Vec<String> {
        let text = self.flat(&question.text);
        let mut lines = self.lines(&format!("{}. ", question.label), &text);
        for (label, text) in &question.topics {
            lines.extend(self.lines(&format!(" - {label}. "), &self.flat(text)));
        }
        lines
    }

    fn item(&self, item: &Item) -> Vec<String> {
        let indent = LEVEL_INDENT.repeat(item.level.saturating_sub(1));
        let stop = if item.level > 1 { "" } else { "." };
        let mut text = self.flat(&item.text);
        text.extend(item.footnote.map(superscript));
        self.lines(&format!("{indent}{}{stop} ", item.number), &text)
    }

    /// The text with its marks as plain text shows them.
    fn flat(&self, text: &Text) -> String {
        text.0.iter().map(|piece| self.piece(piece)).collect()
    }

    fn piece(&self, piece: &Inline) -> String {
        match piece {
            Inline::Plain(words) | Inline::Code(words) => words.clone(),
            Inline::Strong(words) => format!("**{words}**"),
            Inline::Added(words) => format!("[{}: {words}]", self.words.comparison.mark_added()),
            Inline::Deleted(words) => {
                format!("[{}: {words}]", self.words.comparison.mark_deleted())
            }
            Inline::Digest(digest) => digest.chars().take(DIGEST_CHARS_SHOWN).collect(),
            Inline::Entries(numbers) => entries(numbers),
        }
    }

    /// One text as lines. What follows its first line stands below its first word, so that a line
    /// break inside a text never looks like the next item.
    fn lines(&self, prefix: &str, text: &str) -> Vec<String> {
        let hang = " ".repeat(prefix.width());
        let mut lines = Vec::new();
        for (at, line) in text.split('\n').enumerate() {
            let lead = if at == 0 { prefix } else { hang.as_str() };
            match self.columns {
                None => lines.push(format!("{lead}{line}")),
                Some(columns) => {
                    let room = columns.saturating_sub(hang.len()).max(1);
                    for (part, words) in wrap(line, room).into_iter().enumerate() {
                        let lead = if part == 0 { lead } else { hang.as_str() };
                        lines.push(format!("{lead}{words}"));
                    }
                }
            }
        }
        lines
    }
}

/// The numbers of entries as passages cite them: `[41]`, `[41, 43]`, and `[41–44]` for a run.
pub(super) fn entries(numbers: &[u64]) -> String {
    let mut runs: Vec<(u64, u64)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let printed = runs.into_iter().map(|(first, last)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}–{last}"),
    });
    format!("[{}]", printed.collect::<Vec<_>>().join(", "))
}

/// A footnote's mark as superior figures: `¹²`.
pub(super) fn superscript(mark: u32) -> String {
    let superior = |digit: char| match digit {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        other => other,
    };
    mark.to_string().chars().map(superior).collect()
}

/// Breaks a line at spaces, and inside a word only when the word alone is too wide.
fn wrap(line: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(1);
    at_spaces(line, columns).iter().flat_map(|part| by_width(part, columns)).collect()
}

/// Breaks what has no space where it is full: words without blanks, as Chinese is written.
fn by_width(part: &str, columns: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for letter in part.chars() {
        let taken = pieces.last().map_or(0, |piece| piece.width());
        if taken > 0 && taken + letter.width().unwrap_or_default() > columns {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(letter);
        }
    }
    pieces
}

fn at_spaces(line: &str, columns: usize) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    for (at, word) in line.split(' ').enumerate() {
        let fits = part.width() + 1 + word.width() <= columns;
        if at > 0 && fits {
            part.push(' ');
        } else if at > 0 {
            parts.push(std::mem::take(&mut part));
        }
        part.push_str(word);
    }
    parts.push(part);
    parts
}
