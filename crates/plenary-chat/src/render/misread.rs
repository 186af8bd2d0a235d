//! A line that was not understood: where, why, and what would be right.

use plenary_documents::words;

use super::{Room, help};
use crate::grammar::Misread;
use crate::line::{Line, Said};
use crate::reply::{Part, Reply, Tone};
use crate::say::say;

/// The sentence with the remedy, pointing into the line where that helps.
pub(super) fn misread(room: &Room<'_>, line: &Line, misread: &Misread) -> Reply {
    let lang = room.lang;
    let (text, at) = match misread {
        Misread::Empty => (say!(lang, "misread-empty"), None),
        Misread::UnknownVerb { near: Some(near), from, to } => {
            (say!(lang, "misread-verb-near", near = near), Some((*from, *to)))
        }
        Misread::UnknownVerb { near: None, from, to } => {
            (say!(lang, "misread-verb"), Some((*from, *to)))
        }
        Misread::OpenQuote { from } => (say!(lang, "misread-quote"), Some((*from, *from + 1))),
        Misread::Missing { verb, arg } if room.has_fields => {
            let what = verb.arg(arg).map(|arg| say!(lang, &verb.about_arg(arg)));
            let what = what.unwrap_or_default();
            (say!(lang, "misread-missing-field", arg = *arg, what = what), None)
        }
        Misread::Missing { verb, arg } => {
            let usage = help::usage(verb);
            (say!(lang, "misread-missing", arg = *arg, usage = usage), None)
        }
        Misread::TooMuch { verb, from, to } => {
            (say!(lang, "misread-too-much", usage = help::usage(verb)), Some((*from, *to)))
        }
        Misread::Bad { arg, given, expected } => {
            let expected = say!(lang, expected);
            let id = if given.is_empty() { "misread-bad-hidden" } else { "misread-bad" };
            (say!(lang, id, arg = *arg, given = given, expected = expected), None)
        }
        Misread::NotAChoice { arg, given, choices } => {
            let choices = choices.join(", ");
            (say!(lang, "misread-choice", arg = *arg, given = given, choices = choices), None)
        }
        Misread::UnknownField { verb, field } => {
            let known: Vec<&str> = verb.args.iter().map(|arg| arg.name).collect();
            (say!(lang, "misread-field", field = field, known = known.join(", ")), None)
        }
        other => (in_this_meeting(room, other), None), // not an event: the rest need the views.
    };
    let reply = Reply::text(Tone::Refused, text);
    match (&line.said, at) {
        (Said::Text(typed), Some((from, to))) => {
            let line = typed.lines().next().unwrap_or_default().to_owned();
            reply.with(Part::Pointer { line, from, to })
        }
        _ => reply, // not an event: buttons and fields have no line to point into.
    }
}

fn in_this_meeting(room: &Room<'_>, misread: &Misread) -> String {
    let lang = room.lang;
    match misread {
        Misread::NoItem { typed, edition } => {
            let edition = edition.and_then(|id| room.views.agenda.edition(id));
            let agenda = edition.map_or(&room.views.agenda.working, |edition| &edition.agenda);
            let symbol = match edition {
                Some(edition) => edition.symbol.to_string(),
                None => say!(lang, "the-working-agenda"),
            };
            let last = agenda.children(None).count();
            say!(lang, "misread-item", typed = typed, symbol = symbol, last = last)
        }
        Misread::NoAgenda => say!(lang, "agenda-none"),
        Misread::NoEdition { typed, known } if known.is_empty() => {
            let id = if typed.is_empty() { "misread-nothing-waits" } else { "misread-no-edition" };
            say!(lang, id, typed = typed)
        }
        Misread::NoEdition { typed, known } => {
            say!(lang, "misread-edition", typed = typed, known = known.join(", "))
        }
        Misread::NoDelegation { typed, near: Some(near) } => {
            say!(lang, "misread-delegation-near", typed = typed, near = near)
        }
        Misread::NoDelegation { typed, near: None } => {
            say!(lang, "misread-delegation", typed = typed)
        }
        Misread::NoLanguage { lang: wanted, original } => {
            let wanted = words::language_name(*wanted, lang);
            let original = words::language_name(*original, lang);
            say!(lang, "misread-language", wanted = wanted, original = original)
        }
        Misread::Empty
        | Misread::UnknownVerb { .. }
        | Misread::OpenQuote { .. }
        | Misread::Missing { .. }
        | Misread::TooMuch { .. }
        | Misread::Bad { .. }
        | Misread::NotAChoice { .. }
        | Misread::UnknownField { .. } => String::new(),
    }
}
