//! What a press on a button does. It carries no authority: whoever presses is looked up again, and
//! a button whose thing has moved on says so.

use plenary_domain::decide::{comment, decision, people, reply};
use plenary_domain::{Capacity, Readers};

use super::turn::Turn;
use super::{asking, clock, drafting, editions, sharing};
use crate::action::Action;
use crate::desk_error::DeskError;
use crate::response::Response;
use crate::verb;

pub(super) async fn press(turn: &Turn<'_>, action: &Action) -> Result<Response, DeskError> {
    match action {
        Action::CommentSend(draft) => drafting::send(turn, draft, None).await,
        Action::CommentSendPrivate(draft) => {
            drafting::send(turn, draft, Some(Readers::Secretariat)).await
        }
        Action::DraftEnter(draft) => drafting::enter(turn, draft).await,
        Action::DraftNo(draft) => drafting::no(turn, draft).await,
        Action::CommentDrop(draft) => drafting::discard(turn, draft).await,
        Action::CommentOn(chosen) => drafting::choose(turn, chosen).await,
        Action::CommentWithdraw(comment) => {
            turn.does(comment::Withdraw { comment: *comment, reason: None }).await
        }
        Action::PaperRead(edition) => editions::read(turn, *edition).await,
        Action::PaperApprove(edition) => editions::approve(turn, *edition).await,
        Action::PaperReturn(edition) => editions::how_to_return(turn, *edition),
        Action::DecisionObject(decision) => {
            turn.does(decision::Object { decision: Some(*decision), reason: None }).await
        }
        Action::PeopleNotMe(code) => turn.does(people::NotMe { code: *code }).await,
        Action::ReplyShow(_) => {
            let actor = turn.actor(&[Capacity::Mission, Capacity::Secretariat]);
            Ok(verb::replies(&turn.cx(&turn.views, &actor), None))
        }
        Action::ReplyConfirm(presentation) => {
            turn.does(reply::ConfirmPresentation { presentation: *presentation }).await
        }
        Action::ClockRight(_) => clock::confirm(turn).await,
        // Where no form was opened: said as far as it goes, so that the response tells what is
        // missing.
        Action::Form(said) => asking::say(turn, said).await,
        Action::FormAgain(_) => Err(DeskError::Stale),
        Action::Share(said) => sharing::share(turn, said).await,
    }
}
