//! What this Discord knows: people, guilds, channels, messages, interactions and commands, in
//! memory. Everything that happens changes it under one lock.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use serde_json::Value;
use tokio::sync::watch;

use crate::permission::Overwrite;

pub(crate) mod objects;

/// 2015-01-01, from which snowflakes count.
const EPOCH_MILLIS: u64 = 1_420_070_400_000;
const TIME_SHIFT: u32 = 22;

/// Ids that rise, made from the machine's time.
#[derive(Debug, Default)]
pub(crate) struct Snowflakes {
    last: u64,
}

impl Snowflakes {
    pub(crate) fn next(&mut self) -> u64 {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, millis);
        let by_time = now.saturating_sub(EPOCH_MILLIS) << TIME_SHIFT;
        self.last = by_time.max(self.last + 1);
        self.last
    }
}

fn millis(since: Duration) -> u64 {
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

/// The Unix time in milliseconds that a snowflake holds.
pub(crate) fn time_of(id: u64) -> u64 {
    (id >> TIME_SHIFT) + EPOCH_MILLIS
}

#[derive(Debug)]
pub(crate) struct Account {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) display: Option<String>,
    pub(crate) locale: String,
    pub(crate) is_bot: bool,
    /// Whether they take no direct messages from whom they do not know.
    pub(crate) is_closed: bool,
}

#[derive(Debug)]
pub(crate) struct Role {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) permissions: u64,
    /// The bot's own role is managed by its integration.
    pub(crate) of_bot: Option<u64>,
}

#[derive(Debug, Default)]
pub(crate) struct Membership {
    pub(crate) nick: Option<String>,
    pub(crate) roles: Vec<u64>,
}

#[derive(Debug)]
pub(crate) struct Guild {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) owner: u64,
    pub(crate) locale: String,
    pub(crate) roles: Vec<Role>,
    pub(crate) members: BTreeMap<u64, Membership>,
    pub(crate) events: BTreeMap<u64, Value>,
}

#[derive(Debug, Default)]
pub(crate) struct Thread {
    pub(crate) is_archived: bool,
    pub(crate) is_locked: bool,
    pub(crate) archive_minutes: u64,
    pub(crate) owner: u64,
    pub(crate) members: BTreeSet<u64>,
}

pub(crate) const TEXT: u64 = 0;
pub(crate) const DIRECT: u64 = 1;
pub(crate) const PUBLIC_THREAD: u64 = 11;
pub(crate) const PRIVATE_THREAD: u64 = 12;

#[derive(Debug, Default)]
pub(crate) struct Channel {
    pub(crate) id: u64,
    pub(crate) kind: u64,
    pub(crate) name: String,
    pub(crate) topic: Option<String>,
    pub(crate) guild: Option<u64>,
    pub(crate) parent: Option<u64>,
    pub(crate) overwrites: Vec<Overwrite>,
    pub(crate) thread: Option<Thread>,
    pub(crate) recipient: Option<u64>,
}

/// A file as somebody sent it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// What its sender says that it is.
    pub content_type: String,
}

#[derive(Clone, Debug)]
pub(crate) struct Attachment {
    pub(crate) id: u64,
    pub(crate) description: Option<String>,
    pub(crate) file: File,
}

/// Who is pinged by a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ping {
    /// `@everyone`.
    Everyone,
    /// `@here`.
    Here,
    /// This user.
    User(u64),
    /// Everybody who has this role.
    Role(u64),
}

#[derive(Debug, Default)]
pub(crate) struct Message {
    pub(crate) id: u64,
    pub(crate) channel: u64,
    pub(crate) author: u64,
    pub(crate) content: String,
    pub(crate) embeds: Vec<Value>,
    pub(crate) components: Vec<Value>,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) flags: u64,
    /// Who alone sees it.
    pub(crate) only_for: Option<u64>,
    pub(crate) interaction: Option<u64>,
    pub(crate) pings: BTreeSet<Ping>,
    pub(crate) reference: Option<u64>,
    pub(crate) nonce: Option<Value>,
    pub(crate) is_pinned: bool,
    pub(crate) is_deleted: bool,
    pub(crate) edits: usize,
    pub(crate) edited_at: Option<u64>,
}

pub(crate) const SUPPRESS_EMBEDS: u64 = 1 << 2;
pub(crate) const EPHEMERAL: u64 = 1 << 6;
pub(crate) const LOADING: u64 = 1 << 7;
pub(crate) const SUPPRESS_NOTIFICATIONS: u64 = 1 << 12;

