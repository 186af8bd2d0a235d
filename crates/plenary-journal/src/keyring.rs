//! Keys of persons and the installation's secret, kept apart from the entries that they open
//! (docs/stored-form.md, Keyring, Sealing).
//!
//! A key that was forgotten stays forgotten: no keyring makes it again. Calls block (a folder is
//! synchronised); callers on an async runtime use a blocking thread.

pub mod folder;
pub mod memory;
pub mod moving;

use std::fmt;

use zeroize::Zeroizing;

use crate::random::RandomError;
use crate::stream::{STREAM_NAME_BYTES_MAX, StreamName};

pub use folder::FolderKeyring;
pub use memory::MemoryKeyring;
pub use moving::{export, import};

/// The length of a key and of the installation's secret, in bytes.
pub const KEY_BYTES: usize = 32;
/// The longest id of a person in the name of a key, in ASCII characters.
pub const PERSON_CHARS_MAX: usize = 64;
/// The name under which the installation's secret is kept and moved.
pub const SECRET_NAME: &str = "installation.secret";

/// One person's key. Its bytes are wiped when it is dropped and never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(Zeroizing<[u8; KEY_BYTES]>);

/// The installation's secret: salts and one-time codes are derived from it. Its bytes are wiped
/// when it is dropped and never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<[u8; KEY_BYTES]>);

impl Key {
    /// The key with these bytes.
    pub fn new(bytes: [u8; KEY_BYTES]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The 32 bytes.
    pub fn as_bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }
}

impl Secret {
    /// The secret with these bytes.
    pub fn new(bytes: [u8; KEY_BYTES]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The 32 bytes.
    pub fn as_bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(hidden)")
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(hidden)")
    }
}

/// What a keyring knows of one person's key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyState {
    /// The key.
    Known(Key),
    /// The person was forgotten; this key is never made again.
    Forgotten,
    /// There has been no such key here.
    Missing,
}

/// The name of one person's key: `<slug>.<person>`, such as `ciber-v.h2`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyName(Box<str>);

impl KeyName {
    /// The key of `person` in the meeting (or part of a stream's name) `slug`. Both consist of
    /// `a-z`, `0-9` and `-`; the bounds are [`STREAM_NAME_BYTES_MAX`] and [`PERSON_CHARS_MAX`].
    pub fn new(slug: &str, person: &str) -> Result<Self, KeyringError> {
        let name = format!("{slug}.{person}");
        let fits = |part: &str, most: usize| {
            (1..=most).contains(&part.len())
                && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        if fits(slug, STREAM_NAME_BYTES_MAX)
            && fits(person, PERSON_CHARS_MAX)
            && name != SECRET_NAME
        {
            Ok(Self(name.into()))
        } else {
            Err(KeyringError::BadName(name))
        }
    }

    /// Reads `<slug>.<person>`.
    pub fn parse(name: &str) -> Result<Self, KeyringError> {
        let bad = || KeyringError::BadName(name.to_owned());
        let (slug, person) = name.split_once('.').ok_or_else(bad)?;
        Self::new(slug, person)
    }

    /// The name as text, which is also the name of the file.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KeyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What went wrong with keys.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyringError {
    /// A name outside `<slug>.<person>`.
    #[error("`{0}` is not the name of a key; a name looks like ciber-v.h3")]
    BadName(String),
    /// The folder or a file in it cannot be used.
    #[error("the key folder cannot be used: {0}")]
    Unavailable(String),
    /// A key's file has neither 32 bytes nor none.
    #[error(
        "the key `{name}` is damaged: its file has {bytes} bytes and should have {KEY_BYTES}; \
         restore it from a backup of the keys"
    )]
    Damaged {
        /// The key's name.
        name: String,
        /// How many bytes its file has.
        bytes: u64,
    },
    /// These are not the keys with which this journal was written.
    #[error(
        "these keys do not belong to this journal ({stream} was written with others). Set the \
         setting keys to the right folder, or restore it from a backup. No key was created"
    )]
    Foreign {
        /// A stream that this installation wrote with another secret.
        stream: StreamName,
    },
    /// No random bytes for a new key.
    #[error(transparent)]
    NoRandom(#[from] RandomError),
    /// An import would change what is here; nothing was changed.
    #[error("a different key `{0}` already exists here; nothing was imported")]
    Different(String),
    /// A line of an import is not a key.
    #[error("line {line} is not a key: {why}; nothing was imported")]
    BadLine {
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        why: String,
    },
}

/// Where keys are kept. Object-safe; calls block.
pub trait Keyring: Send + Sync {
    /// The installation's secret, made on first use.
    fn secret(&self) -> Result<Secret, KeyringError>;

    /// The installation's secret if there is one; nothing is made.
    fn existing_secret(&self) -> Result<Option<Secret>, KeyringError>;

    /// What is known of the key `name`.
    fn key(&self, name: &KeyName) -> Result<KeyState, KeyringError>;

    /// The key `name`, made if it has never been; durable before the answer. Of two who make it at
    /// once, both get the one key. A forgotten key stays [`KeyState::Forgotten`].
    fn make(&self, name: &KeyName) -> Result<KeyState, KeyringError>;

    /// Forgets the key `name` for ever, whether or not it has been made; durable before the answer.
    fn forget(&self, name: &KeyName) -> Result<(), KeyringError>;

    /// Every name that has or had a key, in order.
    fn names(&self) -> Result<Vec<KeyName>, KeyringError>;

    /// Takes over a key from elsewhere; refused with [`KeyringError::Different`] if another key
    /// (or a forgotten one) has this name.
    fn adopt(&self, name: &KeyName, key: &Key) -> Result<(), KeyringError>;

    /// Takes over a secret from elsewhere; refused with [`KeyringError::Different`] if there is
    /// another.
    fn adopt_secret(&self, secret: &Secret) -> Result<(), KeyringError>;

    /// Whether an answer may take as long as a disk does.
    fn waits_for_disk(&self) -> bool {
        true
    }
}
