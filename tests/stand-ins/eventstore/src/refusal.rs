//! How the server says no: status codes, and the `exception` in the trailers, as clients know them.

use tonic::metadata::{MetadataMap, MetadataValue};
use tonic::{Code, Status};

/// The node does not lead; the trailers say who does.
pub(crate) fn not_leader(host: &str, port: u16) -> Status {
    let port = port.to_string();
    let said = [
        ("exception", "not-leader"),
        ("leader-endpoint-host", host),
        ("leader-endpoint-port", &port),
    ];
    Status::with_metadata(Code::NotFound, "Leader info available", trailers(&said))
}

/// User and password are not known.
pub(crate) fn unauthenticated() -> Status {
    Status::unauthenticated("Not authenticated")
}

/// The append is larger than the server takes.
pub(crate) fn too_large(most: usize) -> Status {
    let bytes = most.to_string();
    let said =
        [("exception", "maximum-append-size-exceeded"), ("maximum-append-size", bytes.as_str())];
    let message = format!("Maximum Append Size of {most} Exceeded.");
    Status::with_metadata(Code::InvalidArgument, message, trailers(&said))
}

/// One event of the append is larger than the server takes.
pub(crate) fn event_too_large(id: uuid::Uuid, size: usize, most: usize) -> Status {
    let (bytes, proposed, event) = (most.to_string(), size.to_string(), id.to_string());
    let said = [
        ("exception", "maximum-append-event-size-exceeded"),
        ("maximum-append-event-size", bytes.as_str()),
        ("event-id", event.as_str()),
        ("proposed-append-event-size", proposed.as_str()),
    ];
    let message =
        format!("Event with Id: {id}, Size: {size}, exceeds Maximum Append Event Size of {most}.");
    Status::with_metadata(Code::InvalidArgument, message, trailers(&said))
}

/// The user may not do this.
pub(crate) fn access_denied() -> Status {
    let said = [("exception", "access-denied")];
    Status::with_metadata(Code::PermissionDenied, "Access Denied", trailers(&said))
}

/// The stream was deleted for good.
pub(crate) fn stream_deleted(name: &[u8]) -> Status {
    let name = String::from_utf8_lossy(name).into_owned();
    let said = [("exception", "stream-deleted"), ("stream-name", name.as_str())];
    let message = format!("Event stream '{name}' is deleted.");
    Status::with_metadata(Code::FailedPrecondition, message, trailers(&said))
}

/// What was begun could not be finished in time; whether it will be is not known.
pub(crate) fn timed_out() -> Status {
    Status::aborted("Operation timed out: Commit phase timeout.")
}

/// What the server says of a number that does not fit into 64 bits with a sign.
pub(crate) fn exception() -> Status {
    Status::unknown("Exception was thrown by handler.")
}

/// The request does not say what it must.
pub(crate) fn incomplete(what: &str) -> Status {
    Status::invalid_argument(format!("the request names no {what}"))
}

/// The server cannot answer now.
pub(crate) fn not_ready() -> Status {
    Status::unavailable("Server Is Not Ready")
}

/// The server has too much to do to begin.
pub(crate) fn too_busy() -> Status {
    Status::unavailable("Server Is Too Busy")
}

fn trailers(said: &[(&'static str, &str)]) -> MetadataMap {
    let mut trailers = MetadataMap::new();
    for (name, value) in said {
        if let Ok(value) = MetadataValue::try_from(*value) {
            trailers.insert(*name, value);
        }
    }
    trailers
}
