//! Rows of text put together to messages that Discord takes. A row is broken only where it alone is
//! longer than a message, and then at a blank if it has one.

use super::CONTENT_UNITS_MAX;
use crate::clean::units;

/// The longest row, so that a row with its marks and a footer fits into a message.
const ROW_UNITS_MAX: usize = 1_700;

/// Some lines with the marks that Discord reads before and after each of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// Before the first line.
    pub(super) lead: String,
    /// Before each further line.
    pub(super) hang: &'static str,
    /// After each line.
    pub(super) close: &'static str,
    /// The lines, escaped already.
    pub(super) text: String,
    /// Whether it is one block that is not to be touched.
    pub(super) is_block: bool,
}

/// A sentence that is escaped already.
pub(super) fn plain(text: &str) -> Row {
    Row { text: text.to_owned(), ..Row::default() }
}

/// A point of a list, escaped already.
pub(super) fn point(text: &str) -> Row {
    Row { lead: "- ".to_owned(), hang: "  ", text: text.to_owned(), ..Row::default() }
}

/// The rows as the texts of messages, with the footer under the last one.
pub(super) fn messages(rows: &[Row], footer: Option<&str>) -> Vec<String> {
    let mut messages: Vec<String> = Vec::new();
    let lines = rows.iter().flat_map(Row::lines).filter(|line| !line.is_empty());
    for line in lines.chain(footer.map(str::to_owned)) {
        match messages.last_mut() {
            Some(last) if units(last) + 1 + units(&line) <= CONTENT_UNITS_MAX => {
                last.push('\n');
                last.push_str(&line);
            }
            Some(_) | None => messages.push(line),
        }
    }
    messages
}

impl Row {
    fn lines(&self) -> Vec<String> {
        if self.is_block {
            return vec![self.text.clone()];
        }
        let mut lines = Vec::new();
        for line in self.text.trim().split('\n').flat_map(|line| broken(line.trim_end())) {
            let lead = if lines.is_empty() { self.lead.as_str() } else { self.hang };
            lines.push(format!("{lead}{line}{}", self.close));
        }
        lines
    }
}

/// The pieces of a line that is longer than a message, the line itself otherwise.
fn broken(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = line;
    // Only as much is counted as a piece may have: a line can be very long.
    while rest.encode_utf16().nth(ROW_UNITS_MAX).is_some() {
        let end = end_of_piece(rest);
        let (piece, after) = rest.split_at(end);
        pieces.push(piece.trim_end());
        rest = after.trim_start();
    }
    pieces.push(rest);
    pieces
}

/// Where the first piece ends: behind the last blank that fits, or between two letters, but never
/// between a backslash and what it makes harmless.
fn end_of_piece(line: &str) -> usize {
    let (mut room, mut hard, mut blank) = (ROW_UNITS_MAX, 0, None);
    let mut is_escaped = false;
    for (at, letter) in line.char_indices() {
        let Some(left) = room.checked_sub(letter.len_utf16()) else { break };
        room = left;
        is_escaped = letter == '\\' && !is_escaped;
        if !is_escaped {
            hard = at + letter.len_utf8();
        }
        if letter.is_whitespace() {
            blank = Some(at + letter.len_utf8());
        }
    }
    blank.filter(|at| *at > 0).unwrap_or(hard).max(1)
}
