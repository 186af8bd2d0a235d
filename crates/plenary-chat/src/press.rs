//! A press on a button: at most 100 ASCII bytes, `1|verb.press|id|entry-seen`.
//!
//! Discord's `custom_id` is it, the terminal maps a typed digit to it. It carries no authority: who
//! presses is looked up and authorised again.

use std::fmt;
use std::str::FromStr;

/// The longest press, in bytes.
pub const PRESS_BYTES_MAX: usize = 100;
const FORM: &str = "1";

/// What a button means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Press {
    /// The group and what is done, such as `paper.approve`.
    pub verb: String,
    /// The id or draft that it is done to.
    pub id: String,
    /// The last entry that its reader had seen.
    pub seen: u64,
}

impl Press {
    /// A press of this meaning.
    pub fn new(verb: &str, id: impl fmt::Display, seen: u64) -> Self {
        Self { verb: verb.to_owned(), id: id.to_string(), seen }
    }
}

/// A text is not a press of this release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadPress;

impl FromStr for Press {
    type Err = BadPress;

    fn from_str(text: &str) -> Result<Self, BadPress> {
        if text.len() > PRESS_BYTES_MAX || !text.is_ascii() {
            return Err(BadPress);
        }
        let mut parts = text.split('|');
        let fields = (parts.next(), parts.next(), parts.next(), parts.next(), parts.next());
        let (Some(FORM), Some(verb), Some(id), Some(seen), None) = fields else {
            return Err(BadPress);
        };
        let word = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-');
        if verb.is_empty() || !verb.bytes().all(word) || !id.bytes().all(word) {
            return Err(BadPress);
        }
        let seen = seen.parse().map_err(|_| BadPress)?;
        Ok(Self { verb: verb.to_owned(), id: id.to_owned(), seen })
    }
}

impl fmt::Display for Press {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{FORM}|{}|{}|{}", self.verb, self.id, self.seen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_press_reads_back_and_a_forged_one_does_not() {
        let press = Press::new("paper.approve", "e2", 41);
        assert_eq!(press.to_string(), "1|paper.approve|e2|41");
        assert_eq!(press.to_string().parse(), Ok(press));
        for bad in ["", "2|a|b|1", "1|a|b", "1|a|b|c", "1|a|b|1|x", "1|A|b|1", "1|a|b c|1"] {
            assert_eq!(bad.parse::<Press>(), Err(BadPress), "{bad}");
        }
        assert!(format!("1|a|{}|1", "x".repeat(PRESS_BYTES_MAX)).parse::<Press>().is_err());
    }
}
