//! How people name an agenda item: `7`, `VII`, `item 7`, `item VII`, `2.1`.

use std::fmt;

/// The deepest level of sub-items.
pub const ITEM_LEVELS_MAX: usize = 3;
/// The most items on one level.
pub const ITEMS_MAX: usize = 200;

/// The number of an item in one edition: `7`, or `2.1` for a sub-item. Numbers start at 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemNumber(pub Vec<u32>);

impl ItemNumber {
    /// Reads a number as people type it; `None` when it is not one: `7`, `VII`, `2.1`, `3(b)`,
    /// `3 (b)(ii)`, `3.b`. A letter counts below the first level, `a` for 1; a Roman numeral on the
    /// first and below the second.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let bare = strip_word(typed).unwrap_or(typed).trim_end_matches(['.', ')', ',', ':']);
        let bare = bare.strip_prefix('(').unwrap_or(bare).replace(". (", "(").replace(".(", "(");
        let parts = bare.replace(")(", "(").replace([')', '('], ".");
        let levels: Option<Vec<u32>> = parts
            .split('.')
            .enumerate()
            .map(|(level, part)| read_level(level, part.trim()))
            .collect();
        levels.filter(|l| !l.is_empty() && l.len() <= ITEM_LEVELS_MAX).map(Self)
    }
}

impl fmt::Display for ItemNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (level, number) in self.0.iter().enumerate() {
            write!(f, "{}{number}", if level == 0 { "" } else { "." })?;
        }
        Ok(())
    }
}

/// Strips "item", "item number" and their translations, as papers of the four languages write them.
fn strip_word(typed: &str) -> Option<&str> {
    let (first, rest) = typed.split_once(char::is_whitespace)?;
    let words = ["item", "point", "punto", "tema", "ponto"];
    if !words.contains(&first.to_lowercase().as_str()) {
        return None;
    }
    let rest = rest.trim_start();
    match rest.split_once(char::is_whitespace) {
        Some((word, number)) if ["number", "no.", "nº", "n.º"].contains(&word) => {
            Some(number.trim())
        }
        _ => Some(rest),
    }
}

fn read_level(level: usize, part: &str) -> Option<u32> {
    if !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()) {
        return part.parse().ok().filter(|number| *number > 0);
    }
    let roman = if level == 1 { None } else { read_roman(part) };
    let letter = match (level, part.as_bytes()) {
        (1.., [letter]) if letter.is_ascii_alphabetic() => {
            Some(u32::from(letter.to_ascii_lowercase() - b'a') + 1)
        }
        _ => None, // several letters, or none
    };
    roman.or(letter)
}

/// Reads a Roman numeral in its usual spelling: I to CC in capitals, i to xxxix in small letters;
/// `None` for anything else, such as the names Li and Xi.
fn read_roman(text: &str) -> Option<u32> {
    let is_small = text.bytes().all(|b| b"ivx".contains(&b));
    if !is_small && text.bytes().any(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let wanted = text.to_ascii_uppercase();
    let fits = !wanted.is_empty() && wanted.len() <= 9;
    let letters = wanted.bytes().all(|b| b"IVXLC".contains(&b));
    (fits && letters)
        .then(|| (1..=ITEMS_MAX as u32).find(|number| roman(*number) == wanted))
        .flatten()
}

/// The Roman numeral of a number from 1 to 399, in upper case.
pub fn roman(number: u32) -> String {
    const STEPS: [(u32, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number;
    let mut numeral = String::new();
    for (value, letters) in STEPS {
        while rest >= value {
            numeral.push_str(letters);
            rest -= value;
        }
    }
    numeral
}
