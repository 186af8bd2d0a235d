//! The port's own rules for a batch, checked by every store before it writes anything.

use std::collections::HashSet;

use serde_json::value::RawValue;

use crate::journal::{BATCH_ENTRIES_MAX, DATA_BYTES_MAX};
use crate::{Head, JournalError, PreparedEntry, StreamName, digest};

/// The longest name of a request, in bytes (docs/stored-form.md, Id).
pub const REQUEST_BYTES_MAX: usize = 100;
/// The longest kind of an entry, in bytes.
pub const KIND_BYTES_MAX: usize = 100;

/// Checks that `batch` may follow `expected` in `stream`: it is not empty nor too long, each entry
/// is this stream's, numbered and chained without a gap, its digest is right, its envelope and data
/// have their forms, and no id occurs twice.
///
/// Fails with [`JournalError::BadBatch`], which names the first entry at fault.
pub fn check(
    stream: &StreamName,
    expected: &Head,
    batch: &[PreparedEntry],
) -> Result<(), JournalError> {
    if batch.is_empty() {
        return Err(bad("it has no entries; append nothing instead"));
    }
    if batch.len() > BATCH_ENTRIES_MAX {
        let length = batch.len();
        return Err(bad(format!("it has {length} entries; the limit is {BATCH_ENTRIES_MAX}")));
    }
    let mut head = *expected;
    let mut ids = HashSet::with_capacity(batch.len());
    for entry in batch {
        check_entry(stream, &head, entry)
            .map_err(|why| bad(format!("its entry {} {why}", entry.number)))?;
        if !ids.insert(entry.id) {
            return Err(bad(format!("it has the id {} twice", entry.id)));
        }
        head = entry.head();
    }
    Ok(())
}

/// Tells whether `text` is an instant as every envelope writes it: `2026-11-23T20:49:12.000Z`
/// (docs/stored-form.md, Envelope). Only the form is judged, not the calendar.
pub fn is_instant(text: &str) -> bool {
    const FORM: &[u8; 24] = b"0000-00-00T00:00:00.000Z";
    text.len() == FORM.len()
        && text.bytes().zip(FORM).all(|(byte, form)| match form {
            b'0' => byte.is_ascii_digit(),
            other => byte == *other,
        })
}

/// Tells whether `data` is one JSON object on one line (docs/stored-form.md, Data): it can then be
/// exported as it is.
pub fn is_data(data: &[u8]) -> bool {
    let framed = data.first() == Some(&b'{') && data.last() == Some(&b'}');
    framed
        && data.iter().all(|byte| *byte >= b' ')
        && serde_json::from_slice::<&RawValue>(data).is_ok()
}

/// Tells whether `text` is a request's name: ASCII without spaces or controls, 1 to 100 bytes.
pub fn is_request(text: &str) -> bool {
    (1..=REQUEST_BYTES_MAX).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic())
}

/// Tells whether `text` can be a kind: ASCII without spaces or controls, 1 to 100 bytes.
pub fn is_kind(text: &str) -> bool {
    (1..=KIND_BYTES_MAX).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic())
}

fn check_entry(stream: &StreamName, head: &Head, entry: &PreparedEntry) -> Result<(), String> {
    let PreparedEntry { number, kind, envelope, data, .. } = entry;
    if entry.stream != *stream {
        return Err(format!("belongs to {}, not to {stream}", entry.stream));
    }
    if Some(*number) != head.number.checked_add(1) {
        return Err(format!("does not follow entry {}", head.number));
    }
    if entry.prev != head.digest {
        return Err(format!("is not chained to entry {}", head.number));
    }
    if data.len() > DATA_BYTES_MAX {
        let bytes = data.len();
        return Err(format!("has {bytes} bytes of data; the limit is {DATA_BYTES_MAX}"));
    }
    if !is_data(data) {
        return Err("has data that is not one JSON object on one line".to_owned());
    }
    if !is_kind(kind) {
        return Err(format!("has an invalid kind: `{}`", kind.escape_debug()));
    }
    if !is_request(&envelope.request) {
        return Err(format!("has an invalid request name: `{}`", envelope.request.escape_debug()));
    }
    if !is_instant(&envelope.at) {
        return Err(format!("has an invalid time: `{}`", envelope.at.escape_debug()));
    }
    if envelope.capacity.is_empty() {
        return Err("names no capacity".to_owned());
    }
    if digest::entry_digest(entry) != entry.digest {
        return Err("does not have the digest of what it holds".to_owned());
    }
    Ok(())
}

fn bad(why: impl Into<String>) -> JournalError {
    JournalError::BadBatch(why.into())
}
