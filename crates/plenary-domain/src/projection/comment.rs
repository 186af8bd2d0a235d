//! The comments with their readers. A comment follows its item through all editions.

use super::Stamp;
use crate::actor::Actor;
use crate::event::comment::{CommentMade, ItemNamed};
use crate::event::{CommentEvent, Entry};
use crate::ids::{CommentId, ItemId};
use crate::ledger::Ledger;
use crate::moment::Received;
use crate::readers::{Guarded, Reader, Readers};

/// The comments of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommentView {
    comments: Ledger<CommentId, CommentShown>,
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
            CommentEvent::CommentMade(made) => self.made(entry, made),
            CommentEvent::CommentWithdrawn(withdrawn) => {
                let reason = withdrawn.reason.clone();
                self.comments.change(withdrawn.comment, |comment| {
                    comment.withdrawn = Some((Stamp::of(entry), reason));
                });
            }
        }
    }

    fn made(&mut self, entry: &Entry, made: &CommentMade) {
        let answered = made.reply_to.and_then(|id| self.find(id));
        let comment = CommentShown {
            answers: answered.map(|comment| comment.stamp.actor.clone()),
            comment: made.comment,
            on: made.on.clone(),
            reply_to: made.reply_to,
            readers: made.readers,
            text: made.text.clone(),
            stamp: Stamp::of(entry),
            received: made.received.clone(),
            withdrawn: None,
        };
        self.comments.enter(made.comment, comment);
    }

    /// One comment, whoever may read it.
    pub fn find(&self, id: CommentId) -> Option<&CommentShown> {
        self.comments.get(id)
    }

    /// Every comment, whoever may read it, in order.
    pub fn all(&self) -> &Ledger<CommentId, CommentShown> {
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
