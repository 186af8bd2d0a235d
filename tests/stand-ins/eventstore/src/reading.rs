//! Reads and subscriptions: which records, in which form, and when a subscription ends.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc;
use tonic::Status;

use crate::fault::{Ending, Faults, Malformed, Quirk};
use crate::filter::Filter;
use crate::log::{Log, Record};
use crate::node::Node;
use crate::protocol::client::{StreamIdentifier, Uuid, uuid};
use crate::protocol::streams::ReadResp;
use crate::protocol::streams::read_resp::read_event::{Position as At, RecordedEvent};
use crate::protocol::streams::read_resp::{
    CaughtUp, Checkpoint, Content, Position, ReadEvent, StreamNotFound, SubscriptionConfirmation,
};
use crate::refusal;

/// How many records are taken from the log at once.
const PAGE_RECORDS: usize = 512;

/// What is read.
pub(crate) enum Place {
    /// One stream, from a revision; `None` is its end.
    Stream(Vec<u8>, Option<u64>),
    /// All streams, from a position; `None` is the end.
    All(Option<u64>),
}

pub(crate) struct Reading {
    pub(crate) log: Arc<Log>,
    pub(crate) faults: Arc<Faults>,
    pub(crate) node: Node,
    pub(crate) place: Place,
    pub(crate) filter: Filter,
}

type Answers = mpsc::Sender<Result<ReadResp, Status>>;

impl Reading {
    /// Answers a read of at most `count` events.
    pub(crate) async fn read(self, backwards: bool, count: u64, answers: Answers) {
        let limit = usize::try_from(count).unwrap_or(usize::MAX);
        let skip = usize::from(self.faults.has(Quirk::LosesFirst));
        let records = match &self.place {
            Place::Stream(name, from) => match self.log.stream(name, 0, usize::MAX) {
                None => {
                    let stream_identifier = Some(identifier(name));
                    let missing = Content::StreamNotFound(StreamNotFound { stream_identifier });
                    let _ = answers.send(Ok(response(missing))).await;
                    return;
                }
                Some(records) => of_stream(records, *from, backwards),
            },
            Place::All(from) => self.of_all(*from, backwards, limit.saturating_add(skip)).await,
        };
        for record in records.iter().skip(skip).take(limit) {
            if answers.send(Ok(self.event(record))).await.is_err() {
                return;
            }
        }
    }

    async fn of_all(&self, from: Option<u64>, backwards: bool, limit: usize) -> Vec<Arc<Record>> {
        let length = self.log.shown();
        if backwards {
            // Backwards a position is exclusive.
            let end = from.map_or(length, |position| self.log.index_of(position));
            let mut records = self.log.records(0, end);
            records.retain(|record| self.filter.shows(record));
            records.reverse();
            return records;
        }
        // Forwards it is inclusive.
        let mut next = from.map_or(length, |position| self.log.index_of(position));
        let mut found = Vec::new();
        while next < length && found.len() < limit {
            let page = self.log.records(next, PAGE_RECORDS.min(length - next));
            next += page.len();
            let filters = !matches!(self.filter, Filter::None);
            if let Some(wait) = self.faults.filter_takes().filter(|_| filters) {
                tokio::time::sleep(wait).await;
            }
            found.extend(page.into_iter().filter(|record| self.filter.shows(record)));
        }
        found
    }

    /// Serves a subscription: history, then word that it is all, then what comes. `after` says
    /// that the place itself was seen.
    pub(crate) async fn subscribe(self, after: bool, answers: Answers) {
        let mut endings = self.faults.endings();
        let mut news = self.log.watch();
        let after = after && !self.faults.has(Quirk::SubscribesInclusively);
        let subscription_id = ::uuid::Uuid::from_u128(7).to_string();
        let confirmed = Content::Confirmation(SubscriptionConfirmation { subscription_id });
        if answers.send(Ok(response(confirmed))).await.is_err() {
            return;
        }
        let mut next = self.start(after);
        let mut is_live = false;
        loop {
            news.mark_unchanged();
            let is_silent = self.node.shared.is_silent(self.node.index);
            let page = if is_silent { Vec::new() } else { self.page(&mut next) };
            let is_last = page.len() < PAGE_RECORDS;
            if let (false, Some(last), Filter::Stream(_) | Filter::Kind(_)) =
                (page.iter().any(|record| self.filter.shows(record)), page.last(), &self.filter)
                && answers.send(Ok(response(checkpoint(last.position)))).await.is_err()
            {
                return;
            }
            for record in page.iter().filter(|record| self.filter.shows(record)) {
                if answers.send(Ok(self.event(record))).await.is_err() {
                    return;
                }
            }
            if !is_last {
                continue;
            }
            if !is_live {
                is_live = true;
                if answers.send(Ok(response(self.caught_up()))).await.is_err() {
                    return;
                }
            }
            let lag = self.log.lag().max(Duration::from_millis(1));
            tokio::select! {
                // What is written is heard of before it is shown.
                () = tokio::time::sleep(lag), if self.log.hides() || is_silent => {}
                changed = news.changed() => if changed.is_err() { return },
                () = answers.closed() => return,
                _ = endings.changed() => {
                    let how = endings.borrow().1;
                    if let Some(status) = how.and_then(status_of) {
                        let _ = answers.send(Err(status)).await;
                    }
                    return;
                }
            }
        }
    }

