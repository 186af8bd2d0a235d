//! Verbs about sittings.

mod close;
mod open;

use plenary_documents::words;
use plenary_domain::Readers;
use plenary_domain::decide::session::SessionFault;
use plenary_domain::event::SessionEvent;

use super::kit::*;

pub(super) static VERBS: &[&Verb] = &[&open::VERB, &close::VERB];

/// The response to opening or closing a session.
pub(super) fn done(cx: &RenderContext<'_>, event: &SessionEvent) -> Response {
    let text = match event {
        SessionEvent::SittingOpened(opened) => {
            let ordinal = words::ordinal(opened.sitting.0, cx.lang);
            messages::SessionOpened { ordinal }.say(cx)
        }
        SessionEvent::SittingClosed(closed) => {
            let ordinal = words::ordinal(closed.sitting.0, cx.lang);
            messages::SessionClosed { ordinal }.say(cx)
        }
    };
    Response::text(Tone::Done, text)
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
            messages::RefuseTooEarly { day: words::running_date(*date, cx.lang) }.say(cx)
        }
        SessionFault::NoSitting => messages::REFUSE_NO_SITTING.say(cx),
        SessionFault::SittingBusy { decision, .. } => {
            messages::RefuseSittingBusy { number: decision.shown() }.say(cx)
        }
    }
}
