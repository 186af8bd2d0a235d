//! The clock of a practice meeting, which people set so that every seat can come to its verbs.

use plenary_domain::{Capacity, Timestamp};

use super::saying;
use super::turn::Turn;
use crate::desk_error::DeskError;
use crate::messages;
use crate::response::{Response, Tone};

/// Who sets the clock once the meeting has people.
const SEATED: &[Capacity] = &[
    Capacity::Chair,
    Capacity::Secretariat,
    Capacity::Mission,
    Capacity::Expert,
    Capacity::Observer,
    Capacity::Operator,
];

/// Moves the clock on; a meeting that is no practice has none.
pub(super) fn set(turn: &Turn<'_>, then: Timestamp) -> Result<Response, DeskError> {
    let (views, lang) = (&turn.views, turn.lang());
    let is_practice = views.meeting.convened.as_ref().is_some_and(|c| c.clock.is_some());
    if !is_practice {
        return Ok(Response::text(Tone::Refused, messages::PRACTICE_NONE.say(lang)));
    }
    // At a terminal everybody is at home. Elsewhere it is for those who take part, once there are
    // any: until somebody has joined, nobody could begin otherwise.
    let is_begun = views.roster.people().any(|(_, person)| person.joined.is_some());
    if turn.line.channel.is_some() && is_begun {
        turn.allowed(SEATED)?;
    }
    if then < turn.now || !turn.service.set_practice(then) {
        let time = turn.cx(views, &turn.actor(&[])).time(turn.now);
        return Ok(Response::text(Tone::Refused, messages::PracticeBack { time }.say(lang)));
    }
    let actor = turn.actor(&[]);
    Ok(saying::practice(&turn.cx(views, &actor), then))
}
