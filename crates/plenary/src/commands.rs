//! The commands, one file each.

pub(crate) mod archive;
pub(crate) mod chat;
pub(crate) mod health;
pub(crate) mod invite;
pub(crate) mod journal;
pub(crate) mod keys;
pub(crate) mod paper;
pub(crate) mod play;
pub(crate) mod show;

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Result, bail};
use plenary_chat::clean::clean;
use plenary_domain::Views;
use plenary_journal::StreamName;
use plenary_service::{AsOf, Freshness};

use crate::secrets::masked;
use crate::settings::{Settings, without_password};
use crate::wiring::App;

/// The views of a meeting that exists, now or as of then.
pub(crate) async fn views_of(
    app: &App,
    meeting: &str,
    as_of: Option<&str>,
) -> Result<(Views, Option<AsOf>)> {
    let now = app.service.views(meeting, Freshness::Current).await?;
    if now.meeting.convened.is_none() {
        return Err(no_meeting(app, meeting).await);
    }
    let Some(typed) = as_of else { return Ok(((*now).clone(), None)) };
    let Some(as_of) = plenary_chat::moment(typed, now.meeting.zone_name()) else {
        bail!(
            "--as-of {typed:?} is not a date or time. Write \"2007-10-30 12:00\", \
             \"2007-10-30T12:00[America/New_York]\", 2007-10-30, or an entry such as @41"
        );
    };
    if let AsOf::Entry(number) = as_of
        && !(1..=now.number).contains(&number)
    {
        bail!("--as-of {typed}: there is no such entry; {meeting} has entries 1 to {}", now.number);
    }
    Ok((app.service.views_as_of(meeting, as_of).await?, Some(as_of)))
}

/// Says that a meeting is not there, and which are.
pub(crate) async fn no_meeting(app: &App, meeting: &str) -> anyhow::Error {
    let streams = app.service.ports().journal.streams().await.unwrap_or_default();
    let known: Vec<&str> =
        streams.iter().filter_map(|found| StreamName::meeting_slug(&found.stream)).collect();
    let known = match known.len() {
        0 => "it has no meetings yet".to_owned(),
        1 => format!("its only meeting is {}", known.join("")),
        _ => format!("its meetings are {}", known.join(", ")),
    };
    anyhow::anyhow!("there is no meeting {meeting} in this journal; {known}")
}

/// So many of something, in words.
pub(crate) fn counted<N>(number: N, one: &str, more: &str) -> String
where
    N: std::fmt::Display + PartialEq + From<u8>,
{
    format!("{number} {}", if number == N::from(1) { one } else { more })
}

/// Writes to standard output whole, without a character that would steer a screen; a reader that
/// went away is an end, not a fault.
pub(crate) fn print_out(text: &str) -> Result<()> {
    let mut output = std::io::stdout().lock();
    output.write_all(clean(text).as_bytes())?;
    output.flush()?;
    Ok(())
}

/// Prints the settings in force, as a settings file would say them.
pub(crate) fn print_settings(settings: &Settings) -> Result<ExitCode> {
    let mut text = format!("journal = {:?}\n", without_password(&settings.journal));
    if let Some(keys) = settings.key_folder() {
        text.push_str(&format!("keys = {:?}\n", keys.display().to_string()));
    }
    if settings.keys_lost {
        text.push_str("keys_lost = true\n");
    }
    text.push_str(&format!(
        "lang = {:?}\nlog = {:?}\n",
        settings.language()?.code(),
        settings.log(false)
    ));
    if let Some(pages) = settings.max_pages {
        text.push_str(&format!("max_pages = {pages}\n"));
    }
    #[cfg(feature = "seeded")]
    if let Some(seed) = settings.seed {
        text.push_str(&format!("seed = {seed}\n"));
    }
    let discord = &settings.discord;
    text.push_str("\n[discord]\n");
    if discord.token.is_some() {
        text.push_str("# token is set, and never shown\n");
    }
    if let Some(file) = &discord.token_file {
        text.push_str(&format!("token_file = {:?}\n", file.display().to_string()));
    }
    if let Some(url) = &discord.api_url {
        text.push_str(&format!("api_url = {url:?}\n"));
    }
    if let Some(guild) = discord.guild {
        text.push_str(&format!("guild = {guild}\n"));
    }
    text.push_str(&format!("\n[serve]\naddress = {:?}\n", settings.serve.address));
    print_out(&masked(&text))?;
    Ok(ExitCode::SUCCESS)
}

/// How the page of commands begins.
const VERBS_PAGE: &str = "# Commands

The commands of the desk, who may use them, and what they do. `help` at the desk lists those that
you may use now, and `help comment add` explains the arguments of one. On Discord each is a slash
command, except `meeting convene`. This page is printed by `cargo run -- help --markdown`.

";

/// Prints the page of commands.
pub(crate) fn print_verbs() -> Result<ExitCode> {
    print_out(&format!("{VERBS_PAGE}{}", plenary_chat::verb::table()))?;
    Ok(ExitCode::SUCCESS)
}
