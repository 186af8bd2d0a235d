//! Commenting, replying to a comment, taking one's own back.

use super::agenda::AgendaFault;
use super::paper::PaperFault;
use super::{Case, Decide, Rejection, commands};
use crate::capacity::Capacity::{self, Chair, Expert, Mission, Observer, Secretariat};
use crate::event::comment::{CommentMade, CommentWithdrawn, ItemNamed};
use crate::event::{CommentEvent, Event};
use crate::ids::CommentId;
use crate::meeting::Meeting;
use crate::moment::Received;
use crate::readers::{Reader, Readers};
use crate::text::{TextField, check, check_optional};

commands! {
    /// About comments.
    CommentCommand { Make, Withdraw }
}

/// Why a comment is not made or taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommentFault {
    /// No such comment.
    UnknownComment(CommentId),
    /// The comment was withdrawn.
    Withdrawn(CommentId),
    /// Only the author withdraws a comment.
    NotAuthor(CommentId),
    /// A reply cannot have more readers than what it answers.
    ReadersWider(CommentId),
}

/// Comments on an item or on the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Make {
    /// The item.
    pub on: Option<ItemNamed>,
    /// The comment answered.
    pub reply_to: Option<CommentId>,
    /// Who may read it.
    pub readers: Readers,
    /// The words.
    pub text: String,
    /// When and how it arrived, if outside the chat.
    pub received: Option<Received>,
}

/// Takes one's own comment back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdraw {
    /// The comment.
    pub comment: CommentId,
    /// Why.
    pub reason: Option<String>,
}

impl Decide for Make {
    const BY: &'static [Capacity] = &[Expert, Mission, Observer, Chair, Secretariat];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        check(TextField::Comment, &self.text)?;
        case.check_received(self.received.as_ref())?;
        if let Some(on) = &self.on {
            check_item(case.meeting, on)?;
        }
        if let Some(answered) = self.reply_to {
            self.check_reply(case, answered)?;
        }
        Ok(vec![Event::Comment(CommentEvent::CommentMade(CommentMade {
            comment: case.meeting.comments.next(),
            on: self.on.clone(),
            reply_to: self.reply_to,
            readers: self.readers,
            text: self.text.clone(),
            received: self.received.clone(),
        }))])
    }
}

impl Make {
    fn check_reply(&self, case: &Case<'_>, id: CommentId) -> Result<(), CommentFault> {
        let reader = Reader::actor(case.actor);
        let answered = case.meeting.comments.get(id).filter(|found| reader.may_see(*found));
        let answered = answered.ok_or(CommentFault::UnknownComment(id))?;
        if answered.withdrawn {
            Err(CommentFault::Withdrawn(id))
        } else if self.readers > answered.readers {
            Err(CommentFault::ReadersWider(id))
        } else {
            Ok(())
        }
    }
}

/// A comment may name an item of the edition that it quotes, or of the working agenda.
fn check_item(meeting: &Meeting, on: &ItemNamed) -> Result<(), Rejection> {
    check(TextField::Name, &on.typed)?;
    let agenda = match on.edition {
        None => &meeting.agenda,
        Some(id) => &meeting.papers.get(id).ok_or(PaperFault::UnknownEdition(id))?.agenda,
    };
    agenda.find(on.item).ok_or(AgendaFault::UnknownItem(on.item))?;
    Ok(())
}

impl Decide for Withdraw {
    const BY: &'static [Capacity] = Make::BY;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        check_optional(TextField::Reason, self.reason.as_deref())?;
        let (id, actor) = (self.comment, case.actor);
        let unknown = CommentFault::UnknownComment(id);
        let comment = case.meeting.comments.get(id).ok_or(unknown.clone())?;
        let author = &comment.author;
        let own = author.person.is_some() && author.person == actor.person;
        // What the secretariat entered for a mission, that mission may take back ("not so").
        // Its expert speaks for nobody but the expert.
        let speaks = matches!(actor.capacity, Mission | Observer);
        let entered_for = &author.acting_for;
        let for_us = entered_for.is_some() && *entered_for == actor.delegation && speaks;
        if !own && !for_us {
            // For whoever may not read it, it is not there.
            let is_seen = Reader::actor(actor).may_see(comment);
            return Err(if is_seen { CommentFault::NotAuthor(id) } else { unknown }.into());
        }
        if comment.withdrawn {
            return Ok(Vec::new());
        }
        let withdrawn = CommentWithdrawn { comment: id, reason: self.reason.clone() };
        Ok(vec![Event::Comment(CommentEvent::CommentWithdrawn(withdrawn))])
    }
}
