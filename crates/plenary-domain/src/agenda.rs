//! The agenda as a tree of items with footnotes: the value that rules, editions and views share.
//!
//! It is folded from agenda events alone. An item's number is its place; its identity is its id.

use crate::citation::Citation;
use crate::event::AgendaEvent;
use crate::ids::ItemId;
use crate::ledger::Id;
use crate::moment::Deadline;
use crate::note::Block;
use crate::reference::ItemNumber;

/// One item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its identity through all editions.
    pub id: ItemId,
    /// The item it is a sub-item of.
    pub parent: Option<ItemId>,
    /// The title, verbatim.
    pub title: String,
    /// The footnote that names its mandate.
    pub footnote: Option<Footnote>,
    /// The entry that last changed title or footnote.
    pub changed_at: u64,
}

/// A footnote: the printed words, and what they cite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// As printed, without its mark.
    pub text: String,
    /// What the secretariat says that it cites.
    pub cites: Option<Citation>,
}

/// An item with its number in this agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered<'a> {
    /// The number.
    pub number: ItemNumber,
    /// The item.
    pub item: &'a Item,
    /// The mark of its footnote, counted through the agenda from 1.
    pub footnote_mark: Option<u32>,
}

/// The items in their order, the note, and the deadline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// Siblings stand in their order; a child may stand anywhere.
    items: Vec<Item>,
    /// The explanatory note; empty when there is none.
    pub note: Vec<Block>,
    /// When replies are due.
    pub deadline: Option<Deadline>,
    /// The entry that last changed the note.
    pub note_changed_at: u64,
    /// The highest item id that was ever used; ids of removed items are not given again.
    last_item: Option<ItemId>,
}

impl Agenda {
    /// Folds one event, stored as entry `number`, into the agenda.
    pub fn apply(&mut self, event: &AgendaEvent, number: u64) {
        match event {
            AgendaEvent::ItemAdded(added) => {
                self.last_item = self.last_item.max(Some(added.item));
                let item = Item {
                    id: added.item,
                    parent: added.parent,
                    title: added.title.clone(),
                    footnote: None,
                    changed_at: number,
                };
                self.insert(item, added.before);
            }
            AgendaEvent::ItemReworded(reworded) => {
                if let Some(item) = self.find_mut(reworded.item) {
                    item.title.clone_from(&reworded.title);
                    item.changed_at = number;
                }
            }
            AgendaEvent::ItemMoved(moved) => {
                if let Some(index) = self.items.iter().position(|item| item.id == moved.item) {
                    let mut item = self.items.remove(index);
                    item.parent = moved.parent;
                    self.insert(item, moved.before);
                }
            }
            AgendaEvent::ItemRemoved(removed) => self.remove(removed.item),
            AgendaEvent::FootnoteSet(set) => {
                if let Some(item) = self.find_mut(set.item) {
                    item.footnote =
                        Some(Footnote { text: set.text.clone(), cites: set.cites.clone() });
                    item.changed_at = number;
                }
            }
            AgendaEvent::NoteWritten(written) => {
                self.note.clone_from(&written.blocks);
                self.deadline.clone_from(&written.deadline);
                self.note_changed_at = number;
            }
        }
    }

    fn insert(&mut self, item: Item, before: Option<ItemId>) {
        let index = before
            .and_then(|before| self.items.iter().position(|other| other.id == before))
            .unwrap_or(self.items.len());
        self.items.insert(index, item);
    }

    fn remove(&mut self, id: ItemId) {
        let mut gone = vec![id];
        while let Some(next) = gone.pop() {
            self.items.retain(|item| item.id != next);
            gone.extend(self.items.iter().filter(|i| i.parent == Some(next)).map(|i| i.id));
        }
    }

    fn find_mut(&mut self, id: ItemId) -> Option<&mut Item> {
        self.items.iter_mut().find(|item| item.id == id)
    }

