//! `agenda edit add|word|move|remove`: edits the working agenda; nothing issued changes.

use plenary_domain::ItemId;
use plenary_domain::citation::Citation;
use plenary_domain::decide::agenda::{Add, FootnoteText, Move, Remove, Word};

use crate::verb::kit::*;
use crate::verb::lookup::working_item;

static EDITS: OneOf<Edit, 4> = OneOf::new(
    "what",
    [("add", Edit::Add), ("word", Edit::Word), ("move", Edit::Move), ("remove", Edit::Remove)],
);

/// What is done to the working agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edit {
    Add,
    Word,
    Move,
    Remove,
}

pub(super) static VERB: Verb = Verb::new(&help::AGENDA_EDIT, Add::BY, means)
    .short(&["edit"])
    .args(&[
        EDITS.positional(),
        Arg::positional("item", ArgKind::WorkingItem).optional(),
        Arg::rest("text").optional().in_form(),
        Arg::named("under", ArgKind::WorkingItem),
        Arg::named("before", ArgKind::WorkingItem),
        Arg::named("footnote", ArgKind::Text),
        Arg::named("cites", ArgKind::Text),
    ])
    .asks_when(lacks_a_title)
    .filled(title_as_it_stands);

/// A new item needs its title, and so does one that is worded, unless only its footnote is set.
fn lacks_a_title(said: &Utterance) -> bool {
    let edit = said.get("what").and_then(|word| EDITS.meaning(word));
    let needs_one = match edit {
        Some(Edit::Add) => true,
        Some(Edit::Word) => said.get("item").is_some() && said.get("footnote").is_none(),
        Some(Edit::Move | Edit::Remove) | None => false,
    };
    needs_one && said.get("text").is_none()
}

/// The title of the item that is worded.
fn title_as_it_stands(views: &Views, _: &Actor, said: &Utterance) -> Vec<(&'static str, String)> {
    let is_worded = said.get("what").and_then(|word| EDITS.meaning(word)) == Some(Edit::Word);
    let item = said.get("item").filter(|_| is_worded).map(|typed| working_item(typed, views));
    let item = item.and_then(Result::ok).and_then(|id| views.agenda.working.find(id));
    item.map(|item| ("text", item.title.clone())).into_iter().collect()
}

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let views = context.views;
    let text = args.text("text");
    let item = |name: &'static str| -> Result<Option<ItemId>, ParseError> {
        args.get(name).map(|typed| working_item(typed, views)).transpose()
    };
    let needed = || item("item")?.ok_or_else(|| VERB.lacks("item"));
    let before = item("before")?;
    // Before an item of another level means: on that level.
    let level = before.and_then(|id| views.agenda.working.find(id)).and_then(|item| item.parent);
    let parent = item("under")?.or(level);
    Ok(match EDITS.said(args)?.ok_or_else(|| VERB.lacks("what"))? {
        Edit::Word => {
            let item = needed()?;
            if text.is_none() && args.get("footnote").is_none() {
                return Err(VERB.lacks("text"));
            }
            let seen = context.seen.of(Some(item));
            Intent::does(Word { item, title: text, footnote: footnote(args)?, seen })
        }
        Edit::Move => {
            let item = needed()?;
            let is_last = text.as_deref().is_some_and(|text| text.eq_ignore_ascii_case("last"));
            if before.is_none() && parent.is_none() && !is_last {
                return Err(VERB.lacks("before"));
            }
            let own = views.agenda.working.find(item).and_then(|item| item.parent);
            let parent = if before.is_some() || parent.is_some() { parent } else { own };
            Intent::does(Move { item, parent, before })
        }
        Edit::Remove => Intent::does(Remove { item: needed()?, reason: text }),
        Edit::Add => Intent::does(Add {
            parent,
            before,
            // A title may begin with a number: it is the title's, a new item has none yet.
            title: match (args.get("item"), text) {
                (Some(number), Some(text)) => format!("{number} {text}"),
                (None, Some(text)) => text,
                (_, None) => return Err(VERB.lacks("text")),
            },
            footnote: footnote(args)?,
        }),
    })
}

fn footnote(args: &Args) -> Result<Option<FootnoteText>, ParseError> {
    let Some(text) = args.get("footnote") else { return Ok(None) };
    let cites = args.get("cites").map(|typed| {
        let given = typed.to_owned();
        Citation::parse(typed).ok_or(ParseError::Bad {
            arg: "cites",
            given,
            expected: messages::EXPECTED_CITES,
        })
    });
    Ok(Some(FootnoteText { text: text.to_owned(), cites: cites.transpose()? }))
}
