//! The limits of a message and of a modal, each refused where it is overstepped, as Discord does.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::refusal::{FormErrors, Refusal};

const CONTENT_CHARS_MAX: usize = 2000;
const EMBEDS_MAX: usize = 10;
const EMBED_CHARS_MAX: usize = 6000;
const FIELDS_MAX: usize = 25;
const ROWS_MAX: usize = 5;
const BUTTONS_MAX: usize = 5;
const CUSTOM_ID_CHARS_MAX: usize = 100;
const LABEL_CHARS_MAX: usize = 80;
const FILES_MAX: usize = 10;
const MODAL_CHARS_MAX: usize = 45;
const INPUT_CHARS_MAX: usize = 4000;
const CHOICES_MAX: usize = 25;

fn items<'a>(of: &'a Value, name: &str) -> &'a [Value] {
    of[name].as_array().map_or(&[], Vec::as_slice)
}

/// A text inside, if it is there at all.
fn text(errors: &mut FormErrors, of: &Value, place: &str, name: &str, max: usize) {
    let place = format!("{place}.{name}");
    match &of[name] {
        Value::Null => {}
        Value::String(text) => errors.length(&place, text, 0, max),
        _ => errors.add(&place, "STRING_TYPE_CONVERT", "Could not interpret value as string."),
    }
}

/// A text inside that must not be missing or empty.
fn needed(errors: &mut FormErrors, of: &Value, place: &str, name: &str, max: usize) {
    if of[name].as_str().unwrap_or_default().is_empty() {
        errors.required(&format!("{place}.{name}"));
    }
    text(errors, of, place, name, max);
}

/// What is wrong with a message, wherever it is in the body (`data` in a callback).
pub(crate) fn message(body: &Value, place: &str, files: usize) -> Result<(), Refusal> {
    let mut errors = FormErrors::default();
    text(&mut errors, body, place, "content", CONTENT_CHARS_MAX);
    embeds(&mut errors, items(body, "embeds"), &format!("{place}.embeds"));
    components(&mut errors, items(body, "components"), &format!("{place}.components"));
    errors.count(&format!("{place}.files"), files, 0, FILES_MAX);
    mentions(&mut errors, &body["allowed_mentions"], &format!("{place}.allowed_mentions"));
    errors.verdict()
}

fn embeds(errors: &mut FormErrors, embeds: &[Value], place: &str) {
    errors.count(place, embeds.len(), 0, EMBEDS_MAX);
    let mut chars = 0;
    let mut counted = |text: &Value| chars += text.as_str().unwrap_or_default().chars().count();
    for (at, embed) in embeds.iter().enumerate() {
        let place = format!("{place}.{at}");
        text(errors, embed, &place, "title", 256);
        text(errors, embed, &place, "description", 4096);
        text(errors, &embed["footer"], &format!("{place}.footer"), "text", 2048);
        text(errors, &embed["author"], &format!("{place}.author"), "name", 256);
        errors.count(&format!("{place}.fields"), items(embed, "fields").len(), 0, FIELDS_MAX);
        for (field_at, field) in items(embed, "fields").iter().enumerate() {
            let place = format!("{place}.fields.{field_at}");
            needed(errors, field, &place, "name", 256);
            needed(errors, field, &place, "value", 1024);
            counted(&field["name"]);
            counted(&field["value"]);
        }
        for part in [
            &embed["title"],
            &embed["description"],
            &embed["footer"]["text"],
            &embed["author"]["name"],
        ] {
            counted(part);
        }
    }
    if chars > EMBED_CHARS_MAX {
        let message = format!("Embed size exceeds maximum size of {EMBED_CHARS_MAX}");
        errors.add(place, "MAX_EMBED_SIZE_EXCEEDED", message);
    }
}

fn components(errors: &mut FormErrors, rows: &[Value], place: &str) {
    errors.count(place, rows.len(), 0, ROWS_MAX);
    let mut seen = BTreeSet::new();
    for (at, row) in rows.iter().enumerate() {
        let place = format!("{place}.{at}");
        if row["type"] != 1 {
            errors.add(&format!("{place}.type"), "BASE_TYPE_CHOICES", "Value must be one of {1}.");
        }
        let place = format!("{place}.components");
        let inside = items(row, "components");
        errors.count(&place, inside.len(), 1, BUTTONS_MAX);
        for (at, component) in inside.iter().enumerate() {
            let place = format!("{place}.{at}");
            match component["type"].as_u64() {
                Some(2) => button(errors, component, &place),
                Some(3 | 5..=8) if inside.len() == 1 => select(errors, component, &place),
                Some(3 | 5..=8) => {
                    let message = "The specified component exceeds the maximum width";
                    errors.add(&place, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message);
                }
                _ => {
                    let message = "Value must be one of {2, 3, 5, 6, 7, 8}.";
                    errors.add(&format!("{place}.type"), "BASE_TYPE_CHOICES", message);
                }
            }
            unique(errors, component, &place, &mut seen);
        }
    }
}

fn unique<'a>(
    errors: &mut FormErrors,
    component: &'a Value,
    place: &str,
    seen: &mut BTreeSet<&'a str>,
) {
    let Some(id) = component["custom_id"].as_str() else { return };
    if !seen.insert(id) {
        let message = "Component custom id cannot be duplicated";
        let place = format!("{place}.custom_id");
        errors.add(&place, "COMPONENT_CUSTOM_ID_DUPLICATED", message);
    }
}

