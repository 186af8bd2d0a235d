//! The bounds of texts.

use plenary_domain::text::*;

#[test]
fn a_text_is_bounded_and_free_of_control_characters() {
    assert!(check(TextField::Title, "24 hours/7 days “Network”\nand more").is_ok());
    for bad in ["", " \n ", "a\tb", "a\u{0}", "a\u{202E}b", &"x".repeat(TITLE_CHARS_MAX + 1)] {
        assert!(check(TextField::Title, bad).is_err(), "{bad:?} was taken");
    }
    assert!(check(TextField::Title, &"é".repeat(TITLE_CHARS_MAX)).is_ok());
}

#[test]
fn what_no_screen_shows_or_what_breaks_a_line_elsewhere_is_in_no_text() {
    let hidden =
        ['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}', '\u{180e}', '\u{e0041}', '\u{fff9}'];
    let turning = ['\u{61c}', '\u{200e}', '\u{202a}', '\u{202e}', '\u{2066}', '\u{2069}'];
    let breaking = ['\r', '\u{85}', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}'];
    for c in hidden.into_iter().chain(turning).chain(breaking) {
        let text = format!("one{c}two");
        let code = c as u32;
        let fault = BoundsFault::Control { field: TextField::Comment, code };
        assert_eq!(check(TextField::Comment, &text), Err(fault), "U+{code:04X}");
        assert!(!visible(&text).contains(c), "U+{code:04X} is repeated as it is");
    }
    // Letters with marks, the joiners of Persian and of emoji, wide spaces: all can be seen.
    for text in
        ["می\u{200c}خواهم", "👩\u{200d}⚖\u{fe0f}", "n\u{303}", "10\u{a0}000", "1\u{202f}000"]
    {
        assert_eq!(check(TextField::Comment, text), Ok(()), "{text}");
        assert_eq!(visible(text), text);
    }
}