    /// The item with this identity.
    pub fn find(&self, id: ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The id of the next item: the ids of removed items are not given again.
    pub fn next_item(&self) -> ItemId {
        self.last_item.map_or(ItemId::FIRST, ItemId::next)
    }

    /// The highest item id that was ever used.
    pub fn last_item(&self) -> Option<ItemId> {
        self.last_item
    }

    /// Whether there is no item.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The children of an item, or the items of the first level, in their order.
    pub fn children(&self, parent: Option<ItemId>) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.parent == parent)
    }

    /// How many items stand below one, on all levels.
    pub fn below(&self, id: ItemId) -> usize {
        self.children(Some(id)).map(|child| 1 + self.below(child.id)).sum()
    }

    /// How deep an item stands: 1 for the first level.
    pub fn level(&self, id: ItemId) -> usize {
        let mut level = 1;
        let mut at = self.find(id).and_then(|item| item.parent);
        while let Some(parent) = at {
            level += 1;
            at = self.find(parent).and_then(|item| item.parent);
        }
        level
    }

    /// How many levels an item and what stands below it take: 1 for an item without sub-items.
    pub(crate) fn height(&self, id: ItemId) -> usize {
        let below = self.children(Some(id)).map(|child| self.height(child.id)).max();
        1 + below.unwrap_or(0)
    }

    /// Whether `id` stands below `ancestor`.
    pub fn is_below(&self, id: ItemId, ancestor: ItemId) -> bool {
        let mut at = self.find(id).and_then(|item| item.parent);
        while let Some(parent) = at {
            if parent == ancestor {
                return true;
            }
            at = self.find(parent).and_then(|item| item.parent);
        }
        false
    }

    /// All items in reading order with their numbers and footnote marks.
    pub fn numbered(&self) -> Vec<Numbered<'_>> {
        let mut all = Vec::with_capacity(self.items.len());
        let mut marks = 0;
        self.walk(None, &[], &mut marks, &mut all);
        all
    }

    fn walk<'a>(
        &'a self,
        parent: Option<ItemId>,
        above: &[u32],
        marks: &mut u32,
        all: &mut Vec<Numbered<'a>>,
    ) {
        for (place, item) in (1..).zip(self.children(parent)) {
            let mut number = above.to_vec();
            number.push(place);
            let footnote_mark = item.footnote.is_some().then(|| {
                *marks += 1;
                *marks
            });
            all.push(Numbered { number: ItemNumber(number.clone()), item, footnote_mark });
            self.walk(Some(item.id), &number, marks, all);
        }
    }

    /// The item with this number.
    pub fn by_number(&self, number: &ItemNumber) -> Option<&Item> {
        self.numbered().into_iter().find(|n| n.number == *number).map(|n| n.item)
    }

    /// The number of this item.
    pub fn number_of(&self, id: ItemId) -> Option<ItemNumber> {
        self.numbered().into_iter().find(|n| n.item.id == id).map(|n| n.number)
    }
}

/// One difference between two agendas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// An item that the older one does not have.
    Added(ItemId),
    /// An item that the newer one does not have any more.
    Removed(ItemId),
    /// Another title; both are in the agendas.
    Reworded(ItemId),
    /// Another place among the items that both have.
    Moved(ItemId),
    /// Another footnote.
    Footnote(ItemId),
    /// Another note.
    Note,
    /// Another deadline.
    Deadline,
}

/// What changed from `old` to `new`: removals in the old order, then the rest in the new order.
///
/// An item counts as moved only when it leaves the longest run of items that kept their order, so
/// that taking one item out of nine is one change, not nine.
pub fn compare(old: &Agenda, new: &Agenda) -> Vec<Change> {
    let mut changes = Vec::new();
    for before in old.numbered() {
        if new.find(before.item.id).is_none() {
            changes.push(Change::Removed(before.item.id));
        }
    }
    let stayed = unmoved(old, new);
    for after in new.numbered() {
        let id = after.item.id;
        let Some(before) = old.find(id) else {
            changes.push(Change::Added(id));
            continue;
        };
        if !stayed.contains(&id) {
            changes.push(Change::Moved(id));
        }
        if before.title != after.item.title {
            changes.push(Change::Reworded(id));
        }
        if before.footnote != after.item.footnote {
            changes.push(Change::Footnote(id));
        }
    }
    if old.note != new.note {
        changes.push(Change::Note);
    }
    if old.deadline != new.deadline {
        changes.push(Change::Deadline);
    }
    changes
}

/// The items that keep their place: for each parent, a longest common run of the two orders.
fn unmoved(old: &Agenda, new: &Agenda) -> Vec<ItemId> {
    let mut stayed = Vec::new();
    let parents = std::iter::once(None).chain(new.numbered().into_iter().map(|n| Some(n.item.id)));
    for parent in parents {
        let before: Vec<ItemId> = old.children(parent).map(|item| item.id).collect();
        let places: Vec<(usize, ItemId)> = new
            .children(parent)
            .filter_map(|item| before.iter().position(|id| *id == item.id).map(|at| (at, item.id)))
            .collect();
        stayed.extend(longest_rising(&places));
    }
    stayed
}

/// A longest subsequence whose first parts rise.
fn longest_rising(places: &[(usize, ItemId)]) -> Vec<ItemId> {
    let mut best: Vec<Vec<(usize, ItemId)>> = Vec::with_capacity(places.len());
    for place in places {
        let mut run = best
            .iter()
            .filter(|run| run.last().is_some_and(|last| last.0 < place.0))
            .max_by_key(|run| run.len())
            .cloned()
            .unwrap_or_default();
        run.push(*place);
        best.push(run);
    }
    let longest = best.into_iter().rev().max_by_key(Vec::len).unwrap_or_default();
    longest.into_iter().map(|(_, id)| id).collect()
}
