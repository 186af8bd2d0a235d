//! The REST side: who may ask, which route is meant, what goes wrong on demand, and the record of
//! all of it. What the routes do is in the modules below.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::Full;
use hyper::Response;
use hyper::header::{CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use serde_json::{Value, json};

use crate::fault::RestFault;
use crate::record::Record;
use crate::refusal::{self, Refusal};
use crate::shared::Shared;
use crate::world::File;

mod applications;
mod body;
mod callback;
mod channels;
mod draft;
mod events;
mod guilds;
pub(crate) mod limits;
mod messages;
pub(crate) mod pings;
mod routes;
mod threads;
mod webhooks;

const PREFIX: &str = "/api/v10";

/// A request as it came.
pub(crate) struct Asked {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) authorization: String,
    pub(crate) content_type: String,
    pub(crate) body: Bytes,
}

/// A request that a route has taken.
pub(crate) struct Call {
    params: Vec<(&'static str, String)>,
    query: String,
    pub(crate) body: Value,
    pub(crate) files: Vec<(String, File)>,
}

impl Call {
    /// A part of the path, such as `token`.
    fn text(&self, name: &str) -> &str {
        let found = self.params.iter().find(|(known, _)| *known == name);
        found.map_or("", |(_, value)| value)
    }

    /// A part of the path that is an id; 0 is nobody's.
    fn id(&self, name: &str) -> u64 {
        self.text(name).parse().unwrap_or(0)
    }

    fn query(&self, name: &str) -> Option<&str> {
        let pairs = self.query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.into_iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    fn says(&self, name: &str) -> bool {
        matches!(self.query(name), Some("true" | "True" | "1"))
    }
}

/// A status and an object, or a refusal.
pub(crate) type Answer = Result<(u16, Value), Refusal>;

/// The answer to a request; `None` cuts the connection instead.
pub(crate) async fn answer(shared: &Arc<Shared>, asked: Asked) -> Option<Response<Full<Bytes>>> {
    if let Some(file) = attachment(shared, &asked) {
        return Some(file);
    }
    let at = Instant::now();
    let path = asked.path.strip_prefix(PREFIX).unwrap_or(&asked.path);
    let route = routes::find(&asked.method, path);
    let (body, files) = body::read(&asked).await;
    let known = route.as_ref().ok().map(|(route, _)| route.template);
    let name = format!("{} {}", asked.method, known.unwrap_or(path));
    let fault = shared.faults.meet(&name);
    let happens = Happening { shared, asked: &asked, body: body.clone(), files: files.clone() };
    let outcome = happens.under(fault, route).await;
    let (status, answer, retry) = match outcome {
        Some((status, answer, retry)) => (status, answer, retry),
        None => (0, Value::Null, None),
    };
    let sent = match &body {
        Ok(Value::Null) => None,
        Ok(body) => Some(body.clone()),
        Err(_) => Some(Value::String(String::from_utf8_lossy(&asked.body).into_owned())),
    };
    let query = if asked.query.is_empty() { String::new() } else { format!("?{}", asked.query) };
    shared.keep(Record {
        at,
        method: asked.method,
        route: known,
        path: asked.path + &query,
        body: sent,
        files,
        status,
        answer: answer.clone(),
    });
    (status != 0).then(|| respond(status, &answer, retry))
}

type Found = Result<(&'static routes::Route, Vec<(&'static str, String)>), Refusal>;

struct Happening<'a> {
    shared: &'a Arc<Shared>,
    asked: &'a Asked,
    body: Result<Value, Refusal>,
    files: Vec<(String, File)>,
}

impl Happening<'_> {
    /// The answer under a fault: status, object, and after how many seconds to come again.
    async fn under(
        self,
        fault: Option<RestFault>,
        route: Found,
    ) -> Option<(u16, Value, Option<(f64, bool)>)> {
        let plain = |status: u16| {
            let message = format!("{status}: the stand-in was told to fail");
            (status, json!({"message": message, "code": 0}), None)
        };
        match fault {
            Some(RestFault::TooMany { retry_after, is_global }) => {
                let message = "You are being rate limited.";
                let body = json!({
                    "message": message, "retry_after": retry_after, "global": is_global,
                });
                return Some((429, body, Some((retry_after, is_global))));
            }
            Some(RestFault::Status(status)) => return Some(plain(status)),
            Some(RestFault::ResetBefore) => return None,
            Some(RestFault::Late(wait)) => tokio::time::sleep(wait.max(Duration::ZERO)).await,
            Some(RestFault::ResetAfter | RestFault::StatusAfter(_)) | None => {}
        }
        let (status, body) = self.done(route);
        match fault {
            Some(RestFault::ResetAfter) => None,
            Some(RestFault::StatusAfter(status)) => Some(plain(status)),
            _ => Some((status, body, None)),
        }
    }

    fn done(self, route: Found) -> (u16, Value) {
        let outcome = route.and_then(|(route, params)| {
            let token = format!("Bot {}", self.shared.options.token);
            if route.needs_token && self.asked.authorization != token {
                return Err(refusal::unauthorized());
            }
            let query = self.asked.query.clone();
            let call = Call { params, query, body: self.body?, files: self.files };
            (route.handler)(self.shared, &call)
        });
        outcome.unwrap_or_else(|refusal| (refusal.status, refusal.body()))
    }
}

fn respond(status: u16, body: &Value, retry: Option<(f64, bool)>) -> Response<Full<Bytes>> {
    let text = if status == 204 { String::new() } else { body.to_string() };
    let mut response = Response::new(Full::new(Bytes::from(text)));
    if let Ok(status) = hyper::StatusCode::from_u16(status) {
        *response.status_mut() = status;
    }
    let headers = response.headers_mut();
    if status != 204 {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    if let Some((seconds, is_global)) = retry {
        let scope = if is_global { "global" } else { "user" };
        headers.insert("x-ratelimit-scope", HeaderValue::from_static(scope));
        if is_global {
            headers.insert("x-ratelimit-global", HeaderValue::from_static("true"));
        }
        let whole = format!("{}", seconds.ceil());
        if let Ok(value) = HeaderValue::from_str(&whole) {
            headers.insert(RETRY_AFTER, value);
        }
        if let Ok(value) = HeaderValue::from_str(&seconds.to_string()) {
            headers.insert("x-ratelimit-reset-after", value);
        }
    }
    response
}

/// The bytes of an attachment, as the content network would serve them.
fn attachment(shared: &Shared, asked: &Asked) -> Option<Response<Full<Bytes>>> {
    let mut parts = asked.path.strip_prefix("/attachments/")?.split('/').skip(1);
    let id: u64 = parts.next()?.parse().ok()?;
    let world = shared.world();
    let mut all = world.messages.values().flat_map(|message| &message.attachments);
    let found = all.find(|attachment| attachment.id == id)?;
    Some(Response::new(Full::new(Bytes::from(found.file.bytes.clone()))))
}

/// Tells the gateway that somebody wrote a message.
pub(crate) fn announce(shared: &Shared, message: u64) {
    channels::announce(shared, Some(message), false);
}
