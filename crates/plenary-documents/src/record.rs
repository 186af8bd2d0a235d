//! The record: what the meeting discussed and decided, part by part, as its readers may know it.
//!
//! It is what is handed out; the history is the other paper. Every passage names the entries
//! behind it.

mod comments;
mod opening;

use plenary_domain::event::decision::Manner;
use plenary_domain::projection::agenda::Edition;
use plenary_domain::projection::record::{DecisionShown, ObjectionShown, OutcomeShown};
use plenary_domain::projection::reply::Fate;
use plenary_domain::{Language, Reader, Views};

use crate::agenda::{change_blocks, summary};
use crate::context::PaperContext;
use crate::paper::{Block, Paper, Text};
use crate::roster;
use crate::words::running_date;

/// The record as this reader's circle may read it.
pub fn paper(views: &Views, reader: &Reader, lang: Language) -> Paper {
    let cx = PaperContext::new(views, reader, lang);
    let words = cx.words;
    let mut body = opening::blocks(&cx);
    body.extend(comments::blocks(&cx));
    body.push(cx.heading(2, words.decision.heading()));
    body.extend(decision_blocks(&cx));
    body.push(cx.heading(2, words.paper.heading()));
    body.extend(edition_blocks(&cx));
    body.push(cx.heading(2, words.reply.heading()));
    body.extend(nomination_blocks(&cx));
    body.push(cx.heading(2, words.record.corrections_heading()));
    body.extend(correction_blocks(&cx));
    cx.own_paper("record", words.record.title(), None, body)
}

fn decision_blocks(cx: &PaperContext<'_>) -> Vec<Block> {
    let words = cx.words;
    let decisions = &cx.views.record.decisions;
    if decisions.is_empty() {
        return vec![Block::Paragraph(words.page.none().into())];
    }
    let (adopted, open): (Vec<_>, Vec<_>) =
        decisions.iter().partition(|decision| decision.adopted.is_some());
    let mut blocks = Vec::new();
    if !adopted.is_empty() {
        blocks.push(Block::Paragraph(words.decision.decided().into()));
    }
    for decision in adopted.into_iter().chain(open) {
        blocks.push(Block::List(vec![decision_text(cx, decision)]));
        blocks.push(Block::Paragraph(decision_outcome(cx, decision)));
        for objection in &decision.objections {
            blocks.push(Block::Paragraph(objection_text(cx, objection)));
            if let Some(stamp) = &objection.withdrawn {
                let delegation = cx.delegation(&objection.delegation);
                let date = cx.running_date(stamp.at);
                let line = words.decision.objection_withdrawn(delegation, date);
                blocks.push(Block::Paragraph(Text::cited(line, stamp)));
            }
        }
    }
    blocks
}

fn decision_text(cx: &PaperContext<'_>, decision: &DecisionShown) -> Text {
    // A decision's own line breaks stay; the list keeps them under its number.
    let line = cx.words.decision.line(decision.decision.shown(), &decision.text);
    Text::plain(line).citing([decision.put.entry])
}

fn decision_outcome(cx: &PaperContext<'_>, decision: &DecisionShown) -> Text {
    let words = cx.words.decision;
    if let Some(outcome) = &decision.adopted {
        let (manner, date) = (manner_words(cx, outcome), cx.running_date(outcome.stamp.at));
        let line = match outcome.sitting {
            Some(sitting) => words.adopted(manner, cx.ordinal(sitting), date),
            None => words.adopted_between(manner, date),
        };
        return Text::cited(line, &outcome.stamp);
    }
    if let Some(outcome) = &decision.not_adopted {
        let (manner, date) = (manner_words(cx, outcome), cx.running_date(outcome.stamp.at));
        let line = match outcome.sitting {
            Some(sitting) => words.not_adopted(manner, cx.ordinal(sitting), date),
            None => words.not_adopted_between(manner, date),
        };
        return Text::cited(line, &outcome.stamp);
    }
    if let Some((stamp, _)) = &decision.withdrawn {
        return Text::cited(words.withdrawn(cx.running_date(stamp.at)), stamp);
    }
    let date = cx.running_date(decision.put.at);
    let line = match decision.sitting {
        Some(sitting) => words.open(cx.ordinal(sitting), date),
        None => words.open_between(date),
    };
    Text::cited(line, &decision.put)
}

