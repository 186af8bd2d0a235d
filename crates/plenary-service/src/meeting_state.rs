//! One meeting as it is known now: its views, its head, and the names of requests that stored
//! something. All of it follows from durable entries and from nothing else.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use plenary_domain::event::PeopleEvent;
use plenary_domain::{Entry, Event, Meeting, PersonId, Personal, Views};
use plenary_journal::verify::{Broken, Why};
use plenary_journal::{Head, JournalError, PreparedEntry};

/// What follows from the durable entries of one meeting.
#[derive(Clone, Debug)]
pub struct MeetingState {
    /// The rules' state.
    pub meeting: Meeting,
    /// The views; shared with readers, copied only when one still looks while it changes.
    pub views: Arc<Views>,
    /// The last entry.
    pub head: Head,
    remembered: HashMap<Box<str>, (u64, u64)>,
    accounts: BTreeMap<String, PersonId>,
    /// By which entry another account took the place of one that held a seat.
    replaced_accounts: BTreeMap<String, u64>,
}

impl Default for MeetingState {
    fn default() -> Self {
        Self {
            meeting: Meeting::default(),
            views: Arc::default(),
            head: Head::EMPTY,
            remembered: HashMap::new(),
            accounts: BTreeMap::new(),
            replaced_accounts: BTreeMap::new(),
        }
    }
}

impl MeetingState {
    /// Checks that this entry follows the last one that is known here.
    ///
    /// # Errors
    /// [`JournalError::Damaged`] when one of the two was replaced.
    pub fn check_next(&self, stored: &PreparedEntry) -> Result<(), JournalError> {
        if stored.prev == self.head.digest {
            return Ok(());
        }
        let (stream, number) = (stored.stream.clone(), stored.number);
        Err(Broken { stream, number, why: Why::Unchained }.into())
    }

    /// Takes over the next durable entry with its translation.
    pub fn evolve(&mut self, stored: &PreparedEntry, entry: &Entry) {
        self.bind_account(entry);
        self.meeting.evolve(entry);
        Arc::make_mut(&mut self.views).evolve(entry);
        self.head = stored.head();
        let numbers = self.remembered.entry(stored.envelope.request.clone());
        numbers.or_insert((entry.number, entry.number)).1 = entry.number;
    }

    /// The first and last entry that the request with this name stored.
    pub fn stored_by(&self, request: &str) -> Option<(u64, u64)> {
        self.remembered.get(request).copied()
    }

    /// Every name of a request that stored something, in no order.
    pub fn request_names(&self) -> impl Iterator<Item = &str> {
        self.remembered.keys().map(|name| &**name)
    }

    /// The person to whom this account is bound.
    pub fn person_of(&self, account: &str) -> Option<PersonId> {
        self.accounts.get(account).copied()
    }

    /// The number of the entry by which this account lost its seats to another account.
    pub fn replaced_by(&self, account: &str) -> Option<u64> {
        self.replaced_accounts.get(account).copied()
    }

    /// The account with which a person joined last is the one that counts: a new code for somebody
    /// whose account changed takes the old account's place.
    fn bind_account(&mut self, entry: &Entry) {
        let Event::People(PeopleEvent::Joined(joined)) = &entry.event else { return };
        let Personal::Known(identity) = &joined.personal else { return };
        let Some(account) = &identity.account else { return };
        let others = self.accounts.extract_if(.., |_, person| *person == joined.person);
        if self.meeting.people().seats(joined.person).next().is_some() {
            self.replaced_accounts.extend(others.map(|(account, _)| (account, entry.number)));
        } else {
            others.for_each(drop);
        }
        self.replaced_accounts.remove(account);
        self.accounts.insert(account.clone(), joined.person);
    }
}
