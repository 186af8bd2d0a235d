//! What is counted, in the text form of Prometheus.
//!
//! Names begin with `plenary_`. A bot counts through the `metrics` facade and is found here without
//! a change; a name of a person or a meeting is never a label.

use anyhow::{Context, Result};
use metrics::{Unit, describe_gauge, describe_histogram, gauge};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use plenary_discord::State as BotState;
use plenary_service::{Clock, SystemClock};

use super::journal::State as JournalState;

/// The bounds of durations, in seconds; the last finite one is Discord's own deadline.
const SECONDS: [f64; 9] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 3.0];

/// From now on what is counted is kept.
pub(super) fn install() -> Result<PrometheusHandle> {
    let builder = PrometheusBuilder::new().set_buckets(&SECONDS)?;
    let handle = builder.install_recorder().context("the metrics cannot be collected")?;
    describe_gauge!("plenary_build_info", "1, with the version that runs");
    describe_gauge!("plenary_start_time_seconds", Unit::Seconds, "When it started, since 1970");
    describe_gauge!("plenary_journal_up", "1 if the journal answered when it was last asked");
    describe_gauge!("plenary_bot_state", "1 for the state that a bot is in, 0 for the others");
    describe_histogram!("plenary_journal_answer_seconds", Unit::Seconds, "Asking the journal");
    gauge!("plenary_build_info", "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    #[expect(clippy::cast_precision_loss, reason = "seconds since 1970 are exact for ages")]
    gauge!("plenary_start_time_seconds").set(SystemClock.now().as_second() as f64);
    Ok(handle)
}

/// Everything that is counted, with the states as they are now.
pub(super) fn told(handle: &PrometheusHandle, journal: &JournalState, bot: &BotState) -> String {
    gauge!("plenary_journal_up").set(f64::from(u8::from(*journal == JournalState::Up)));
    for name in ["connecting", "ready", "ended"] {
        let is_it = f64::from(u8::from(name == word(bot)));
        gauge!("plenary_bot_state", "front" => "discord", "state" => name).set(is_it);
    }
    handle.run_upkeep();
    handle.render()
}

/// A bot's state in one word.
pub(super) fn word(state: &BotState) -> &'static str {
    match state {
        BotState::Connecting => "connecting",
        BotState::Ready => "ready",
        BotState::Ended(_) => "ended",
    }
}
