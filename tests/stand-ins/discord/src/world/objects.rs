//! What the world looks like from outside: Discord's objects, complete enough for strict clients.

use serde_json::{Map, Value, json};

use super::{Account, COMMAND, COMPONENT, Channel, Guild, Message, Role, SUBMIT, World, time_of};
use crate::permission;

/// A Unix time in milliseconds as Discord writes times.
pub(crate) fn timestamp(millis: u64) -> String {
    let days = i64::try_from(millis / 86_400_000).unwrap_or(0);
    let (year, month, day) = civil(days);
    let rest = millis % 86_400_000;
    let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60);
    let (second, milli) = (rest / 1000 % 60, rest % 1000);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}000+00:00")
}

/// The date of a day counted from 1970-01-01, by the usual arithmetic of eras of 400 years.
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

pub(crate) fn text(id: u64) -> String {
    id.to_string()
}

pub(crate) fn user(account: &Account) -> Value {
    json!({
        "id": text(account.id), "username": account.name, "discriminator": "0",
        "global_name": account.display, "avatar": null, "bot": account.is_bot,
        "public_flags": 0, "flags": 0,
    })
}

pub(crate) fn role(role: &Role, position: usize) -> Value {
    let mut shown = json!({
        "id": text(role.id), "name": role.name, "color": 0, "hoist": false,
        "colors": {"primary_color": 0, "secondary_color": null, "tertiary_color": null},
        "icon": null, "unicode_emoji": null, "position": position,
        "permissions": role.permissions.to_string(), "managed": role.of_bot.is_some(),
        "mentionable": false, "flags": 0,
    });
    if let Some(bot) = role.of_bot {
        shown["tags"] = json!({"bot_id": text(bot)});
    }
    shown
}

pub(crate) fn roles(guild: &Guild) -> Vec<Value> {
    guild.roles.iter().enumerate().map(|(position, of)| role(of, position)).collect()
}

impl World {
    pub(crate) fn user_object(&self, id: u64) -> Value {
        self.users.get(&id).map_or(Value::Null, user)
    }

    /// A member; the user inside only when asked for, as Discord leaves it out in places.
    pub(crate) fn member_object(&self, guild: &Guild, id: u64, with_user: bool) -> Option<Value> {
        let member = guild.members.get(&id)?;
        let mut shown = json!({
            "nick": member.nick, "avatar": null, "banner": null,
            "roles": member.roles.iter().map(|role| text(*role)).collect::<Vec<_>>(),
            "joined_at": timestamp(time_of(guild.id)), "premium_since": null,
            "deaf": false, "mute": false, "flags": 0, "pending": false,
            "communication_disabled_until": null,
        });
        if with_user {
            shown["user"] = self.user_object(id);
        }
        Some(shown)
    }

    pub(crate) fn channel_object(&self, channel: &Channel) -> Value {
        let mut shown = Map::new();
        shown.insert("id".into(), json!(text(channel.id)));
        shown.insert("type".into(), json!(channel.kind));
        shown.insert("flags".into(), json!(0));
        shown.insert("last_message_id".into(), Value::Null);
        if let Some(recipient) = channel.recipient {
            shown.insert("recipients".into(), json!([self.user_object(recipient)]));
            return Value::Object(shown);
        }
        shown.insert("guild_id".into(), json!(channel.guild.map(text)));
        shown.insert("name".into(), json!(channel.name));
        shown.insert("parent_id".into(), json!(channel.parent.map(text)));
        shown.insert("rate_limit_per_user".into(), json!(0));
        if let Some(thread) = &channel.thread {
            let messages = self.messages.values().filter(|said| said.channel == channel.id);
            let count = messages.count();
            shown.insert("owner_id".into(), json!(text(thread.owner)));
            shown.insert("message_count".into(), json!(count));
            shown.insert("total_message_sent".into(), json!(count));
            shown.insert("member_count".into(), json!(thread.members.len()));
            shown.insert(
                "thread_metadata".into(),
                json!({
                    "archived": thread.is_archived, "locked": thread.is_locked,
                    "auto_archive_duration": thread.archive_minutes, "invitable": true,
                    "archive_timestamp": timestamp(time_of(channel.id)),
                    "create_timestamp": timestamp(time_of(channel.id)),
                }),
            );
        } else {
            let overwrite = |over: &permission::Overwrite| {
                json!({
                    "id": text(over.of), "type": u8::from(over.is_member),
                    "allow": over.allow.to_string(), "deny": over.deny.to_string(),
                })
            };
            let overwrites: Vec<Value> = channel.overwrites.iter().map(overwrite).collect();
            shown.insert("topic".into(), json!(channel.topic));
            shown.insert("position".into(), json!(0));
            shown.insert("nsfw".into(), json!(false));
            shown.insert("permission_overwrites".into(), json!(overwrites));
        }
        Value::Object(shown)
    }

