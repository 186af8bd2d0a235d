//! The views: what is shown, folded from facts. Each is its own type in its own file, apart from
//! the state that the rules look at.
//!
//! [`Views::evolve`] names every family of events and the views that take it, and a view every
//! event of its families, never `_`: a new event stops compilation wherever somebody must decide
//! whether it matters.

pub mod agenda;
pub mod comment;
pub mod disclosure;
pub mod meeting;
pub mod record;
pub mod reply;
pub mod roster;

use std::sync::Arc;

use crate::actor::Actor;
use crate::event::decision::DecisionAdopted;
use crate::event::{DecisionEvent, Entry, Event, PaperEvent};
use crate::ids::EditionId;
use crate::moment::Timestamp;

pub use agenda::AgendaView;
pub use comment::CommentView;
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

/// All views of one meeting as of the same entry. Each is shared with those who still look at it:
/// an entry copies the views that it changes, and no other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Views {
    /// The meeting itself and its roll.
    pub meeting: Arc<MeetingView>,
    /// Who takes part.
    pub roster: Arc<RosterView>,
    /// What delegations answered.
    pub reply: Arc<ReplyView>,
    /// The working agenda and the editions.
    pub agenda: Arc<AgendaView>,
    /// The comments.
    pub comment: Arc<CommentView>,
    /// Sittings and decisions.
    pub record: Arc<RecordView>,
    /// The number of the last entry; 0 before the first.
    pub number: u64,
    /// The time of the last entry.
    pub at: Option<Timestamp>,
}

impl Views {
    /// Folds one entry into the views that its family concerns. A new family stops compilation
    /// here, where somebody must decide who takes it.
    pub fn evolve(&mut self, entry: &Entry) {
        match &entry.event {
            Event::Meeting(event) => Arc::make_mut(&mut self.meeting).evolve(entry, event),
            Event::People(event) => Arc::make_mut(&mut self.roster).evolve(entry, event),
            Event::Reply(event) => {
                let deadline = self.agenda.deadline();
                Arc::make_mut(&mut self.reply).evolve(entry, event, deadline);
                Arc::make_mut(&mut self.roster).evolve_names(event);
            }
            Event::Agenda(event) => {
                Arc::make_mut(&mut self.agenda).evolve(event, entry.number);
            }
            Event::Comment(event) => Arc::make_mut(&mut self.comment).evolve(entry, event),
            Event::Paper(event) => {
                Arc::make_mut(&mut self.agenda).evolve_paper(entry, event);
                if let PaperEvent::Issued(issued) = event {
                    self.amended(entry, issued.edition);
                }
            }
            Event::Session(event) => Arc::make_mut(&mut self.record).evolve_session(entry, event),
            Event::Decision(event) => {
                Arc::make_mut(&mut self.record).evolve_decision(entry, event);
                if let DecisionEvent::DecisionAdopted(adopted) = event {
                    self.adopted(entry, adopted);
                }
            }
        }
        self.number = entry.number;
        self.at = Some(entry.at);
    }

    /// With its decision the meeting adopts the edition that the decision names.
    fn adopted(&mut self, entry: &Entry, adopted: &DecisionAdopted) {
        let put = self.record.decision(adopted.decision);
        if let Some(edition) = put.and_then(|put| put.adopts) {
            let by = (adopted.decision, adopted.sitting);
            Arc::make_mut(&mut self.agenda).adopted(Stamp::of(entry), by, edition);
        }
    }

    /// The edition that is issued because the meeting decided to amend the adopted one is the
    /// adopted one from then on.
    fn amended(&mut self, entry: &Entry, issued: EditionId) {
        let follows = self.agenda.edition(issued).and_then(|edition| edition.follows);
        let amending = self.record.decisions.iter().rfind(|decision| {
            decision.adopted.is_some() && decision.amends.is_some() && decision.amends == follows
        });
        let outcome = amending.and_then(|decision| decision.adopted.as_ref());
        if let (Some(decision), Some(outcome)) = (amending, outcome) {
            let by = (decision.decision, outcome.sitting);
            Arc::make_mut(&mut self.agenda).adopted(Stamp::of(entry), by, issued);
        }
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
