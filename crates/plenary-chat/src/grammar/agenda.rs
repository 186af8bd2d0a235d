//! Showing the agenda, editing the working draft, writing the note.

use plenary_domain::citation::Citation;
use plenary_domain::command::{AgendaCommand, FootnoteText};
use plenary_domain::note::{Asks, Block, Question, Topic};
use plenary_domain::{Capacity, Command, Deadline, ItemId, Views};

use super::meaning::{day, edition, in_force, item_in, working_item};
use super::people::missing;
use super::{Args, Context, Intent, ParseError, Show, Which};
use crate::verb::Verb;

pub(super) fn ask(verb: &Verb, args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let command = match verb.name {
        "edit" => edit(args, context)?,
        "note" => AgendaCommand::Note {
            blocks: blocks(args, context.views)?,
            deadline: args
                .get("deadline")
                .map(|typed| deadline(typed, context.views.meeting.zone_name()))
                .transpose()?,
            seen: context.seen.of(None),
        },
        "compare" => {
            let edition = match args.get("edition") {
                Some(typed) => edition(typed, context)?,
                None => in_force(context.views)?,
            };
            return Ok(Intent::Show(Show::Compare(edition.edition)));
        }
        _ => return show(args, context),
    };
    Ok(Intent::Do(Box::new(Command::Agenda(command)), None))
}

fn show(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    if args.get("view") == Some("coverage") {
        return Ok(Intent::Show(Show::Coverage));
    }
    let inside = matches!(context.actor.capacity, Capacity::Chair | Capacity::Secretariat);
    let which = match args.get("edition") {
        Some(typed) => Which::Edition(edition(typed, context)?.edition),
        None if args.get("view") == Some("draft") && inside => Which::Working,
        None => Which::InForce,
    };
    let item = args.get("item").map(|typed| match which {
        Which::Working => working_item(typed, context.views),
        Which::InForce => item_in(typed, in_force(context.views)?),
        Which::Edition(_) => {
            item_in(typed, edition(args.get("edition").unwrap_or_default(), context)?)
        }
    });
    Ok(Intent::Show(Show::Agenda(which, item.transpose()?)))
}

fn edit(args: &Args, context: &Context<'_>) -> Result<AgendaCommand, ParseError> {
    let views = context.views;
    let text = args.get("text").map(str::to_owned);
    let item = |name: &'static str| -> Result<Option<ItemId>, ParseError> {
        args.get(name).map(|typed| working_item(typed, views)).transpose()
    };
    let needed = || item("item")?.ok_or_else(|| missing("agenda edit", "item"));
    let before = item("before")?;
    // Before an item of another level means: on that level.
    let level = before.and_then(|id| views.agenda.working.find(id)).and_then(|item| item.parent);
    let parent = item("under")?.or(level);
    Ok(match args.get("what") {
        Some("word") => {
            let item = needed()?;
            let seen = context.seen.of(Some(item));
            AgendaCommand::Word { item, title: text, footnote: footnote(args)?, seen }
        }
        Some("move") => {
            let item = needed()?;
            let is_last = text.as_deref().is_some_and(|text| text.eq_ignore_ascii_case("last"));
            if before.is_none() && parent.is_none() && !is_last {
                return Err(missing("agenda edit", "before"));
            }
            let own = views.agenda.working.find(item).and_then(|item| item.parent);
            let parent = if before.is_some() || parent.is_some() { parent } else { own };
            AgendaCommand::Move { item, parent, before }
        }
        Some("remove") => AgendaCommand::Remove { item: needed()?, reason: text },
        _ => AgendaCommand::Add {
            parent,
            before,
            // A title may begin with a number: it is the title's, a new item has none yet.
            title: match (args.get("item"), text) {
                (Some(number), Some(text)) => format!("{number} {text}"),
                (None, Some(text)) => text,
                (_, None) => return Err(missing("agenda edit", "text")),
            },
            footnote: footnote(args)?,
        },
    })
}

fn footnote(args: &Args) -> Result<Option<FootnoteText>, ParseError> {
    let Some(text) = args.get("footnote") else { return Ok(None) };
    let cites = args.get("cites").map(|typed| {
        let given = typed.to_owned();
        Citation::parse(typed).ok_or(ParseError::Bad {
            arg: "cites",
            given,
            expected: "expected-cites",
        })
    });
    Ok(Some(FootnoteText { text: text.to_owned(), cites: cites.transpose()? }))
}

/// The note in the order in which its lines were given.
fn blocks(args: &Args, views: &Views) -> Result<Vec<Block>, ParseError> {
    let mut blocks = Vec::new();
    for (arg, value) in args.iter() {
        match arg {
            "paragraph" => blocks.push(Block::Paragraph(value.to_owned())),
            "question" => blocks.push(Block::Question(question(value, views)?)),
            "topic" => {
                let bad = || ParseError::Bad {
                    arg: "topic",
                    given: value.to_owned(),
                    expected: "expected-topic",
                };
                let (label, text) = value.split_once(". ").ok_or_else(bad)?;
                let topic = Topic { label: label.to_owned(), text: text.to_owned() };
                match blocks.last_mut() {
                    Some(Block::Question(question)) => question.topics.push(topic),
                    Some(Block::Paragraph(_)) | None => return Err(bad()),
                }
            }
            _ => {}
        }
    }
    if blocks.is_empty() { Err(missing("agenda note", "paragraph")) } else { Ok(blocks) }
}

/// `1 experts. The names …` or `2 presentations VII. With respect to …`.
fn question(value: &str, views: &Views) -> Result<Question, ParseError> {
    let bad = || ParseError::Bad {
        arg: "question",
        given: value.to_owned(),
        expected: "expected-question",
    };
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

/// `2007-10-29 by no later than October 29, 2007`: the day, and the words of the paper.
fn deadline(typed: &str, zone: &str) -> Result<Deadline, ParseError> {
    let (date, wording) = typed.split_once(' ').unwrap_or((typed, typed));
    Ok(Deadline::ending(day("deadline", date)?, zone, wording))
}

/// The note that stands now, in the lines by which it would be typed; nothing before there is one.
pub(crate) fn note_as_typed(views: &Views) -> Option<String> {
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
            lines.push(format!("topic: {}. {}", topic.label, topic.text));
        }
    }
    if let Some(deadline) = &working.deadline {
        lines.push(format!("deadline: {} {}", deadline.date, deadline.wording));
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}
