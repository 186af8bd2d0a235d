//! Commenting, answering a comment, taking one's own back.

use crate::capacity::Capacity;
use crate::command::CommentCommand;
use crate::event::comment::{CommentMade, CommentWithdrawn, ItemNamed};
use crate::event::{CommentEvent, Event};
use crate::ids::CommentId;
use crate::meeting::Meeting;
use crate::readers::{Reader, Readers};
use crate::rejection::Rejection;
use crate::request::Request;
use crate::text::{TextField, check, check_optional};

use super::check_received;

pub(super) fn decide(
    meeting: &Meeting,
    request: &Request,
    command: &CommentCommand,
) -> Result<Vec<Event>, Rejection> {
    let fact = match command {
        CommentCommand::Make { on, reply_to, readers, text, received } => {
            check(TextField::Comment, text)?;
            check_received(request, received.as_ref())?;
            if let Some(on) = on {
                check_item(meeting, on)?;
            }
            if let Some(answered) = reply_to {
                check_reply(meeting, request, *answered, *readers)?;
            }
            Some(CommentEvent::CommentMade(CommentMade {
                comment: meeting.comments.next(),
                on: on.clone(),
                reply_to: *reply_to,
                readers: *readers,
                text: text.clone(),
                received: received.clone(),
            }))
        }
        CommentCommand::Withdraw { comment, reason } => {
            check_optional(TextField::Reason, reason.as_deref())?;
            withdraw(meeting, request, *comment, reason.as_deref())?
        }
    };
    Ok(fact.map(Event::Comment).into_iter().collect())
}

/// A comment may name an item of the edition that it quotes, or of the working agenda.
fn check_item(meeting: &Meeting, on: &ItemNamed) -> Result<(), Rejection> {
    check(TextField::Name, &on.typed)?;
    let agenda = match on.edition {
        None => &meeting.agenda,
        Some(id) => &meeting.papers.get(id).ok_or(Rejection::UnknownEdition(id))?.agenda,
    };
    agenda.find(on.item).map(|_| ()).ok_or(Rejection::UnknownItem(on.item))
}

fn check_reply(
    meeting: &Meeting,
    request: &Request,
    id: CommentId,
    readers: Readers,
) -> Result<(), Rejection> {
    let answered =
        meeting.comments.get(id).filter(|found| Reader::actor(&request.actor).may_see(*found));
    let answered = answered.ok_or(Rejection::UnknownComment(id))?;
    if answered.withdrawn {
        Err(Rejection::CommentWithdrawn(id))
    } else if readers > answered.readers {
        Err(Rejection::ReadersWider(id))
    } else {
        Ok(())
    }
}

fn withdraw(
    meeting: &Meeting,
    request: &Request,
    id: CommentId,
    reason: Option<&str>,
) -> Result<Option<CommentEvent>, Rejection> {
    let comment = meeting.comments.get(id).ok_or(Rejection::UnknownComment(id))?;
    let actor = &request.actor;
    let author = &comment.author;
    let own = author.person.is_some() && author.person == actor.person;
    // What the secretariat entered for a mission, that mission may take back ("not so").
    // Its expert speaks for nobody but the expert.
    let speaks = matches!(actor.capacity, Capacity::Mission | Capacity::Observer);
    let entered_for = &author.acting_for;
    let for_us = entered_for.is_some() && *entered_for == actor.delegation && speaks;
    if !own && !for_us {
        return Err(Rejection::NotAuthor(id));
    }
    let reason = reason.map(str::to_owned);
    let fact = CommentEvent::CommentWithdrawn(CommentWithdrawn { comment: id, reason });
    Ok((!comment.withdrawn).then_some(fact))
}
