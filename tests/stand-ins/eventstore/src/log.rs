//! The log that all nodes share, and the rule by which an append is taken, recognised or refused.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use tokio::sync::watch;
use uuid::Uuid;

/// Where the first record stands; positions are byte offsets on a real server, so they jump.
const FIRST_POSITION: u64 = 1_000;
const RECORD_OVERHEAD_BYTES: u64 = 100;
/// The server tells times in ticks of 100 ns since 1970.
const TICK_NANOS: u128 = 100;

/// An event as it is proposed.
#[derive(Clone, Debug)]
pub struct Proposed {
    /// The client's id of it.
    pub id: Uuid,
    /// `type` and `content-type`.
    pub metadata: HashMap<String, String>,
    /// The client's own metadata.
    pub custom_metadata: Vec<u8>,
    /// The data.
    pub data: Vec<u8>,
}

impl Proposed {
    /// What counts towards the largest append.
    pub(crate) fn size(&self) -> usize {
        let kind = self.metadata.get("type").map_or(0, String::len);
        self.data.len() + self.custom_metadata.len() + kind
    }
}

/// An event as it stands in the log.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its stream.
    pub stream: Vec<u8>,
    /// Its number in the stream, from 0.
    pub revision: u64,
    /// Its place among all.
    pub position: u64,
    /// When it was stored, in ticks.
    pub created: String,
    /// What was proposed.
    pub event: Proposed,
    /// From when on readers see it.
    shown_from: Instant,
}

/// What an append expects of its stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Anything.
    Any,
    /// That it does not exist.
    NoStream,
    /// That it exists.
    Exists,
    /// That this is its last revision.
    Exact(u64),
}

/// What became of an append.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Stored; the last revision and its position.
    Stored(u64, u64),
    /// The same ids stand there already; the last of them, and its position unless it is not told.
    Already(u64, Option<u64>),
    /// Refused; the stream's last revision.
    Wrong(Option<u64>),
    /// Refused for ever: the stream was deleted for good.
    Deleted,
}

/// What became of a deleted stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deletion {
    /// Readers do not find it; an append at "no stream" is taken, and counted on.
    Soft,
    /// Nobody reads or writes it any more. A mark stays among all events.
    Hard,
}

/// The revision and the type of the mark that a stream leaves which was deleted for good.
const TOMBSTONE: (u64, &str) = (i64::MAX.cast_unsigned(), "$streamDeleted");

/// The log.
#[derive(Debug)]
pub struct Log {
    kept: Mutex<Kept>,
    length: watch::Sender<usize>,
    lag: Duration,
}

#[derive(Debug, Default)]
struct Kept {
    records: Vec<Arc<Record>>,
    streams: HashMap<Vec<u8>, Vec<usize>>,
    /// Deleted streams, and from which revision on readers see the softly deleted ones.
    deleted: HashMap<Vec<u8>, (Deletion, usize)>,
}

impl Log {
    /// An empty log whose readers see what is written after `lag`: the writer judges at once, and
    /// its judgement can be told before what it judged by is shown.
    pub(crate) fn new(lag: Duration) -> Self {
        Self { kept: Mutex::default(), length: watch::Sender::new(0), lag }
    }

    /// After how long readers see what is written.
    pub(crate) fn lag(&self) -> Duration {
        self.lag
    }

    /// How many records readers see by now.
    pub(crate) fn shown(&self) -> usize {
        self.kept().shown()
    }

    /// Whether something was written that readers do not see yet.
    pub(crate) fn hides(&self) -> bool {
        let kept = self.kept();
        kept.shown() < kept.records.len()
    }

    /// Deletes a stream.
    pub fn delete(&self, name: &[u8], how: Deletion) {
        let mut kept = self.kept();
        let end = kept.streams.get(name).map_or(0, Vec::len);
        kept.deleted.insert(name.to_vec(), (how, end));
        if how == Deletion::Hard {
            let mark = [("type", TOMBSTONE.1), ("content-type", "application/octet-stream")];
            let metadata = mark.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
            let event = Proposed {
                id: Uuid::from_u128(kept.records.len() as u128),
                metadata,
                custom_metadata: Vec::new(),
                data: Vec::new(),
            };
            kept.mark(name, event);
        }
        let length = kept.records.len();
        drop(kept);
        self.length.send_modify(|seen| *seen = length.max(*seen));
    }

