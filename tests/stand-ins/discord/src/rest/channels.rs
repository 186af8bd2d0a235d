//! Channels: whether the bot may see them and write in them, what they are, and how everybody
//! else hears of what is written.

use serde_json::{Value, json};

use super::{Answer, Call};
use crate::gateway::{DIRECT_MESSAGES, GUILD_MESSAGES, GUILDS};
use crate::permission::{MANAGE_THREADS, SEND_MESSAGES, SEND_MESSAGES_IN_THREADS, of, sees};
use crate::refusal::{self, Refusal};
use crate::shared::Shared;
use crate::world::objects::text;
use crate::world::{Channel, World};

/// `MANAGE_CHANNELS`.
const MANAGE_CHANNELS: u64 = 1 << 4;

/// The channel of a call, if the bot may see it.
pub(super) fn seen<'a>(world: &'a World, call: &Call) -> Result<&'a Channel, Refusal> {
    let id = call.id("channel_id");
    let channel = world.channels.get(&id).ok_or_else(refusal::unknown_channel)?;
    if !sees(world, world.me, channel) {
        return Err(refusal::missing_access());
    }
    Ok(channel)
}

/// Refuses what the bot lacks a permission for.
pub(super) fn require(world: &World, channel: &Channel, bits: u64) -> Result<(), Refusal> {
    if of(world, world.me, channel) & bits == bits {
        Ok(())
    } else {
        Err(refusal::missing_permissions())
    }
}

/// The permission to write in such a channel.
pub(super) fn to_write(channel: &Channel) -> u64 {
    if channel.thread.is_some() { SEND_MESSAGES_IN_THREADS } else { SEND_MESSAGES }
}

pub(super) fn get(shared: &Shared, call: &Call) -> Answer {
    let world = shared.world();
    let channel = seen(&world, call)?;
    Ok((200, world.channel_object(channel)))
}

/// A channel gets another name or topic; a thread is archived, locked or opened again.
pub(super) fn edit(shared: &Shared, call: &Call) -> Answer {
    let shown = shared.change(|world| {
        let channel = seen(world, call)?;
        let (id, wants_more) = (channel.id, call.body.get("locked").is_some());
        match &channel.thread {
            Some(thread) if thread.owner == world.me && !wants_more => {}
            Some(thread) if thread.is_archived && !thread.is_locked && opens(&call.body) => {
                require(world, channel, to_write(channel))?;
            }
            Some(_) => require(world, channel, MANAGE_THREADS)?,
            None => require(world, channel, MANAGE_CHANNELS)?,
        }
        let Some(channel) = world.channels.get_mut(&id) else {
            return Err(refusal::unknown_channel());
        };
        change(channel, &call.body)?;
        let shown = world.channels.get(&id).map(|channel| world.channel_object(channel));
        shown.ok_or_else(refusal::unknown_channel)
    })?;
    let is_thread = shown.get("thread_metadata").is_some();
    let name = if is_thread { "THREAD_UPDATE" } else { "CHANNEL_UPDATE" };
    shared.hub.dispatch(name, guild_of(&shown), GUILDS, &shown);
    Ok((200, shown))
}

/// Whether all that is asked for is to open an archived thread.
fn opens(body: &Value) -> bool {
    body["archived"] == false && body.as_object().is_some_and(|body| body.len() == 1)
}

fn change(channel: &mut Channel, body: &Value) -> Result<(), Refusal> {
    if let Some(name) = body["name"].as_str() {
        if name.is_empty() || name.chars().count() > 100 {
            let message = "Must be between 1 and 100 in length.";
            return Err(refusal::invalid_form("name", "BASE_TYPE_BAD_LENGTH", message));
        }
        name.clone_into(&mut channel.name);
    }
    if let Some(topic) = body["topic"].as_str() {
        channel.topic = Some(topic.to_owned());
    }
    let Some(thread) = &mut channel.thread else { return Ok(()) };
    if thread.is_archived && body["archived"] != false {
        return Err(refusal::archived());
    }
    thread.is_archived = body["archived"].as_bool().unwrap_or(thread.is_archived);
    thread.is_locked = body["locked"].as_bool().unwrap_or(thread.is_locked);
    thread.archive_minutes =
        body["auto_archive_duration"].as_u64().unwrap_or(thread.archive_minutes);
    Ok(())
}

pub(super) fn guild_of(shown: &Value) -> Option<u64> {
    shown["guild_id"].as_str().and_then(|id| id.parse().ok())
}

pub(super) fn typing(shared: &Shared, call: &Call) -> Answer {
    let world = shared.world();
    let channel = seen(&world, call)?;
    require(&world, channel, to_write(channel))?;
    Ok((204, Value::Null))
}

/// Tells the gateway that a message was written or changed, if others can see it.
pub(crate) fn announce(shared: &Shared, id: Option<u64>, is_change: bool) {
    let event = {
        let world = shared.world();
        let message = id.and_then(|id| world.messages.get(&id));
        let Some(message) = message.filter(|message| message.only_for.is_none()) else { return };
        let guild = world.channels.get(&message.channel).and_then(|channel| channel.guild);
        let mut shown = world.message_object(message);
        let of = guild.and_then(|guild| world.guilds.get(&guild));
        if let Some(guild) = of {
            shown["guild_id"] = json!(text(guild.id));
            let member = world.member_object(guild, message.author, false);
            shown["member"] = member.unwrap_or(Value::Null);
        }
        (guild, shown)
    };
    let (guild, shown) = event;
    let name = if is_change { "MESSAGE_UPDATE" } else { "MESSAGE_CREATE" };
    shared.hub.dispatch(name, guild, wanted_by(guild), &shown);
}

/// Tells the gateway that a message is gone.
pub(crate) fn announce_deletion(shared: &Shared, id: u64) {
    let event = {
        let world = shared.world();
        let message = world.messages.get(&id).filter(|message| message.only_for.is_none());
        let Some(message) = message else { return };
        let guild = world.channels.get(&message.channel).and_then(|channel| channel.guild);
        let mut gone = json!({"id": text(id), "channel_id": text(message.channel)});
        if let Some(guild) = guild {
            gone["guild_id"] = json!(text(guild));
        }
        (guild, gone)
    };
    shared.hub.dispatch("MESSAGE_DELETE", event.0, wanted_by(event.0), &event.1);
}

fn wanted_by(guild: Option<u64>) -> u64 {
    if guild.is_some() { GUILD_MESSAGES } else { DIRECT_MESSAGES }
}
