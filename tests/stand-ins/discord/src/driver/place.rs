//! Guilds and channels, as a test sets them up and looks into them.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::shown::Shown;
use super::user::User;
use crate::gateway::GUILDS;
use crate::permission::{OF_EVERYONE, OF_THE_BOT, Overwrite};
use crate::shared::Shared;
use crate::world;
use crate::world::{Membership, Message, Role, TEXT, World};

/// A guild, which Discord's users call a server.
#[derive(Clone, Debug)]
pub struct Guild {
    shared: Arc<Shared>,
    id: u64,
}

/// A channel, a thread, or direct messages.
#[derive(Clone, Debug)]
pub struct Channel {
    shared: Arc<Shared>,
    id: u64,
}

fn made(world: &mut World, name: &str) -> u64 {
    let (me, id) = (world.me, world.ids.next());
    let (owner, bots) = (world.account("owner"), world.ids.next());
    let everyone = "@everyone".to_owned();
    let of_bot = Some(me);
    let roles = vec![
        Role { id, name: everyone, permissions: OF_EVERYONE, of_bot: None },
        Role { id: bots, name: world.application.clone(), permissions: OF_THE_BOT, of_bot },
    ];
    let members =
        [(me, Membership { nick: None, roles: vec![bots] }), (owner, Membership::default())];
    let guild = world::Guild {
        id,
        name: name.to_owned(),
        owner,
        locale: "en-US".to_owned(),
        roles,
        members: members.into(),
        events: Default::default(),
    };
    world.guilds.insert(id, guild);
    id
}

