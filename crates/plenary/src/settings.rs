//! Settings in layers: defaults, a file, the environment, the command line; the later wins.
//!
//! The file is `plenary.toml` in the working folder or the one that `--settings` names; the
//! environment says `PLENARY__JOURNAL=sqlite:v.db`, and `PLENARY__SERVE__ADDRESS` for a section's.
//! Secret are the bot's token and a password in an address: neither is ever shown.

mod front;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use config::{Config, ConfigError, Environment, File, FileFormat};
use plenary_domain::Language;
use serde::Deserialize;
use tracing_subscriber::EnvFilter;

pub use front::{Discord, Secret, Serve};

/// The file that is read when it is there.
pub const SETTINGS_FILE: &str = "plenary.toml";
const DEFAULTS: &str = "journal = \"sqlite:plenary.db\"\n";
const LOG: &str = "warn";
/// What is logged unasked where a person reads the answers on the same screen: they say it already.
const LOG_OF_SESSION: &str = "error";
/// What `serve` says of itself is no noise.
const LOUD: &str = "serve=info";
/// The sections and what stands in them.
const SECTIONS: [(&str, &str); 2] =
    [("discord", "token, token_file, api_url or guild"), ("serve", "address")];

/// What the program works with.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The journal: `sqlite:FILE`, `esdb://…` or `memory:`.
    pub journal: String,
    /// The folder of the keys; by default beside a SQLite file; for `esdb:` it must be given.
    pub keys: Option<PathBuf>,
    /// The earlier keys are lost: continue with new ones. The earlier names stay unreadable.
    #[serde(default)]
    pub keys_lost: bool,
    /// The language of answers and papers; unsaid, English at the desk and each paper's own.
    pub lang: Option<String>,
    /// What is logged, as `tracing` directives; [`Settings::log`] says what it is unsaid.
    pub log: Option<String>,
    /// The most pages of a SQLite file, for a bounded disk.
    pub max_pages: Option<u32>,
    /// Seeds random, so that a story gives the same digests everywhere. The released program does
    /// not know it: with it, whoever knows the number has the keys of everybody.
    #[cfg(feature = "seeded")]
    pub seed: Option<u64>,
    /// The desk on Discord.
    #[serde(default)]
    pub discord: Discord,
    /// How `serve` is asked how it is.
    pub serve: Serve,
}

/// What the command line says.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// `--settings`
    pub file: Option<PathBuf>,
    /// `--journal`
    pub journal: Option<String>,
    /// `--keys`
    pub keys: Option<PathBuf>,
    /// `--lang`
    pub lang: Option<String>,
}

/// Where a journal is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// One file on this machine.
    Sqlite(PathBuf),
    /// An EventStoreDB cluster, at this address with user and password.
    EventStore(String),
    /// Nowhere: gone with the process.
    Memory,
}

impl Address {
    /// Reads an address.
    ///
    /// # Errors
    /// When it is none of `sqlite:FILE`, `esdb://…`, `kurrentdb://…` and `memory:`.
    pub fn parse(text: &str) -> Result<Self> {
        match text.split_once(':') {
            Some(("sqlite", path)) if !path.is_empty() => Ok(Self::Sqlite(path.into())),
            Some(("memory", "")) => Ok(Self::Memory),
            Some((scheme, rest)) if is_cluster(scheme) && rest.starts_with("//") => {
                Ok(Self::EventStore(text.to_owned()))
            }
            _ => bail!(
                "the setting journal = {:?} is not an address. Write sqlite:FILE, esdb://HOST:2113 \
                 or memory:",
                without_password(text)
            ),
        }
    }
}

/// As people may see it: without the password.
impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::EventStore(text) => f.write_str(&without_password(text)),
            Self::Memory => f.write_str("memory:"),
        }
    }
}

fn is_cluster(scheme: &str) -> bool {
    ["esdb", "esdb+discover", "kurrentdb", "kurrentdb+discover"].contains(&scheme)
}

/// An address as it may be shown and logged.
pub fn without_password(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return address.to_owned() };
    let Some((user, hosts)) = rest.rsplit_once('@') else { return address.to_owned() };
    let name = user.split(':').next().unwrap_or_default();
    format!("{scheme}://{name}:…@{hosts}")
}

