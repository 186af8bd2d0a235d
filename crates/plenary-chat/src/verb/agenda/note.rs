//! `agenda note`: writes the explanatory note, line by line.

use plenary_domain::decide::agenda::Note;
use plenary_domain::note::{Asks, Block, Question, Topic};
use plenary_domain::{Deadline, Views};

use crate::verb::kit::*;
use crate::verb::lookup::working_item;
use crate::verb::moments::{no_moment, when};

/// What ends the line of a topic to which whoever chooses it adds words; it is not printed.
const OPEN: &str = "[open]";

pub(super) static VERB: Verb = Verb::new(&help::AGENDA_NOTE, Note::BY, means)
    .args(&[
        Arg::lines("paragraph"),
        Arg::lines("question"),
        Arg::lines("topic"),
        Arg::line("deadline"),
    ])
    .filled(note_as_typed);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let zone = context.views.meeting.zone_name();
    Ok(Intent::does(Note {
        blocks: blocks(args, context.views)?,
        deadline: args.get("deadline").map(|typed| deadline(typed, zone)).transpose()?,
        seen: context.seen.of(None),
    }))
}

/// The note in the order in which its lines were given.
fn blocks(args: &Args, views: &Views) -> Result<Vec<Block>, ParseError> {
    let mut blocks = Vec::new();
    for (arg, value) in args.iter() {
        match arg {
            "paragraph" => blocks.push(Block::Paragraph(value.to_owned())),
            "question" => blocks.push(Block::Question(question(value, views)?)),
            "topic" => {
                let bad = || ParseError::bad("topic", value, messages::EXPECTED_TOPIC);
                let (label, text) = value.split_once(". ").ok_or_else(bad)?;
                let closed = text.strip_suffix(OPEN).map(str::trim_end);
                let (label, open) = (label.to_owned(), closed.is_some());
                let topic = Topic { label, text: closed.unwrap_or(text).to_owned(), open };
                match blocks.last_mut() {
                    Some(Block::Question(question)) => question.topics.push(topic),
                    Some(Block::Paragraph(_)) | None => return Err(bad()),
                }
            }
            "deadline" => {} // read by itself
            other => {
                let field = other.to_owned();
                return Err(ParseError::UnknownField { verb: &VERB, field });
            }
        }
    }
    if blocks.is_empty() { Err(VERB.lacks("paragraph")) } else { Ok(blocks) }
}

/// `1 experts. The names …` or `2 presentations VII. With respect to …`.
fn question(value: &str, views: &Views) -> Result<Question, ParseError> {
    let bad = || ParseError::bad("question", value, messages::EXPECTED_QUESTION);
    let (head, text) = value.split_once(". ").ok_or_else(bad)?;
    let mut words = head.split_whitespace();
    let label = words.next().ok_or_else(bad)?.to_owned();
    let asks = match words.next() {
        Some("experts") => Asks::Experts,
        Some("presentations") => Asks::Presentations,
        Some("other") => Asks::Other,
        _ => return Err(bad()),
    };
    let item = words.next().map(|typed| working_item(typed, views)).transpose()?;
    Ok(Question { label, text: text.to_owned(), asks, item, topics: Vec::new() })
}

/// `2007-10-29 by no later than October 29, 2007`, or with the hour, `2007-10-29 16:10 by …`: until
/// when, and the words of the paper.
fn deadline(typed: &str, zone: &str) -> Result<Deadline, ParseError> {
    let (date, time, clock, wording) = when("deadline", typed, zone)?;
    let wording = if wording.is_empty() { typed } else { wording };
    match time {
        None => Ok(Deadline::ending(date, zone, wording)),
        Some(time) => Deadline::at(date, time, clock, wording).map_err(no_moment),
    }
}

/// The note that stands now, in the lines by which it would be typed; nothing before there is one.
fn note_as_typed(views: &Views, _: &Actor, _: &Utterance) -> Vec<(&'static str, String)> {
    let working = &views.agenda.working;
    let mut lines = Vec::new();
    for block in &working.note {
        let question = match block {
            Block::Paragraph(text) => {
                lines.push(format!("paragraph: {text}"));
                continue;
            }
            Block::Question(question) => question,
        };
        let asks = match question.asks {
            Asks::Experts => "experts",
            Asks::Presentations => "presentations",
            Asks::Other => "other",
        };
        let item = question.item.and_then(|item| working.number_of(item));
        let item = item.map(|number| format!(" {number}")).unwrap_or_default();
        lines.push(format!("question: {} {asks}{item}. {}", question.label, question.text));
        for topic in &question.topics {
            let open = if topic.open { format!(" {OPEN}") } else { String::new() };
            lines.push(format!("topic: {}. {}{open}", topic.label, topic.text));
        }
    }
    if let Some(deadline) = &working.deadline {
        let hour = deadline.time.map(|time| format!(" {:02}:{:02}", time.hour(), time.minute()));
        let offset = deadline.offset.as_ref().map(|offset| format!(" {offset}"));
        let (hour, offset) = (hour.unwrap_or_default(), offset.unwrap_or_default());
        lines.push(format!("deadline: {}{hour}{offset} {}", deadline.date, deadline.wording));
    }
    if lines.is_empty() { Vec::new() } else { vec![(LINES, lines.join("\n"))] }
}