    pub(crate) fn guild_object(&self, guild: &Guild) -> Value {
        json!({
            "id": text(guild.id), "name": guild.name, "icon": null, "splash": null,
            "discovery_splash": null, "owner_id": text(guild.owner), "region": "deprecated",
            "afk_channel_id": null, "afk_timeout": 300, "verification_level": 0,
            "default_message_notifications": 1, "explicit_content_filter": 0,
            "roles": roles(guild), "emojis": [], "features": [], "mfa_level": 0,
            "application_id": null, "system_channel_id": null, "system_channel_flags": 0,
            "rules_channel_id": null, "max_members": 500_000, "vanity_url_code": null,
            "description": null, "banner": null, "premium_tier": 0,
            "premium_subscription_count": 0, "preferred_locale": guild.locale,
            "public_updates_channel_id": null, "nsfw_level": 0, "nsfw": false, "stickers": [],
            "premium_progress_bar_enabled": false, "safety_alerts_channel_id": null,
            "widget_enabled": false, "widget_channel_id": null,
        })
    }

    /// What GUILD_CREATE holds: the guild with everything that is in it.
    pub(crate) fn guild_create(&self, guild: &Guild) -> Value {
        let mut shown = self.guild_object(guild);
        let within = |channel: &&Channel| channel.guild == Some(guild.id);
        let of = |is_thread: bool| {
            let channels = self.channels.values().filter(within);
            let channels = channels.filter(|channel| channel.thread.is_some() == is_thread);
            channels.map(|channel| self.channel_object(channel)).collect::<Vec<_>>()
        };
        let me = self.member_object(guild, self.me, true);
        shown["channels"] = json!(of(false));
        shown["threads"] = json!(of(true));
        shown["members"] = json!(me.into_iter().collect::<Vec<_>>());
        shown["member_count"] = json!(guild.members.len());
        shown["joined_at"] = json!(timestamp(time_of(guild.id)));
        shown["large"] = json!(false);
        shown["unavailable"] = json!(false);
        for empty in ["voice_states", "presences", "stage_instances", "guild_scheduled_events"] {
            shown[empty] = json!([]);
        }
        shown
    }

    pub(crate) fn message_object(&self, message: &Message) -> Value {
        let attachment = |of: &super::Attachment| {
            let url = format!(
                "{}/attachments/{}/{}/{}",
                self.address, message.channel, of.id, of.file.name
            );
            json!({
                "id": text(of.id), "filename": of.file.name, "size": of.file.bytes.len(),
                "url": url, "proxy_url": url, "content_type": of.file.content_type,
                "description": of.description, "ephemeral": message.only_for.is_some(),
            })
        };
        let attachments: Vec<Value> = message.attachments.iter().map(attachment).collect();
        let mut shown = json!({
            "id": text(message.id), "channel_id": text(message.channel), "type": 0,
            "author": self.user_object(message.author), "content": message.content,
            "timestamp": timestamp(time_of(message.id)),
            "edited_timestamp": message.edited_at.map(timestamp),
            "tts": false, "mention_everyone": false, "mentions": [], "mention_roles": [],
            "attachments": attachments, "embeds": message.embeds,
            "components": message.components, "pinned": message.is_pinned,
            "flags": message.flags,
        });
        if let Some(nonce) = &message.nonce {
            shown["nonce"] = nonce.clone();
        }
        if let Some(reference) = message.reference {
            shown["type"] = json!(19);
            shown["message_reference"] =
                json!({"message_id": text(reference), "channel_id": text(message.channel)});
        }
        if let Some(interaction) = message.interaction {
            shown["webhook_id"] = json!(text(self.me));
            shown["application_id"] = json!(text(self.application_id));
            shown["interaction_metadata"] = self.metadata_object(interaction);
        }
        shown
    }

    fn metadata_object(&self, id: u64) -> Value {
        let interaction = self.interactions.get(&id);
        let kind = interaction.map_or(COMMAND, |of| of.kind);
        let source = interaction.and_then(|of| of.source);
        let mut shown = json!({
            "id": text(id), "type": kind,
            "user": interaction.map(|of| self.user_object(of.user)),
            "authorizing_integration_owners": {},
        });
        match (kind, source) {
            (COMPONENT, Some(message)) => shown["interacted_message_id"] = json!(text(message)),
            (SUBMIT, source) => {
                // What opened the form: a button of the message that it hangs on, or a command.
                let mut opener = shown.clone();
                opener["type"] = json!(if source.is_some() { COMPONENT } else { COMMAND });
                if let Some(message) = source {
                    opener["interacted_message_id"] = json!(text(message));
                }
                shown["triggering_interaction_metadata"] = opener;
            }
            _ => {}
        }
        shown
    }
}

#[test]
fn times_are_written_as_discord_writes_them() {
    assert_eq!(timestamp(0), "1970-01-01T00:00:00.000000+00:00");
    assert_eq!(timestamp(1_193_745_600_123), "2007-10-30T12:00:00.123000+00:00");
    assert_eq!(timestamp(1_709_208_000_000), "2024-02-29T12:00:00.000000+00:00");
}