    /// The index (of the stream or of the log) at which a subscription begins.
    fn start(&self, after: bool) -> usize {
        let one = usize::from(after);
        match &self.place {
            Place::Stream(name, None) => {
                self.log.last_revision(name).map_or(0, |last| index(last) + 1)
            }
            Place::Stream(_, Some(revision)) => index(*revision) + one,
            Place::All(None) => self.log.shown(),
            Place::All(Some(position)) => {
                let at = self.log.index_of(*position);
                let stands = self.log.records(at, 1).first().map(|record| record.position);
                at + usize::from(after && stands == Some(*position))
            }
        }
    }

    fn page(&self, next: &mut usize) -> Vec<Arc<Record>> {
        let page = match &self.place {
            Place::Stream(name, _) => {
                self.log.stream(name, *next, PAGE_RECORDS).unwrap_or_default()
            }
            Place::All(_) => {
                let left = self.log.shown().saturating_sub(*next);
                self.log.records(*next, PAGE_RECORDS.min(left))
            }
        };
        *next += page.len();
        page
    }

    fn caught_up(&self) -> Content {
        let last = self.log.len().checked_sub(1).and_then(|last| self.log.records(last, 1).pop());
        let timestamp = Some(prost_types::Timestamp { seconds: 1_700_000_000, nanos: 0 });
        let (mut stream_revision, mut position) = (None, None);
        match &self.place {
            Place::Stream(name, _) => {
                let last = self.log.last_revision(name);
                stream_revision = last.and_then(|last| i64::try_from(last).ok());
            }
            Place::All(_) => {
                position = last.map(|last| Position {
                    commit_position: last.position,
                    prepare_position: last.position,
                });
            }
        }
        Content::CaughtUp(CaughtUp { timestamp, stream_revision, position })
    }

    /// A record as an answer, with whatever is to be wrong with it.
    fn event(&self, record: &Record) -> ReadResp {
        let (malformed, quirk) = self.faults.of_events();
        let mut event = recorded(record);
        if quirk == Some(Quirk::AltersData) {
            event.data.push(b' ');
        }
        match malformed {
            None | Some(Malformed::NoContent | Malformed::NoEvent) => {}
            Some(Malformed::NoId) => event.id = None,
            Some(Malformed::BadId) => {
                let value = Some(uuid::Value::String("no id".to_owned()));
                event.id = Some(Uuid { value });
            }
            Some(Malformed::NoStream) => event.stream_identifier = None,
            Some(Malformed::NoType) => event.metadata.clear(),
            Some(Malformed::BadMetadata) => event.custom_metadata = b"{\"at\":".to_vec(),
        }
        if malformed == Some(Malformed::NoContent) {
            return ReadResp { content: None };
        }
        let event = (malformed != Some(Malformed::NoEvent)).then_some(event);
        let position = Some(At::CommitPosition(record.position));
        response(Content::Event(ReadEvent { event, link: None, position }))
    }
}

fn of_stream(
    mut records: Vec<Arc<Record>>,
    from: Option<u64>,
    backwards: bool,
) -> Vec<Arc<Record>> {
    match (from, backwards) {
        (Some(from), false) => records.retain(|record| record.revision >= from),
        (Some(from), true) => records.retain(|record| record.revision <= from),
        (None, false) => records.clear(),
        (None, true) => {}
    }
    if backwards {
        records.reverse();
    }
    records
}

fn index(revision: u64) -> usize {
    usize::try_from(revision).unwrap_or(usize::MAX - 1)
}

fn status_of(ending: Ending) -> Option<Status> {
    match ending {
        Ending::Ok => None,
        Ending::Unavailable => Some(refusal::not_ready()),
        Ending::Aborted => Some(Status::aborted("Operation timed out: consumer too slow")),
    }
}

fn recorded(record: &Record) -> RecordedEvent {
    let mut metadata = record.event.metadata.clone();
    metadata.insert("created".to_owned(), record.created.clone());
    let value = Some(uuid::Value::String(record.event.id.to_string()));
    RecordedEvent {
        id: Some(Uuid { value }),
        stream_identifier: Some(identifier(&record.stream)),
        stream_revision: record.revision,
        prepare_position: record.position,
        commit_position: record.position,
        metadata,
        custom_metadata: record.event.custom_metadata.clone(),
        data: record.event.data.clone(),
    }
}

fn identifier(name: &[u8]) -> StreamIdentifier {
    StreamIdentifier { stream_name: name.to_vec() }
}

/// How far a filtered subscription has come without anything to show.
fn checkpoint(position: u64) -> Content {
    Content::Checkpoint(Checkpoint {
        commit_position: position,
        prepare_position: position,
        ..Checkpoint::default()
    })
}

fn response(content: Content) -> ReadResp {
    ReadResp { content: Some(content) }
}