/// "by consensus", or "by vote" with the counts.
fn manner_words(cx: &PaperContext<'_>, outcome: &OutcomeShown) -> String {
    match outcome.manner {
        Manner::Consensus => cx.words.decision.consensus().to_owned(),
        Manner::Vote => {
            let (yes, no, neither) = outcome.votes.unwrap_or_default();
            cx.words.decision.vote(yes, no, neither)
        }
    }
}

fn objection_text(cx: &PaperContext<'_>, objection: &ObjectionShown) -> Text {
    let delegation = cx.delegation(&objection.delegation);
    let line = match &objection.reason {
        Some(reason) => cx.words.decision.objected_why(delegation, reason),
        None => cx.words.decision.objected(delegation),
    };
    Text::cited(line, &objection.stamp)
}

/// The issued editions and what each changed.
fn edition_blocks(cx: &PaperContext<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for edition in cx.views.agenda.editions() {
        if let Some(line) = edition_line(cx, edition) {
            blocks.push(Block::Paragraph(line));
            blocks.extend(change_blocks(cx, edition));
        }
    }
    if blocks.is_empty() {
        blocks.push(Block::Paragraph(cx.words.page.none().into()));
    }
    blocks
}

fn edition_line(cx: &PaperContext<'_>, edition: &Edition) -> Option<Text> {
    let issued = edition.issued.as_ref()?;
    let dated = running_date(edition.dated, cx.lang);
    let line = cx.words.paper.issued(&edition.symbol, dated, cx.time(issued.at));
    let mut text = Text::sentence(line);
    if edition.follows.is_some() {
        let changes = cx.views.agenda.changes(edition).len();
        text = text.and(" ").and(&summary(cx, changes)).and(".");
    }
    let approved = edition.approved.iter().map(|approval| approval.stamp.entry);
    Some(text.citing(approved.chain([edition.prepared.entry, issued.entry])))
}

/// The nominations whose details were corrected.
fn correction_blocks(cx: &PaperContext<'_>) -> Vec<Block> {
    let words = cx.words;
    let mut lines = Vec::new();
    for nomination in cx.views.reply.all() {
        let (id, name) = (nomination.nomination.shown(), cx.person(nomination.person));
        let delegation = cx.delegation(&nomination.delegation);
        for (stamp, reason) in &nomination.corrected {
            let line = words.record.corrected(&name, &delegation, &id, cx.time(stamp.at));
            let line = match reason {
                Some(reason) => words.history.with_reason(line, reason),
                None => format!("{line}."),
            };
            lines.push(Block::Paragraph(Text::cited(line, stamp)));
        }
    }
    if lines.is_empty() {
        lines.push(Block::Paragraph(words.page.none().into()));
    }
    lines
}

fn nomination_blocks(cx: &PaperContext<'_>) -> Vec<Block> {
    let all = cx.views.reply.all();
    let count = |wanted: &dyn Fn(&Fate) -> bool| {
        all.iter().filter(|nomination| wanted(&nomination.fate)).count()
    };
    let late: Vec<_> = all.iter().filter(|nomination| nomination.late).collect();
    let admitted = late.iter().filter(|nomination| nomination.admitted.is_some()).count();
    let standing = count(&|fate| *fate == Fate::Stands);
    let replaced = count(&|fate| matches!(fate, Fate::ReplacedBy(_)));
    let withdrawn = count(&|fate| matches!(fate, Fate::Withdrawn { .. }));
    let words = cx.words.reply;
    let mut counts = vec![match standing {
        0 => words.standing_none().to_owned(),
        1 => words.standing_one().to_owned(),
        _ => words.standing_many(standing),
    }];
    match (late.len(), admitted) {
        (0, _) => {}
        (1, 0) => counts.push(words.late_one_not_admitted().to_owned()),
        (1, _) => counts.push(words.late_one_admitted().to_owned()),
        (late, 0) => counts.push(words.late_many_none_admitted(late)),
        (late, 1) => counts.push(words.late_many_one_admitted(late)),
        (late, _) => counts.push(words.late_many_admitted(late, admitted)),
    }
    match replaced {
        0 => {}
        1 => counts.push(words.replaced_one().to_owned()),
        _ => counts.push(words.replaced_many(replaced)),
    }
    match withdrawn {
        0 => {}
        1 => counts.push(words.withdrawn_one().to_owned()),
        _ => counts.push(words.withdrawn_many(withdrawn)),
    }
    let counts = counts.join(" ");
    let mut lines =
        vec![Text::plain(counts).citing(all.iter().map(|nomination| nomination.stamp.entry))];
    lines.extend(roster::answered(cx));
    lines.into_iter().map(Block::Paragraph).collect()
}
