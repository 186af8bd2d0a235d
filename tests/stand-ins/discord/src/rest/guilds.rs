//! The address of the gateway, who the bot is, and the guilds with their members and roles.

use serde_json::{Value, json};

use super::{Answer, Call};
use crate::permission;
use crate::refusal::{self, Refusal};
use crate::shared::Shared;
use crate::world::objects;
use crate::world::{Guild, World};

fn socket_address(world: &World) -> String {
    world.address.replacen("http", "ws", 1) + "/gateway"
}

pub(super) fn gateway(shared: &Shared, _: &Call) -> Answer {
    Ok((200, json!({"url": socket_address(&shared.world())})))
}

pub(super) fn gateway_bot(shared: &Shared, _: &Call) -> Answer {
    let limit = json!({
        "total": 1000, "remaining": 999, "reset_after": 86_400_000, "max_concurrency": 1,
    });
    let url = socket_address(&shared.world());
    Ok((200, json!({"url": url, "shards": 1, "session_start_limit": limit})))
}

pub(super) fn me(shared: &Shared, _: &Call) -> Answer {
    let world = shared.world();
    let mut me = world.user_object(world.me);
    me["verified"] = json!(true);
    me["mfa_enabled"] = json!(true);
    me["locale"] = json!("en-US");
    me["email"] = Value::Null;
    Ok((200, me))
}

pub(super) fn user(shared: &Shared, call: &Call) -> Answer {
    let world = shared.world();
    let user = world.users.get(&call.id("user_id")).ok_or_else(refusal::unknown_user)?;
    Ok((200, objects::user(user)))
}

pub(super) fn my_guilds(shared: &Shared, _: &Call) -> Answer {
    let world = shared.world();
    let guild = |guild: &Guild| {
        let permissions = permission::at_large(&world, world.me, guild.id);
        json!({
            "id": objects::text(guild.id), "name": guild.name, "icon": null, "banner": null,
            "owner": false, "permissions": permissions.to_string(), "features": [],
        })
    };
    Ok((200, world.guilds.values().map(guild).collect()))
}

/// The direct messages with somebody, who shares a guild with the bot.
pub(super) fn direct(shared: &Shared, call: &Call) -> Answer {
    let recipient = call.body["recipient_id"].as_str().and_then(|id| id.parse::<u64>().ok());
    let Some(recipient) = recipient else {
        let message = "This field is required";
        return Err(refusal::invalid_form("recipient_id", "BASE_TYPE_REQUIRED", message));
    };
    shared.change(|world| {
        if !world.users.contains_key(&recipient) {
            let message = "Invalid Recipient(s)";
            return Err(Refusal::new(400, 50_033, message));
        }
        let id = world.direct(recipient);
        let channel = world.channels.get(&id).ok_or_else(refusal::unknown_channel)?;
        Ok((200, world.channel_object(channel)))
    })
}

fn known<'a>(world: &'a World, call: &Call) -> Result<&'a Guild, Refusal> {
    let guild = world.guilds.get(&call.id("guild_id")).ok_or_else(refusal::unknown_guild)?;
    let is_member = guild.members.contains_key(&world.me);
    if is_member { Ok(guild) } else { Err(refusal::missing_access()) }
}

pub(super) fn guild(shared: &Shared, call: &Call) -> Answer {
    let world = shared.world();
    let guild = known(&world, call)?;
    let mut shown = world.guild_object(guild);
    if call.says("with_counts") {
        shown["approximate_member_count"] = json!(guild.members.len());
        shown["approximate_presence_count"] = json!(guild.members.len());
    }
    Ok((200, shown))
}

pub(super) fn channels(shared: &Shared, call: &Call) -> Answer {
    let world = shared.world();
    let id = known(&world, call)?.id;
    let channels = world.channels.values();
    let own = channels.filter(|channel| channel.guild == Some(id) && channel.thread.is_none());
    Ok((200, own.map(|channel| world.channel_object(channel)).collect()))
}

pub(super) fn roles(shared: &Shared, call: &Call) -> Answer {
    let world = shared.world();
    Ok((200, json!(objects::roles(known(&world, call)?))))
}

pub(super) fn members(shared: &Shared, call: &Call) -> Answer {
    let world = shared.world();
    let guild = known(&world, call)?;
    let limit = call.query("limit").and_then(|limit| limit.parse().ok()).unwrap_or(1);
    let after = call.query("after").and_then(|id| id.parse().ok()).unwrap_or(0);
    let ids = guild.members.keys().filter(|id| **id > after).take(limit);
    Ok((200, ids.filter_map(|id| world.member_object(guild, *id, true)).collect()))
}

pub(super) fn member(shared: &Shared, call: &Call) -> Answer {
    let world = shared.world();
    let guild = known(&world, call)?;
    let user = match call.text("user_id") {
        "@me" => world.me,
        _ => call.id("user_id"),
    };
    let member = world.member_object(guild, user, true).ok_or_else(refusal::unknown_member)?;
    Ok((200, member))
}
