//! The service of streams at one node: what is asked becomes a read, a subscription or an append.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;
use tokio_stream::{Stream, StreamExt};
use tonic::{Request, Response, Status, Streaming};

use crate::fault::{AppendFault, Quirk};
use crate::filter::Filter;
use crate::log::{Deletion, Expected, Proposed, Verdict};
use crate::node::Node;
use crate::protocol::client::{self, uuid::Value};
use crate::protocol::streams::streams_server::Streams;
use crate::protocol::streams::{
    AppendReq, AppendResp, BatchAppendReq, BatchAppendResp, DeleteReq, DeleteResp, ReadReq,
    ReadResp, TombstoneReq, TombstoneResp, append_req, batch_append_req, read_req,
};
use crate::reading::{Place, Reading};
use crate::refusal;
use crate::verdicts::{append_answer, batch_answer};

const ANSWERS_WAITING_MAX: usize = 64;

type Answers<T> = Pin<Box<dyn Stream<Item = Result<T, Status>> + Send>>;

/// What an append wants, however it came.
struct Write {
    stream: Vec<u8>,
    expected: Expected,
    events: Vec<Proposed>,
}

#[tonic::async_trait]
impl Streams for Node {
    type ReadStream = Answers<ReadResp>;
    type BatchAppendStream = Answers<BatchAppendResp>;

    async fn read(&self, request: Request<ReadReq>) -> Result<Response<Self::ReadStream>, Status> {
        self.admit(request.metadata())?;
        let options = request.into_inner().options.ok_or_else(|| refusal::incomplete("options"))?;
        let count = options.count_option.ok_or_else(|| refusal::incomplete("count"))?;
        let is_subscription = matches!(count, read_req::options::CountOption::Subscription(_));
        let (is_refused, wait) = self.shared.faults.next_read(is_subscription);
        if is_refused {
            return Err(refusal::not_ready());
        }
        if let Some(wait) = wait {
            tokio::time::sleep(wait).await;
        }
        let backwards = options.read_direction == 1;
        let wanted = options.stream_option.ok_or_else(|| refusal::incomplete("stream"))?;
        let (place, is_given) = place(wanted)?;
        match &place {
            Place::All(_) if !self.shared.reads_all => return Err(refusal::access_denied()),
            Place::Stream(name, _) if self.shared.log.is_gone(name) => {
                return Err(refusal::stream_deleted(name));
            }
            Place::All(Some(number)) | Place::Stream(_, Some(number)) if !is_signed(*number) => {
                return Err(refusal::exception());
            }
            Place::All(_) | Place::Stream(..) => {}
        }
        let reading = Reading {
            log: Arc::clone(&self.shared.log),
            faults: Arc::clone(&self.shared.faults),
            node: self.clone(),
            place,
            filter: Filter::read(options.filter_option)?,
        };
        let (sender, answers) = mpsc::channel(ANSWERS_WAITING_MAX);
        match count {
            read_req::options::CountOption::Count(0) => {
                return Err(Status::invalid_argument("the count must be positive"));
            }
            read_req::options::CountOption::Count(count) => {
                tokio::spawn(reading.read(backwards, count, sender));
            }
            read_req::options::CountOption::Subscription(_) => {
                tokio::spawn(reading.subscribe(is_given, sender));
            }
        }
        Ok(Response::new(Box::pin(ReceiverStream::new(answers))))
    }

    async fn append(
        &self,
        request: Request<Streaming<AppendReq>>,
    ) -> Result<Response<AppendResp>, Status> {
        self.admit(request.metadata())?;
        let mut parts = request.into_inner();
        let (mut options, mut events) = (None, Vec::new());
        while let Some(part) = parts.message().await? {
            match part.content {
                Some(append_req::Content::Options(given)) => options = Some(given),
                Some(append_req::Content::ProposedMessage(event)) => events.push(Proposed {
                    id: id(event.id)?,
                    metadata: event.metadata,
                    custom_metadata: event.custom_metadata,
                    data: event.data,
                }),
                None => return Err(refusal::incomplete("content")),
            }
        }
        let options = options.ok_or_else(|| refusal::incomplete("options"))?;
        let stream = options.stream_identifier.ok_or_else(|| refusal::incomplete("stream"))?;
        use append_req::options::ExpectedStreamRevision as Given;
        let expected = match options.expected_stream_revision {
            Some(Given::Revision(revision)) => Expected::Exact(revision),
            Some(Given::NoStream(())) => Expected::NoStream,
            Some(Given::Any(())) => Expected::Any,
            Some(Given::StreamExists(())) => Expected::Exists,
            None => return Err(refusal::incomplete("expected revision")),
        };
        let write = Write { stream: stream.stream_name, expected, events };
        let verdict = self.take(&write).await?;
        Ok(Response::new(verdict.map_or_else(AppendResp::default, |verdict| AppendResp {
            result: Some(append_answer(verdict, expected)),
        })))
    }

