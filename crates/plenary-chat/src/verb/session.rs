//! Verbs about sittings.

mod close;
mod open;

use plenary_documents::words;
use plenary_domain::Readers;
use plenary_domain::decide::session::SessionFault;
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

/// Why a sitting is not opened or closed.
pub(super) fn refusal(cx: &RenderContext<'_>, fault: &SessionFault) -> String {
    match fault {
        SessionFault::TooEarly(date) => {
            say!(cx.lang, "refuse-too-early", day = words::running_date(*date, cx.lang))
        }
        SessionFault::NoSitting => say!(cx.lang, "refuse-no-sitting"),
        SessionFault::SittingBusy { decision, .. } => {
            say!(cx.lang, "refuse-sitting-busy", number = decision.shown())
        }
    }
}
