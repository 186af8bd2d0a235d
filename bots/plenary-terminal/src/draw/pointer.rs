//! A typed line with carets beneath the place where the trouble is.

use anstyle::AnsiColor;
use unicode_width::UnicodeWidthChar;

use super::Look;
use plenary_chat::clean::clean;

const INDENT: &str = "  ";

/// A line and where in it, in characters, the trouble starts and ends.
pub(super) struct Span<'a> {
    pub(super) line: &'a str,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// The rows of the line, each with carets beneath it where it holds a part of the trouble.
pub(super) fn rows(span: &Span, look: &Look, room: usize) -> impl Iterator<Item = String> {
    let room = room.saturating_sub(INDENT.len() + 1).max(2);
    let mut drawing = Drawing { look, room, rows: Vec::new(), line: String::new(), below: vec![] };
    let is_point = span.to <= span.from;
    let count = span.line.chars().count();
    for (at, letter) in span.line.chars().enumerate() {
        let is_in = (span.from..span.to).contains(&at) || is_point && at == span.from;
        drawing.put(letter, is_in);
    }
    if span.from >= count {
        drawing.below.push(true);
    }
    drawing.end_row();
    drawing.rows.into_iter()
}

struct Drawing<'a> {
    look: &'a Look,
    room: usize,
    rows: Vec<String>,
    line: String,
    /// For each column so far, whether a caret stands beneath it.
    below: Vec<bool>,
}

impl Drawing<'_> {
    fn put(&mut self, letter: char, is_in: bool) {
        for letter in clean(letter.encode_utf8(&mut [0; 4])).chars() {
            if letter == '\n' {
                self.end_row();
                continue;
            }
            let columns = letter.width().unwrap_or(0);
            if self.below.len() + columns > self.room {
                self.end_row();
            }
            self.line.push(letter);
            self.below.extend(std::iter::repeat_n(is_in, columns));
        }
    }

    fn end_row(&mut self) {
        self.rows.push(format!("{INDENT}{}", std::mem::take(&mut self.line)));
        let below = std::mem::take(&mut self.below);
        let Some(first) = below.iter().position(|is_in| *is_in) else { return };
        let carets: String = below.iter().skip(first).map(|is_in| caret(*is_in)).collect();
        let carets = self.look.paint(AnsiColor::Red.on_default(), carets.trim_end());
        self.rows.push(format!("{INDENT}{}{carets}", " ".repeat(first)));
    }
}

fn caret(is_in: bool) -> char {
    if is_in { '^' } else { ' ' }
}