    async fn batch_append(
        &self,
        request: Request<Streaming<BatchAppendReq>>,
    ) -> Result<Response<Self::BatchAppendStream>, Status> {
        self.admit(request.metadata())?;
        let mut parts = request.into_inner();
        let (sender, answers) = mpsc::channel(ANSWERS_WAITING_MAX);
        let node = self.clone();
        tokio::spawn(async move {
            let mut open: Vec<(Option<client::Uuid>, Write)> = Vec::new();
            while let Some(Ok(part)) = parts.next().await {
                let answer = node.batch_part(&mut open, part).await;
                let Some(answer) = answer.transpose() else { continue };
                if sender.send(answer).await.is_err() {
                    return;
                }
            }
        });
        Ok(Response::new(Box::pin(ReceiverStream::new(answers))))
    }

    async fn delete(&self, request: Request<DeleteReq>) -> Result<Response<DeleteResp>, Status> {
        self.admit(request.metadata())?;
        let options = request.into_inner().options;
        self.end(options.and_then(|options| options.stream_identifier), Deletion::Soft)?;
        Ok(Response::new(DeleteResp::default()))
    }

    async fn tombstone(
        &self,
        request: Request<TombstoneReq>,
    ) -> Result<Response<TombstoneResp>, Status> {
        self.admit(request.metadata())?;
        let options = request.into_inner().options;
        self.end(options.and_then(|options| options.stream_identifier), Deletion::Hard)?;
        Ok(Response::new(TombstoneResp::default()))
    }
}

impl Node {
    fn end(&self, stream: Option<client::StreamIdentifier>, how: Deletion) -> Result<(), Status> {
        let name = stream.ok_or_else(|| refusal::incomplete("stream"))?.stream_name;
        if self.shared.log.is_gone(&name) {
            return Err(refusal::stream_deleted(&name));
        }
        self.shared.log.delete(&name, how);
        Ok(())
    }

    /// Judges a write as the faults allow; `None` is an answer that holds nothing.
    async fn take(&self, write: &Write) -> Result<Option<Verdict>, Status> {
        if matches!(write.expected, Expected::Exact(revision) if !is_signed(revision)) {
            return Err(refusal::exception());
        }
        if let Some(most) = self.shared.event_bytes_max
            && let Some(event) = write.events.iter().find(|event| event.size() > most)
        {
            return Err(refusal::event_too_large(event.id, event.size(), most));
        }
        let size = write.events.iter().map(Proposed::size).sum::<usize>();
        if size > self.shared.append_bytes_max {
            return Err(refusal::too_large(self.shared.append_bytes_max));
        }
        let fault = self.shared.faults.next_append();
        match fault {
            Some(AppendFault::NotReady) => return Err(refusal::not_ready()),
            Some(AppendFault::TooBusy) => return Err(refusal::too_busy()),
            Some(AppendFault::FreezeBeforeCommit) => std::future::pending().await,
            Some(AppendFault::TimeoutBeforeCommit) => return Err(refusal::timed_out()),
            _ => {}
        }
        let checks = !self.shared.faults.has(Quirk::IgnoresExpectedRevision);
        let log = &self.shared.log;
        let lag = log.lag();
        let verdict = log.write((&write.stream, write.expected), &write.events, (checks, lag));
        match verdict {
            Verdict::Deleted => return Err(refusal::stream_deleted(&write.stream)),
            // What is new is told when readers see it; every other verdict at once.
            Verdict::Stored(..) => tokio::time::sleep(lag).await,
            Verdict::Already(..) | Verdict::Wrong(_) => {}
        }
        let verdict = match verdict {
            Verdict::Already(last, _) if self.shared.faults.has(Quirk::TellsNoPosition) => {
                Verdict::Already(last, None)
            }
            verdict => verdict,
        };
        match fault {
            Some(AppendFault::TimeoutAfterCommit) => Err(refusal::timed_out()),
            Some(AppendFault::FreezeAfterCommit) => std::future::pending().await,
            Some(AppendFault::EmptyAnswer) => Ok(None),
            Some(AppendFault::Slow(wait)) => {
                tokio::time::sleep(wait.min(Duration::from_secs(600))).await;
                Ok(Some(verdict))
            }
            _ => Ok(Some(verdict)),
        }
    }

