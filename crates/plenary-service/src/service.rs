//! What can be asked of the service: execute a command once, show views now or as of then, listen.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use plenary_domain::event::people::CodeHash;
use plenary_domain::{Actor, Case, Command, Entry, Event, PersonId, Timestamp, Views, decide};
use plenary_journal::{CheckedJournal, Delivery, Journal, PreparedEntry, StoredEntry, StreamName};
use tokio::sync::{Mutex, mpsc, oneshot};

use crate::code::Code;
use crate::codec::Translator;
use crate::installation::{self, InstallationSecret};
use crate::meeting_state::MeetingState;
use crate::outcome::{ExecuteError, Failure, Outcome};
use crate::request::Request;
use crate::system_stream::{Cache, SystemStream};
use crate::turn::{MeetingClocks, MeetingPorts, PAGE_ENTRIES, Pending, Turn, catch_up, moment};
use crate::{AsOf, Ports, RequestName};

/// How many requests of one meeting may wait for their turn.
const QUEUE_REQUESTS_MAX: usize = 1_024;

/// An entry with its digest as printed.
#[derive(Clone, Debug)]
pub struct CertifiedEntry {
    /// The entry.
    pub entry: Entry,
    /// Its digest, 64 hexadecimal digits.
    pub digest: String,
}

/// How new views must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// Everything that is stored now is in them, also what other processes wrote: the journal is
    /// asked.
    Current,
    /// What this process knows is in them, such as all that it stored itself.
    Known,
}

/// Serves the meetings of one journal.
pub struct Service {
    ports: Ports,
    secret: Arc<InstallationSecret>,
    rooms: Mutex<HashMap<StreamName, Arc<MeetingHandle>>>,
    system: Cache,
    process: OnceLock<String>,
}

/// One meeting that is being served.
struct MeetingHandle {
    place: MeetingPorts,
    live: Arc<RwLock<MeetingState>>,
    turn: mpsc::Sender<Pending>,
}

impl Service {
    /// A service on these ports.
    ///
    /// # Errors
    /// When the keyring cannot be used.
    pub fn new(ports: Ports) -> Result<Self, Failure> {
        // A damaged keyring is found here; a secret is made only when something is written, so
        // that looking into a journal whose keys are still to come does not stand in their way.
        ports.keyring.existing_secret()?;
        // Nothing that is not whole reaches a view, a paper, an export or an answer.
        let journal: Arc<dyn Journal> = Arc::new(CheckedJournal::new(ports.journal));
        let ports = Ports { journal, ..ports };
        let secret = Arc::new(InstallationSecret::of(Arc::clone(&ports.keyring)));
        Ok(Self {
            ports,
            secret,
            rooms: Mutex::new(HashMap::new()),
            system: Cache::default(),
            process: OnceLock::new(),
        })
    }

    /// Checks, before anything is written, that the keys are those with which this installation
    /// wrote its own streams: each salt follows from the secret and the entry's id. Meetings may
    /// come from elsewhere, and prove nothing.
    ///
    /// # Errors
    /// [`KeyringError::Foreign`] when the secret is another, or is not there.
    pub async fn check_keys(&self) -> Result<(), Failure> {
        installation::check(self.ports.keyring.as_ref(), self.ports.journal.as_ref()).await
    }

    /// What the program gave.
    pub fn ports(&self) -> &Ports {
        &self.ports
    }

    /// A name of this process among those that serve the same journal.
    pub(crate) fn process(&self) -> Result<&str, Failure> {
        if let Some(process) = self.process.get() {
            return Ok(process);
        }
        let mut random = [0; 8];
        self.ports.random.fill(&mut random)?;
        Ok(self.process.get_or_init(|| data_encoding::HEXLOWER.encode(&random)))
    }

