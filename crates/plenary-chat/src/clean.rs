//! What people wrote, made harmless for any screen: no control character, no change of direction,
//! nothing that cannot be seen. Each front end begins with this and adds what its own screen reads.

use plenary_domain::text::is_invisible;

/// What stands where a control character was.
const REPLACEMENT: char = '\u{fffd}';

/// The text with line breaks and without anything else that would steer a screen.
///
/// Nothing becomes wider: a tab is one blank, what cannot be seen goes without a trace.
pub fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.chars().filter_map(clean_char).collect()
}

/// The text in one line.
pub fn clean_line(text: &str) -> String {
    clean(text).replace('\n', " ")
}

fn clean_char(letter: char) -> Option<char> {
    match letter {
        '\n' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        _ if letter.is_control() => Some(REPLACEMENT),
        _ if is_invisible(letter) => None,
        _ => Some(letter),
    }
}
