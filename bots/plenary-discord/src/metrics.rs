//! What is counted, under names that a dashboard can rely on.

use std::time::Duration;

use metrics::{counter, gauge, histogram};

/// An interaction of a kind came to its end.
pub(crate) fn interaction(kind: &'static str, outcome: &'static str) {
    counter!("plenary_discord_interactions_total", "kind" => kind, "outcome" => outcome)
        .increment(1);
}

/// An answer took too long and was promised instead.
pub(crate) fn deferral() {
    counter!("plenary_discord_deferrals_total").increment(1);
}

/// A call was tried again, because of a limit, a fault of Discord's, or a lost connection.
pub(crate) fn retry(cause: &'static str) {
    counter!("plenary_discord_retries_total", "cause" => cause).increment(1);
}

/// How long somebody waited for the first answer.
pub(crate) fn first_answer(after: Duration) {
    histogram!("plenary_discord_first_answer_seconds").record(after.as_secs_f64());
}

/// Something was announced, or could not be.
pub(crate) fn announcement(outcome: &'static str) {
    counter!("plenary_discord_announcements_total", "outcome" => outcome).increment(1);
}

/// A connection to the gateway was begun.
pub(crate) fn connection() {
    counter!("plenary_discord_connections_total").increment(1);
}

/// Whether the bot hears what is said.
pub(crate) fn ready(is_ready: bool) {
    gauge!("plenary_discord_ready").set(if is_ready { 1.0 } else { 0.0 });
}
