//! Appends: the protocol checks a revision and knows no digest, and takes a repeated append with
//! the same ids for stored, whatever its bytes. So the entry before is compared first (unless it is
//! known), and the ids follow from the bytes. What cannot be told from the answer alone is read
//! back: the positions of more than one entry, and what stood there before.

use plenary_journal::journal::{AppendError, Appended, Journal, JournalError};
use plenary_journal::{Head, Position, PreparedEntry, StoredEntry, StreamName};
use tokio::time::{Instant, timeout};

use crate::EventStoreJournal;
use crate::connection::Node;
use crate::failure::{self, Failure};
use crate::protocol::client::StreamIdentifier;
use crate::protocol::streams::append_req::options::ExpectedStreamRevision;
use crate::protocol::streams::append_req::{Content, Options};
use crate::protocol::streams::append_resp::success::PositionOption;
use crate::protocol::streams::{AppendReq, append_resp};
use crate::read;

/// The verdict of the store on an append.
enum Verdict {
    /// It stands there; without a position if the store told that it stood there before.
    Stands(Option<Position>),
    /// The stream is at another revision.
    Elsewhere,
}

impl EventStoreJournal {
    /// Appends a batch that keeps the port's own rules.
    pub(crate) async fn append_checked(
        &self,
        stream: &StreamName,
        expected: &Head,
        batch: Vec<PreparedEntry>,
    ) -> Result<Appended, AppendError> {
        let is_known = *expected == Head::EMPTY || self.knows(stream, expected);
        if !is_known && let Some(answer) = self.compare(stream, expected, &batch).await? {
            return answer;
        }
        match self.send(stream, expected, &batch).await? {
            Verdict::Elsewhere => match self.compare(stream, expected, &batch).await? {
                Some(answer) => answer,
                None => Err(JournalError::unavailable(
                    "the store refused an append at the head that it shows; try again",
                )
                .into()),
            },
            Verdict::Stands(place) => self.confirm(stream, expected, batch, place).await,
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
            return Ok(Some(Ok(Appended::Already(after.to_vec()))));
        }
        let actual = self.head(stream).await?;
        Ok(Some(Err(AppendError::Conflict { actual })))
    }

    /// Tells what the store says is stored. Under the id of an event there are no other bytes, so
    /// a single entry with its position is told as it was sent, and anything else is read back.
    async fn confirm(
        &self,
        stream: &StreamName,
        expected: &Head,
        batch: Vec<PreparedEntry>,
        place: Option<Position>,
    ) -> Result<Appended, AppendError> {
        if let (Some(position), [entry]) = (place, batch.as_slice()) {
            self.learn(stream, entry.head());
            return Ok(Appended::Stored(vec![StoredEntry { position, entry: entry.clone() }]));
        }
        let from = expected.number + 1;
        let found = read::stream(&self.connection, stream, from, batch.len()).await;
        let found = found.map_err(AppendError::Unknown)?;
        if !has_ids(&found, &batch) {
            let why = "the store says that an append stands, and shows something else".to_owned();
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
                Ok(Verdict::Stands(match success.position_option {
                    Some(PositionOption::Position(at)) => Some(Position(at.commit_position)),
                    _ => None,
                }))
            }
            Some(append_resp::Result::WrongExpectedVersion(_)) => Ok(Verdict::Elsewhere),
            None => Err(Failure::Unknown(format!("the answer of {} holds nothing", node.place))),
        }
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
