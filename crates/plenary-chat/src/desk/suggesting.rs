//! Lines that could follow what is typed at a keyboard.

use plenary_service::{Freshness, Service};

use super::choices;
use crate::Language;
use crate::line::Speaker;
use crate::render::RenderContext;
use crate::seats::Seats;
use crate::verb::{self, Arg, ArgKind, ArgPosition, Verb};

/// The most lines that are suggested at once.
const SUGGESTIONS_MAX: usize = 40;

/// Verbs of the own seats, then names and values of the arguments of the verb that is typed.
pub(super) async fn suggestions(
    service: &Service,
    (meeting, speaker): (&str, &Speaker),
    typed: &str,
) -> Vec<String> {
    let Ok((views, person)) =
        service.views_for(meeting, speaker.account(), Freshness::Current).await
    else {
        return Vec::new();
    };
    let seats = Seats::of(speaker, person, &views);
    let mine = seats.capacities();
    let verbs = verb::all().filter(|verb| verb.who.iter().any(|who| mine.contains(who)));
    let start = typed.trim_start();
    let mut lines: Vec<String> = verbs
        .filter(|verb| verb.is_in(&views))
        .map(Verb::typed)
        .filter(|line| line.starts_with(start))
        .collect();
    let words: Vec<&str> = start.split_whitespace().take(2).collect();
    if let Some(verb) = verb::find(&words.join(" ")) {
        let actor = seats.actor(verb.who);
        let cx = RenderContext::new(&views, &actor, (Language::En, service.now(&views)));
        lines.extend(verb.args.iter().flat_map(|arg| completed(&cx, arg, start)));
    }
    lines.truncate(SUGGESTIONS_MAX);
    lines
}

/// The line with its last word completed for this argument. The value of a named argument is
/// suggested after its name, where it is understood.
fn completed(cx: &RenderContext<'_>, arg: &Arg, line: &str) -> Vec<String> {
    let at = line.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let (head, last) = line.split_at_checked(at).unwrap_or((line, ""));
    let named = format!("{}:", arg.name);
    let name = if arg.position == ArgPosition::Named { named.as_str() } else { "" };
    let mut lines = Vec::new();
    if let Some(typed) = last.strip_prefix(name) {
        let values = values(cx, arg.kind).into_iter();
        let fits = values.filter(|value| bare(value).starts_with(&bare(typed)));
        lines.extend(fits.map(|value| {
            let is_quoted = value.contains([' ', '/']) && (!name.is_empty() || is_name(arg.kind));
            let quote = if is_quoted { "\"" } else { "" };
            format!("{head}{name}{quote}{value}{quote}")
        }));
    }
    if named.starts_with(last) && !last.is_empty() {
        lines.push(format!("{head}{named}"));
    }
    lines
}

/// Whether a value of this kind is one word to the reader of lines, so that it is quoted.
fn is_name(kind: ArgKind) -> bool {
    matches!(kind, ArgKind::Symbol | ArgKind::Paper)
}

fn values(cx: &RenderContext<'_>, kind: ArgKind) -> Vec<String> {
    if let ArgKind::Choice(choices) = kind {
        return choices.iter().map(|choice| (*choice).to_owned()).collect();
    }
    choices::values(cx, kind).into_iter().map(|(_, value)| value).collect()
}

/// Without quotation marks and capitals.
fn bare(text: &str) -> String {
    text.replace('"', "").to_lowercase()
}
