//! Help: what the asker can do now, and how one verb is said.

use super::Room;
use crate::reply::{Part, Reply, Tone};
use crate::say::say;
use crate::seats::Seats;
use crate::verb::{self, ArgKind, Place, Verb};

/// The verbs of the asker's capacities, or one verb or group in full.
pub(super) fn help(room: &Room<'_>, word: Option<&str>, seats: &Seats) -> Reply {
    let mine = seats.capacities();
    let Some(word) = word.map(|word| word.trim().to_lowercase()) else {
        let usable = verb::all().filter(|verb| verb.who.iter().any(|who| mine.contains(who)));
        let usable = usable.filter(|verb| verb.is_in(room.views));
        let lines = usable.map(|verb| line(room, verb)).collect();
        return Reply::text(Tone::Shown, say!(room.lang, "help-head"))
            .with(Part::List(lines))
            .and(say!(room.lang, "help-more"));
    };
    let found: Vec<&Verb> = verb::all()
        .filter(|verb| {
            verb.typed() == word || verb.group == word || verb.short.contains(&word.as_str())
        })
        .collect();
    match found.as_slice() {
        [] => Reply::text(Tone::Refused, say!(room.lang, "help-unknown", word = word)),
        [one] => Reply::text(Tone::Shown, line(room, one)).with(Part::List(details(room, one))),
        many => {
            let lines = many.iter().map(|verb| line(room, verb)).collect();
            Reply::default().with(Part::List(lines))
        }
    }
}

fn line(room: &Room<'_>, verb: &Verb) -> String {
    let usage = if room.has_fields { format!("/{}", verb.typed()) } else { usage(verb) };
    format!("{usage}: {}", say!(room.lang, &verb.about()))
}

/// How a verb is typed: `comment add [item] text [readers:]`.
pub(super) fn usage(verb: &Verb) -> String {
    let mut parts = vec![verb.typed()];
    for arg in verb.args {
        let shown = match arg.place {
            Place::Positional | Place::Rest => arg.name.to_uppercase(),
            Place::Named => format!("{}:", arg.name),
            Place::Lines => continue,
        };
        parts.push(if arg.required { shown } else { format!("[{shown}]") });
    }
    if verb.args.iter().any(|arg| arg.place == Place::Lines) {
        parts.push("…".to_owned());
    }
    parts.join(" ")
}

fn details(room: &Room<'_>, verb: &Verb) -> Vec<String> {
    if room.has_fields {
        let asked = verb.args.iter().filter(|arg| arg.place != Place::Lines);
        let about = asked.map(|arg| (arg.name, say!(room.lang, &verb.about_arg(arg))));
        return about.map(|(name, what)| format!("{name}: {what}")).collect();
    }
    let mut lines: Vec<String> = verb
        .args
        .iter()
        .map(|arg| {
            let what = match arg.kind {
                ArgKind::Choice(choices) => choices.join(" · "),
                ArgKind::Text if arg.place == Place::Lines => say!(room.lang, "kind-line"),
                ArgKind::Text => say!(room.lang, "kind-text"),
                ArgKind::Item => say!(room.lang, "kind-item"),
                ArgKind::Symbol => say!(room.lang, "kind-symbol"),
                ArgKind::Delegation => say!(room.lang, "kind-delegation"),
                ArgKind::Person => say!(room.lang, "kind-person"),
                ArgKind::Number => say!(room.lang, "kind-number"),
                ArgKind::Day => say!(room.lang, "kind-day"),
                ArgKind::Moment => say!(room.lang, "kind-moment"),
                ArgKind::Code => say!(room.lang, "kind-code"),
                ArgKind::Meeting => say!(room.lang, "kind-meeting"),
            };
            format!("{}: {what}", arg.name)
        })
        .collect();
    if !verb.short.is_empty() {
        lines.push(say!(room.lang, "help-short", short = verb.short.join(", ")));
    }
    lines
}
