//! How people name an agenda item: `7`, `VII`, `item 7`, `item VII`, `2.1`.

use std::fmt;

use icu_normalizer::DecomposingNormalizerBorrowed;

use crate::names::{is_dash, is_mark};

/// The deepest level of sub-items.
pub const ITEM_LEVELS_MAX: usize = 3;
/// The most items on one level.
pub const ITEMS_MAX: usize = 200;

/// The number of an item in one edition: `7`, or `2.1` for a sub-item. Numbers start at 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemNumber(pub Vec<u32>);

impl ItemNumber {
    /// Reads a number as people type it; `None` when it is not one: `7`, `VII`, `2.1`, `3(b)`,
    /// `3 (b)(ii)`, `3.b`, `3b`, `n.º 7`. A letter counts below the first level, `a` for 1; a Roman
    /// numeral on the first and below the second.
    pub fn parse(typed: &str) -> Option<Self> {
        let plain = plain(typed);
        let bare = strip_words(&plain).trim_end_matches(['.', ')', ',', ':', ';']);
        let bare = bare.strip_prefix('(').unwrap_or(bare).replace(". (", "(").replace(".(", "(");
        let parts = bare.replace(")(", "(").replace([')', '('], ".");
        let parts = parts.split('.').flat_map(|part| lettered(part.trim()));
        let levels: Option<Vec<u32>> =
            parts.enumerate().map(|(level, part)| read_level(level, part)).collect();
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

/// Whether this is several numbers rather than one: `2 and 3`, `7-9`, `items 2, 3`. Which words
/// join them does not matter; what stands in brackets belongs to the number before.
pub fn names_several(typed: &str) -> bool {
    let typed = plain(typed);
    let parts = typed.split(|c: char| c.is_whitespace() || JOINTS.contains(&c));
    let numbers = parts.filter(|part| !part.starts_with('(')).filter_map(ItemNumber::parse);
    let numbers: Vec<u32> = numbers.flat_map(|number| number.0.into_iter().next()).collect();
    // What no agenda goes up to is a year, and so no list of items.
    numbers.len() > 1 && numbers.iter().all(|number| *number as usize <= ITEMS_MAX)
}

/// The marks that join numbers without a space.
const JOINTS: [char; 6] = ['-', '/', ',', ';', '&', '+'];
/// The words before a number, without accents, as papers of the four languages write them.
const BEFORE: [&str; 12] = [
    "agenda", "item", "point", "punto", "tema", "ponto", "items", "points", "puntos", "temas",
    "pontos", "itens",
];
/// What says that a number follows.
const NUMBER: [&str; 7] = ["number", "numero", "num.", "no.", "n..", "n.", "#"];

/// Strips "item", "item number", "n.º" and their translations.
fn strip_words(typed: &str) -> &str {
    let mut rest = typed;
    for words in [&BEFORE[..1], &BEFORE[1..], &NUMBER] {
        let found = words.iter().find_map(|word| {
            let start = rest.get(..word.len()).filter(|s| s.eq_ignore_ascii_case(word))?;
            let after = rest.get(start.len()..)?;
            // A mark may touch its number, a word may not.
            let is_end = after.starts_with(char::is_whitespace)
                || (!word.ends_with(char::is_alphabetic) && !after.is_empty());
            is_end.then(|| after.trim_start())
        });
        rest = found.unwrap_or(rest);
    }
    rest
}

/// The same in plain letters and digits: without accents, and not full-width, small or in a circle
/// (compatibility decomposition, UAX #15).
fn plain(typed: &str) -> String {
    let marked = typed.trim().replace(['º', '°'], ".").replace('№', "no.");
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd().normalize(&marked).into_owned();
    decomposed.chars().filter(|c| !is_mark(*c)).map(|c| if is_dash(c) { '-' } else { c }).collect()
}

/// A number with the letter that is written on to it: `3b`.
fn lettered(part: &str) -> Vec<&str> {
    let is_lettered = |(number, letter): &(&str, &str)| {
        !number.is_empty()
            && number.bytes().all(|b| b.is_ascii_digit())
            && letter.bytes().all(|b| b.is_ascii_alphabetic())
    };
    let split = part.split_at_checked(part.len().saturating_sub(1)).filter(is_lettered);
    split.map_or_else(|| vec![part], |(number, letter)| vec![number, letter])
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
