//! Asks the journal again and again whether it answers.
//!
//! It asks by itself rather than when somebody asks for the health: however often that happens, the
//! journal is asked once in a while.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use plenary_journal::StreamName;
use tokio::sync::watch;
use tokio::time::{MissedTickBehavior, interval, timeout};
use tracing::{info, warn};

use crate::settings::Address;
use crate::wiring::App;

/// How often the journal is asked.
const ASKED_EVERY: Duration = Duration::from_secs(1);
/// How long it may take to answer.
pub(super) const ANSWER_SECONDS_MAX: u64 = 2;

/// How the journal is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It was not asked yet.
    Unasked,
    /// It answered just now.
    Up,
    /// It did not, and why.
    Down(String),
}

/// Watches the journal for ever; a change is told and logged.
pub(super) async fn watch(app: Arc<App>, address: Address, told: watch::Sender<State>) {
    let mut ticks = interval(ASKED_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let begun = std::time::Instant::now();
        let bound = Duration::from_secs(ANSWER_SECONDS_MAX);
        let found = match timeout(bound, ask(&app, &address)).await {
            Ok(Ok(())) => State::Up,
            Ok(Err(error)) => State::Down(format!("{error:#}")),
            Err(_) => State::Down(format!("no answer within {ANSWER_SECONDS_MAX} s")),
        };
        ::metrics::histogram!("plenary_journal_answer_seconds").record(begun.elapsed());
        let was = told.send_replace(found.clone());
        match (was, found) {
            (State::Down(_), State::Up) => warn!(target: "serve", "the journal answers again"),
            (State::Unasked, State::Up) => info!(target: "serve", "the journal answers"),
            (State::Unasked | State::Up, State::Down(why)) => {
                warn!(
                    target: "serve",
                    "the journal cannot be reached (trying again every second): {why}"
                );
            }
            (_, State::Up | State::Down(_) | State::Unasked) => {}
        }
    }
}

/// Asks for the end of a stream that is never written: any store finds that quickly.
async fn ask(app: &App, address: &Address) -> Result<()> {
    if let Address::Sqlite(path) = address {
        // A file that was taken away is still open here, and what is written to it would be lost.
        anyhow::ensure!(path.exists(), "the file {} is gone", path.display());
    }
    app.service.ports().journal.head(&StreamName::platform("serve", "health")?).await?;
    Ok(())
}
