//! The clock of a practice meeting, which people set so that every seat can come to its verbs.

use plenary_domain::At;

use super::{Desk, Turn};
use crate::render;
use crate::reply::{Reply, Tone};
use crate::say::say;
use crate::trouble::Trouble;

impl Desk {
    /// Moves the clock on; a meeting that is no practice has none.
    pub(super) fn practice(&self, turn: &Turn<'_>, then: At) -> Result<Reply, Trouble> {
        let (views, lang) = (turn.views(), turn.line.lang);
        let is_practice = views.meeting.convened.as_ref().is_some_and(|c| c.clock.is_some());
        if !is_practice {
            return Ok(Reply::text(Tone::Refused, say!(lang, "practice-none")));
        }
        if then < turn.now || !self.service.set_practice(then) {
            return Ok(Reply::text(Tone::Refused, say!(lang, "practice-back")));
        }
        let actor = turn.seats.actor(&[]);
        Ok(render::practice(&turn.room_of(&views, &actor), then))
    }
}
