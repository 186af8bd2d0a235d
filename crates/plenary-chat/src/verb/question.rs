//! What is asked once more before it is done: what it is, what follows, [Yes] and [No].

use plenary_service::DraftId;

use super::intent::Question;
use super::kit::*;
use super::{decision, doubt, paper, people};

/// Asks; the draft holds what was said.
pub(crate) fn ask(cx: &RenderContext<'_>, question: &Question, draft: &DraftId) -> Response {
    let asked = match question {
        Question::OlderThanNote { received, issued } => {
            Response::text(Tone::Asked, doubt::said(cx, *received, *issued))
        }
        Question::Issue(edition) => paper::ask_issue(cx, *edition),
        Question::Appoint(person, office) => people::ask_appoint(cx, *person, office),
        Question::Remove(remove, seats) => people::ask_remove(cx, remove, seats),
        Question::Adopt(id) => decision::ask_adopt(cx, *id),
        Question::Vote(id, count) => decision::ask_vote(cx, *id, *count),
    };
    let yes = match question {
        Question::OlderThanNote { .. } => messages::BUTTON_YES,
        Question::Issue(_) => messages::BUTTON_ISSUE,
        Question::Appoint(..) => messages::BUTTON_APPOINT,
        Question::Remove(..) => messages::BUTTON_REMOVE,
        Question::Adopt(_) | Question::Vote(..) => messages::BUTTON_RECORD,
    };
    let press = |action| Press::new(action, cx.views.number);
    asked
        .button(yes.say(cx), press(Action::DraftEnter(draft.clone())))
        .button(messages::BUTTON_NO.say(cx), press(Action::DraftNo(draft.clone())))
}

/// The same, where what was asked before is not what would be done now.
pub(crate) fn ask_again(cx: &RenderContext<'_>, question: &Question, draft: &DraftId) -> Response {
    let asked = ask(cx, question, draft);
    Response::text(Tone::Asked, messages::ASKED_AGAIN.say(cx)).followed_by(asked)
}
