//! Puts journal, keys, clock, random, service and desk together.

use std::sync::Arc;

use anyhow::{Context, Result, bail};
use jiff::Timestamp;
use plenary_chat::Desk;
use plenary_eventstore::{EventStoreJournal, EventStoreOptions};
use plenary_journal::{
    FolderKeyring, Journal, Keyring, MemoryJournal, MemoryKeyring, Random, SystemRandom,
};
use plenary_service::{Ports, Service, SetClock};
use plenary_sqlite::{SqliteJournal, SqliteOptions};

use crate::settings::{Address, Settings};

/// Everything that a command works with.
pub struct App {
    /// The service.
    pub service: Arc<Service>,
    /// The desk on it.
    pub desk: Arc<Desk>,
    /// The clock of practice meetings; it stands until it is set.
    pub clock: Arc<SetClock>,
    /// Random, for names of requests.
    pub random: Arc<dyn Random>,
}

/// Whether a command writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// It only reads: the journal must be there, and may stand where nothing can be written.
    Read,
    /// It writes to a journal that must be there.
    Existing,
    /// It may write: the journal is made if it is not there.
    Write,
}

impl App {
    /// Opens what the settings name. The practice clock stands until a command sets it.
    ///
    /// # Errors
    /// When the journal or the keys cannot be opened; the sentence names them.
    pub fn open(settings: &Settings, usage: Use) -> Result<Self> {
        let clock = SetClock::standing(Timestamp::UNIX_EPOCH);
        Self::open_with(settings, usage, clock)
    }

    /// Opens what the settings name, with this practice clock.
    ///
    /// # Errors
    /// When the journal or the keys cannot be opened.
    pub fn open_with(settings: &Settings, usage: Use, clock: SetClock) -> Result<Self> {
        let random = random(settings);
        let journal = open_journal(&settings.address()?, settings.max_pages, usage)?;
        let keyring: Arc<dyn Keyring> = match settings.key_folder() {
            Some(folder) => Arc::new(FolderKeyring::new(folder, Arc::clone(&random))),
            None => Arc::new(MemoryKeyring::new(Arc::clone(&random))),
        };
        Self::of(journal, keyring, random, clock)
    }

    /// Checks that the keys are those of the journal before anything is written, unless the
    /// settings say that these are lost.
    ///
    /// # Errors
    /// When they are another installation's or are not there, or the journal cannot be read.
    pub async fn check_keys(&self, settings: &Settings) -> Result<()> {
        if settings.keys_lost {
            return Ok(());
        }
        match self.service.check_keys().await {
            // A store that is away is waited for; the keys are looked at again at the next start.
            Err(failure) if failure.away().is_some() => Ok(()),
            Err(failure) => Err(failure).context(
                "nothing was written, because these keys cannot be used with this journal (if the \
                 right ones are lost for good, set keys_lost = true: the earlier names stay \
                 unreadable)",
            ),
            Ok(()) => Ok(()),
        }
    }

    /// An app on these ports.
    ///
    /// # Errors
    /// When the keys cannot be used.
    pub fn of(
        journal: Arc<dyn Journal>,
        keyring: Arc<dyn Keyring>,
        random: Arc<dyn Random>,
        clock: SetClock,
    ) -> Result<Self> {
        let clock = Arc::new(clock);
        let ports = Ports {
            journal,
            keyring,
            clock: Arc::clone(&clock) as Arc<dyn plenary_service::Clock>,
            machine: Arc::new(plenary_service::SystemClock),
            random: Arc::clone(&random),
        };
        let service = Arc::new(Service::new(ports).context("the keys cannot be used")?);
        let desk = Arc::new(Desk::new(Arc::clone(&service)));
        Ok(Self { service, desk, clock, random })
    }
}

#[cfg(feature = "seeded")]
fn random(settings: &Settings) -> Arc<dyn Random> {
    match settings.seed {
        Some(seed) => Arc::new(plenary_journal::SeededRandom::new(seed)),
        None => Arc::new(SystemRandom),
    }
}

#[cfg(not(feature = "seeded"))]
fn random(_settings: &Settings) -> Arc<dyn Random> {
    Arc::new(SystemRandom)
}

/// Opens the journal at an address.
///
/// # Errors
/// When it cannot be opened. Of a cluster nothing is asked yet: the first call says if it is away.
pub fn open_journal(
    address: &Address,
    max_pages: Option<u32>,
    usage: Use,
) -> Result<Arc<dyn Journal>> {
    Ok(match address {
        Address::Memory => Arc::new(MemoryJournal::new()),
        Address::EventStore(address) => {
            Arc::new(EventStoreJournal::open(address, EventStoreOptions::default())?)
        }
        Address::Sqlite(path) => {
            if usage != Use::Write && !path.exists() {
                bail!("there is no journal at {}; give another with --journal", path.display());
            }
            let options = SqliteOptions {
                read_only: usage == Use::Read,
                max_pages,
                ..SqliteOptions::default()
            };
            Arc::new(SqliteJournal::open(path, options)?)
        }
    })
}
