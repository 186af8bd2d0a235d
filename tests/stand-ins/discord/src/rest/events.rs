//! Scheduled events of a guild: an outside event needs a place, a beginning and an end.

use serde_json::{Value, json};

use super::{Answer, Call};
use crate::permission::{CREATE_EVENTS, MANAGE_EVENTS, at_large};
use crate::refusal::{self, FormErrors, Refusal};
use crate::shared::Shared;
use crate::world::objects::text;
use crate::world::{Guild, World};

/// An event that takes place outside of Discord.
const EXTERNAL: u64 = 3;

fn permitted(world: &World, call: &Call) -> Result<u64, Refusal> {
    let guild = call.id("guild_id");
    world.guilds.get(&guild).ok_or_else(refusal::unknown_guild)?;
    if at_large(world, world.me, guild) & (CREATE_EVENTS | MANAGE_EVENTS) == 0 {
        return Err(refusal::missing_permissions());
    }
    Ok(guild)
}

fn guild_of<'a>(world: &'a mut World, call: &Call) -> Result<&'a mut Guild, Refusal> {
    world.guilds.get_mut(&call.id("guild_id")).ok_or_else(refusal::unknown_guild)
}

fn check(event: &Value) -> Result<(), Refusal> {
    let mut errors = FormErrors::default();
    errors.length("name", event["name"].as_str().unwrap_or_default(), 1, 100);
    errors.length("description", event["description"].as_str().unwrap_or_default(), 0, 1000);
    for needed in ["scheduled_start_time", "entity_type", "privacy_level"] {
        if event[needed].is_null() {
            errors.required(needed);
        }
    }
    if event["entity_type"] == EXTERNAL {
        if event["scheduled_end_time"].is_null() {
            errors.required("scheduled_end_time");
        }
        let place = event["entity_metadata"]["location"].as_str().unwrap_or_default();
        errors.length("entity_metadata.location", place, 1, 100);
    }
    errors.verdict()
}

pub(super) fn create(shared: &Shared, call: &Call) -> Answer {
    shared.change(|world| {
        let guild = permitted(world, call)?;
        check(&call.body)?;
        let id = world.ids.next();
        let mut event = json!({
            "id": text(id), "guild_id": text(guild), "channel_id": null,
            "creator_id": text(world.me), "name": "", "description": null,
            "scheduled_start_time": null, "scheduled_end_time": null, "privacy_level": 2,
            "status": 1, "entity_type": EXTERNAL, "entity_id": null, "entity_metadata": null,
            "user_count": 0, "image": null, "recurrence_rule": null,
        });
        merge(&mut event, &call.body);
        guild_of(world, call)?.events.insert(id, event.clone());
        Ok((200, event))
    })
}

fn merge(event: &mut Value, body: &Value) {
    for (name, value) in body.as_object().into_iter().flatten() {
        event[name.as_str()] = value.clone();
    }
}

pub(super) fn list(shared: &Shared, call: &Call) -> Answer {
    let world = shared.world();
    let guild = world.guilds.get(&call.id("guild_id")).ok_or_else(refusal::unknown_guild)?;
    Ok((200, guild.events.values().cloned().collect()))
}

pub(super) fn get(shared: &Shared, call: &Call) -> Answer {
    let world = shared.world();
    let guild = world.guilds.get(&call.id("guild_id")).ok_or_else(refusal::unknown_guild)?;
    let event = guild.events.get(&call.id("guild_scheduled_event_id"));
    Ok((200, event.cloned().ok_or_else(refusal::unknown_event)?))
}

pub(super) fn edit(shared: &Shared, call: &Call) -> Answer {
    shared.change(|world| {
        permitted(world, call)?;
        let guild = guild_of(world, call)?;
        let event = guild.events.get_mut(&call.id("guild_scheduled_event_id"));
        let event = event.ok_or_else(refusal::unknown_event)?;
        let mut changed = event.clone();
        merge(&mut changed, &call.body);
        check(&changed)?;
        event.clone_from(&changed);
        Ok((200, changed))
    })
}

pub(super) fn delete(shared: &Shared, call: &Call) -> Answer {
    shared.change(|world| {
        permitted(world, call)?;
        let guild = guild_of(world, call)?;
        let gone = guild.events.remove(&call.id("guild_scheduled_event_id"));
        gone.map(|_| (204, Value::Null)).ok_or_else(refusal::unknown_event)
    })
}
