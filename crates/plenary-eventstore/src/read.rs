//! Reads: a page of one stream, of all streams, a head. A read that finds nobody, or a node that
//! does not lead, looks for another node for a while.

use std::time::Duration;

use plenary_journal::stream::PREFIXES;
use plenary_journal::{Head, JournalError, Position, StoredEntry, StreamName};
use tokio::time::{Instant, timeout};

use crate::connection::{Connection, Node};
use crate::failure::Failure;
use crate::protocol::client::StreamIdentifier;
use crate::protocol::streams::ReadReq;
use crate::protocol::streams::read_req::Options;
use crate::protocol::streams::read_req::options::filter_options::{Expression, Filter, Window};
use crate::protocol::streams::read_req::options::stream_options::RevisionOption;
use crate::protocol::streams::read_req::options::{
    AllOptions, ControlOption, CountOption, FilterOption, FilterOptions, Position as Timestamp,
    ReadDirection, StreamOption, StreamOptions, SubscriptionOptions, UuidOption, all_options,
    uuid_option,
};
use crate::protocol::streams::read_resp::read_event::Position as Place;
use crate::protocol::streams::read_resp::{Content, ReadEvent};
use crate::record::{self, Found};

/// How many events the server looks at before it sends what the filter leaves of them.
const FILTER_WINDOW: u32 = 256;
/// How many events are read at once where everything is read and filtered here.
const PASSED_EVENTS: usize = 4_096;
/// How long is read through what others stored before it is told how far one came.
const PASSING_MAX: Duration = Duration::from_secs(60);
/// The server's numbers are 64-bit and signed, though the protocol's are not.
const REVISION_MAX: u64 = i64::MAX.cast_unsigned();
/// What this client understands: it does not stumble over the positions of a stream's ends.
const COMPATIBILITY: u32 = 1;

/// What is asked, without the call's own trimmings.
struct Question {
    stream: StreamOption,
    direction: ReadDirection,
    count: CountOption,
    filter: FilterOption,
}

/// Entries of one stream from number `from`; a hole before or between them is damage.
pub(crate) async fn stream(
    connection: &Connection,
    stream: &StreamName,
    from: u64,
    limit: usize,
) -> Result<Vec<StoredEntry>, JournalError> {
    let from = from.max(1);
    // No stream is longer, and the server fails at a revision that is no 64-bit signed number.
    if limit == 0 || from > REVISION_MAX {
        return Ok(Vec::new());
    }
    let question = Question {
        stream: stream_option(stream, RevisionOption::Revision(from - 1)),
        direction: ReadDirection::Forwards,
        count: CountOption::Count(limit as u64),
        filter: FilterOption::NoFilter(()),
    };
    let entries = sorted(ask(connection, question).await?.events())?.entries;
    for (entry, number) in entries.iter().zip(from..) {
        if entry.stream != *stream || entry.number != number {
            let (stream, why) = (stream.to_string(), "the store does not show it".to_owned());
            return Err(JournalError::Damaged { stream, number, why });
        }
    }
    Ok(entries)
}

/// What was read of all streams.
#[derive(Default)]
pub(crate) struct Page {
    pub(crate) entries: Vec<StoredEntry>,
    /// Streams of ours that were deleted for good.
    pub(crate) deleted: Vec<StreamName>,
    /// How far it was read, whosever the last event is.
    until: Option<Position>,
}

/// Entries of all streams after a position. A read begins with what stands at its position.
///
/// The store filters, and sends nothing while it passes what others stored. When that takes longer
/// than an answer may, everything is read and filtered here: then each event is an answer, and what
/// was passed once is not passed again.
pub(crate) async fn all(
    connection: &Connection,
    after: Option<Position>,
    limit: usize,
) -> Result<Page, JournalError> {
    if limit == 0 || after.is_some_and(|after| after.0 > REVISION_MAX) {
        return Ok(Page::default());
    }
    let begin = connection.begin_of(after);
    let count = limit.saturating_add(1);
    match ask(connection, of_all(begin, count, ours())).await? {
        Answer::Events(events) => Ok(sorted(events)?.after(after, limit)),
        Answer::Silence => pass(connection, after, limit).await,
    }
}

