//! The stage on which tests play: a service with seeded random, a standing clock, and a journal in
//! memory or in a file.

use std::path::Path;
use std::sync::Arc;

use plenary_domain::{Entry, Event};
use plenary_journal::{Journal, Keyring, MemoryJournal, MemoryKeyring, SeededRandom};
use plenary_service::{ExecuteError, Outcome, Ports, Request, RequestName, Service, SetClock};
use plenary_sqlite::{SqliteJournal, SqliteOptions};

use crate::meeting::{self, SLUG, Step};

/// One service and what it works with.
pub(crate) struct Stage {
    pub(crate) ports: Ports,
    pub(crate) clock: Arc<SetClock>,
    pub(crate) machine: Arc<SetClock>,
    pub(crate) service: Arc<Service>,
}

impl Stage {
    /// A service on a journal in memory.
    pub(crate) fn memory() -> Self {
        Self::on(Arc::new(MemoryJournal::new()))
    }

    /// A service on the journal in this file.
    pub(crate) fn file(path: &Path) -> Self {
        Self::on(Arc::new(SqliteJournal::open(path, SqliteOptions::default()).unwrap()))
    }

    /// A service on this journal, with keys of its own.
    pub(crate) fn on(journal: Arc<dyn Journal>) -> Self {
        let random = Arc::new(SeededRandom::new(7));
        let clock = Arc::new(SetClock::standing(meeting::at(meeting::START)));
        let machine = Arc::new(SetClock::standing(meeting::at(meeting::MACHINE)));
        let keyring: Arc<dyn Keyring> = Arc::new(MemoryKeyring::new(random.clone()));
        Self::with(
            Ports { journal, keyring, clock: clock.clone(), machine: machine.clone(), random },
            (clock, machine),
        )
    }

    fn with(ports: Ports, (clock, machine): (Arc<SetClock>, Arc<SetClock>)) -> Self {
        let service = Arc::new(Service::new(ports.clone()).unwrap());
        Self { ports, clock, machine, service }
    }

    /// Another service, as in another process: the same keys and clock, this journal.
    pub(crate) fn beside(&self, journal: Arc<dyn Journal>) -> Self {
        Self::with(
            Ports { journal, ..self.ports.clone() },
            (self.clock.clone(), self.machine.clone()),
        )
    }

    /// Another service on the same journal.
    pub(crate) fn again(&self) -> Self {
        self.beside(self.ports.journal.clone())
    }

    /// The same journal, without any key and with another secret.
    pub(crate) fn without_keys(&self) -> Self {
        let random = Arc::new(SeededRandom::new(8));
        let keyring: Arc<dyn Keyring> = Arc::new(MemoryKeyring::new(random));
        Self::with(
            Ports { keyring, ..self.ports.clone() },
            (self.clock.clone(), self.machine.clone()),
        )
    }

    /// What everybody does in the example meeting.
    pub(crate) fn script(&self) -> Vec<Step> {
        meeting::script(&self.ports.keyring.secret().unwrap())
    }

    /// One command in the example meeting.
    pub(crate) async fn execute(
        &self,
        request: &str,
        given: Request,
    ) -> Result<Outcome, ExecuteError> {
        self.service.execute(SLUG, name(request), given).await
    }

    /// One step of the script.
    pub(crate) async fn step(&self, step: &Step) -> Result<Outcome, ExecuteError> {
        if let Some(moment) = step.at {
            self.clock.set(meeting::at(moment));
        }
        self.execute(step.name, step.request.clone()).await
    }

    /// Plays the script up to and including the step with this name.
    pub(crate) async fn play_to(self, last: &str) -> Self {
        self.play_steps(0, last).await
    }

    /// Goes on after the step `after`, up to and including `last`.
    pub(crate) async fn play_rest(self, after: &str, last: &str) -> Self {
        let from = self.index(after) + 1;
        self.play_steps(from, last).await
    }

    fn index(&self, request: &str) -> usize {
        self.script().iter().position(|step| step.name == request).expect("no such step")
    }

    async fn play_steps(self, from: usize, last: &str) -> Self {
        let end = self.index(last);
        for step in &self.script()[from..=end] {
            let outcome = self.step(step).await;
            let stored = outcome.as_ref().is_ok_and(|outcome| !outcome.entries.is_empty());
            assert!(stored, "{}: {outcome:?}", step.name);
        }
        self
    }

    /// Plays the whole script.
    pub(crate) async fn play(self) -> Self {
        self.play_to("remove-observer").await
    }

    /// Every entry of the example meeting.
    pub(crate) async fn entries(&self) -> Vec<Entry> {
        self.service.entries(SLUG).await.unwrap()
    }

    /// Every entry of the example meeting as it is stored.
    pub(crate) async fn stored(&self) -> Vec<plenary_journal::StoredEntry> {
        self.service.stored(SLUG).await.unwrap()
    }
}

/// A request's name.
pub(crate) fn name(request: &str) -> RequestName {
    RequestName::new(request).unwrap()
}

/// The kinds of what an outcome stored.
pub(crate) fn kinds(entries: &[Entry]) -> Vec<&'static str> {
    entries.iter().map(|entry| Event::kind(&entry.event)).collect()
}
