//! The roll: the dated list, with its source, of states and others invited.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::names::fold;
use crate::stored::{apply, stored, word};

/// The longest code of a delegation, in ASCII characters.
pub const DELEGATION_CODE_CHARS_MAX: usize = 12;

/// A delegation's code on the roll, such as `BRA`: upper-case ASCII letters, digits, hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String")]
pub struct DelegationCode(#[cfg_attr(feature = "schema", schemars(with = "String"))] String);

/// A text is not a delegation's code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadDelegationCode(pub String);

impl DelegationCode {
    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for DelegationCode {
    type Err = BadDelegationCode;

    fn from_str(text: &str) -> Result<Self, BadDelegationCode> {
        let fits = (1..=DELEGATION_CODE_CHARS_MAX).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-');
        if fits { Ok(Self(text.to_owned())) } else { Err(BadDelegationCode(text.to_owned())) }
    }
}

impl TryFrom<String> for DelegationCode {
    type Error = BadDelegationCode;

    fn try_from(text: String) -> Result<Self, BadDelegationCode> {
        text.parse()
    }
}

impl fmt::Display for BadDelegationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not a delegation's code", self.0)
    }
}

impl fmt::Display for DelegationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// As what a delegation takes part (CP/RES. 76 (84/72), arts. 2–6).
#[apply(word!)]
pub enum Standing {
    /// A member state: proposes, objects, decides.
    Member,
    /// A permanent or other observer: speaks, does not decide.
    Observer,
    /// An organisation invited: speaks, does not decide.
    Organization,
}

/// One line of the roll.
#[apply(stored!)]
pub struct RollLine {
    /// The code by which facts name the delegation.
    pub code: DelegationCode,
    /// The name as it is printed.
    pub name: String,
    /// As what it takes part.
    pub standing: Standing,
}

/// Finds a delegation by its code or name, however its letters are written; `None` when there is
/// none. A name with the same marks goes before one that differs in them.
pub fn find<'r>(lines: &'r [RollLine], typed: &str) -> Option<&'r RollLine> {
    let (typed, wanted) = (typed.trim().to_lowercase(), fold(typed));
    lines
        .iter()
        .find(|line| line.code.as_str().to_lowercase() == typed)
        .or_else(|| lines.iter().find(|line| line.name.to_lowercase() == typed))
        .or_else(|| lines.iter().find(|line| fold(&line.name) == wanted))
}
