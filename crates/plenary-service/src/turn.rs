//! One turn at a time for a meeting.
//!
//! Requests that wait are decided in order, each on the state that includes what was decided just
//! before it but is not yet durable. All new facts go in one append with the exact head. On a
//! conflict everything is decided again on what the others wrote. Nobody is answered before the
//! store has synchronised; an append without an answer is settled by its ids first.

mod log;
mod moment;
mod settle;

pub(crate) use moment::{MeetingClocks, moment};

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use plenary_domain::event::PeopleEvent;
use plenary_domain::{Actor, Case, Entry, Event, Meeting, Timestamp, decide};
use plenary_journal::entry::NewEntry;
use plenary_journal::{AppendError, Head, Journal, PreparedEntry, StoredEntry, StreamName, digest};
use tokio::sync::{mpsc, oneshot};
use tracing::{debug, warn};

use crate::RequestName;
use crate::code::Code;
use crate::codec::{Translator, envelope};
use crate::installation::InstallationSecret;
use crate::meeting_state::MeetingState;
use crate::outcome::{ExecuteError, Failure, Outcome};
use crate::request::Request;

/// How often a batch is decided again after a conflict.
pub(crate) const ATTEMPTS_MAX: usize = 16;
/// The most requests that are decided in one batch.
pub(crate) const TURN_REQUESTS_MAX: usize = 64;
/// The most entries that are read at once.
pub(crate) const PAGE_ENTRIES: usize = 1_000;

/// What the turn of one meeting works with.
pub(crate) struct MeetingPorts {
    pub(crate) stream: StreamName,
    pub(crate) journal: Arc<dyn Journal>,
    pub(crate) translator: Arc<Translator>,
    pub(crate) secret: Arc<InstallationSecret>,
    pub(crate) clocks: MeetingClocks,
}

/// A request that waits for its answer.
pub(crate) struct Pending {
    pub(crate) name: RequestName,
    pub(crate) request: Request,
    pub(crate) answer: oneshot::Sender<Result<Outcome, ExecuteError>>,
}

/// The turn of one meeting: it alone decides and appends in this process.
pub(crate) struct Turn {
    place: MeetingPorts,
    live: Arc<RwLock<MeetingState>>,
    /// The rules' state with what is decided but not yet durable.
    meeting: Meeting,
    head: Head,
}

/// What one request of a batch came to, before the append.
enum Decided {
    /// It stored these entries earlier (first and last number).
    Before(u64, u64),
    /// These entries of the batch are its own.
    New(std::ops::Range<usize>),
    /// It has the same name as an earlier request of this batch.
    SameAs(usize),
    /// It is already done; nothing is stored.
    AlreadySo,
    /// The rules, or something underneath, say no.
    Refused(ExecuteError),
}

impl Turn {
    pub(crate) fn new(place: MeetingPorts, live: Arc<RwLock<MeetingState>>) -> Self {
        let mut turn = Self { place, live, meeting: Meeting::default(), head: Head::EMPTY };
        turn.reset();
        turn
    }

    /// Serves requests until nobody can send any more.
    pub(crate) async fn run(mut self, mut waiting: mpsc::Receiver<Pending>) {
        let mut batch = Vec::with_capacity(TURN_REQUESTS_MAX);
        while waiting.recv_many(&mut batch, TURN_REQUESTS_MAX).await > 0 {
            let answers = self.decide_and_append(&batch).await;
            for (pending, answer) in batch.drain(..).zip(answers) {
                log::log(&pending, &answer);
                // The asker may have gone away; what was stored is stored.
                let _ = pending.answer.send(answer);
            }
        }
    }

    async fn decide_and_append(&mut self, batch: &[Pending]) -> Vec<Result<Outcome, ExecuteError>> {
        for attempt in 0..ATTEMPTS_MAX {
            let (expected, decided, prepared) = self.decide_all(batch).await;
            if prepared.is_empty() {
                // Nothing to append, so nothing told us whether others wrote: look, and if they
                // did, decide again on what is true now.
                match self.catch_up().await {
                    Ok(true) => continue,
                    Ok(false) => return self.answers(batch, decided, &[]).await,
                    Err(failure) => return fail_all(batch, &failure),
                }
            }
            match self.append(&expected, prepared).await {
                Ok(stored) => {
                    return match self.take_over(&stored) {
                        Ok(entries) => self.answers(batch, decided, &entries).await,
                        Err(failure) => {
                            // It is stored; only reading it back failed.
                            warn!(%failure, "what was stored could not be read back");
                            fail_all(batch, &Failure::NotKnownYet)
                        }
                    };
                }
                Err(AppendError::Conflict { actual }) => {
                    debug!(
                        attempt,
                        actual = actual.number,
                        "another process wrote; deciding again"
                    );
                    if let Err(failure) = self.catch_up().await {
                        return fail_all(batch, &failure);
                    }
                }
                Err(AppendError::Unknown(error)) => {
                    warn!(%error, "an append was not answered and could not be settled");
                    self.reset();
                    return fail_all(batch, &Failure::NotKnownYet);
                }
                Err(AppendError::Failed(error)) => {
                    self.reset();
                    return fail_all(batch, &Failure::Journal(error));
                }
            }
        }
        self.reset();
        fail_all(batch, &Failure::Busy)
    }

