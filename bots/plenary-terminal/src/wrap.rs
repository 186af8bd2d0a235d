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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_the_screen_also_with_wide_letters() {
        let (wide, long) = ("議題".repeat(60), "x".repeat(200));
        let text = format!("{wide} and {}{long} 👩‍⚖️👩‍⚖️ e\u{301}", "word ".repeat(50));
        for columns in [2, 3, 20, 79, 80] {
            let lines = wrap(&text, columns);
            assert!(lines.iter().all(|line| width(line) <= columns), "{columns}: {lines:?}");
            let squeezed = |text: &str| text.replace(' ', "");
            assert_eq!(squeezed(&lines.concat()), squeezed(&text), "{columns}");
        }
    }

    #[test]
    fn lines_break_between_words_and_keep_their_own_breaks() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("a\n\nb", 8), ["a", "", "b"]);
        assert_eq!(wrap("  in  two", 20), ["  in  two"]);
        assert_eq!(wrap("abcdefgh ij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("議題議", 4), ["議題", "議"]);
        assert_eq!(wrap("", 4), [""]);
    }
}
