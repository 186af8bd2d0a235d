//! The published specification as a judge. It lets unknown keys pass, so every object in it is
//! closed first: a misspelt key is then as wrong as a missing one.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex};

use jsonschema::Validator;
use jsonschema::error::{ValidationError, ValidationErrorKind};
use serde_json::{Map, Value, json};

use crate::shared::lock;

const TEXT: &str = include_str!("../../../../judges/discord/openapi.json");

/// How much of what is wrong a complaint repeats.
const SHOWN_BYTES_MAX: usize = 200;

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let mut document = serde_json::from_str(TEXT).unwrap_or_default();
    close(&mut document);
    document
});

type Known = BTreeMap<String, Option<Arc<Validator>>>;

static VALIDATORS: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);

/// Forbids keys that no object of the specification names.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(inside) => {
            let is_object = inside.get("properties").is_some_and(Value::is_object);
            if is_object && !inside.contains_key("additionalProperties") {
                inside.insert("additionalProperties".to_owned(), json!(false));
            }
            inside.values_mut().for_each(close);
        }
        Value::Array(inside) => inside.iter_mut().for_each(close),
        _ => {}
    }
}

fn validator(method: &str, route: &str) -> Option<Arc<Validator>> {
    let name = format!("{method} {route}");
    lock(&VALIDATORS).entry(name).or_insert_with(|| built(method, route).map(Arc::new)).clone()
}

fn built(method: &str, route: &str) -> Option<Validator> {
    let operation = &DOCUMENT["paths"][route][method.to_lowercase()];
    let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
    let mut whole: Map<String, Value> = schema.as_object()?.clone();
    whole.insert("components".to_owned(), DOCUMENT["components"].clone());
    let options = jsonschema::options().should_validate_formats(true);
    options.build(&Value::Object(whole)).ok()
}

/// What the client writes into every option although it says nothing there, and what Discord has
/// always taken; the document names each of these keys only where it can say something.
const SAYS_NOTHING: [&str; 9] = [
    "choices",
    "options",
    "channel_types",
    "min_value",
    "max_value",
    "min_length",
    "max_length",
    "autocomplete",
    "nsfw",
];

fn without_nothing(of: &mut Value) {
    match of {
        Value::Object(inside) => {
            inside.retain(|name, value| {
                let is_nothing = matches!(value, Value::Null | Value::Bool(false))
                    || value.as_array().is_some_and(Vec::is_empty);
                !(is_nothing && SAYS_NOTHING.contains(&name.as_str()))
            });
            inside.values_mut().for_each(without_nothing);
        }
        Value::Array(inside) => inside.iter_mut().for_each(without_nothing),
        _ => {}
    }
}

/// Commands as the document wants them: it also says integer where clients have always sent text.
fn coerced(body: &Value) -> Value {
    let mut body = body.clone();
    without_nothing(&mut body);
    let commands = match &mut body {
        Value::Array(commands) => commands.iter_mut().collect::<Vec<_>>(),
        one => vec![one],
    };
    for command in commands.into_iter().filter(|command| command.is_object()) {
        let bits = command["default_member_permissions"].as_str().map(str::parse::<u64>);
        if let Some(Ok(bits)) = bits {
            command["default_member_permissions"] = json!(bits);
        }
    }
    body
}

/// A message whose attachments have the numbers of their files as text: Discord takes both.
fn numbered(body: &Value) -> Value {
    let mut body = body.clone();
    let within = if body["data"].is_object() { "/data/attachments" } else { "/attachments" };
    let attachments = body.pointer_mut(within).and_then(Value::as_array_mut);
    for attachment in attachments.into_iter().flatten().filter(|of| of["id"].is_u64()) {
        attachment["id"] = json!(attachment["id"].to_string());
    }
    body
}

/// What the specification finds wrong with a body.
#[must_use]
pub fn complaints(method: &str, route: &str, body: &Value) -> Vec<String> {
    let Some(validator) = validator(method, route) else {
        let is_empty = body.as_object().is_some_and(Map::is_empty);
        let wrong = "the specification knows no body here";
        return if is_empty { Vec::new() } else { vec![wrong.to_owned()] };
    };
    let is_of_commands = route.contains("/commands");
    let body = if is_of_commands { coerced(body) } else { numbered(body) };
    let mut wrong = Vec::new();
    for error in validator.iter_errors(&body) {
        explain(&error, &mut wrong);
    }
    wrong.sort();
    wrong.dedup();
    wrong
}

/// Says what is wrong where; of several forms that would be allowed, it takes the one meant.
fn explain(error: &ValidationError<'_>, wrong: &mut Vec<String>) {
    let branches = match error.kind() {
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            context
        }
        _ => {
            wrong.push(said(error));
            return;
        }
    };
    let is_other = |error: &ValidationError<'_>| {
        let at = place(error);
        let is_kind = at.ends_with("/type") && matches!(error.kind().keyword(), "enum" | "const");
        is_kind || error.kind().keyword() == "type" && error.instance().is_object()
    };
    let meant = branches
        .iter()
        .min_by_key(|errors| (errors.iter().filter(|error| is_other(error)).count(), errors.len()));
    match meant {
        Some(errors) if !errors.is_empty() => {
            errors.iter().for_each(|error| explain(error, wrong));
        }
        _ => wrong.push(said(error)),
    }
}

/// The error and its place, without repeating a long text that is wrong only in its length.
fn said(error: &ValidationError<'_>) -> String {
    let is_long = error.instance().to_string().len() > SHOWN_BYTES_MAX;
    let what = if is_long { error.masked().to_string() } else { error.to_string() };
    format!("{}: {what}", place(error))
}

fn place(error: &ValidationError<'_>) -> String {
    error.instance_path().to_string()
}
