//! Messages and modals, as `twilight-validate` judges them, and the files that come with them.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use twilight_model::channel::message::{Component, Embed};
use twilight_validate::component::component_v1;
use twilight_validate::message as rules;

use crate::record::Record;
use crate::rest::limits;

fn list<'a>(of: &'a Value, name: &str) -> &'a [Value] {
    of[name].as_array().map_or(&[], Vec::as_slice)
}

/// What is wrong with a message, as it was sent.
#[must_use]
pub fn complaints(message: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    if let Some(content) = message["content"].as_str() {
        wrong.extend(rules::content(content).err().map(|error| error.to_string()));
    }
    let mut embeds = Vec::new();
    for embed in list(message, "embeds") {
        let mut whole = embed.clone();
        if whole.is_object() && whole["type"].is_null() {
            whole["type"] = json!("rich");
        }
        match serde_json::from_value::<Embed>(whole) {
            Ok(embed) => embeds.push(embed),
            Err(error) => wrong.push(format!("it is no embed: {error}")),
        }
    }
    wrong.extend(rules::embeds(&embeds).err().map(|error| error.to_string()));
    let rows = components(list(message, "components"), &mut wrong);
    wrong.extend(rules::components(&rows, false).err().map(|error| error.to_string()));
    // The stand-in's own rules say also what both leave out, such as an id that is used twice.
    let files = list(message, "attachments").len();
    if let Err(refusal) = limits::message(message, "", files) {
        wrong.push(refusal.body()["errors"].to_string());
    }
    wrong
}

fn components(rows: &[Value], wrong: &mut Vec<String>) -> Vec<Component> {
    let mut read = Vec::new();
    for row in rows {
        match serde_json::from_value::<Component>(row.clone()) {
            Ok(row) => read.push(row),
            Err(error) => wrong.push(format!("it is no component: {error}")),
        }
    }
    read
}

/// What is wrong with a modal, as it was sent.
#[must_use]
pub fn modal(modal: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    for row in components(list(modal, "components"), &mut wrong) {
        wrong.extend(component_v1(&row).err().map(|error| error.to_string()));
    }
    if let Err(refusal) = limits::modal(modal, "") {
        wrong.push(refusal.body()["errors"].to_string());
    }
    wrong
}

/// Whether the files of a request are what its attachments name.
pub(super) fn parts(record: &Record, message: Option<&Value>) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut names = BTreeSet::new();
    for (part, file) in &record.files {
        let number = part.strip_prefix("files[").and_then(|rest| rest.strip_suffix(']'));
        match number.and_then(|number| number.parse::<u64>().ok()) {
            Some(number) if names.insert(number) => {}
            _ => wrong.push(format!("{part}: a part of a file is called files[N], once")),
        }
        if file.name.is_empty() {
            wrong.push(format!("{part}: a file without a name"));
        }
    }
    let Some(message) = message else {
        if !record.files.is_empty() {
            wrong.push("files come with messages only".to_owned());
        }
        return wrong;
    };
    let number = |of: &Value| of.as_u64().or_else(|| of.as_str()?.parse().ok());
    let new = list(message, "attachments").iter().filter_map(|of| number(&of["id"]));
    // Small numbers name files of the request; known attachments have ids.
    for missing in new.filter(|id| *id < 1000 && !names.contains(id)) {
        wrong.push(format!("attachment {missing} has no file"));
    }
    wrong
}
