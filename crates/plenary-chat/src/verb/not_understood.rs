//! A line that was not understood: where, why, and what would be right.

use plenary_documents::words;

use super::general::help;
use super::row::ParseError;
use crate::line::{Input, Line};
use crate::render::RenderContext;
use crate::response::{Part, Response, Tone};
use crate::say::say;

/// The sentence with the remedy, pointing into the line where that helps.
pub(crate) fn not_understood(cx: &RenderContext<'_>, line: &Line, error: &ParseError) -> Response {
    let lang = cx.lang;
    let (text, at) = match error {
        ParseError::Empty => (say!(lang, "misread-empty"), None),
        ParseError::UnknownVerb { near: Some(near), from, to } => {
            (say!(lang, "misread-verb-near", near = near), Some((*from, *to)))
        }
        ParseError::UnknownVerb { near: None, from, to } => {
            (say!(lang, "misread-verb"), Some((*from, *to)))
        }
        ParseError::OpenQuote { from } => (say!(lang, "misread-quote"), Some((*from, *from + 1))),
        ParseError::Missing { verb, arg } if cx.has_fields => {
            let what = verb.arg(arg).map(|arg| say!(lang, &verb.about_arg(arg)));
            let what = what.unwrap_or_default();
            (say!(lang, "misread-missing-field", arg = *arg, what = what), None)
        }
        ParseError::Missing { verb, arg } => {
            let usage = help::usage(verb);
            (say!(lang, "misread-missing", arg = *arg, usage = usage), None)
        }
        ParseError::TooMuch { verb, from, to } => {
            (say!(lang, "misread-too-much", usage = help::usage(verb)), Some((*from, *to)))
        }
        ParseError::Bad { arg, given, expected } => {
            let expected = say!(lang, expected);
            let id = if given.is_empty() { "misread-bad-hidden" } else { "misread-bad" };
            (say!(lang, id, arg = *arg, given = given, expected = expected), None)
        }
        ParseError::NotAChoice { arg, given, choices } => {
            let choices = choices.join(", ");
            (say!(lang, "misread-choice", arg = *arg, given = given, choices = choices), None)
        }
        ParseError::UnknownField { verb, field } => {
            let known: Vec<&str> = verb.args.iter().map(|arg| arg.name).collect();
            (say!(lang, "misread-field", field = field, known = known.join(", ")), None)
        }
        ParseError::NoItem { .. }
        | ParseError::NoAgenda
        | ParseError::NoEdition { .. }
        | ParseError::NoDelegation { .. }
        | ParseError::NoLanguage { .. } => (in_this_meeting(cx, error), None),
    };
    let response = Response::text(Tone::Refused, text);
    match (&line.said, at) {
        (Input::Text(typed), Some((from, to))) => {
            let line = typed.lines().next().unwrap_or_default().to_owned();
            response.with(Part::Pointer { line, from, to })
        }
        _ => response, // Buttons and fields have no line to point into.
    }
}

fn in_this_meeting(cx: &RenderContext<'_>, error: &ParseError) -> String {
    let lang = cx.lang;
    match error {
        ParseError::NoItem { typed, edition } => {
            let edition = edition.and_then(|id| cx.views.agenda.edition(id));
            let agenda = edition.map_or(&cx.views.agenda.working, |edition| &edition.agenda);
            let symbol = match edition {
                Some(edition) => edition.symbol.to_string(),
                None => say!(lang, "the-working-agenda"),
            };
            let last = agenda.children(None).count();
            say!(lang, "misread-item", typed = typed, symbol = symbol, last = last)
        }
        ParseError::NoAgenda => say!(lang, "agenda-none"),
        ParseError::NoEdition { typed, known } if known.is_empty() => {
            let id = if typed.is_empty() { "misread-nothing-waits" } else { "misread-no-edition" };
            say!(lang, id, typed = typed)
        }
        ParseError::NoEdition { typed, known } => {
            say!(lang, "misread-edition", typed = typed, known = known.join(", "))
        }
        ParseError::NoDelegation { typed, near: Some(near) } => {
            say!(lang, "misread-delegation-near", typed = typed, near = near)
        }
        ParseError::NoDelegation { typed, near: None } => {
            say!(lang, "misread-delegation", typed = typed)
        }
        ParseError::NoLanguage { lang: wanted, original } => {
            let wanted = words::language_name(*wanted, lang);
            let original = words::language_name(*original, lang);
            say!(lang, "misread-language", wanted = wanted, original = original)
        }
        ParseError::Empty
        | ParseError::UnknownVerb { .. }
        | ParseError::OpenQuote { .. }
        | ParseError::Missing { .. }
        | ParseError::TooMuch { .. }
        | ParseError::Bad { .. }
        | ParseError::NotAChoice { .. }
        | ParseError::UnknownField { .. } => String::new(),
    }
}
