//! What the bot sent: every request with its body as it came, kept for the judges.

use std::time::Instant;

use serde_json::Value;

use crate::world::File;

/// One request of the bot and how it was answered.
#[derive(Clone, Debug)]
pub struct Record {
    /// When it came.
    pub at: Instant,
    /// GET, POST, PUT, PATCH or DELETE.
    pub method: String,
    /// The route as Discord's specification names it, or `None` for one that the stand-in does
    /// not know.
    pub route: Option<&'static str>,
    /// The path that was asked for, with the query.
    pub path: String,
    /// The JSON body; of a multipart body its `payload_json`.
    pub body: Option<Value>,
    /// The files of a multipart body, with the names of their parts.
    pub files: Vec<(String, File)>,
    /// The status of the answer; 0 when the connection was cut instead.
    pub status: u16,
    /// The answer.
    pub answer: Value,
}

impl Record {
    /// Discord's own error code in the answer.
    #[must_use]
    pub fn error_code(&self) -> Option<u64> {
        if self.status < 400 { None } else { self.answer["code"].as_u64() }
    }
}
