//! A meeting's history as a file: exported for a circle of readers, imported whole, verified.

use std::collections::HashMap;
use std::io::{BufRead, Write};

use plenary_domain::projection::disclosure;
use plenary_domain::text::visible;
use plenary_domain::{Readers, Views};
use plenary_journal::export::{self, ExportError, ExportedEntry};
use plenary_journal::verify::{Broken, Chain};
use plenary_journal::{
    AppendError, Appended, Head, Journal, JournalError, MemoryJournal, PreparedEntry, StreamName,
};
use uuid::Uuid;

use crate::outcome::Failure;
use crate::turn::PAGE_ENTRIES;
use crate::{Service, TranslateError};

/// The most entries of one import that are appended at once.
const IMPORT_BATCH_ENTRIES: usize = 500;
/// How the kind of a meeting's first entry begins, in every version.
const CONVENED: &str = "meeting.convened.";

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
    #[error("{0} already exists in this journal and differs from this file")]
    Occupied(StreamName),
    /// What follows from the history is not as it must be.
    #[error("{0}: {1}")]
    Judged(StreamName, String),
    /// The store failed in the middle; the same import continues from there.
    #[error("{2}. {1} entries of {0} were stored; run the same import again to continue")]
    Partly(StreamName, u64, #[source] Box<ArchiveError>),
    /// The output.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The chain does not hold.
    #[error("{0}")]
    Broken(Broken),
    /// There is no such meeting.
    #[error("there is no meeting `{0}` in this journal")]
    NoMeeting(String),
    /// What was given is not a head.
    #[error(
        "`{0}` is not a head: write NUMBER:DIGEST as papers print it, with 64 hexadecimal digits"
    )]
    BadHead(String),
    /// The file holds no entry.
    #[error("the file has no entries")]
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
        let bad = |why: String| ArchiveError::Line { line, why: visible(&why) };
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

/// Whether the views of an imported meeting are as they must be; if not, a sentence says why.
pub type Judge<'j> = &'j (dyn Fn(&Views) -> Result<(), String> + Sync);

/// Stores a full export with the same bytes and digests. Repeating it, or going on after an
/// interruption, stores what is missing.
///
/// Everything is checked before anything is stored: each line and chain; that it holds meetings,
/// each from its convocation on; that every event is in its one written form with texts that the
/// rules allow; what `judge` says; that the store takes each entry; and that no id is taken.
///
/// # Errors
/// Names the line or the stream at fault; nothing is stored then. [`ArchiveError::Partly`] is the
/// one exception: the store failed in the middle and keeps the beginning.
pub async fn import(
    service: &Service,
    input: impl BufRead,
    judge: Judge<'_>,
) -> Result<Vec<(StreamName, Head)>, ArchiveError> {
    let exported = read(input)?;
    let mut streams: Vec<(StreamName, Vec<PreparedEntry>)> = Vec::new();
    for (line, entry) in (1..).zip(exported.iter().cloned()) {
        let ExportedEntry::Full(entry) = entry else { return Err(ArchiveError::Withheld(line)) };
        match streams.iter_mut().find(|(stream, _)| *stream == entry.stream) {
            Some((_, entries)) => entries.push(entry),
            None => {
                let bad = |why: String| ArchiveError::Line { line, why };
                if entry.stream.meeting_slug().is_none() {
                    let why = format!("{} is not a meeting;", entry.stream);
                    return Err(bad(format!("{why} only meetings can be imported")));
                }
                if !entry.kind.starts_with(CONVENED) {
                    return Err(bad("a meeting's first entry must convene it".to_owned()));
                }
                streams.push((entry.stream.clone(), vec![entry]));
            }
        }
    }
    for (stream, entries) in &streams {
        check_beginning(service, stream, entries).await?;
    }
    // Only now: of another meeting under the same name, the keys here open nothing.
    for (stream, entries) in &streams {
        check_facts(service, (stream, entries), &exported, judge)?;
    }
    check_ids(service, &exported).await?;
    let rehearsal = MemoryJournal::new();
    for (stream, entries) in &streams {
        store(&rehearsal, stream, entries.clone()).await.map_err(|failed| failed.why)?;
    }
    let mut heads = Vec::new();
    for (stream, entries) in streams {
        let head = store(&*service.ports().journal, &stream, entries).await;
        let head = head.map_err(|Stopped { why, head }| {
            let is_first = heads.is_empty() && head == Head::EMPTY;
            let (stream, number) = (stream.clone(), head.number);
            if is_first { why } else { ArchiveError::Partly(stream, number, Box::new(why)) }
        })?;
        heads.push((stream, head));
    }
    Ok(heads)
}