    /// One of the streams that Plenary keeps beside the meetings'.
    pub(crate) fn system_stream(&self, name: StreamName) -> SystemStream<'_> {
        SystemStream::new(&self.ports, &self.secret, &self.system, name)
    }

    /// Executes the command once and answers when its events are durable.
    ///
    /// # Errors
    /// [`ExecuteError::Rejected`] when the rules say no; [`ExecuteError::Failed`] when something
    /// underneath is wrong. Either way nothing was stored, except that [`Failure::NotKnownYet`]
    /// says so.
    pub async fn execute(
        &self,
        slug: &str,
        name: RequestName,
        request: Request,
    ) -> Result<Outcome, ExecuteError> {
        let room = self.room(slug).await?;
        let (answer, answered) = oneshot::channel();
        let pending = Pending { name, request, answer };
        // The turn took the request and went away: it may have stored it first.
        let unknown = |_| ExecuteError::Failed(Failure::NotKnownYet);
        room.turn.send(pending).await.map_err(|_| ExecuteError::Failed(Failure::Stopping))?;
        answered.await.map_err(unknown)?
    }

    /// What the rules would let happen now. Nothing is stored, and nothing is promised.
    ///
    /// # Errors
    /// The rejection that `execute` would answer, as far as is known here and now.
    pub async fn dry_run(
        &self,
        slug: &str,
        actor: &Actor,
        command: &Command,
    ) -> Result<Vec<Event>, ExecuteError> {
        let room = self.room(slug).await?;
        let state = read(&room.live);
        let meeting = &state.meeting;
        let at = moment(meeting, command, &room.place.clocks)?;
        let case = Case { meeting, at, actor, fresh_code: CodeHash("0".repeat(64)) };
        decide(&case, command).map_err(ExecuteError::Rejected)
    }

    /// The time of the meeting with these views: its own clock's in a practice meeting.
    pub fn now(&self, views: &Views) -> Timestamp {
        let practice = views.meeting.convened.as_ref().is_none_or(|c| c.clock.is_some());
        let clock = if practice { &self.ports.clock } else { &self.ports.machine };
        Timestamp::new(clock.now())
    }

    /// Remembers that somebody said that the machine's clock is right: within the next day this
    /// process believes it in this meeting, however long ago its last entry is.
    pub async fn confirm_clock(&self, slug: &str) -> Result<(), Failure> {
        self.room(slug).await?.place.clocks.confirm();
        Ok(())
    }

    /// What the request with this name stored, if it is known here to have stored anything.
    pub async fn stored_by(
        &self,
        slug: &str,
        name: &RequestName,
    ) -> Result<Option<Outcome>, Failure> {
        let room = self.room(slug).await?;
        let Some((first, last)) = read(&room.live).stored_by(name.as_str()) else {
            return Ok(None);
        };
        let count = usize::try_from(last - first + 1).unwrap_or(PAGE_ENTRIES);
        let stored = self.ports.journal.read(&room.place.stream, first, count).await;
        // It is stored: nobody may say that nothing was.
        let stored = stored.map_err(|_| Failure::NotKnownYet)?;
        let entries = translate(&room.place.translator, stored.iter().map(|s| &s.entry))?;
        let gives = |entry: &Entry| entry.event.kind().starts_with("people.invited.");
        let code = match entries.iter().any(gives) {
            true => Some(Code::derive(&self.secret.get()?, name, 0)),
            false => None,
        };
        Ok(Some(Outcome { entries, again: true, code }))
    }

    /// The views of a meeting.
    pub async fn views(&self, slug: &str, freshness: Freshness) -> Result<Arc<Views>, Failure> {
        Ok(self.views_for(slug, None, freshness).await?.0)
    }

    /// The views of a meeting, and the person to whom this account is bound in it.
    pub async fn views_for(
        &self,
        slug: &str,
        account: Option<&str>,
        freshness: Freshness,
    ) -> Result<(Arc<Views>, Option<PersonId>), Failure> {
        let room = match freshness {
            Freshness::Current => self.current(slug).await?,
            Freshness::Known => self.room(slug).await?,
        };
        let live = read(&room.live);
        let person = account.and_then(|account| live.person_of(account));
        Ok((Arc::clone(&live.views), person))
    }

    /// The slugs of the meetings, among those that this process serves now, in which the account
    /// is somebody.
    pub async fn meetings_of(&self, account: &str) -> Vec<String> {
        let rooms = self.rooms.lock().await;
        let mine = rooms.iter().filter(|(_, room)| read(&room.live).person_of(account).is_some());
        let mut slugs: Vec<String> =
            mine.filter_map(|(stream, _)| stream.meeting_slug().map(str::to_owned)).collect();
        slugs.sort_unstable();
        slugs
    }

    /// Sets the clock of practice meetings, if it can be set here.
    pub fn set_practice(&self, now: Timestamp) -> bool {
        self.ports.clock.set(now.timestamp())
    }

    /// The views as they were then.
    pub async fn views_as_of(&self, slug: &str, as_of: AsOf) -> Result<Views, Failure> {
        let entries = self.entries(slug).await?;
        Ok(Views::replay(entries.iter().take_while(|entry| as_of.includes(entry))))
    }

    /// The person to whom an account is bound in this meeting.
    pub async fn person_of(&self, slug: &str, account: &str) -> Result<Option<PersonId>, Failure> {
        let room = self.current(slug).await?;
        let person = read(&room.live).person_of(account);
        Ok(person)
    }

    /// The number of the entry by which this account lost its seats to another account.
    pub async fn replaced_by(&self, slug: &str, account: &str) -> Result<Option<u64>, Failure> {
        let room = self.current(slug).await?;
        let entry = read(&room.live).replaced_by(account);
        Ok(entry)
    }

    /// The names of all requests that stored something in this meeting, in order.
    pub async fn request_names(&self, slug: &str) -> Result<Vec<String>, Failure> {
        let room = self.current(slug).await?;
        let mut names: Vec<String> = read(&room.live).request_names().map(str::to_owned).collect();
        names.sort_unstable();
        Ok(names)
    }

    /// Every entry of a meeting, translated.
    pub async fn entries(&self, slug: &str) -> Result<Vec<Entry>, Failure> {
        let stored = self.stored(slug).await?;
        let room = self.room(slug).await?;
        let decoded: Result<Vec<Entry>, _> =
            stored.iter().map(|stored| room.place.translator.decode(stored)).collect();
        Ok(decoded?)
    }

    /// Every entry of a meeting with its digest, for the history.
    pub async fn certified(&self, slug: &str) -> Result<Vec<CertifiedEntry>, Failure> {
        let stored = self.stored(slug).await?;
        let room = self.room(slug).await?;
        let entries = translate(&room.place.translator, stored.iter().map(|s| &s.entry))?;
        let digests = stored.iter().map(|stored| stored.digest.to_string());
        let both = entries.into_iter().zip(digests);
        Ok(both.map(|(entry, digest)| CertifiedEntry { entry, digest }).collect())
    }

    /// Every entry of a meeting as stored.
    pub async fn stored(&self, slug: &str) -> Result<Vec<StoredEntry>, Failure> {
        let stream = meeting_stream(slug)?;
        let mut all = Vec::new();
        loop {
            let from = all.len() as u64 + 1;
            let page = self.ports.journal.read(&stream, from, PAGE_ENTRIES).await?;
            let full = page.len() == PAGE_ENTRIES;
            all.extend(page);
            if !full {
                return Ok(all);
            }
        }
    }

    /// Hears every entry of a meeting from number `from` on, until the receiver is dropped.
    pub async fn listen(&self, slug: &str, from: u64) -> Result<mpsc::Receiver<Entry>, Failure> {
        let room = self.room(slug).await?;
        let stream = room.place.stream.clone();
        let translator = Arc::clone(&room.place.translator);
        let mut subscription = self.ports.journal.subscribe(None).await?;
        let (sender, receiver) = mpsc::channel(QUEUE_REQUESTS_MAX);
        tokio::spawn(async move {
            while let Some(delivery) = subscription.next().await {
                let Delivery::Entry(stored) = delivery else { continue };
                if stored.stream != stream || stored.number < from {
                    continue;
                }
                // An entry that cannot be read, as of a newer Plenary, ends the listening;
                // `execute` says why.
                let entry = match translator.decode(&stored) {
                    Ok(entry) => entry,
                    Err(error) => {
                        tracing::error!(%stream, number = stored.number, %error, "not heard");
                        return;
                    }
                };
                if sender.send(entry).await.is_err() {
                    return;
                }
            }
        });
        Ok(receiver)
    }

    /// The translator of a meeting's stream.
    pub fn translator(&self, slug: &str) -> Result<Translator, Failure> {
        Ok(Translator::new(meeting_stream(slug)?, Arc::clone(&self.ports.keyring)))
    }

    /// The room of a meeting with everything in it that is stored now.
    async fn current(&self, slug: &str) -> Result<Arc<MeetingHandle>, Failure> {
        let room = self.room(slug).await?;
        catch_up(&room.place, &room.live).await?;
        Ok(room)
    }

    async fn room(&self, slug: &str) -> Result<Arc<MeetingHandle>, Failure> {
        let stream = meeting_stream(slug)?;
        // If the task of a meeting has ended, a new one is started; a running one is kept.
        if let Some(room) = self.rooms.lock().await.get(&stream).filter(|r| !r.turn.is_closed()) {
            return Ok(Arc::clone(room));
        }
        // Replaying a long history must not keep other meetings waiting, so the lock is not held.
        // Of two that are opened at once one is dropped, and its task ends with it.
        let room = self.open_room(&stream).await?;
        let mut rooms = self.rooms.lock().await;
        match rooms.get(&stream).filter(|room| !room.turn.is_closed()) {
            Some(first) => Ok(Arc::clone(first)),
            None => {
                rooms.insert(stream, Arc::clone(&room));
                Ok(room)
            }
        }
    }

    async fn open_room(&self, stream: &StreamName) -> Result<Arc<MeetingHandle>, Failure> {
        let translator = Translator::new(stream.clone(), Arc::clone(&self.ports.keyring));
        let translator = Arc::new(translator);
        let clocks = MeetingClocks {
            practice: Arc::clone(&self.ports.clock),
            machine: Arc::clone(&self.ports.machine),
            confirmed: Arc::default(),
        };
        let place = || MeetingPorts {
            stream: stream.clone(),
            journal: Arc::clone(&self.ports.journal),
            translator: Arc::clone(&translator),
            secret: Arc::clone(&self.secret),
            clocks: clocks.clone(),
        };
        let live = Arc::new(RwLock::new(MeetingState::default()));
        catch_up(&place(), &live).await?;
        let (turn, waiting) = mpsc::channel(QUEUE_REQUESTS_MAX);
        tokio::spawn(Turn::new(place(), Arc::clone(&live)).run(waiting));
        Ok(Arc::new(MeetingHandle { place: place(), live, turn }))
    }
}

fn meeting_stream(slug: &str) -> Result<StreamName, Failure> {
    StreamName::meeting(slug).map_err(|bad| Failure::BadName(bad.to_string()))
}

fn read(live: &RwLock<MeetingState>) -> std::sync::RwLockReadGuard<'_, MeetingState> {
    live.read().unwrap_or_else(PoisonError::into_inner)
}

/// The entries of an exported or stored stream, translated with the available keys.
///
/// # Errors
/// When an entry was written by a newer Plenary or its data is not what its kind says.
pub fn translate<'e>(
    translator: &Translator,
    stored: impl IntoIterator<Item = &'e PreparedEntry>,
) -> Result<Vec<Entry>, Failure> {
    let decoded: Result<Vec<Entry>, _> =
        stored.into_iter().map(|stored| translator.decode(stored)).collect();
    Ok(decoded?)
}
