//! `paper prepare agenda SYMBOL`: fixes the working agenda as an edition and asks the Chair.

use plenary_domain::decide::paper::Prepare;
use plenary_domain::projection::agenda::Edition;

use crate::verb::kit::*;
use crate::verb::moments::day;

static KINDS: OneOf<(), 1> = OneOf::new("kind", [("agenda", ())]);

/// Whether the note is printed with the agenda.
static WITH: OneOf<bool, 2> = OneOf::new("with", [("note", true), ("agenda", false)]);

pub(super) static VERB: Verb =
    Verb::new(&help::PAPER_PREPARE, Prepare::BY, means).short(&["prepare"]).args(&[
        KINDS.positional(),
        Arg::rest("symbol"),
        WITH.named(),
        Arg::named("dated", ArgKind::Day),
        Arg::named("authentic", ArgKind::Text),
    ]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::does(Prepare {
        symbol: args.required("symbol").trim().to_owned(),
        with_note: with_note(WITH.said(args)?, context),
        dated: args.get("dated").map(|typed| day("dated", typed)).transpose()?,
        authentic: args.text("authentic"),
    }))
}

/// `with:note` or `with:agenda` (alone); unsaid, as the edition before, so that nothing is dropped
/// by silence.
fn with_note(said: Option<bool>, context: &Context<'_>) -> bool {
    let agenda = &context.views.agenda;
    match (said, agenda.in_force()) {
        (Some(with_note), _) => with_note,
        (None, Some(last)) => last.with_note && !agenda.working.note.is_empty(),
        (None, None) => !agenda.working.note.is_empty(),
    }
}

/// What looks odd in a text that was typed from a paper; it is kept as it was written.
pub(super) fn with_looks(
    cx: &RenderContext<'_>,
    response: Response,
    edition: &Edition,
) -> Response {
    let numbered = edition.agenda.numbered();
    let stops = numbered.iter().filter(|n| n.item.title.ends_with('.')).count();
    let bare: Vec<String> = numbered
        .iter()
        .filter(|n| stops * 2 > numbered.len() && !n.item.title.ends_with('.'))
        .map(|n| n.number.to_string())
        .collect();
    let own: Vec<String> = numbered
        .iter()
        .filter(|n| begins_with_a_number(&n.item.title))
        .map(|n| n.number.to_string())
        .collect();
    let mut response = response;
    if !bare.is_empty() {
        let (count, items) = (bare.len(), bare.join(", "));
        response = response.and(messages::PaperLookStop { count, items }.say(cx));
    }
    if !own.is_empty() {
        let (count, items) = (own.len(), own.join(", "));
        response = response.and(messages::PaperLookNumber { count, items }.say(cx));
    }
    response
}

/// Whether a title brings a number of its own, beside the one that it gets: `1. Opening`,
/// `II. Budget`, `(a) Income`.
fn begins_with_a_number(title: &str) -> bool {
    let word = title.split_whitespace().next().unwrap_or_default();
    let is_number = |text: &str| {
        let is_roman = !text.is_empty() && text.chars().all(|c| "IVXLC".contains(c));
        let is_letter = text.len() == 1 && text.chars().all(|c| c.is_ascii_lowercase());
        let is_digits = text.starts_with(|c: char| c.is_ascii_digit())
            && text.chars().all(|c| c.is_ascii_digit() || c == '.');
        is_roman || is_letter || is_digits
    };
    let inner = word.strip_prefix('(').and_then(|word| word.strip_suffix(')'));
    let marked = word.strip_suffix(['.', ')']);
    inner.or(marked).is_some_and(is_number)
}