    /// Decides every request of the batch in order on the tentative state; tells also the head on
    /// which that state stands. A reader may catch up with others' entries meanwhile: the append
    /// then conflicts, as it must.
    async fn decide_all(&mut self, batch: &[Pending]) -> (Head, Vec<Decided>, Vec<PreparedEntry>) {
        // Unless something failed or another process wrote, the tentative state is the durable one;
        // copying it for every request would make each cost as much as the meeting is long.
        if self.head != self.durable_head() {
            self.reset();
        }
        let expected = self.head;
        let mut prepared = Vec::new();
        let mut decided = Vec::with_capacity(batch.len());
        let mut names: HashMap<&RequestName, usize> = HashMap::new();
        for (index, pending) in batch.iter().enumerate() {
            let one = if let Some((first, last)) = self.stored_by(&pending.name) {
                Decided::Before(first, last)
            } else if let Some(earlier) = names.get(&pending.name) {
                Decided::SameAs(*earlier)
            } else {
                names.insert(&pending.name, index);
                self.decide_one(pending, &mut prepared).await.unwrap_or_else(Decided::Refused)
            };
            decided.push(one);
        }
        (expected, decided, prepared)
    }

    async fn decide_one(
        &mut self,
        pending: &Pending,
        prepared: &mut Vec<PreparedEntry>,
    ) -> Result<Decided, ExecuteError> {
        let Request { actor, command } = &pending.request;
        let at = moment(&self.meeting, command, &self.place.clocks)?;
        let code = Code::derive(&self.place.secret.get()?, &pending.name, 0);
        let case = Case { meeting: &self.meeting, at, actor, fresh_code: code.hash() };
        let events = decide(&case, command).map_err(ExecuteError::Rejected)?;
        if events.is_empty() {
            return Ok(Decided::AlreadySo);
        }
        let actor = actor_of(actor, &events);
        let events = self.make_keys(events).await?;
        let first = prepared.len();
        let mut ready = Vec::with_capacity(events.len());
        let mut head = self.head;
        for (index, event) in events.iter().enumerate() {
            let entry = self.prepare(&head, (&pending.name, index), (at, &actor), event)?;
            head = entry.head();
            ready.push(entry);
        }
        // Only now that every fact of the request can be written does the state move on.
        for (entry, event) in ready.iter().zip(events) {
            let actor = actor.clone();
            self.meeting.evolve(&Entry { number: entry.number, at, actor, event });
        }
        self.head = head;
        prepared.extend(ready);
        Ok(Decided::New(first..prepared.len()))
    }

    /// Makes the keys of the persons concerned on a thread where waiting for a disk is fine.
    async fn make_keys(&self, events: Vec<Event>) -> Result<Vec<Event>, Failure> {
        if events.iter().all(|event| event.personal().is_none()) {
            return Ok(events);
        }
        let translator = Arc::clone(&self.place.translator);
        if !translator.waits_for_disk() {
            translator.make_keys(&events).map_err(Failure::from)?;
            return Ok(events);
        }
        let made = tokio::task::spawn_blocking(move || {
            translator.make_keys(&events).map(|()| events).map_err(Failure::from)
        });
        made.await.map_err(|_| Failure::Stopping)?
    }

    fn prepare(
        &self,
        head: &Head,
        (name, index): (&RequestName, usize),
        (at, actor): (Timestamp, &Actor),
        event: &Event,
    ) -> Result<PreparedEntry, Failure> {
        let stream = &self.place.stream;
        let id = digest::entry_id(stream, name.as_str(), index);
        let data = self.place.translator.encode(event, &id)?;
        let fact = NewEntry {
            id,
            kind: event.kind().into(),
            envelope: envelope(at, name.as_str(), actor),
            salt: digest::salt(self.place.secret.get()?.as_bytes(), &id),
            data,
        };
        Ok(PreparedEntry::after(head, stream, fact))
    }

    async fn append(
        &self,
        expected: &Head,
        prepared: Vec<PreparedEntry>,
    ) -> Result<Vec<StoredEntry>, AppendError> {
        let journal = self.place.journal.as_ref();
        match journal.append(&self.place.stream, expected, prepared.clone()).await {
            Ok(appended) => Ok(appended.into_entries()),
            Err(AppendError::Unknown(error)) => {
                debug!(%error, "an append was not answered; settling it by its ids");
                settle::settle(journal, &self.place.stream, expected, prepared).await
            }
            Err(error) => Err(error),
        }
    }

