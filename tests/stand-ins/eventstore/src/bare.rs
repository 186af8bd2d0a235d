//! Bare calls, to measure others beside: one question on a connection that waits for no packet, its
//! answer, and nothing before or after it.

use std::error::Error;

use tonic::transport::{Channel, Endpoint};

use crate::log::Proposed;
use crate::protocol::client::uuid::Value;
use crate::protocol::client::{StreamIdentifier, Uuid};
use crate::protocol::streams::append_req::options::ExpectedStreamRevision;
use crate::protocol::streams::append_req::{Content, Options, ProposedMessage};
use crate::protocol::streams::streams_client::StreamsClient;
use crate::protocol::streams::{AppendReq, append_resp};

/// A connection to one node, without user or certificate.
#[derive(Clone)]
pub struct Bare {
    streams: StreamsClient<Channel>,
}

impl Bare {
    /// Connects to the node at this port.
    ///
    /// # Errors
    /// When nobody listens there.
    pub async fn connect(port: u16) -> Result<Self, Box<dyn Error>> {
        let endpoint = Endpoint::from_shared(format!("http://127.0.0.1:{port}"))?;
        let channel = endpoint.tcp_nodelay(true).connect().await?;
        Ok(Self { streams: StreamsClient::new(channel) })
    }

    /// Appends one event to a stream that ends with `last`, if with anything.
    ///
    /// # Errors
    /// When it is not stored.
    pub async fn append(
        &mut self,
        stream: &str,
        last: Option<u64>,
        event: Proposed,
    ) -> Result<(), Box<dyn Error + Send + Sync>> {
        let stream_name = stream.as_bytes().to_vec();
        let expected = last.map_or(ExpectedStreamRevision::NoStream(()), |last| {
            ExpectedStreamRevision::Revision(last)
        });
        let options = Options {
            stream_identifier: Some(StreamIdentifier { stream_name }),
            expected_stream_revision: Some(expected),
        };
        let message = ProposedMessage {
            id: Some(Uuid { value: Some(Value::String(event.id.to_string())) }),
            metadata: event.metadata,
            custom_metadata: event.custom_metadata,
            data: event.data,
        };
        let parts = [Content::Options(options), Content::ProposedMessage(message)];
        let parts = parts.map(|content| AppendReq { content: Some(content) });
        let answer = self.streams.append(tokio_stream::iter(parts)).await?.into_inner();
        match answer.result {
            Some(append_resp::Result::Success(_)) => Ok(()),
            _ => Err("the bare append was not stored".into()),
        }
    }
}
