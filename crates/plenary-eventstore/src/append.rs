//! Appends: the protocol checks a revision and knows no digest, and takes a repeated append with
//! the same ids for stored, whatever its bytes. So the entry before is compared first (unless it is
//! known), and the ids follow from the bytes. What cannot be told from the answer alone is read
//! back: the positions of more than one entry, and what stood there before.

use std::time::Duration;

use plenary_journal::journal::{AppendError, Appended, Journal, JournalError};
use plenary_journal::{Head, Position, PreparedEntry, StoredEntry, StreamName};
use tokio::time::{Instant, sleep, timeout};

use crate::EventStoreJournal;
use crate::connection::Node;
use crate::failure::{self, Failure};
use crate::protocol::client::StreamIdentifier;
use crate::protocol::streams::append_req::options::ExpectedStreamRevision;
use crate::protocol::streams::append_req::{Content, Options};
use crate::protocol::streams::append_resp::success::{CurrentRevisionOption, PositionOption};
use crate::protocol::streams::append_resp::wrong_expected_version as wrong;
use crate::protocol::streams::{AppendReq, append_resp};
use crate::read;

/// How long it is waited at first, and at most, before the store is looked at again.
const PAUSES: (Duration, Duration) = (Duration::from_millis(2), Duration::from_millis(100));

/// The verdict of the store on an append.
enum Verdict {
    /// It stands there, now or since before: the last revision, and its position if told.
    Stands(Option<u64>, Option<Position>),
    /// The stream is at another revision: this one, if it is there at all.
    Elsewhere(Option<u64>),
}

impl EventStoreJournal {
    /// Appends a batch that keeps the port's own rules.
    pub(crate) async fn append_checked(
        &self,
        stream: &StreamName,
        expected: &Head,
        batch: Vec<PreparedEntry>,
    ) -> Result<Appended, AppendError> {
        // A repeated append is answered like a new one. So also an empty stream is looked at first.
        if !self.knows(stream, expected)
            && let Some(answer) = self.compare(stream, expected, &batch).await?
        {
            return answer;
        }
        let appended = match self.send(stream, expected, &batch).await {
            Ok(Verdict::Elsewhere(last)) => self.overtaken(stream, expected, &batch, last).await,
            Ok(Verdict::Stands(last, place)) => {
                self.confirm((stream, expected), batch, (last, place)).await
            }
            Err(error) => Err(error),
        };
        // What may stand there already is looked for when it is sent again.
        if matches!(appended, Err(AppendError::Unknown(_))) {
            self.forget(stream);
        }
        appended
    }

    /// What stands where an append was refused. The store judges by what it has written, and shows
    /// it a little later: so it is looked at until it shows what it judged by.
    async fn overtaken(
        &self,
        stream: &StreamName,
        expected: &Head,
        batch: &[PreparedEntry],
        last: Option<u64>,
    ) -> Result<Appended, AppendError> {
        let mut looks = Looks::until(self.connection.patience());
        loop {
            let shown = self.head(stream).await?.number;
            let is_shown = last.is_none_or(|last| shown > last);
            if is_shown && let Some(answer) = self.compare(stream, expected, batch).await? {
                return answer;
            }
            if !looks.again().await {
                let why =
                    "the store refused the entries although nobody else had written; try again";
                return Err(JournalError::unavailable(why).into());
            }
        }
    }

    /// Compares what stands around `expected`: `None` if it is the head.
    async fn compare(
        &self,
        stream: &StreamName,
        expected: &Head,
        batch: &[PreparedEntry],
    ) -> Result<Option<Result<Appended, AppendError>>, JournalError> {
        let before = usize::from(expected.number > 0);
        let limit = batch.len().saturating_add(before);
        let found = read::stream(&self.connection, stream, expected.number, limit).await?;
        let is_there = match found.first() {
            Some(first) if before == 1 => first.head() == *expected,
            _ => *expected == Head::EMPTY,
        };
        let after = found.get(before..).unwrap_or_default();
        if is_there && after.is_empty() {
            self.learn(stream, *expected);
            return Ok(None);
        }
        if is_there && has_ids(after, batch) {
            if let Some(last) = after.last() {
                self.learn(stream, last.head());
            }
            return Ok(Some(Ok(Appended::Already(after.to_vec()))));
        }
        let actual = self.head(stream).await?;
        Ok(Some(Err(AppendError::Conflict { actual })))
    }

