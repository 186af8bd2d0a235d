//! Text in lines of so many columns, measured as a terminal shows it.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The columns that a text takes. Where terminals differ, the larger number.
pub fn width(text: &str) -> usize {
    let letters: usize = text.chars().map(|letter| letter.width().unwrap_or(0)).sum();
    letters.max(text.width())
}

/// The text in lines of at most so many columns, broken at blanks, and inside a word only where it
/// fits on no line. Its own line breaks stay.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    text.split('\n').flat_map(|line| wrap_line(line, columns.max(1))).collect()
}

fn wrap_line(line: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut current = String::new();
    let mut gap = 0;
    for (at, word) in line.split(' ').enumerate() {
        gap += usize::from(at > 0);
        if word.is_empty() {
            continue;
        }
        let has_words = !current.trim_end().is_empty();
        if has_words && width(&current) + gap + width(word) > columns {
            lines.push(std::mem::take(&mut current));
            gap = 0;
        }
        // Blanks before the first word are somebody's indent; they stay as far as there is room.
        let room = columns.saturating_sub(width(&current) + 1);
        current.push_str(&" ".repeat(gap.min(room)));
        gap = 0;
        push_word(&mut lines, &mut current, word, columns);
    }
    lines.push(current);
    lines
}

/// Adds a word, broken where a line is full.
fn push_word(lines: &mut Vec<String>, current: &mut String, word: &str, columns: usize) {
    if width(current) + width(word) <= columns {
        current.push_str(word);
        return;
    }
    for letter in word.chars() {
        let taken = width(current);
        if taken > 0 && taken + letter.width().unwrap_or(0) > columns {
            lines.push(std::mem::take(current));
        }
        current.push(letter);
    }
}
