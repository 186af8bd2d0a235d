//! The number of an item at the beginning of what is said about it, as people write numbers.

use plenary_domain::names::fold;
use plenary_domain::reference::{ItemNumber, names_several};

use super::tokens::Word;

/// `7`, `VII`, `item 7`, `item number 7`, `3 (b)`; never a quotation, and never the English word
/// "I". What follows and belongs to a number, as in `III bis`, `2 and 3` and `7-9`, comes with it:
/// whoever looks the item up then says what is wrong, and no word of it is taken for the text.
pub(super) fn take_item(words: &[&Word]) -> Option<(String, usize)> {
    let texts: Vec<&str> =
        words.iter().take_while(|word| !word.quoted).map(|word| word.text.as_str()).collect();
    let first = texts.first()?;
    if is_i(first) && !begins_roman_list(&texts) {
        return None;
    }
    let count = match number_words(&texts) {
        Some(count) => count,
        // `7-9`, `7bis`
        None if names_several(first) || is_number_with_suffix(first) => 1,
        None => return None,
    };
    let mut end = count;
    if texts.get(end).is_some_and(|word| is_suffix(word)) {
        end += 1;
    }
    let is_roman = !texts.get(count - 1).is_some_and(|word| word.contains(char::is_numeric));
    let goes_on = |at: usize| {
        let next = texts.get(at).filter(|word| is_roman || word.contains(char::is_numeric));
        next.is_some_and(|word| ItemNumber::parse(word).is_some() && !is_i(word))
    };
    loop {
        let has_comma = texts.get(end - 1).is_some_and(|word| word.ends_with([',', ';', '-', '/']));
        if has_comma && goes_on(end) {
            end += 1;
        } else if texts.get(end).is_some_and(|word| JOINING.contains(&fold(word).as_str()))
            && goes_on(end + 1)
        {
            end += 2;
        } else {
            break;
        }
    }
    Some((texts.get(..end)?.join(" "), end))
}

/// Words and marks between two numbers, in the four languages, folded.
const JOINING: [&str; 15] =
    ["and", "or", "to", "through", "y", "e", "et", "o", "u", "ou", "a", "&", "-", "/", "+"];

/// The words with which a number begins, the longest that are one: `3`, `3 (b)`, `item number 7`.
fn number_words(texts: &[&str]) -> Option<usize> {
    let alone = ItemNumber::parse(texts.first()?).is_some();
    let ends_with_parts = |count: &usize| {
        *count == 1 || !alone || texts.get(count - 1).is_some_and(|word| word.starts_with('('))
    };
    let is_number = |count: &usize| {
        texts.get(..*count).is_some_and(|several| ItemNumber::parse(&several.join(" ")).is_some())
    };
    [5, 4, 3, 2, 1].into_iter().filter(ends_with_parts).find(is_number)
}

/// The English word, which looks like a Roman one.
fn is_i(word: &str) -> bool {
    word.trim_end_matches(',').eq_ignore_ascii_case("i")
}

/// `I, II`, `I and II`: more than one letter, so no English word.
fn begins_roman_list(texts: &[&str]) -> bool {
    let is_next = |at: usize| {
        texts.get(at).is_some_and(|word| word.len() > 1 && ItemNumber::parse(word).is_some())
    };
    let joins = texts.get(1).is_some_and(|word| JOINING.contains(&fold(word).as_str()));
    is_next(1) && texts.first().is_some_and(|first| first.ends_with(',')) || joins && is_next(2)
}

/// What is written behind the number of an item that was put in between.
fn is_suffix(word: &str) -> bool {
    ["bis", "ter", "quater"].contains(&fold(word).trim_end_matches(['.', ',', ':', ')']))
}

/// `7bis`
fn is_number_with_suffix(word: &str) -> bool {
    let at = word.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(word.len());
    at > 0 && word.get(at..).is_some_and(is_suffix)
}
