//! What was said, by name: a verb and its arguments, whether they came as fields, stand in a draft,
//! or are carried by a button or a form.

use data_encoding::BASE32HEX_NOPAD;
use serde::{Deserialize, Serialize};

use crate::verb::{self, Args, Verb};

/// Stands between names and values where a press carries them.
const BETWEEN: char = '\u{1F}';

/// A verb with arguments by name, as far as they are said. They are checked when it is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Utterance {
    /// The verb.
    #[serde(with = "by_name")]
    pub verb: &'static Verb,
    /// The arguments by the names of the verb table, in order.
    pub args: Vec<(String, String)>,
}

impl Utterance {
    /// The verb that is typed like this, with these arguments; `None` when there is no such verb.
    pub fn new(typed: &str, args: Vec<(String, String)>) -> Option<Self> {
        verb::find(typed).map(|verb| Self { verb, args })
    }

    /// A verb with arguments that were read.
    pub(crate) fn of(verb: &'static Verb, args: &Args) -> Self {
        let owned = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        Self { verb, args: args.iter().map(owned).collect() }
    }

    /// The first value of an argument.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.args.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The arguments as the id of a press: lower-case letters and digits.
    pub(crate) fn packed(&self) -> String {
        let words = self.args.iter().flat_map(|(name, value)| [name.as_str(), value.as_str()]);
        let text = words.collect::<Vec<_>>().join(&BETWEEN.to_string());
        BASE32HEX_NOPAD.encode(text.as_bytes()).to_lowercase()
    }

    /// The verb whose words are joined like `comment-add`, with packed arguments; `None` when they
    /// were forged.
    pub(crate) fn unpacked(joined: &str, packed: &str) -> Option<Self> {
        let verb = verb::all().find(|verb| verb.joined() == joined)?;
        if packed.is_empty() {
            return Some(Self { verb, args: Vec::new() });
        }
        let bytes = BASE32HEX_NOPAD.decode(packed.to_uppercase().as_bytes()).ok()?;
        let text = String::from_utf8(bytes).ok()?;
        let words: Vec<&str> = text.split(BETWEEN).collect();
        let pairs = words.chunks(2).map(|pair| match pair {
            [name, value] => Some(((*name).to_owned(), (*value).to_owned())),
            _ => None,
        });
        Some(Self { verb, args: pairs.collect::<Option<_>>()? })
    }
}

mod by_name {
    use serde::{Deserialize, Deserializer, Serializer, de};

    use crate::verb::{self, Verb};

    pub(super) fn serialize<S: Serializer>(verb: &Verb, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(verb.said)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<&'static Verb, D::Error> {
        let said = String::deserialize(from)?;
        verb::find(&said).ok_or_else(|| de::Error::custom("a verb that this release does not have"))
    }
}
