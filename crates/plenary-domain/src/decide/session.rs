//! Opening and closing sittings.

use crate::command::SessionCommand;
use crate::event::session::{SittingClosed, SittingOpened};
use crate::event::{Event, SessionEvent};
use crate::ids::SittingNumber;
use crate::meeting::Meeting;
use crate::rejection::Rejection;
use crate::request::Request;

pub(super) fn decide(
    meeting: &Meeting,
    request: &Request,
    command: &SessionCommand,
) -> Result<Vec<Event>, Rejection> {
    let current = meeting.sittings.current();
    let fact = match (command, current) {
        (SessionCommand::Open, Some(_)) => None,
        (SessionCommand::Open, None) => {
            let convened = meeting.convened.as_ref().ok_or(Rejection::NotConvened)?;
            if request.at.date_in(&meeting.zone()) < convened.first_day {
                return Err(Rejection::TooEarly(convened.first_day));
            }
            let sitting = meeting.sittings.last.map_or(SittingNumber(1), SittingNumber::next);
            Some(SessionEvent::SittingOpened(SittingOpened { sitting }))
        }
        (SessionCommand::Close, None) if meeting.sittings.last.is_none() => {
            return Err(Rejection::NoSitting);
        }
        (SessionCommand::Close, None) => None,
        (SessionCommand::Close, Some(sitting)) => {
            // A text nobody objected to still waits for the meeting's word.
            let open = meeting.decisions.open().filter(|d| d.objections.is_empty());
            if let Some(decision) = open {
                return Err(Rejection::SittingBusy { sitting, decision: decision.id });
            }
            Some(SessionEvent::SittingClosed(SittingClosed { sitting }))
        }
    };
    Ok(fact.map(Event::Session).into_iter().collect())
}