/// Reads everything behind `after` and keeps what is ours.
async fn pass(
    connection: &Connection,
    after: Option<Position>,
    limit: usize,
) -> Result<Page, JournalError> {
    let mut page = Page { until: connection.begin_of(after), ..Page::default() };
    let end = Instant::now() + PASSING_MAX;
    while page.entries.len() < limit {
        let passed = of_all(page.until, PASSED_EVENTS, FilterOption::NoFilter(()));
        let events = ask(connection, passed).await?.events();
        let is_last = events.len() < PASSED_EVENTS;
        let more = sorted(events)?;
        let is_further = more.until > page.until;
        page.until = more.until.max(page.until);
        page.deleted.extend(more.deleted);
        let known = page.entries.last().map(|last| last.position).or(after);
        page.entries.extend(more.entries.into_iter().filter(|entry| Some(entry.position) > known));
        if let Some(until) = page.until.filter(|_| page.entries.is_empty()) {
            connection.nothing_until(after, until);
        }
        if is_last || !is_further {
            break;
        }
        if Instant::now() > end && page.entries.is_empty() {
            let at = page.until.map_or(0, |until| until.0);
            return Err(JournalError::unavailable(format!(
                "the store at the setting `journal` holds much that is not Plenary's: it was read \
                 up to position {at}, and the next attempt goes on there"
            )));
        }
    }
    page.entries.truncate(limit);
    Ok(page)
}

fn of_all(from: Option<Position>, count: usize, filter: FilterOption) -> Question {
    Question {
        stream: all_option(from),
        direction: ReadDirection::Forwards,
        count: CountOption::Count(count as u64),
        filter,
    }
}

impl Page {
    /// What lies behind `after`, at most `limit` entries.
    fn after(mut self, after: Option<Position>, limit: usize) -> Self {
        self.entries.retain(|entry| after.is_none_or(|after| entry.position > after));
        self.entries.truncate(limit);
        self
    }
}

/// The head of one stream.
pub(crate) async fn head(
    connection: &Connection,
    stream: &StreamName,
) -> Result<Head, JournalError> {
    let question = Question {
        stream: stream_option(stream, RevisionOption::End(())),
        direction: ReadDirection::Backwards,
        count: CountOption::Count(1),
        filter: FilterOption::NoFilter(()),
    };
    let entries = sorted(ask(connection, question).await?.events())?.entries;
    Ok(entries.first().map_or(Head::EMPTY, |last| last.head()))
}

/// The request of a subscription to everything of ours after a position.
pub(crate) fn subscription(after: Option<Position>) -> ReadReq {
    request(Question {
        stream: all_option(after),
        direction: ReadDirection::Forwards,
        count: CountOption::Subscription(SubscriptionOptions {}),
        filter: ours(),
    })
}

/// What came of a question.
enum Answer {
    Events(Vec<ReadEvent>),
    /// The store began to filter, and sent nothing for as long as an answer may take.
    Silence,
}

impl Answer {
    fn events(self) -> Vec<ReadEvent> {
        match self {
            Self::Events(events) => events,
            Self::Silence => Vec::new(),
        }
    }
}

async fn ask(connection: &Connection, question: Question) -> Result<Answer, JournalError> {
    let request = request(question);
    let end = connection.search_end();
    loop {
        let failure = match connection.node().await {
            Ok(node) => match attempt(connection, &node, &request).await {
                Ok(answer) => {
                    connection.found(true);
                    return answer;
                }
                Err(failure) => {
                    connection.leave(&node, &failure).await;
                    failure
                }
            },
            Err(failure) => failure,
        };
        let is_refused = matches!(failure, Failure::Refused(_));
        if is_refused || Instant::now() >= end {
            connection.found(is_refused);
            return Err(failure.told(&connection.shown()));
        }
        connection.pause().await;
    }
}

