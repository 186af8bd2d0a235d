//! The name of a request: by it the same request, sent again, is recognised.

use std::fmt;

/// The longest name, in bytes (docs/stored-form.md, Id).
pub const REQUEST_NAME_BYTES_MAX: usize = 100;

/// A request's own name: printable ASCII, such as `story:<hash>` or `draft:<id>`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RequestName(Box<str>);

/// A text is not the name of a request.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` cannot name a request: 1 to {REQUEST_NAME_BYTES_MAX} printable ASCII characters")]
pub struct BadRequestName(pub String);

impl RequestName {
    /// The name, if it is one.
    pub fn new(name: &str) -> Result<Self, BadRequestName> {
        let fits = (1..=REQUEST_NAME_BYTES_MAX).contains(&name.len())
            && name.bytes().all(|b| b.is_ascii_graphic());
        if fits { Ok(Self(name.into())) } else { Err(BadRequestName(name.to_owned())) }
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RequestName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
