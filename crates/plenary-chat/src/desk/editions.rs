//! What is done with an edition by a press: read, approved after one more question, sent back.

use plenary_domain::decide::paper::{Approve, PaperFault, Return};
use plenary_domain::projection::agenda::Edition;
use plenary_domain::{Actor, Capacity, Decide, EditionId, Reader, Views};

use super::drafting;
use super::turn::Turn;
use crate::desk_error::DeskError;
use crate::response::Response;
use crate::verb;

/// Those who see an edition before it is issued.
const INSIDE: &[Capacity] = &[Capacity::Chair, Capacity::Secretariat];

/// The edition that a press names, if whoever presses may see it.
pub(super) fn visible<'v>(views: &'v Views, actor: &Actor, id: EditionId) -> Option<&'v Edition> {
    let reader = Reader::actor(actor);
    views.agenda.edition(id).filter(|edition| reader.may_see(*edition))
}

pub(super) async fn read(turn: &Turn<'_>, id: EditionId) -> Result<Response, DeskError> {
    let actor = turn.actor(INSIDE);
    visible(&turn.views, &actor, id).ok_or(DeskError::Stale)?;
    Ok(verb::edition_whole(&turn.cx(&turn.views, &actor), id, None))
}

/// Asks the Chair once more before this very edition is issued.
pub(super) async fn approve(turn: &Turn<'_>, id: EditionId) -> Result<Response, DeskError> {
    let actor = turn.allowed(Approve::BY)?;
    let edition = turn.views.agenda.edition(id);
    let unknown = DeskError::Rejected(PaperFault::UnknownEdition(id).into());
    let (question, command, said) = verb::approving(&turn.views, edition.ok_or(unknown)?);
    drafting::question(turn, (command.into(), &actor, None), (question, said)).await
}

/// Sending back needs a reason, which a button cannot carry.
pub(super) fn how_to_return(turn: &Turn<'_>, id: EditionId) -> Result<Response, DeskError> {
    let edition = visible(&turn.views, &turn.actor(INSIDE), id).ok_or(DeskError::Stale)?;
    Ok(verb::how_to_return(turn.lang(), edition))
}

/// Sends an edition back with the reason that a form asked for.
pub(super) async fn send_back(
    turn: &Turn<'_>,
    id: EditionId,
    reason: &str,
) -> Result<Response, DeskError> {
    let actor = turn.actor(Return::BY);
    visible(&turn.views, &actor, id).ok_or(DeskError::Stale)?;
    turn.does(Return { edition: id, reason: reason.to_owned() }).await
}
