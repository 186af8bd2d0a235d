//! No control character of anybody reaches a screen.

use std::ops::RangeInclusive;

use plenary_chat::clean::{clean, clean_line};

/// Marks that turn the direction of a text, and marks without a shape (Unicode, `Bidi_Control` and
/// `Default_Ignorable_Code_Point`, without the joiners of emoji and of Persian).
const HIDDEN: &[RangeInclusive<char>] = &[
    '\u{061c}'..='\u{061c}',
    '\u{200e}'..='\u{200f}',
    '\u{202a}'..='\u{202e}',
    '\u{2066}'..='\u{2069}',
    '\u{00ad}'..='\u{00ad}',
    '\u{180e}'..='\u{180e}',
    '\u{200b}'..='\u{200b}',
    '\u{2060}'..='\u{2065}',
    '\u{206a}'..='\u{206f}',
    '\u{feff}'..='\u{feff}',
    '\u{fff9}'..='\u{fffb}',
    '\u{e0000}'..='\u{e007f}',
];

#[test]
fn no_control_character_and_no_turn_of_direction_comes_through() {
    let hostile: String = (0..=0x10_ffff_u32).filter_map(char::from_u32).collect();
    let cleaned = clean(&hostile);
    assert!(cleaned.chars().all(|letter| letter == '\n' || !letter.is_control()));
    let is_hidden = |letter| HIDDEN.iter().any(|marks| marks.contains(&letter));
    assert!(!cleaned.contains(is_hidden));
    assert_eq!(clean("red \u{1b}[31m \u{9b}1m \u{202e}txt"), "red \u{fffd}[31m \u{fffd}1m txt");
}

#[test]
fn ordinary_writing_stays_as_it_was() {
    for text in ["Año, €, “quoted”", "議題 2", "a\nb", "👩\u{200d}⚖\u{fe0f}", "e\u{301}"]
    {
        assert_eq!(clean(text), text);
    }
    assert_eq!(clean("a\r\nb\tc"), "a\nb c");
    assert_eq!(clean_line("a\nb"), "a b");
}
