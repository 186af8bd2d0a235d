//! The comments with their readers. A comment follows its item through all editions.

use super::Stamp;
use crate::actor::Actor;
use crate::event::comment::ItemNamed;
use crate::event::{CommentEvent, Entry};
use crate::ids::{CommentId, ItemId};
use crate::moment::Received;
use crate::readers::{Guarded, Reader, Readers};

/// The comments of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommentView {
    comments: Vec<CommentShown>,
}

/// One comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentShown {
    /// Its id.
    pub comment: CommentId,
    /// The item, as it was named; absent for a comment on the whole.
    pub on: Option<ItemNamed>,
    /// The comment answered.
    pub reply_to: Option<CommentId>,
    /// Who may read it, besides its author and the author's mission.
    pub readers: Readers,
    /// The words.
    pub text: String,
    /// Who and when.
    pub stamp: Stamp,
    /// When and how it arrived, if outside the chat.
    pub received: Option<Received>,
    /// Whose comment it answers, and for which delegation that spoke: they read it too.
    pub answers: Option<Actor>,
    /// When and why it was taken back.
    pub withdrawn: Option<(Stamp, Option<String>)>,
}

impl Guarded for CommentShown {
    fn readers(&self) -> Readers {
        self.readers
    }

    fn concerned(&self) -> [Option<&Actor>; 2] {
        [Some(&self.stamp.actor), self.answers.as_ref()]
    }
}

impl CommentView {
    pub(super) fn evolve(&mut self, entry: &Entry, event: &CommentEvent) {
        match event {
            CommentEvent::CommentMade(made) => self.comments.push(CommentShown {
                answers: made.reply_to.and_then(|id| self.find(id)).map(|c| c.stamp.actor.clone()),
                comment: made.comment,
                on: made.on.clone(),
                reply_to: made.reply_to,
                readers: made.readers,
                text: made.text.clone(),
                stamp: Stamp::of(entry),
                received: made.received.clone(),
                withdrawn: None,
            }),
            CommentEvent::CommentWithdrawn(withdrawn) => {
                let reason = withdrawn.reason.clone();
                let found = usize::try_from(withdrawn.comment.0).unwrap_or(0).checked_sub(1);
                if let Some(comment) = found.and_then(|index| self.comments.get_mut(index)) {
                    comment.withdrawn = Some((Stamp::of(entry), reason));
                }
            }
        }
    }

    /// One comment, whoever may read it.
    pub fn find(&self, id: CommentId) -> Option<&CommentShown> {
        let index = usize::try_from(id.0).ok()?.checked_sub(1)?;
        self.comments.get(index).filter(|comment| comment.comment == id)
    }

    /// Every comment, whoever may read it, in order.
    pub fn all(&self) -> &[CommentShown] {
        &self.comments
    }

    /// The comments that this reader may read, in order, also withdrawn ones.
    pub fn readable<'v>(&'v self, reader: &Reader) -> impl Iterator<Item = &'v CommentShown> {
        self.comments.iter().filter(move |comment| reader.may_see(*comment))
    }

    /// How many readable comments that stand this item has.
    pub fn count_on(&self, item: ItemId, reader: &Reader) -> usize {
        self.readable(reader)
            .filter(|comment| comment.withdrawn.is_none())
            .filter(|comment| comment.on.as_ref().is_some_and(|on| on.item == item))
            .count()
    }
}
