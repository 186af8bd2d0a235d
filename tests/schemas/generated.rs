//! The schemas as they follow from the types, compared with what is checked in.

use std::collections::BTreeSet;

use plenary_domain::Event;
use serde_json::{Value, json};

use crate::{facts, platform, shelf};

/// The schema of each kind of a meeting's stream.
fn of_meetings() -> Vec<(&'static str, Value)> {
    let schemas = Event::schemas().into_iter();
    let with_title = schemas.map(|(kind, schema)| {
        let mut schema = schema.to_value();
        without_null(&mut schema);
        schema["title"] = json!(kind);
        let is_written = Event::kinds().any(|written| written == kind);
        if is_written && facts::fact(kind).personal().is_some() {
            schema["properties"]["sealed"] = sealed();
        }
        schema["additionalProperties"] = json!(false);
        (kind, schema)
    });
    with_title.collect()
}

/// Plenary leaves out what is absent and never writes `null` (docs/stored-form.md, Data); the
/// generator does not know that.
fn without_null(schema: &mut Value) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|of| of != "null");
        if let [one] = types.as_slice() {
            schema["type"] = one.clone();
        }
    }
    if let Some(Value::Array(any)) = schema.get_mut("anyOf") {
        any.retain(|one| *one != json!({"type": "null"}));
        if let [one] = any.as_slice() {
            let one = one.as_object().cloned().unwrap_or_default();
            let fields = schema.as_object_mut().unwrap();
            fields.shift_remove("anyOf");
            fields.extend(one);
        }
    }
    match schema {
        Value::Object(fields) => fields.values_mut().for_each(without_null),
        Value::Array(all) => all.iter_mut().for_each(without_null),
        _ => {}
    }
}

/// What is asked for as personal data, sealed with the person's key; absent when nothing is stated.
pub(crate) fn sealed() -> Value {
    json!({
        "description": "What is stated of the person, sealed with the person's key.",
        "type": "string",
        "pattern": "^[A-Za-z0-9_-]+$",
    })
}

fn all() -> Vec<(&'static str, Value)> {
    let mut all = of_meetings();
    all.extend(platform::schemas());
    all
}

/// Every kind that this release reads anywhere; the older ones too.
pub(crate) fn kinds() -> BTreeSet<String> {
    all().into_iter().map(|(kind, _)| kind.to_owned()).collect()
}

#[test]
fn the_schema_of_every_kind_is_the_one_that_is_checked_in() {
    for (kind, schema) in all() {
        let text = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
        let path = shelf::schema_path(kind);
        if shelf::updates() {
            std::fs::write(&path, &text).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept == text,
            "the schema of `{kind}` changed. Answer the three questions of schemas/CHANGES.md; \
             then UPDATE_SCHEMAS=1 writes it. It would be:\n{text}"
        );
    }
}

#[test]
fn every_schema_is_a_kinds_and_every_kind_is_listed_among_the_changes() {
    let kinds = kinds();
    assert_eq!(shelf::kinds_in(false), kinds);
    let changes = shelf::changes();
    let unlisted: Vec<&String> =
        kinds.iter().filter(|kind| !changes.contains(&format!("`{kind}`"))).collect();
    assert!(unlisted.is_empty(), "schemas/CHANGES.md does not list {unlisted:?}");
}

#[test]
fn every_schema_refuses_unknown_fields_and_says_what_each_field_is() {
    for (kind, schema) in all() {
        assert_eq!(schema["additionalProperties"], json!(false), "{kind}");
        assert!(!schema.to_string().contains("\"null\""), "{kind} takes a `null`");
        for (field, described) in schema["properties"].as_object().unwrap() {
            assert!(described.get("description").is_some(), "{kind}: `{field}` is not described");
        }
        jsonschema::meta::validate(&schema).unwrap_or_else(|error| panic!("{kind}: {error}"));
    }
}
