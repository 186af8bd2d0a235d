//! What each speaker was last shown, so that nobody replaces words that they have not seen.
//!
//! Showing an agenda shows all of it; one's own edit shows that one thing. What was never shown
//! counts as unseen: the refusal then shows it, and the same words said again are taken.

use std::collections::HashMap;
use std::sync::Mutex;

use plenary_domain::event::AgendaEvent;
use plenary_domain::{Entry, Event, ItemId};

/// An item, or the note (`None`).
type Thing = Option<ItemId>;

/// What one speaker saw of one meeting's working agenda.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    all: u64,
    own: HashMap<Thing, u64>,
}

impl Seen {
    /// The entry at which this was last seen; 0 for never.
    pub(crate) fn of(&self, thing: Thing) -> u64 {
        self.own.get(&thing).copied().unwrap_or(0).max(self.all)
    }
}

/// What every speaker saw, by meeting and account. It is lost with the process, which is safe:
/// unseen asks once more.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    seen: Mutex<HashMap<(String, String), Seen>>,
}

impl Memory {
    pub(crate) fn of(&self, meeting: &str, account: &str) -> Seen {
        self.with(meeting, account, |seen| seen.clone())
    }

    /// The whole working agenda was shown as of this entry.
    pub(crate) fn shown(&self, meeting: &str, account: &str, number: u64) {
        self.with(meeting, account, |seen| seen.all = number);
    }

    /// One thing was shown as of this entry: a refusal quoted it, or its own author edited it.
    pub(crate) fn quoted(&self, meeting: &str, account: &str, (thing, number): (Thing, u64)) {
        self.with(meeting, account, |seen| seen.own.insert(thing, number));
    }

    /// The speaker edited these things and knows how they read.
    pub(crate) fn edited(&self, meeting: &str, account: &str, entries: &[Entry]) {
        for entry in entries {
            let Event::Agenda(event) = &entry.event else { continue };
            let thing = match event {
                AgendaEvent::ItemAdded(fact) => Some(fact.item),
                AgendaEvent::ItemReworded(fact) => Some(fact.item),
                AgendaEvent::ItemMoved(fact) => Some(fact.item),
                AgendaEvent::ItemRemoved(fact) => Some(fact.item),
                AgendaEvent::FootnoteSet(fact) => Some(fact.item),
                AgendaEvent::NoteWritten(_) => None,
            };
            self.quoted(meeting, account, (thing, entry.number));
        }
    }

    fn with<T>(&self, meeting: &str, account: &str, act: impl FnOnce(&mut Seen) -> T) -> T {
        let mut seen = self.seen.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        act(seen.entry((meeting.to_owned(), account.to_owned())).or_default())
    }
}
