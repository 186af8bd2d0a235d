//! One-time codes, as they are shown once to whoever made them.

use plenary_domain::event::people::Invited;
use plenary_service::Outcome;

use super::kit::*;

/// The one-time code of an invitation, with its last day.
pub(super) fn shown(cx: &RenderContext<'_>, invited: &Invited, outcome: &Outcome) -> Part {
    let until = cx.day(invited.expires);
    match &outcome.code {
        Some(code) => {
            let (code, meeting) = (code.to_string(), cx.slug);
            Part::Secret(messages::PeopleCode { code, until, meeting }.say(cx))
        }
        None => {
            let person = invited.person.shown();
            Part::Text(messages::PeopleCodeHidden { person }.say(cx))
        }
    }
}
