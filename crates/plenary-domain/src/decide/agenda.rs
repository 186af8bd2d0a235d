//! Editing the working agenda and its note. Nothing here touches an edition that was prepared.

use super::{Case, Decide, Rejection, commands};
use crate::agenda::{Agenda, Footnote, Item};
use crate::capacity::Capacity::{self, Chair, Secretariat};
use crate::citation::Citation;
use crate::event::agenda::{
    FootnoteSet, ItemAdded, ItemMoved, ItemRemoved, ItemReworded, NoteWritten,
};
use crate::event::{AgendaEvent, Event};
use crate::ids::{DecisionId, ItemId};
use crate::meeting::Meeting;
use crate::moment::Deadline;
use crate::note::{Block, check_blocks};
use crate::reference::{ITEM_LEVELS_MAX, ITEMS_MAX};
use crate::text::{BoundsFault, Counted, TextField, check, check_optional};

commands! {
    /// About the working agenda.
    AgendaCommand { Add, Word, Move, Remove, Note }
}

/// Why the working agenda is not edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaFault {
    /// No such item on the working agenda.
    UnknownItem(ItemId),
    /// An item cannot stand below or before itself, or before an item of another level.
    ItemPlace(ItemId),
    /// Somebody changed the item since it was last seen.
    ChangedSince {
        /// The item; absent for the note.
        item: Option<ItemId>,
        /// The entry that changed it.
        entry: u64,
        /// The words that stand there now.
        theirs: String,
        /// The words that were sent; they are not lost.
        yours: String,
    },
    /// The agenda is adopted; only the meeting changes it.
    Adopted(DecisionId),
    /// A citation names a paragraph that the source does not have.
    UnknownParagraph {
        /// The source.
        source: String,
        /// The paragraph.
        paragraph: u32,
        /// How many there are.
        paragraphs: u32,
    },
}

/// A footnote as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FootnoteText {
    /// As printed.
    pub text: String,
    /// What it cites.
    pub cites: Option<Citation>,
}

/// Adds an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Add {
    /// The item above it.
    pub parent: Option<ItemId>,
    /// The sibling before which it stands.
    pub before: Option<ItemId>,
    /// The title.
    pub title: String,
    /// Its mandate.
    pub footnote: Option<FootnoteText>,
}

/// Replaces a title or a footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The item.
    pub item: ItemId,
    /// The new title, if it changes.
    pub title: Option<String>,
    /// The new footnote, if it changes.
    pub footnote: Option<FootnoteText>,
    /// The entry at which the person last saw what is replaced.
    pub seen: u64,
}

/// Moves an item with its sub-items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The item.
    pub item: ItemId,
    /// The item above it from now on.
    pub parent: Option<ItemId>,
    /// The sibling before which it stands.
    pub before: Option<ItemId>,
}

/// Removes an item with its sub-items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remove {
    /// The item.
    pub item: ItemId,
    /// Why.
    pub reason: Option<String>,
}

/// Writes the explanatory note, or replaces it as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Until when replies are asked for.
    pub deadline: Option<Deadline>,
    /// The entry at which the person last saw the note.
    pub seen: u64,
}

/// Who edits the working agenda.
const EDITORS: &[Capacity] = &[Secretariat, Chair];

/// What the meeting adopted only the meeting changes.
pub(super) fn not_adopted(meeting: &Meeting) -> Result<(), AgendaFault> {
    let in_force = meeting.papers.in_force().map(|edition| edition.id);
    let settling = meeting.decisions.settling(in_force);
    settling.map_or(Ok(()), |decision| Err(AgendaFault::Adopted(decision.id)))
}

impl Decide for Add {
    const BY: &'static [Capacity] = EDITORS;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        let Self { parent, before, title, footnote } = self;
        let (meeting, item) = (case.meeting, case.meeting.agenda.next_item());
        not_adopted(meeting)?;
        check(TextField::Title, title)?;
        check_footnote(meeting, footnote.as_ref())?;
        check_place(&meeting.agenda, item, *parent, *before)?;
        let (parent, before, title) = (*parent, *before, title.clone());
        let added = AgendaEvent::ItemAdded(ItemAdded { item, parent, before, title });
        let footnote = footnote.as_ref().map(|footnote| footnote_set(item, footnote));
        Ok([added].into_iter().chain(footnote).map(Event::Agenda).collect())
    }
}

impl Decide for Word {
    const BY: &'static [Capacity] = EDITORS;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        not_adopted(case.meeting)?;
        check_optional(TextField::Title, self.title.as_deref())?;
        check_footnote(case.meeting, self.footnote.as_ref())?;
        let item = find(&case.meeting.agenda, self.item)?;
        let mut events = Vec::new();
        let (mut theirs, mut yours) = (Vec::new(), Vec::new());
        if let Some(title) = self.title.as_ref().filter(|title| **title != item.title) {
            theirs.push(item.title.as_str());
            yours.push(title.as_str());
            let reworded = ItemReworded { item: item.id, title: title.clone() };
            events.push(AgendaEvent::ItemReworded(reworded));
        }
        let differs = |new: &FootnoteText| {
            let new = Footnote { text: new.text.clone(), cites: new.cites.clone() };
            item.footnote.as_ref() != Some(&new)
        };
        if let Some(footnote) = self.footnote.as_ref().filter(|footnote| differs(footnote)) {
            theirs.extend(item.footnote.as_ref().map(|footnote| footnote.text.as_str()));
            yours.push(&footnote.text);
            events.push(footnote_set(item.id, footnote));
        }
        if !events.is_empty() && item.changed_at > self.seen {
            let (theirs, yours) = (theirs.join("\n"), yours.join("\n"));
            let (item, entry) = (Some(item.id), item.changed_at);
            return Err(AgendaFault::ChangedSince { item, entry, theirs, yours }.into());
        }
        Ok(events.into_iter().map(Event::Agenda).collect())
    }
}

