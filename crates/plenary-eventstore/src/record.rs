//! What an entry is on the wire: its data as they are, its kind as the event's type, and its id and
//! envelope with salt and digests as JSON beside them. The event's own id follows from the entry's
//! digest: the store takes a repeated append by its ids, and so takes it only with the same bytes.

use data_encoding::HEXLOWER;
use plenary_journal::digest::ENTRY_NAMESPACE;
use plenary_journal::{
    Digest, Envelope, JournalError, Position, PreparedEntry, StoredEntry, StreamName,
};
use serde::{Deserialize, Serialize};

use crate::protocol::client::{self, uuid::Value};
use crate::protocol::streams::append_req::ProposedMessage;
use crate::protocol::streams::read_resp::ReadEvent;
use crate::protocol::streams::read_resp::read_event::{Position as Timestamp, RecordedEvent};

/// The metadata of an event. `$correlationId` groups everything that came of one request, and
/// `$causationId` is that request as it was put to this stream; both follow from the rest.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Metadata {
    id: String,
    at: Box<str>,
    request: Box<str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    person: Option<Box<str>>,
    capacity: Box<str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    delegation: Option<Box<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    acting_for: Option<Box<str>>,
    salt: String,
    prev: String,
    digest: String,
    #[serde(rename = "$correlationId", default)]
    correlation: Option<String>,
    #[serde(rename = "$causationId", default)]
    causation: Option<String>,
}

/// The event that stores `entry`.
pub(crate) fn proposed(entry: &PreparedEntry) -> Result<ProposedMessage, JournalError> {
    let Envelope { at, request, person, capacity, delegation, acting_for } = entry.envelope.clone();
    let derived = |name: String| Some(derived_id(&name));
    let metadata = Metadata {
        id: entry.id.to_string(),
        correlation: derived(request.to_string()),
        causation: derived(format!("{}\0{request}", entry.stream)),
        at,
        request,
        person,
        capacity,
        delegation,
        acting_for,
        salt: HEXLOWER.encode(&entry.salt),
        prev: entry.prev.to_string(),
        digest: entry.digest.to_string(),
    };
    let custom_metadata = serde_json::to_vec(&metadata)
        .map_err(|error| JournalError::BadBatch(format!("its envelope has no form: {error}")))?;
    let system = [("type", &*entry.kind), ("content-type", "application/json")];
    Ok(ProposedMessage {
        id: Some(client::Uuid {
            value: Some(Value::String(derived_id(&entry.digest.to_string()))),
        }),
        metadata: system.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
        custom_metadata,
        data: entry.data.to_vec(),
    })
}

fn derived_id(name: &str) -> String {
    uuid::Uuid::new_v5(&ENTRY_NAMESPACE, name.as_bytes()).to_string()
}

/// The type of the mark that a stream leaves which was deleted for good.
const TOMBSTONE: &str = "$streamDeleted";

/// What an event is to a journal.
pub(crate) enum Found {
    /// An entry.
    Entry(Box<StoredEntry>),
    /// The mark of a stream of ours that was deleted for good.
    Deleted(StreamName),
    /// Somebody else's.
    Foreign,
}

/// What an event is; damage is named.
pub(crate) fn found(event: ReadEvent) -> Result<Found, JournalError> {
    let place = event.position;
    let recorded = event.event.ok_or_else(|| not_understood("an event without content"))?;
    let name = recorded.stream_identifier.as_ref().map(|given| given.stream_name.clone());
    let name = name.ok_or_else(|| not_understood("an event without a stream"))?;
    let stream = String::from_utf8(name).ok().and_then(|name| name.parse::<StreamName>().ok());
    let Some(stream) = stream else { return Ok(Found::Foreign) };
    if recorded.metadata.get("type").is_some_and(|kind| kind == TOMBSTONE) {
        return Ok(Found::Deleted(stream));
    }
    let Some(Timestamp::CommitPosition(position)) = place else {
        return Err(not_understood("an event without a position (a newer server is needed)"));
    };
    let number = recorded.stream_revision.saturating_add(1);
    let damaged = |why: String| JournalError::Damaged { stream: stream.to_string(), number, why };
    let entry = prepared(recorded, stream.clone(), number).map_err(damaged)?;
    Ok(Found::Entry(Box::new(StoredEntry { position: Position(position), entry })))
}

fn prepared(
    recorded: RecordedEvent,
    stream: StreamName,
    number: u64,
) -> Result<PreparedEntry, String> {
    let RecordedEvent { id, mut metadata, custom_metadata, data, .. } = recorded;
    let id = match id.and_then(|id| id.value) {
        Some(Value::String(text)) => {
            text.parse::<uuid::Uuid>().map_err(|_| "its id is no UUID".to_owned())?
        }
        Some(Value::Structured(halves)) => uuid::Uuid::from_u64_pair(
            halves.most_significant_bits.cast_unsigned(),
            halves.least_significant_bits.cast_unsigned(),
        ),
        None => return Err("it has no id".to_owned()),
    };
    let kind = metadata.remove("type").ok_or("it has no type")?;
    let known: Metadata = serde_json::from_slice(&custom_metadata)
        .map_err(|error| format!("its metadata do not belong to an entry: {error}"))?;
    let salt = HEXLOWER.decode(known.salt.as_bytes()).ok();
    let salt = salt.and_then(|salt| salt.try_into().ok()).ok_or("its salt has no proper form")?;
    let digest = |text: &str| text.parse::<Digest>().map_err(|error| error.to_string());
    if id != uuid::Uuid::new_v5(&ENTRY_NAMESPACE, known.digest.as_bytes()) {
        return Err("its id is not that of its digest".to_owned());
    }
    Ok(PreparedEntry {
        stream,
        number,
        id: known.id.parse().map_err(|_| "its entry's id is no UUID".to_owned())?,
        kind: kind.into(),
        salt,
        prev: digest(&known.prev)?,
        digest: digest(&known.digest)?,
        envelope: Envelope {
            at: known.at,
            request: known.request,
            person: known.person,
            capacity: known.capacity,
            delegation: known.delegation,
            acting_for: known.acting_for,
        },
        data: data.into(),
    })
}

/// The store answered what is no answer of its protocol.
pub(crate) fn not_understood(what: &str) -> JournalError {
    JournalError::unavailable(format!(
        "Plenary did not understand the answer of the store in the setting `journal`: {what}"
    ))
}
