//! The log that all nodes share, and the rule by which an append is taken, recognised or refused.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

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
        self.data.len() + self.custom_metadata.len()
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
    /// The same ids stand there already; the last of them.
    Already(u64),
    /// Refused; the stream's last revision.
    Wrong(Option<u64>),
}

/// The log.
#[derive(Debug)]
pub struct Log {
    kept: Mutex<Kept>,
    length: watch::Sender<usize>,
}

#[derive(Debug, Default)]
struct Kept {
    records: Vec<Arc<Record>>,
    streams: HashMap<Vec<u8>, Vec<usize>>,
}

impl Default for Log {
    fn default() -> Self {
        Self { kept: Mutex::default(), length: watch::Sender::new(0) }
    }
}

impl Log {
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

    /// The records of one stream from `from`, at most `limit`; none when it does not exist.
    pub fn stream(&self, name: &[u8], from: usize, limit: usize) -> Option<Vec<Arc<Record>>> {
        let kept = self.kept();
        let indexes = kept.streams.get(name)?;
        let records = indexes.iter().skip(from).take(limit);
        Some(records.filter_map(|index| kept.records.get(*index).cloned()).collect())
    }

    /// The last revision of a stream.
    pub fn last_revision(&self, name: &[u8]) -> Option<u64> {
        let kept = self.kept();
        kept.streams.get(name).map(|indexes| indexes.len() as u64 - 1)
    }

    /// Changes whenever something is stored.
    pub(crate) fn watch(&self) -> watch::Receiver<usize> {
        self.length.subscribe()
    }

    /// The rule of an append. `checks` false makes the server forget to look at what is expected.
    pub fn append(
        &self,
        stream: &[u8],
        expected: Expected,
        events: &[Proposed],
        checks: bool,
    ) -> Verdict {
        let mut kept = self.kept();
        let last = kept.streams.get(stream).map(|indexes| indexes.len() as u64 - 1);
        if checks && let Some(verdict) = kept.judge(stream, expected, last, events) {
            return verdict;
        }
        let mut end = (last.unwrap_or(0), 0);
        for event in events {
            end = kept.push(stream, event.clone());
        }
        let length = kept.records.len();
        drop(kept);
        self.length.send_modify(|seen| *seen = length.max(*seen));
        Verdict::Stored(end.0, end.1)
    }
}

impl Kept {
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
            Expected::NoStream => 0,
            Expected::Exact(revision) => revision.saturating_add(1),
        };
        if start == length {
            return None;
        }
        if start < length {
            let from = usize::try_from(start).unwrap_or(usize::MAX);
            let mut standing = self.ids(stream, from);
            if events.iter().all(|event| standing.next() == Some(event.id)) {
                return Some(Verdict::Already((start + events.len() as u64).saturating_sub(1)));
            }
            if expected == Expected::Any {
                return None;
            }
        }
        Some(Verdict::Wrong(last))
    }

    fn ids(&self, stream: &[u8], from: usize) -> impl Iterator<Item = Uuid> + '_ {
        let indexes = self.streams.get(stream).map_or(&[][..], Vec::as_slice);
        let records = indexes.iter().skip(from).filter_map(|index| self.records.get(*index));
        records.map(|record| record.event.id)
    }

    fn push(&mut self, stream: &[u8], event: Proposed) -> (u64, u64) {
        let position = self.records.last().map_or(FIRST_POSITION, |last| {
            last.position + RECORD_OVERHEAD_BYTES + last.event.size() as u64
        });
        let indexes = self.streams.entry(stream.to_vec()).or_default();
        let revision = indexes.len() as u64;
        indexes.push(self.records.len());
        let stream = stream.to_vec();
        let record = Record { stream, revision, position, created: ticks(), event };
        self.records.push(Arc::new(record));
        (revision, position)
    }
}

fn ticks() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    (since.as_nanos() / TICK_NANOS).to_string()
}
