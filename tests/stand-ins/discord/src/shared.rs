//! What all parts of a running stand-in share: the world, who waits for its changes, the faults
//! and the records.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use tokio::sync::watch;

use crate::fault::Faults;
use crate::gateway::Hub;
use crate::options::Options;
use crate::record::Record;
use crate::world::{Account, World};

#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) options: Options,
    world: Mutex<World>,
    changed: watch::Sender<()>,
    pub(crate) faults: Faults,
    pub(crate) hub: Hub,
    records: Mutex<Vec<Record>>,
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shared {
    pub(crate) fn new(options: Options) -> Self {
        let me = options.bot;
        let bot = Account {
            id: me,
            name: options.name.to_lowercase(),
            display: Some(options.name.clone()),
            locale: "en-US".to_owned(),
            is_bot: true,
            is_closed: false,
        };
        let application = options.name.clone();
        let application_id = options.application;
        let mut world = World { me, application, application_id, ..World::default() };
        world.users.insert(me, bot);
        Self {
            options,
            world: Mutex::new(world),
            changed: watch::Sender::new(()),
            faults: Faults::default(),
            hub: Hub::default(),
            records: Mutex::default(),
        }
    }

    /// The world, to look at; who changes it says so with [`Shared::change`].
    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        lock(&self.world)
    }

    /// Changes the world and wakes who waits for that.
    pub(crate) fn change<T>(&self, change: impl FnOnce(&mut World) -> T) -> T {
        let outcome = change(&mut self.world());
        self.changed.send_replace(());
        outcome
    }

    /// Waits until the world is as wanted, at most until the deadline.
    pub(crate) async fn until<T>(
        &self,
        deadline: Instant,
        mut wanted: impl FnMut(&World) -> Option<T>,
    ) -> Option<T> {
        let mut changed = self.changed.subscribe();
        loop {
            changed.mark_unchanged();
            if let Some(found) = wanted(&self.world()) {
                return Some(found);
            }
            let woken = tokio::time::timeout_at(deadline.into(), changed.changed()).await;
            woken.ok()?.ok()?;
        }
    }

    pub(crate) fn keep(&self, record: Record) {
        lock(&self.records).push(record);
        self.changed.send_replace(());
    }

    pub(crate) fn records(&self) -> Vec<Record> {
        lock(&self.records).clone()
    }
}
