//! What a test can make go wrong on the REST side, at the moment when it wants it. What can go
//! wrong on the gateway is asked of [`Discord`](crate::Discord).

use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::Duration;

use crate::shared::lock;

/// What befalls a request.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RestFault {
    /// 429, and nothing is done.
    TooMany {
        /// After how many seconds to come again: in the header and in the body.
        retry_after: f64,
        /// Whether it concerns all routes.
        is_global: bool,
    },
    /// This status (500, 502, 503), and nothing is done.
    Status(u16),
    /// It is done as asked, but later.
    Late(Duration),
    /// The connection is reset, and nothing is done.
    ResetBefore,
    /// It is done, and then the connection is reset instead of an answer.
    ResetAfter,
    /// It is done, and then this status is answered all the same.
    StatusAfter(u16),
}

#[derive(Debug)]
struct Planned {
    /// What must be in the method and route, such as `POST /interactions`.
    within: String,
    left: usize,
    fault: RestFault,
}

/// The faults of the REST side.
#[derive(Debug, Default)]
pub struct Faults {
    planned: Mutex<VecDeque<Planned>>,
}

impl Faults {
    /// The next so many requests meet this, whatever they ask for.
    pub fn next(&self, count: usize, fault: RestFault) {
        self.next_on("", count, fault);
    }

    /// The next so many requests whose `METHOD /route/{template}` holds these words meet this.
    pub fn next_on(&self, within: &str, count: usize, fault: RestFault) {
        let within = within.to_owned();
        lock(&self.planned).push_back(Planned { within, left: count, fault });
    }

    /// Nothing goes wrong any more.
    pub fn clear(&self) {
        lock(&self.planned).clear();
    }

    /// How many faults still wait for a request.
    pub fn left(&self) -> usize {
        lock(&self.planned).iter().map(|planned| planned.left).sum()
    }

    pub(crate) fn meet(&self, request: &str) -> Option<RestFault> {
        let mut planned = lock(&self.planned);
        let found = planned.iter_mut().find(|fault| request.contains(&fault.within))?;
        found.left = found.left.saturating_sub(1);
        let fault = found.fault;
        planned.retain(|fault| fault.left > 0);
        Some(fault)
    }
}
