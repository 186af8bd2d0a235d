//! The desk on Discord: what Discord says becomes a line, a response becomes a message.
//!
//! It never decides a rule, never reads a role of Discord as authority, and never shows an internal
//! error. It is the only crate that knows serenity.
//!
//! Read first: [`commands`] (the verb table as commands), `incoming` (an interaction to a line),
//! `answering` (a line to its answer, in time), [`message`] (a response to messages), then
//! `supervisor`.

mod announcing;
mod answering;
pub mod clean;
pub mod commands;
mod diagnostics;
mod gateway;
mod incoming;
pub mod message;
mod metrics;
mod private;
mod rest;
mod status;
mod supervisor;
mod unasked;

use std::fmt;
use std::sync::Arc;

use plenary_chat::Desk;
use reqwest::header::HeaderValue;
use tokio::sync::watch;

use commands::Scope;

pub use status::{State, Status};

/// How the bot reaches Discord.
#[derive(Clone, Debug)]
pub struct Options {
    /// The bot's token.
    pub token: Token,
    /// Another address than Discord's own, such as `http://127.0.0.1:8080`; a stand-in or a proxy.
    pub api_url: Option<String>,
    /// The one server in which the commands are registered; unsaid, everywhere.
    pub guild: Option<u64>,
}

impl Options {
    fn scope(&self) -> Scope {
        self.guild.map_or(Scope::Everywhere, Scope::Guild)
    }
}

/// The targets of log lines that may hold what people said, codes, or the token: what serenity and
/// the crates below it log of their own. A program that runs this bot keeps them out of its log at
/// every level; what is worth knowing is logged here, without them.
pub const NEVER_LOGGED: &[&str] = &[
    "serenity",
    "tungstenite",
    "tokio_tungstenite",
    "reqwest",
    "hyper",
    "hyper_util",
    "h2",
    "rustls",
];

/// A secret that is never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A token as it was given.
    pub fn new(token: impl Into<String>) -> Self {
        Self(token.into().trim().to_owned())
    }

    /// As it is sent with each call; `None` when it cannot be a token at all.
    fn authorization(&self) -> Option<HeaderValue> {
        let is_one = !self.0.is_empty() && self.0.bytes().all(|byte| byte.is_ascii_graphic());
        is_one.then(|| HeaderValue::from_str(&format!("Bot {}", self.0)).ok()).flatten()
    }

    fn plain(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(****)")
    }
}

/// Why the bot ended although nobody stopped it.
#[derive(Debug)]
pub struct Ended(pub String);

/// Runs the bot until `stop` turns true, then drains what it has begun and ends within its
/// deadline.
///
/// # Errors
/// When Discord will not have it: a wrong token, forbidden intents. What can pass is tried again.
pub async fn run(
    desk: Arc<Desk>,
    options: Options,
    status: Arc<Status>,
    stop: watch::Receiver<bool>,
) -> Result<(), Ended> {
    supervisor::run(desk, options, status, stop).await
}

/// What the desk would be told of an interaction, given as Discord writes it; `None` for one that
/// wants no answer from the desk.
#[cfg(feature = "fuzz")]
pub fn heard(payload: &[u8]) -> Option<plenary_chat::Input> {
    incoming::heard(payload)
}

/// One thing that `plenary doctor` looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at, such as “the token”.
    pub what: String,
    /// What was found.
    pub found: String,
    /// What to do, when it is not as it must be.
    pub remedy: Option<String>,
}

/// Looks at token, application, commands, and the permissions in each server and channel.
pub async fn examine(options: &Options) -> Vec<Finding> {
    diagnostics::examine(options).await
}
