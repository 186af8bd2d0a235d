//! The settings of what stands before the desk: the bot's, and where `serve` is asked how it is.
//!
//! The token is the one secret among the settings: no line that Plenary writes ever holds it.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use config::Config;
use plenary_discord::{Options, Token};
use serde::Deserialize;

use super::SETTINGS_FILE;

/// Where health and metrics are told unless a setting says otherwise: to this machine alone.
pub(super) const SERVE_ADDRESS: &str = "127.0.0.1:8787";

/// A text that is never shown.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(****)")
    }
}

/// The desk on Discord.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Discord {
    /// The bot's token.
    pub token: Option<Secret>,
    /// A file that holds the token and nothing else, as service managers hand secrets over.
    pub token_file: Option<PathBuf>,
    /// Another address than Discord's own: a stand-in or a proxy.
    pub api_url: Option<String>,
    /// The one server in which the commands are registered; unsaid, everywhere.
    #[serde(default, deserialize_with = "guild")]
    pub guild: Option<u64>,
}

/// Read as a text, so that a token in the wrong place is not repeated by the error.
fn guild<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    let Some(text) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
    let number = text.parse().ok().filter(|number| *number > 0).map(Some);
    number.ok_or_else(|| {
        serde::de::Error::custom(
            "the setting discord.guild is not a server's number. In Discord, right-click the \
             server and choose “Copy Server ID”",
        )
    })
}

impl Discord {
    /// What the bot needs, if it has a token.
    ///
    /// # Errors
    /// Names the setting that is not what it should be, and never shows the token.
    pub fn options(&self) -> Result<Option<Options>> {
        self.check()?;
        let token = match (&self.token, &self.token_file) {
            (Some(Secret(token)), _) => token.clone(),
            (None, Some(path)) => {
                let text = std::fs::read_to_string(path).with_context(|| {
                    // One word alone may be the token itself in the wrong place.
                    let is_word = path.components().count() == 1;
                    let name = if is_word { "the file".into() } else { path.to_string_lossy() };
                    format!("the setting discord.token_file: {name} cannot be read")
                })?;
                checked_token(text.trim(), "discord.token_file")?.to_owned()
            }
            (None, None) => return Ok(None),
        };
        let (api_url, guild) = (self.api_url.clone(), self.guild);
        Ok(Some(Options { token: Token::new(token), api_url, guild }))
    }

    /// Checks what can be checked without opening anything.
    pub(super) fn check(&self) -> Result<()> {
        if let Some(Secret(token)) = &self.token {
            ensure!(
                self.token_file.is_none(),
                "the settings discord.token and discord.token_file are both set; remove one"
            );
            checked_token(token, "discord.token")?;
        }
        if let Some(url) = &self.api_url {
            let open = url.strip_prefix("http://");
            let rest = open.or_else(|| url.strip_prefix("https://"));
            let is_plain = |rest: &str| {
                !rest.is_empty() && !rest.contains(['@', '?', '#', ' ']) && !rest.starts_with('/')
            };
            ensure!(
                rest.is_some_and(is_plain),
                "the setting discord.api_url is not an address. Write one such as \
                 http://127.0.0.1:8080, without name and password"
            );
            ensure!(
                open.is_none_or(is_this_machine),
                "the setting discord.api_url would send the bot's token unencrypted to another \
                 machine. Write https://; http:// is for this machine only"
            );
        }
        Ok(())
    }
}

/// Refuses another address than Discord's own in a file that nobody named: whoever could leave the
/// file in a folder would be sent the bot's token by whoever starts Plenary there.
pub(super) fn refuse_unasked_address(file: &Config) -> Result<()> {
    ensure!(
        file.get::<config::Value>("discord.api_url").is_err(),
        "the setting discord.api_url in {SETTINGS_FILE} says where the bot's token is sent, so it \
         is not taken from a file that you did not name. Add --settings {SETTINGS_FILE}, or set \
         PLENARY__DISCORD__API_URL"
    );
    Ok(())
}

/// Whether an address without its scheme leads nowhere else.
fn is_this_machine(rest: &str) -> bool {
    let host = rest.split('/').next().unwrap_or_default();
    let address = host.parse::<SocketAddr>().map(|found| found.ip());
    let address = address.or_else(|_| host.trim_matches(['[', ']']).parse::<IpAddr>());
    let name = host.split(':').next().unwrap_or_default();
    address.map_or(name == "localhost", |found| found.is_loopback())
}

/// A token as Discord gives it: one word, without the `Bot` that goes before it on the wire.
fn checked_token<'a>(token: &'a str, setting: &str) -> Result<&'a str> {
    ensure!(
        !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_graphic()),
        "the setting {setting} is not a token. A token is one word of letters, digits and dots; \
         Discord shows it once on the application's page “Bot”. For safety, the value is not \
         shown here"
    );
    Ok(token)
}

/// Where `serve` is asked how it is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Serve {
    /// An address and a port of this machine.
    pub address: String,
}

impl Serve {
    /// The address to listen on.
    ///
    /// # Errors
    /// When it is not an address with a port.
    pub fn address(&self) -> Result<SocketAddr> {
        let Ok(address) = self.address.parse() else {
            bail!(
                "the setting serve.address = {:?} is not an address with a port. Write one such \
                 as {SERVE_ADDRESS}",
                self.address
            );
        };
        Ok(address)
    }
}
