//! What the machine gives: the settings file, the clock with its zones, the address of `serve`.

use std::net::TcpListener;
use std::path::Path;

use anyhow::Result;
use jiff::tz::TimeZone;
use plenary_service::{Clock, SystemClock, clock as clocks};
use serde_json::Value;

use super::table::Look;
use crate::commands::health;
use crate::settings::{Overrides, SETTINGS_FILE, Settings};

/// A zone whose rules only a database of zones knows.
const ZONE: &str = "America/New_York";
/// What to do about a clock that is wrong.
pub(super) const SET: &str = "Set this machine's clock, for example by: timedatectl set-ntp true";

/// The file was read and every name in it is known, otherwise nobody comes here.
pub(super) fn settings_file(settings: &Settings, overrides: &Overrides) -> Look {
    let file = overrides.file.as_deref().unwrap_or(Path::new(SETTINGS_FILE));
    if !file.exists() {
        let found = format!("defaults and environment; there is no {} here", file.display());
        return Look::well("settings", found);
    }
    let found = format!("{} and environment; all settings are recognized", file.display());
    if settings.discord.token.is_some() && holds_token(file) && others_read(file) {
        let found = format!("{} contains the token; other accounts can read it", file.display());
        let shown = file.display();
        let remedy = format!("chmod 600 {shown}, or use a separate file (setting token_file)");
        return Look::wrong("settings", found, &remedy);
    }
    Look::well("settings", found)
}

fn holds_token(file: &Path) -> bool {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    text.lines().any(|line| {
        let name = line.trim_start().trim_start_matches("discord.");
        name.strip_prefix("token").is_some_and(|rest| rest.trim_start().starts_with('='))
    })
}

/// Whether accounts other than the owner's may read it.
#[cfg(unix)]
pub(super) fn others_read(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).is_ok_and(|data| data.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
pub(super) fn others_read(_path: &Path) -> bool {
    false
}

/// How far the clock is from Discord's is said by the bot's own examination.
pub(super) fn clock() -> Look {
    let now = SystemClock.now();
    if !clocks::is_possible(now) {
        return Look::wrong("clock", format!("it shows {now:.0}, which cannot be right"), SET);
    }
    match TimeZone::get(ZONE) {
        Ok(zone) => {
            let there = now.to_zoned_datetime(zone).strftime("%H:%M").to_string();
            let now = now.strftime("%Y-%m-%d %H:%M");
            Look::well("clock", format!("{now} UTC, {there} in New York; time zones are built in"))
        }
        Err(error) => {
            Look::wrong("clock", format!("no time zones: {error}"), "Build Plenary again")
        }
    }
}

/// The address of `serve` is free, or `serve` is there already.
pub(super) fn address(settings: &Settings) -> Result<Look> {
    let address = settings.serve.address()?;
    let Err(error) = TcpListener::bind(address) else {
        return Ok(Look::well("serve", format!("{address} is free")));
    };
    let told = health::ask(address, "/health/ready").ok();
    let told = told.and_then(|told| serde_json::from_str::<Value>(&told.body).ok());
    let is_ready = told.as_ref().and_then(|told| told["ready"].as_bool());
    Ok(match (told, is_ready) {
        (Some(_), Some(true)) => Look::well("serve", format!("it runs at {address} and is ready")),
        (Some(told), Some(false)) => {
            let parts = parts(&told);
            let found = format!("it runs at {address} and is not ready: {parts}");
            Look::known("serve", found, "If this does not change, look in its log")
        }
        _ => {
            let found = format!("cannot listen on {address}: {error}");
            let remedy = "Stop the program that uses it, or choose another address in the setting \
                serve.address (PLENARY__SERVE__ADDRESS)";
            Look::wrong("serve", found, remedy)
        }
    })
}

/// How each part of a running service is, in words.
fn parts(told: &Value) -> String {
    let state = |(name, part): (&String, &Value)| {
        let state = part["state"].as_str().unwrap_or("unknown");
        match part["why"].as_str() {
            Some(why) => format!("{name} {state} ({why})"),
            None => format!("{name} {state}"),
        }
    };
    let parts = told["parts"].as_object().into_iter().flatten();
    parts.map(state).collect::<Vec<_>>().join(", ")
}
