//! Pauses that grow, so that whoever is in trouble is not pressed.

use std::time::Duration;

/// How much each pause differs from the plan, so that not everybody comes back at once.
const JITTER_PERCENT: u32 = 25;

/// Pauses between attempts.
#[derive(Debug)]
pub(crate) struct Pauses {
    first: Duration,
    longest: Duration,
    next: Duration,
}

impl Pauses {
    /// Pauses within the life of a call.
    pub(crate) fn short() -> Self {
        Self::new(Duration::from_millis(150), Duration::from_secs(5))
    }

    /// Pauses while Discord is away.
    pub(crate) fn long() -> Self {
        Self::new(Duration::from_millis(500), Duration::from_secs(60))
    }

    fn new(first: Duration, longest: Duration) -> Self {
        Self { first, longest, next: first }
    }

    /// The next pause, longer than the one before.
    pub(crate) fn next(&mut self) -> Duration {
        let pause = self.next;
        self.next = (pause * 2).min(self.longest);
        pause + pause * (random() % JITTER_PERCENT) / 100
    }

    /// Begins with the short pauses again.
    pub(crate) fn begin_again(&mut self) {
        self.next = self.first;
    }
}

/// A number that differs between processes and moments; it guards nothing.
fn random() -> u32 {
    use std::hash::{BuildHasher, RandomState};
    u32::try_from(RandomState::new().hash_one(()) >> 33).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_a_limit() {
        let mut pauses = Pauses::long();
        let all: Vec<Duration> = (0..20).map(|_| pauses.next()).collect();
        assert!(all[0] < Duration::from_millis(700));
        assert!(all[19] >= Duration::from_secs(60) && all[19] < Duration::from_secs(76));
        pauses.begin_again();
        assert!(pauses.next() < Duration::from_millis(700));
    }
}
