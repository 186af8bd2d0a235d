//! An interaction that serenity could not read is read again without what nobody here looks at:
//! Discord adds to its messages more often than serenity learns, and a button must not be dead
//! because of something new in the message that it is on.

use serde_json::{Map, Value, json};
use serenity::model::application::Interaction;

/// What is kept of an interaction.
const INTERACTION: &str = "id application_id type data guild_id channel_id channel member user \
    token version message locale context";
/// What is kept of its data.
const DATA: &str =
    "id name type options target_id custom_id component_type components values resolved";
/// What is kept of a message.
const MESSAGE: &str =
    "id channel_id author content timestamp edited_timestamp type flags webhook_id";
/// What is kept of a channel.
const CHANNEL: &str = "id type parent_id";
/// What is kept of a member.
const MEMBER: &str = "user roles joined_at deaf mute flags permissions";

/// The interaction, if it can be read without what nobody looks at.
pub(crate) fn read(value: Value) -> Option<Interaction> {
    let Value::Object(mut interaction) = value else { return None };
    keep(&mut interaction, INTERACTION);
    within(&mut interaction, "channel", |channel| keep(channel, CHANNEL));
    within(&mut interaction, "member", |member| keep(member, MEMBER));
    within(&mut interaction, "message", message);
    within(&mut interaction, "data", |data| {
        keep(data, DATA);
        within(data, "resolved", |resolved| {
            keep(resolved, "messages");
            within(resolved, "messages", |messages| {
                for one in messages.values_mut().filter_map(Value::as_object_mut) {
                    message(one);
                }
            });
        });
    });
    // What serenity insists on, and nobody here looks at.
    interaction.insert("entitlements".to_owned(), json!([]));
    interaction.insert("attachment_size_limit".to_owned(), json!(0));
    interaction.insert("authorizing_integration_owners".to_owned(), json!({}));
    serde_json::from_value(Value::Object(interaction)).ok()
}

fn message(message: &mut Map<String, Value>) {
    keep(message, MESSAGE);
    for list in ["mentions", "mention_roles", "attachments", "embeds"] {
        message.insert(list.to_owned(), json!([]));
    }
    for flag in ["tts", "mention_everyone", "pinned"] {
        message.insert(flag.to_owned(), json!(false));
    }
}

fn keep(fields: &mut Map<String, Value>, names: &str) {
    fields.retain(|name, _| names.split(' ').any(|kept| kept == name));
}

fn within(
    fields: &mut Map<String, Value>,
    name: &str,
    change: impl FnOnce(&mut Map<String, Value>),
) {
    if let Some(inside) = fields.get_mut(name).and_then(Value::as_object_mut) {
        change(inside);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A press on a message with something that no release of serenity knows.
    fn press() -> Value {
        let user = json!({ "id": "7", "username": "paulo", "discriminator": "0" });
        json!({
            "id": "1", "application_id": "2", "type": 3, "version": 1, "token": "t",
            "data": { "custom_id": "1|desk.no||0", "component_type": 2, "id": 1 },
            "guild_id": "3", "channel_id": "4", "locale": "en-US", "context": 0,
            "channel": { "id": "4", "type": 11, "parent_id": "5", "thread_metadata": "new" },
            "member": {
                "user": user, "roles": [], "joined_at": "2026-01-01T00:00:00Z",
                "deaf": false, "mute": false, "flags": 0, "permissions": "0", "collectibles": 1,
            },
            "message": {
                "id": "6", "channel_id": "4", "author": user, "content": "", "type": 0,
                "timestamp": "2026-01-01T00:00:00Z", "edited_timestamp": null, "flags": 64,
                "interaction_metadata": { "type": 5 }, "poll": "new", "components": [{}],
            },
        })
    }

    #[test]
    fn a_press_on_a_message_with_something_new_is_read() {
        assert!(serde_json::from_value::<Interaction>(press()).is_err());
        let Some(Interaction::Component(pressed)) = read(press()) else { panic!("not read") };
        assert_eq!(pressed.data.custom_id, "1|desk.no||0");
        assert_eq!(pressed.user.id.get(), 7);
    }

    #[test]
    fn what_is_no_interaction_is_not_read() {
        for value in [json!(null), json!([]), json!({}), json!({ "id": "1", "type": 3 })] {
            assert!(read(value).is_none());
        }
    }
}
