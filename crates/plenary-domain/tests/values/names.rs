//! Names as people type them.

use plenary_domain::names::{fold, is_part};

#[test]
fn one_name_is_the_same_in_every_form_of_its_letters() {
    for (given, typed) in [
        ("Côte d'Ivoire", "Co\u{302}te d’Ivoire"),
        ("Côte d'Ivoire", "COTE  D‘IVOIRE"),
        ("Türkiye", "Tu\u{308}rkiye"),
        ("São Tomé and Príncipe", "sao tome and principe"),
        ("Guinea-Bissau", "Guinea‐Bissau"),
        ("Ｐｅｒｕ", "Peru"),
    ] {
        assert_eq!(fold(given), fold(typed), "{given}, {typed}");
    }
    for (one, other) in [("Niger", "Nigeria"), ("Iran", "Iraq"), ("Guinea", "Guyana")] {
        assert_ne!(fold(one), fold(other));
    }
}

#[test]
fn a_part_of_a_name_is_its_words_or_their_beginnings_in_order() {
    let name = fold("Bolivia (Plurinational State of)");
    for part in ["Bolivia", "boliv", "Plurinational State", "bolivia plurinational"] {
        assert!(is_part(&fold(part), &name), "{part}");
    }
    for other in ["", "-", "olivia", "State Bolivia", "Bolivias"] {
        assert!(!is_part(&fold(other), &name), "{other}");
    }
}
