//! People: they type commands, press buttons, choose from lists, fill in forms and say things.

use std::error::Error;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::asked::Asked;
use super::command::{self, Actor, refuse};
use super::payload::{self, Act};
use super::place::Channel;
use super::shown::{Modal, Shown};
use crate::rest;
use crate::shared::Shared;
use crate::world::objects::text;
use crate::world::{AUTOCOMPLETE, COMMAND, COMPONENT, Message, SUBMIT, World};

/// What Discord's own client would not let anybody do, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientWouldRefuse(pub String);

impl fmt::Display for ClientWouldRefuse {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Discord's client would refuse: {}", self.0)
    }
}

impl Error for ClientWouldRefuse {}

/// One of the choices offered while somebody types.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What is offered.
    pub name: String,
    /// What is sent when it is taken, as one would type it.
    pub value: String,
}

/// A message, by its id or as somebody sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageId(pub u64);

impl From<u64> for MessageId {
    fn from(id: u64) -> Self {
        Self(id)
    }
}

impl From<&Shown> for MessageId {
    fn from(shown: &Shown) -> Self {
        Self(shown.message)
    }
}

type Sent = Result<Asked, ClientWouldRefuse>;

/// Somebody.
#[derive(Clone, Debug)]
pub struct User {
    shared: Arc<Shared>,
    id: u64,
}

fn owned<N: AsRef<str>, V: AsRef<str>>(
    pairs: impl IntoIterator<Item = (N, V)>,
) -> Vec<(String, String)> {
    let pair = |(name, value): (N, V)| (name.as_ref().to_owned(), value.as_ref().to_owned());
    pairs.into_iter().map(pair).collect()
}

impl User {
    pub(crate) fn new(shared: &Arc<Shared>, id: u64) -> Self {
        Self { shared: Arc::clone(shared), id }
    }

    /// Their id.
    #[must_use]
    pub fn id(&self) -> u64 {
        self.id
    }

    /// The language of their client, such as `es-ES`.
    pub fn set_locale(&self, locale: &str) {
        self.shared.change(|world| {
            let user = world.users.get_mut(&self.id);
            user.into_iter().for_each(|user| locale.clone_into(&mut user.locale));
        });
    }

    /// What they are called everywhere.
    pub fn set_display(&self, name: &str) {
        self.shared.change(|world| {
            let user = world.users.get_mut(&self.id);
            user.into_iter().for_each(|user| user.display = Some(name.to_owned()));
        });
    }

    /// The direct messages between them and the bot.
    #[must_use]
    pub fn direct(&self) -> Channel {
        let id = self.shared.change(|world| world.direct(self.id));
        Channel::new(&self.shared, id)
    }

    /// They take no direct messages from the bot, or do again.
    pub fn close_direct(&self, is_closed: bool) {
        self.shared.change(|world| {
            let user = world.users.get_mut(&self.id);
            user.into_iter().for_each(|user| user.is_closed = is_closed);
        });
    }

    fn send(&self, channel: u64, kind: u64, data: Value, source: Option<u64>) -> Asked {
        payload::send(&self.shared, Act { user: self.id, channel, kind, data, source })
    }

    /// Types a command, such as `comment add`, with its options.
    ///
    /// # Errors
    /// When it is not registered so, or an option is not as registered.
    pub fn slash<N: AsRef<str>, V: AsRef<str>>(
        &self,
        channel: &Channel,
        words: &str,
        options: impl IntoIterator<Item = (N, V)>,
    ) -> Sent {
        let data = {
            let world = self.shared.world();
            let actor = Actor::new(&world, self.id, channel.id())?;
            let path = actor.path(words)?;
            let Some(leaf) = path.last() else { return refuse("no command") };
            let mut resolved = json!({});
            let filled = actor.filled(leaf, &owned(options), &mut resolved)?;
            command::data(&path, filled, resolved)
        };
        Ok(self.send(channel.id(), COMMAND, data, None))
    }

    /// What is offered while they type into an option; `filled` holds the options before it.
    ///
    /// # Errors
    /// When the option is not registered with autocomplete, or no choices come.
    pub async fn autocomplete<N: AsRef<str>, V: AsRef<str>>(
        &self,
        channel: &Channel,
        words: &str,
        filled: impl IntoIterator<Item = (N, V)>,
        (focused, partial): (&str, &str),
    ) -> Result<Vec<Choice>, Box<dyn Error + Send + Sync>> {
        let data = self.completing(channel, words, &owned(filled), (focused, partial))?;
        let choices = self.send(channel.id(), AUTOCOMPLETE, data, None).choices().await?;
        let choice = |of: &Value| {
            let value = of["value"].as_str().map(str::to_owned);
            let name = of["name"].as_str().unwrap_or_default().to_owned();
            Choice { name, value: value.unwrap_or_else(|| of["value"].to_string()) }
        };
        Ok(choices.iter().map(choice).collect())
    }

