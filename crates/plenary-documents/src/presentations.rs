//! The table of presentations: under each topic of the note in force, who would present or report,
//! in what state each request is, and who has not said.
//!
//! Topics keep the note's order, delegations the roll's.

use plenary_domain::event::reply::PresentAs;
use plenary_domain::note::{Asks, Block as NoteBlock};
use plenary_domain::projection::reply::PresentationShown;
use plenary_domain::{DelegationCode, ItemId, Language, Reader, Standing, Views};

use crate::context::PaperContext;
use crate::paper::{Block, Paper, Table, Text};

/// A table for each item on which the note asks who presents, and what stands under no topic of it.
pub fn paper(views: &Views, reader: &Reader, lang: Language) -> Paper {
    let cx = PaperContext::new(views, reader, lang);
    let words = cx.words.reply;
    let stamp = views.at.map(|at| cx.words.roster.provisional(cx.running_date(at)));
    let body = match reader.sees_names() {
        true => tables(&cx, reader),
        false => vec![Block::Paragraph(words.presentations_hidden().into())],
    };
    cx.own_paper("presentations", words.presentations_title(), stamp, body)
}

fn tables(cx: &PaperContext<'_>, reader: &Reader) -> Vec<Block> {
    let words = cx.words.reply;
    let roll = cx.views.meeting.delegations();
    let mut rest: Vec<&PresentationShown> =
        cx.views.reply.presentations().filter(|shown| reader.may_see(*shown)).collect();
    rest.sort_by_key(|shown| roll.iter().position(|line| line.code == shown.delegation));
    let counts = Block::Paragraph(counted(cx, reader, &rest));
    let mut blocks = Vec::new();
    let note = cx.views.agenda.in_force().map(|edition| edition.agenda.note.iter());
    for block in note.into_iter().flatten() {
        let NoteBlock::Question(question) = block else { continue };
        let (Asks::Presentations, Some(item)) = (question.asks, question.item) else { continue };
        let mut rows = Vec::new();
        for topic in &question.topics {
            let (own, others) = rest
                .into_iter()
                .partition(|shown| shown.about.on.item == item && shown.about.topic == topic.label);
            rest = others;
            let named = format!("{}. {}", topic.label, topic.text.trim_end_matches([';', '.']));
            rows.extend(lines(cx, &named, own));
        }
        if !rows.is_empty() {
            blocks.push(cx.heading(2, named(cx, item)));
            blocks.push(table(cx, rows));
        }
    }
    if !rest.is_empty() {
        // What was requested under a note that is no longer in force still stands.
        blocks.push(cx.heading(2, words.presentations_others()));
        let rows = rest.iter().map(|shown| {
            let topic = format!("{}, {}", named(cx, shown.about.on.item), shown.about.topic);
            line(cx, topic, shown)
        });
        let rows = rows.collect();
        blocks.push(table(cx, rows));
    }
    if blocks.is_empty() {
        return vec![Block::Paragraph(words.presentations_unasked().into())];
    }
    blocks.push(counts);
    blocks.extend(silent(cx).into_iter().map(Block::Paragraph));
    blocks
}

/// The lines of a topic; one that says so when nobody chose it.
fn lines(cx: &PaperContext<'_>, topic: &str, own: Vec<&PresentationShown>) -> Vec<Vec<Text>> {
    if own.is_empty() {
        let [nobody, none] = [cx.words.reply.presentations_nobody(), ""].map(Text::from);
        return vec![vec![topic.into(), nobody, none.clone(), none.clone(), none]];
    }
    own.iter().map(|shown| line(cx, topic.to_owned(), shown)).collect()
}

