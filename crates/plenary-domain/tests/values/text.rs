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
