//! Opening and closing sittings.

use crate::command::SessionCommand;
use crate::event::session::{SittingClosed, SittingOpened};
use crate::event::{Event, SessionEvent};
use crate::meeting::Meeting;
use crate::rejection::Rejection;
use crate::request::Request;

pub(super) fn decide(
    meeting: &Meeting,
    request: &Request,
    command: &SessionCommand,
) -> Result<Vec<Event>, Rejection> {
    let fact = match (command, meeting.sittings.open()) {
        (SessionCommand::Open, Some(_)) => None,
        (SessionCommand::Open, None) => {
            let convened = meeting.convened.as_ref().ok_or(Rejection::NotConvened)?;
            if request.at.date_in(&meeting.zone()) < convened.first_day {
                return Err(Rejection::TooEarly(convened.first_day));
            }
            let sitting = meeting.sittings.next();
            Some(SessionEvent::SittingOpened(SittingOpened { sitting }))
        }
        (SessionCommand::Close, None) if meeting.sittings.is_empty() => {
            return Err(Rejection::NoSitting);
        }
        (SessionCommand::Close, None) => None,
        (SessionCommand::Close, Some(open)) => {
            let sitting = open.number;
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
