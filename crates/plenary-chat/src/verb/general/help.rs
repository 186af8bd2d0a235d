//! `help`: what one can do now; with a word, how it is said.

use crate::seats::Seats;
use crate::verb::kit::*;
use crate::verb::{self, ArgPosition};

pub(super) static VERB: Verb = Verb::new("help", EVERYBODY, means)
    .short(&["?"])
    .args(&[Arg::rest("word").optional()])
    .without_meeting(WithoutMeeting::Works)
    .guides();

fn means(args: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    let word = args.text("word");
    Ok(Intent::Show(Show::Of(Box::new(move |cx, seats| show(cx, word.as_deref(), seats)))))
}

/// The verbs of the asker's capacities, or one verb or group in full.
fn show(cx: &RenderContext<'_>, word: Option<&str>, seats: &Seats) -> Response {
    let mine = seats.capacities();
    let Some(word) = word.map(|word| word.trim().to_lowercase()) else {
        let usable = verb::all().filter(|verb| verb.who.iter().any(|who| mine.contains(who)));
        let usable = usable.filter(|verb| verb.is_in(cx.views));
        let lines = usable.map(|verb| line(cx, verb)).collect();
        return Response::text(Tone::Shown, say!(cx.lang, "help-head"))
            .with(Part::List(lines))
            .and(say!(cx.lang, "help-more"));
    };
    let found: Vec<&Verb> = verb::all()
        .filter(|verb| {
            verb.typed() == word || verb.group() == word || verb.short.contains(&word.as_str())
        })
        .collect();
    match found.as_slice() {
        [] => Response::text(Tone::Refused, say!(cx.lang, "help-unknown", word = word)),
        [one] => Response::text(Tone::Shown, line(cx, one)).with(Part::List(details(cx, one))),
        many => {
            let lines = many.iter().map(|verb| line(cx, verb)).collect();
            Response::default().with(Part::List(lines))
        }
    }
}

fn line(cx: &RenderContext<'_>, verb: &Verb) -> String {
    let usage = if cx.has_fields { format!("/{}", verb.typed()) } else { usage(verb) };
    format!("{usage}: {}", say!(cx.lang, &verb.about()))
}

/// How a verb is typed: `comment add [item] text [readers:]`.
pub(in crate::verb) fn usage(verb: &Verb) -> String {
    let mut parts = vec![verb.typed()];
    for arg in verb.args {
        let shown = match arg.position {
            ArgPosition::Positional | ArgPosition::Rest => arg.name.to_uppercase(),
            ArgPosition::Named => format!("{}:", arg.name),
            ArgPosition::Lines => continue,
        };
        parts.push(if arg.required { shown } else { format!("[{shown}]") });
    }
    if verb.args.iter().any(|arg| arg.position == ArgPosition::Lines) {
        parts.push("…".to_owned());
    }
    parts.join(" ")
}

fn details(cx: &RenderContext<'_>, verb: &Verb) -> Vec<String> {
    if cx.has_fields {
        let asked = verb.args.iter().filter(|arg| arg.position != ArgPosition::Lines);
        let about = asked.map(|arg| (arg.name, say!(cx.lang, &verb.about_arg(arg))));
        return about.map(|(name, what)| format!("{name}: {what}")).collect();
    }
    let mut lines: Vec<String> = verb
        .args
        .iter()
        .map(|arg| {
            let what = match arg.kind {
                ArgKind::Choice(choices) => choices.join(" · "),
                ArgKind::Text if arg.position == ArgPosition::Lines => say!(cx.lang, "kind-line"),
                ArgKind::Text => say!(cx.lang, "kind-text"),
                ArgKind::Item | ArgKind::WorkingItem => say!(cx.lang, "kind-item"),
                ArgKind::Symbol | ArgKind::Paper => say!(cx.lang, "kind-symbol"),
                ArgKind::Delegation => say!(cx.lang, "kind-delegation"),
                ArgKind::Person => say!(cx.lang, "kind-person"),
                ArgKind::Number(_) => say!(cx.lang, "kind-number"),
                ArgKind::Day => say!(cx.lang, "kind-day"),
                ArgKind::Moment => say!(cx.lang, "kind-moment"),
                ArgKind::Code => say!(cx.lang, "kind-code"),
                ArgKind::Meeting => say!(cx.lang, "kind-meeting"),
            };
            format!("{}: {what}", arg.name)
        })
        .collect();
    if !verb.short.is_empty() {
        lines.push(say!(cx.lang, "help-short", short = verb.short.join(", ")));
    }
    lines
}