    /// Takes durable entries over into the shared state.
    fn take_over(&mut self, stored: &[StoredEntry]) -> Result<Vec<Entry>, Failure> {
        let translator = &self.place.translator;
        let translated: Result<Vec<Entry>, _> =
            stored.iter().map(|stored| translator.decode(stored)).collect();
        let entries = translated?;
        let mut live = self.live.write().unwrap_or_else(PoisonError::into_inner);
        for (stored, entry) in stored.iter().zip(&entries) {
            // A reader may have caught up with an entry before its writer came here.
            if stored.number == live.head.number + 1 {
                live.check_next(stored)?;
                live.evolve(stored, entry);
            }
        }
        drop(live);
        Ok(entries)
    }

    /// Reads what others appended; `true` if there is anything that the last deciding did not see,
    /// whether it was read here or by a reader before.
    async fn catch_up(&mut self) -> Result<bool, Failure> {
        catch_up(&self.place, &self.live).await?;
        // If others wrote, the next deciding begins by taking it over.
        Ok(self.durable_head() != self.head)
    }

    async fn answers(
        &self,
        batch: &[Pending],
        decided: Vec<Decided>,
        entries: &[Entry],
    ) -> Vec<Result<Outcome, ExecuteError>> {
        let mut answers: Vec<Result<Outcome, ExecuteError>> = Vec::with_capacity(decided.len());
        for (pending, decided) in batch.iter().zip(decided) {
            let answer = match decided {
                Decided::New(range) => {
                    let own = entries.get(range).unwrap_or_default().to_vec();
                    Ok(self.outcome(&pending.name, own, false))
                }
                Decided::Before(first, last) => self
                    .read(first, last)
                    .await
                    .map(|own| self.outcome(&pending.name, own, true))
                    // It is stored: nobody may say that nothing was.
                    .map_err(|_| ExecuteError::Failed(Failure::NotKnownYet)),
                Decided::SameAs(index) => answers
                    .get(index)
                    .cloned()
                    .unwrap_or(Err(ExecuteError::Failed(Failure::Stopping))),
                Decided::AlreadySo => Ok(self.outcome(&pending.name, Vec::new(), false)),
                Decided::Refused(refused) => Err(refused),
            };
            answers.push(answer);
        }
        answers
    }

    fn outcome(&self, name: &RequestName, entries: Vec<Entry>, again: bool) -> Outcome {
        let gives_code = entries
            .iter()
            .any(|entry| matches!(&entry.event, Event::People(PeopleEvent::Invited(_))));
        let secret = if gives_code { self.place.secret.get().ok() } else { None };
        let code = secret.map(|secret| Code::derive(&secret, name, 0));
        Outcome { entries, again, code }
    }

    async fn read(&self, first: u64, last: u64) -> Result<Vec<Entry>, Failure> {
        let count = usize::try_from(last.saturating_sub(first) + 1).unwrap_or(PAGE_ENTRIES);
        let stored = self.place.journal.read(&self.place.stream, first, count).await?;
        let decoded: Result<Vec<Entry>, _> =
            stored.iter().map(|stored| self.place.translator.decode(stored)).collect();
        Ok(decoded?)
    }

    /// Forgets what was decided and not stored.
    fn reset(&mut self) {
        let live = self.live.read().unwrap_or_else(PoisonError::into_inner);
        self.head = live.head;
        self.meeting.clone_from(&live.meeting);
    }

    fn durable_head(&self) -> Head {
        self.live.read().unwrap_or_else(PoisonError::into_inner).head
    }

    fn stored_by(&self, name: &RequestName) -> Option<(u64, u64)> {
        let live = self.live.read().unwrap_or_else(PoisonError::into_inner);
        live.stored_by(name.as_str())
    }
}

/// Reads what was appended since, by whichever process, into the shared state.
pub(crate) async fn catch_up(
    place: &MeetingPorts,
    live: &RwLock<MeetingState>,
) -> Result<(), Failure> {
    loop {
        let from = live.read().unwrap_or_else(PoisonError::into_inner).head.number + 1;
        let page = place.journal.read(&place.stream, from, PAGE_ENTRIES).await?;
        let translated: Result<Vec<Entry>, _> =
            page.iter().map(|stored| place.translator.decode(stored)).collect();
        let entries = translated?;
        let full = page.len() == PAGE_ENTRIES;
        let mut live = live.write().unwrap_or_else(PoisonError::into_inner);
        for (stored, entry) in page.iter().zip(&entries) {
            if stored.number == live.head.number + 1 {
                live.evolve(stored, entry);
            }
        }
        if !full {
            return Ok(());
        }
    }
}

/// Who stands in the envelope: somebody who joins acts in the capacity of the seat that the code
/// opens, and a stranger as nobody (docs/stored-form.md, Envelope).
fn actor_of(actor: &Actor, events: &[Event]) -> Actor {
    let Some(Event::People(PeopleEvent::Joined(joined))) = events.first() else {
        return actor.clone();
    };
    Actor {
        person: actor.person,
        capacity: joined.seat.capacity(),
        delegation: joined.delegation.clone(),
        acting_for: None,
    }
}

fn fail_all(batch: &[Pending], failure: &Failure) -> Vec<Result<Outcome, ExecuteError>> {
    batch.iter().map(|_| Err(ExecuteError::Failed(failure.clone()))).collect()
}
