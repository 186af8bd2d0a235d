//! Splits a typed line into words, keeping quotations together and where each word stands.

use super::Misread;

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
pub(super) fn split(line: &str) -> Result<Vec<Word>, Misread> {
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

fn read_word(letters: &[char], from: usize) -> Result<(Word, usize), Misread> {
    let mut at = from;
    let mut text = String::new();
    let mut name = None;
    let mut quoted = false;
    while let Some(letter) = letters.get(at).copied().filter(|c| !c.is_whitespace()) {
        let value_starts = text.is_empty();
        if value_starts && OPENING.contains(&letter) {
            let end = (at + 1..letters.len()).find(|i| {
                let ends = letters.get(*i).is_some_and(|c| closes(letter, *c));
                // A quotation ends before white space or the end, so that “24” inside is kept.
                ends && letters.get(i + 1).is_none_or(|c| c.is_whitespace())
            });
            let end = end.ok_or(Misread::OpenQuote { from: at })?;
            text = letters.get(at + 1..end).unwrap_or_default().iter().collect();
            quoted = true;
            at = end + 1;
            break;
        }
        if letter == ':' && name.is_none() && is_name(&text) {
            name = Some(std::mem::take(&mut text));
        } else {
            text.push(letter);
        }
        at += 1;
    }
    Ok((Word { text, name, quoted, from, to: at }, at))
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_are_one_word_and_names_are_told_from_values() {
        let words = split(r#"edit add "The “24/7” network." footnote:"As printed: 1" cites:x"#);
        let words = words.unwrap();
        let texts: Vec<_> = words.iter().map(|w| (w.name.as_deref(), w.text.as_str())).collect();
        let expected = [
            (None, "edit"),
            (None, "add"),
            (None, "The “24/7” network."),
            (Some("footnote"), "As printed: 1"),
            (Some("cites"), "x"),
        ];
        assert_eq!(texts, expected);
        assert_eq!((words[0].from, words[0].to), (0, 4));
        assert_eq!(split("say \"no end").unwrap_err(), Misread::OpenQuote { from: 4 });
    }
}
