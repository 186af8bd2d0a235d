//! Lines that fit a screen.

use plenary_terminal::wrap::*;

#[test]
fn no_line_is_wider_than_the_screen_also_with_wide_letters() {
    let (wide, long) = ("議題".repeat(60), "x".repeat(200));
    let text = format!("{wide} and {}{long} 👩‍⚖️👩‍⚖️ e\u{301}", "word ".repeat(50));
    for columns in [2, 3, 20, 79, 80] {
        let lines = wrap(&text, columns);
        assert!(lines.iter().all(|line| width(line) <= columns), "{columns}: {lines:?}");
        let squeezed = |text: &str| text.replace(' ', "");
        assert_eq!(squeezed(&lines.concat()), squeezed(&text), "{columns}");
    }
}

#[test]
fn lines_break_between_words_and_keep_their_own_breaks() {
    assert_eq!(wrap("one two three", 8), ["one two", "three"]);
    assert_eq!(wrap("a\n\nb", 8), ["a", "", "b"]);
    assert_eq!(wrap("  in  two", 20), ["  in  two"]);
    assert_eq!(wrap("abcdefgh ij", 4), ["abcd", "efgh", "ij"]);
    assert_eq!(wrap("議題議", 4), ["議題", "議"]);
    assert_eq!(wrap("", 4), [""]);
}
