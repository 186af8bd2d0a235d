//! Numbers for buttons.

use plenary_chat::Action;
use plenary_domain::EditionId;

use plenary_chat::{Button, Press};
use plenary_terminal::numbers::*;

fn button(label: &str, seen: u64) -> Button {
    let press = Press::new(Action::PaperApprove(EditionId(1)), seen);
    Button { label: label.to_owned(), press }
}

fn seen(press: Option<&Press>) -> Option<u64> {
    press.map(|press| press.seen)
}

#[test]
fn no_number_is_given_twice_before_the_next_typed_line() {
    let mut numbers = Numbers::default();
    numbers.open(&[button("Read", 1), button("Approve", 2)], Origin::Answer);
    assert_eq!(numbers.next_free(), 3);
    numbers.open(&[button("Confirm", 3)], Origin::Notice);
    assert_eq!([1, 2, 3].map(Some), [1, 2, 3].map(|at| seen(numbers.press(at))));
    assert_eq!((seen(numbers.press(0)), seen(numbers.press(4))), (None, None));
    assert_eq!(numbers.listed().as_deref(), Some("[1 Read] [2 Approve] [3 Confirm]"));
    numbers.close_all();
    assert_eq!((numbers.next_free(), numbers.listed()), (1, None));
    assert_eq!(seen(numbers.press(1)), None);
}

#[test]
fn a_label_presses_the_latest_answer_and_no_notice_comes_before_it() {
    let mut numbers = Numbers::default();
    numbers.open(&[button("Read", 4), button("Read", 5)], Origin::Answer);
    numbers.open(&[button("Read", 6), button("Confirm", 3)], Origin::Notice);
    assert_eq!(seen(numbers.labelled("read ")), Some(5));
    assert_eq!(seen(numbers.labelled("Confirm")), Some(3));
    assert_eq!(seen(numbers.labelled("Approve")), None);
}

#[test]
fn only_a_bare_number_or_label_is_a_press() {
    assert_eq!([number(" 12 "), number("12345"), number("1 x"), number("")], {
        [Some(12), None, None, None]
    });
    assert_eq!(number("-1").or(number("١")), None);
    assert_eq!([label(" [Send back] "), label("[a] [b]"), label("[]"), label("a]")], {
        [Some("Send back"), None, None, None]
    });
}
