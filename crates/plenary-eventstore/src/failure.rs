//! What a status of the protocol means for a reader and for a writer, in sentences that name the
//! setting.

use std::error::Error;

use plenary_journal::JournalError;
use tonic::{Code, Status};

use crate::address::Endpoint;

/// What may be done about a call that failed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// It never left this machine.
    NotSent(String),
    /// The node does not lead; this one does.
    NotLeader(Endpoint),
    /// The store refused it, and would again.
    Refused(JournalError),
    /// Nobody knows what became of it.
    Unknown(String),
}

impl Failure {
    /// Reads a status that the node at `place` gave, or that this side made of a lost connection.
    pub(crate) fn of(status: &Status, place: &Endpoint) -> Self {
        if let Some(leader) = leader(status) {
            return Self::NotLeader(leader);
        }
        let said = said(status);
        let unavailable = |why: String| Self::Refused(JournalError::unavailable(why));
        match status.code() {
            Code::Unauthenticated => unavailable(format!(
                "{place} rejected the user and password in the setting `journal`"
            )),
            Code::PermissionDenied => {
                unavailable(format!("the user in the setting `journal` may not do this at {place}"))
            }
            Code::InvalidArgument if exception(status) == Some(TOO_LARGE) => {
                let most = header(status, "maximum-append-size").unwrap_or("fewer");
                Self::Refused(JournalError::BadBatch(format!(
                    "{place} accepts at most {most} bytes at once; \
                     store less at once, or raise MaxAppendSize there"
                )))
            }
            Code::InvalidArgument if exception(status) == Some(EVENT_TOO_LARGE) => {
                let most = header(status, "maximum-append-event-size").unwrap_or("fewer");
                Self::Refused(JournalError::BadBatch(format!(
                    "{place} accepts at most {most} bytes in one event; \
                     store less in it, or raise MaxAppendEventSize there"
                )))
            }
            Code::FailedPrecondition if exception(status) == Some(DELETED) => {
                let stream = header(status, "stream-name").unwrap_or("a stream").to_owned();
                Self::Refused(JournalError::Damaged { stream, number: 1, why: GONE.to_owned() })
            }
            Code::InvalidArgument | Code::Unimplemented | Code::FailedPrecondition => {
                unavailable(format!("{place} does not understand the request: {said}"))
            }
            _ if is_unsent(status) || is_before_writing(status) => Self::NotSent(said),
            _ => Self::Unknown(said),
        }
    }

    /// The same of a read of all streams, which the store lets administrators do alone unless it
    /// is told otherwise.
    pub(crate) fn of_all(status: &Status, place: &Endpoint) -> Self {
        if status.code() != Code::PermissionDenied {
            return Self::of(status, place);
        }
        Self::Refused(JournalError::unavailable(format!(
            "the user in the setting `journal` may not read all streams at {place}; an \
             administrator allows it by writing to the stream $$$all the metadata \
             {{\"$acl\":{{\"$r\":[\"$admins\",\"USER\"]}}}}, with the name of that user"
        )))
    }

    /// What a reader is told.
    pub(crate) fn told(self, place: &str) -> JournalError {
        match self {
            Self::Refused(error) => error,
            Self::NotSent(why) | Self::Unknown(why) => away(place, &why),
            Self::NotLeader(leader) => away(place, &format!("the leader is now {leader}")),
        }
    }
}

const TOO_LARGE: &str = "maximum-append-size-exceeded";
const EVENT_TOO_LARGE: &str = "maximum-append-event-size-exceeded";
const DELETED: &str = "stream-deleted";
/// Why a stream cannot be read that was deleted for good.
pub(crate) const GONE: &str = "the stream was deleted in the store; restore it from a copy";
/// What a node says of a request that it did not even begin: in an election, and under too much
/// work. What it began and could not finish in time is ABORTED.
const BEFORE_WRITING: [&str; 3] =
    ["Server Is Not Ready", "Server Is Too Busy", "No leader info available in response"];

/// The sentence for a store that cannot be reached.
pub(crate) fn away(place: &str, why: &str) -> JournalError {
    JournalError::unavailable(format!("no answer from {place} (setting `journal`): {why}"))
}

fn header<'a>(status: &'a Status, name: &str) -> Option<&'a str> {
    status.metadata().get(name).and_then(|value| value.to_str().ok())
}

fn exception(status: &Status) -> Option<&str> {
    header(status, "exception")
}

fn is_before_writing(status: &Status) -> bool {
    matches!(status.code(), Code::Unavailable | Code::Unknown)
        && BEFORE_WRITING.contains(&status.message())
}

fn leader(status: &Status) -> Option<Endpoint> {
    if exception(status) != Some("not-leader") {
        return None;
    }
    let host = header(status, "leader-endpoint-host")?.to_owned();
    let port = header(status, "leader-endpoint-port")?.parse().ok()?;
    Some(Endpoint { host, port })
}

/// Whether the connection could not even be made.
fn is_unsent(status: &Status) -> bool {
    let mut cause: Option<&(dyn Error + 'static)> = status.source();
    while let Some(error) = cause {
        if error.is::<tonic::ConnectError>() {
            return true;
        }
        cause = error.source();
    }
    false
}

fn said(status: &Status) -> String {
    match causes(status) {
        Some(cause) => cause,
        None if status.message().is_empty() => format!("{:?}", status.code()),
        None => status.message().to_owned(),
    }
}

/// The innermost cause: "connection refused" says more than "transport error". The number that the
/// operating system gives it says nothing to people.
pub(crate) fn causes(error: &dyn Error) -> Option<String> {
    let mut cause = error.source()?;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    let said = cause.to_string();
    Some(said.split_once(" (os error").map_or(said.as_str(), |(words, _)| words).to_owned())
}