    /// One message of a batch call; an answer once its batch is final.
    async fn batch_part(
        &self,
        open: &mut Vec<(Option<client::Uuid>, Write)>,
        part: BatchAppendReq,
    ) -> Result<Option<BatchAppendResp>, Status> {
        let at = match open.iter().position(|(id, _)| *id == part.correlation_id) {
            Some(at) => at,
            None => {
                let options = part.options.ok_or_else(|| refusal::incomplete("options"))?;
                open.push((part.correlation_id, batch_write(options)?));
                open.len() - 1
            }
        };
        if let Some((_, write)) = open.get_mut(at) {
            for event in part.proposed_messages {
                write.events.push(Proposed {
                    id: id(event.id)?,
                    metadata: event.metadata,
                    custom_metadata: event.custom_metadata,
                    data: event.data,
                });
            }
        }
        if !part.is_final {
            return Ok(None);
        }
        let (correlation_id, write) = open.remove(at);
        let verdict = self.take(&write).await?;
        let stream_name = write.stream.clone();
        Ok(Some(BatchAppendResp {
            correlation_id,
            result: verdict.map(|verdict| batch_answer(verdict, write.expected)),
            stream_identifier: Some(client::StreamIdentifier { stream_name }),
            expected_stream_position: None,
        }))
    }
}

/// The place of a read, and whether it was given by a number.
fn place(option: read_req::options::StreamOption) -> Result<(Place, bool), Status> {
    use read_req::options::all_options::AllOption;
    use read_req::options::stream_options::RevisionOption;
    match option {
        read_req::options::StreamOption::Stream(given) => {
            let name = given.stream_identifier.ok_or_else(|| refusal::incomplete("stream"))?;
            let (from, is_given) = match given.revision_option {
                Some(RevisionOption::Revision(revision)) => (Some(revision), true),
                Some(RevisionOption::End(())) => (None, false),
                Some(RevisionOption::Start(())) | None => (Some(0), false),
            };
            Ok((Place::Stream(name.stream_name, from), is_given))
        }
        read_req::options::StreamOption::All(given) => {
            let (from, is_given) = match given.all_option {
                Some(AllOption::Position(position)) => (Some(position.commit_position), true),
                Some(AllOption::End(())) => (None, false),
                Some(AllOption::Start(())) | None => (Some(0), false),
            };
            Ok((Place::All(from), is_given))
        }
    }
}

/// The server's numbers have a sign, though the protocol's have none.
fn is_signed(number: u64) -> bool {
    i64::try_from(number).is_ok()
}

fn id(given: Option<client::Uuid>) -> Result<uuid::Uuid, Status> {
    match given.and_then(|id| id.value) {
        Some(Value::String(text)) => {
            text.parse().map_err(|_| Status::invalid_argument("an event's id is no UUID"))
        }
        Some(Value::Structured(halves)) => Ok(uuid::Uuid::from_u64_pair(
            halves.most_significant_bits.cast_unsigned(),
            halves.least_significant_bits.cast_unsigned(),
        )),
        None => Err(refusal::incomplete("event's id")),
    }
}

fn batch_write(options: batch_append_req::Options) -> Result<Write, Status> {
    use batch_append_req::options::ExpectedStreamPosition as Given;
    let stream = options.stream_identifier.ok_or_else(|| refusal::incomplete("stream"))?;
    let expected = match options.expected_stream_position {
        Some(Given::StreamPosition(revision)) => Expected::Exact(revision),
        Some(Given::NoStream(())) => Expected::NoStream,
        Some(Given::Any(())) => Expected::Any,
        Some(Given::StreamExists(())) => Expected::Exists,
        None => return Err(refusal::incomplete("expected revision")),
    };
    Ok(Write { stream: stream.stream_name, expected, events: Vec::new() })
}
