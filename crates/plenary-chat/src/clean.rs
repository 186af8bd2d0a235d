//! What people wrote, made harmless for any screen: no control character, no change of direction,
//! nothing that cannot be seen. Each front end begins with this and adds what its own screen reads.

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
        _ if turns_direction(letter) || is_unseen(letter) => None,
        _ => Some(letter),
    }
}

/// Marks by which a text can be shown in another order than it was written.
fn turns_direction(letter: char) -> bool {
    matches!(letter,
        '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Marks without a shape in which words can be hidden. The joiners of emoji and of Persian stay.
fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{00ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