impl Decide for Move {
    const BY: &'static [Capacity] = EDITORS;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        let (Self { item, parent, before }, agenda) = (self.clone(), &case.meeting.agenda);
        not_adopted(case.meeting)?;
        find(agenda, item)?;
        check_place(agenda, item, parent, before)?;
        let mut moved = agenda.clone();
        let event = AgendaEvent::ItemMoved(ItemMoved { item, parent, before });
        moved.apply(&event, 0);
        let order = |agenda: &Agenda| -> Vec<_> {
            agenda.numbered().into_iter().map(|n| (n.number, n.item.id)).collect()
        };
        let stays = order(&moved) == order(agenda);
        Ok(if stays { Vec::new() } else { vec![Event::Agenda(event)] })
    }
}

impl Decide for Remove {
    const BY: &'static [Capacity] = EDITORS;

    /// Taking off what was taken off already changes nothing; ids are never given again.
    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        let (Self { item, reason }, agenda) = (self.clone(), &case.meeting.agenda);
        not_adopted(case.meeting)?;
        check_optional(TextField::Reason, reason.as_deref())?;
        let was_there = item.0 > 0 && Some(item) <= agenda.last_item();
        match agenda.find(item) {
            None if was_there => Ok(Vec::new()),
            None => Err(AgendaFault::UnknownItem(item).into()),
            Some(_) => {
                let removed = ItemRemoved { item, reason };
                Ok(vec![Event::Agenda(AgendaEvent::ItemRemoved(removed))])
            }
        }
    }
}

impl Decide for Note {
    const BY: &'static [Capacity] = EDITORS;

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        let (Self { blocks, deadline, seen }, agenda) = (self, &case.meeting.agenda);
        not_adopted(case.meeting)?;
        check_blocks(blocks)?;
        if agenda.note == *blocks && agenda.deadline == *deadline {
            return Ok(Vec::new());
        }
        if !agenda.note.is_empty() && agenda.note_changed_at > *seen {
            let entry = agenda.note_changed_at;
            let (theirs, yours) = (plain_text(&agenda.note), plain_text(blocks));
            return Err(AgendaFault::ChangedSince { item: None, entry, theirs, yours }.into());
        }
        let (blocks, deadline) = (blocks.clone(), deadline.clone());
        let written = NoteWritten { blocks, deadline };
        Ok(vec![Event::Agenda(AgendaEvent::NoteWritten(written))])
    }
}

fn find(agenda: &Agenda, item: ItemId) -> Result<&Item, AgendaFault> {
    agenda.find(item).ok_or(AgendaFault::UnknownItem(item))
}

/// A place exists when its parent does, its neighbour is a child of that parent, neither is the
/// item itself or below it, and there is room for the item and what stands below it.
fn check_place(
    agenda: &Agenda,
    item: ItemId,
    parent: Option<ItemId>,
    before: Option<ItemId>,
) -> Result<(), Rejection> {
    if let Some(parent) = parent {
        find(agenda, parent)?;
        if parent == item || agenda.is_below(parent, item) {
            return Err(AgendaFault::ItemPlace(item).into());
        }
        if agenda.level(parent) + agenda.height(item) > ITEM_LEVELS_MAX {
            return Err(BoundsFault::TooMany { what: Counted::Levels, max: ITEM_LEVELS_MAX }.into());
        }
    }
    if let Some(before) = before {
        let neighbour = find(agenda, before)?;
        if neighbour.parent != parent || before == item {
            return Err(AgendaFault::ItemPlace(item).into());
        }
    }
    if agenda.children(parent).filter(|other| other.id != item).count() >= ITEMS_MAX {
        return Err(BoundsFault::TooMany { what: Counted::Items, max: ITEMS_MAX }.into());
    }
    Ok(())
}

/// A note as its writer would read it, to be shown beside another.
fn plain_text(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(text) => lines.push(text.clone()),
            Block::Question(question) => {
                lines.push(format!("{}. {}", question.label, question.text));
                let topics = question.topics.iter();
                lines.extend(topics.map(|topic| format!(" - {}. {}", topic.label, topic.text)));
            }
        }
    }
    lines.join("\n")
}

fn footnote_set(item: ItemId, footnote: &FootnoteText) -> AgendaEvent {
    let (text, cites) = (footnote.text.clone(), footnote.cites.clone());
    AgendaEvent::FootnoteSet(FootnoteSet { item, text, cites })
}

fn check_footnote(meeting: &Meeting, footnote: Option<&FootnoteText>) -> Result<(), Rejection> {
    let Some(footnote) = footnote else { return Ok(()) };
    check(TextField::Paragraph, &footnote.text)?;
    footnote.cites.as_ref().map_or(Ok(()), |cites| check_citation(meeting, cites))
}

/// A described source bounds its paragraphs; an unknown source is kept as typed.
fn check_citation(meeting: &Meeting, cites: &Citation) -> Result<(), Rejection> {
    check(TextField::Title, &cites.typed)?;
    let Some(known) = meeting.sources.iter().find(|source| source.source == cites.source) else {
        return Ok(());
    };
    match cites.paragraphs.iter().find(|paragraph| **paragraph > known.paragraphs) {
        None => Ok(()),
        Some(paragraph) => {
            let (source, paragraph) = (cites.source.clone(), *paragraph);
            let paragraphs = known.paragraphs;
            Err(AgendaFault::UnknownParagraph { source, paragraph, paragraphs }.into())
        }
    }
}
