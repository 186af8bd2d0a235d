//! Entries as CloudEvents 1.0, one JSON object a line (docs/stored-form.md, Export).
//!
//! Attributes stand in one order, `data` last, and its bytes are those of the entry. A withheld
//! line has neither `salt` nor `data` but `datadigest`, so that the chain still verifies.

use std::io::{self, Write};

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

use crate::digest::{Covered, SALT_BYTES, data_digest};
use crate::{Digest, Envelope, PreparedEntry, StreamName, batch};

const SPEC_VERSION: &str = "1.0";
const CONTENT_TYPE: &str = "application/json";
const SOURCE_PREFIX: &str = "/plenary/";

/// Why a line was not written or not read.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The line could not be written.
    #[error("the export cannot be written: {0}")]
    Io(#[from] io::Error),
    /// An entry's data is not one JSON object on one line.
    #[error("entry {number} of {stream} cannot be exported: its data is not JSON on one line")]
    Data {
        /// The stream.
        stream: StreamName,
        /// The entry.
        number: u64,
    },
    /// The line is not a JSON object with exactly the attributes of an export.
    #[error("the line is not an exported entry: {0}")]
    Line(String),
    /// One attribute has not the form that it must have.
    #[error("the line is not an exported entry: its `{attribute}` {why}")]
    Attribute {
        /// The attribute.
        attribute: &'static str,
        /// What is wrong with it.
        why: String,
    },
}

/// One line of an export, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportedEntry {
    /// The whole entry; it can be imported.
    Full(PreparedEntry),
    /// An entry without salt and data; it verifies and cannot be imported.
    Withheld(WithheldEntry),
}

impl ExportedEntry {
    /// The stream of the entry.
    pub fn stream(&self) -> &StreamName {
        match self {
            Self::Full(entry) => &entry.stream,
            Self::Withheld(entry) => &entry.stream,
        }
    }
}

/// An entry whose salt and data are withheld.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithheldEntry {
    /// See [`PreparedEntry::stream`].
    pub stream: StreamName,
    /// See [`PreparedEntry::number`].
    pub number: u64,
    /// See [`PreparedEntry::id`].
    pub id: Uuid,
    /// See [`PreparedEntry::kind`].
    pub kind: Box<str>,
    /// See [`PreparedEntry::envelope`].
    pub envelope: Envelope,
    /// See [`PreparedEntry::prev`].
    pub prev: Digest,
    /// See [`PreparedEntry::digest`].
    pub digest: Digest,
    /// The digest of the withheld data ([`data_digest`]).
    pub data_digest: [u8; 32],
}

impl WithheldEntry {
    /// What the digest of this entry covers.
    pub fn covered(&self) -> Covered<'_> {
        Covered {
            stream: &self.stream,
            number: self.number,
            id: &self.id,
            kind: &self.kind,
            envelope: &self.envelope,
            prev: &self.prev,
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    specversion: String,
    id: String,
    source: String,
    #[serde(rename = "type")]
    kind: String,
    time: String,
    datacontenttype: String,
    number: u64,
    request: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    person: Option<String>,
    capacity: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    delegation: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    actingfor: Option<String>,
    prev: String,
    digest: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    datadigest: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    salt: Option<String>,
    #[serde(default, borrow, skip_serializing_if = "Option::is_none")]
    data: Option<&'a RawValue>,
}

/// Writes `entry` whole as one line with its line feed.
pub fn write_line(entry: &PreparedEntry, writer: &mut impl Write) -> Result<(), ExportError> {
    let data = batch::is_data(&entry.data)
        .then(|| serde_json::from_slice::<&RawValue>(&entry.data).ok())
        .flatten();
    let unfit = || ExportError::Data { stream: entry.stream.clone(), number: entry.number };
    let salt = Some(HEXLOWER.encode(&entry.salt));
    put(&Line { salt, data: Some(data.ok_or_else(unfit)?), ..line(entry) }, writer)
}

/// Writes `entry` without its salt and data as one line with its line feed.
pub fn write_withheld(entry: &PreparedEntry, writer: &mut impl Write) -> Result<(), ExportError> {
    let digest = data_digest(&entry.salt, &entry.data);
    put(&Line { datadigest: Some(HEXLOWER.encode(&digest)), ..line(entry) }, writer)
}

/// Reads one line, with or without its line feed. Strict: attributes that Plenary does not write
/// are refused, as are forms that it does not write. The digest is not computed; `verify` does.
pub fn read_line(text: &str) -> Result<ExportedEntry, ExportError> {
    let line: Line<'_> =
        serde_json::from_str(text).map_err(|error| ExportError::Line(error.to_string()))?;
    let common = read_common(&line)?;
    match (&line.salt, line.data, &line.datadigest) {
        (Some(salt), Some(data), None) => {
            let WithheldEntry { stream, number, id, kind, envelope, prev, digest, .. } = common;
            let salt = hex::<SALT_BYTES>("salt", salt)?;
            let data = data.get().as_bytes();
            expect("data", batch::is_data(data), "is not compact JSON of an object")?;
            let data = data.into();
            let entry =
                PreparedEntry { stream, number, id, kind, envelope, salt, prev, digest, data };
            Ok(ExportedEntry::Full(entry))
        }
        (None, None, Some(data_digest)) => {
            let data_digest = hex::<32>("datadigest", data_digest)?;
            Ok(ExportedEntry::Withheld(WithheldEntry { data_digest, ..common }))
        }
        _ => Err(ExportError::Line("it has either `salt` and `data`, or `datadigest`".into())),
    }
}

fn line(entry: &PreparedEntry) -> Line<'static> {
    let owned = |text: &Option<Box<str>>| text.as_deref().map(str::to_owned);
    Line {
        specversion: SPEC_VERSION.to_owned(),
        id: entry.id.to_string(),
        source: format!("{SOURCE_PREFIX}{}", entry.stream),
        kind: entry.kind.to_string(),
        time: entry.envelope.at.to_string(),
        datacontenttype: CONTENT_TYPE.to_owned(),
        number: entry.number,
        request: entry.envelope.request.to_string(),
        person: owned(&entry.envelope.person),
        capacity: entry.envelope.capacity.to_string(),
        delegation: owned(&entry.envelope.delegation),
        actingfor: owned(&entry.envelope.acting_for),
        prev: entry.prev.to_string(),
        digest: entry.digest.to_string(),
        datadigest: None,
        salt: None,
        data: None,
    }
}