    /// Whether a stream was deleted for good.
    pub(crate) fn is_gone(&self, name: &[u8]) -> bool {
        self.kept().deleted.get(name).is_some_and(|(how, _)| *how == Deletion::Hard)
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// All records from index `from`, at most `limit`.
    pub fn records(&self, from: usize, limit: usize) -> Vec<Arc<Record>> {
        self.kept().records.iter().skip(from).take(limit).cloned().collect()
    }

    /// The index of the first record at `position` or behind it.
    pub(crate) fn index_of(&self, position: u64) -> usize {
        self.kept().records.partition_point(|record| record.position < position)
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.kept().records.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The records of one stream from `from` that readers see, at most `limit`; none when they see
    /// no such stream.
    pub fn stream(&self, name: &[u8], from: usize, limit: usize) -> Option<Vec<Arc<Record>>> {
        let kept = self.kept();
        let shown = kept.shown();
        let indexes = kept.streams.get(name)?;
        let begin = kept.deleted.get(name).map_or(0, |(_, begin)| *begin);
        indexes.get(begin).filter(|first| **first < shown)?;
        let records = indexes.iter().take_while(|index| **index < shown);
        let records = records.skip(from.max(begin)).take(limit);
        Some(records.filter_map(|index| kept.records.get(*index).cloned()).collect())
    }

    /// The last revision of a stream.
    pub fn last_revision(&self, name: &[u8]) -> Option<u64> {
        let kept = self.kept();
        kept.last(name)
    }

    /// Changes whenever something is stored.
    pub(crate) fn watch(&self) -> watch::Receiver<usize> {
        self.length.subscribe()
    }

    /// The rule of an append; readers see it at once. `checks` false makes the server forget to
    /// look at what is expected.
    pub fn append(
        &self,
        stream: &[u8],
        expected: Expected,
        events: &[Proposed],
        checks: bool,
    ) -> Verdict {
        self.write((stream, expected), events, (checks, Duration::ZERO))
    }

    /// The same; readers see it after `lag`.
    pub(crate) fn write(
        &self,
        (stream, expected): (&[u8], Expected),
        events: &[Proposed],
        (checks, lag): (bool, Duration),
    ) -> Verdict {
        let mut kept = self.kept();
        if kept.deleted.get(stream).is_some_and(|(how, _)| *how == Deletion::Hard) {
            return Verdict::Deleted;
        }
        let last = kept.last(stream);
        if checks && let Some(verdict) = kept.judge(stream, expected, last, events) {
            return verdict;
        }
        let mut end = (last.unwrap_or(0), 0);
        for event in events {
            end = kept.push(stream, event.clone(), lag);
        }
        let length = kept.records.len();
        drop(kept);
        self.length.send_modify(|seen| *seen = length.max(*seen));
        Verdict::Stored(end.0, end.1)
    }
}

impl Kept {
    /// How many records readers see by now: none behind one that they do not see.
    fn shown(&self) -> usize {
        let now = Instant::now();
        let hidden = self.records.iter().rev().take_while(|record| record.shown_from > now);
        self.records.len() - hidden.count()
    }

    /// The last revision of a stream, as its writer knows it.
    fn last(&self, name: &[u8]) -> Option<u64> {
        self.streams.get(name).map(|indexes| indexes.len() as u64 - 1)
    }

    /// From which revision on a softly deleted stream is there.
    fn begin(&self, name: &[u8]) -> u64 {
        self.deleted.get(name).map_or(0, |(_, begin)| *begin as u64)
    }

    /// A verdict other than "store it": what the server's commit check says of the revision.
    fn judge(
        &self,
        stream: &[u8],
        expected: Expected,
        last: Option<u64>,
        events: &[Proposed],
    ) -> Option<Verdict> {
        let length = last.map_or(0, |last| last + 1);
        let start = match expected {
            Expected::Any => {
                let first = events.first()?.id;
                let known = self.ids(stream, 0).position(|id| id == first);
                known.map_or(length, |known| known as u64)
            }
            Expected::Exists if last.is_none() => return Some(Verdict::Wrong(None)),
            Expected::Exists => length,
            // A stream that was softly deleted is none, and its numbers go on.
            Expected::NoStream => self.begin(stream),
            Expected::Exact(revision) => revision.saturating_add(1),
        };
        if start == length {
            return None;
        }
        if start < length {
            let from = usize::try_from(start).unwrap_or(usize::MAX);
            let mut standing = self.ids(stream, from);
            if events.iter().all(|event| standing.next() == Some(event.id)) {
                let last = (start + events.len() as u64).saturating_sub(1);
                return Some(Verdict::Already(last, self.position(stream, last)));
            }
            if expected == Expected::Any {
                return None;
            }
        }
        Some(Verdict::Wrong(last))
    }

    fn position(&self, stream: &[u8], revision: u64) -> Option<u64> {
        let at = usize::try_from(revision).ok()?;
        let index = self.streams.get(stream)?.get(at)?;
        self.records.get(*index).map(|record| record.position)
    }

    fn ids(&self, stream: &[u8], from: usize) -> impl Iterator<Item = Uuid> + '_ {
        let indexes = self.streams.get(stream).map_or(&[][..], Vec::as_slice);
        let records = indexes.iter().skip(from).filter_map(|index| self.records.get(*index));
        records.map(|record| record.event.id)
    }

    fn next_position(&self) -> u64 {
        self.records.last().map_or(FIRST_POSITION, |last| {
            last.position + RECORD_OVERHEAD_BYTES + last.event.size() as u64
        })
    }

    /// The mark of a stream that was deleted for good: it stands among all events alone.
    fn mark(&mut self, stream: &[u8], event: Proposed) {
        let (position, shown_from) = (self.next_position(), Instant::now());
        let (stream, created) = (stream.to_vec(), ticks());
        let revision = TOMBSTONE.0;
        let record = Record { stream, revision, position, created, event, shown_from };
        self.records.push(Arc::new(record));
    }

    fn push(&mut self, stream: &[u8], event: Proposed, lag: Duration) -> (u64, u64) {
        let position = self.next_position();
        let indexes = self.streams.entry(stream.to_vec()).or_default();
        let revision = indexes.len() as u64;
        indexes.push(self.records.len());
        let stream = stream.to_vec();
        let (created, shown_from) = (ticks(), Instant::now() + lag);
        let record = Record { stream, revision, position, created, event, shown_from };
        self.records.push(Arc::new(record));
        (revision, position)
    }
}

fn ticks() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    (since.as_nanos() / TICK_NANOS).to_string()
}
