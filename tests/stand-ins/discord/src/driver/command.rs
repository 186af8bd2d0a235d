//! Registered commands as Discord's client understands them: which there are for this person in
//! this place, and which options they take.

use serde_json::{Value, json};

use super::shown::{list, text};
use super::user::ClientWouldRefuse;
use super::value;
use crate::permission::{self, ADMINISTRATOR, USE_APPLICATION_COMMANDS};
use crate::world::{Channel, World};

type Refused<T> = Result<T, ClientWouldRefuse>;

pub(super) fn refuse<T>(why: impl Into<String>) -> Refused<T> {
    Err(ClientWouldRefuse(why.into()))
}

/// Who acts, where.
#[derive(Clone, Copy)]
pub(super) struct Actor<'a> {
    pub(super) world: &'a World,
    pub(super) user: u64,
    pub(super) channel: &'a Channel,
}

impl<'a> Actor<'a> {
    pub(super) fn new(world: &'a World, user: u64, channel: u64) -> Refused<Self> {
        let Some(channel) = world.channels.get(&channel) else {
            return refuse("there is no such channel");
        };
        let actor = Self { world, user, channel };
        let is_other = channel.recipient.is_some_and(|recipient| recipient != user);
        if is_other || !permission::sees(world, user, channel) {
            return refuse(format!("{} does not see this channel", world.name_in(None, user)));
        }
        Ok(actor)
    }

    fn granted(&self) -> u64 {
        permission::of(self.world, self.user, self.channel)
    }

    fn locale(&self) -> &str {
        self.world.users.get(&self.user).map_or("en-US", |user| &user.locale)
    }

    /// Whether the client calls a command or an option so, in its own language or the default.
    fn calls(&self, of: &Value, name: &str) -> bool {
        of["name"] == name || of["name_localizations"][self.locale()] == name
    }

    fn may_use(&self, command: &Value) -> bool {
        let wanted = command["default_member_permissions"].as_str();
        let Some(wanted) = wanted.and_then(|bits| bits.parse::<u64>().ok()) else { return true };
        let granted = self.granted();
        granted & ADMINISTRATOR != 0 || wanted != 0 && granted & wanted == wanted
    }

    fn is_offered_here(&self, command: &Value) -> bool {
        let here = u64::from(self.channel.guild.is_none());
        match command["contexts"].as_array() {
            Some(contexts) => contexts.iter().any(|context| *context == json!(here)),
            None => here == 0 || command["dm_permission"] != false,
        }
    }

    /// The command of this kind and name.
    pub(super) fn command(&self, kind: u64, name: &str) -> Refused<&'a Value> {
        if self.granted() & USE_APPLICATION_COMMANDS == 0 {
            return refuse("commands may not be used in this channel");
        }
        let scopes = [self.channel.guild.map(Some), Some(None)].into_iter().flatten();
        let all = scopes.filter_map(|scope| self.world.commands.get(&scope)).flatten();
        let mut called = all.filter(|of| of["type"] == kind && self.calls(of, name));
        match called.find(|of| self.is_offered_here(of) && self.may_use(of)) {
            Some(command) => Ok(command),
            None => refuse(format!("no command /{name} is offered here")),
        }
    }

    /// The command and the subcommands of these words.
    pub(super) fn path(&self, words: &str) -> Refused<Vec<&'a Value>> {
        let mut words = words.trim_start_matches('/').split_whitespace();
        let mut path = vec![self.command(1, words.next().unwrap_or_default())?];
        for word in words {
            let inside = path.last().map_or(&[][..], |last| list(last, "options"));
            let is_sub = |of: &&Value| is_subcommand(of) && self.calls(of, word);
            match inside.iter().find(is_sub) {
                Some(found) => path.push(found),
                None => return refuse(format!("no subcommand {word}")),
            }
        }
        let inside = path.last().map_or(&[][..], |last| list(last, "options"));
        if inside.iter().any(is_subcommand) {
            let names: Vec<String> = inside.iter().map(|of| text(of, "name")).collect();
            return refuse(format!("a subcommand is missing: {}", names.join(", ")));
        }
        Ok(path)
    }

    /// The option of this name.
    pub(super) fn option(&self, leaf: &'a Value, name: &str) -> Refused<&'a Value> {
        let options = list(leaf, "options");
        match options.iter().find(|of| self.calls(of, name)) {
            Some(option) => Ok(option),
            None => {
                let names: Vec<String> = options.iter().map(|of| text(of, "name")).collect();
                refuse(format!("no option {name}; there are {}", names.join(", ")))
            }
        }
    }

    /// What the client sends for the options that were filled in.
    pub(super) fn filled(
        &self,
        leaf: &'a Value,
        inputs: &[(String, String)],
        resolved: &mut Value,
    ) -> Refused<Vec<Value>> {
        let mut filled: Vec<Value> = Vec::new();
        for (name, input) in inputs {
            let option = self.option(leaf, name)?;
            if filled.iter().any(|known| known["name"] == option["name"]) {
                return refuse(format!("{name} is filled in twice"));
            }
            let value = value::typed(self, option, input, resolved)?;
            filled.push(json!({"name": option["name"], "type": option["type"], "value": value}));
        }
        for option in list(leaf, "options").iter().filter(|of| of["required"] == true) {
            if !filled.iter().any(|known| known["name"] == option["name"]) {
                return refuse(format!("{} is required", text(option, "name")));
            }
        }
        Ok(filled)
    }
}

fn is_subcommand(of: &Value) -> bool {
    matches!(of["type"].as_u64(), Some(1 | 2))
}

/// The data of a typed command: the options of the last word inside those of the words before.
pub(super) fn data(path: &[&Value], options: Vec<Value>, resolved: Value) -> Value {
    let Some((command, rest)) = path.split_first() else { return Value::Null };
    let mut inside = options;
    for part in rest.iter().rev() {
        inside = vec![json!({"name": part["name"], "type": part["type"], "options": inside})];
    }
    let mut data = json!({"id": command["id"], "name": command["name"], "type": 1});
    if !inside.is_empty() {
        data["options"] = json!(inside);
    }
    if let Some(guild) = command.get("guild_id") {
        data["guild_id"] = guild.clone();
    }
    if resolved.as_object().is_some_and(|resolved| !resolved.is_empty()) {
        data["resolved"] = resolved;
    }
    data
}
