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

/// The request does not say what it must.
pub(crate) fn incomplete(what: &str) -> Status {
    Status::invalid_argument(format!("the request names no {what}"))
}

/// The server cannot answer now.
pub(crate) fn not_ready() -> Status {
    Status::unavailable("Server Is Not Ready")
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
