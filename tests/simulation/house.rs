//! The house: two processes on one journal, each with a desk, that crash and come back; and the
//! platform in which it is told what happens.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use plenary_chat::desk::AnnouncementChannel;
use plenary_chat::{Desk, Language, Line, Response};
use plenary_journal::{Journal, MemoryJournal, MemoryKeyring, SeededRandom, StoredEntry};
use plenary_journal::{StreamName, verify};
use plenary_service::{Deliveries, Ports, Service, SetClock, SystemClock};
use tokio::task::JoinHandle;

use crate::weather::{Dice, Weather};

pub(crate) const SLUG: &str = "light-v";
pub(crate) const PROCESSES: usize = 2;
const ENTRIES_MAX: usize = 10_000;

/// One process.
struct Process {
    desk: Arc<Desk>,
    weather: Arc<Weather>,
    tells: Option<JoinHandle<()>>,
}

/// How often each entry was told in the channel.
pub(crate) type Told = Arc<Mutex<BTreeMap<u64, usize>>>;

/// Both processes and what they share.
pub(crate) struct House {
    pub(crate) dice: Dice,
    pub(crate) clock: Arc<SetClock>,
    pub(crate) told: Told,
    /// What may be told twice: whoever had claimed it crashed before it was marked as told.
    pub(crate) may_repeat: BTreeSet<u64>,
    journal: Arc<MemoryJournal>,
    keyring: Arc<MemoryKeyring>,
    random: Arc<SeededRandom>,
    calm: Arc<AtomicBool>,
    processes: Vec<Process>,
    home: Option<AnnouncementChannel>,
}

impl House {
    pub(crate) fn new(seed: u64) -> Self {
        let random = Arc::new(SeededRandom::new(seed));
        let mut house = Self {
            dice: Dice::of(seed),
            clock: Arc::new(SetClock::standing("2007-10-05T14:00:00Z".parse().unwrap())),
            told: Told::default(),
            may_repeat: BTreeSet::new(),
            journal: Arc::new(MemoryJournal::new()),
            keyring: Arc::new(MemoryKeyring::new(random.clone())),
            random,
            calm: Arc::new(AtomicBool::new(true)),
            processes: Vec::new(),
            home: None,
        };
        house.processes = (0..PROCESSES).map(|_| house.process()).collect();
        house
    }

    fn process(&self) -> Process {
        let (dice, calm) = (self.dice.clone(), Arc::clone(&self.calm));
        let weather = Arc::new(Weather::new(Arc::clone(&self.journal), dice, calm));
        let desk = Arc::new(Desk::new(Arc::new(self.service(weather.clone()))));
        Process { desk, weather, tells: None }
    }

    fn service(&self, journal: Arc<dyn Journal>) -> Service {
        let (keyring, clock) = (self.keyring.clone(), self.clock.clone());
        Service::new(Ports {
            journal,
            keyring,
            clock,
            machine: Arc::new(SystemClock),
            random: self.random.clone(),
        })
        .unwrap()
    }

    /// A process that has seen nothing yet, and that nothing happens to.
    pub(crate) fn witness(&self) -> Service {
        self.service(self.journal.clone())
    }

    pub(crate) fn desk(&self, process: usize) -> Arc<Desk> {
        Arc::clone(&self.processes[process].desk)
    }

    /// Whether things go wrong from now on.
    pub(crate) fn is_calm(&self, calm: bool) {
        self.calm.store(calm, Ordering::SeqCst);
    }

    /// A process is asked; `None` when it crashed over it.
    pub(crate) async fn hears(&mut self, process: usize, line: Line) -> Option<Response> {
        let desk = self.desk(process);
        let answer = tokio::spawn(async move { desk.answer(line).await });
        if !self.calm.load(Ordering::SeqCst) && self.dice.falls(60) {
            let after = Duration::from_millis(self.dice.below(120) as u64);
            return match tokio::time::timeout(after, answer).await {
                Ok(answer) => Some(answer.unwrap()),
                Err(_) => {
                    self.crash(process).await;
                    None
                }
            };
        }
        Some(answer.await.unwrap())
    }

    /// A process ends in the middle of whatever it does, and another begins in its place.
    pub(crate) async fn crash(&mut self, process: usize) {
        self.processes[process].weather.dead.store(true, Ordering::SeqCst);
        if let Some(tells) = self.processes[process].tells.take() {
            tells.abort();
            let _ = tells.await;
            let witness = self.witness();
            let home = self.home.as_ref().unwrap();
            let progress = deliveries(&witness, home).progress().await.unwrap();
            self.may_repeat.extend(progress.open.into_keys());
        }
        self.processes[process] = self.process();
        if self.home.is_some() {
            self.tell(process);
        }
    }

    /// From now on the channel is told what happens, by both processes.
    pub(crate) async fn tells(&mut self) {
        let homes = self.desk(0).homes("discord").await.unwrap();
        self.home = homes.into_iter().next();
        (0..PROCESSES).for_each(|process| self.tell(process));
    }

    fn tell(&mut self, process: usize) {
        let (desk, home) = (self.desk(process), self.home.clone().unwrap());
        let (told, dice) = (Arc::clone(&self.told), self.dice.clone());
        self.processes[process].tells = Some(tokio::spawn(async move {
            let mut news = loop {
                match desk.announcements(&home, Language::En).await {
                    Ok(news) => break news,
                    Err(_) => tokio::time::sleep(Duration::from_secs(1)).await,
                }
            };
            while let Some(news) = news.recv().await {
                tokio::time::sleep(Duration::from_millis(dice.below(30) as u64)).await;
                *told.lock().unwrap().entry(news.entry).or_default() += 1;
                while desk.told(&home, &news).await.is_err() {
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
            }
        }));
    }

    /// The last entry that is not told, because the channel was bound after it.
    pub(crate) fn told_after(&self) -> u64 {
        self.home.as_ref().map_or(u64::MAX, |home| home.after)
    }

    /// What stands in the meeting's stream, with its chain checked.
    pub(crate) async fn stored(&self) -> Result<Vec<StoredEntry>, String> {
        let stream = stream();
        let stored = self.journal.read(&stream, 1, ENTRIES_MAX).await.unwrap();
        let mut verifier = verify::Chain::new(stream.clone());
        for entry in &stored {
            verifier.check(entry).map_err(|broken| broken.to_string())?;
        }
        let head = self.journal.head(&stream).await.unwrap();
        verifier.check_head(&head).map_err(|broken| broken.to_string())?;
        Ok(stored)
    }
}

fn deliveries<'s>(service: &'s Service, home: &AnnouncementChannel) -> Deliveries<'s> {
    let to = format!("{}.{}", home.front, home.place.channel);
    Deliveries::new(service, &home.meeting, &to).unwrap()
}

/// The meeting's stream.
pub(crate) fn stream() -> StreamName {
    StreamName::meeting(SLUG).unwrap()
}
