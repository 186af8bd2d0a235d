//! Opening and closing sittings.

use jiff::civil::Date;

use super::{Case, Decide, Rejection, commands};
use crate::capacity::Capacity;
use crate::event::session::{SittingClosed, SittingOpened};
use crate::event::{Event, SessionEvent};
use crate::ids::{DecisionId, SittingNumber};
use crate::meeting::session::Sitting;

commands! {
    /// About sittings.
    SessionCommand { Open, Close }
}

/// Why a sitting is not opened or closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionFault {
    /// Sittings open on the first day at the earliest.
    TooEarly(Date),
    /// No sitting is open; decisions need one, too.
    NoSitting,
    /// The sitting is still busy with an open decision.
    SittingBusy {
        /// The sitting.
        sitting: SittingNumber,
        /// The decision.
        decision: DecisionId,
    },
}

/// Opens the next sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open;

/// Closes the open one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Close;

impl Decide for Open {
    const BY: &'static [Capacity] = &[Capacity::Chair];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        let meeting = case.meeting;
        if meeting.sittings.open().is_some() {
            return Ok(Vec::new());
        }
        let convened = meeting.convened.as_ref().ok_or(Rejection::NotConvened)?;
        if case.at.date_in(&meeting.zone()) < convened.first_day {
            return Err(SessionFault::TooEarly(convened.first_day).into());
        }
        let opened = SittingOpened { sitting: meeting.sittings.next() };
        Ok(vec![Event::Session(SessionEvent::SittingOpened(opened))])
    }
}

impl Decide for Close {
    const BY: &'static [Capacity] = &[Capacity::Chair];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        let meeting = case.meeting;
        let Some(open) = meeting.sittings.open() else {
            let never = meeting.sittings.is_empty();
            return if never { Err(SessionFault::NoSitting.into()) } else { Ok(Vec::new()) };
        };
        let sitting = open.number;
        // A text nobody objected to still waits for the meeting's word.
        let busy = meeting.decisions.open().filter(|decision| decision.objections.is_empty());
        if let Some(decision) = busy {
            return Err(SessionFault::SittingBusy { sitting, decision: decision.id }.into());
        }
        Ok(vec![Event::Session(SessionEvent::SittingClosed(SittingClosed { sitting }))])
    }
}

impl Case<'_> {
    /// The sitting that is open.
    pub(super) fn sitting(&self) -> Result<&Sitting, SessionFault> {
        self.meeting.sittings.open().ok_or(SessionFault::NoSitting)
    }
}
