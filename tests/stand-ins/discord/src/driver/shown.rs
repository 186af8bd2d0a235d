//! What a person sees of a message or a form.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::world::{File, Message, Ping, World};

/// A button as it is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// What stands on it.
    pub label: String,
    /// What the bot gets when it is pressed; empty on a link.
    pub custom_id: String,
    /// 1 primary, 2 secondary, 3 success, 4 danger, 5 link.
    pub style: u64,
    /// It cannot be pressed.
    pub disabled: bool,
    /// Where a link leads.
    pub url: Option<String>,
}

/// A list to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Select {
    /// What the bot gets.
    pub custom_id: String,
    /// What stands in it when nothing is chosen.
    pub placeholder: String,
    /// Labels and values.
    pub options: Vec<(String, String)>,
    /// At least so many.
    pub min: u64,
    /// At most so many.
    pub max: u64,
    /// Nothing can be chosen.
    pub disabled: bool,
}

/// One field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// What the bot gets.
    pub custom_id: String,
    /// What stands above it.
    pub label: String,
    /// What is in it already.
    pub value: String,
    /// Whether it must be filled in.
    pub required: bool,
    /// At least so many characters.
    pub min: usize,
    /// At most so many characters.
    pub max: usize,
    /// Whether it takes several lines.
    pub is_paragraph: bool,
}

/// A form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Modal {
    /// What the bot gets.
    pub custom_id: String,
    /// What stands above it.
    pub title: String,
    /// Its fields.
    pub inputs: Vec<Input>,
}

/// What one person sees: a message, or a form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// The message; 0 for a form.
    pub message: u64,
    /// Where it is.
    pub channel: u64,
    /// Who wrote it.
    pub author: u64,
    /// Its text.
    pub content: String,
    /// Its embeds as they were sent.
    pub embeds: Vec<Value>,
    /// Its buttons, row after row.
    pub buttons: Vec<Button>,
    /// Its lists.
    pub selects: Vec<Select>,
    /// Its files.
    pub attachments: Vec<File>,
    /// Only this person sees it.
    pub ephemeral: bool,
    /// The answer changed the message that was there instead of writing another.
    pub update: bool,
    /// How often it was changed since it was written.
    pub edits: usize,
    /// Whom it pinged, when it was written or changed.
    pub pings: BTreeSet<Ping>,
    /// Whether it is pinned.
    pub pinned: bool,
    /// "The application is thinking".
    pub thinking: bool,
    /// The message that it replies to.
    pub reply_to: Option<u64>,
    /// The form, if that is what is seen.
    pub modal: Option<Modal>,
    /// The interaction that the form answered.
    pub(crate) interaction: Option<u64>,
}

impl Shown {
    /// The button with this label.
    #[must_use]
    pub fn button(&self, label: &str) -> Option<&Button> {
        self.buttons.iter().find(|button| button.label == label)
    }

    /// What stands on the buttons.
    #[must_use]
    pub fn labels(&self) -> Vec<&str> {
        self.buttons.iter().map(|button| button.label.as_str()).collect()
    }

    /// All that can be read: the text, then the embeds from top to bottom.
    #[must_use]
    pub fn text(&self) -> String {
        let mut parts = vec![self.content.clone()];
        for embed in &self.embeds {
            let mut read = |part: &Value| parts.extend(part.as_str().map(str::to_owned));
            read(&embed["author"]["name"]);
            read(&embed["title"]);
            read(&embed["description"]);
            for field in list(embed, "fields") {
                read(&field["name"]);
                read(&field["value"]);
            }
            read(&embed["footer"]["text"]);
        }
        parts.retain(|part| !part.is_empty());
        parts.join("\n")
    }

    pub(crate) fn of_message(world: &World, message: &Message) -> Self {
        let rows = message.components.iter().flat_map(|row| list(row, "components"));
        let components: Vec<&Value> = rows.collect();
        let buttons = components.iter().filter(|of| of["type"] == 2);
        let selects = components.iter().filter(|of| of["type"] != 2);
        let guild = world.channels.get(&message.channel).and_then(|channel| channel.guild);
        debug_assert!(guild.is_none_or(|guild| world.guilds.contains_key(&guild)));
        Self {
            message: message.id,
            channel: message.channel,
            author: message.author,
            content: message.content.clone(),
            embeds: message.embeds.clone(),
            buttons: buttons.map(|of| button(of)).collect(),
            selects: selects.map(|of| select(of)).collect(),
            attachments: message.attachments.iter().map(|of| of.file.clone()).collect(),
            ephemeral: message.only_for.is_some(),
            update: false,
            edits: message.edits,
            pings: message.pings.clone(),
            pinned: message.is_pinned,
            thinking: message.is_loading(),
            reply_to: message.reference,
            modal: None,
            interaction: message.interaction,
        }
    }

    pub(crate) fn of_modal(modal: &Value, interaction: u64, channel: u64) -> Self {
        let inputs = list(modal, "components").iter().flat_map(|row| list(row, "components"));
        let modal = Modal {
            custom_id: text(modal, "custom_id"),
            title: text(modal, "title"),
            inputs: inputs.map(input).collect(),
        };
        let interaction = Some(interaction);
        Self { modal: Some(modal), interaction, channel, ..Self::default() }
    }
}

pub(super) fn list<'a>(of: &'a Value, name: &str) -> &'a [Value] {
    of[name].as_array().map_or(&[], Vec::as_slice)
}

pub(super) fn text(of: &Value, name: &str) -> String {
    of[name].as_str().unwrap_or_default().to_owned()
}

fn button(of: &Value) -> Button {
    Button {
        label: text(of, "label"),
        custom_id: text(of, "custom_id"),
        style: of["style"].as_u64().unwrap_or(0),
        disabled: of["disabled"] == true,
        url: of["url"].as_str().map(str::to_owned),
    }
}

fn select(of: &Value) -> Select {
    let option = |of: &Value| (text(of, "label"), text(of, "value"));
    Select {
        custom_id: text(of, "custom_id"),
        placeholder: text(of, "placeholder"),
        options: list(of, "options").iter().map(option).collect(),
        min: of["min_values"].as_u64().unwrap_or(1),
        max: of["max_values"].as_u64().unwrap_or(1),
        disabled: of["disabled"] == true,
    }
}

fn input(of: &Value) -> Input {
    let bound = |name: &str, other: usize| {
        of[name].as_u64().and_then(|bound| usize::try_from(bound).ok()).unwrap_or(other)
    };
    Input {
        custom_id: text(of, "custom_id"),
        label: text(of, "label"),
        value: text(of, "value"),
        required: of["required"].as_bool().unwrap_or(true),
        min: bound("min_length", 0),
        max: bound("max_length", 4000),
        is_paragraph: of["style"] == 2,
    }
}
