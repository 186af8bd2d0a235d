//! Facts about the working agenda and its explanatory note.

use jiff::civil::Date;

use super::family;
use crate::citation::Citation;
use crate::ids::ItemId;
use crate::moment::{Deadline, Timestamp};
use crate::note::Block;
use crate::stored::{apply, stored};

family! {
    /// The working agenda and its note.
    AgendaEvent {
        ItemAdded = "agenda.item-added.v1" open,
        ItemReworded = "agenda.item-reworded.v1" open,
        ItemMoved = "agenda.item-moved.v1" open,
        ItemRemoved = "agenda.item-removed.v1" open,
        FootnoteSet = "agenda.footnote-set.v1" open,
        NoteWritten = "agenda.note-written.v2" open from "agenda.note-written.v1"(NoteWrittenV1),
    }
}

/// An item was added.
#[apply(stored!)]
pub struct ItemAdded {
    /// Its identity from now on.
    pub item: ItemId,
    /// The item it is a sub-item of.
    pub parent: Option<ItemId>,
    /// The sibling before which it stands; absent for the last place.
    pub before: Option<ItemId>,
    /// The title, verbatim, with its full stop or without.
    pub title: String,
}

/// An item got another title.
#[apply(stored!)]
pub struct ItemReworded {
    /// The item.
    pub item: ItemId,
    /// The new title.
    pub title: String,
}

/// An item went to another place with its sub-items.
#[apply(stored!)]
pub struct ItemMoved {
    /// The item.
    pub item: ItemId,
    /// The item it is a sub-item of now.
    pub parent: Option<ItemId>,
    /// The sibling before which it stands; absent for the last place.
    pub before: Option<ItemId>,
}

/// An item was taken off the working agenda, with its sub-items.
#[apply(stored!)]
pub struct ItemRemoved {
    /// The item.
    pub item: ItemId,
    /// Why, if said.
    pub reason: Option<String>,
}

/// An item's mandate is named in a footnote.
#[apply(stored!)]
pub struct FootnoteSet {
    /// The item.
    pub item: ItemId,
    /// The footnote as printed, without its mark.
    pub text: String,
    /// What it cites, as the secretariat says.
    pub cites: Option<Citation>,
}

/// The explanatory note was written, or replaced as a whole.
#[apply(stored!)]
pub struct NoteWritten {
    /// All its blocks in their order.
    pub blocks: Vec<Block>,
    /// Until when answers are asked for.
    pub deadline: Option<Deadline>,
}

/// The note as it was first stored: a deadline ended with its day, in a zone.
#[apply(stored!)]
pub struct NoteWrittenV1 {
    /// All its blocks in their order.
    blocks: Vec<Block>,
    /// Until when replies are asked for.
    deadline: Option<DeadlineV1>,
}

/// A deadline that ends with its day.
#[apply(stored!)]
struct DeadlineV1 {
    /// The local day with which it ends.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    date: Date,
    /// The IANA name of the zone.
    zone: String,
    /// The instant that decides: the last millisecond of the day.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    instant: Timestamp,
    /// The words of the paper, such as "by no later than October 29, 2007".
    wording: String,
}

impl From<NoteWrittenV1> for NoteWritten {
    fn from(old: NoteWrittenV1) -> Self {
        let deadline = old.deadline.map(|DeadlineV1 { date, zone, instant, wording }| Deadline {
            date,
            time: None,
            zone: Some(zone),
            offset: None,
            instant,
            wording,
        });
        Self { blocks: old.blocks, deadline }
    }
}
