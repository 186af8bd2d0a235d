//! The time as a port: the machine's, or one that a story or a practice meeting sets; and when the
//! machine's is not believed.
//!
//! What is stored with a wrong time keeps it for ever, and time never falls in a meeting: one line
//! stored in 2199 would make every later line one of 2199. So a time that cannot be is refused, and
//! one that comes long after the meeting's last entry is believed once somebody has said so.

use std::sync::Mutex;
use std::time::{Instant, SystemTime};

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::outcome::Failure;

/// Before this year no Plenary was made; a machine that lost its battery says 1970 or 2000.
const YEAR_MIN: i16 = 2026;
/// From this year on the machine's clock is not believed at all.
const YEAR_MAX: i16 = 2100;
/// How long a meeting may rest before the clock is doubted: a year and a day.
const REST: SignedDuration = SignedDuration::from_hours(367 * 24);
/// For how long it is believed after somebody said that it is right.
const BELIEVED: SignedDuration = SignedDuration::from_hours(24);

/// The machine's time for what is stored next in a meeting whose last entry is of `last`, if it
/// can be right. `confirmed` is the time that somebody said to be right.
///
/// # Errors
/// [`Failure::ClockWrong`] before 2026 and from 2100 on; [`Failure::ClockDoubted`] when it is more
/// than a year after `last` and nobody has said within a day that it is right.
pub(crate) fn believed(
    now: Timestamp,
    last: Option<Timestamp>,
    confirmed: Option<Timestamp>,
) -> Result<Timestamp, Failure> {
    let year = TimeZone::UTC.to_datetime(now).year();
    if !(YEAR_MIN..YEAR_MAX).contains(&year) {
        return Err(Failure::ClockWrong { now });
    }
    let is_confirmed = confirmed.is_some_and(|at| now.duration_since(at).abs() < BELIEVED);
    match last.filter(|last| now.duration_since(*last) > REST && !is_confirmed) {
        Some(last) => Err(Failure::ClockDoubted { now, last }),
        None => Ok(now),
    }
}

/// Whether the machine's time can be right at all: from 2026 to 2099.
pub fn is_possible(now: Timestamp) -> bool {
    believed(now, None, None).is_ok()
}

/// Whether the machine's time is doubted where the newest entry is of `last`.
pub fn is_doubtful(now: Timestamp, last: Timestamp) -> bool {
    believed(now, Some(last), None).is_err()
}

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
        // A time that no calendar has is as far away as one can be, and is not believed.
        let now = SystemTime::now();
        let end = if now < SystemTime::UNIX_EPOCH { Timestamp::MIN } else { Timestamp::MAX };
        Timestamp::try_from(now).unwrap_or(end)
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
