//! A meeting's history as a file: exported for a circle of readers, imported whole, verified.

use std::io::{BufRead, Write};

use plenary_domain::projection::disclosure;
use plenary_domain::{Readers, Views};
use plenary_journal::export::{self, ExportError, ExportedEntry};
use plenary_journal::verify::{Broken, Chain};
use plenary_journal::{AppendError, Appended, Head, JournalError, PreparedEntry, StreamName};

use crate::outcome::Failure;
use crate::turn::PAGE_ENTRIES;
use crate::{Service, TranslateError};

/// The most entries of one import that are appended at once.
const IMPORT_BATCH_ENTRIES: usize = 500;

/// Why an archive was not written or not read.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// Something underneath.
    #[error(transparent)]
    Failed(#[from] Failure),
    /// A line of the file.
    #[error("line {line}: {why}")]
    Line {
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        why: String,
    },
    /// The file is not a whole export.
    #[error("line {0}: this entry is withheld; only a full export can be imported")]
    Withheld(usize),
    /// The stream in the journal is neither empty nor the beginning of the file.
    #[error("{0} is in this journal already and is not the beginning of this file")]
    Occupied(StreamName),
    /// The output.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The chain does not hold.
    #[error("{0}")]
    Broken(Broken),
    /// There is no such meeting.
    #[error("there is no meeting `{0}` in this journal")]
    NoMeeting(String),
    /// A head that is none.
    #[error("`{0}` is not a head: write NUMBER:DIGEST with 64 hexadecimal digits")]
    BadHead(String),
    /// The file holds no entry.
    #[error("the file holds no entry")]
    Empty,
}

impl ArchiveError {
    /// Whether nothing is wrong but that a newer Plenary wrote what was read.
    pub fn is_newer(&self) -> bool {
        matches!(self, Self::Failed(Failure::Translate(TranslateError::Newer { .. })))
    }
}

impl From<JournalError> for ArchiveError {
    fn from(error: JournalError) -> Self {
        Self::Failed(Failure::Journal(error))
    }
}

/// Writes a meeting's history, one entry a line. Without `readers` it is the operator's and whole;
/// with them, what they may not read is withheld and the chain still verifies.
///
/// # Errors
/// When the meeting does not exist, cannot be read, or the output cannot be written.
pub async fn export(
    service: &Service,
    slug: &str,
    readers: Option<Readers>,
    output: &mut (impl Write + ?Sized),
) -> Result<u64, ArchiveError> {
    let stored = service.stored(slug).await?;
    if stored.is_empty() {
        return Err(ArchiveError::NoMeeting(slug.to_owned()));
    }
    let mut output = output;
    let Some(readers) = readers else {
        for entry in &stored {
            export::write_line(entry, &mut output)?;
        }
        return Ok(stored.len() as u64);
    };
    let entries = service.entries(slug).await?;
    let views = Views::replay(&entries);
    for (stored, entry) in stored.iter().zip(&entries) {
        if disclosure::circle(&views, entry).include(readers) {
            export::write_line(stored, &mut output)?;
        } else {
            export::write_withheld(stored, &mut output)?;
        }
    }
    Ok(stored.len() as u64)
}

/// Reads an archive and checks every line and the chain of each stream.
///
/// # Errors
/// Names the line that is malformed, or the stream and entry at which the chain breaks.
pub fn read(input: impl BufRead) -> Result<Vec<ExportedEntry>, ArchiveError> {
    let mut chains: Vec<(StreamName, Chain)> = Vec::new();
    let mut entries = Vec::new();
    for (line, text) in (1..).zip(input.lines()) {
        let bad = |why: String| ArchiveError::Line { line, why };
        let text = text.map_err(|error| bad(error.to_string()))?;
        let entry = export::read_line(&text).map_err(|error| bad(error.to_string()))?;
        let stream = entry.stream();
        let known = chains.iter().position(|(known, _)| known == stream);
        let index = known.unwrap_or_else(|| {
            chains.push((stream.clone(), Chain::new(stream.clone())));
            chains.len() - 1
        });
        if let Some((_, chain)) = chains.get_mut(index) {
            chain.check_exported(&entry).map_err(|broken| bad(broken.to_string()))?;
        }
        entries.push(entry);
    }
    if entries.is_empty() { Err(ArchiveError::Empty) } else { Ok(entries) }
}