impl Message {
    /// "The application is thinking".
    pub(crate) fn is_loading(&self) -> bool {
        self.flags & LOADING != 0
    }

    pub(crate) fn is_seen_by(&self, user: u64) -> bool {
        !self.is_deleted && self.only_for.is_none_or(|only| only == user)
    }
}

/// How an interaction was answered first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    Message,
    Deferred,
    /// The message with the button stays as it was when so many edits had been made.
    DeferredUpdate {
        edits: usize,
    },
    Update,
    Choices,
    Modal,
}

pub(crate) const COMMAND: u64 = 2;
pub(crate) const COMPONENT: u64 = 3;
pub(crate) const AUTOCOMPLETE: u64 = 4;
pub(crate) const SUBMIT: u64 = 5;

#[derive(Debug)]
pub(crate) struct Interaction {
    pub(crate) id: u64,
    pub(crate) token: String,
    pub(crate) kind: u64,
    pub(crate) user: u64,
    pub(crate) channel: u64,
    /// The message whose component was used, also on the way through a modal.
    pub(crate) source: Option<u64>,
    pub(crate) payload: Value,
    pub(crate) born: Instant,
    pub(crate) first: Option<(How, Instant)>,
    pub(crate) original: Option<u64>,
    pub(crate) followups: Vec<u64>,
    pub(crate) modal: Option<Value>,
    pub(crate) choices: Vec<Value>,
    /// Tells those who wait for this interaction that something happened to it.
    pub(crate) pulse: watch::Sender<()>,
}

impl Interaction {
    pub(crate) fn how(&self) -> Option<How> {
        self.first.map(|(how, _)| how)
    }
}

/// Everything.
#[derive(Debug, Default)]
pub(crate) struct World {
    pub(crate) ids: Snowflakes,
    /// The bot.
    pub(crate) me: u64,
    pub(crate) application: String,
    pub(crate) application_id: u64,
    /// Where attachments can be fetched.
    pub(crate) address: String,
    pub(crate) users: BTreeMap<u64, Account>,
    pub(crate) guilds: BTreeMap<u64, Guild>,
    pub(crate) channels: BTreeMap<u64, Channel>,
    pub(crate) messages: BTreeMap<u64, Message>,
    pub(crate) interactions: BTreeMap<u64, Interaction>,
    /// The commands of the application, global ones under `None`.
    pub(crate) commands: BTreeMap<Option<u64>, Vec<Value>>,
    /// How many commands were newly created so far.
    pub(crate) creations: usize,
    /// The id that a test wants for the next interaction.
    pub(crate) next_interaction: Option<u64>,
}

impl World {
    pub(crate) fn account(&mut self, name: &str) -> u64 {
        if let Some(known) = self.users.values().find(|user| user.name == name) {
            return known.id;
        }
        let id = self.ids.next();
        let name = name.to_owned();
        let locale = "en-US".to_owned();
        self.users.insert(
            id,
            Account { id, name, display: None, locale, is_bot: false, is_closed: false },
        );
        id
    }

    /// The direct messages between the bot and a user.
    pub(crate) fn direct(&mut self, user: u64) -> u64 {
        let is_it = |channel: &&Channel| channel.recipient == Some(user);
        if let Some(known) = self.channels.values().find(is_it) {
            return known.id;
        }
        let id = self.ids.next();
        let channel = Channel { id, kind: DIRECT, recipient: Some(user), ..Channel::default() };
        self.channels.insert(id, channel);
        id
    }

    pub(crate) fn interaction_by_token(&self, token: &str) -> Option<&Interaction> {
        self.interactions.values().rev().find(|interaction| interaction.token == token)
    }

    pub(crate) fn name_in(&self, guild: Option<u64>, user: u64) -> String {
        let account = self.users.get(&user);
        let nick = guild
            .and_then(|guild| self.guilds.get(&guild))
            .and_then(|guild| guild.members.get(&user))
            .and_then(|member| member.nick.clone());
        let own = || account.map(|user| user.display.clone().unwrap_or_else(|| user.name.clone()));
        nick.or_else(own).unwrap_or_default()
    }

    /// Tells who waits for the interaction from which a message came.
    pub(crate) fn pulse(&self, interaction: u64) {
        if let Some(interaction) = self.interactions.get(&interaction) {
            interaction.pulse.send_replace(());
        }
    }
}
