//! What the bot may do in each channel, computed as Discord documents it: roles first, then what
//! the channel says of everyone, of roles, and of the bot itself.

use serde_json::Value;

use super::{ask, number};
use crate::clean::clean_line;
use crate::rest::{Rest, RestError};

/// Whoever has it may do everything.
const ADMINISTRATOR: u64 = 1 << 3;
const VIEW_CHANNEL: u64 = 1 << 10;
/// What the bot needs in a channel, as Discord's settings call it.
const NEEDED: &[(u64, &str)] = &[
    (VIEW_CHANNEL, "View Channel"),
    (1 << 11, "Send Messages"),
    (1 << 38, "Send Messages in Threads"),
    (1 << 15, "Attach Files"),
];
/// The kinds of channels in which a meeting can be: text, and announcements.
const TEXT_KINDS: &[u64] = &[0, 5];

/// Everything that the bot needs, as a number for an invitation.
pub(super) fn all() -> u64 {
    NEEDED.iter().fold(0, |all, (bit, _)| all | bit)
}

/// A channel, and what the bot lacks in it.
pub(super) struct Channel {
    pub(super) name: String,
    pub(super) missing: Vec<&'static str>,
}

impl Channel {
    pub(super) fn is_seen(&self) -> bool {
        !self.missing.contains(&"View Channel")
    }
}

/// The text channels of a server.
pub(super) async fn channels(
    rest: &Rest,
    server: &Value,
    me: u64,
) -> Result<Vec<Channel>, RestError> {
    let id = number(&server["id"]).unwrap_or_default();
    let roles = ask(rest, &format!("/guilds/{id}/roles")).await?.body;
    let member = ask(rest, &format!("/guilds/{id}/members/{me}")).await?.body;
    let channels = ask(rest, &format!("/guilds/{id}/channels")).await?.body;
    let mine = mine(&member, id);
    let base = base(&roles, &mine);
    let is_text =
        |channel: &&Value| channel["type"].as_u64().is_some_and(|kind| TEXT_KINDS.contains(&kind));
    let list = channels.as_array().into_iter().flatten().filter(is_text);
    Ok(list.map(|channel| looked_at(channel, base, (id, me, &mine))).collect())
}

/// The roles of the bot, with the one that everybody has.
fn mine(member: &Value, everyone: u64) -> Vec<u64> {
    let roles = member["roles"].as_array().into_iter().flatten().filter_map(number);
    roles.chain([everyone]).collect()
}

fn base(roles: &Value, mine: &[u64]) -> u64 {
    let own = roles.as_array().into_iter().flatten();
    let own = own.filter(|role| number(&role["id"]).is_some_and(|id| mine.contains(&id)));
    own.filter_map(|role| number(&role["permissions"])).fold(0, |all, of| all | of)
}

fn looked_at(channel: &Value, base: u64, who: (u64, u64, &[u64])) -> Channel {
    let may = granted(base, &channel["permission_overwrites"], who);
    let lacks = |(bit, name): &(u64, &'static str)| (may & bit == 0).then_some(*name);
    Channel {
        name: format!("#{}", clean_line(channel["name"].as_str().unwrap_or("unnamed"))),
        missing: NEEDED.iter().filter_map(lacks).collect(),
    }
}

fn granted(base: u64, overwrites: &Value, (everyone, me, mine): (u64, u64, &[u64])) -> u64 {
    if base & ADMINISTRATOR != 0 {
        return u64::MAX;
    }
    let all = || overwrites.as_array().into_iter().flatten();
    let of = |wanted: &dyn Fn(u64) -> bool| {
        let mut found = (0, 0);
        for over in all().filter(|over| number(&over["id"]).is_some_and(wanted)) {
            found.0 |= number(&over["deny"]).unwrap_or_default();
            found.1 |= number(&over["allow"]).unwrap_or_default();
        }
        found
    };
    let roles = |id: u64| id != everyone && mine.contains(&id);
    [of(&|id| id == everyone), of(&roles), of(&|id| id == me)]
        .into_iter()
        .fold(base, |may, (deny, allow)| may & !deny | allow)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const SEND: u64 = 1 << 11;

    fn over(id: u64, deny: u64, allow: u64) -> Value {
        json!({ "id": id.to_string(), "deny": deny.to_string(), "allow": allow.to_string() })
    }

    #[test]
    fn what_a_channel_says_of_the_bot_counts_most() {
        let who: (u64, u64, &[u64]) = (1, 9, &[5, 1]);
        let may = |overwrites: Value| granted(SEND, &overwrites, who) & SEND != 0;
        assert!(may(json!([])));
        assert!(!may(json!([over(1, SEND, 0)])));
        assert!(may(json!([over(1, SEND, 0), over(5, 0, SEND)])));
        assert!(!may(json!([over(5, 0, SEND), over(9, SEND, 0)])));
        assert!(may(json!([over(7, SEND, 0)])));
        assert_eq!(granted(ADMINISTRATOR, &json!([over(9, SEND, 0)]), who), u64::MAX);
    }

    #[test]
    fn every_permission_that_is_needed_is_in_the_invitation() {
        assert_eq!(all(), 0x40_0000_8C00);
    }
}
