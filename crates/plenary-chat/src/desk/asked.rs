//! What a form asks for, as its press says.

use plenary_domain::EditionId;
use plenary_service::DraftId;

use crate::action::Action;
use crate::press::Press;
use crate::utterance::Utterance;
use crate::verb::PAPER_RETURN;

/// The field of the form that sends an edition back.
pub(super) const REASON: &str = "reason";
/// The edition that was to be sent back, where the form asked only for the reason.
pub(super) const EDITION: &str = "edition";

/// What is asked for in a form.
pub(super) enum Asked<'p> {
    /// The words that a verb still lacks.
    Words(&'p Utterance),
    /// The reason why an edition is sent back, and what was typed of it before.
    Reason(EditionId, Option<&'p str>),
    /// What was typed into a form that was refused.
    Again(&'p DraftId),
}

pub(super) fn asked(press: &Press) -> Option<Asked<'_>> {
    match &press.action {
        Action::Form(said) => Some(Asked::Words(said)),
        Action::PaperReturn(edition) => Some(Asked::Reason(*edition, None)),
        Action::FormAgain(draft) => Some(Asked::Again(draft)),
        // These are done at once.
        Action::CommentSend(_)
        | Action::CommentSendPrivate(_)
        | Action::CommentDrop(_)
        | Action::CommentOn(_)
        | Action::CommentWithdraw(_)
        | Action::DraftEnter(_)
        | Action::DraftNo(_)
        | Action::PaperRead(_)
        | Action::PaperApprove(_)
        | Action::DecisionObject(_)
        | Action::PeopleNotMe(_)
        | Action::ReplyShow(_)
        | Action::ReplyConfirm(_)
        | Action::ClockRight(_)
        | Action::Share(_) => None,
    }
}

/// What a form that was refused asks for again.
pub(super) fn typed_before(said: &Utterance) -> Asked<'_> {
    let edition = said.get(EDITION).filter(|_| said.verb == PAPER_RETURN.said);
    match edition.and_then(|id| id.parse::<EditionId>().ok()) {
        Some(edition) => Asked::Reason(edition, said.get(REASON)),
        None => Asked::Words(said),
    }
}
