//! The record's comments, one part for each item of the agenda in force, as a reader may know them.
//!
//! A comment that the reader may not read leaves no trace here: neither its number nor a reply's
//! hint at it.

use plenary_domain::ItemId;
use plenary_domain::agenda::Agenda;
use plenary_domain::projection::comment::CommentShown;

use crate::context::PaperContext;
use crate::paper::{Block, Inline, Text};

/// All parts: the items in their order, the agenda as a whole, items that are gone.
pub(super) fn blocks(cx: &PaperContext<'_>) -> Vec<Block> {
    let words = cx.words;
    let empty = Agenda::default();
    let agenda = cx.views.agenda.in_force().map_or(&empty, |edition| &edition.agenda);
    let readable: Vec<&CommentShown> = cx.views.comment.readable(&cx.reader).collect();
    let mut blocks = Vec::new();
    for numbered in agenda.numbered() {
        let heading = words.comment.item_heading(&numbered.number, &numbered.item.title);
        blocks.push(cx.heading(2, heading));
        let item = numbered.item.id;
        let here = readable.iter().filter(|comment| target(&readable, comment) == Some(item));
        let part = comment_blocks(cx, here.copied().collect());
        if part.is_empty() {
            // Whoever may not read all is not told whether there are others.
            let none = match cx.reader.is_inside() {
                true => words.comment.no_comments(),
                false => words.comment.no_comments_for_you(),
            };
            blocks.push(Block::Paragraph(none.into()));
        }
        blocks.extend(part);
    }
    let whole = readable.iter().filter(|comment| target(&readable, comment).is_none());
    let gone = readable.iter().filter(|comment| {
        target(&readable, comment).is_some_and(|item| agenda.find(item).is_none())
    });
    let whole = comment_blocks(cx, whole.copied().collect());
    let gone = comment_blocks(cx, gone.copied().collect());
    for (heading, part) in
        [(words.comment.whole_heading(), whole), (words.comment.gone_heading(), gone)]
    {
        if !part.is_empty() {
            blocks.push(cx.heading(2, heading));
            blocks.extend(part);
        }
    }
    blocks
}

/// The item that a comment is about: its own, else that of the comment it answers.
fn target(readable: &[&CommentShown], comment: &CommentShown) -> Option<ItemId> {
    let mut at = comment;
    // A reply answers an earlier comment, so this ends; the bound holds for any history.
    for _ in 0..=readable.len() {
        if let Some(on) = &at.on {
            return Some(on.item);
        }
        let parent = at.reply_to?;
        at = readable.iter().find(|other| other.comment == parent)?;
    }
    None
}

fn comment_blocks(cx: &PaperContext<'_>, here: Vec<&CommentShown>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for comment in here {
        blocks.push(Block::Paragraph(head_line(cx, comment)));
        match &comment.withdrawn {
            Some((stamp, _)) => {
                let line = cx.words.comment.withdrawn(cx.time(stamp.at));
                blocks.push(Block::Paragraph(Text::cited(line, stamp)));
            }
            None => blocks.push(Block::Quote(Text::plain(&comment.text))),
        }
    }
    blocks
}

/// Number, author, time; then what it answers, where it was written, how it arrived.
fn head_line(cx: &PaperContext<'_>, comment: &CommentShown) -> Text {
    let words = cx.words;
    let (author, time) = (cx.actor(&comment.stamp.actor), cx.time(comment.stamp.at));
    let mut parts = vec![words.comment.line(comment.comment.shown(), author, time)];
    let parent = comment.reply_to.and_then(|id| cx.views.comment.find(id));
    if let Some(parent) = parent.filter(|parent| cx.reader.may_see(*parent)) {
        parts.push(words.comment.in_reply(parent.comment.shown()));
    }
    parts.extend(written_on(cx, comment));
    parts.extend(comment.received.as_ref().map(|received| cx.received(received)));
    let line = parts.join("; ").replace('\n', " ");
    Text(vec![Inline::Plain(line)]).citing([comment.stamp.entry])
}

/// Where it was written, when its item had another number or edition then.
fn written_on(cx: &PaperContext<'_>, comment: &CommentShown) -> Option<String> {
    let on = comment.on.as_ref()?;
    let then = cx.views.agenda.edition(on.edition?)?;
    let now = cx.views.agenda.in_force()?;
    if then.edition == now.edition {
        return None;
    }
    Some(cx.words.comment.written_on(&on.typed, &then.symbol))
}
