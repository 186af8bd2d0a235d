//! What somebody typed into an option, as the value that Discord's client makes of it.

use serde_json::{Value, json};

use super::command::{Actor, refuse};
use super::shown::{list, text};
use super::user::ClientWouldRefuse;
use crate::permission;
use crate::world::objects::text as id_text;

const TEXT_CHARS_MAX: usize = 6000;
/// Integers beyond this lose digits on the way.
const INTEGER_MAX: i64 = 1 << 53;

type Typed = Result<Value, ClientWouldRefuse>;

pub(super) fn typed(actor: &Actor<'_>, option: &Value, input: &str, resolved: &mut Value) -> Typed {
    let choices = list(option, "choices");
    if !choices.is_empty() {
        return chosen(choices, option, input);
    }
    match option["type"].as_u64() {
        Some(3) => string(option, input),
        Some(4) => integer(option, input),
        Some(10) => number(option, input),
        Some(5) => match input {
            "true" => Ok(json!(true)),
            "false" => Ok(json!(false)),
            _ => refuse(format!("{} is true or false", text(option, "name"))),
        },
        Some(6) => user(actor, input, resolved),
        Some(7) => channel(actor, option, input, resolved),
        Some(8) => role(actor, input, resolved),
        Some(9) => user(actor, input, resolved).or_else(|_| role(actor, input, resolved)),
        _ => refuse(format!("{}: options of this type are not played", text(option, "name"))),
    }
}

fn chosen(choices: &[Value], option: &Value, input: &str) -> Typed {
    let is_it = |choice: &&Value| {
        let is_translated =
            |names: &serde_json::Map<String, Value>| names.values().any(|name| name == input);
        choice["name"] == input
            || choice["value"] == input
            || choice["value"].as_number().is_some_and(|number| number.to_string() == input)
            || choice["name_localizations"].as_object().is_some_and(is_translated)
    };
    match choices.iter().find(is_it) {
        Some(choice) => Ok(choice["value"].clone()),
        None => refuse(format!("{input} is no choice of {}", text(option, "name"))),
    }
}

fn string(option: &Value, input: &str) -> Typed {
    let bound = |name: &str, other: usize| {
        option[name].as_u64().and_then(|bound| usize::try_from(bound).ok()).unwrap_or(other)
    };
    let (min, max) = (bound("min_length", 1).max(1), bound("max_length", TEXT_CHARS_MAX));
    let chars = input.chars().count();
    if chars < min || chars > max {
        let name = text(option, "name");
        return refuse(format!("{name} has {chars} characters, not {min} to {max}"));
    }
    Ok(json!(input))
}

fn in_bounds(option: &Value, value: f64) -> Result<(), ClientWouldRefuse> {
    let min = option["min_value"].as_f64().unwrap_or(f64::MIN);
    let max = option["max_value"].as_f64().unwrap_or(f64::MAX);
    if value < min || value > max {
        return refuse(format!("{} is {value}, not {min} to {max}", text(option, "name")));
    }
    Ok(())
}

fn integer(option: &Value, input: &str) -> Typed {
    let value = input.parse::<i64>().ok().filter(|value| value.abs() <= INTEGER_MAX);
    let (Some(value), Ok(near)) = (value, input.parse::<f64>()) else {
        return refuse(format!("{} is a whole number, not {input}", text(option, "name")));
    };
    in_bounds(option, near)?;
    Ok(json!(value))
}

fn number(option: &Value, input: &str) -> Typed {
    let Ok(value) = input.parse::<f64>() else {
        return refuse(format!("{} is a number, not {input}", text(option, "name")));
    };
    in_bounds(option, value)?;
    Ok(json!(value))
}

/// The id in `<@1>`, `<#1>`, `<@&1>`, or of a bare number.
fn mentioned(input: &str) -> Option<u64> {
    input.trim_matches(|letter| "<@!&#>".contains(letter)).parse().ok()
}

fn user(actor: &Actor<'_>, input: &str, resolved: &mut Value) -> Typed {
    let world = actor.world;
    let guild = actor.channel.guild;
    let is_it = |id: u64, name: &str| {
        name == input || world.name_in(guild, id) == input || mentioned(input) == Some(id)
    };
    let Some(found) = world.users.values().find(|user| is_it(user.id, &user.name)) else {
        return refuse(format!("there is no user {input}"));
    };
    let id = id_text(found.id);
    resolved["users"][&id] = world.user_object(found.id);
    let member = guild.and_then(|guild| world.guilds.get(&guild));
    if let Some(mut member) = member.and_then(|of| world.member_object(of, found.id, false)) {
        member["permissions"] = json!(permission::of(world, found.id, actor.channel).to_string());
        resolved["members"][&id] = member;
    }
    Ok(json!(id))
}

fn channel(actor: &Actor<'_>, option: &Value, input: &str, resolved: &mut Value) -> Typed {
    let world = actor.world;
    let kinds = list(option, "channel_types");
    let mut found = world.channels.values().filter(|channel| {
        let is_it =
            channel.name == input.trim_start_matches('#') || mentioned(input) == Some(channel.id);
        let is_kind = kinds.is_empty() || kinds.contains(&json!(channel.kind));
        channel.guild == actor.channel.guild && channel.guild.is_some() && is_it && is_kind
    });
    let Some(found) = found.next() else {
        return refuse(format!("there is no channel {input}"));
    };
    let mut shown = world.channel_object(found);
    shown["permissions"] = json!(permission::of(world, actor.user, found).to_string());
    resolved["channels"][id_text(found.id)] = shown;
    Ok(json!(id_text(found.id)))
}

fn role(actor: &Actor<'_>, input: &str, resolved: &mut Value) -> Typed {
    let guild = actor.channel.guild.and_then(|guild| actor.world.guilds.get(&guild));
    let roles = guild.map_or(&[][..], |guild| guild.roles.as_slice());
    let is_it =
        |role: &&crate::world::Role| role.name == input || mentioned(input) == Some(role.id);
    let Some(found) = roles.iter().find(is_it) else {
        return refuse(format!("there is no role {input}"));
    };
    resolved["roles"][id_text(found.id)] = crate::world::objects::role(found, 0);
    Ok(json!(id_text(found.id)))
}
