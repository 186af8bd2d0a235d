//! One attempt at a call, and what became of it.

use std::time::Duration;

use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, DATE, HeaderMap};
use reqwest::multipart::{Form, Part};
use reqwest::{RequestBuilder, Response, StatusCode};
use serde_json::Value;
use tokio::time::Instant;

use super::{ATTEMPT_TAKES, Answer, Call, Rest, RestError};

const JSON: &str = "application/json";
/// How long to wait when Discord limits but does not say for how long.
const LIMIT_USUAL: Duration = Duration::from_secs(1);
/// The longest wait that is believed.
const LIMIT_MAX: Duration = Duration::from_secs(3_600);
/// The longest answer that is read, in bytes. Discord's longest are lists of commands, below 1 MiB.
const ANSWER_BYTES_MAX: usize = 8 * 1024 * 1024;
/// A token of an interaction that is no longer good; the bot's own is another matter.
const WRONG_WEBHOOK_TOKEN: u64 = 50_027;

/// What became of an attempt.
pub(super) enum Attempt {
    /// It was done.
    Answered(Answer),
    /// It will not be done, however often it is tried.
    Refused(RestError),
    /// Not now.
    Limited {
        /// How long to wait.
        pause: Duration,
        /// Whether all calls are to wait.
        is_global: bool,
    },
    /// Nobody knows whether it was done.
    Lost(String),
}

impl Rest {
    pub(super) async fn attempt(&self, call: &Call, until: Instant) -> Attempt {
        let time = until.saturating_duration_since(Instant::now()).min(ATTEMPT_TAKES);
        let request = match self.request(call) {
            Ok(request) => request.timeout(time),
            Err(why) => return Attempt::Refused(RestError::GaveUp(why)),
        };
        match request.send().await {
            Ok(response) => read(response).await,
            // Its address would show the interaction's token.
            Err(why) => Attempt::Lost(format!("Discord cannot be reached: {}", why.without_url())),
        }
    }

    fn request(&self, call: &Call) -> Result<RequestBuilder, String> {
        let address = format!("{}{}", self.address, call.path);
        let mut request = self
            .client
            .request(call.method.clone(), address)
            .header(AUTHORIZATION, self.authorization.clone());
        if call.files.is_empty() {
            if let Some(body) = &call.body {
                request = request.header(CONTENT_TYPE, JSON).body(body.to_string());
            }
            return Ok(request);
        }
        let mut form = Form::new();
        if let Some(body) = &call.body {
            let json = Part::text(body.to_string()).mime_str(JSON);
            form = form.part("payload_json", json.map_err(|why| why.to_string())?);
        }
        for (at, file) in call.files.iter().enumerate() {
            let part = Part::bytes(file.bytes.clone()).file_name(file.name.clone());
            let part = part.mime_str(kind_of(&file.name)).map_err(|why| why.to_string())?;
            form = form.part(format!("files[{at}]"), part);
        }
        request = request.multipart(form);
        Ok(request)
    }
}

fn kind_of(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("txt") => "text/plain; charset=utf-8",
        Some("md") => "text/markdown; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The text of an answer, as far as it is bearable.
async fn text_of(mut response: Response) -> Result<String, String> {
    let mut bytes = Vec::new();
    let broken = |why: reqwest::Error| format!("Discord's answer broke off: {}", why.without_url());
    while let Some(chunk) = response.chunk().await.map_err(broken)? {
        if bytes.len() + chunk.len() > ANSWER_BYTES_MAX {
            return Err("Discord's answer is too long".to_owned());
        }
        bytes.extend_from_slice(&chunk);
    }
    String::from_utf8(bytes).map_err(|_| "Discord's answer is not text".to_owned())
}

async fn read(response: Response) -> Attempt {
    let status = response.status();
    let headers = response.headers().clone();
    let date = headers.get(DATE).and_then(|date| date.to_str().ok()).map(str::to_owned);
    let text = match text_of(response).await {
        Ok(text) => text,
        Err(why) if status.is_success() => return Attempt::Lost(why),
        Err(_) => String::new(),
    };
    let body: Value = serde_json::from_str(&text).unwrap_or_default();
    let code = body["code"].as_u64().unwrap_or_default();
    match status {
        _ if status.is_success() => Attempt::Answered(Answer { body, date }),
        StatusCode::TOO_MANY_REQUESTS => limited(&headers, &body),
        StatusCode::UNAUTHORIZED if code != WRONG_WEBHOOK_TOKEN => {
            Attempt::Refused(RestError::Unauthorised)
        }
        _ if status.is_server_error() => {
            Attempt::Lost(format!("Discord reports an error of its own ({})", status.as_u16()))
        }
        _ => {
            let said = body["message"].as_str().unwrap_or_default().to_owned();
            Attempt::Refused(RestError::Refused { status: status.as_u16(), code, said })
        }
    }
}

/// The header counts whole seconds; the body is more exact and is preferred.
fn limited(headers: &HeaderMap, body: &Value) -> Attempt {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let by_header = header("retry-after").and_then(|text| text.parse::<f64>().ok());
    let by_body = body["retry_after"].as_f64();
    let seconds = match (by_header, by_body) {
        (_, Some(seconds)) => Some(seconds),
        (seconds, None) => seconds,
    };
    let pause = seconds
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
        .unwrap_or(LIMIT_USUAL)
        .min(LIMIT_MAX);
    let is_global = body["global"].as_bool().unwrap_or_default()
        || header("x-ratelimit-global").is_some_and(|value| value == "true");
    Attempt::Limited { pause, is_global }
}