fn button(errors: &mut FormErrors, button: &Value, place: &str) {
    text(errors, button, place, "label", LABEL_CHARS_MAX);
    if button["label"].as_str().unwrap_or_default().is_empty() && button["emoji"].is_null() {
        errors.add(place, "BUTTON_LABEL_OR_EMOJI_REQUIRED", "A label or an emoji is required");
    }
    match button["style"].as_u64() {
        Some(1..=4) => needed(errors, button, place, "custom_id", CUSTOM_ID_CHARS_MAX),
        Some(5) => {
            needed(errors, button, place, "url", 512);
            if !button["custom_id"].is_null() {
                let message = "A custom id and url cannot both be specified";
                errors.add(place, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", message);
            }
        }
        _ => {
            let place = format!("{place}.style");
            errors.add(&place, "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5}.");
        }
    }
}

fn select(errors: &mut FormErrors, select: &Value, place: &str) {
    needed(errors, select, place, "custom_id", CUSTOM_ID_CHARS_MAX);
    text(errors, select, place, "placeholder", 150);
    if select["type"] != 3 {
        return;
    }
    let options = items(select, "options");
    errors.count(&format!("{place}.options"), options.len(), 1, 25);
    let mut seen = BTreeSet::new();
    for (at, option) in options.iter().enumerate() {
        let place = format!("{place}.options.{at}");
        needed(errors, option, &place, "label", 100);
        needed(errors, option, &place, "value", 100);
        text(errors, option, &place, "description", 100);
        if !seen.insert(option["value"].as_str().unwrap_or_default()) {
            let message = "The specified option value is already used";
            let place = format!("{place}.value");
            errors.add(&place, "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message);
        }
    }
}

fn mentions(errors: &mut FormErrors, mentions: &Value, place: &str) {
    for (kind, list) in [("users", "users"), ("roles", "roles")] {
        let parses = items(mentions, "parse").iter().any(|parsed| parsed == kind);
        if parses && !items(mentions, list).is_empty() {
            let message =
                format!("parse:[\"{kind}\"] and {list}: [ids...] are mutually exclusive.");
            errors.add(place, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message);
        }
    }
}

/// What is wrong with a modal.
pub(crate) fn modal(modal: &Value, place: &str) -> Result<(), Refusal> {
    let mut errors = FormErrors::default();
    needed(&mut errors, modal, place, "title", MODAL_CHARS_MAX);
    needed(&mut errors, modal, place, "custom_id", CUSTOM_ID_CHARS_MAX);
    let rows = items(modal, "components");
    let place = format!("{place}.components");
    errors.count(&place, rows.len(), 1, ROWS_MAX);
    let mut seen = BTreeSet::new();
    for (at, row) in rows.iter().enumerate() {
        let place = format!("{place}.{at}");
        if row["type"] != 1 {
            errors.add(&format!("{place}.type"), "BASE_TYPE_CHOICES", "Value must be one of {1}.");
        }
        let place = format!("{place}.components");
        let inputs = items(row, "components");
        errors.count(&place, inputs.len(), 1, 1);
        for (at, of) in inputs.iter().enumerate() {
            let place = format!("{place}.{at}");
            input(&mut errors, of, &place);
            unique(&mut errors, of, &place, &mut seen);
        }
    }
    errors.verdict()
}

fn input(errors: &mut FormErrors, input: &Value, place: &str) {
    if input["type"] != 4 {
        errors.add(&format!("{place}.type"), "BASE_TYPE_CHOICES", "Value must be one of {4}.");
    }
    if !matches!(input["style"].as_u64(), Some(1 | 2)) {
        let message = "Value must be one of {1, 2}.";
        errors.add(&format!("{place}.style"), "BASE_TYPE_CHOICES", message);
    }
    needed(errors, input, place, "custom_id", CUSTOM_ID_CHARS_MAX);
    needed(errors, input, place, "label", MODAL_CHARS_MAX);
    text(errors, input, place, "placeholder", 100);
    let bound = |name: &str, other: u64| input[name].as_u64().unwrap_or(other);
    let (min, max) = (bound("min_length", 0), bound("max_length", 4000));
    if max == 0 || max > 4000 || min > max {
        let message = "int value should be between 1 and 4000, and not less than min_length.";
        errors.add(&format!("{place}.max_length"), "NUMBER_TYPE_MAX", message);
    }
    let max = usize::try_from(max).unwrap_or(INPUT_CHARS_MAX).min(INPUT_CHARS_MAX);
    text(errors, input, place, "value", max);
}

/// What is wrong with the choices offered while somebody types.
pub(crate) fn choices(data: &Value) -> Result<(), Refusal> {
    let mut errors = FormErrors::default();
    let Some(choices) = data["choices"].as_array() else {
        errors.required("data.choices");
        return errors.verdict();
    };
    errors.count("data.choices", choices.len(), 0, CHOICES_MAX);
    for (at, choice) in choices.iter().enumerate() {
        let place = format!("data.choices.{at}");
        needed(&mut errors, choice, &place, "name", 100);
        match &choice["value"] {
            Value::String(value) => errors.length(&format!("{place}.value"), value, 1, 100),
            Value::Number(_) => {}
            _ => errors.required(&format!("{place}.value")),
        }
    }
    errors.verdict()
}
