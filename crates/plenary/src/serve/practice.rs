//! The clock of practice meetings while `serve` runs: it goes on from where their history ends, and
//! follows when another process (a terminal with `practice until`) has moved on.
//!
//! The service has one such clock. With several practice meetings in a journal it stands at the
//! latest end, and that is said.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use jiff::Timestamp;
use plenary_service::{Clock, Freshness, SetClock, SystemClock};
use tokio::time::{MissedTickBehavior, interval, timeout};
use tracing::{info, warn};

use crate::wiring::App;

/// How often histories are looked at.
const LOOKED_EVERY: Duration = Duration::from_secs(5);
/// How long the beginning waits for the first look.
const FIRST_LOOK: Duration = Duration::from_secs(5);

/// The clock before anything was looked at. It is behind every history, so what happens meanwhile
/// in a practice meeting gets the time of its last entry, never the year in which we are.
pub(super) fn clock() -> SetClock {
    SetClock::running(Timestamp::UNIX_EPOCH)
}

/// Keeps the clock where it should be.
pub(super) struct Practice {
    app: Arc<App>,
    /// Whether the clock was set at all.
    is_set: bool,
    /// Up to which entry each meeting was looked at.
    numbers: BTreeMap<String, u64>,
    /// Where the histories of practice meetings end.
    ends: BTreeMap<String, Timestamp>,
}

impl Practice {
    /// Sets the clock, unless the journal is away or very long: then it is set later.
    pub(super) async fn begin(app: Arc<App>) -> Self {
        let (numbers, ends) = (BTreeMap::new(), BTreeMap::new());
        let mut practice = Self { app, is_set: false, numbers, ends };
        let _ = timeout(FIRST_LOOK, practice.keep()).await;
        practice
    }

    /// Follows the practice meetings for ever.
    pub(super) async fn follow(mut self) {
        let mut ticks = interval(LOOKED_EVERY);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            // The watch over the journal says what is wrong with it.
            let _ = self.keep().await;
        }
    }

    async fn keep(&mut self) -> Result<()> {
        let known = self.ends.len();
        self.look().await?;
        let clock = &self.app.clock;
        match self.ends.values().max() {
            Some(end) if known == 0 || *end > clock.now() => {
                clock.set(*end);
                info!(target: "serve", "the practice clock goes on from {end}");
            }
            None if !self.is_set => clock.set(SystemClock.now()),
            _ => {}
        }
        self.is_set = true;
        if self.ends.len() > known.max(1) {
            let names: Vec<&str> = self.ends.keys().map(String::as_str).collect();
            let names = names.join(", ");
            warn!(target: "serve", "several practice meetings share one practice clock: {names}");
        }
        Ok(())
    }

    /// Looks at each meeting that has grown.
    async fn look(&mut self) -> Result<()> {
        let service = &self.app.service;
        for found in service.ports().journal.streams().await? {
            let Some(slug) = found.stream.meeting_slug() else { continue };
            if self.numbers.get(slug) == Some(&found.head.number) {
                continue;
            }
            // A meeting that cannot be read (a newer Plenary's, or damaged) keeps no other from it.
            let Ok(views) = service.views(slug, Freshness::Current).await else { continue };
            self.numbers.insert(slug.to_owned(), views.number);
            let practises = views.meeting.convened.as_ref().is_some_and(|c| c.clock.is_some());
            if let Some(at) = views.at.filter(|_| practises) {
                self.ends.insert(slug.to_owned(), at.timestamp());
            }
        }
        Ok(())
    }
}