/// Every fact in its one written form, and the views that follow from them.
fn check_facts(
    service: &Service,
    (stream, entries): (&StreamName, &[PreparedEntry]),
    exported: &[ExportedEntry],
    judge: Judge<'_>,
) -> Result<(), ArchiveError> {
    let translator = service.translator(stream.meeting_slug().unwrap_or_default())?;
    let mut views = Views::default();
    for entry in entries {
        let read = translator.decode_strictly(entry).map_err(|error| {
            let is_it =
                |one: &ExportedEntry| matches!(one, ExportedEntry::Full(one) if one == entry);
            let line = exported.iter().position(is_it).map_or(0, |index| index + 1);
            ArchiveError::Line { line, why: error.to_string() }
        })?;
        views.evolve(&read);
    }
    judge(&views).map_err(|why| ArchiveError::Judged(stream.clone(), why))
}

/// No id of the file stands in another stream of the journal.
async fn check_ids(service: &Service, exported: &[ExportedEntry]) -> Result<(), ArchiveError> {
    let full = |entry: &ExportedEntry| match entry {
        ExportedEntry::Full(entry) => Some((entry.id, entry.stream.clone())),
        ExportedEntry::Withheld(_) => None,
    };
    let wanted: HashMap<Uuid, StreamName> = exported.iter().filter_map(full).collect();
    let mut after = None;
    loop {
        let page = service.ports().journal.read_all(after, PAGE_ENTRIES).await?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some(last.position);
        let taken = page
            .iter()
            .find(|entry| wanted.get(&entry.id).is_some_and(|stream| *stream != entry.stream));
        if let Some(taken) = taken {
            let at = |one: &ExportedEntry| full(one).is_some_and(|(id, _)| id == taken.id);
            let line = exported.iter().position(at).map_or(0, |index| index + 1);
            let why = format!("its id {} already exists in {}", taken.id, taken.stream);
            return Err(ArchiveError::Line { line, why });
        }
    }
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

/// Why storing stopped, and how far it came.
struct Stopped {
    why: ArchiveError,
    head: Head,
}

async fn store(
    journal: &dyn Journal,
    stream: &StreamName,
    entries: Vec<PreparedEntry>,
) -> Result<Head, Stopped> {
    let mut head = Head::EMPTY;
    let stopped = |why: ArchiveError, head: Head| Stopped { why, head };
    head = journal.head(stream).await.map_err(|error| stopped(error.into(), head))?;
    let done = usize::try_from(head.number).unwrap_or(usize::MAX);
    let mut rest = entries.into_iter().skip(done).peekable();
    while rest.peek().is_some() {
        let batch: Vec<PreparedEntry> = rest.by_ref().take(IMPORT_BATCH_ENTRIES).collect();
        match journal.append(stream, &head, batch).await {
            Ok(Appended::Stored(stored) | Appended::Already(stored)) => {
                head = stored.last().map_or(head, |entry| entry.head());
            }
            Err(AppendError::Conflict { .. }) => {
                return Err(stopped(ArchiveError::Occupied(stream.clone()), head));
            }
            Err(AppendError::Unknown(error) | AppendError::Failed(error)) => {
                return Err(stopped(error.into(), head));
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
