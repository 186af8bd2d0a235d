//! The time as a port: the machine's, or one that a story or a practice meeting sets.

use std::sync::Mutex;
use std::time::Instant;

use jiff::{SignedDuration, Timestamp};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now, in UTC.
    fn now(&self) -> Timestamp;

    /// Sets it, if it is one that can be set; whether it was.
    fn set(&self, _now: Timestamp) -> bool {
        false
    }
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock that shows what it is set to, and from there runs on or stands.
#[derive(Debug)]
pub struct SetClock {
    state: Mutex<(Timestamp, Instant)>,
    runs: bool,
}

impl SetClock {
    /// A clock that stands at `start` until it is set again; a story's.
    pub fn standing(start: Timestamp) -> Self {
        Self { state: Mutex::new((start, Instant::now())), runs: false }
    }

    /// A clock that runs on from `start`; a practice meeting's.
    pub fn running(start: Timestamp) -> Self {
        Self { state: Mutex::new((start, Instant::now())), runs: true }
    }

    /// Sets it.
    pub fn set(&self, now: Timestamp) {
        *self.lock() = (now, Instant::now());
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, (Timestamp, Instant)> {
        self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        let (start, since) = *self.lock();
        if !self.runs {
            return start;
        }
        let passed = SignedDuration::try_from(since.elapsed()).unwrap_or(SignedDuration::ZERO);
        start.checked_add(passed).unwrap_or(start)
    }

    fn set(&self, now: Timestamp) -> bool {
        Self::set(self, now);
        true
    }
}
