//! `plenary doctor`: looks at everything that the program needs and says what to do about it.
//!
//! It changes nothing: it stores no entry, makes no key, no journal and no command on Discord.
//!
//! Read first: this file (in which order it looks), then [`store`] (journal, disk, keys) and
//! [`machine`] (settings file, clock, address), then [`table`] (how it is printed).

mod machine;
mod store;
mod table;

use std::process::ExitCode;
use std::time::Duration;

use anyhow::Result;
use plenary_discord::Options;

use crate::commands::print_out;
use crate::settings::{Overrides, Settings};
use table::Look;

/// How long Discord may take to show what it knows.
const DISCORD_ANSWERS: Duration = Duration::from_secs(30);

/// Looks at everything; 0 unless something is not as it must be.
pub(crate) async fn run(settings: &Settings, overrides: &Overrides) -> Result<ExitCode> {
    let mut looks = vec![machine::settings_file(settings, overrides)];
    looks.extend(store::looks(settings).await);
    looks.push(machine::clock());
    looks.push(machine::address(settings)?);
    looks.extend(discord(settings).await);
    told(&looks)
}

/// The settings cannot be read, so nothing else can be looked at.
pub(crate) fn unreadable(error: &anyhow::Error) -> Result<ExitCode> {
    let remedy = "Correct it and run doctor again; nothing else was checked. infra/plenary.toml \
        explains each setting";
    told(&[Look::wrong("settings", format!("{error:#}"), remedy)])
}

fn told(looks: &[Look]) -> Result<ExitCode> {
    print_out(&table::draw(looks))?;
    let is_well = looks.iter().all(|look| look.mark != table::Mark::Wrong);
    Ok(if is_well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn discord(settings: &Settings) -> Vec<Look> {
    match settings.discord.options() {
        Err(error) => {
            let remedy = "Set discord.token_file to a file that this account can read and that \
                contains only the token";
            vec![Look::wrong("Discord", format!("{error:#}"), remedy)]
        }
        Ok(None) => {
            let found = "not configured; the desk at a terminal needs no bot. For `plenary serve` \
                set discord.token (PLENARY__DISCORD__TOKEN) or discord.token_file";
            vec![Look::none("Discord", found)]
        }
        Ok(Some(options)) => examined(&options).await,
    }
}

async fn examined(options: &Options) -> Vec<Look> {
    let findings = tokio::time::timeout(DISCORD_ANSWERS, plenary_discord::examine(options)).await;
    let Ok(findings) = findings else {
        let found = format!("no answer within {} s", DISCORD_ANSWERS.as_secs());
        let remedy =
            "Check this machine's connection to discord.com, or the setting discord.api_url";
        return vec![Look::wrong("Discord", found, remedy)];
    };
    let look = |finding: plenary_discord::Finding| match finding.remedy {
        None => Look::well(&finding.what, finding.found),
        Some(remedy) => Look::wrong(&finding.what, finding.found, &remedy),
    };
    findings.into_iter().map(look).collect()
}
