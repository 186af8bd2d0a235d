//! Entries as CloudEvents 1.0, one JSON object a line (docs/stored-form.md, Export).
//!
//! Attributes stand in one order, `data` last, and its bytes are those of the entry. The line of a
//! withheld entry says nothing but that the entry exists, and has its body's digest, so that the
//! chain still verifies.

use std::io::{self, Write};

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

use crate::digest::{SALT_BYTES, body_digest};
use crate::{Digest, Envelope, PreparedEntry, StreamName, batch};

const SPEC_VERSION: &str = "1.0";
const CONTENT_TYPE: &str = "application/json";
const SOURCE_PREFIX: &str = "/plenary/";
/// The type of a line that withholds its entry; no entry has this kind.
const WITHHELD: &str = "plenary.withheld";

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
    /// That there is an entry, and no more; it verifies and cannot be imported.
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

/// An entry of which is told only that it exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithheldEntry {
    /// See [`PreparedEntry::stream`].
    pub stream: StreamName,
    /// See [`PreparedEntry::number`].
    pub number: u64,
    /// See [`PreparedEntry::prev`].
    pub prev: Digest,
    /// See [`PreparedEntry::digest`].
    pub digest: Digest,
    /// The digest of what the entry says ([`body_digest`]).
    pub body_digest: [u8; 32],
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
    salt: String,
    #[serde(borrow)]
    data: &'a RawValue,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WithheldLine {
    specversion: String,
    id: String,
    source: String,
    #[serde(rename = "type")]
    kind: String,
    number: u64,
    prev: String,
    bodydigest: String,
    digest: String,
}

/// What tells the two kinds of lines apart.
#[derive(Deserialize)]
struct Kind {
    #[serde(rename = "type")]
    kind: String,
}

/// Writes `entry` whole as one line with its line feed.
pub fn write_line(entry: &PreparedEntry, writer: &mut impl Write) -> Result<(), ExportError> {
    let data = batch::is_data(&entry.data)
        .then(|| serde_json::from_slice::<&RawValue>(&entry.data).ok())
        .flatten();
    let unfit = || ExportError::Data { stream: entry.stream.clone(), number: entry.number };
    let owned = |text: &Option<Box<str>>| text.as_deref().map(str::to_owned);
    let line = Line {
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
        salt: HEXLOWER.encode(&entry.salt),
        data: data.ok_or_else(unfit)?,
    };
    put(&line, writer)
}

/// Writes as one line with its line feed that there is an entry, and nothing else of `entry`. Not
/// even its id, which follows from a request's name that could be guessed.
pub fn write_withheld(entry: &PreparedEntry, writer: &mut impl Write) -> Result<(), ExportError> {
    let line = WithheldLine {
        specversion: SPEC_VERSION.to_owned(),
        id: entry.number.to_string(),
        source: format!("{SOURCE_PREFIX}{}", entry.stream),
        kind: WITHHELD.to_owned(),
        number: entry.number,
        prev: entry.prev.to_string(),
        bodydigest: HEXLOWER.encode(&body_digest(entry)),
        digest: entry.digest.to_string(),
    };
    put(&line, writer)
}

/// Reads one line, with or without its line feed. Strict: attributes that Plenary does not write
/// are refused, as are forms that it does not write. The digest is not computed; `verify` does.
pub fn read_line(text: &str) -> Result<ExportedEntry, ExportError> {
    let bad = |error: serde_json::Error| ExportError::Line(error.to_string());
    let Kind { kind } = serde_json::from_str(text).map_err(bad)?;
    if kind == WITHHELD {
        let line = serde_json::from_str(text).map_err(bad)?;
        return read_withheld(&line).map(ExportedEntry::Withheld);
    }
    let line = serde_json::from_str(text).map_err(bad)?;
    read_full(&line).map(ExportedEntry::Full)
}

fn put(line: &impl Serialize, writer: &mut impl Write) -> Result<(), ExportError> {
    serde_json::to_writer(&mut *writer, line).map_err(io::Error::from)?;
    writer.write_all(b"\n")?;
    Ok(())
}

fn read_withheld(line: &WithheldLine) -> Result<WithheldEntry, ExportError> {
    expect("id", line.id == line.number.to_string(), "is not the number of the entry")?;
    Ok(WithheldEntry {
        stream: read_place(&line.specversion, line.number, &line.source)?,
        number: line.number,
        prev: Digest(hex("prev", &line.prev)?),
        digest: Digest(hex("digest", &line.digest)?),
        body_digest: hex("bodydigest", &line.bodydigest)?,
    })
}

fn read_full(line: &Line<'_>) -> Result<PreparedEntry, ExportError> {
    let stream = read_place(&line.specversion, line.number, &line.source)?;
    expect("datacontenttype", line.datacontenttype == CONTENT_TYPE, "is not application/json")?;
    expect("time", batch::is_instant(&line.time), "is not UTC with milliseconds and Z")?;
    expect("type", batch::is_kind(&line.kind), "is not the kind of an entry")?;
    expect("request", batch::is_request(&line.request), "is not the name of a request")?;
    expect("capacity", !line.capacity.is_empty(), "is empty")?;
    let optional = [("person", &line.person), ("delegation", &line.delegation)];
    for (attribute, text) in optional.into_iter().chain([("actingfor", &line.actingfor)]) {
        expect(attribute, text.as_deref() != Some(""), "is empty; leave it out instead")?;
    }
    let id = Uuid::try_parse(&line.id).map_err(|error| wrong("id", error))?;
    expect("id", id.to_string() == line.id, "is not in the form that Plenary writes")?;
    let data = line.data.get().as_bytes();
    expect("data", batch::is_data(data), "is not compact JSON of an object")?;
    let boxed = |text: &Option<String>| text.as_deref().map(Box::from);
    Ok(PreparedEntry {
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
        salt: hex::<SALT_BYTES>("salt", &line.salt)?,
        prev: Digest(hex("prev", &line.prev)?),
        digest: Digest(hex("digest", &line.digest)?),
        data: data.into(),
    })
}

/// The stream of a line whose entry has this number.
fn read_place(specversion: &str, number: u64, source: &str) -> Result<StreamName, ExportError> {
    expect("specversion", specversion == SPEC_VERSION, "is not 1.0")?;
    expect("number", number > 0, "is not at least 1")?;
    let stream = source.strip_prefix(SOURCE_PREFIX).unwrap_or_default();
    stream.parse::<StreamName>().map_err(|error| wrong("source", error))
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
