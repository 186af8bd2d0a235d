//! Whose comments there are, and which were taken back.

use crate::event::CommentEvent;
use crate::event::comment::Readers;
use crate::ids::{CommentId, PersonId};
use crate::projection::Reader;
use crate::request::Actor;
use crate::roll::DelegationCode;

/// The comments of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Comments {
    made: Vec<Comment>,
}

/// A comment as the rules know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Comment {
    pub(crate) id: CommentId,
    pub(crate) author: Option<PersonId>,
    pub(crate) entered_for: Option<DelegationCode>,
    pub(crate) spoken_for: Option<DelegationCode>,
    pub(crate) readers: Readers,
    pub(crate) withdrawn: bool,
}

impl Comment {
    /// Whether this actor may read it; one who may not does not learn that it is there.
    pub(crate) fn is_readable(&self, actor: &Actor) -> bool {
        let reader = Reader::actor(actor);
        let own = self.author.is_some() && self.author == actor.person;
        let mission = reader.mission.is_some() && reader.mission == self.spoken_for;
        self.readers.include(reader.circle) || own || mission
    }
}

impl Comments {
    pub(super) fn evolve(&mut self, event: &CommentEvent, actor: &Actor) {
        match event {
            CommentEvent::CommentMade(made) => self.made.push(Comment {
                id: made.comment,
                author: actor.person,
                entered_for: actor.acting_for.clone(),
                spoken_for: actor.speaks_for().cloned(),
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
