//! What `plenary doctor` looks at: the token, the application, the clock, the servers, the
//! commands, and what the bot may do in each channel. It changes nothing.

mod permissions;

use std::time::Duration;

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;
use serde_json::Value;
use tokio::time::Instant;

use crate::clean::clean_line;
use crate::commands::registering::existing;
use crate::commands::{Scope, all, comparing};
use crate::rest::{Answer, Call, Method, Rest, RestError};
use crate::{Finding, Options};

/// How long one question may take.
const QUESTION_TAKES: Duration = Duration::from_secs(6);
/// How far the clocks may be apart. Discord's answer tells whole seconds, and takes some itself.
const SKEW_SECONDS_MAX: i64 = 2;
/// How many servers are looked into.
const SERVERS_MAX: usize = 10;

/// Looks at everything that the bot needs of Discord.
pub(crate) async fn examine(options: &Options) -> Vec<Finding> {
    let mut looks = Looks { found: Vec::new(), bot: 0, application: 0 };
    let rest = match Rest::new(options) {
        Ok(rest) => rest,
        Err(error) => {
            looks.wrong("Discord token", "this is not a token", error.to_string());
            return looks.found;
        }
    };
    if looks.token(&rest).await && looks.application(&rest).await {
        looks.servers(&rest, options).await;
    }
    looks.found
}

/// What was found so far.
struct Looks {
    found: Vec<Finding>,
    /// The bot among the members of servers; older applications have another number than theirs.
    bot: u64,
    application: u64,
}

impl Looks {
    fn well(&mut self, what: &str, found: impl Into<String>) {
        self.found.push(Finding { what: what.into(), found: found.into(), remedy: None });
    }

    fn wrong(&mut self, what: &str, found: impl Into<String>, remedy: impl Into<String>) {
        let remedy = Some(remedy.into());
        self.found.push(Finding { what: what.into(), found: found.into(), remedy });
    }

    async fn token(&mut self, rest: &Rest) -> bool {
        let me = match ask(rest, "/users/@me").await {
            Ok(me) => me,
            Err(error @ RestError::Unauthorised) => {
                self.wrong("Discord token", "Discord does not know it", error.to_string());
                return false;
            }
            Err(error) => {
                let remedy = "Check this machine's connection to discord.com and the setting \
                    discord.api_url (PLENARY__DISCORD__API_URL)";
                self.wrong("Discord", error.to_string(), remedy);
                return false;
            }
        };
        self.bot = number(&me.body["id"]).unwrap_or_default();
        let name = clean_line(me.body["username"].as_str().unwrap_or("unnamed"));
        self.well("Discord token", format!("it belongs to the bot {name}"));
        self.clock(me.date.as_deref());
        true
    }

    fn clock(&mut self, date: Option<&str>) {
        let theirs = date.and_then(|date| DateTimeParser::new().parse_timestamp(date).ok());
        let Some(theirs) = theirs else { return };
        let apart = Timestamp::now().as_second() - theirs.as_second();
        let what = "Discord clock";
        if apart.abs() <= SKEW_SECONDS_MAX {
            return self.well(what, "this machine's clock agrees with Discord's");
        }
        let side = if apart > 0 { "ahead of" } else { "behind" };
        let found = format!("this machine's clock is {} s {side} Discord's", apart.abs());
        let remedy = "Set this machine's clock from the network, for example: \
            timedatectl set-ntp true";
        self.wrong(what, found, remedy);
    }

    async fn application(&mut self, rest: &Rest) -> bool {
        let what = "Discord application";
        let application = match ask(rest, "/applications/@me").await {
            Ok(answer) => answer.body,
            Err(error) => {
                self.wrong(what, error.to_string(), "Try again in a minute");
                return false;
            }
        };
        self.application = number(&application["id"]).unwrap_or_default();
        let name = clean_line(application["name"].as_str().unwrap_or("unnamed"));
        if application["interactions_endpoint_url"].as_str().is_some_and(|url| !url.is_empty()) {
            let found = format!("{name} sends interactions to another address, not to this bot");
            let remedy = "Clear the field “Interactions Endpoint URL” in the Developer Portal \
                (General Information)";
            self.wrong(what, found, remedy);
        } else {
            self.well(what, name);
        }
        true
    }

