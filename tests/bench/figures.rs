//! Durations collected, and how they are printed: quantiles, ratios, and the aim beside them.

use std::time::{Duration, Instant};

/// The durations of many runs of one thing.
pub(crate) struct Figures {
    micros: Vec<f64>,
}

impl Figures {
    pub(crate) const fn new() -> Self {
        Self { micros: Vec::new() }
    }

    pub(crate) fn add(&mut self, duration: Duration) {
        self.micros.push(duration.as_secs_f64() * 1e6);
    }

    /// Runs `job` and adds how long it took.
    pub(crate) fn time<T>(&mut self, job: impl FnOnce() -> T) -> T {
        let begin = Instant::now();
        let done = job();
        self.add(begin.elapsed());
        done
    }

    /// The quantile at `percent`, in microseconds.
    pub(crate) fn at(&self, percent: usize) -> f64 {
        let mut sorted = self.micros.clone();
        sorted.sort_by(f64::total_cmp);
        let index = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
        sorted.get(index).copied().unwrap_or(f64::NAN)
    }

    pub(crate) fn print(&self, what: &str) {
        println!("   {what:<44} p50 {:>9.1} µs   p99 {:>9.1} µs", self.at(50), self.at(99));
    }
}

/// How many things were done in a time.
pub(crate) fn rate(what: &str, per_second: f64) {
    println!("   {what:<44} {per_second:>13.0} /s");
}

/// A ratio with its aim. A machine's times say little; a ratio on one machine says something.
pub(crate) fn ratio(what: &str, ratio: f64, aim: &str) {
    println!("   → {what:<42} {ratio:>13.2}      aim: {aim}");
}
