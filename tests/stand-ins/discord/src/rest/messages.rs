//! Messages that the bot writes in a channel by itself, and pins.

use serde_json::{Value, json};

use super::channels::{announce, announce_deletion, require, seen, to_write};
use super::draft::{self, Place};
use super::{Answer, Call};
use crate::permission::{
    ATTACH_FILES, EMBED_LINKS, MANAGE_MESSAGES, PIN_MESSAGES, READ_MESSAGE_HISTORY,
};
use crate::refusal::{self, Refusal};
use crate::shared::Shared;
use crate::world::objects::timestamp;
use crate::world::{Channel, Message, World, time_of};

const PINS_MAX: usize = 250;
const LISTED_MAX: usize = 100;

/// A message of the call's channel that the bot can reach this way; ephemeral ones it cannot.
fn meant<'a>(world: &'a World, call: &Call) -> Result<(&'a Channel, &'a Message), Refusal> {
    let channel = seen(world, call)?;
    let message = world.messages.get(&call.id("message_id"));
    let is_there = |message: &&Message| {
        message.channel == channel.id && !message.is_deleted && message.only_for.is_none()
    };
    Ok((channel, message.filter(is_there).ok_or_else(refusal::unknown_message)?))
}

fn shown(world: &World, id: u64) -> Answer {
    let message = world.messages.get(&id).ok_or_else(refusal::unknown_message)?;
    Ok((200, world.message_object(message)))
}

pub(super) fn post(shared: &Shared, call: &Call) -> Answer {
    let (id, is_new, answer) = shared.change(|world| {
        let channel = seen(world, call)?;
        let mut needed = to_write(channel);
        if !call.files.is_empty() {
            needed |= ATTACH_FILES;
        }
        if call.body["embeds"].as_array().is_some_and(|embeds| !embeds.is_empty()) {
            needed |= EMBED_LINKS;
        }
        require(world, channel, needed)?;
        let to = channel.recipient.and_then(|recipient| world.users.get(&recipient));
        if to.is_some_and(|user| user.is_closed) {
            return Err(refusal::closed_to_the_bot());
        }
        let channel_id = channel.id;
        if let Some(known) = sent_before(world, channel_id, &call.body) {
            return Ok((known, false, shown(world, known)?));
        }
        if let Some(thread) = &channel.thread
            && thread.is_archived
            && thread.is_locked
        {
            return Err(refusal::archived());
        }
        let place = Place { channel: channel_id, author: world.me, ..Place::default() };
        let id = draft::write(world, call, &call.body, "", place)?;
        let channel = world.channels.get_mut(&channel_id);
        if let Some(thread) = channel.and_then(|channel| channel.thread.as_mut()) {
            thread.is_archived = false;
        }
        Ok((id, true, shown(world, id)?))
    })?;
    if is_new {
        announce(shared, Some(id), false);
    }
    Ok(answer)
}

/// With `enforce_nonce`, the same nonce gives the same message and not another one.
fn sent_before(world: &World, channel: u64, body: &Value) -> Option<u64> {
    let nonce = body.get("nonce").filter(|nonce| !nonce.is_null())?;
    if body["enforce_nonce"] != true {
        return None;
    }
    let is_same = |message: &&Message| {
        message.channel == channel
            && message.author == world.me
            && message.nonce.as_ref().is_some_and(|known| plain(known) == plain(nonce))
    };
    world.messages.values().find(is_same).map(|message| message.id)
}

fn plain(nonce: &Value) -> String {
    nonce.as_str().map_or_else(|| nonce.to_string(), str::to_owned)
}

pub(super) fn get(shared: &Shared, call: &Call) -> Answer {
    let world = shared.world();
    let (channel, message) = meant(&world, call)?;
    require(&world, channel, READ_MESSAGE_HISTORY)?;
    Ok((200, world.message_object(message)))
}

pub(super) fn list(shared: &Shared, call: &Call) -> Answer {
    let world = shared.world();
    let channel = seen(&world, call)?;
    require(&world, channel, READ_MESSAGE_HISTORY)?;
    let bound = |name: &str| call.query(name).and_then(|id| id.parse::<u64>().ok());
    let limit = bound("limit").and_then(|limit| usize::try_from(limit).ok()).unwrap_or(50);
    let (before, after) = (bound("before").unwrap_or(u64::MAX), bound("after").unwrap_or(0));
    let is_listed = |message: &&Message| {
        message.channel == channel.id
            && !message.is_deleted
            && message.only_for.is_none()
            && message.id < before
            && message.id > after
    };
    let messages = world.messages.values().rev().filter(is_listed).take(limit.min(LISTED_MAX));
    Ok((200, messages.map(|message| world.message_object(message)).collect()))
}

pub(super) fn patch(shared: &Shared, call: &Call) -> Answer {
    let (id, answer) = shared.change(|world| {
        let (channel, message) = meant(world, call)?;
        let id = message.id;
        if message.author != world.me {
            return Err(refusal::not_the_author());
        }
        if channel.thread.as_ref().is_some_and(|thread| thread.is_archived) {
            return Err(refusal::archived());
        }
        draft::rewrite(world, call, &call.body, "", id)?;
        Ok((id, shown(world, id)?))
    })?;
    announce(shared, Some(id), true);
    Ok(answer)
}

pub(super) fn delete(shared: &Shared, call: &Call) -> Answer {
    let id = shared.change(|world| {
        let (channel, message) = meant(world, call)?;
        let id = message.id;
        if message.author != world.me {
            require(world, channel, MANAGE_MESSAGES)?;
        }
        if let Some(message) = world.messages.get_mut(&id) {
            message.is_deleted = true;
        }
        Ok(id)
    })?;
    announce_deletion(shared, id);
    Ok((204, Value::Null))
}

fn pinned<'a>(world: &'a World, channel: &Channel) -> Vec<&'a Message> {
    let id = channel.id;
    let is_pinned = |said: &&Message| said.channel == id && said.is_pinned && !said.is_deleted;
    world.messages.values().rev().filter(is_pinned).collect()
}

fn set_pinned(shared: &Shared, call: &Call, is_pinned: bool) -> Answer {
    shared.change(|world| {
        let (channel, message) = meant(world, call)?;
        require(world, channel, PIN_MESSAGES)?;
        let count = pinned(world, channel).len();
        if is_pinned && !message.is_pinned && count >= PINS_MAX {
            return Err(refusal::too_many_pins());
        }
        let id = message.id;
        if let Some(message) = world.messages.get_mut(&id) {
            message.is_pinned = is_pinned;
        }
        Ok((204, Value::Null))
    })
}

pub(super) fn pin(shared: &Shared, call: &Call) -> Answer {
    set_pinned(shared, call, true)
}

pub(super) fn unpin(shared: &Shared, call: &Call) -> Answer {
    set_pinned(shared, call, false)
}

pub(super) fn pins(shared: &Shared, call: &Call) -> Answer {
    let world = shared.world();
    let channel = seen(&world, call)?;
    let item = |message: &&Message| {
        let at = timestamp(time_of(message.id));
        json!({"pinned_at": at, "message": world.message_object(message)})
    };
    let items: Vec<Value> = pinned(&world, channel).iter().map(item).collect();
    Ok((200, json!({"items": items, "has_more": false})))
}

pub(super) fn old_pins(shared: &Shared, call: &Call) -> Answer {
    let world = shared.world();
    let channel = seen(&world, call)?;
    let pinned = pinned(&world, channel);
    Ok((200, pinned.iter().map(|message| world.message_object(message)).collect()))
}
