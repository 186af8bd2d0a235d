//! Who may do what in a channel, computed as Discord documents it: roles, then the overwrites of
//! the channel, for everyone, for roles and for the member.

use crate::world::{Channel, Guild, PRIVATE_THREAD, World};

/// Anything; nothing can take it away.
pub const ADMINISTRATOR: u64 = 1 << 3;
/// See a channel.
pub const VIEW_CHANNEL: u64 = 1 << 10;
/// Write messages in a channel.
pub const SEND_MESSAGES: u64 = 1 << 11;
/// Delete other people's messages.
pub const MANAGE_MESSAGES: u64 = 1 << 13;
/// Show embeds.
pub const EMBED_LINKS: u64 = 1 << 14;
/// Attach files.
pub const ATTACH_FILES: u64 = 1 << 15;
/// Read what was said before.
pub const READ_MESSAGE_HISTORY: u64 = 1 << 16;
/// Ping everyone.
pub const MENTION_EVERYONE: u64 = 1 << 17;
/// Use commands.
pub const USE_APPLICATION_COMMANDS: u64 = 1 << 31;
/// Make and change scheduled events.
pub const MANAGE_EVENTS: u64 = 1 << 33;
/// Archive, lock and rename threads, and see the private ones.
pub const MANAGE_THREADS: u64 = 1 << 34;
/// Make public threads.
pub const CREATE_PUBLIC_THREADS: u64 = 1 << 35;
/// Make private threads.
pub const CREATE_PRIVATE_THREADS: u64 = 1 << 36;
/// Write messages in a thread.
pub const SEND_MESSAGES_IN_THREADS: u64 = 1 << 38;
/// Make scheduled events.
pub const CREATE_EVENTS: u64 = 1 << 44;
/// Pin and unpin messages; since 2026 no longer part of `MANAGE_MESSAGES`.
pub const PIN_MESSAGES: u64 = 1 << 51;

/// What everyone has in a new guild.
pub const OF_EVERYONE: u64 = VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_MESSAGE_HISTORY
    | USE_APPLICATION_COMMANDS
    | CREATE_PUBLIC_THREADS
    | CREATE_PRIVATE_THREADS
    | SEND_MESSAGES_IN_THREADS;

/// What the role of the bot adds in a new guild.
pub const OF_THE_BOT: u64 =
    OF_EVERYONE | MANAGE_MESSAGES | PIN_MESSAGES | MANAGE_THREADS | MANAGE_EVENTS | CREATE_EVENTS;

const ALL: u64 = (1 << 53) - 1;

/// An exception in one channel, for a role or a member.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Overwrite {
    pub(crate) of: u64,
    pub(crate) is_member: bool,
    pub(crate) allow: u64,
    pub(crate) deny: u64,
}

fn in_guild(guild: &Guild, user: u64) -> u64 {
    if guild.owner == user {
        return ALL;
    }
    let Some(member) = guild.members.get(&user) else { return 0 };
    let has = |role: u64| role == guild.id || member.roles.contains(&role);
    let roles = guild.roles.iter().filter(|role| has(role.id));
    let granted = roles.fold(0, |granted, role| granted | role.permissions);
    if granted & ADMINISTRATOR == 0 { granted } else { ALL }
}

/// What a user may do in a channel. In a thread it is what they may do in its parent.
pub(crate) fn of(world: &World, user: u64, channel: &Channel) -> u64 {
    let Some(guild) = channel.guild.and_then(|guild| world.guilds.get(&guild)) else {
        return if channel.recipient.is_some() { OF_EVERYONE | PIN_MESSAGES } else { 0 };
    };
    let place = channel.parent.and_then(|parent| world.channels.get(&parent)).unwrap_or(channel);
    let granted = in_guild(guild, user);
    if granted == ALL {
        return ALL;
    }
    let Some(member) = guild.members.get(&user) else { return 0 };
    let apply = |granted: u64, over: &[&Overwrite]| {
        let deny = over.iter().fold(0, |bits, over| bits | over.deny);
        let allow = over.iter().fold(0, |bits, over| bits | over.allow);
        granted & !deny | allow
    };
    let pick = |wanted: &dyn Fn(&Overwrite) -> bool| {
        place.overwrites.iter().filter(|over| wanted(over)).collect::<Vec<_>>()
    };
    let granted = apply(granted, &pick(&|over| !over.is_member && over.of == guild.id));
    let granted = apply(granted, &pick(&|over| !over.is_member && member.roles.contains(&over.of)));
    apply(granted, &pick(&|over| over.is_member && over.of == user))
}

/// What a user may do in a guild at large.
pub(crate) fn at_large(world: &World, user: u64, guild: u64) -> u64 {
    world.guilds.get(&guild).map_or(0, |guild| in_guild(guild, user))
}

/// Whether a user sees a channel: a private thread only from inside, or as a moderator.
pub(crate) fn sees(world: &World, user: u64, channel: &Channel) -> bool {
    let granted = of(world, user, channel);
    let is_member = channel.thread.as_ref().is_some_and(|thread| thread.members.contains(&user));
    let is_hidden = channel.kind == PRIVATE_THREAD && granted & MANAGE_THREADS == 0 && !is_member;
    granted & VIEW_CHANNEL != 0 && !is_hidden
}
