//! The first answer to an interaction: once, in time, and of a kind that fits.

use std::time::Instant;

use serde_json::{Value, json};

use super::draft::{self, Place};
use super::{Answer, Call, limits};
use crate::refusal::{self, Refusal};
use crate::shared::Shared;
use crate::world::objects::text;
use crate::world::{AUTOCOMPLETE, COMMAND, COMPONENT, EPHEMERAL, How, SUBMIT, World};

/// What the callback needs to know of its interaction.
#[derive(Clone, Copy)]
struct Of {
    id: u64,
    kind: u64,
    place: Place,
    source: Option<u64>,
}

pub(super) fn answer(shared: &Shared, call: &Call) -> Answer {
    let id = call.id("interaction_id");
    let heard = shared.change(|world| {
        let of = admitted(shared, world, call)?;
        let body = &call.body;
        let (how, original) = answered(world, call, of, body)?;
        let Some(interaction) = world.interactions.get_mut(&id) else {
            return Err(refusal::unknown_interaction());
        };
        interaction.first = Some((how, Instant::now()));
        interaction.original = original;
        if how == How::Modal {
            interaction.modal = Some(body["data"].clone());
        }
        if how == How::Choices {
            interaction.choices = body["data"]["choices"].as_array().cloned().unwrap_or_default();
        }
        interaction.pulse.send_replace(());
        Ok((of, original, told(world, of, body, original)))
    });
    let (of, original, told) = heard?;
    super::channels::announce(shared, original, of.source == original);
    if call.says("with_response") { Ok((200, told)) } else { Ok((204, Value::Null)) }
}

/// Whether the interaction is known, in time and not yet answered.
fn admitted(shared: &Shared, world: &World, call: &Call) -> Result<Of, Refusal> {
    let interaction = world.interactions.get(&call.id("interaction_id"));
    let known = interaction.filter(|known| known.token == call.text("interaction_token"));
    let interaction = known.ok_or_else(refusal::unknown_interaction)?;
    if interaction.first.is_some() {
        return Err(refusal::already_acknowledged());
    }
    if interaction.born.elapsed() > shared.options.first_answer {
        return Err(refusal::unknown_interaction());
    }
    let place = Place {
        channel: interaction.channel,
        author: world.me,
        user: Some(interaction.user),
        interaction: Some(interaction.id),
    };
    let (id, kind, source) = (interaction.id, interaction.kind, interaction.source);
    Ok(Of { id, kind, place, source })
}

/// Which kinds of answer an interaction takes.
fn kinds(of: Of) -> &'static [u64] {
    match of.kind {
        COMMAND => &[4, 5, 9],
        COMPONENT => &[4, 5, 6, 7, 9],
        AUTOCOMPLETE => &[8],
        SUBMIT if of.source.is_some() => &[4, 5, 6, 7],
        SUBMIT => &[4, 5],
        _ => &[],
    }
}

type Answered = Result<(How, Option<u64>), Refusal>;

fn answered(world: &mut World, call: &Call, of: Of, body: &Value) -> Answered {
    let kind = body["type"].as_u64().unwrap_or(0);
    if !kinds(of).contains(&kind) {
        let among = kinds(of).iter().map(u64::to_string).collect::<Vec<_>>().join(", ");
        let message = format!("Value must be one of {{{among}}}.");
        return Err(refusal::invalid_form("type", "BASE_TYPE_CHOICES", &message));
    }
    let data = &body["data"];
    match kind {
        4 => {
            let id = draft::write(world, call, data, "data", of.place)?;
            Ok((How::Message, Some(id)))
        }
        5 => {
            let is_ephemeral = data["flags"].as_u64().unwrap_or(0) & EPHEMERAL != 0;
            Ok((How::Deferred, Some(draft::placeholder(world, of.place, is_ephemeral))))
        }
        6 => {
            let source = of.source.and_then(|source| world.messages.get(&source));
            let edits = source.map_or(0, |message| message.edits);
            Ok((How::DeferredUpdate { edits }, of.source))
        }
        7 => {
            let source = of.source.ok_or_else(refusal::unknown_message)?;
            draft::rewrite(world, call, data, "data", source)?;
            Ok((How::Update, Some(source)))
        }
        8 => limits::choices(data).map(|()| (How::Choices, None)),
        _ => limits::modal(data, "data").map(|()| (How::Modal, None)),
    }
}

/// The answer when the bot asks for one.
fn told(world: &World, of: Of, body: &Value, original: Option<u64>) -> Value {
    let message = original.and_then(|id| world.messages.get(&id));
    let mut told = json!({
        "interaction": {"id": text(of.id), "type": of.kind},
        "resource": {"type": body["type"]},
    });
    if let Some(message) = message {
        told["interaction"]["response_message_id"] = json!(text(message.id));
        told["interaction"]["response_message_loading"] = json!(message.is_loading());
        told["interaction"]["response_message_ephemeral"] = json!(message.only_for.is_some());
        if matches!(body["type"].as_u64(), Some(4 | 7)) {
            told["resource"]["message"] = world.message_object(message);
        }
    }
    told
}
