//! The state that the rules look at: folded from facts, fact by fact.
//!
//! It holds what `decide` needs and nothing that is only shown; views are folded separately
//! ([`crate::projection`]). No personal field is kept here.

pub mod comment;
pub mod decision;
pub mod paper;
pub mod people;
pub mod reply;
pub mod session;

use jiff::tz::TimeZone;

use crate::agenda::Agenda;
use crate::event::meeting::{Convened, SourceDescribed};
use crate::event::{Entry, Event, MeetingEvent};
use crate::moment::Timestamp;
use crate::roll::{DelegationCode, RollLine};

use comment::Comments;
use decision::Decisions;
use paper::Papers;
use people::People;
use reply::Replies;
use session::Sittings;

/// The rules' state of one meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meeting {
    pub(crate) convened: Option<Convened>,
    pub(crate) roll: Vec<RollLine>,
    pub(crate) sources: Vec<SourceDescribed>,
    pub(crate) people: People,
    pub(crate) replies: Replies,
    pub(crate) agenda: Agenda,
    pub(crate) comments: Comments,
    pub(crate) papers: Papers,
    pub(crate) sittings: Sittings,
    pub(crate) decisions: Decisions,
    pub(crate) last_at: Option<Timestamp>,
}

impl Meeting {
    /// Folds one entry into the state. It cannot fail: what is stored has happened.
    pub fn evolve(&mut self, entry: &Entry) {
        self.last_at = Some(entry.at);
        match &entry.event {
            Event::Meeting(event) => self.evolve_meeting(event),
            Event::People(event) => self.people.evolve(event),
            Event::Reply(event) => {
                let deadline = self.papers.in_force().and_then(|e| e.agenda.deadline.as_ref());
                self.replies.evolve(event, entry.at, deadline);
                if let Some(gone) = reply::ended(event) {
                    self.people.nomination_ended(gone);
                }
            }
            Event::Agenda(event) => self.agenda.apply(event, entry.number),
            Event::Comment(event) => self.comments.evolve(event, &entry.actor),
            Event::Paper(event) => self.papers.evolve(event, &self.agenda),
            Event::Session(event) => self.sittings.evolve(event),
            Event::Decision(event) => self.decisions.evolve(event),
        }
    }

    fn evolve_meeting(&mut self, event: &MeetingEvent) {
        match event {
            MeetingEvent::Convened(convened) => self.convened = Some(convened.clone()),
            MeetingEvent::RollRecorded(roll) => self.roll.clone_from(&roll.delegations),
            MeetingEvent::SourceDescribed(source) => self.sources.push(source.clone()),
        }
    }

    /// The time of the last entry: no later entry is before it.
    pub fn last_at(&self) -> Option<Timestamp> {
        self.last_at
    }

    /// Whether this is a meeting that brings its own clock.
    pub fn is_practice(&self) -> bool {
        self.convened.as_ref().is_some_and(|convened| convened.clock.is_some())
    }

    /// The people and their seats.
    pub fn people(&self) -> &People {
        &self.people
    }

    pub(crate) fn on_roll(&self, code: &DelegationCode) -> Option<&RollLine> {
        self.roll.iter().find(|line| line.code == *code)
    }

    pub(crate) fn zone(&self) -> TimeZone {
        self.convened
            .as_ref()
            .and_then(|convened| TimeZone::get(&convened.zone).ok())
            .unwrap_or(TimeZone::UTC)
    }
}
