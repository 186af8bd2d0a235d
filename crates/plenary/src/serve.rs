//! `plenary serve`: the service and its bots, until somebody stops them, and how they are.
//!
//! It never knows what is said to a bot, and never tells more about itself than states and counts.
//!
//! Read first: this file (how it begins and ends), then [`journal`] (what is watched), [`practice`]
//! (the clock of practice meetings), [`health`] and [`metrics`] (what is told, and over HTTP).

mod health;
mod journal;
mod metrics;
mod practice;
mod signals;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use plenary_discord::{Ended, Options, Status};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::{JoinError, JoinHandle};
use tracing::{info, warn};

use crate::settings::{Address, Settings};
use crate::wiring::{App, Use};
use health::Health;
use practice::Practice;
use signals::Signals;

/// How long the bots may take to finish what they have begun, in seconds. A service manager that
/// kills should wait longer (`TimeoutStopSec` in `infra/plenary.service`).
const DRAIN_SECONDS_MAX: u64 = 15;

/// Said when there is nothing to serve.
const NO_BOT: &str = "no Discord token is set, so there is nothing to run. Set \
    PLENARY__DISCORD__TOKEN, or set discord.token_file to a file that contains the token. \
    docs/discord.md says how to get one. The desk at a terminal needs no token: \
    plenary chat MEETING --as NAME";

/// Serves until a signal or the end of a bot.
pub(crate) async fn run(settings: &Settings) -> Result<ExitCode> {
    let Some(options) = settings.discord.options()? else { bail!(NO_BOT) };
    // First of all, so that a signal during the opening is not lost.
    let mut signals = Signals::listen()?;
    let recorder = metrics::install()?;
    let listener = listen(settings).await?;
    let app = Arc::new(open(settings).await?);
    let status = Arc::new(Status::default());
    let (journal, told) = watch::channel(journal::State::Unasked);
    let practice = Practice::begin(Arc::clone(&app)).await;
    let health = Arc::new(Health::new(told, Arc::clone(&status), recorder));
    let helpers = [
        tokio::spawn(health::serve(listener, Arc::clone(&health))),
        tokio::spawn(journal::watch(Arc::clone(&app), settings.address()?, journal)),
        tokio::spawn(practice.follow()),
    ];
    let (stop, stopped) = watch::channel(false);
    let mut bot = start(&app, options, status, stopped);
    let ended = tokio::select! {
        ended = &mut bot => Err(anyhow::anyhow!(sentence(ended))),
        () = signals.next() => {
            health.stop();
            let _ = stop.send(true);
            info!(target: "serve", "stopping; a second signal stops it at once");
            let bound = Duration::from_secs(DRAIN_SECONDS_MAX);
            Ok(drain(&mut bot, signals.next(), bound).await)
        }
    };
    for helper in helpers {
        helper.abort();
        // Only when nobody holds the journal any more is it closed.
        let _ = helper.await;
    }
    ended
}

type Bot = JoinHandle<Result<(), Ended>>;

fn start(app: &App, options: Options, status: Arc<Status>, stopped: watch::Receiver<bool>) -> Bot {
    info!(target: "serve", "the Discord bot starts");
    tokio::spawn(plenary_discord::run(Arc::clone(&app.desk), options, status, stopped))
}

/// The address is taken before anything is opened or anybody is answered: two services on one
/// machine would otherwise answer everybody twice.
async fn listen(settings: &Settings) -> Result<TcpListener> {
    let address = settings.serve.address()?;
    let listener = TcpListener::bind(address).await.with_context(|| {
        format!(
            "cannot listen on {address} (setting serve.address). If another plenary serve is \
             running, stop it or choose another port"
        )
    })?;
    info!(target: "serve", "health and metrics at http://{}", listener.local_addr()?);
    Ok(listener)
}

/// The journal may be made here: a new installation serves before anybody has convened a meeting.
/// It is said, so that a mistyped path is noticed.
async fn open(settings: &Settings) -> Result<App> {
    let address = settings.address()?;
    if let Address::Sqlite(path) = &address
        && !path.exists()
    {
        warn!(
            target: "serve",
            "creating a new journal at {}. To convene a meeting in it: plenary chat MEETING \
             --as operator",
            path.display()
        );
    }
    if address == Address::Memory {
        warn!(target: "serve", "the journal is in memory: everything is lost when Plenary stops");
    }
    let app = App::open_with(settings, Use::Write, practice::clock())?;
    app.check_keys(settings).await?;
    info!(target: "serve", "the journal is {address}");
    Ok(app)
}

/// Waits for what the bot has begun; a deadline or a second signal ends the waiting.
async fn drain(bot: &mut Bot, second: impl Future<Output = ()>, bound: Duration) -> ExitCode {
    tokio::select! {
        ended = bot => {
            match ended {
                Ok(Ok(())) => info!(target: "serve", "stopped"),
                ended => warn!(target: "serve", "stopped; {}", sentence(ended)),
            }
            ExitCode::SUCCESS
        }
        () = tokio::time::sleep(bound) => {
            warn!(
                target: "serve",
                "stopped after {bound:?} with work unfinished. What was stored is safe; anyone \
                 who got no response can repeat the command"
            );
            ExitCode::SUCCESS
        }
        () = second => {
            warn!(target: "serve", "stopped at once by a second signal");
            ExitCode::FAILURE
        }
    }
}

/// Why a bot is no more.
fn sentence(ended: Result<Result<(), Ended>, JoinError>) -> String {
    match ended {
        Ok(Ok(())) => "the Discord bot stopped although nobody asked it to".to_owned(),
        Ok(Err(Ended(why))) => format!(
            "the Discord bot stopped: {why} (settings discord.token, discord.guild and \
             discord.api_url; `plenary doctor` checks each)"
        ),
        Err(_) => "the Discord bot crashed. This is a fault in Plenary; please report it with its \
            log"
        .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use super::*;

    const LONG: Duration = Duration::from_secs(600);

    #[tokio::test]
    async fn the_end_waits_for_the_bot_and_neither_beyond_its_bound_nor_a_second_signal() {
        let mut busy: Bot = tokio::spawn(pending());
        let bound = Duration::from_millis(1);
        assert_eq!(drain(&mut busy, pending(), bound).await, ExitCode::SUCCESS);
        assert_eq!(drain(&mut busy, ready(()), LONG).await, ExitCode::FAILURE);
        busy.abort();
        let mut quick: Bot = tokio::spawn(async { Ok(()) });
        assert_eq!(drain(&mut quick, pending(), LONG).await, ExitCode::SUCCESS);
    }

    #[tokio::test]
    async fn the_end_of_a_bot_is_told_with_its_reason_and_the_settings() {
        let refused: Bot = tokio::spawn(async { Err(Ended("Discord does not know it".into())) });
        let told = sentence(refused.await);
        assert!(told.contains("Discord does not know it (settings discord.token"), "{told}");
        let broken: Bot = tokio::spawn(async { panic!("of this test") });
        assert!(sentence(broken.await).contains("a fault in Plenary; please report it"));
    }
}
