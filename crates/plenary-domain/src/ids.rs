//! The numbers by which facts name people and things (docs/stored-form.md, Ids inside data).
//!
//! They are counters set by `decide`, never reused. An item's id is not its number on the agenda:
//! numbers belong to an edition, ids follow the item through all of them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::ledger::Id;

/// The highest number of an id. No meeting comes near; a forged one cannot overflow the counters.
pub const ID_NUMBER_MAX: u32 = 999_999_999;

/// A text is not an id of the expected kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadId {
    /// What was given.
    pub given: String,
    /// The letter that ids of this kind start with.
    pub letter: char,
}

impl fmt::Display for BadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not `{}` and a number", self.given, self.letter)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $letter:literal),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The letter before the number in stored data, in lower case.
            pub const LETTER: char = $letter;

            /// As people see it: `C4`, `N7`, `D1`.
            pub fn shown(self) -> String {
                format!("{}{}", Self::LETTER.to_ascii_uppercase(), self.0)
            }
        }

        impl Id for $name {
            const FIRST: Self = Self(1);

            fn next(self) -> Self {
                Self(self.0 + 1)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}{}", Self::LETTER, self.0)
            }
        }

        impl FromStr for $name {
            type Err = BadId;

            fn from_str(text: &str) -> Result<Self, BadId> {
                let mut letters = text.chars();
                let starts = letters.next().is_some_and(|c| c.eq_ignore_ascii_case(&Self::LETTER));
                let digits = letters.as_str();
                let plain = !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit());
                match digits.parse() {
                    Ok(number) if starts && plain && number <= ID_NUMBER_MAX => Ok(Self(number)),
                    _ => Err(BadId { given: text.to_owned(), letter: Self::LETTER }),
                }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(de::Error::custom)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "pattern": concat!("^", $letter, "[1-9][0-9]*$"),
                })
            }
        }
    )+};
}

ids! {
    /// A person in one meeting.
    PersonId = 'h',
    /// An agenda item, whatever its number in an edition.
    ItemId = 'i',
    /// A comment.
    CommentId = 'c',
    /// A nomination: one person named by one delegation.
    NominationId = 'n',
    /// A request to present or report under an item, on one topic.
    PresentationId = 'q',
    /// An edition: a paper at one revision.
    EditionId = 'e',
    /// A decision put to the meeting.
    DecisionId = 'd',
    /// A one-time code.
    CodeId = 'k',
    /// A sitting: one continuous part of the meeting in session.
    SittingNumber = 's',
}
