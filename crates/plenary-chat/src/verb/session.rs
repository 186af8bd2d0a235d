//! Verbs about sittings.

mod close;
mod open;

use plenary_domain::Readers;
use plenary_domain::event::SessionEvent;

use super::kit::*;

pub(super) static VERBS: &[&Verb] = &[&open::VERB, &close::VERB];

/// The response to opening or closing a sitting.
pub(super) fn done(cx: &RenderContext<'_>, event: &SessionEvent) -> Response {
    let (id, number) = match event {
        SessionEvent::SittingOpened(opened) => ("session-opened", opened.sitting.0),
        SessionEvent::SittingClosed(closed) => ("session-closed", closed.sitting.0),
    };
    Response::text(Tone::Done, say!(cx.lang, id, number = number))
}

/// Everybody is told of a sitting.
pub(super) fn notices(cx: &RenderContext<'_>, event: &SessionEvent) -> Vec<Notice> {
    let response = Response { tone: Tone::Shown, ..done(cx, event) };
    vec![Notice { to: Audience::Circle(Readers::Delegations), response }]
}