fn line(cx: &PaperContext<'_>, topic: String, shown: &PresentationShown) -> Vec<Text> {
    let words = cx.words.reply;
    let by = match shown.about.by {
        PresentAs::Talk => words.talk(),
        PresentAs::Report => words.report(),
    };
    let state = match (&shown.requested, &shown.admitted) {
        (None, _) => words.presentation_asked().to_owned(),
        (Some(_), Some((_, reason))) => words.late_admitted(reason),
        (Some(_), None) if shown.late => words.presentation_late().to_owned(),
        (Some(_), None) => words.presentation_requested().to_owned(),
    };
    let topic = match &shown.about.text {
        Some(own) => words.topic_in_words(topic, own),
        None => topic,
    };
    let stamps = [&shown.asked, &shown.requested].into_iter().flatten();
    let entries = stamps.chain(shown.admitted.iter().map(|(stamp, _)| stamp));
    vec![
        topic.replace('\n', " ").into(),
        cx.delegation(&shown.delegation).into(),
        by.into(),
        Text::from(state.replace('\n', " ")).citing(entries.map(|stamp| stamp.entry)),
        shown.presentation.shown().into(),
    ]
}

fn table(cx: &PaperContext<'_>, rows: Vec<Vec<Text>>) -> Block {
    let words = cx.words;
    let (reply, delegation) = (words.reply, words.meeting.delegation());
    let head = [reply.topic(), delegation, reply.form(), reply.state(), reply.number()];
    Block::Table(Table { caption: None, head: head.map(str::to_owned).to_vec(), rows })
}

/// The item as the agenda in force has it, else as the working agenda does.
fn named(cx: &PaperContext<'_>, id: ItemId) -> String {
    let agenda = &cx.views.agenda;
    let issued = agenda.in_force().map(|edition| &edition.agenda);
    let agenda = issued.filter(|agenda| agenda.find(id).is_some()).unwrap_or(&agenda.working);
    let number = agenda.number_of(id).map(|number| number.to_string()).unwrap_or_default();
    let title = agenda.find(id).map(|item| item.title.as_str()).unwrap_or_default();
    cx.words.reply.under_item(number, title)
}

/// How many requests count, how many wait for whom.
fn counted(cx: &PaperContext<'_>, reader: &Reader, all: &[&PresentationShown]) -> Text {
    let words = cx.words.reply;
    let number =
        |of: &dyn Fn(&PresentationShown) -> bool| all.iter().filter(|shown| of(shown)).count();
    let asked = number(&|shown| shown.requested.is_none());
    let counted = number(&PresentationShown::is_counted);
    let late = number(&|shown| shown.requested.is_some() && !shown.is_counted());
    let mut counts = vec![match counted {
        1 => words.presentations_counted_one().to_owned(),
        _ => words.presentations_counted(counted),
    }];
    match late {
        0 => {}
        1 => counts.push(words.presentations_late_one().to_owned()),
        _ => counts.push(words.presentations_late(late)),
    }
    match asked {
        _ if !reader.is_inside() => {}
        0 => {}
        1 => counts.push(words.presentations_asked_one().to_owned()),
        _ => counts.push(words.presentations_asked(asked)),
    }
    Text::sentence(counts.join(" "))
}

/// Who will not present, and the members that have not said.
fn silent(cx: &PaperContext<'_>) -> Vec<Text> {
    let (words, reply) = (cx.words.reply, &cx.views.reply);
    let roll = cx.views.meeting.delegations();
    let has_said_no = |code| reply.declined(code).is_some();
    let requests = |code: &DelegationCode| {
        reply.presentations().any(|s| s.requested.is_some() && s.delegation == *code)
    };
    let declined = roll.iter().filter(|line| has_said_no(&line.code));
    let open = roll.iter().filter(|line| {
        line.standing == Standing::Member && !has_said_no(&line.code) && !requests(&line.code)
    });
    let list = |lines: Vec<&str>| lines.join(", ");
    let declined = list(declined.map(|line| line.name.as_str()).collect());
    let open = list(open.map(|line| line.name.as_str()).collect());
    let mut said = Vec::new();
    if !declined.is_empty() {
        said.push(Text::sentence(words.presentations_declined(declined)));
    }
    said.push(match open.as_str() {
        "" => Text::plain(words.presentations_all_said()),
        list => Text::sentence(words.presentations_silent(list)),
    });
    said
}
