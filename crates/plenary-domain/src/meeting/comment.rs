//! Whose comments there are, and which were taken back.

use crate::actor::Actor;
use crate::event::CommentEvent;
use crate::ids::CommentId;
use crate::readers::{Guarded, Readers};

/// The comments of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Comments {
    made: Vec<Comment>,
}

/// A comment as the rules know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Comment {
    pub(crate) id: CommentId,
    pub(crate) author: Actor,
    pub(crate) answers: Option<Actor>,
    pub(crate) readers: Readers,
    pub(crate) withdrawn: bool,
}

impl Guarded for Comment {
    fn readers(&self) -> Readers {
        self.readers
    }

    fn concerned(&self) -> [Option<&Actor>; 2] {
        [Some(&self.author), self.answers.as_ref()]
    }
}

impl Comments {
    pub(super) fn evolve(&mut self, event: &CommentEvent, actor: &Actor) {
        match event {
            CommentEvent::CommentMade(made) => self.made.push(Comment {
                id: made.comment,
                author: actor.clone(),
                answers: made.reply_to.and_then(|id| self.find(id)).map(|c| c.author.clone()),
                readers: made.readers,
                withdrawn: false,
            }),
            CommentEvent::CommentWithdrawn(withdrawn) => {
                if let Some(comment) = self.made.iter_mut().find(|c| c.id == withdrawn.comment) {
                    comment.withdrawn = true;
                }
            }
        }
    }

    pub(crate) fn find(&self, id: CommentId) -> Option<&Comment> {
        // Ids are counted from 1 without holes, so the place follows from the id.
        let index = usize::try_from(id.0).ok()?.checked_sub(1)?;
        self.made.get(index).filter(|comment| comment.id == id)
    }

    pub(crate) fn next(&self) -> CommentId {
        CommentId(self.made.last().map_or(0, |comment| comment.id.0) + 1)
    }
}
