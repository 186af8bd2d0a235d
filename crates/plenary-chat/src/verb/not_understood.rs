//! A line that was not understood: where, why, and what would be right.

use plenary_documents::words;
use plenary_domain::reference::{ItemNumber, names_several};

use super::general::help;
use super::row::{ParseError, Verb};
use crate::line::{Input, Line};
use crate::messages;
use crate::render::RenderContext;
use crate::response::{Part, Response, Tone};

/// The sentence with the remedy, pointing into the line where that helps.
pub(crate) fn not_understood(cx: &RenderContext<'_>, line: &Line, error: &ParseError) -> Response {
    let (text, at) = match error {
        ParseError::Empty => (messages::MISREAD_EMPTY.say(cx), None),
        ParseError::UnknownVerb { near: Some(near), from, to } => {
            (messages::MisreadVerbNear { near }.say(cx), Some((*from, *to)))
        }
        ParseError::UnknownVerb { near: None, from, to } => {
            (messages::MISREAD_VERB.say(cx), Some((*from, *to)))
        }
        ParseError::OpenQuote { from } => {
            (messages::MISREAD_QUOTE.say(cx), Some((*from, *from + 1)))
        }
        ParseError::Missing { verb, arg } => {
            let what = verb.arg(arg).and_then(|arg| verb.about_arg(arg));
            let what = what.map(|what| what.say(cx)).unwrap_or_default();
            let (arg, usage) = (*arg, help::usage(verb));
            let text = match cx.has_fields {
                true => messages::MisreadMissingField { arg, what }.say(cx),
                false => messages::MisreadMissing { arg, what, usage }.say(cx),
            };
            (text, None)
        }
        ParseError::TooMuch { verb, from, to } => {
            let word: String = match &line.said {
                Input::Text(typed) => typed.chars().skip(*from).take(to - from).collect(),
                Input::Fields(_) | Input::Press(_) | Input::Form { .. } => String::new(),
            };
            let usage = help::usage(verb);
            let text = messages::MisreadTooMuch { word, usage }.say(cx);
            (with_text_verb(cx, verb, text), Some((*from, *to)))
        }
        ParseError::Bad { arg, given, expected } => {
            let (arg, expected) = (*arg, expected.say(cx));
            let text = match given.is_empty() {
                true => messages::MisreadBadHidden { arg, expected }.say(cx),
                false => messages::MisreadBad { arg, given, expected }.say(cx),
            };
            (text, None)
        }
        ParseError::Twice { arg, given } => {
            (messages::MisreadTwice { arg: *arg, given }.say(cx), None)
        }
        ParseError::Unfit(why) => (why.say(cx), None),
        ParseError::NotAChoice { arg, given, choices } => {
            let choices = choices.join(", ");
            (messages::MisreadChoice { arg: *arg, given, choices }.say(cx), None)
        }
        ParseError::UnknownField { verb, field } => {
            let known: Vec<&str> = verb.args.iter().map(|arg| arg.name).collect();
            (messages::MisreadField { field, known: known.join(", ") }.say(cx), None)
        }
        ParseError::LooseLine { verb, line } => (loose_line(cx, verb, line), None),
        ParseError::NoItem { .. }
        | ParseError::NoAgenda
        | ParseError::NoEdition { .. }
        | ParseError::NoDelegation { .. }
        | ParseError::NoPerson { .. }
        | ParseError::WhichPerson { .. }
        | ParseError::OfficeForDelegation { .. }
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

/// The same sentence, and how the words are said as a text, where the first word alone takes one:
/// `comment list of speakers` may be meant as a comment.
fn with_text_verb(cx: &RenderContext<'_>, verb: &Verb, text: String) -> String {
    let takes_text = |other: &&Verb| other.said != verb.said && other.short.contains(&verb.group());
    match super::all().find(takes_text) {
        Some(other) => format!("{text}. {}", messages::MisreadAsText { typed: other.said }.say(cx)),
        None => text,
    }
}

/// A line of a form that names no field.
fn loose_line(cx: &RenderContext<'_>, verb: &Verb, line: &str) -> String {
    let known: Vec<&str> = verb.args.iter().map(|arg| arg.name).collect();
    match known.as_slice() {
        [] => messages::MisreadLine { line }.say(cx),
        [first, ..] => {
            let known = known.join(", ");
            messages::MisreadLineNames { line, known, first: *first }.say(cx)
        }
    }
}

fn in_this_meeting(cx: &RenderContext<'_>, error: &ParseError) -> String {
    match error {
        ParseError::NoItem { typed, .. } if names_several(typed) => {
            messages::MisreadItems { typed }.say(cx)
        }
        ParseError::NoItem { typed, edition } => {
            let edition = edition.and_then(|id| cx.views.agenda.edition(id));
            let in_force = cx.views.agenda.in_force().map(|edition| edition.edition);
            let (symbol, which) = match edition {
                Some(edition) if in_force == Some(edition.edition) => {
                    (edition.symbol.to_string(), String::new())
                }
                Some(edition) => (edition.symbol.to_string(), format!(" \"{}\"", edition.symbol)),
                None => (messages::THE_WORKING_AGENDA.say(cx), " view:draft".to_owned()),
            };
            let none = messages::MisreadItem { typed, symbol, which }.say(cx);
            // `5G` may be the 7th part of item 5, and the first word of a text.
            match typed.contains(char::is_numeric) && typed.contains(char::is_alphabetic) {
                true => format!("{none} {}", messages::MISREAD_ITEM_OR_TEXT.say(cx)),
                false => none,
            }
        }
        ParseError::NoAgenda => messages::AGENDA_NONE.say(cx),
        ParseError::NoEdition { typed, known } if known.is_empty() => {
            let waits = typed.is_empty();
            let none =
                if waits { messages::MISREAD_NOTHING_WAITS } else { messages::MISREAD_NO_EDITION };
            none.say(cx)
        }
        ParseError::NoEdition { typed, known } if ItemNumber::parse(typed).is_some() => {
            messages::MisreadEditionItem { typed, known: known.join(", ") }.say(cx)
        }
        ParseError::NoEdition { typed, known } => {
            messages::MisreadEdition { typed, known: known.join(", ") }.say(cx)
        }
        ParseError::NoDelegation { typed, near: Some(near) } => {
            messages::MisreadDelegationNear { typed, near }.say(cx)
        }
        ParseError::NoDelegation { typed, near: None } => {
            messages::MisreadDelegation { typed }.say(cx)
        }
        ParseError::OfficeForDelegation { typed } => {
            messages::MisreadOfficeDelegation { typed }.say(cx)
        }
        ParseError::NoPerson { typed } => messages::MisreadPerson { typed }.say(cx),
        ParseError::WhichPerson { typed, found } => {
            let found: Vec<String> =
                found.iter().map(|id| format!("{} ({})", cx.name(*id), id.shown())).collect();
            messages::MisreadPersonWhich { typed, found: found.join(", ") }.say(cx)
        }
        ParseError::NoLanguage { lang: wanted, original } => {
            let wanted = words::language_name(*wanted, cx.lang);
            let original = words::tag_name(original, cx.lang);
            messages::MisreadLanguage { wanted, original }.say(cx)
        }
        ParseError::Empty
        | ParseError::UnknownVerb { .. }
        | ParseError::OpenQuote { .. }
        | ParseError::Missing { .. }
        | ParseError::TooMuch { .. }
        | ParseError::Bad { .. }
        | ParseError::Twice { .. }
        | ParseError::Unfit(_)
        | ParseError::NotAChoice { .. }
        | ParseError::UnknownField { .. }
        | ParseError::LooseLine { .. } => String::new(),
    }
}
