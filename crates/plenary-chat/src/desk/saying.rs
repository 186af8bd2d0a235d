//! What the desk itself says: why a line has no good answer, and what happened to the clock.

use plenary_domain::Timestamp;
use plenary_service::Failure;

use crate::desk_error::DeskError;
use crate::line::Line;
use crate::messages;
use crate::render::RenderContext;
use crate::response::{Response, Tone};
use crate::{Language, verb};

/// What went wrong, in words, with the remedy.
pub(super) fn error(cx: &RenderContext<'_>, line: &Line, error: DeskError) -> Response {
    match error {
        DeskError::ParseError(error) => verb::not_understood(cx, line, &error),
        DeskError::Rejected(rejection) => verb::refusal(cx, &rejection),
        DeskError::Failed(failure) => {
            verb::failure(cx.lang, line.slug(), &failure).and(verb::reference(cx.lang, line))
        }
        DeskError::Stale => verb::or_what_waits(cx, messages::PRESS_STALE.say(cx)),
        DeskError::NoMeeting => {
            let text = messages::NoMeeting { meeting: line.slug() }.say(cx);
            Response::text(Tone::Refused, text)
        }
    }
}

/// What failed underneath, before it was known what is said to whom.
pub(super) fn failed(lang: Language, failure: &Failure) -> Response {
    verb::failure(lang, "", failure)
}

/// The practice clock was set.
pub(super) fn practice(cx: &RenderContext<'_>, then: Timestamp) -> Response {
    let place = cx.views.meeting.zone_name().replace('_', " ");
    Response::text(Tone::Done, messages::PracticeNow { time: cx.time(then), place }.say(cx))
}

/// The answer to [No]: nothing was changed.
pub(super) fn nothing_changed(lang: Language) -> Response {
    Response::text(Tone::Done, messages::NOTHING_CHANGED.say(lang))
}
