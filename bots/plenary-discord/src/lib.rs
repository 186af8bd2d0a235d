//! The desk on Discord: what Discord says becomes a line, a reply becomes a message.
//!
//! It never decides a rule, never reads a role of Discord as authority, and never shows an internal
//! error. It is the only crate that knows serenity.

mod status;

use std::fmt;
use std::sync::Arc;

use plenary_chat::Desk;
use tokio::sync::watch;

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

/// A secret that is never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A token as it was given.
    pub fn new(token: impl Into<String>) -> Self {
        Self(token.into())
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

/// Runs the bot until `stop` turns true, then drains what it has begun and ends within its deadline.
///
/// # Errors
/// When Discord will not have it: a wrong token, forbidden intents. What can pass is tried again.
pub async fn run(
    _desk: Arc<Desk>,
    _options: Options,
    _status: Arc<Status>,
    _stop: watch::Receiver<bool>,
) -> Result<(), Ended> {
    Ok(())
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
pub async fn examine(_options: &Options) -> Vec<Finding> {
    Vec::new()
}
