//! What follows the first answer: the original is read, edited and deleted, and others follow,
//! as long as the interaction's token lives.

use serde_json::Value;

use super::draft::{self, Place};
use super::{Answer, Call, channels};
use crate::refusal::{self, Refusal};
use crate::shared::Shared;
use crate::world::{How, Interaction, World};

/// The answered interaction of a token that still lives.
fn living<'a>(shared: &Shared, world: &'a World, call: &Call) -> Result<&'a Interaction, Refusal> {
    let interaction = world.interaction_by_token(call.text("webhook_token"));
    let is_ours = call.id("webhook_id") == world.application_id;
    let interaction = interaction.filter(|_| is_ours).ok_or_else(refusal::unknown_webhook)?;
    if interaction.first.is_none() || interaction.how() == Some(How::Choices) {
        return Err(refusal::unknown_webhook());
    }
    if interaction.born.elapsed() > shared.options.token_life {
        return Err(refusal::invalid_webhook_token());
    }
    Ok(interaction)
}

/// Which message is meant: the original, or one that followed.
fn meant(shared: &Shared, world: &World, call: &Call) -> Result<u64, Refusal> {
    let interaction = living(shared, world, call)?;
    let wanted = call.text("message_id");
    let id = if wanted.is_empty() || wanted == "@original" {
        interaction.original
    } else {
        let id = call.id("message_id");
        let is_its = interaction.original == Some(id) || interaction.followups.contains(&id);
        Some(id).filter(|_| is_its)
    };
    let message = id.and_then(|id| world.messages.get(&id)).filter(|said| !said.is_deleted);
    message.map(|message| message.id).ok_or_else(refusal::unknown_message)
}

fn shown(world: &World, id: u64) -> Answer {
    let message = world.messages.get(&id).ok_or_else(refusal::unknown_message)?;
    Ok((200, world.message_object(message)))
}

pub(super) fn get_original(shared: &Shared, call: &Call) -> Answer {
    get(shared, call)
}

pub(super) fn edit_original(shared: &Shared, call: &Call) -> Answer {
    edit(shared, call)
}

pub(super) fn delete_original(shared: &Shared, call: &Call) -> Answer {
    delete(shared, call)
}

pub(super) fn get(shared: &Shared, call: &Call) -> Answer {
    let world = shared.world();
    let id = meant(shared, &world, call)?;
    shown(&world, id)
}

pub(super) fn edit(shared: &Shared, call: &Call) -> Answer {
    let (id, answer) = shared.change(|world| {
        let id = meant(shared, world, call)?;
        let token = call.text("webhook_token");
        let interaction = world.interaction_by_token(token).map(|interaction| interaction.id);
        draft::rewrite(world, call, &call.body, "", id)?;
        // The message may have come from an earlier interaction; this one waits for it too.
        world.pulse(interaction.unwrap_or(0));
        Ok((id, shown(world, id)?))
    })?;
    channels::announce(shared, Some(id), true);
    Ok(answer)
}

pub(super) fn delete(shared: &Shared, call: &Call) -> Answer {
    let id = shared.change(|world| {
        let id = meant(shared, world, call)?;
        if let Some(message) = world.messages.get_mut(&id) {
            message.is_deleted = true;
        }
        let token = call.text("webhook_token");
        let interaction = world.interaction_by_token(token).map(|interaction| interaction.id);
        world.pulse(interaction.unwrap_or(0));
        Ok(id)
    })?;
    channels::announce_deletion(shared, id);
    Ok((204, Value::Null))
}

/// A further message. The first one after a deferral takes the place of "thinking".
pub(super) fn follow(shared: &Shared, call: &Call) -> Answer {
    let (id, fills, answer) = shared.change(|world| {
        let interaction = living(shared, world, call)?;
        let id = interaction.id;
        let place = Place {
            channel: interaction.channel,
            author: world.me,
            user: Some(interaction.user),
            interaction: Some(id),
        };
        let original = interaction.original.and_then(|id| world.messages.get(&id));
        let thinking = original.filter(|said| said.is_loading() && !said.is_deleted);
        let thinking = thinking.map(|message| message.id);
        let written = match thinking {
            Some(message) => {
                draft::rewrite(world, call, &call.body, "", message)?;
                message
            }
            None => draft::write(world, call, &call.body, "", place)?,
        };
        if let Some(interaction) = world.interactions.get_mut(&id) {
            if thinking.is_none() {
                interaction.followups.push(written);
            }
            interaction.pulse.send_replace(());
        }
        Ok((written, thinking.is_some(), shown(world, written)?))
    })?;
    channels::announce(shared, Some(id), fills);
    Ok(answer)
}