    fn completing(
        &self,
        channel: &Channel,
        words: &str,
        filled: &[(String, String)],
        (focused, partial): (&str, &str),
    ) -> Result<Value, ClientWouldRefuse> {
        let world = self.shared.world();
        let actor = Actor::new(&world, self.id, channel.id())?;
        let path = actor.path(words)?;
        let Some(leaf) = path.last() else { return refuse("no command") };
        let mut options = Vec::new();
        for (name, input) in filled {
            let option = actor.option(leaf, name)?;
            options.push(json!({"name": option["name"], "type": option["type"], "value": input}));
        }
        let option = actor.option(leaf, focused)?;
        if option["autocomplete"] != true {
            return refuse(format!("{focused} is not completed"));
        }
        options.push(json!({
            "name": option["name"], "type": option["type"], "value": partial, "focused": true,
        }));
        Ok(command::data(&path, options, json!({})))
    }

    /// Uses a command from the menu of a message, such as "Enter into the record".
    ///
    /// # Errors
    /// When there is no such command, or they do not see the message.
    pub fn message_menu(
        &self,
        channel: &Channel,
        name: &str,
        message: impl Into<MessageId>,
    ) -> Sent {
        let MessageId(id) = message.into();
        let data = {
            let world = self.shared.world();
            let actor = Actor::new(&world, self.id, channel.id())?;
            let command = actor.command(3, name)?;
            let target = self.seen(&world, id)?;
            let mut data = json!({
                "id": command["id"], "name": command["name"], "type": 3, "target_id": text(id),
                "resolved": {"messages": {text(id): world.message_object(target)}},
            });
            if let Some(guild) = command.get("guild_id") {
                data["guild_id"] = guild.clone();
            }
            data
        };
        Ok(self.send(channel.id(), COMMAND, data, None))
    }

