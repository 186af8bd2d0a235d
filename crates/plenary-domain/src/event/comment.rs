//! Facts about comments. A comment is public record within its readers; it is not sealed.

use super::family;
use crate::ids::{CommentId, EditionId, ItemId};
use crate::moment::Received;
use crate::readers::Readers;
use crate::stored::{apply, stored};

family! {
    /// Comments.
    CommentEvent {
        CommentMade = "comment.made.v1" open,
        CommentWithdrawn = "comment.withdrawn.v1" open,
    }
}

/// The item that a fact names: its identity, and how it was named then.
#[apply(stored!)]
pub struct ItemNamed {
    /// The item.
    pub item: ItemId,
    /// The edition in which its number was read.
    pub edition: Option<EditionId>,
    /// As it was typed, such as `VII`.
    pub typed: String,
}

/// Somebody commented.
#[apply(stored!)]
pub struct CommentMade {
    /// The comment's id.
    pub comment: CommentId,
    /// The item; absent for a comment on the agenda as a whole.
    pub on: Option<ItemNamed>,
    /// The comment that this one answers.
    pub reply_to: Option<CommentId>,
    /// Who may read it, besides its author and the author's mission.
    pub readers: Readers,
    /// The words, verbatim.
    pub text: String,
    /// When and how it arrived, if outside the chat.
    pub received: Option<Received>,
}

/// The author took a comment back; it stays in the history.
#[apply(stored!)]
pub struct CommentWithdrawn {
    /// The comment.
    pub comment: CommentId,
    /// Why, if said.
    pub reason: Option<String>,
}
