//! Commands, as `twilight-validate` judges them, and the two things that it leaves out: which
//! languages there are, and that names are unique.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use twilight_model::application::command::{Command, CommandOption};
use twilight_validate::command as rules;

/// The languages of Discord's clients; there is no `pt-PT`.
const LOCALES: &[&str] = &[
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl",
    "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th",
    "zh-CN", "ja", "zh-TW", "ko",
];

/// How many commands of each kind there may be: typed, on a user, on a message.
const COUNTS_MAX: [(u64, usize); 3] = [(1, 100), (2, 15), (3, 15)];

fn kind(command: &Value) -> u64 {
    command["type"].as_u64().unwrap_or(1)
}

/// What is wrong with a whole list of commands.
pub(super) fn all(commands: &[Value]) -> Vec<String> {
    let mut wrong: Vec<String> = commands.iter().flat_map(complaints).collect();
    for (of, max) in COUNTS_MAX {
        let count = commands.iter().filter(|command| kind(command) == of).count();
        if count > max {
            wrong.push(format!("{count} commands of type {of}, {max} are the limit"));
        }
    }
    let mut seen = BTreeSet::new();
    for command in commands {
        if !seen.insert((kind(command), command["name"].to_string())) {
            wrong.push(format!("{}: the name is used twice", command["name"]));
        }
    }
    wrong
}

/// What is wrong with one command, as it was sent.
#[must_use]
pub fn complaints(command: &Value) -> Vec<String> {
    let name = command["name"].as_str().unwrap_or_default();
    let mut whole = command.clone();
    if !whole.is_object() {
        return vec!["a command is an object".to_owned()];
    }
    // What Discord completes by itself, and the model wants.
    for (name, value) in [("type", json!(1)), ("description", json!("")), ("version", json!("1"))] {
        if whole.get(name).is_none_or(Value::is_null) {
            whole[name] = value;
        }
    }
    for name in ["options", "default_member_permissions"] {
        if whole.get(name).is_none_or(Value::is_null) {
            whole[name] = if name == "options" { json!([]) } else { Value::Null };
        }
    }
    if let Some(bits) = whole["default_member_permissions"].as_u64() {
        whole["default_member_permissions"] = json!(bits.to_string());
    }
    let mut wrong = locales(command);
    match serde_json::from_value::<Command>(whole) {
        Ok(command) => {
            wrong.extend(rules::command(&command).err().map(|error| error.to_string()));
            options(&command.options, &mut wrong);
        }
        Err(error) => wrong.push(format!("it is no command: {error}")),
    }
    wrong.into_iter().map(|wrong| format!("/{name}: {wrong}")).collect()
}

fn options(inside: &[CommandOption], wrong: &mut Vec<String>) {
    wrong.extend(rules::options(inside).err().map(|error| error.to_string()));
    for option in inside {
        if let Err(error) = rules::option(option) {
            wrong.push(format!("{}: {error}", option.name));
        }
        if option.autocomplete == Some(true) && option.choices.iter().flatten().count() > 0 {
            wrong.push(format!("{}: choices and autocomplete exclude each other", option.name));
        }
        for choice in option.choices.iter().flatten() {
            if let Err(error) = rules::choice(choice) {
                wrong.push(format!("{}: {error}", option.name));
            }
        }
        options(option.options.as_deref().unwrap_or_default(), wrong);
    }
}

/// Translations into languages that Discord does not have.
fn locales(of: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    match of {
        Value::Object(inside) => {
            for (name, value) in inside {
                if !name.ends_with("_localizations") {
                    wrong.extend(locales(value));
                    continue;
                }
                let keys = value.as_object().into_iter().flat_map(|texts| texts.keys());
                let unknown = keys.filter(|key| !LOCALES.contains(&key.as_str()));
                wrong.extend(unknown.map(|key| format!("{name}: no such language: {key}")));
            }
        }
        Value::Array(inside) => wrong.extend(inside.iter().flat_map(locales)),
        _ => {}
    }
    wrong
}
