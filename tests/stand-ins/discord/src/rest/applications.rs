//! The application and its commands: registered for all or for one guild, completed as Discord
//! completes them, and counted when they are new.

use serde_json::{Map, Value, json};

use super::{Answer, Call};
use crate::judge;
use crate::refusal::{self, FormErrors, Refusal};
use crate::shared::Shared;
use crate::world::World;
use crate::world::objects::text;

pub(super) fn me(shared: &Shared, _: &Call) -> Answer {
    let world = shared.world();
    let owner = json!({
        "id": "1", "username": "owner", "discriminator": "0", "avatar": null,
        "global_name": null, "public_flags": 0,
    });
    Ok((
        200,
        json!({
            "id": text(world.application_id), "name": world.application,
            "icon": null, "description": "",
            "bot_public": true, "bot_require_code_grant": false, "verify_key": "0".repeat(64),
            "flags": 0, "bot": world.user_object(world.me), "owner": owner, "summary": "",
            "team": null, "rpc_origins": [], "approximate_guild_count": world.guilds.len(),
            "interactions_endpoint_url": null, "redirect_uris": [], "tags": [],
        }),
    ))
}

type Scope = Option<u64>;

fn scope(world: &World, call: &Call) -> Result<Scope, Refusal> {
    if call.id("application_id") != world.application_id {
        return Err(Refusal::new(
            403,
            20_012,
            "You are not authorized to perform this action on \
            this application",
        ));
    }
    match call.text("guild_id") {
        "" => Ok(None),
        _ if world.guilds.contains_key(&call.id("guild_id")) => Ok(Some(call.id("guild_id"))),
        _ => Err(refusal::missing_access()),
    }
}

/// As a list shows a command: its translations only when they are asked for.
fn listed(command: &Value, with_translations: bool) -> Value {
    let mut shown = command.clone();
    if !with_translations {
        without_translations(&mut shown);
    }
    shown
}

fn without_translations(of: &mut Value) {
    match of {
        Value::Object(inside) => {
            inside.retain(|name, _| !name.ends_with("_localizations"));
            inside.values_mut().for_each(without_translations);
        }
        Value::Array(inside) => inside.iter_mut().for_each(without_translations),
        _ => {}
    }
}

pub(super) fn list(shared: &Shared, call: &Call) -> Answer {
    let world = shared.world();
    let scope = scope(&world, call)?;
    let commands = world.commands.get(&scope).map_or(&[][..], Vec::as_slice);
    let with_translations = call.says("with_localizations");
    Ok((200, commands.iter().map(|command| listed(command, with_translations)).collect()))
}

fn is_called(command: &Value, like: &Value) -> bool {
    let kind = |of: &Value| of["type"].as_u64().unwrap_or(1);
    command["name"] == like["name"] && kind(command) == kind(like)
}

/// What Discord leaves out of an option when it says nothing.
fn tidied(value: &Value) -> Value {
    match value {
        Value::Object(inside) => {
            let kept = inside.iter().filter(|(name, value)| {
                let is_list = matches!(name.as_str(), "options" | "choices" | "channel_types");
                let is_flag = matches!(name.as_str(), "required" | "autocomplete");
                let is_empty = value.as_array().is_some_and(Vec::is_empty);
                let says_nothing = is_list && is_empty || is_flag && **value == json!(false);
                !value.is_null() && !says_nothing
            });
            let kept = kept.map(|(name, value)| (name.clone(), tidied(value)));
            Value::Object(kept.collect::<Map<_, _>>())
        }
        Value::Array(inside) => Value::Array(inside.iter().map(tidied).collect()),
        _ => value.clone(),
    }
}

/// The command as Discord keeps it, with the id of the one that it replaces.
fn completed(world: &mut World, scope: Scope, body: &Value, old: Option<&Value>) -> Value {
    let mut command = json!({
        "id": null, "application_id": text(world.application_id), "version": null,
        "default_member_permissions": null, "type": 1, "name": "", "name_localizations": null,
        "description": "", "description_localizations": null, "contexts": null,
        "integration_types": [0], "nsfw": false,
    });
    match scope {
        Some(guild) => command["guild_id"] = json!(text(guild)),
        None => command["dm_permission"] = json!(true),
    }
    for (name, value) in tidied(body).as_object().into_iter().flatten() {
        command[name.as_str()] = value.clone();
    }
    if let Some(bits) = command["default_member_permissions"].as_u64() {
        command["default_member_permissions"] = json!(bits.to_string());
    }
    let same = |old: &&Value| {
        let mut like = (*old).clone();
        like["id"] = Value::Null;
        like["version"] = Value::Null;
        like == command
    };
    if let Some(unchanged) = old.filter(same) {
        return unchanged.clone();
    }
    let fresh = text(world.ids.next());
    command["id"] = old.map_or_else(|| json!(fresh), |old| old["id"].clone());
    command["version"] = json!(fresh);
    command
}

