//! The verb table as Discord's commands: every verb is there, within Discord's limits, and a new
//! verb needs no change in the bot.
#![cfg(test)]

use std::collections::BTreeSet;

use plenary_chat::verb::{self, ArgKind, ArgPosition};
use plenary_discord::commands::{Scope, all};
use plenary_stand_in_discord::judge::{body_complaints, command_complaints};
use serde_json::Value;

const GUILD: Scope = Scope::Guild(7);

fn list<'v>(of: &'v Value, name: &str) -> &'v [Value] {
    of[name].as_array().map_or(&[], Vec::as_slice)
}

/// Each verb with its options, as a person would see it.
fn leaves(commands: &[Value]) -> Vec<(String, Vec<Value>)> {
    let typed = commands.iter().filter(|command| command["type"] == 1);
    let leaf = |command: &Value| {
        let name = command["name"].as_str().unwrap_or_default().to_owned();
        let options = list(command, "options");
        let mut subs = options.iter().filter(|option| option["type"] == 1).peekable();
        if subs.peek().is_none() {
            return vec![(name, options.to_vec())];
        }
        let sub = |sub: &Value| {
            let sub_name = sub["name"].as_str().unwrap_or_default();
            (format!("{name} {sub_name}"), list(sub, "options").to_vec())
        };
        subs.map(sub).collect()
    };
    typed.flat_map(leaf).collect()
}

#[test]
fn every_verb_that_is_for_platforms_is_a_command_and_no_other_is() {
    let shown: BTreeSet<String> = leaves(&all(GUILD)).into_iter().map(|(name, _)| name).collect();
    let verbs = verb::all().filter(|verb| verb.is_for_platforms());
    assert_eq!(shown, verbs.map(verb::Verb::typed).collect());
    assert!(!shown.contains("meeting convene"));
}

#[test]
fn every_argument_is_an_option_unless_a_form_alone_asks_for_it() {
    for (name, options) in leaves(&all(GUILD)) {
        let verb = verb::find(&name).unwrap();
        let said = verb.args.iter().filter(|arg| arg.position != ArgPosition::Lines);
        let wanted: BTreeSet<&str> = said.map(|arg| arg.name).collect();
        let shown = options.iter().filter_map(|option| option["name"].as_str());
        assert_eq!(shown.collect::<BTreeSet<_>>(), wanted, "{name}");
        for option in &options {
            let arg = verb.arg(option["name"].as_str().unwrap()).unwrap();
            assert_eq!(option["required"], arg.required && !arg.in_form, "{name} {}", arg.name);
            assert!(!option["description"].as_str().unwrap().is_empty());
            let is_completed = option["autocomplete"] == true;
            assert!(!(is_completed && arg.kind == ArgKind::Code), "{name} {}", arg.name);
        }
    }
}

#[test]
fn what_can_be_completed_is_and_a_code_never() {
    let all = leaves(&all(GUILD));
    let option = |verb: &str, arg: &str| {
        let (_, options) = all.iter().find(|(name, _)| name == verb).unwrap();
        options.iter().find(|option| option["name"] == arg).unwrap().clone()
    };
    assert_eq!(option("comment add", "item")["autocomplete"], true);
    assert_eq!(option("comment add", "for")["autocomplete"], true);
    assert_eq!(option("join", "meeting")["autocomplete"], true);
    assert_eq!(option("join", "code")["autocomplete"], Value::Null);
    assert_eq!(list(&option("decision adopt", "manner"), "choices").len(), 2);
}

#[test]
fn discords_limits_and_its_specification_hold() {
    for scope in [GUILD, Scope::Everywhere] {
        let commands = all(scope);
        for command in &commands {
            assert_eq!(command_complaints(command), [""; 0], "{command}");
        }
        let route = match scope {
            Scope::Guild(_) => "/applications/{application_id}/guilds/{guild_id}/commands",
            Scope::Everywhere => "/applications/{application_id}/commands",
        };
        assert_eq!(body_complaints("PUT", route, &Value::Array(commands.clone())), [""; 0]);
        assert!(commands.iter().filter(|command| command["type"] == 1).count() <= 100);
        assert!(commands.iter().filter(|command| command["type"] == 3).count() <= 15);
    }
}

#[test]
fn commands_are_for_servers_only_and_never_authorise() {
    for command in all(Scope::Everywhere) {
        assert_eq!(command["contexts"], serde_json::json!([0]));
        assert_eq!(command.get("default_member_permissions"), None);
    }
}

#[test]
fn ones_own_message_can_be_entered_from_its_menu() {
    let menus: Vec<Value> = all(GUILD).into_iter().filter(|of| of["type"] == 3).collect();
    let names: Vec<&str> = menus.iter().filter_map(|menu| menu["name"].as_str()).collect();
    assert_eq!(names, ["Enter into the record"]);
}
