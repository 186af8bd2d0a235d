//! The views: what is shown, folded from facts. Each is its own type in its own file, apart from
//! the state that the rules look at.
//!
//! A view names every family of facts: one that it does not need is listed as such, never `_`, so
//! that a new fact stops compilation wherever somebody must decide whether it matters.

pub mod agenda;
pub mod comment;
pub mod disclosure;
pub mod meeting;
pub mod record;
pub mod reply;
pub mod roster;

use crate::event::Entry;
use crate::moment::Timestamp;
use crate::request::Actor;

pub use agenda::AgendaView;
pub use comment::CommentView;
pub use disclosure::Reader;
pub use meeting::MeetingView;
pub use record::RecordView;
pub use reply::ReplyView;
pub use roster::RosterView;

/// Who did something, when, and at which entry it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The entry's number.
    pub entry: u64,
    /// The service's time.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
}

impl Stamp {
    /// The stamp of an entry.
    pub fn of(entry: &Entry) -> Self {
        Self { entry: entry.number, at: entry.at, actor: entry.actor.clone() }
    }
}

/// All views of one meeting as of the same entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Views {
    /// The meeting itself and its roll.
    pub meeting: MeetingView,
    /// Who takes part, and which codes are open.
    pub roster: RosterView,
    /// What delegations answered.
    pub reply: ReplyView,
    /// The working agenda and the editions.
    pub agenda: AgendaView,
    /// The comments.
    pub comment: CommentView,
    /// Sittings and decisions.
    pub record: RecordView,
    /// The number of the last entry; 0 before the first.
    pub number: u64,
    /// The time of the last entry.
    pub at: Option<Timestamp>,
}

impl Views {
    /// Folds one entry into every view.
    pub fn evolve(&mut self, entry: &Entry) {
        self.meeting.evolve(entry);
        self.roster.evolve(entry);
        self.reply.evolve(entry);
        self.agenda.evolve(entry);
        self.comment.evolve(entry);
        self.record.evolve(entry);
        self.number = entry.number;
        self.at = Some(entry.at);
    }

    /// The views after these entries.
    pub fn replay<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Self {
        let mut views = Self::default();
        for entry in entries {
            views.evolve(entry);
        }
        views
    }
}
