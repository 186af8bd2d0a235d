//! Judges what the bot sent: against Discord's published specification with unknown keys refused,
//! and against the limits that `twilight-validate` knows and the specification does not.

use std::fmt;

use serde_json::Value;

use crate::record::Record;

mod command;
mod message;
mod specification;

pub use command::complaints as command_complaints;
pub use message::{complaints as message_complaints, modal as modal_complaints};
pub use specification::complaints as body_complaints;

/// What is wrong with one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Its method and route.
    pub request: String,
    /// What is wrong, and where in the body.
    pub wrong: String,
}

impl fmt::Display for Complaint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.request, self.wrong)
    }
}

/// What is wrong with these requests; nothing is what everybody wants.
#[must_use]
pub fn judge(records: &[Record]) -> Vec<Complaint> {
    records.iter().flat_map(judge_one).collect()
}

fn judge_one(record: &Record) -> Vec<Complaint> {
    let Some(route) = record.route else {
        let request = format!("{} {}", record.method, record.path);
        return vec![Complaint { request, wrong: "the stand-in knows no such route".to_owned() }];
    };
    let mut wrong = Vec::new();
    if let Some(body) = &record.body {
        wrong.extend(specification::complaints(&record.method, route, body));
        wrong.extend(by_content(route, body));
        wrong.extend(message::parts(record, of_message(route, body)));
    }
    let request = format!("{} {route}", record.method);
    wrong.into_iter().map(|wrong| Complaint { request: request.clone(), wrong }).collect()
}

/// The part of a body that is a message, if there is one.
fn of_message<'a>(route: &str, body: &'a Value) -> Option<&'a Value> {
    if route.ends_with("/callback") {
        return matches!(body["type"].as_u64(), Some(4 | 5 | 7)).then(|| &body["data"]);
    }
    let is_message = route.starts_with("/webhooks/")
        || route.ends_with("/messages")
        || route.ends_with("/messages/{message_id}");
    is_message.then_some(body)
}

fn by_content(route: &str, body: &Value) -> Vec<String> {
    if route.ends_with("/commands") {
        return match body {
            Value::Array(commands) => command::all(commands),
            one => command::complaints(one),
        };
    }
    if let Some(message) = of_message(route, body) {
        return message::complaints(message);
    }
    if route.ends_with("/callback") && body["type"] == 9 {
        return message::modal(&body["data"]);
    }
    Vec::new()
}