/// One read. Only where the store filters can it be silent and well. The outer error is the
/// connection's, the inner one that of an answer that makes no sense, which another node would not
/// mend.
async fn attempt(
    connection: &Connection,
    node: &Node,
    request: &ReadReq,
) -> Result<Result<Answer, JournalError>, Failure> {
    let late = |_| Failure::Unknown(format!("{} does not answer in time", node.place));
    let (is_all, is_filtered) = reads_all(request);
    let failed = |status| match is_all {
        true => Failure::of_all(&status, &node.place),
        false => Failure::of(&status, &node.place),
    };
    let mut streams = node.streams.clone();
    let call = streams.read(connection.request(request.clone()));
    let answer = timeout(connection.patience(), call).await.map_err(late)?.map_err(failed)?;
    let mut messages = answer.into_inner();
    let mut events = Vec::new();
    loop {
        let next = timeout(connection.patience(), messages.message()).await;
        if next.is_err() && is_filtered {
            return Ok(Ok(Answer::Silence));
        }
        let Some(message) = next.map_err(late)?.map_err(failed)? else {
            return Ok(Ok(Answer::Events(events)));
        };
        match message.content {
            Some(Content::Event(event)) => events.push(event),
            Some(Content::StreamNotFound(_)) => return Ok(Ok(Answer::Events(Vec::new()))),
            Some(_) => {}
            None => return Ok(Err(record::not_understood("a message without content"))),
        }
    }
}

/// Whether all streams are read, and whether the store filters.
fn reads_all(request: &ReadReq) -> (bool, bool) {
    let Some(options) = &request.options else { return (false, false) };
    let is_all = matches!(options.stream_option, Some(StreamOption::All(_)));
    (is_all, matches!(options.filter_option, Some(FilterOption::Filter(_))))
}

/// What the events are to a journal.
fn sorted(events: Vec<ReadEvent>) -> Result<Page, JournalError> {
    let mut page = Page::default();
    for event in events {
        if let Some(Place::CommitPosition(at)) = event.position {
            page.until = Some(Position(at));
        }
        match record::found(event)? {
            Found::Entry(entry) => page.entries.push(*entry),
            Found::Deleted(stream) => page.deleted.push(stream),
            Found::Foreign => {}
        }
    }
    Ok(page)
}

fn request(question: Question) -> ReadReq {
    let Question { stream, direction, count, filter } = question;
    ReadReq {
        options: Some(Options {
            read_direction: direction.into(),
            resolve_links: false,
            uuid_option: Some(UuidOption { content: Some(uuid_option::Content::String(())) }),
            control_option: Some(ControlOption { compatibility: COMPATIBILITY }),
            stream_option: Some(stream),
            count_option: Some(count),
            filter_option: Some(filter),
        }),
    }
}

fn stream_option(stream: &StreamName, revision: RevisionOption) -> StreamOption {
    let stream_name = stream.as_str().as_bytes().to_vec();
    StreamOption::Stream(StreamOptions {
        stream_identifier: Some(StreamIdentifier { stream_name }),
        revision_option: Some(revision),
    })
}

fn all_option(after: Option<Position>) -> StreamOption {
    let start = match after {
        None => all_options::AllOption::Start(()),
        Some(Position(at)) => all_options::AllOption::Position(Timestamp {
            commit_position: at,
            prepare_position: at,
        }),
    };
    StreamOption::All(AllOptions { all_option: Some(start) })
}

fn ours() -> FilterOption {
    let prefix = PREFIXES.map(str::to_owned).to_vec();
    FilterOption::Filter(FilterOptions {
        checkpoint_interval_multiplier: 1,
        filter: Some(Filter::StreamIdentifier(Expression { regex: String::new(), prefix })),
        window: Some(Window::Max(FILTER_WINDOW)),
    })
}
