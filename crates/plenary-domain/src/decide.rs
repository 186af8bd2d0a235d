//! How a wish becomes facts, or a rejection. Pure: the same state and request, the same answer.
//!
//! Each family decides in its own file. Authority comes from the meeting's own history: first that
//! the actor holds the seat, then that the seat may do this at all, then what the family knows.
//! No facts means "already so": asking twice is not an error.

mod agenda;
mod comment;
mod decision;
mod meeting;
mod paper;
mod people;
mod reply;
mod session;

use crate::capacity::Capacity;
use crate::command::{Command, MeetingCommand};
use crate::event::Event;
use crate::meeting::Meeting;
use crate::moment::Received;
use crate::rejection::Rejection;
use crate::request::Request;
use crate::roll::DelegationCode;

/// Decides one request on the state of the meeting.
///
/// # Errors
/// A [`Rejection`] says why nothing happened; the state is untouched either way.
pub fn decide(meeting: &Meeting, request: &Request) -> Result<Vec<Event>, Rejection> {
    authorise(meeting, request)?;
    match &request.command {
        Command::Meeting(command) => meeting::decide(meeting, command),
        Command::People(command) => people::decide(meeting, request, command),
        Command::Reply(command) => reply::decide(meeting, request, command),
        Command::Agenda(command) => agenda::decide(meeting, command),
        Command::Comment(command) => comment::decide(meeting, request, command),
        Command::Paper(command) => paper::decide(meeting, request, command),
        Command::Session(command) => session::decide(meeting, request, command),
        Command::Decision(command) => decision::decide(meeting, request, command),
    }
}

fn authorise(meeting: &Meeting, request: &Request) -> Result<(), Rejection> {
    let actor = &request.actor;
    let convening = matches!(&request.command, Command::Meeting(MeetingCommand::Convene { .. }));
    if meeting.convened.is_none() && !convening {
        return Err(Rejection::NotConvened);
    }
    let may = request.command.allowed();
    if !may.contains(&actor.capacity) {
        let observer = actor.capacity == Capacity::Observer;
        let members_act = matches!(&request.command, Command::Decision(_)) && observer;
        return Err(if members_act && may == [Capacity::Mission] {
            Rejection::MembersOnly
        } else {
            Rejection::NotAllowed { capacity: actor.capacity, may }
        });
    }
    if !meeting.people.holds(actor) {
        return Err(Rejection::NotHeld(actor.capacity));
    }
    match &actor.acting_for {
        None => Ok(()),
        Some(_) if actor.capacity != Capacity::Secretariat => {
            Err(Rejection::NotAllowed { capacity: actor.capacity, may: &[Capacity::Secretariat] })
        }
        Some(code) => match meeting.on_roll(code) {
            Some(_) => Ok(()),
            None => Err(Rejection::UnknownDelegation(code.clone())),
        },
    }
}

/// The delegation whose act this is; the secretariat must name it.
fn speaks_for(request: &Request) -> Result<&DelegationCode, Rejection> {
    request.actor.speaks_for().ok_or(Rejection::ForWhom)
}

/// What is claimed about reception must be a real moment that is not in the future.
fn check_received(request: &Request, received: Option<&Received>) -> Result<(), Rejection> {
    let Some(received) = received else { return Ok(()) };
    if !received.is_consistent() {
        return Err(Rejection::ReceivedNowhere(received.date));
    }
    if received.instant > request.at {
        return Err(Rejection::ReceivedInFuture(received.date));
    }
    crate::text::check(crate::text::TextField::Name, &received.way)?;
    crate::text::check_optional(crate::text::TextField::Name, received.reference.as_deref())
}
