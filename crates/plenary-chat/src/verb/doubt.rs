//! What may be a slip: asked about before it is done, never refused.

use plenary_documents::words;
use plenary_domain::{Received, Views};
use plenary_service::DraftId;

use super::intent::Doubt;
use super::kit::*;

/// Whether something is said to have been received before anybody was asked for it.
pub(super) fn of_receipt(received: Option<&Received>, views: &Views) -> Option<Doubt> {
    let received = received?.date;
    let asking = views.agenda.editions().iter().find(|edition| edition.with_note);
    let issued = asking?.issued.as_ref()?.at.date_in(&views.meeting.zone());
    (received < issued).then_some(Doubt::OlderThanNote { received, issued })
}

/// The doubt in words.
pub(super) fn said(cx: &RenderContext<'_>, doubt: Doubt) -> String {
    match doubt {
        Doubt::OlderThanNote { received, issued } => {
            let day = |date| words::running_date(date, cx.lang);
            messages::DoubtOlder { received: day(received), issued: day(issued) }.say(cx)
        }
    }
}

/// Asks whether it is right; the draft holds what was said.
pub(crate) fn ask(cx: &RenderContext<'_>, doubt: Doubt, draft: &DraftId) -> Response {
    let press = |action| Press::new(action, cx.views.number);
    Response::text(Tone::Asked, said(cx, doubt))
        .button(messages::BUTTON_YES.say(cx), press(Action::DraftEnter(draft.clone())))
        .button(messages::BUTTON_DROP.say(cx), press(Action::CommentDrop(draft.clone())))
}
