//! One-time codes: derived, shown once, stored as a hash.

use std::fmt;

use data_encoding::HEXLOWER;
use plenary_domain::event::people::CodeHash;
use plenary_journal::Secret;
use plenary_journal::digest::keyed_hash;
use sha2::{Digest, Sha256};

use crate::RequestName;

/// The letters and digits of a code: those that are not mistaken for one another when read aloud
/// or from a fax.
const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// The length of a code, in characters of five bits: 80 bits.
pub const CODE_CHARS: usize = 16;
const GROUP_CHARS: usize = 4;

/// A one-time code, printed as `K7QD-2M4X-9TRA-P6WN`. It is in no log: `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// The code of the request with this name: the same whenever the request is redelivered.
    pub fn derive(secret: &Secret, request: &RequestName, index: usize) -> Self {
        let message = format!("plenary-code-v1\0{request}\0{index}");
        let hash = keyed_hash(secret.as_bytes(), message.as_bytes());
        let mut letters = String::with_capacity(CODE_CHARS);
        let mut bits = 0_u32;
        let mut held = 0_u32;
        for byte in hash {
            held = (held << 8) | u32::from(byte);
            bits += 8;
            while bits >= 5 && letters.len() < CODE_CHARS {
                bits -= 5;
                let index = (held >> bits) & 31;
                letters.push(char::from(ALPHABET[index as usize]));
                held &= (1 << bits) - 1;
            }
        }
        Self(letters)
    }

    /// Reads a code as people type it: any case, with or without hyphens and spaces.
    pub fn parse(typed: &str) -> Option<Self> {
        let letters: String = typed
            .chars()
            .filter(|c| !matches!(c, '-' | '–' | ' '))
            .map(|c| c.to_ascii_uppercase())
            .collect();
        let fits = letters.len() == CODE_CHARS && letters.bytes().all(|b| ALPHABET.contains(&b));
        fits.then_some(Self(letters))
    }

    /// What the event stores.
    pub fn hash(&self) -> CodeHash {
        let mut hasher = Sha256::new();
        hasher.update(b"plenary-code-v1\0");
        hasher.update(self.0.as_bytes());
        CodeHash(HEXLOWER.encode(&hasher.finalize()))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, letter) in self.0.chars().enumerate() {
            if index > 0 && index % GROUP_CHARS == 0 {
                f.write_str("-")?;
            }
            write!(f, "{letter}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(hidden)")
    }
}
