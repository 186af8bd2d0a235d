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
    /// Reads a number as people type it; `None` when it is not one.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let bare = strip_word(typed).unwrap_or(typed).trim_end_matches(['.', ')', ',']);
        if let Some(roman) = read_roman(bare) {
            return Some(Self(vec![roman]));
        }
        let levels: Option<Vec<u32>> = bare
            .split('.')
            .map(|part| {
                let plain = !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
                plain.then(|| part.parse().ok()).flatten().filter(|n| *n > 0)
            })
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

/// Reads a Roman numeral in its usual spelling (I to CC), either case; `None` for anything else.
fn read_roman(text: &str) -> Option<u32> {
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