    fn seen<'a>(&self, world: &'a World, id: u64) -> Result<&'a Message, ClientWouldRefuse> {
        let message = world.messages.get(&id).filter(|message| message.is_seen_by(self.id));
        let Some(message) = message else { return refuse("they do not see this message") };
        Actor::new(world, self.id, message.channel)?;
        Ok(message)
    }

    /// Presses the button with this label.
    ///
    /// # Errors
    /// When they do not see one, or it cannot be pressed.
    pub fn press(&self, message: impl Into<MessageId>, label: &str) -> Sent {
        let message = message.into();
        let shown = self.look(message)?;
        let mut found = shown.buttons.iter().filter(|button| button.label == label);
        let Some(button) = found.next() else {
            return refuse(format!("no button {label}; there are {}", shown.labels().join(", ")));
        };
        if found.next().is_some() {
            return refuse(format!("two buttons {label}"));
        }
        if button.disabled || button.url.is_some() {
            return refuse(format!("{label} cannot be pressed"));
        }
        Ok(self.press_custom_id(message, &button.custom_id))
    }

    /// A press that no client sends: with any `custom_id`, on any message, also on somebody
    /// else's.
    pub fn press_custom_id(&self, message: impl Into<MessageId>, custom_id: &str) -> Asked {
        let MessageId(id) = message.into();
        let channel = self.shared.world().messages.get(&id).map_or(0, |message| message.channel);
        let data = json!({"custom_id": custom_id, "component_type": 2, "id": 1});
        self.send(channel, COMPONENT, data, Some(id))
    }

    /// Chooses from the list with this `custom_id` or placeholder, by labels or values.
    ///
    /// # Errors
    /// When they do not see such a list, or it does not take this choice.
    pub fn select(&self, message: impl Into<MessageId>, of: &str, chosen: &[&str]) -> Sent {
        let message = message.into();
        let shown = self.look(message)?;
        let is_it =
            |select: &&super::shown::Select| select.custom_id == of || select.placeholder == of;
        let Some(select) = shown.selects.iter().find(is_it).filter(|of| !of.disabled) else {
            return refuse(format!("no list {of}"));
        };
        let mut values = Vec::new();
        for wanted in chosen {
            let mut options = select.options.iter();
            match options.find(|(label, value)| label == wanted || value == wanted) {
                Some((_, value)) => values.push(value.clone()),
                None => return refuse(format!("{wanted} is not in the list")),
            }
        }
        if !(select.min..=select.max).contains(&(values.len() as u64)) {
            return refuse(format!(
                "{} chosen, not {} to {}",
                values.len(),
                select.min,
                select.max
            ));
        }
        let custom_id = &select.custom_id;
        let data = json!({"custom_id": custom_id, "component_type": 3, "values": values, "id": 1});
        Ok(self.send(shown.channel, COMPONENT, data, Some(message.0)))
    }

    /// Fills in a form, by labels or `custom_id`s, and sends it. What is not named stays as it is.
    ///
    /// # Errors
    /// When it is no form, or a field is not filled in as it asks.
    pub fn submit<N: AsRef<str>, V: AsRef<str>>(
        &self,
        form: &Shown,
        fields: impl IntoIterator<Item = (N, V)>,
    ) -> Sent {
        let Some(modal) = &form.modal else { return refuse("this is no form") };
        let values = filled_in(modal, &owned(fields))?;
        let opened = form.interaction.unwrap_or(0);
        let source = self.shared.world().interactions.get(&opened).and_then(|of| of.source);
        Ok(self.submit_custom_id(form.channel, source, &modal.custom_id, &values))
    }

    /// A form that no client sends: with any `custom_id` and any fields.
    pub fn submit_custom_id(
        &self,
        channel: u64,
        source: Option<u64>,
        custom_id: &str,
        values: &[(String, String)],
    ) -> Asked {
        let row = |(at, (id, value)): (usize, &(String, String))| {
            let input = json!({"type": 4, "id": 2 * at + 2, "custom_id": id, "value": value});
            json!({"type": 1, "id": 2 * at + 1, "components": [input]})
        };
        let rows: Vec<Value> = values.iter().enumerate().map(row).collect();
        let data = json!({"custom_id": custom_id, "components": rows});
        self.send(channel, SUBMIT, data, source)
    }

    /// An interaction that no client sends, with any data.
    pub fn forge(&self, channel: &Channel, kind: u64, data: Value) -> Asked {
        self.send(channel.id(), kind, data, None)
    }

    /// Says something; the bot hears of it only with the intent for it. The message's id.
    pub fn say(&self, channel: &Channel, content: &str) -> u64 {
        let id = self.shared.change(|world| {
            let id = world.ids.next();
            let content = content.to_owned();
            let (author, channel) = (self.id, channel.id());
            world
                .messages
                .insert(id, Message { id, channel, author, content, ..Default::default() });
            id
        });
        rest::announce(&self.shared, id);
        id
    }

    /// A message as they see it now.
    ///
    /// # Errors
    /// When they do not see it.
    pub fn look(&self, message: impl Into<MessageId>) -> Result<Shown, ClientWouldRefuse> {
        let world = self.shared.world();
        let message = self.seen(&world, message.into().0)?;
        Ok(Shown::of_message(&world, message))
    }

    /// Waits until they see a message as wanted.
    pub async fn wait_look(
        &self,
        message: impl Into<MessageId>,
        deadline: Duration,
        wanted: impl Fn(&Shown) -> bool,
    ) -> Option<Shown> {
        let MessageId(id) = message.into();
        let found = |world: &World| {
            let shown = Shown::of_message(world, self.seen(world, id).ok()?);
            Some(shown).filter(&wanted)
        };
        self.shared.until(Instant::now() + deadline, found).await
    }
}

/// What a form holds when it is sent.
fn filled_in(
    modal: &Modal,
    fields: &[(String, String)],
) -> Result<Vec<(String, String)>, ClientWouldRefuse> {
    let is_known = |name: &String| {
        modal.inputs.iter().any(|input| input.label == *name || input.custom_id == *name)
    };
    if let Some((unknown, _)) = fields.iter().find(|(name, _)| !is_known(name)) {
        let labels: Vec<&str> = modal.inputs.iter().map(|input| input.label.as_str()).collect();
        return refuse(format!("no field {unknown}; there are {}", labels.join(", ")));
    }
    let mut values = Vec::new();
    for input in &modal.inputs {
        let is_it =
            |(name, _): &&(String, String)| input.label == *name || input.custom_id == *name;
        let typed = fields.iter().find(is_it).map(|(_, value)| value);
        let value = typed.unwrap_or(&input.value);
        let chars = value.chars().count();
        if chars == 0 && input.required {
            return refuse(format!("{} must be filled in", input.label));
        }
        if chars > input.max || chars > 0 && chars < input.min {
            let (label, min, max) = (&input.label, input.min, input.max);
            return refuse(format!("{label} has {chars} characters, not {min} to {max}"));
        }
        if !input.is_paragraph && value.contains('\n') {
            return refuse(format!("{} takes one line", input.label));
        }
        values.push((input.custom_id.clone(), value.clone()));
    }
    Ok(values)
}
