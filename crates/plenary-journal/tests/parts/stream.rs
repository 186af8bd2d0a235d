//! Names of streams.

use plenary_journal::stream::*;

#[test]
fn a_slug_is_lower_case_letters_digits_and_hyphens() {
    assert_eq!(StreamName::meeting("ciber-v").unwrap().as_str(), "meeting-ciber-v");
    for bad in ["", "Ciber", "a b", "é", &"a".repeat(SLUG_CHARS_MAX + 1)] {
        assert!(StreamName::meeting(bad).is_err(), "{bad:?} was taken");
    }
}

#[test]
fn a_name_reads_back_as_it_was_printed() {
    let names = [
        StreamName::meeting("ciber-v"),
        StreamName::delivery("ciber-v"),
        StreamName::platform("terminal", "ciber-v"),
        StreamName::places("terminal"),
    ];
    for name in names.map(Result::unwrap) {
        assert_eq!(name.to_string().parse::<StreamName>().unwrap(), name);
    }
    assert!(StreamName::places("a-b").is_err() && StreamName::platform("a-b", "c").is_err());
    assert!("something-else".parse::<StreamName>().is_err());
}
