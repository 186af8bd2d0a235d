//! Whom a message pings. The stand-in judges strictly: whatever looks like a mention counts, also
//! inside code and also where the bot lacks the permission to ping everyone.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::world::Ping;

/// Whom a text names, before anybody asks whether that is allowed.
fn named(content: &str) -> BTreeSet<Ping> {
    let mut pings = BTreeSet::new();
    if content.contains("@everyone") {
        pings.insert(Ping::Everyone);
    }
    if content.contains("@here") {
        pings.insert(Ping::Here);
    }
    for (at, _) in content.match_indices("<@") {
        let Some((inside, _)) = content[at + 2..].split_once('>') else { continue };
        let (is_role, id) = match inside.strip_prefix('&') {
            Some(id) => (true, id),
            None => (false, inside.trim_start_matches('!')),
        };
        if let Ok(id) = id.parse() {
            pings.insert(if is_role { Ping::Role(id) } else { Ping::User(id) });
        }
    }
    pings
}

fn lists(allowed: &Value, name: &str, id: u64) -> bool {
    let list = allowed[name].as_array();
    list.is_some_and(|list| list.iter().any(|item| item.as_str() == Some(&id.to_string())))
}

fn parses(allowed: &Value, kind: &str) -> bool {
    let list = allowed["parse"].as_array();
    list.is_some_and(|list| list.iter().any(|item| item == kind))
}

/// Whom a text pings under the `allowed_mentions` that came with it; without any, all named ones.
pub(crate) fn of(content: &str, allowed: &Value, replied_to: Option<u64>) -> BTreeSet<Ping> {
    let mut pings = named(content);
    if !allowed.is_null() {
        pings.retain(|ping| match ping {
            Ping::Everyone | Ping::Here => parses(allowed, "everyone"),
            Ping::User(id) => parses(allowed, "users") || lists(allowed, "users", *id),
            Ping::Role(id) => parses(allowed, "roles") || lists(allowed, "roles", *id),
        });
    }
    let pings_replied = allowed.is_null() || allowed["replied_user"] == true;
    pings.extend(replied_to.filter(|_| pings_replied).map(Ping::User));
    pings
}

#[cfg(test)]
mod tests {
    //! Discord's own examples of allowed mentions.

    use serde_json::json;

    use super::*;

    const TEXT: &str = "@everyone hi there, <@123> and <@!124>, <@&5>";

    #[test]
    fn without_a_word_on_it_everybody_named_is_pinged() {
        let all = [Ping::Everyone, Ping::User(123), Ping::User(124), Ping::Role(5)];
        assert_eq!(of(TEXT, &Value::Null, None), all.into());
        assert_eq!(of("", &Value::Null, Some(7)), [Ping::User(7)].into());
    }

    #[test]
    fn an_empty_list_of_what_to_parse_pings_nobody() {
        assert!(of(TEXT, &json!({"parse": []}), Some(7)).is_empty());
        assert!(of(TEXT, &json!({}), None).is_empty());
    }

    #[test]
    fn what_is_listed_is_pinged() {
        let allowed = json!({"parse": ["roles"], "users": ["124"], "replied_user": true});
        let pinged = [Ping::User(7), Ping::User(124), Ping::Role(5)];
        assert_eq!(of(TEXT, &allowed, Some(7)), pinged.into());
    }
}
