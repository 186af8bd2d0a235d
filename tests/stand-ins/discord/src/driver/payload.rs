//! An interaction as Discord sends it to a bot.

use std::sync::Arc;
use std::time::Instant;

use serde_json::{Value, json};
use tokio::sync::watch;

use super::asked::Asked;
use crate::permission;
use crate::shared::Shared;
use crate::world::objects::text;
use crate::world::{Interaction, World};

/// What somebody does.
pub(super) struct Act {
    pub(super) user: u64,
    pub(super) channel: u64,
    pub(super) kind: u64,
    pub(super) data: Value,
    pub(super) source: Option<u64>,
}

const ATTACHMENT_BYTES_MAX: u64 = 10 * 1024 * 1024;

pub(super) fn send(shared: &Arc<Shared>, act: Act) -> Asked {
    let (id, payload) = shared.change(|world| {
        let id = world.next_interaction.take().unwrap_or_else(|| world.ids.next());
        let token = format!("aW50ZXJhY3Rpb24-{id:x}-{:x}", world.ids.next());
        let payload = payload(world, &act, id, &token);
        let interaction = Interaction {
            id,
            token,
            kind: act.kind,
            user: act.user,
            channel: act.channel,
            source: act.source,
            payload: payload.clone(),
            born: Instant::now(),
            first: None,
            original: None,
            followups: Vec::new(),
            modal: None,
            choices: Vec::new(),
            pulse: watch::Sender::new(()),
        };
        world.interactions.insert(id, interaction);
        (id, payload)
    });
    deliver(shared, &payload);
    Asked::new(shared, id)
}

pub(super) fn deliver(shared: &Shared, payload: &Value) {
    let guild = payload["guild_id"].as_str().and_then(|id| id.parse().ok());
    shared.hub.dispatch("INTERACTION_CREATE", guild, 0, payload);
}

fn payload(world: &World, act: &Act, id: u64, token: &str) -> Value {
    let channel = world.channels.get(&act.channel);
    let may = |user: u64| {
        let bits = channel.map_or(0, |channel| permission::of(world, user, channel));
        bits.to_string()
    };
    let mut shown_channel = channel.map(|channel| world.channel_object(channel));
    if let Some(shown) = &mut shown_channel {
        shown["permissions"] = json!(may(act.user));
    }
    let locale = world.users.get(&act.user).map_or("en-US", |user| &user.locale);
    let mut payload = json!({
        "id": text(id), "application_id": text(world.application_id),
        "type": act.kind, "data": act.data,
        "channel_id": text(act.channel), "channel": shown_channel, "token": token, "version": 1,
        "app_permissions": may(world.me), "locale": locale, "entitlements": [],
        "attachment_size_limit": ATTACHMENT_BYTES_MAX,
    });
    let guild = channel.and_then(|channel| channel.guild).and_then(|id| world.guilds.get(&id));
    if let Some(guild) = guild {
        let mut member = world.member_object(guild, act.user, true).unwrap_or_default();
        member["permissions"] = json!(may(act.user));
        payload["guild_id"] = json!(text(guild.id));
        payload["guild_locale"] = json!(guild.locale);
        payload["guild"] = json!({"id": text(guild.id), "locale": guild.locale, "features": []});
        payload["member"] = member;
        payload["context"] = json!(0);
        payload["authorizing_integration_owners"] = json!({"0": text(guild.id)});
    } else {
        payload["user"] = world.user_object(act.user);
        payload["context"] = json!(1);
        payload["authorizing_integration_owners"] = json!({"0": "0"});
    }
    let source = act.source.and_then(|source| world.messages.get(&source));
    if let Some(message) = source {
        payload["message"] = world.message_object(message);
    }
    payload
}
