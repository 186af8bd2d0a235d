//! The meeting card: what it is, when, where, under which mandate, and who is invited.

use jiff::tz::TimeZone;

use super::Stamp;
use crate::event::meeting::{Convened, RollRecorded, SourceDescribed};
use crate::event::{Entry, MeetingEvent};
use crate::roll::{DelegationCode, RollLine};

/// The meeting itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeetingView {
    /// As it was convened.
    pub convened: Option<Convened>,
    /// When and by whom.
    pub stamp: Option<Stamp>,
    /// The roll in force.
    pub roll: Option<RollRecorded>,
    /// The sources of the mandates.
    pub sources: Vec<SourceDescribed>,
}

impl MeetingView {
    pub(super) fn evolve(&mut self, entry: &Entry, event: &MeetingEvent) {
        match event {
            MeetingEvent::Convened(convened) => {
                self.convened = Some(convened.clone());
                self.stamp = Some(Stamp::of(entry));
            }
            MeetingEvent::RollRecorded(roll) => self.roll = Some(roll.clone()),
            MeetingEvent::SourceDescribed(source) => self.sources.push(source.clone()),
        }
    }

    /// The delegations in the roll's order.
    pub fn delegations(&self) -> &[RollLine] {
        self.roll.as_ref().map_or(&[], |roll| roll.delegations.as_slice())
    }

    /// The line of one delegation.
    pub fn delegation(&self, code: &DelegationCode) -> Option<&RollLine> {
        self.delegations().iter().find(|line| line.code == *code)
    }

    /// The zone of the place; UTC before the meeting is convened.
    pub fn zone(&self) -> TimeZone {
        self.convened
            .as_ref()
            .and_then(|convened| TimeZone::get(&convened.zone).ok())
            .unwrap_or(TimeZone::UTC)
    }

    /// The IANA name of the zone.
    pub fn zone_name(&self) -> &str {
        self.convened.as_ref().map_or("UTC", |convened| convened.zone.as_str())
    }
}
