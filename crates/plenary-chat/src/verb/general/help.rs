//! `help`: what one can do now; with a word, how it is said.

use crate::seats::Seats;
use crate::verb::kit::*;
use crate::verb::{self, ArgPosition};

pub(super) static VERB: Verb = Verb::new(&help::HELP, EVERYBODY, means)
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
        return Response::text(Tone::Shown, messages::HELP_HEAD.say(cx))
            .with(Part::List(lines))
            .and(messages::HELP_MORE.say(cx));
    };
    let found: Vec<&Verb> = verb::all()
        .filter(|verb| {
            verb.typed() == word || verb.group() == word || verb.short.contains(&word.as_str())
        })
        .collect();
    match found.as_slice() {
        [] => Response::text(Tone::Refused, messages::HelpUnknown { word }.say(cx)),
        [one] => Response::text(Tone::Shown, line(cx, one)).with(Part::List(details(cx, one))),
        many => {
            let lines = many.iter().map(|verb| line(cx, verb)).collect();
            Response::default().with(Part::List(lines))
        }
    }
}

/// What an argument is, and how it is typed where that does not go without saying.
fn told(cx: &RenderContext<'_>, verb: &Verb, arg: &Arg) -> String {
    let what = verb.about_arg(arg).map(|about| about.say(cx));
    let how = match arg.kind {
        ArgKind::Choice(choices) => Some(choices.join(" · ")),
        ArgKind::Item | ArgKind::WorkingItem => Some(messages::KIND_ITEM.say(cx)),
        ArgKind::Symbol | ArgKind::Paper => Some(messages::KIND_SYMBOL.say(cx)),
        ArgKind::Delegation => Some(messages::KIND_DELEGATION.say(cx)),
        ArgKind::Person => Some(messages::KIND_PERSON.say(cx)),
        ArgKind::Day => Some(messages::KIND_DAY.say(cx)),
        ArgKind::Text | ArgKind::Number(_) | ArgKind::Moment | ArgKind::Code | ArgKind::Meeting => {
            None
        }
    };
    match (what, how) {
        (Some(what), Some(how)) => messages::HelpArg { what, how }.say(cx),
        (what, how) => what.or(how).unwrap_or_default(),
    }
}

fn line(cx: &RenderContext<'_>, verb: &Verb) -> String {
    let usage = if cx.has_fields { format!("/{}", verb.typed()) } else { usage(verb) };
    format!("{usage}: {}", verb.help.about.say(cx))
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
        let about = asked.filter_map(|arg| Some((arg.name, verb.about_arg(arg)?)));
        return about.map(|(name, what)| format!("{name}: {}", what.say(cx))).collect();
    }
    let (below, here): (Vec<&Arg>, Vec<&Arg>) =
        verb.args.iter().partition(|arg| arg.position == ArgPosition::Lines);
    let mut lines: Vec<String> =
        here.iter().map(|arg| format!("{}: {}", arg.name, told(cx, verb, arg))).collect();
    let of_words = |arg: &&Arg| matches!(arg.kind, ArgKind::Text | ArgKind::Moment);
    if here.iter().any(|arg| arg.position == ArgPosition::Named && of_words(arg)) {
        lines.push(messages::HELP_QUOTES.say(cx));
    }
    if let Some(first) = below.first() {
        let example = format!("| {}: …", first.name);
        lines.push(messages::HelpLines { example }.say(cx));
        lines.extend(below.iter().map(|arg| {
            let what = told(cx, verb, arg);
            let often = if arg.repeats { messages::HELP_REPEATS.say(cx) } else { String::new() };
            format!("| {}: {what}{often}", arg.name)
        }));
    }
    if !verb.short.is_empty() {
        lines.push(
            messages::HelpShort { count: verb.short.len(), short: verb.short.join(", ") }.say(cx),
        );
    }
    lines
}
