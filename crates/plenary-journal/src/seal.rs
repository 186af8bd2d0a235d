//! Sealing of personal data (docs/stored-form.md, Sealing): deterministic, so that a repeated
//! append has the same bytes, and bound to its place, so that a sealed text moved elsewhere does
//! not open.

use aes_gcm_siv::aead::{Aead, Payload};
use aes_gcm_siv::{Aes256GcmSiv, KeyInit};
use data_encoding::BASE64URL_NOPAD;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::StreamName;
use crate::digest::length_prefix;
use crate::keyring::Key;

/// A sealed plaintext is padded to a multiple of this, in bytes, so that its length says little.
pub const PADDING_BYTES: usize = 256;
/// The longest plaintext that is sealed, in bytes.
pub const PLAINTEXT_BYTES_MAX: usize = 64 * 1024;

const LENGTH_BYTES: usize = 4;
const NONCE_BYTES: usize = 12;

/// Where a sealed text belongs; it opens nowhere else.
#[derive(Clone, Copy, Debug)]
pub struct SealPlace<'a> {
    /// The stream of the entry.
    pub stream: &'a StreamName,
    /// The id of the entry.
    pub id: &'a Uuid,
    /// The kind of the entry.
    pub kind: &'a str,
}

/// Why something was not sealed or not opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The plaintext is longer than [`PLAINTEXT_BYTES_MAX`].
    #[error("{0} bytes are too many to seal; the limit is {PLAINTEXT_BYTES_MAX}")]
    TooLong(usize),
    /// The cipher refused to seal.
    #[error("the cipher refused to seal")]
    NotSealed,
    /// The text is not unpadded base64url of whole blocks.
    #[error("the sealed text is malformed: {0}")]
    Malformed(&'static str),
    /// Another key, another place, or changed bytes.
    #[error(
        "the sealed text cannot be opened: it belongs to another key or entry, or it was changed"
    )]
    NotOpened,
}

/// Seals `plaintext` (at most [`PLAINTEXT_BYTES_MAX`]) with `key` for `place`; the result is
/// unpadded base64url (docs/stored-form.md, Sealing).
pub fn seal(key: &Key, place: &SealPlace<'_>, plaintext: &[u8]) -> Result<String, SealError> {
    if plaintext.len() > PLAINTEXT_BYTES_MAX {
        return Err(SealError::TooLong(plaintext.len()));
    }
    let padded_bytes = (LENGTH_BYTES + plaintext.len()).next_multiple_of(PADDING_BYTES);
    let mut padded = Zeroizing::new(Vec::with_capacity(padded_bytes));
    padded.extend_from_slice(&length_prefix(plaintext));
    padded.extend_from_slice(plaintext);
    padded.resize(padded_bytes, 0);
    let aad = associated_data(place);
    let sealed = cipher(key)
        .encrypt(&nonce(place).into(), Payload { msg: &padded, aad: &aad })
        .map_err(|_| SealError::NotSealed)?;
    Ok(BASE64URL_NOPAD.encode(&sealed))
}

/// Opens what [`seal`] made for the same `key` and `place`.
///
/// Fails with [`SealError::NotOpened`] on another key, another place or changed bytes, and with
/// [`SealError::Malformed`] on a text that `seal` cannot have made.
pub fn open(key: &Key, place: &SealPlace<'_>, sealed: &str) -> Result<Vec<u8>, SealError> {
    let bytes = BASE64URL_NOPAD
        .decode(sealed.as_bytes())
        .map_err(|_| SealError::Malformed("it is not unpadded base64url"))?;
    let aad = associated_data(place);
    let padded = cipher(key)
        .decrypt(&nonce(place).into(), Payload { msg: &bytes, aad: &aad })
        .map(Zeroizing::new)
        .map_err(|_| SealError::NotOpened)?;
    unpadded(&padded).ok_or(SealError::Malformed("its padding is wrong"))
}

fn unpadded(padded: &[u8]) -> Option<Vec<u8>> {
    let (length, rest) = padded.split_first_chunk::<LENGTH_BYTES>()?;
    let (plaintext, zeros) = rest.split_at_checked(u32::from_be_bytes(*length) as usize)?;
    let whole = padded.len().is_multiple_of(PADDING_BYTES) && zeros.len() < PADDING_BYTES;
    (whole && zeros.iter().all(|byte| *byte == 0)).then(|| plaintext.to_vec())
}

fn cipher(key: &Key) -> Aes256GcmSiv {
    Aes256GcmSiv::new(key.as_bytes().into())
}

fn nonce(place: &SealPlace<'_>) -> [u8; NONCE_BYTES] {
    let mut nonce = [0; NONCE_BYTES];
    for (to, from) in nonce.iter_mut().zip(place.id.as_bytes()) {
        *to = *from;
    }
    nonce
}

fn associated_data(place: &SealPlace<'_>) -> Vec<u8> {
    let fields = [place.stream.as_str().as_bytes(), place.id.as_bytes(), place.kind.as_bytes()];
    let mut aad = Vec::new();
    for field in fields {
        aad.extend_from_slice(&length_prefix(field));
        aad.extend_from_slice(field);
    }
    aad
}
