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
    #[error("{0} bytes are too many to seal; {PLAINTEXT_BYTES_MAX} are the most")]
    TooLong(usize),
    /// The cipher refused to seal.
    #[error("the cipher refused to seal")]
    NotSealed,
    /// The text is not unpadded base64url of whole blocks.
    #[error("the sealed text is malformed: {0}")]
    Malformed(&'static str),
    /// Another key, another place, or changed bytes.
    #[error("the sealed text does not open: its key or its place is another, or it was changed")]
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::entry_id;

    const KIND: &str = "people.joined.v1";

    fn stream() -> StreamName {
        StreamName::meeting("ciber-v").unwrap()
    }

    #[test]
    fn what_was_sealed_opens_with_the_same_key_at_the_same_place() {
        let (stream, key) = (stream(), Key::new([7; 32]));
        let id = entry_id(&stream, "terminal:1", 0);
        let place = SealPlace { stream: &stream, id: &id, kind: KIND };
        for length in [0, 1, 251, 252, 253, 256, 1_000] {
            let plaintext = vec![b'x'; length];
            let sealed = seal(&key, &place, &plaintext).unwrap();
            assert_eq!(open(&key, &place, &sealed).unwrap(), plaintext);
            assert_eq!(seal(&key, &place, &plaintext).unwrap(), sealed, "sealing varies");
            let bytes = BASE64URL_NOPAD.decode(sealed.as_bytes()).unwrap().len();
            assert_eq!(bytes, (length + 4).div_ceil(256) * 256 + 16);
        }
    }

    #[test]
    fn another_key_another_place_or_a_changed_byte_does_not_open() {
        let (stream, key) = (stream(), Key::new([7; 32]));
        let (id, other_id) = (entry_id(&stream, "terminal:1", 0), entry_id(&stream, "x", 0));
        let other_stream = StreamName::meeting("other").unwrap();
        let place = SealPlace { stream: &stream, id: &id, kind: KIND };
        let sealed = seal(&key, &place, b"{\"name\":\"A\"}").unwrap();
        assert_eq!(open(&Key::new([8; 32]), &place, &sealed), Err(SealError::NotOpened));
        for place in [
            SealPlace { stream: &other_stream, ..place },
            SealPlace { id: &other_id, ..place },
            SealPlace { kind: "people.joined.v2", ..place },
        ] {
            assert_eq!(open(&key, &place, &sealed), Err(SealError::NotOpened));
        }
        let changed = sealed.replacen(&sealed[..1], if &sealed[..1] == "A" { "B" } else { "A" }, 1);
        assert_eq!(open(&key, &place, &changed), Err(SealError::NotOpened));
        assert!(matches!(open(&key, &place, "not base64!"), Err(SealError::Malformed(_))));
        let long = vec![0; PLAINTEXT_BYTES_MAX + 1];
        assert_eq!(seal(&key, &place, &long), Err(SealError::TooLong(long.len())));
    }
}