fn checked(commands: &[&Value]) -> Result<(), Refusal> {
    let mut errors = FormErrors::default();
    for (at, command) in commands.iter().enumerate() {
        for complaint in judge::command_complaints(command) {
            errors.add(&at.to_string(), "APPLICATION_COMMAND_INVALID", complaint);
        }
        if commands.iter().take(at).any(|other| is_called(other, command)) {
            let place = format!("{at}.name");
            let message = "Application command names must be unique";
            errors.add(&place, "APPLICATION_COMMANDS_DUPLICATE_NAME", message);
        }
    }
    errors.count("", commands.len(), 0, 130);
    errors.verdict()
}

fn created(shared: &Shared, world: &mut World, count: usize) -> Result<(), Refusal> {
    let max = shared.options.creations_max;
    if world.creations + count > max {
        return Err(refusal::too_many_creations(max));
    }
    world.creations += count;
    Ok(())
}

pub(super) fn overwrite(shared: &Shared, call: &Call) -> Answer {
    let Some(wanted) = call.body.as_array() else {
        let message = "Only iterables may be used in a ListType";
        return Err(refusal::invalid_form("", "LIST_TYPE_CONVERT", message));
    };
    shared.change(|world| {
        let scope = scope(world, call)?;
        checked(&wanted.iter().collect::<Vec<_>>())?;
        let known = world.commands.get(&scope).cloned().unwrap_or_default();
        let old = |like: &Value| known.iter().find(|known| is_called(known, like));
        created(shared, world, wanted.iter().filter(|body| old(body).is_none()).count())?;
        let mut commands = Vec::new();
        for body in wanted {
            commands.push(completed(world, scope, body, old(body)));
        }
        world.commands.insert(scope, commands.clone());
        Ok((200, Value::Array(commands)))
    })
}

pub(super) fn create(shared: &Shared, call: &Call) -> Answer {
    shared.change(|world| {
        let scope = scope(world, call)?;
        checked(&[&call.body])?;
        let known = world.commands.get(&scope).cloned().unwrap_or_default();
        let at = known.iter().position(|known| is_called(known, &call.body));
        created(shared, world, usize::from(at.is_none()))?;
        let old = at.and_then(|at| known.get(at));
        let command = completed(world, scope, &call.body, old);
        let commands = world.commands.entry(scope).or_default();
        match at.and_then(|at| commands.get_mut(at)) {
            Some(place) => *place = command.clone(),
            None => commands.push(command.clone()),
        }
        Ok((if at.is_some() { 200 } else { 201 }, command))
    })
}

fn position(world: &World, scope: Scope, call: &Call) -> Result<usize, Refusal> {
    let commands = world.commands.get(&scope).map_or(&[][..], Vec::as_slice);
    let at = commands.iter().position(|known| known["id"] == *call.text("command_id"));
    at.ok_or_else(refusal::unknown_command)
}

pub(super) fn get(shared: &Shared, call: &Call) -> Answer {
    let world = shared.world();
    let scope = scope(&world, call)?;
    let at = position(&world, scope, call)?;
    let command = world.commands.get(&scope).and_then(|commands| commands.get(at));
    Ok((200, command.cloned().ok_or_else(refusal::unknown_command)?))
}

pub(super) fn edit(shared: &Shared, call: &Call) -> Answer {
    shared.change(|world| {
        let scope = scope(world, call)?;
        let at = position(world, scope, call)?;
        let old = world.commands.get(&scope).and_then(|commands| commands.get(at)).cloned();
        let mut body = old.clone().unwrap_or_default();
        for (name, value) in call.body.as_object().into_iter().flatten() {
            body[name.as_str()] = value.clone();
        }
        checked(&[&body])?;
        let command = completed(world, scope, &body, old.as_ref());
        if let Some(place) = world.commands.entry(scope).or_default().get_mut(at) {
            *place = command.clone();
        }
        Ok((200, command))
    })
}

pub(super) fn delete(shared: &Shared, call: &Call) -> Answer {
    shared.change(|world| {
        let scope = scope(world, call)?;
        let at = position(world, scope, call)?;
        world.commands.entry(scope).or_default().remove(at);
        Ok((204, Value::Null))
    })
}
