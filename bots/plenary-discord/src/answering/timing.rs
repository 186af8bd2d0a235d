//! How much time there is: an interaction's number tells when it was made.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::time::Instant;

/// How long Discord waits for a first answer.
const FIRST_ANSWER: Duration = Duration::from_millis(2_900);
/// After how long an answer is promised. It leaves a second for the promise to arrive.
pub(super) const PROMISE_AFTER: Duration = Duration::from_millis(1_800);
/// How long an interaction can be answered.
const LIFE: Duration = Duration::from_secs(15 * 60);
/// The last moment at which it still makes sense to send something.
const LIFE_MARGIN: Duration = Duration::from_secs(5);
/// When Discord's numbers begin to count, in milliseconds after 1970.
const DISCORD_EPOCH_MS: u64 = 1_420_070_400_000;

/// The moments that matter to one interaction.
#[derive(Clone, Copy, Debug)]
pub(super) struct Timing {
    /// When it was made, as far as can be told.
    pub(super) made: Instant,
    /// When the answer is promised.
    pub(super) promise: Instant,
    /// When Discord stops waiting for a first answer.
    pub(super) first: Instant,
    /// When Discord takes no more answers.
    pub(super) end: Instant,
    /// Whether it may be too late for a first answer already.
    pub(super) is_late: bool,
}

impl Timing {
    /// Of an interaction with this number that came at this moment.
    pub(super) fn of(id: u64, received: Instant) -> Self {
        Self::at(id, received, SystemTime::now())
    }

    fn at(id: u64, received: Instant, now: SystemTime) -> Self {
        let age = age_of(id, now).unwrap_or_default();
        let made = received.checked_sub(age).unwrap_or(received);
        Self {
            made,
            promise: made + PROMISE_AFTER,
            // By the moment it came: the machine's clock may be wrong, and Discord judges anyway.
            first: received + FIRST_ANSWER,
            end: made + LIFE - LIFE_MARGIN,
            is_late: age >= PROMISE_AFTER,
        }
    }
}

/// How old an interaction is. A number from the future or of long ago tells nothing.
fn age_of(id: u64, now: SystemTime) -> Option<Duration> {
    let made = UNIX_EPOCH + Duration::from_millis((id >> 22) + DISCORD_EPOCH_MS);
    now.duration_since(made).ok().filter(|age| *age < LIFE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id_of(now: SystemTime, age_ms: i64) -> u64 {
        let now = now.duration_since(UNIX_EPOCH).expect("after 1970").as_millis();
        let made = i64::try_from(now).expect("a moment") - age_ms;
        (u64::try_from(made).expect("after 1970") - DISCORD_EPOCH_MS) << 22
    }

    #[test]
    fn the_time_counts_from_when_it_was_made() {
        let (now, received) = (SystemTime::now(), Instant::now());
        let timing = |age_ms| Timing::at(id_of(now, age_ms), received, now);
        let fresh = timing(100).promise - received;
        assert!(fresh > Duration::from_millis(1_690) && fresh <= Duration::from_millis(1_701));
        assert!(!timing(100).is_late);
        assert!(timing(2_500).is_late);
    }

    #[test]
    fn a_number_that_tells_no_sane_time_counts_from_when_it_came() {
        let (now, received) = (SystemTime::now(), Instant::now());
        for id in [1, id_of(now, -60_000), id_of(now, 3_600_000)] {
            let timing = Timing::at(id, received, now);
            assert_eq!(timing.promise - received, PROMISE_AFTER);
            assert!(!timing.is_late);
        }
    }
}
