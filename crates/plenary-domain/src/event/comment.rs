//! Facts about comments. A comment is public record within its readers; it is not sealed.

use serde::{Deserialize, Serialize};

use super::family;
use crate::ids::{CommentId, EditionId, ItemId};
use crate::moment::Received;
use crate::readers::Readers;

family! {
    /// Comments.
    CommentEvent {
        CommentMade = "comment.made.v1",
        CommentWithdrawn = "comment.withdrawn.v1",
    }
}

/// The item that a fact names: its identity, and how it was named then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ItemNamed {
    /// The item.
    pub item: ItemId,
    /// The edition in which its number was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<EditionId>,
    /// As it was typed, such as `VII`.
    pub typed: String,
}

/// Somebody commented.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CommentMade {
    /// The comment's id.
    pub comment: CommentId,
    /// The item; absent for a comment on the agenda as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<ItemNamed>,
    /// The comment that this one answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<CommentId>,
    /// Who may read it, besides its author and the author's mission.
    pub readers: Readers,
    /// The words, verbatim.
    pub text: String,
    /// When and how it arrived, if outside the chat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<Received>,
}

/// The author took a comment back; it stays in the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CommentWithdrawn {
    /// The comment.
    pub comment: CommentId,
    /// Why, if said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}
