//! Whose comments there are, and which were taken back.

use crate::actor::Actor;
use crate::event::CommentEvent;
use crate::ids::CommentId;
use crate::ledger::Ledger;
use crate::readers::{Guarded, Readers};

/// The comments of a meeting.
pub(crate) type Comments = Ledger<CommentId, Comment>;

/// A comment as the rules know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Comment {
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
            CommentEvent::CommentMade(made) => {
                let answered = made.reply_to.and_then(|id| self.get(id));
                let comment = Comment {
                    author: actor.clone(),
                    answers: answered.map(|comment| comment.author.clone()),
                    readers: made.readers,
                    withdrawn: false,
                };
                self.enter(made.comment, comment);
            }
            CommentEvent::CommentWithdrawn(withdrawn) => {
                self.change(withdrawn.comment, |comment| comment.withdrawn = true);
            }
        }
    }
}
