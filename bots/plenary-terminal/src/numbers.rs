//! The numbers that can be typed to press a button.
//!
//! A number is not given twice until the next typed line closes them all: what somebody is about to
//! press cannot change under the finger, also not while notices arrive. A press closes nothing, so
//! that `Read` does not take `Approve` away and the same digit typed twice presses the same thing.

use plenary_chat::{Button, Press};

use plenary_chat::clean::clean_line;

/// The longest number that is read as a press, in digits.
const NUMBER_DIGITS_MAX: usize = 4;

/// What brought a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// An answer to this seat.
    Answer,
    /// Something that nobody asked for.
    Notice,
}

/// The open buttons.
#[derive(Debug, Default)]
pub struct Numbers {
    open: Vec<(Button, Origin)>,
}

impl Numbers {
    /// The number that the next button gets.
    pub fn next_free(&self) -> usize {
        self.open.len() + 1
    }

    /// Opens buttons under the next free numbers.
    pub fn open(&mut self, buttons: &[Button], origin: Origin) {
        self.open.extend(buttons.iter().map(|button| (button.clone(), origin)));
    }

    /// A line was typed that is no press: every number is closed and free again.
    pub fn close_all(&mut self) {
        self.open.clear();
    }

    /// What a number presses.
    pub fn press(&self, number: usize) -> Option<&Press> {
        let (button, _) = self.open.get(number.checked_sub(1)?)?;
        Some(&button.press)
    }

    /// What a label presses: the latest button of an answer with it, else the latest of a notice.
    pub fn labelled(&self, label: &str) -> Option<&Press> {
        let wanted = label.trim().to_lowercase();
        let of = |origin: Origin| {
            let mut open = self.open.iter().rev();
            open.find(|(button, from)| {
                *from == origin && button.label.trim().to_lowercase() == wanted
            })
        };
        of(Origin::Answer).or_else(|| of(Origin::Notice)).map(|(button, _)| &button.press)
    }

    /// The open buttons as they are drawn, or nothing.
    pub fn listed(&self) -> Option<String> {
        let drawn: Vec<String> = (1..)
            .zip(&self.open)
            .map(|(number, (button, _))| format!("[{number} {}]", clean_line(&button.label)))
            .collect();
        (!drawn.is_empty()).then(|| drawn.join(" "))
    }
}

/// The number that a line is, if it is nothing else.
pub fn number(line: &str) -> Option<usize> {
    let digits = line.trim();
    let is_number = !digits.is_empty()
        && digits.len() <= NUMBER_DIGITS_MAX
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { digits.parse().ok() } else { None }
}

/// The label that a line is, if it is nothing else: `[Approve]`.
pub fn label(line: &str) -> Option<&str> {
    let label = line.trim().strip_prefix('[')?.strip_suffix(']')?;
    (!label.trim().is_empty() && !label.contains(['[', ']'])).then_some(label)
}
