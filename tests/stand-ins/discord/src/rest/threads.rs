//! Threads: made from a channel or from a message, joined and left.

use serde_json::{Value, json};

use super::channels::{guild_of, require, seen};
use super::{Answer, Call};
use crate::gateway::GUILDS;
use crate::permission::{CREATE_PRIVATE_THREADS, CREATE_PUBLIC_THREADS, MANAGE_THREADS};
use crate::refusal::{self, FormErrors, Refusal};
use crate::shared::Shared;
use crate::world::objects::{text, timestamp};
use crate::world::{Channel, PRIVATE_THREAD, PUBLIC_THREAD, Thread, World, time_of};

const NAME_CHARS_MAX: usize = 100;

pub(super) fn create(shared: &Shared, call: &Call) -> Answer {
    // Discord makes a private thread when nothing is said.
    let kind = call.body["type"].as_u64().unwrap_or(PRIVATE_THREAD);
    made(shared, call, kind, None)
}

pub(super) fn create_of_message(shared: &Shared, call: &Call) -> Answer {
    let message = call.id("message_id");
    {
        let world = shared.world();
        let channel = seen(&world, call)?.id;
        let known = world.messages.get(&message).filter(|said| said.channel == channel);
        known.ok_or_else(refusal::unknown_message)?;
        if world.channels.contains_key(&message) {
            return Err(refusal::already_a_thread());
        }
    }
    made(shared, call, PUBLIC_THREAD, Some(message))
}

fn made(shared: &Shared, call: &Call, kind: u64, of_message: Option<u64>) -> Answer {
    let name = call.body["name"].as_str().unwrap_or_default();
    let minutes = call.body["auto_archive_duration"].as_u64().unwrap_or(4320);
    let mut errors = FormErrors::default();
    errors.length("name", name, 1, NAME_CHARS_MAX);
    if ![60, 1440, 4320, 10_080].contains(&minutes) {
        let message = "Value must be one of {60, 1440, 4320, 10080}.";
        errors.add("auto_archive_duration", "BASE_TYPE_CHOICES", message);
    }
    if ![PUBLIC_THREAD, PRIVATE_THREAD].contains(&kind) {
        errors.add("type", "BASE_TYPE_CHOICES", "Value must be one of {11, 12}.");
    }
    errors.verdict()?;
    let mut shown = shared.change(|world| {
        let channel = seen(world, call)?;
        let is_public = kind == PUBLIC_THREAD;
        let needed = if is_public { CREATE_PUBLIC_THREADS } else { CREATE_PRIVATE_THREADS };
        require(world, channel, needed)?;
        let (parent, guild) = (channel.id, channel.guild);
        let id = of_message.unwrap_or_else(|| world.ids.next());
        let thread = Thread {
            archive_minutes: minutes,
            owner: world.me,
            members: [world.me].into(),
            ..Thread::default()
        };
        let thread = Channel {
            id,
            kind,
            name: name.to_owned(),
            guild,
            parent: Some(parent),
            thread: Some(thread),
            ..Channel::default()
        };
        let shown = world.channel_object(&thread);
        world.channels.insert(id, thread);
        Ok::<Value, Refusal>(shown)
    })?;
    shown["newly_created"] = json!(true);
    shared.hub.dispatch("THREAD_CREATE", guild_of(&shown), GUILDS, &shown);
    Ok((201, shown))
}

fn membership(world: &World, call: &Call, needs_opening: bool) -> Result<u64, Refusal> {
    let channel = seen(world, call)?;
    let thread = channel.thread.as_ref().ok_or_else(refusal::unknown_channel)?;
    if needs_opening && thread.is_archived {
        return Err(refusal::archived());
    }
    Ok(channel.id)
}

fn set_member(shared: &Shared, call: &Call, user: u64, is_member: bool) -> Answer {
    shared.change(|world| {
        let id = membership(world, call, true)?;
        if !world.users.contains_key(&user) {
            return Err(refusal::unknown_user());
        }
        if !is_member && user != world.me {
            require(world, seen(world, call)?, MANAGE_THREADS)?;
        }
        let channel = world.channels.get_mut(&id);
        if let Some(thread) = channel.and_then(|channel| channel.thread.as_mut()) {
            if is_member {
                thread.members.insert(user);
            } else {
                thread.members.remove(&user);
            }
        }
        Ok((204, Value::Null))
    })
}

pub(super) fn join(shared: &Shared, call: &Call) -> Answer {
    set_member(shared, call, shared.options.bot, true)
}

pub(super) fn leave(shared: &Shared, call: &Call) -> Answer {
    set_member(shared, call, shared.options.bot, false)
}

pub(super) fn add(shared: &Shared, call: &Call) -> Answer {
    set_member(shared, call, call.id("user_id"), true)
}

pub(super) fn remove(shared: &Shared, call: &Call) -> Answer {
    set_member(shared, call, call.id("user_id"), false)
}

fn member(thread: u64, user: u64) -> Value {
    let joined = timestamp(time_of(thread));
    json!({"id": text(thread), "user_id": text(user), "join_timestamp": joined, "flags": 0})
}

pub(super) fn members(shared: &Shared, call: &Call) -> Answer {
    let world = shared.world();
    let id = membership(&world, call, false)?;
    let thread = world.channels.get(&id).and_then(|channel| channel.thread.as_ref());
    let members = thread.map(|thread| thread.members.iter().map(|user| member(id, *user)));
    Ok((200, members.into_iter().flatten().collect()))
}

pub(super) fn active(shared: &Shared, call: &Call) -> Answer {
    let world = shared.world();
    let guild = call.id("guild_id");
    world.guilds.get(&guild).ok_or_else(refusal::unknown_guild)?;
    let is_active = |channel: &&Channel| {
        let is_open = channel.thread.as_ref().is_some_and(|thread| !thread.is_archived);
        channel.guild == Some(guild) && is_open
    };
    let active: Vec<&Channel> = world.channels.values().filter(is_active).collect();
    let threads: Vec<Value> = active.iter().map(|thread| world.channel_object(thread)).collect();
    let is_member = |channel: &&&Channel| {
        channel.thread.as_ref().is_some_and(|thread| thread.members.contains(&world.me))
    };
    let joined = active.iter().filter(is_member);
    let members: Vec<Value> = joined.map(|thread| member(thread.id, world.me)).collect();
    Ok((200, json!({"threads": threads, "members": members, "has_more": false})))
}
