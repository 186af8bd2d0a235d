//! Whether the commands that Discord has are the ones that it should have. What Discord adds of its
//! own, and what it leaves out because it is the usual, makes no difference.

use serde_json::{Map, Value, json};

use super::Scope;

/// Whether what Discord has is what it should have, in whatever order.
pub(crate) fn are_equal(has: &[Value], should: &[Value], scope: Scope) -> bool {
    let all = |commands: &[Value]| {
        let mut all: Vec<Value> =
            commands.iter().map(|command| normal_command(command, scope)).collect();
        all.sort_by_key(|command| (command["type"].as_u64(), command["name"].to_string()));
        all
    };
    all(has) == all(should)
}

fn normal_command(command: &Value, scope: Scope) -> Value {
    let mut normal = normal_part(command);
    if scope == Scope::Everywhere
        && let Some(fields) = normal.as_object_mut()
    {
        fields.insert("contexts".to_owned(), command["contexts"].clone());
    }
    normal
}

/// A command, an option or a choice with everything said that may be left unsaid.
fn normal_part(part: &Value) -> Value {
    let list = |key: &str| -> Vec<Value> {
        part[key].as_array().into_iter().flatten().map(normal_part).collect()
    };
    let said = |key: &str, usual: Value| match &part[key] {
        Value::Null => usual,
        value => value.clone(),
    };
    json!({
        "type": said("type", json!(1)),
        "name": said("name", json!("")),
        "name_localizations": said("name_localizations", Value::Object(Map::new())),
        "description": said("description", json!("")),
        "description_localizations": said("description_localizations", Value::Object(Map::new())),
        "required": said("required", json!(false)),
        "autocomplete": said("autocomplete", json!(false)),
        "value": said("value", Value::Null),
        "choices": list("choices"),
        "options": list("options"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_discord_adds_and_leaves_out_makes_no_difference() {
        let should = super::super::all(Scope::Everywhere);
        let mut has = should.clone();
        for command in &mut has {
            let fields = command.as_object_mut().expect("a command");
            fields.insert("id".to_owned(), json!("1"));
            fields.insert("default_member_permissions".to_owned(), Value::Null);
            if command["options"].as_array().is_some_and(Vec::is_empty) {
                command.as_object_mut().expect("a command").remove("options");
            }
        }
        has.reverse();
        assert!(are_equal(&has, &should, Scope::Everywhere));
    }

    #[test]
    fn another_word_anywhere_makes_a_difference() {
        let should = super::super::all(Scope::Guild(1));
        let has = |change: fn(&mut Value)| {
            let mut has = should.clone();
            change(&mut has[0]);
            are_equal(&has, &should, Scope::Guild(1))
        };
        assert!(has(|_| ()));
        assert!(!has(|command| command["description"] = json!("another")));
        assert!(!has(|command| command["options"] = json!([])));
        assert!(!are_equal(&should[1..], &should, Scope::Guild(1)));
    }
}
