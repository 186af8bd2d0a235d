//! Ids, salts and digests: the one place that knows their bytes (docs/stored-form.md, Id, Digest).
//!
//! Everything here is pure. `schemas/digest-vector.json` holds a published test vector, and
//! `tests/judges/verify_chain.py` computes the same in another language.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::entry::NewEntry;
use crate::{Digest, Envelope, Head, PreparedEntry, StreamName};

/// The namespace of every entry's id (docs/stored-form.md, Id).
pub const ENTRY_NAMESPACE: Uuid = Uuid::from_u128(0x7e54ba2f_03f4_53c7_acf4_f8a5c113c78d);
/// The length of a salt, in bytes.
pub const SALT_BYTES: usize = 16;

const BODY_DOMAIN: &[u8] = b"plenary-body-v1\0";
const ENTRY_DOMAIN: &[u8] = b"plenary-entry-v1\0";

/// The id of the entry that `request` stores at `index` (from 0) of its batch (docs/stored-form.md,
/// Id).
pub fn entry_id(stream: &StreamName, request: &str, index: usize) -> Uuid {
    let name = format!("{stream}\0{request}\0{index}");
    Uuid::new_v5(&ENTRY_NAMESPACE, name.as_bytes())
}

/// HMAC-SHA-256 of `message` under `key` of any length: salts and codes come from here.
pub fn keyed_hash(key: &[u8], message: &[u8]) -> [u8; 32] {
    // HMAC takes keys of every length, so the error of this constructor cannot occur; were it to,
    // an empty key would be a wrong answer, which the published vector would show.
    let mut mac = match Hmac::<Sha256>::new_from_slice(key) {
        Ok(mac) => mac,
        Err(_) => Hmac::<Sha256>::new(&Default::default()),
    };
    mac.update(message);
    mac.finalize().into_bytes().into()
}

/// The salt of the entry with this id: the first 16 bytes of HMAC-SHA-256(installation's secret,
/// id) (docs/stored-form.md, Digest).
pub fn salt(secret: &[u8], id: &Uuid) -> [u8; SALT_BYTES] {
    let mut salt = [0; SALT_BYTES];
    let mac = keyed_hash(secret, id.as_bytes());
    for (to, from) in salt.iter_mut().zip(mac) {
        *to = from;
    }
    salt
}

/// The digest of everything that an entry says, kept from guessing by its salt: it stands in for
/// the entry where that is withheld (docs/stored-form.md, Digest).
pub fn body_digest(entry: &PreparedEntry) -> [u8; 32] {
    let Envelope { at, request, person, capacity, delegation, acting_for } = &entry.envelope;
    let hash = Sha256::new_with_prefix(BODY_DOMAIN).chain_update(entry.salt);
    let fields: [&[u8]; 9] = [
        entry.id.as_bytes(),
        entry.kind.as_bytes(),
        at.as_bytes(),
        request.as_bytes(),
        optional(person),
        capacity.as_bytes(),
        optional(delegation),
        optional(acting_for),
        &entry.data,
    ];
    with_lengths(hash, &fields)
}

/// The digest of the entry with this body in its place in the chain (docs/stored-form.md, Digest).
pub fn chained(stream: &StreamName, number: u64, prev: &Digest, body: &[u8; 32]) -> Digest {
    let number = number.to_be_bytes();
    let hash = Sha256::new_with_prefix(ENTRY_DOMAIN);
    Digest(with_lengths(hash, &[stream.as_str().as_bytes(), &number, &prev.0, body]))
}

impl PreparedEntry {
    /// The entry that follows `head` in `stream`.
    pub fn after(head: &Head, stream: &StreamName, new: NewEntry) -> Self {
        let NewEntry { id, kind, envelope, salt, data } = new;
        let mut entry = Self {
            stream: stream.clone(),
            number: head.number + 1,
            id,
            kind,
            envelope,
            salt,
            prev: head.digest,
            digest: Digest::ZERO,
            data,
        };
        entry.digest = entry_digest(&entry);
        entry
    }
}

/// The digest of a whole entry; its own `digest` field is not read.
pub fn entry_digest(entry: &PreparedEntry) -> Digest {
    chained(&entry.stream, entry.number, &entry.prev, &body_digest(entry))
}

fn optional(text: &Option<Box<str>>) -> &[u8] {
    text.as_deref().unwrap_or_default().as_bytes()
}

fn with_lengths(mut hash: Sha256, fields: &[&[u8]]) -> [u8; 32] {
    for field in fields {
        hash.update(length_prefix(field));
        hash.update(field);
    }
    hash.finalize().into()
}

/// The length of `field` as u32 big-endian; no field of an entry comes near the limit of u32.
pub(crate) fn length_prefix(field: &[u8]) -> [u8; 4] {
    u32::try_from(field.len()).unwrap_or(u32::MAX).to_be_bytes()
}
