//! What people wrote, made harmless for Discord: nothing in it can ping, link, steer the page, or
//! pass for the desk's own marks. What is seen stays what was written.

pub use plenary_chat::clean::{clean, clean_line};

/// A blank without width. It keeps Discord's servers, which know no backslash, from reading a ping.
const GAP: char = '\u{200b}';
/// What Discord's markup could read wherever it stands.
const MARKS: &[char] = &['\\', '*', '_', '~', '|', '`', '<', '>', '[', ']', '#', '@'];
/// The words that ping many people behind an `@`.
const CROWDS: &[&str] = &["everyone", "here"];

/// The text as Discord shows it without reading any markup in it.
pub fn escaped(text: &str) -> String {
    let text = clean(text);
    let letters: Vec<char> = text.chars().collect();
    let mut safe = String::with_capacity(text.len());
    for (at, letter) in letters.iter().enumerate() {
        let (before, after) = letters.split_at(at);
        let after = after.get(1..).unwrap_or_default();
        if MARKS.contains(letter) || is_a_mark_here(before, *letter, after) {
            safe.push('\\');
        }
        safe.push(*letter);
        if *letter == '@' && opens_a_ping(before, after) {
            safe.push(GAP);
        }
    }
    safe
}

/// The text in one line, as Discord shows it without reading any markup in it.
pub fn escaped_line(text: &str) -> String {
    escaped(&clean_line(text))
}

/// The text in one line, no longer than Discord counts; what is cut shows as “…”.
pub fn cut(text: &str, units_max: usize) -> String {
    let line = clean_line(text);
    let line = line.trim();
    if units(line) <= units_max {
        return line.to_owned();
    }
    let mut short = String::new();
    let mut room = units_max.saturating_sub(1);
    for letter in line.chars() {
        let Some(left) = room.checked_sub(letter.len_utf16()) else { break };
        room = left;
        short.push(letter);
    }
    format!("{}…", short.trim_end())
}

/// How long a text is at the most, whichever way Discord counts: in units of UTF-16.
pub fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Marks that mean something only at the start of a word or before one.
fn is_a_mark_here(before: &[char], letter: char, after: &[char]) -> bool {
    let starts_word = before.last().is_none_or(|letter| letter.is_whitespace());
    let goes_on = after.first().is_some_and(|letter| !letter.is_whitespace());
    match letter {
        // A point of a list.
        '-' | '+' => starts_word,
        // A scheme of a link, or the name of an emoji.
        ':' => goes_on,
        // A number of a list, which Discord would count in its own way.
        '.' | ')' => !goes_on && ends_a_number(before),
        _ => false,
    }
}

fn ends_a_number(before: &[char]) -> bool {
    let digits = before.iter().rev().take_while(|letter| letter.is_ascii_digit()).count();
    let lead = before.len().checked_sub(digits + 1).and_then(|at| before.get(at));
    digits > 0 && lead.is_none_or(|letter| letter.is_whitespace())
}

fn opens_a_ping(before: &[char], after: &[char]) -> bool {
    let names = |crowd: &&str| {
        let word = after.iter().map(char::to_ascii_lowercase).take(crowd.len());
        word.eq(crowd.chars())
    };
    before.last() == Some(&'<') || CROWDS.iter().any(names)
}
