//! Reads: a page of one stream, of all streams, a head. A read that finds nobody, or a node that
//! does not lead, looks for another node for a while.

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
use crate::protocol::streams::read_resp::{Content, ReadEvent};
use crate::record;

/// How many events the server looks at before it sends what the filter leaves of them.
const FILTER_WINDOW: u32 = 256;
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
    if limit == 0 {
        return Ok(Vec::new());
    }
    let question = Question {
        stream: stream_option(stream, RevisionOption::Revision(from - 1)),
        direction: ReadDirection::Forwards,
        count: CountOption::Count(limit as u64),
        filter: FilterOption::NoFilter(()),
    };
    let entries = entries(ask(connection, question).await?)?;
    for (entry, number) in entries.iter().zip(from..) {
        if entry.stream != *stream || entry.number != number {
            let (stream, why) = (stream.to_string(), "the store does not show it".to_owned());
            return Err(JournalError::Damaged { stream, number, why });
        }
    }
    Ok(entries)
}

/// Entries of all streams after a position. A read begins with what stands at its position.
pub(crate) async fn all(
    connection: &Connection,
    after: Option<Position>,
    limit: usize,
) -> Result<Vec<StoredEntry>, JournalError> {
    if limit == 0 {
        return Ok(Vec::new());
    }
    let question = Question {
        stream: all_option(after),
        direction: ReadDirection::Forwards,
        count: CountOption::Count((limit as u64).saturating_add(1)),
        filter: ours(),
    };
    let mut entries = entries(ask(connection, question).await?)?;
    entries.retain(|entry| after.is_none_or(|after| entry.position > after));
    entries.truncate(limit);
    Ok(entries)
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
    let entries = entries(ask(connection, question).await?)?;
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

async fn ask(connection: &Connection, question: Question) -> Result<Vec<ReadEvent>, JournalError> {
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

/// One read. The outer error is the connection's, the inner one that of an answer that makes no
/// sense, which another node would not mend.
async fn attempt(
    connection: &Connection,
    node: &Node,
    request: &ReadReq,
) -> Result<Result<Vec<ReadEvent>, JournalError>, Failure> {
    let late = |_| Failure::Unknown(format!("{} does not answer in time", node.place));
    let failed = |status| Failure::of(&status, &node.place);
    let mut streams = node.streams.clone();
    let call = streams.read(connection.request(request.clone()));
    let answer = timeout(connection.patience(), call).await.map_err(late)?.map_err(failed)?;
    let mut messages = answer.into_inner();
    let mut events = Vec::new();
    loop {
        let next = timeout(connection.patience(), messages.message());
        let Some(message) = next.await.map_err(late)?.map_err(failed)? else {
            return Ok(Ok(events));
        };
        match message.content {
            Some(Content::Event(event)) => events.push(event),
            Some(Content::StreamNotFound(_)) => return Ok(Ok(Vec::new())),
            Some(_) => {}
            None => return Ok(Err(record::not_understood("a message without content"))),
        }
    }
}

fn entries(events: Vec<ReadEvent>) -> Result<Vec<StoredEntry>, JournalError> {
    let mut entries = Vec::with_capacity(events.len());
    for event in events {
        entries.extend(record::entry(event)?);
    }
    Ok(entries)
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
