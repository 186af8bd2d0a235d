//! `agenda show`: the agenda in force, another edition, or the working agenda.

use plenary_documents::agenda as documents;
use plenary_domain::agenda::{Agenda, compare};
use plenary_domain::projection::agenda::Edition;
use plenary_domain::stage::{Stage, Staged};
use plenary_domain::{EditionId, ItemId, Reader};

use crate::verb::kit::*;
use crate::verb::lookup::{edition, in_force, item_in, working_item};
use crate::verb::{comment, offer};

static VIEWS: OneOf<View, 3> = OneOf::new(
    "view",
    [("agenda", View::Agenda), ("coverage", View::Coverage), ("draft", View::Draft)],
);

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    Agenda,
    Coverage,
    Draft,
}

pub(super) static VERB: Verb = Verb::new(&help::AGENDA_SHOW, EVERYBODY, means)
    .short(&["agenda"])
    .args(&[
        Arg::positional("edition", ArgKind::Symbol).optional(),
        Arg::named("item", ArgKind::Item),
        Arg::named("as-of", ArgKind::Moment),
        VIEWS.named(),
    ])
    .shared();

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let inside = Reader::actor(context.actor).is_inside();
    let which = match (VIEWS.said(args)?.unwrap_or(View::Agenda), args.get("edition")) {
        (View::Coverage, _) => return Ok(Intent::shows(coverage)),
        (View::Agenda | View::Draft, Some(typed)) => {
            Which::Edition(edition(typed, context)?.edition)
        }
        (View::Draft, None) if inside => Which::Working,
        (View::Draft, None) => Which::InsteadOfWorking,
        (View::Agenda, None) => Which::InForce,
    };
    let item = args.get("item").map(|typed| match which {
        Which::Working => working_item(typed, context.views),
        Which::InForce | Which::InsteadOfWorking => item_in(typed, in_force(context.views)?),
        Which::Edition(_) => {
            item_in(typed, edition(args.get("edition").unwrap_or_default(), context)?)
        }
    });
    let item = item.transpose()?;
    Ok(Intent::Show(Show::Agenda(Box::new(move |cx, _| show(cx, which, item)))))
}

/// Which agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    InForce,
    Working,
    /// The working agenda was asked for by somebody who may not see it.
    InsteadOfWorking,
    Edition(EditionId),
}

/// The agenda that was asked for, or one item of it.
fn show(cx: &RenderContext<'_>, which: Which, item: Option<ItemId>) -> Response {
    let views = cx.views;
    let edition = match which {
        Which::Edition(id) => views.agenda.edition(id),
        Which::InForce | Which::InsteadOfWorking => views.agenda.in_force(),
        Which::Working => None,
    };
    let (head, agenda) = match (edition, which) {
        (Some(edition), _) => (head(cx, edition), &edition.agenda),
        (None, Which::Working) => (messages::AGENDA_HEAD_WORKING.say(cx), &views.agenda.working),
        (None, _) if cx.reader.is_inside() && !views.agenda.working.is_empty() => {
            (messages::AGENDA_HEAD_WORKING.say(cx), &views.agenda.working)
        }
        (None, _) => return Response::text(Tone::Shown, messages::AGENDA_NONE.say(cx)),
    };
    if let Some(item) = item {
        return one(cx, agenda, item);
    }
    let said = match which {
        Which::InsteadOfWorking => {
            Response::text(Tone::Shown, messages::AGENDA_DRAFT_READERS.say(cx)).and(head)
        }
        Which::InForce | Which::Working | Which::Edition(_) => Response::text(Tone::Shown, head),
    };
    let mut response = said.with(Part::Numbered(items(cx, agenda)));
    if edition.is_some() && cx.reader.is_inside() {
        let pending = compare(agenda, &views.agenda.working).len();
        if pending > 0 && which == Which::InForce {
            response = response.and(messages::AgendaPending { count: pending }.say(cx));
        }
    }
    if which == Which::InForce && edition.is_some() {
        response = comments(cx, agenda, response);
    }
    response
}

/// Which edition it is, and what it counts for now.
fn head(cx: &RenderContext<'_>, edition: &Edition) -> String {
    let symbol = edition.symbol.to_string();
    let in_force = cx.views.agenda.in_force().filter(|other| other.edition != edition.edition);
    match (edition.stage(), in_force) {
        (Stage::Issued, Some(other)) => {
            let current = other.symbol.to_string();
            messages::AgendaHeadReplaced { symbol, current }.say(cx)
        }
        (Stage::Issued, None) if edition.adopted.is_some() => {
            messages::AgendaHeadAdopted { symbol }.say(cx)
        }
        (Stage::Issued, None) => messages::AgendaHead { symbol }.say(cx),
        (Stage::Waiting, _) => messages::AgendaHeadWaiting { symbol }.say(cx),
        (Stage::Returned, _) => messages::AgendaHeadReturned { symbol }.say(cx),
        (Stage::Withdrawn, _) => messages::AgendaHeadWithdrawn { symbol }.say(cx),
    }
}

fn items(cx: &RenderContext<'_>, agenda: &Agenda) -> Vec<(String, String)> {
    agenda
        .numbered()
        .into_iter()
        .map(|numbered| {
            let mut line = numbered.item.title.clone();
            let comments = cx.views.comment.count_on(numbered.item.id, &cx.reader);
            if comments > 0 {
                line.push(' ');
                line.push_str(&messages::AgendaComments { count: comments }.say(cx));
            }
            (numbered.number.to_string(), line)
        })
        .collect()
}

fn one(cx: &RenderContext<'_>, agenda: &Agenda, id: ItemId) -> Response {
    let mut response = Response::text(Tone::Shown, cx.item(agenda, id));
    let Some(item) = agenda.find(id) else { return response };
    if let Some(footnote) = &item.footnote {
        response = response.with(Part::Quote(footnote.text.clone()));
    }
    let comments: Vec<String> = cx
        .views
        .comment
        .readable(&cx.reader)
        .filter(|comment| comment.on.as_ref().is_some_and(|on| on.item == id))
        .map(|comment| comment::line(cx, comment))
        .collect();
    if !comments.is_empty() {
        response = response.with(Part::List(comments));
    }
    response
}

/// Which paragraphs of the mandates' sources are covered by which items.
fn coverage(cx: &RenderContext<'_>) -> Response {
    let agenda = match cx.views.agenda.in_force() {
        Some(edition) => &edition.agenda,
        None if cx.reader.is_inside() => &cx.views.agenda.working,
        None => return Response::text(Tone::Shown, messages::AGENDA_NONE.say(cx)),
    };
    let paper = documents::coverage(cx.views, agenda, cx.paper_lang);
    Response::default().with(Part::Paper(Box::new(paper)))
}

/// The most items that get a button each; a message has room for 25, and others want some.
const ITEMS_MAX: usize = 15;

/// A button for each item of the agenda in force, for those who may comment.
fn comments(cx: &RenderContext<'_>, agenda: &Agenda, response: Response) -> Response {
    agenda.numbered().into_iter().take(ITEMS_MAX).fold(response, |response, numbered| {
        let number = numbered.number.to_string();
        let label = messages::CommentOn { number: &number }.say(cx);
        response.form(label, offer::form(cx, &comment::ADD, &[("item", &number)]))
    })
}
