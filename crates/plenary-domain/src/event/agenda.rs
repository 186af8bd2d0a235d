//! Facts about the working agenda and its explanatory note.

use serde::{Deserialize, Serialize};

use super::family;
use crate::citation::Citation;
use crate::ids::ItemId;
use crate::moment::Deadline;
use crate::note::Block;

family! {
    /// The working agenda and its note.
    AgendaEvent {
        ItemAdded = "agenda.item-added.v1",
        ItemReworded = "agenda.item-reworded.v1",
        ItemMoved = "agenda.item-moved.v1",
        ItemRemoved = "agenda.item-removed.v1",
        FootnoteSet = "agenda.footnote-set.v1",
        NoteWritten = "agenda.note-written.v1",
    }
}

/// An item was added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ItemAdded {
    /// Its identity from now on.
    pub item: ItemId,
    /// The item it is a sub-item of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<ItemId>,
    /// The sibling before which it stands; absent for the last place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<ItemId>,
    /// The title, verbatim, with its full stop or without.
    pub title: String,
}

/// An item got another title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ItemReworded {
    /// The item.
    pub item: ItemId,
    /// The new title.
    pub title: String,
}

/// An item went to another place with its sub-items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ItemMoved {
    /// The item.
    pub item: ItemId,
    /// The item it is a sub-item of now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<ItemId>,
    /// The sibling before which it stands; absent for the last place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<ItemId>,
}

/// An item was taken off the working agenda, with its sub-items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ItemRemoved {
    /// The item.
    pub item: ItemId,
    /// Why, if said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// An item's mandate is named in a footnote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FootnoteSet {
    /// The item.
    pub item: ItemId,
    /// The footnote as printed, without its mark.
    pub text: String,
    /// What it cites, as the secretariat says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cites: Option<Citation>,
}

/// The explanatory note was written anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NoteWritten {
    /// All its blocks in their order.
    pub blocks: Vec<Block>,
    /// Until when answers are asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
}