/// What is wrong with the form of the settings, without the lines that a parser shows of the file:
/// they may hold the token.
fn unreadable(error: &ConfigError) -> anyhow::Error {
    let told = error.to_string();
    let number = |letter: char| letter.is_numeric() || letter == ' ';
    let is_excerpt = |line: &str| line.trim_start_matches(number).starts_with('|');
    let lines = told.lines().map(str::trim).filter(|line| !line.is_empty() && !is_excerpt(line));
    let told: Vec<&str> = lines.collect();
    anyhow::anyhow!("the settings cannot be read: {}", told.join("; "))
}

impl Settings {
    /// Reads all layers.
    ///
    /// # Errors
    /// Names the setting and what would be right.
    pub fn read(overrides: &Overrides) -> Result<Self> {
        let mut builder = Config::builder()
            .add_source(File::from_str(DEFAULTS, FileFormat::Toml))
            .set_default("serve.address", front::SERVE_ADDRESS)?;
        builder = match &overrides.file {
            Some(file) => builder.add_source(File::from(file.as_path())),
            None => {
                let file = Config::builder()
                    .add_source(File::from(Path::new(SETTINGS_FILE)).required(false))
                    .build()
                    .map_err(|error| unreadable(&error))?;
                front::refuse_unasked_address(&file)?;
                builder.add_source(file)
            }
        };
        let environment = Environment::with_prefix("PLENARY").prefix_separator("__");
        let environment = environment.separator("__").try_parsing(true).ignore_empty(true);
        builder = builder.add_source(environment);
        builder = builder
            .set_override_option("journal", overrides.journal.clone())?
            .set_override_option("lang", overrides.lang.clone())?;
        let read = builder.build().map_err(|error| unreadable(&error))?;
        for (section, names) in SECTIONS {
            // Said here, because a section that is one text may be the token in the wrong place.
            match read.get_table(section) {
                Ok(_) | Err(ConfigError::NotFound(_)) => {}
                Err(_) => bail!(
                    "the setting {section} cannot have a value of its own; it is a section with \
                     {names}"
                ),
            }
        }
        let mut settings: Self = read.try_deserialize().context("a setting has the wrong form")?;
        if let Some(keys) = &overrides.keys {
            settings.keys = Some(keys.clone());
        }
        settings.address()?;
        settings.language()?;
        settings.discord.check()?;
        settings.serve.address()?;
        Ok(settings)
    }

    /// What is logged.
    ///
    /// # Errors
    /// When the setting is not a list of directives.
    pub fn log_filter(&self, is_session: bool) -> Result<EnvFilter> {
        let log = self.log(is_session);
        let wrong = |error| anyhow::anyhow!("the setting log = {log:?}: {error}");
        // Read alone first, so that a fault is the setting's own.
        EnvFilter::try_new(log).map_err(wrong)?;
        EnvFilter::try_new(format!("{LOUD},{log}")).map_err(wrong)
    }

    /// Where the journal is.
    ///
    /// # Errors
    /// When the setting is not an address, or is a cluster's and no folder of keys is set.
    pub fn address(&self) -> Result<Address> {
        let address = Address::parse(&self.journal)?;
        if matches!(address, Address::EventStore(_)) && self.keys.is_none() {
            bail!(
                "the journal {address} needs a folder for the keys: use --keys FOLDER, or the \
                 setting keys. Everybody who writes to this journal must use the same folder"
            );
        }
        Ok(address)
    }

    /// The folder of the keys, unless the journal is in memory.
    pub fn key_folder(&self) -> Option<PathBuf> {
        match (&self.keys, self.address()) {
            (Some(folder), _) => Some(folder.clone()),
            (None, Ok(Address::Sqlite(path))) => {
                let mut folder = path.into_os_string();
                folder.push(".keys");
                Some(folder.into())
            }
            (None, _) => None,
        }
    }

    /// What is logged; less where the log would stand between a person's line and its answer.
    pub fn log(&self, is_session: bool) -> &str {
        let unsaid = if is_session { LOG_OF_SESSION } else { LOG };
        self.log.as_deref().unwrap_or(unsaid)
    }

    /// The language of answers.
    ///
    /// # Errors
    /// When it is not one of the four.
    pub fn language(&self) -> Result<Language> {
        Ok(self.paper_language()?.unwrap_or(Language::En))
    }

    /// The language in which papers are asked for, if one is.
    ///
    /// # Errors
    /// When it is not one of the four.
    pub fn paper_language(&self) -> Result<Option<Language>> {
        let Some(code) = &self.lang else { return Ok(None) };
        let language = Language::from_code(code);
        language
            .map(Some)
            .with_context(|| format!("the setting lang = {code:?} is not one of en, es, fr, pt"))
    }
}
