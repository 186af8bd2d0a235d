//! What a test can make go wrong, at the moment when it wants it.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

/// What befalls an append.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppendFault {
    /// It is not stored, and the answer is that the server is not ready: it has not even begun.
    NotReady,
    /// It is not stored, and the answer is that the server has too much to do: it has not begun.
    TooBusy,
    /// It is stored, and the answer is that it could not be finished in time.
    TimeoutAfterCommit,
    /// It is not stored, and the answer is that it could not be finished in time.
    TimeoutBeforeCommit,
    /// It is not stored, and no answer ever comes.
    FreezeBeforeCommit,
    /// It is stored, and no answer ever comes.
    FreezeAfterCommit,
    /// It is stored, and the answer holds nothing.
    EmptyAnswer,
    /// It is stored, and the answer comes late.
    Slow(Duration),
}

/// What is wrong with an event that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// The answer holds nothing.
    NoContent,
    /// The event is missing.
    NoEvent,
    /// It has no id.
    NoId,
    /// It has an id that is none.
    BadId,
    /// It has no stream.
    NoStream,
    /// It has no type.
    NoType,
    /// Its own metadata are no JSON.
    BadMetadata,
}

/// How subscriptions are ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With status OK, as if all were said.
    Ok,
    /// With status UNAVAILABLE.
    Unavailable,
    /// With status ABORTED, as to a consumer that is too slow.
    Aborted,
}

/// A lasting fault of the server, for negative controls: a judge that does not notice it judges
/// nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quirk {
    /// Appends are stored whatever they expect.
    IgnoresExpectedRevision,
    /// Subscriptions begin with the event at their position instead of behind it.
    SubscribesInclusively,
    /// Data come back with a space behind them.
    AltersData,
    /// Reads leave out the first event.
    LosesFirst,
    /// A repeated append is answered without a position. No fault of a server: the protocol leaves
    /// it open.
    TellsNoPosition,
}

#[derive(Debug, Default)]
struct Plan {
    appends: VecDeque<AppendFault>,
    malformed: Option<Malformed>,
    reads_slow: Option<Duration>,
    filter_slow: Option<Duration>,
    refused_reads: usize,
    quirk: Option<Quirk>,
    reads: usize,
    subscriptions: usize,
}

/// The faults of a cluster.
#[derive(Debug)]
pub struct Faults {
    plan: Mutex<Plan>,
    endings: watch::Sender<(u64, Option<Ending>)>,
}

impl Default for Faults {
    fn default() -> Self {
        Self { plan: Mutex::default(), endings: watch::Sender::new((0, None)) }
    }
}

impl Faults {
    fn plan(&self) -> MutexGuard<'_, Plan> {
        self.plan.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next appends meet these, one each.
    pub fn on_appends(&self, faults: impl IntoIterator<Item = AppendFault>) {
        self.plan().appends.extend(faults);
    }

    /// Every event that is read is malformed so, until `None` is said.
    pub fn malformed(&self, malformed: Option<Malformed>) {
        self.plan().malformed = malformed;
    }

    /// What is malformed now.
    pub fn malformed_now(&self) -> Option<Malformed> {
        self.plan().malformed
    }

    /// Every read waits before it begins, until `None` is said.
    pub fn slow_reads(&self, wait: Option<Duration>) {
        self.plan().reads_slow = wait;
    }

    /// Filtering each page of what others stored takes this long, and nothing is sent meanwhile.
    pub fn slow_filter(&self, wait: Option<Duration>) {
        self.plan().filter_slow = wait;
    }

    pub(crate) fn filter_takes(&self) -> Option<Duration> {
        self.plan().filter_slow
    }

    /// The next reads are answered with UNAVAILABLE.
    pub fn refuse_reads(&self, count: usize) {
        self.plan().refused_reads = count;
    }

    /// A lasting fault.
    pub fn quirk(&self, quirk: Option<Quirk>) {
        self.plan().quirk = quirk;
    }

    /// Ends the subscriptions of the moment; new ones are served.
    pub fn end_subscriptions(&self, ending: Ending) {
        self.endings.send_modify(|(count, how)| {
            *count += 1;
            *how = Some(ending);
        });
    }

    /// How many reads were asked for, and how many subscriptions.
    pub fn counted(&self) -> (usize, usize) {
        let plan = self.plan();
        (plan.reads, plan.subscriptions)
    }

    pub(crate) fn next_append(&self) -> Option<AppendFault> {
        self.plan().appends.pop_front()
    }

    pub(crate) fn of_events(&self) -> (Option<Malformed>, Option<Quirk>) {
        let plan = self.plan();
        (plan.malformed, plan.quirk)
    }

    pub(crate) fn has(&self, quirk: Quirk) -> bool {
        self.plan().quirk == Some(quirk)
    }

    /// Counts a read; whether it is refused, and how long it waits.
    pub(crate) fn next_read(&self, is_subscription: bool) -> (bool, Option<Duration>) {
        let mut plan = self.plan();
        if is_subscription {
            plan.subscriptions += 1;
        } else {
            plan.reads += 1;
        }
        let refused = plan.refused_reads > 0;
        plan.refused_reads = plan.refused_reads.saturating_sub(1);
        (refused, plan.reads_slow)
    }

    pub(crate) fn endings(&self) -> watch::Receiver<(u64, Option<Ending>)> {
        let mut endings = self.endings.subscribe();
        endings.mark_unchanged();
        endings
    }
}
