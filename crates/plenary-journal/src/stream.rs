//! Names of streams: one meeting's history, what was delivered to its people, what one platform
//! must remember of the meeting, and for which meeting its channels are (docs/stored-form.md,
//! Streams).

use std::fmt;
use std::str::FromStr;

/// The longest slug of a meeting, in ASCII characters.
pub const SLUG_CHARS_MAX: usize = 48;
/// The longest name of a stream, in bytes.
pub const STREAM_NAME_BYTES_MAX: usize = 120;

/// What the names of a journal's streams begin with; whatever else a store holds is none of it.
pub const PREFIXES: [&str; 4] = ["meeting-", "delivery-", "platform-", "places-"];

/// The name of one stream: `meeting-<slug>`, `delivery-<slug>`, `platform-<front>-<slug>` or
/// `places-<front>`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StreamName(Box<str>);

/// Why a text is not the name of a stream or of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a valid name: use 1 to {SLUG_CHARS_MAX} lower-case letters (a to z), digits and \
     hyphens"
)]
pub struct BadStreamName(pub String);

impl StreamName {
    /// The stream of the meeting with this slug (`[a-z0-9-]{1,48}`).
    pub fn meeting(slug: &str) -> Result<Self, BadStreamName> {
        check_slug(slug)?;
        Ok(Self(format!("meeting-{slug}").into()))
    }

    /// The stream of what one platform must remember of the meeting with this slug.
    pub fn platform(front: &str, slug: &str) -> Result<Self, BadStreamName> {
        check_front(front)?;
        check_slug(slug)?;
        Ok(Self(format!("platform-{front}-{slug}").into()))
    }

    /// The stream of the places of one platform, and for which meetings they are. No slug stands in
    /// its name, so none can meet it.
    pub fn places(front: &str) -> Result<Self, BadStreamName> {
        check_front(front)?;
        Ok(Self(format!("places-{front}").into()))
    }

    /// The stream of the notices delivered about the meeting with this slug.
    pub fn delivery(slug: &str) -> Result<Self, BadStreamName> {
        check_slug(slug)?;
        Ok(Self(format!("delivery-{slug}").into()))
    }

    /// The slug of the meeting, when this is a meeting's stream.
    pub fn meeting_slug(&self) -> Option<&str> {
        self.0.strip_prefix("meeting-")
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A front's name has no hyphen: otherwise `a-b` + `c` and `a` + `b-c` would be one stream.
fn check_front(front: &str) -> Result<(), BadStreamName> {
    check_slug(front)?;
    if front.contains('-') { Err(BadStreamName(front.to_owned())) } else { Ok(()) }
}

fn check_slug(slug: &str) -> Result<(), BadStreamName> {
    let fits = (1..=SLUG_CHARS_MAX).contains(&slug.len())
        && slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if fits { Ok(()) } else { Err(BadStreamName(slug.to_owned())) }
}

impl FromStr for StreamName {
    type Err = BadStreamName;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = PREFIXES.iter().find_map(|prefix| text.strip_prefix(prefix));
        match known {
            Some(rest)
                if !rest.is_empty()
                    && text.len() <= STREAM_NAME_BYTES_MAX
                    && rest
                        .bytes()
                        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') =>
            {
                Ok(Self(text.into()))
            }
            _ => Err(BadStreamName(text.to_owned())),
        }
    }
}

impl fmt::Display for StreamName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
