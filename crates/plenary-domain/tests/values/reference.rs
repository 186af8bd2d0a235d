//! Numbers of items as people type them.

use plenary_domain::reference::{ITEMS_MAX, ItemNumber, names_several, roman};

#[test]
fn an_item_is_found_by_any_usual_spelling_of_its_number() {
    for typed in [
        "7",
        "VII",
        "vii",
        "item 7",
        "Item VII",
        "item number VII",
        "punto 7",
        "7.",
        "ítem 7",
        "agenda item 7",
        "item no. 7",
        "no. 7",
        "№7",
        "№ 7",
        "#7",
        "item #7",
        "n.º 7",
        "nº 7",
        "n° 7",
        "punto núm. 7",
        "７",
        "Ⅶ",
        "⑦",
        "07",
        "items 7",
        "7;",
    ] {
        assert_eq!(ItemNumber::parse(typed), Some(ItemNumber(vec![7])), "{typed}");
    }
    for (typed, read) in [
        ("2.1", "2.1"),
        ("3(b)", "3.2"),
        ("3 (b)", "3.2"),
        ("3. (b)", "3.2"),
        ("3.b", "3.2"),
        ("3b", "3.2"),
        ("3B)", "3.2"),
        ("３（ｂ）", "3.2"),
        ("3(B).", "3.2"),
        ("III.b", "3.2"),
        ("item 3(b)(ii)", "3.2.2"),
        ("3.2(iv)", "3.2.4"),
        ("(7)", "7"),
    ] {
        assert_eq!(ItemNumber::parse(typed).unwrap().to_string(), read, "{typed}");
    }
}

#[test]
fn what_is_not_a_number_is_not_read_as_one() {
    for typed in [
        "", "0", "IIII", "VX", "seven", "7bis", "-1", "no 7", "items", "#", "no.", "7th", "1..2",
        "1.2.3.4", "mix", "2.0", "Li", "Xi", "li", "III bis", "2 and 3", "3(bb)", "b", "3()",
        "(b)",
    ] {
        assert_eq!(ItemNumber::parse(typed), None, "{typed}");
    }
}

#[test]
fn several_numbers_are_told_from_one() {
    for typed in ["2 and 3", "7-9", "7–9", "2, 3 y 4", "items 2 & 3", "7/8", "VII, VIII", "２，３"]
    {
        assert!(names_several(typed), "{typed}");
    }
    for typed in ["7", "item 7", "3 (ii)", "3(b)", "III bis", "2007-10-29", "7.", "x-y"] {
        assert!(!names_several(typed), "{typed}");
    }
}

#[test]
fn roman_numerals_read_back() {
    for number in 1..=ITEMS_MAX as u32 {
        assert_eq!(ItemNumber::parse(&roman(number)), Some(ItemNumber(vec![number])));
    }
}
