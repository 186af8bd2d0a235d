//! A refusal never repeats what may be a one-time code, also a mistyped one: screens are shared and
//! logs of chats are kept.

use plenary_service::code::CODE_CHARS;

use crate::response::{Part, Response};

/// What stands for a code.
const MASK: &str = "****";
/// How many characters a mistyped code may lack or have too many.
const SLIPS_MAX: usize = 2;

/// The same response without anything in it that looks like a code.
pub(super) fn without_codes(mut response: Response) -> Response {
    let shows_code =
        |part: &Part| matches!(part, Part::Pointer { line, .. } if masked(line) != *line);
    response.parts.retain(|part| !shows_code(part));
    for part in &mut response.parts {
        if let Part::Text(text) | Part::Quote(text) | Part::Heading(text) = part {
            *text = masked(text);
        }
    }
    response
}

fn masked(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut word = String::new();
    for letter in text.chars().chain(std::iter::once(' ')) {
        if letter.is_ascii_alphanumeric() || letter == '-' {
            word.push(letter);
            continue;
        }
        shown.push_str(if looks_like_a_code(&word) { MASK } else { &word });
        word.clear();
        shown.push(letter);
    }
    shown.pop();
    shown
}

/// Sixteen letters and digits or nearly so: in groups of four, or letters and digits mixed.
fn looks_like_a_code(word: &str) -> bool {
    let count = word.chars().filter(char::is_ascii_alphanumeric).count();
    let mut groups = word.split('-').filter(|group| !group.is_empty());
    let is_grouped = word.matches('-').count() >= 2 && groups.all(|group| group.len() <= 5);
    let is_mixed = word.chars().any(|c| c.is_ascii_digit())
        && word.chars().any(|c| c.is_ascii_alphabetic())
        && !word.contains('-');
    count.abs_diff(CODE_CHARS) <= SLIPS_MAX && (is_grouped || is_mixed)
}