impl Guild {
    pub(crate) fn named(shared: &Arc<Shared>, name: &str) -> Self {
        let (id, news) = shared.change(|world| {
            let known = world.guilds.values().find(|guild| guild.name == name);
            if let Some(known) = known {
                return (known.id, None);
            }
            let id = made(world, name);
            (id, world.guilds.get(&id).map(|guild| world.guild_create(guild)))
        });
        if let Some(guild) = news {
            shared.hub.dispatch("GUILD_CREATE", Some(id), GUILDS, &guild);
        }
        Self { shared: Arc::clone(shared), id }
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> u64 {
        self.id
    }

    fn change(&self, change: impl FnOnce(&mut world::Guild)) {
        self.shared.change(|world| world.guilds.get_mut(&self.id).map(change));
    }

    /// The text channel of this name; it is made when there is none.
    #[must_use]
    pub fn channel(&self, name: &str) -> Channel {
        let (id, news) = self.shared.change(|world| {
            let is_it = |channel: &&world::Channel| {
                channel.guild == Some(self.id) && channel.name == name && channel.thread.is_none()
            };
            if let Some(known) = world.channels.values().find(is_it) {
                return (known.id, None);
            }
            let (id, name) = (world.ids.next(), name.to_owned());
            let guild = Some(self.id);
            let channel = world::Channel { id, kind: TEXT, name, guild, ..Default::default() };
            let shown = world.channel_object(&channel);
            world.channels.insert(id, channel);
            (id, Some(shown))
        });
        if let Some(channel) = news {
            self.shared.hub.dispatch("CHANNEL_CREATE", Some(self.id), GUILDS, &channel);
        }
        Channel::new(&self.shared, id)
    }

    /// The user of this name, who is in the guild from now on.
    #[must_use]
    pub fn member(&self, name: &str) -> User {
        let id = self.shared.change(|world| world.account(name));
        let user = User::new(&self.shared, id);
        self.join(&user);
        user
    }

    /// A user comes into the guild.
    pub fn join(&self, user: &User) {
        self.change(|guild| {
            guild.members.entry(user.id()).or_default();
        });
    }

    /// A user leaves the guild.
    pub fn leave(&self, user: &User) {
        self.change(|guild| {
            guild.members.remove(&user.id());
        });
    }

    /// The bot is thrown out.
    pub fn throw_out_bot(&self) {
        let me = self.shared.options.bot;
        self.change(|guild| {
            guild.members.remove(&me);
        });
        // What it registered here goes with it.
        self.shared.change(|world| {
            world.commands.remove(&Some(self.id));
        });
        let gone = serde_json::json!({"id": self.id.to_string()});
        self.shared.hub.dispatch("GUILD_DELETE", Some(self.id), GUILDS, &gone);
    }

    /// The bot is added, or added again.
    pub fn add_bot(&self) {
        let me = self.shared.options.bot;
        self.change(|guild| {
            guild.members.entry(me).or_default();
        });
        let guild = self
            .shared
            .change(|world| world.guilds.get(&self.id).map(|guild| world.guild_create(guild)));
        if let Some(guild) = guild {
            self.shared.hub.dispatch("GUILD_CREATE", Some(self.id), GUILDS, &guild);
        }
    }

    /// What a user is called here.
    pub fn set_nick(&self, user: &User, nick: &str) {
        self.change(|guild| {
            guild.members.entry(user.id()).or_default().nick = Some(nick.to_owned());
        });
    }

    /// The language of the guild.
    pub fn set_locale(&self, locale: &str) {
        self.change(|guild| locale.clone_into(&mut guild.locale));
    }

    /// What everyone may do here (see [`crate::permission`]).
    pub fn set_everyone(&self, permissions: u64) {
        self.change(|guild| {
            let everyone = guild.roles.iter_mut().find(|role| role.id == guild.id);
            everyone.into_iter().for_each(|role| role.permissions = permissions);
        });
    }

    /// What the role of the bot grants here, beside what everyone may.
    pub fn set_bot(&self, permissions: u64) {
        self.change(|guild| {
            let bots = guild.roles.iter_mut().find(|role| role.of_bot.is_some());
            bots.into_iter().for_each(|role| role.permissions = permissions);
        });
    }

    /// A new role with these permissions, for these users; its id.
    pub fn role(&self, name: &str, permissions: u64, users: &[&User]) -> u64 {
        let id = self.shared.change(|world| world.ids.next());
        self.change(|guild| {
            guild.roles.push(Role { id, name: name.to_owned(), permissions, of_bot: None });
            for user in users {
                guild.members.entry(user.id()).or_default().roles.push(id);
            }
        });
        id
    }

    /// Its scheduled events.
    #[must_use]
    pub fn events(&self) -> Vec<serde_json::Value> {
        let world = self.shared.world();
        let guild = world.guilds.get(&self.id);
        guild.map(|guild| guild.events.values().cloned().collect()).unwrap_or_default()
    }
}

impl Channel {
    pub(crate) fn new(shared: &Arc<Shared>, id: u64) -> Self {
        Self { shared: Arc::clone(shared), id }
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> u64 {
        self.id
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        let world = self.shared.world();
        world.channels.get(&self.id).map(|channel| channel.name.clone()).unwrap_or_default()
    }

    /// What the bot may do here (see [`crate::permission`]), whatever its role grants.
    pub fn set_bot(&self, permissions: u64) {
        let me = self.shared.options.bot;
        self.shared.change(|world| {
            let Some(channel) = world.channels.get_mut(&self.id) else { return };
            channel.overwrites.retain(|over| over.of != me);
            let (allow, deny) = (permissions, !permissions & ((1 << 53) - 1));
            channel.overwrites.push(Overwrite { of: me, is_member: true, allow, deny });
        });
    }

    /// It is deleted for good, and the bot sees it if it looks now.
    pub fn delete(&self, is_seen: bool) {
        let gone = self.shared.change(|world| {
            let gone = world.channels.get(&self.id).map(|channel| world.channel_object(channel));
            world.channels.remove(&self.id);
            gone
        });
        if let Some(shown) = gone.filter(|_| is_seen) {
            let guild = shown["guild_id"].as_str().and_then(|id| id.parse().ok());
            self.shared.hub.dispatch("CHANNEL_DELETE", guild, GUILDS, &shown);
        }
    }

    fn list(&self, wanted: impl Fn(&Message) -> bool) -> Vec<Shown> {
        let world = self.shared.world();
        listed(&world, self.id, wanted)
    }

    /// What everybody sees here, oldest first.
    #[must_use]
    pub fn messages(&self) -> Vec<Shown> {
        self.list(|message| message.only_for.is_none())
    }

    /// What one user sees here, oldest first.
    #[must_use]
    pub fn seen_by(&self, user: &User) -> Vec<Shown> {
        self.list(|message| message.is_seen_by(user.id()))
    }

    /// What is pinned here.
    #[must_use]
    pub fn pinned(&self) -> Vec<Shown> {
        self.list(|message| message.is_pinned)
    }

    /// Waits for a public message as wanted, also one that is there already.
    pub async fn wait_message(
        &self,
        deadline: Duration,
        wanted: impl Fn(&Shown) -> bool,
    ) -> Option<Shown> {
        let is_public = |message: &Message| message.only_for.is_none();
        let found = |world: &World| listed(world, self.id, is_public).into_iter().find(&wanted);
        self.shared.until(Instant::now() + deadline, found).await
    }

    /// Its threads.
    #[must_use]
    pub fn threads(&self) -> Vec<Channel> {
        let world = self.shared.world();
        let own = world.channels.values().filter(|channel| channel.parent == Some(self.id));
        own.map(|channel| Self::new(&self.shared, channel.id)).collect()
    }

    /// Waits for a thread of this name.
    pub async fn wait_thread(&self, deadline: Duration, name: &str) -> Option<Channel> {
        let is_it = |of: &&world::Channel| of.parent == Some(self.id) && of.name == name;
        let found = |world: &World| world.channels.values().find(is_it).map(|of| of.id);
        let id = self.shared.until(Instant::now() + deadline, found).await?;
        Some(Self::new(&self.shared, id))
    }

    /// A thread is archived (or opened again) and perhaps locked, as by a moderator.
    pub fn set_archived(&self, is_archived: bool, is_locked: bool) {
        self.shared.change(|world| {
            let channel = world.channels.get_mut(&self.id);
            if let Some(thread) = channel.and_then(|channel| channel.thread.as_mut()) {
                thread.is_archived = is_archived;
                thread.is_locked = is_locked;
            }
        });
    }

    /// Whether it is an archived thread.
    #[must_use]
    pub fn is_archived(&self) -> bool {
        let world = self.shared.world();
        let thread = world.channels.get(&self.id).and_then(|channel| channel.thread.as_ref());
        thread.is_some_and(|thread| thread.is_archived)
    }
}

fn listed(world: &World, channel: u64, wanted: impl Fn(&Message) -> bool) -> Vec<Shown> {
    let is_listed =
        |message: &&Message| message.channel == channel && !message.is_deleted && wanted(message);
    let messages = world.messages.values().filter(is_listed);
    messages.map(|message| Shown::of_message(world, message)).collect()
}
