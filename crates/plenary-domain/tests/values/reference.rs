//! Numbers of items as people type them.

use plenary_domain::reference::{ITEMS_MAX, ItemNumber, roman};

#[test]
fn an_item_is_found_by_any_usual_spelling_of_its_number() {
    for typed in ["7", "VII", "vii", "item 7", "Item VII", "item number VII", "punto 7", "7."] {
        assert_eq!(ItemNumber::parse(typed), Some(ItemNumber(vec![7])), "{typed}");
    }
    assert_eq!(ItemNumber::parse("2.1").unwrap().to_string(), "2.1");
}

#[test]
fn what_is_not_a_number_is_not_read_as_one() {
    for typed in ["", "0", "IIII", "VX", "seven", "7a", "-1", "1..2", "1.2.3.4", "mix", "2.0"] {
        assert_eq!(ItemNumber::parse(typed), None, "{typed}");
    }
}

#[test]
fn roman_numerals_read_back() {
    for number in 1..=ITEMS_MAX as u32 {
        assert_eq!(ItemNumber::parse(&roman(number)), Some(ItemNumber(vec![number])));
    }
}
