//! Splits a typed line into words, keeping quotations together and where each word stands.

use crate::verb::ParseError;

/// One word of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// The word without its quotation marks; of `name:"value"` the value.
    pub(super) text: String,
    /// The name in `name:value`.
    pub(super) name: Option<String>,
    /// Whether it was quoted, so that it is text and nothing else.
    pub(super) quoted: bool,
    /// The first character.
    pub(super) from: usize,
    /// The character after the last.
    pub(super) to: usize,
}

const OPENING: [char; 3] = ['"', '“', '«'];

fn closes(opening: char, c: char) -> bool {
    match opening {
        '“' => c == '”',
        '«' => c == '»',
        _ => c == '"',
    }
}

/// The words of a line.
pub(super) fn split(line: &str) -> Result<Vec<Word>, ParseError> {
    let letters: Vec<char> = line.chars().collect();
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        if letter.is_whitespace() {
            at += 1;
            continue;
        }
        let (word, next) = read_word(&letters, at)?;
        words.push(word);
        at = next;
    }
    Ok(words)
}

fn read_word(letters: &[char], from: usize) -> Result<(Word, usize), ParseError> {
    let mut at = from;
    let mut text = String::new();
    let mut name = None;
    let mut quoted = false;
    while let Some(letter) = letters.get(at).copied().filter(|c| !c.is_whitespace()) {
        let value_starts = text.is_empty();
        if value_starts
            && OPENING.contains(&letter)
            && let Some(end) = end_of(letters, at)?
        {
            text = letters.get(at + 1..end).unwrap_or_default().iter().collect();
            quoted = true;
            at = end + 1;
            break;
        }
        if letter == ':' && name.is_none() && is_name(&text) {
            name = Some(std::mem::take(&mut text).to_lowercase());
        } else {
            text.push(letter);
        }
        at += 1;
    }
    Ok((Word { text, name, quoted, from, to: at }, at))
}

/// Where the quotation that opens here closes; `None` when it is only a part of its word, such as
/// `“24/7”-network`. It closes before white space or the end, so that “24” inside is kept, and as
/// often as it was opened.
fn end_of(letters: &[char], at: usize) -> Result<Option<usize>, ParseError> {
    let opening = letters.get(at).copied().unwrap_or_default();
    let is_paired = opening != '"';
    let mut depth = 1_usize;
    let mut is_part = false;
    for (index, letter) in letters.iter().enumerate().skip(at + 1) {
        if is_paired && *letter == opening {
            depth += 1;
        } else if closes(opening, *letter) {
            depth -= usize::from(is_paired);
            let is_last = letters.get(index + 1).is_none_or(|c| c.is_whitespace());
            match (is_last, is_paired, depth) {
                (true, false, _) | (true, true, 0) => return Ok(Some(index)),
                (false, true, 0) => return Ok(None),
                (false, false, _) => is_part = true,
                (_, true, _) => {}
            }
        }
    }
    if is_part { Ok(None) } else { Err(ParseError::OpenQuote { from: at }) }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-')
}
