//! Bodies: JSON, or multipart with `payload_json` and files.

use bytes::Bytes;
use futures::stream;
use serde_json::Value;

use super::Asked;
use crate::refusal::{self, Refusal};
use crate::world::File;

type Files = Vec<(String, File)>;

/// The JSON of a body (null when there is none) and its files.
pub(super) async fn read(asked: &Asked) -> (Result<Value, Refusal>, Files) {
    if let Ok(boundary) = multer::parse_boundary(&asked.content_type) {
        return match multipart(asked.body.clone(), boundary).await {
            Ok((body, files)) => (Ok(body), files),
            Err(refusal) => (Err(refusal), Vec::new()),
        };
    }
    if asked.body.is_empty() {
        return (Ok(Value::Null), Vec::new());
    }
    if !asked.content_type.starts_with("application/json") {
        let why = "Expected \"Content-Type\" header to be one of {'application/json'}.";
        let wrong = refusal::invalid_form("_misc", "CONTENT_TYPE_INVALID", why);
        return (Err(wrong), Vec::new());
    }
    (serde_json::from_slice(&asked.body).map_err(|_| refusal::bad_json()), Vec::new())
}

async fn multipart(body: Bytes, boundary: String) -> Result<(Value, Files), Refusal> {
    let stream = stream::once(std::future::ready(Ok::<_, std::io::Error>(body)));
    let mut parts = multer::Multipart::new(stream, boundary);
    let mut payload = Value::Object(serde_json::Map::new());
    let mut files = Vec::new();
    let broken = |_| refusal::bad_json();
    while let Some(part) = parts.next_field().await.map_err(broken)? {
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let content_type = part.content_type().map(ToString::to_string).unwrap_or_default();
        let bytes = part.bytes().await.map_err(broken)?.to_vec();
        if name == "payload_json" {
            payload = serde_json::from_slice(&bytes).map_err(|_| refusal::bad_json())?;
        } else if let Some(file_name) = file_name {
            files.push((name, File { name: file_name, bytes, content_type }));
        }
    }
    Ok((payload, files))
}
