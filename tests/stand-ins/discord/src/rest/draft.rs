//! Writing a message and changing it, for callbacks, webhooks and channels alike.

use serde_json::Value;

use super::{Call, limits, pings};
use crate::refusal::{self, Refusal};
use crate::world::{
    Attachment, EPHEMERAL, LOADING, Message, SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS, World,
    time_of,
};

/// Where a message goes and in whose name.
#[derive(Clone, Copy, Default)]
pub(super) struct Place {
    pub(super) channel: u64,
    pub(super) author: u64,
    /// Who alone will see it, if it is ephemeral.
    pub(super) user: Option<u64>,
    pub(super) interaction: Option<u64>,
}

fn list(of: &Value, name: &str) -> Option<Vec<Value>> {
    match &of[name] {
        Value::Null if of.get(name).is_none() => None,
        list => Some(list.as_array().cloned().unwrap_or_default()),
    }
}

/// The files of a request as attachments, with the descriptions that the body gives them.
fn attached(world: &mut World, body: &Value, call: &Call) -> Vec<Attachment> {
    let mut attachments = Vec::new();
    for (at, (part, file)) in call.files.iter().enumerate() {
        let number = part.strip_prefix("files[").and_then(|rest| rest.strip_suffix(']'));
        let number = number.map_or_else(|| at.to_string(), str::to_owned);
        let of = |of: &&Value| id_of(of).is_some_and(|id| id == number);
        let described = body["attachments"].as_array().and_then(|list| list.iter().find(of));
        let description = described.and_then(|of| of["description"].as_str()).map(str::to_owned);
        let mut file = file.clone();
        if let Some(name) = described.and_then(|of| of["filename"].as_str()) {
            name.clone_into(&mut file.name);
        }
        attachments.push(Attachment { id: world.ids.next(), description, file });
    }
    attachments
}

fn id_of(attachment: &Value) -> Option<String> {
    let id = &attachment["id"];
    id.as_str().map(str::to_owned).or_else(|| id.as_u64().map(|id| id.to_string()))
}

fn is_empty(message: &Message) -> bool {
    message.content.trim().is_empty() && message.embeds.is_empty() && message.attachments.is_empty()
}

/// Writes a new message; `within` is where it is in the body, for errors.
pub(super) fn write(
    world: &mut World,
    call: &Call,
    body: &Value,
    within: &str,
    place: Place,
) -> Result<u64, Refusal> {
    limits::message(body, within, call.files.len())?;
    let content = body["content"].as_str().unwrap_or_default().to_owned();
    let reference = body["message_reference"]["message_id"].as_str();
    let reference = reference.and_then(|id| id.parse().ok());
    if reference.is_some_and(|id| !world.messages.contains_key(&id)) {
        let message = "Unknown message";
        let place = format!("{within}.message_reference");
        return Err(refusal::invalid_form(&place, "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", message));
    }
    let replied_to = reference.and_then(|id| world.messages.get(&id)).map(|said| said.author);
    let flags = body["flags"].as_u64().unwrap_or(0);
    let is_ephemeral = flags & EPHEMERAL != 0 && place.user.is_some();
    let kept = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | if is_ephemeral { EPHEMERAL } else { 0 };
    let message = Message {
        id: world.ids.next(),
        channel: place.channel,
        author: place.author,
        pings: pings::of(&content, &body["allowed_mentions"], replied_to),
        content,
        embeds: list(body, "embeds").unwrap_or_default(),
        components: list(body, "components").unwrap_or_default(),
        attachments: attached(world, body, call),
        flags: flags & kept,
        only_for: place.user.filter(|_| is_ephemeral),
        interaction: place.interaction,
        reference,
        nonce: body.get("nonce").filter(|nonce| !nonce.is_null()).cloned(),
        ..Message::default()
    };
    if is_empty(&message) {
        return Err(refusal::empty_message());
    }
    let id = message.id;
    world.messages.insert(id, message);
    Ok(id)
}

/// "The application is thinking".
pub(super) fn placeholder(world: &mut World, place: Place, is_ephemeral: bool) -> u64 {
    let message = Message {
        id: world.ids.next(),
        channel: place.channel,
        author: place.author,
        flags: LOADING | if is_ephemeral { EPHEMERAL } else { 0 },
        only_for: place.user.filter(|_| is_ephemeral),
        interaction: place.interaction,
        ..Message::default()
    };
    let id = message.id;
    world.messages.insert(id, message);
    id
}

/// Changes a message: what the body leaves out stays as it is.
pub(super) fn rewrite(
    world: &mut World,
    call: &Call,
    body: &Value,
    within: &str,
    id: u64,
) -> Result<(), Refusal> {
    limits::message(body, within, call.files.len())?;
    let new = attached(world, body, call);
    let now = time_of(world.ids.next());
    let Some(message) = world.messages.get_mut(&id).filter(|message| !message.is_deleted) else {
        return Err(refusal::unknown_message());
    };
    let mut attachments = message.attachments.clone();
    if let Some(kept) = list(body, "attachments") {
        let is_kept = |known: &Attachment| {
            kept.iter().any(|kept| id_of(kept).is_some_and(|id| id == known.id.to_string()))
        };
        attachments.retain(is_kept);
    }
    attachments.extend(new);
    let was_loading = message.is_loading();
    let content = match body.get("content") {
        Some(content) => content.as_str().unwrap_or_default().to_owned(),
        None => message.content.clone(),
    };
    let embeds = list(body, "embeds").unwrap_or_else(|| message.embeds.clone());
    if content.trim().is_empty() && embeds.is_empty() && attachments.is_empty() {
        return Err(refusal::empty_message());
    }
    if body.get("content").is_some() {
        message.pings.extend(pings::of(&content, &body["allowed_mentions"], None));
    }
    message.content = content;
    message.embeds = embeds;
    message.attachments = attachments;
    if let Some(components) = list(body, "components") {
        message.components = components;
    }
    if let Some(flags) = body["flags"].as_u64() {
        message.flags = message.flags & !SUPPRESS_EMBEDS | flags & SUPPRESS_EMBEDS;
    }
    message.flags &= !LOADING;
    message.edits += usize::from(!was_loading);
    message.edited_at = if was_loading { None } else { Some(now) };
    if let Some(interaction) = message.interaction {
        world.pulse(interaction);
    }
    Ok(())
}
