//! What was said, by name: a verb and its arguments, whether they came as fields, stand in a draft,
//! or are carried by a button or a form.

use data_encoding::BASE32HEX_NOPAD;
use serde::{Deserialize, Serialize};

/// Stands between names and values where a press carries them.
const BETWEEN: char = '\u{1F}';

/// A verb with arguments by name, as far as they are said. Whether this release has the verb, and
/// what its arguments mean, is seen when it is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Utterance {
    /// The verb as it is typed, such as `comment add`.
    pub verb: String,
    /// The arguments by the names of the verb table, in order.
    pub args: Vec<(String, String)>,
}

impl Utterance {
    /// A verb as it is typed, with these arguments.
    pub fn new(verb: &str, args: Vec<(String, String)>) -> Self {
        Self { verb: verb.to_owned(), args }
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

    /// The verb's words joined: `comment-add`.
    pub(crate) fn joined(&self) -> String {
        self.verb.replace(' ', "-")
    }

    /// The verb whose words are joined like `comment-add`, with packed arguments; `None` when they
    /// were forged.
    pub(crate) fn unpacked(joined: &str, packed: &str) -> Option<Self> {
        let verb = joined.replace('-', " ");
        if packed.is_empty() {
            return (!verb.is_empty()).then_some(Self { verb, args: Vec::new() });
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
