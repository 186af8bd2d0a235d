//! Ids, salts and digests: the one place that knows their bytes (docs/stored-form.md, Id, Digest).
//!
//! Everything here is pure. `schemas/digest-vector.json` holds a published test vector, and
//! `tests/judges/verify_chain.py` computes the same in another language.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::{Digest, Envelope, PreparedEntry, StreamName};

/// The namespace of every entry's id (docs/stored-form.md, Id).
pub const ENTRY_NAMESPACE: Uuid = Uuid::from_u128(0x7e54ba2f_03f4_53c7_acf4_f8a5c113c78d);
/// The length of a salt, in bytes.
pub const SALT_BYTES: usize = 16;

const DATA_DOMAIN: &[u8] = b"plenary-data-v1\0";
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

/// The digest of an entry's data, guarded from guessing by its salt (docs/stored-form.md, Digest).
pub fn data_digest(salt: &[u8; SALT_BYTES], data: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update(DATA_DOMAIN).chain_update(salt).chain_update(data).finalize().into()
}

/// What an entry's digest covers, with its data represented by the data digest.
#[derive(Clone, Copy, Debug)]
pub struct Covered<'a> {
    /// See [`PreparedEntry::stream`].
    pub stream: &'a StreamName,
    /// See [`PreparedEntry::number`].
    pub number: u64,
    /// See [`PreparedEntry::id`].
    pub id: &'a Uuid,
    /// See [`PreparedEntry::kind`].
    pub kind: &'a str,
    /// See [`PreparedEntry::envelope`].
    pub envelope: &'a Envelope,
    /// See [`PreparedEntry::prev`].
    pub prev: &'a Digest,
}

impl Covered<'_> {
    /// The digest of this entry, given the digest of its data: so an entry whose data is withheld
    /// verifies too (docs/stored-form.md, Digest).
    pub fn digest(&self, data_digest: &[u8; 32]) -> Digest {
        let mut hash = Sha256::new_with_prefix(ENTRY_DOMAIN);
        let fields: [&[u8]; 12] = [
            self.stream.as_str().as_bytes(),
            &self.number.to_be_bytes(),
            self.id.as_bytes(),
            self.kind.as_bytes(),
            self.envelope.at.as_bytes(),
            self.envelope.request.as_bytes(),
            self.envelope.person.as_deref().unwrap_or("").as_bytes(),
            self.envelope.capacity.as_bytes(),
            self.envelope.delegation.as_deref().unwrap_or("").as_bytes(),
            self.envelope.acting_for.as_deref().unwrap_or("").as_bytes(),
            &self.prev.0,
            data_digest,
        ];
        for field in fields {
            hash.update(length_prefix(field));
            hash.update(field);
        }
        Digest(hash.finalize().into())
    }
}

/// The length of `field` as u32 big-endian; no field of an entry comes near the limit of u32.
pub(crate) fn length_prefix(field: &[u8]) -> [u8; 4] {
    u32::try_from(field.len()).unwrap_or(u32::MAX).to_be_bytes()
}

/// The digest of a whole entry; its own `digest` field is not read.
pub fn entry_digest(entry: &PreparedEntry) -> Digest {
    covered(entry).digest(&data_digest(&entry.salt, &entry.data))
}

/// What the digest of `entry` covers.
pub fn covered(entry: &PreparedEntry) -> Covered<'_> {
    Covered {
        stream: &entry.stream,
        number: entry.number,
        id: &entry.id,
        kind: &entry.kind,
        envelope: &entry.envelope,
        prev: &entry.prev,
    }
}