    /// Tells what the store says is stored. Under the id of an event there are no other bytes, so
    /// a single entry with its position is told as it was sent, and anything else is read back.
    async fn confirm(
        &self,
        (stream, expected): (&StreamName, &Head),
        batch: Vec<PreparedEntry>,
        (last, place): (Option<u64>, Option<Position>),
    ) -> Result<Appended, AppendError> {
        let wanted = (expected.number + batch.len() as u64).saturating_sub(1);
        if let Some(last) = last.filter(|last| *last != wanted) {
            let (stream, number) = (stream.to_string(), expected.number + 1);
            let why = format!(
                "the store took it as entry {}: the stream was deleted there, and the store goes \
                 on counting; restore the stream from a copy",
                last.saturating_add(1)
            );
            return Err(AppendError::Unknown(JournalError::Damaged { stream, number, why }));
        }
        if let (Some(position), [entry]) = (place, batch.as_slice()) {
            self.learn(stream, entry.head());
            return Ok(Appended::Stored(vec![StoredEntry { position, entry: entry.clone() }]));
        }
        let from = expected.number + 1;
        let mut looks = Looks::until(self.connection.patience());
        let found = loop {
            let found = read::stream(&self.connection, stream, from, batch.len()).await;
            let found = found.map_err(AppendError::Unknown)?;
            // What is repeated may be answered before it is shown.
            if found.len() == batch.len() || !looks.again().await {
                break found;
            }
        };
        if !has_ids(&found, &batch) {
            let why = "the store confirmed entries but returns different ones".to_owned();
            return Err(AppendError::Unknown(JournalError::Damaged {
                stream: stream.to_string(),
                number: from,
                why,
            }));
        }
        if let Some(last) = found.last() {
            self.learn(stream, last.head());
        }
        let is_same = found.iter().zip(&batch).all(|(found, sent)| found.entry == *sent);
        Ok(if place.is_some() && is_same {
            Appended::Stored(found)
        } else {
            Appended::Already(found)
        })
    }

    /// Sends a batch to the node that leads. It is sent again only if it was surely not taken.
    async fn send(
        &self,
        stream: &StreamName,
        expected: &Head,
        batch: &[PreparedEntry],
    ) -> Result<Verdict, AppendError> {
        let parts = parts(stream, expected, batch)?;
        let end = self.connection.search_end();
        loop {
            let failure = match self.connection.node().await {
                Ok(node) => match self.attempt(&node, parts.clone()).await {
                    Ok(said) => {
                        self.connection.found(true);
                        return Ok(said);
                    }
                    Err(failure) => {
                        self.connection.leave(&node, &failure).await;
                        failure
                    }
                },
                // Without a connection nothing was sent.
                Err(Failure::Unknown(why)) => Failure::NotSent(why),
                Err(failure) => failure,
            };
            let shown = self.connection.shown();
            match failure {
                Failure::Refused(error) => return Err(AppendError::Failed(error)),
                Failure::Unknown(why) => {
                    return Err(AppendError::Unknown(failure::away(&shown, &why)));
                }
                failure if Instant::now() >= end => {
                    self.connection.found(false);
                    return Err(AppendError::Failed(failure.told(&shown)));
                }
                Failure::NotSent(_) | Failure::NotLeader(_) => self.connection.pause().await,
            }
        }
    }

    async fn attempt(&self, node: &Node, parts: Vec<AppendReq>) -> Result<Verdict, Failure> {
        let mut streams = node.streams.clone();
        let request = self.connection.request(tokio_stream::iter(parts));
        let answer = timeout(self.connection.patience(), streams.append(request)).await;
        let late = |_| Failure::Unknown(format!("{} does not answer in time", node.place));
        let answer = answer.map_err(late)?.map_err(|status| Failure::of(&status, &node.place))?;
        match answer.into_inner().result {
            Some(append_resp::Result::Success(success)) => {
                let last = match success.current_revision_option {
                    Some(CurrentRevisionOption::CurrentRevision(last)) => Some(last),
                    Some(CurrentRevisionOption::NoStream(())) | None => None,
                };
                let place = match success.position_option {
                    Some(PositionOption::Position(at)) => Some(Position(at.commit_position)),
                    Some(PositionOption::NoPosition(())) | None => None,
                };
                Ok(Verdict::Stands(last, place))
            }
            Some(append_resp::Result::WrongExpectedVersion(said)) => {
                Ok(Verdict::Elsewhere(match said.current_revision_option {
                    Some(wrong::CurrentRevisionOption::CurrentRevision(last)) => Some(last),
                    Some(wrong::CurrentRevisionOption::CurrentNoStream(())) | None => None,
                }))
            }
            None => Err(Failure::Unknown(format!("{} sent an empty answer", node.place))),
        }
    }
}

/// Looks at the store again and again, with pauses that grow, until patience ends.
struct Looks {
    end: Instant,
    pause: Duration,
}

impl Looks {
    fn until(patience: Duration) -> Self {
        Self { end: Instant::now() + patience, pause: PAUSES.0 }
    }

    /// Waits a little; false when it was waited long enough.
    async fn again(&mut self) -> bool {
        if Instant::now() >= self.end {
            return false;
        }
        sleep(self.pause).await;
        self.pause = (self.pause * 2).min(PAUSES.1);
        true
    }
}

fn has_ids(found: &[StoredEntry], batch: &[PreparedEntry]) -> bool {
    found.len() == batch.len() && found.iter().zip(batch).all(|(found, sent)| found.id == sent.id)
}

fn parts(
    stream: &StreamName,
    expected: &Head,
    batch: &[PreparedEntry],
) -> Result<Vec<AppendReq>, JournalError> {
    let revision = match expected.number.checked_sub(1) {
        None => ExpectedStreamRevision::NoStream(()),
        Some(revision) => ExpectedStreamRevision::Revision(revision),
    };
    let stream_name = stream.as_str().as_bytes().to_vec();
    let options = Options {
        stream_identifier: Some(StreamIdentifier { stream_name }),
        expected_stream_revision: Some(revision),
    };
    let mut parts = vec![AppendReq { content: Some(Content::Options(options)) }];
    for entry in batch {
        let event = crate::record::proposed(entry)?;
        parts.push(AppendReq { content: Some(Content::ProposedMessage(event)) });
    }
    Ok(parts)
}