    async fn servers(&mut self, rest: &Rest, options: &Options) {
        let servers = match ask(rest, "/users/@me/guilds").await {
            Ok(Answer { body: Value::Array(servers), .. }) => servers,
            Ok(_) => Vec::new(),
            Err(error) => {
                return self.wrong("servers", error.to_string(), "Try again in a minute");
            }
        };
        let wanted = |server: &&Value| match options.guild {
            Some(guild) => number(&server["id"]) == Some(guild),
            None => true,
        };
        let mine: Vec<&Value> = servers.iter().filter(wanted).collect();
        if mine.is_empty() {
            let found = match options.guild {
                Some(guild) => format!("the bot is not in the server {guild}"),
                None => "the bot is in no server".to_owned(),
            };
            self.wrong("servers", found, self.invitation(options.guild));
            return;
        }
        self.commands(rest, options).await;
        for server in mine.iter().take(SERVERS_MAX) {
            self.server(rest, server).await;
        }
        if mine.len() > SERVERS_MAX {
            let found = match mine.len() - SERVERS_MAX {
                1 => "1 more server was not checked".to_owned(),
                many => format!("{many} more servers were not checked"),
            };
            self.well("servers", found);
        }
    }

    fn invitation(&self, guild: Option<u64>) -> String {
        let (id, permissions) = (self.application, permissions::all());
        let guild = guild.map(|guild| format!("&guild_id={guild}")).unwrap_or_default();
        format!(
            "Invite it: https://discord.com/oauth2/authorize?client_id={id}\
             &scope=bot+applications.commands&permissions={permissions}{guild}"
        )
    }

    async fn commands(&mut self, rest: &Rest, options: &Options) {
        let (what, scope) = ("commands", options.scope());
        let place = match scope {
            Scope::Guild(_) => "in this server",
            Scope::Everywhere => "in every server",
        };
        match existing(rest, self.application, scope).await {
            Ok(has) if comparing::are_equal(&has, &all(scope), scope) => {
                self.well(what, format!("{} are registered {place}", has.len()));
            }
            Ok(has) if has.is_empty() => {
                // Nothing is wrong before the first start, which registers them.
                let found = format!("no commands are registered {place} yet");
                self.well(what, format!("{found}; plenary serve registers them"));
            }
            Ok(_) => {
                let found =
                    format!("the commands {place} belong to another version or another program");
                self.well(what, format!("{found}; plenary serve replaces them"));
            }
            Err(error) => self.wrong(what, error.to_string(), self.invitation(options.guild)),
        }
    }

    async fn server(&mut self, rest: &Rest, server: &Value) {
        let name = clean_line(server["name"].as_str().unwrap_or("unnamed"));
        let what = format!("server {name}");
        let channels = match permissions::channels(rest, server, self.bot).await {
            Ok(channels) => channels,
            Err(error) => {
                return self.wrong(&what, error.to_string(), "Try again in a minute");
            }
        };
        let (seen, hidden): (Vec<_>, Vec<_>) =
            channels.into_iter().partition(permissions::Channel::is_seen);
        if seen.is_empty() {
            let remedy = "Give the bot's role “View Channel” in the channels that are for a \
                meeting (channel settings, Permissions)";
            return self.wrong(&what, "the bot sees no text channel", remedy);
        }
        let mut found = match seen.len() {
            1 => "the bot sees 1 text channel".to_owned(),
            many => format!("the bot sees {many} text channels"),
        };
        if !hidden.is_empty() {
            let names: Vec<String> = hidden.iter().map(|hidden| hidden.name.clone()).collect();
            found.push_str(&format!("; it does not see {}", names.join(", ")));
        }
        self.well(&what, found);
        for channel in seen.iter().filter(|channel| !channel.missing.is_empty()) {
            let missing = channel.missing.join(", ");
            let remedy = format!(
                "If this channel is used for a meeting, open the settings of {}, Permissions, and \
                 allow the bot's role these permissions",
                channel.name
            );
            self.wrong(&channel.name, format!("the bot lacks {missing}"), remedy);
        }
    }
}

async fn ask(rest: &Rest, path: &str) -> Result<Answer, RestError> {
    rest.call(&Call::new(Method::GET, path).until(Instant::now() + QUESTION_TAKES)).await
}

fn number(id: &Value) -> Option<u64> {
    id.as_str().and_then(|id| id.parse().ok())
}
