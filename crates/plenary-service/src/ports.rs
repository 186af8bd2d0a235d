//! What the service stands on: the store, the keys, a clock and a source of random bytes.

use std::sync::Arc;

use plenary_journal::{Journal, Keyring, Random};

use crate::Clock;

/// What the service is given by the program.
#[derive(Clone)]
pub struct Ports {
    /// The store.
    pub journal: Arc<dyn Journal>,
    /// The keys.
    pub keyring: Arc<dyn Keyring>,
    /// The time of stories and practice meetings.
    pub clock: Arc<dyn Clock>,
    /// The machine's time, which every other meeting takes.
    pub machine: Arc<dyn Clock>,
    /// Random.
    pub random: Arc<dyn Random>,
}