/// Stores a full export with the same bytes and digests. Repeating it, or going on after an
/// interruption, stores what is missing.
///
/// # Errors
/// When a line is malformed or withheld, when a fact cannot be read by this release, or when the
/// journal holds another history under the same name. Nothing is stored then, except that a journal
/// that fails in the middle keeps the beginning.
pub async fn import(
    service: &Service,
    input: impl BufRead,
) -> Result<Vec<(StreamName, Head)>, ArchiveError> {
    let mut streams: Vec<(StreamName, Vec<PreparedEntry>)> = Vec::new();
    let exported = read(input)?;
    for (line, entry) in (1..).zip(exported.iter().cloned()) {
        let ExportedEntry::Full(entry) = entry else { return Err(ArchiveError::Withheld(line)) };
        match streams.iter_mut().find(|(stream, _)| *stream == entry.stream) {
            Some((_, entries)) => entries.push(entry),
            None => streams.push((entry.stream.clone(), vec![entry])),
        }
    }
    for (stream, entries) in &streams {
        check_beginning(service, stream, entries).await?;
    }
    // Only now: of another meeting under the same name, the keys here open nothing.
    for (line, entry) in (1..).zip(&exported) {
        let ExportedEntry::Full(entry) = entry else { continue };
        let Some(slug) = entry.stream.meeting_slug() else { continue };
        let read = service.translator(slug)?.decode_strictly(entry);
        read.map_err(|error| ArchiveError::Line { line, why: error.to_string() })?;
    }
    let mut heads = Vec::new();
    for (stream, entries) in streams {
        heads.push((stream.clone(), store(service, &stream, entries).await?));
    }
    Ok(heads)
}

/// What is stored already must be the beginning of what is imported.
async fn check_beginning(
    service: &Service,
    stream: &StreamName,
    entries: &[PreparedEntry],
) -> Result<(), ArchiveError> {
    let head = service.ports().journal.head(stream).await?;
    let index = usize::try_from(head.number).unwrap_or(usize::MAX);
    let same = match index.checked_sub(1) {
        None => true,
        Some(last) => entries.get(last).is_some_and(|entry| entry.digest == head.digest),
    };
    if same { Ok(()) } else { Err(ArchiveError::Occupied(stream.clone())) }
}

async fn store(
    service: &Service,
    stream: &StreamName,
    entries: Vec<PreparedEntry>,
) -> Result<Head, ArchiveError> {
    let journal = &service.ports().journal;
    let mut head = journal.head(stream).await?;
    let done = usize::try_from(head.number).unwrap_or(usize::MAX);
    let mut rest = entries.into_iter().skip(done).peekable();
    while rest.peek().is_some() {
        let batch: Vec<PreparedEntry> = rest.by_ref().take(IMPORT_BATCH_ENTRIES).collect();
        match journal.append(stream, &head, batch).await {
            Ok(Appended::Stored(stored) | Appended::Already(stored)) => {
                head = stored.last().map_or(head, |entry| entry.head());
            }
            Err(AppendError::Conflict { .. }) => {
                return Err(ArchiveError::Occupied(stream.clone()));
            }
            Err(AppendError::Unknown(error) | AppendError::Failed(error)) => {
                return Err(error.into());
            }
        }
    }
    Ok(head)
}

/// What a verification found in one stream.
#[derive(Debug)]
pub struct Verified {
    /// The stream.
    pub stream: StreamName,
    /// How far it goes.
    pub head: Head,
}

/// Verifies one stream of a journal from its first entry, and against a head kept elsewhere.
///
/// # Errors
/// Names the stream and the first entry that is altered, missing, out of order, or other than kept;
/// or the first fact that this release cannot read.
pub async fn verify(
    service: &Service,
    stream: &StreamName,
    kept: Option<&Head>,
) -> Result<Verified, ArchiveError> {
    let mut chain = Chain::new(stream.clone());
    let mut from = 1;
    loop {
        let page = service.ports().journal.read(stream, from, PAGE_ENTRIES).await?;
        for entry in &page {
            chain.check(entry).map_err(ArchiveError::Broken)?;
            if let Some(slug) = stream.meeting_slug() {
                service.translator(slug)?.decode_strictly(entry).map_err(Failure::from)?;
            }
        }
        from += page.len() as u64;
        if page.len() < PAGE_ENTRIES {
            break;
        }
    }
    if let Some(kept) = kept {
        chain.check_head(kept).map_err(ArchiveError::Broken)?;
    }
    Ok(Verified { stream: stream.clone(), head: chain.head() })
}

/// Reads a head as papers print it: `96:<64 hexadecimal digits>`.
pub fn parse_head(text: &str) -> Option<Head> {
    let (number, digest) = text.trim().split_once(':')?;
    Some(Head { number: number.parse().ok()?, digest: digest.parse().ok()? })
}

/// Verifies a meeting's stream, against a head when one is given; answers its head as printed.
///
/// # Errors
/// As [`verify`]; and when the head is not one.
pub async fn check(
    service: &Service,
    slug: &str,
    kept: Option<&str>,
) -> Result<String, ArchiveError> {
    let stream = StreamName::meeting(slug).map_err(|bad| Failure::BadName(bad.to_string()))?;
    let kept = match kept {
        None => None,
        Some(text) => Some(parse_head(text).ok_or_else(|| ArchiveError::BadHead(text.to_owned()))?),
    };
    let verified = verify(service, &stream, kept.as_ref()).await?;
    Ok(format!("{}:{}", verified.head.number, verified.head.digest))
}
