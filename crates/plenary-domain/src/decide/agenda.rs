//! Editing the working agenda and its note. Nothing here touches an edition that was prepared.

use crate::agenda::{Footnote, Item};
use crate::citation::Citation;
use crate::command::{AgendaCommand, FootnoteText};
use crate::event::agenda::{
    FootnoteSet, ItemAdded, ItemMoved, ItemRemoved, ItemReworded, NoteWritten,
};
use crate::event::{AgendaEvent, Event};
use crate::ids::ItemId;
use crate::meeting::Meeting;
use crate::note::{Block, check_blocks};
use crate::reference::{ITEM_LEVELS_MAX, ITEMS_MAX};
use crate::rejection::{Counted, Rejection};
use crate::text::{TextField, check, check_optional};

pub(super) fn decide(meeting: &Meeting, command: &AgendaCommand) -> Result<Vec<Event>, Rejection> {
    if let Some(decision) = meeting.decisions.adopting() {
        return Err(Rejection::AgendaAdopted(decision.id));
    }
    let facts = match command {
        AgendaCommand::Add { parent, before, title, footnote } => {
            check(TextField::Title, title)?;
            check_footnote(meeting, footnote.as_ref())?;
            add(meeting, (*parent, *before), title, footnote.as_ref())?
        }
        AgendaCommand::Word { item, title, footnote, seen } => {
            check_optional(TextField::Title, title.as_deref())?;
            check_footnote(meeting, footnote.as_ref())?;
            word(find(meeting, *item)?, title.as_deref(), footnote.as_ref(), *seen)?
        }
        AgendaCommand::Move { item, parent, before } => {
            move_item(meeting, *item, *parent, *before)?
        }
        AgendaCommand::Remove { item, reason } => {
            check_optional(TextField::Reason, reason.as_deref())?;
            remove(meeting, *item, reason.as_deref())?
        }
        AgendaCommand::Note { blocks, deadline, seen } => {
            check_blocks(blocks)?;
            let agenda = &meeting.agenda;
            if agenda.note == *blocks && agenda.deadline == *deadline {
                Vec::new()
            } else if !agenda.note.is_empty() && agenda.note_changed_at > *seen {
                let entry = agenda.note_changed_at;
                let (theirs, yours) = (plain_text(&agenda.note), plain_text(blocks));
                return Err(Rejection::ChangedSince { item: None, entry, theirs, yours });
            } else {
                let (blocks, deadline) = (blocks.clone(), deadline.clone());
                vec![AgendaEvent::NoteWritten(NoteWritten { blocks, deadline })]
            }
        }
    };
    Ok(facts.into_iter().map(Event::Agenda).collect())
}

fn find(meeting: &Meeting, item: ItemId) -> Result<&Item, Rejection> {
    meeting.agenda.find(item).ok_or(Rejection::UnknownItem(item))
}

fn add(
    meeting: &Meeting,
    (parent, before): (Option<ItemId>, Option<ItemId>),
    title: &str,
    footnote: Option<&FootnoteText>,
) -> Result<Vec<AgendaEvent>, Rejection> {
    let item = meeting.agenda.next_item();
    check_place(meeting, item, parent, before)?;
    let mut facts =
        vec![AgendaEvent::ItemAdded(ItemAdded { item, parent, before, title: title.to_owned() })];
    facts.extend(footnote.map(|footnote| footnote_set(item, footnote)));
    Ok(facts)
}

fn word(
    item: &Item,
    title: Option<&str>,
    footnote: Option<&FootnoteText>,
    seen: u64,
) -> Result<Vec<AgendaEvent>, Rejection> {
    let mut facts = Vec::new();
    let (mut theirs, mut yours) = (Vec::new(), Vec::new());
    if let Some(title) = title.filter(|title| *title != item.title) {
        theirs.push(item.title.as_str());
        yours.push(title);
        let fact = ItemReworded { item: item.id, title: title.to_owned() };
        facts.push(AgendaEvent::ItemReworded(fact));
    }
    let differs = |new: &FootnoteText| {
        let new = Footnote { text: new.text.clone(), cites: new.cites.clone() };
        item.footnote.as_ref() != Some(&new)
    };
    if let Some(footnote) = footnote.filter(|footnote| differs(footnote)) {
        theirs.extend(item.footnote.as_ref().map(|footnote| footnote.text.as_str()));
        yours.push(&footnote.text);
        facts.push(footnote_set(item.id, footnote));
    }
    if !facts.is_empty() && item.changed_at > seen {
        let (theirs, yours) = (theirs.join("\n"), yours.join("\n"));
        let (item, entry) = (Some(item.id), item.changed_at);
        return Err(Rejection::ChangedSince { item, entry, theirs, yours });
    }
    Ok(facts)
}

/// Taking off what was taken off already is already so; ids are never given again.
fn remove(
    meeting: &Meeting,
    item: ItemId,
    reason: Option<&str>,
) -> Result<Vec<AgendaEvent>, Rejection> {
    let was_there = item.0 > 0 && Some(item) <= meeting.agenda.last_item();
    match meeting.agenda.find(item) {
        None if was_there => Ok(Vec::new()),
        None => Err(Rejection::UnknownItem(item)),
        Some(_) => {
            let reason = reason.map(str::to_owned);
            Ok(vec![AgendaEvent::ItemRemoved(ItemRemoved { item, reason })])
        }
    }
}

fn move_item(
    meeting: &Meeting,
    item: ItemId,
    parent: Option<ItemId>,
    before: Option<ItemId>,
) -> Result<Vec<AgendaEvent>, Rejection> {
    find(meeting, item)?;
    check_place(meeting, item, parent, before)?;
    let agenda = &meeting.agenda;
    let mut moved = agenda.clone();
    let fact = AgendaEvent::ItemMoved(ItemMoved { item, parent, before });
    moved.apply(&fact, 0);
    let order = |agenda: &crate::agenda::Agenda| -> Vec<_> {
        agenda.numbered().into_iter().map(|n| (n.number, n.item.id)).collect()
    };
    Ok(if order(&moved) == order(agenda) { Vec::new() } else { vec![fact] })
}

/// A place exists when its parent does, its neighbour is a child of that parent, neither is the
/// item itself or below it, and there is room for the item and what stands below it.
fn check_place(
    meeting: &Meeting,
    item: ItemId,
    parent: Option<ItemId>,
    before: Option<ItemId>,
) -> Result<(), Rejection> {
    let agenda = &meeting.agenda;
    if let Some(parent) = parent {
        find(meeting, parent)?;
        if parent == item || agenda.is_below(parent, item) {
            return Err(Rejection::ItemPlace(item));
        }
        if agenda.level(parent) + agenda.height(item) > ITEM_LEVELS_MAX {
            return Err(Rejection::TooMany { what: Counted::Levels, max: ITEM_LEVELS_MAX });
        }
    }
    if let Some(before) = before {
        let neighbour = find(meeting, before)?;
        if neighbour.parent != parent || before == item {
            return Err(Rejection::ItemPlace(item));
        }
    }
    if agenda.children(parent).filter(|other| other.id != item).count() >= ITEMS_MAX {
        return Err(Rejection::TooMany { what: Counted::Items, max: ITEMS_MAX });
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
        Some(paragraph) => Err(Rejection::UnknownParagraph {
            source: cites.source.clone(),
            paragraph: *paragraph,
            paragraphs: known.paragraphs,
        }),
    }
}