fn put(line: &Line<'_>, writer: &mut impl Write) -> Result<(), ExportError> {
    serde_json::to_writer(&mut *writer, line).map_err(io::Error::from)?;
    writer.write_all(b"\n")?;
    Ok(())
}

/// Everything but salt and data; the data digest is still zeros.
fn read_common(line: &Line<'_>) -> Result<WithheldEntry, ExportError> {
    expect("specversion", line.specversion == SPEC_VERSION, "is not 1.0")?;
    expect("datacontenttype", line.datacontenttype == CONTENT_TYPE, "is not application/json")?;
    expect("number", line.number > 0, "is not at least 1")?;
    expect("time", batch::is_instant(&line.time), "is not UTC with milliseconds and Z")?;
    expect("type", batch::is_kind(&line.kind), "is not the kind of an entry")?;
    expect("request", batch::is_request(&line.request), "is not the name of a request")?;
    expect("capacity", !line.capacity.is_empty(), "is empty")?;
    let optional = [("person", &line.person), ("delegation", &line.delegation)];
    for (attribute, text) in optional.into_iter().chain([("actingfor", &line.actingfor)]) {
        expect(attribute, text.as_deref() != Some(""), "is empty; leave it out instead")?;
    }
    let stream = line.source.strip_prefix(SOURCE_PREFIX).unwrap_or_default();
    let stream = stream.parse::<StreamName>().map_err(|error| wrong("source", error))?;
    let id = Uuid::try_parse(&line.id).map_err(|error| wrong("id", error))?;
    expect("id", id.to_string() == line.id, "is not written as Plenary writes it")?;
    let boxed = |text: &Option<String>| text.as_deref().map(Box::from);
    Ok(WithheldEntry {
        stream,
        number: line.number,
        id,
        kind: line.kind.as_str().into(),
        envelope: Envelope {
            at: line.time.as_str().into(),
            request: line.request.as_str().into(),
            person: boxed(&line.person),
            capacity: line.capacity.as_str().into(),
            delegation: boxed(&line.delegation),
            acting_for: boxed(&line.actingfor),
        },
        prev: Digest(hex("prev", &line.prev)?),
        digest: Digest(hex("digest", &line.digest)?),
        data_digest: [0; 32],
    })
}

fn hex<const BYTES: usize>(
    attribute: &'static str,
    text: &str,
) -> Result<[u8; BYTES], ExportError> {
    let bytes = HEXLOWER.decode(text.as_bytes()).ok().and_then(|bytes| bytes.try_into().ok());
    bytes.ok_or_else(|| wrong(attribute, format!("is not {} hexadecimal digits", BYTES * 2)))
}

fn expect(attribute: &'static str, right: bool, why: &str) -> Result<(), ExportError> {
    if right { Ok(()) } else { Err(wrong(attribute, why)) }
}

fn wrong(attribute: &'static str, why: impl ToString) -> ExportError {
    ExportError::Attribute { attribute, why: why.to_string() }
}

#[cfg(test)]
mod tests;
