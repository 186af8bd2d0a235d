//! From a line to a verb and its arguments by name: syntax alone, the same form in which a platform
//! with fields sends them. What the arguments mean, the verb's own file says.

mod arguments;
mod tokens;

use crate::verb::{self, Args, ParseError, Verb};

/// Reads the verb and its arguments.
pub(crate) fn read(text: &str) -> Result<(&'static Verb, Args), ParseError> {
    let (first, more) = text.split_once('\n').unwrap_or((text, ""));
    let words = tokens::split(first)?;
    let (verb, used) = find_verb(&words)?;
    let args = arguments::read(verb, first, words.get(used..).unwrap_or_default(), more)?;
    Ok((verb, args))
}

/// Reads arguments that came by name.
pub(crate) fn read_fields(
    typed: &str,
    fields: &[(String, String)],
) -> Result<(&'static Verb, Args), ParseError> {
    let unknown = ParseError::UnknownVerb { near: near(typed), from: 0, to: typed.chars().count() };
    let verb = verb::find(typed).ok_or(unknown)?;
    Ok((verb, arguments::named(verb, fields)?))
}

/// Begins the line of a draft whose verb came with fields; no text of a request holds it or
/// [`FIELD`], because control characters are refused.
const FIELDS: char = '\u{1E}';
const FIELD: char = '\u{1F}';

/// A verb with its fields as one line, which [`read_again`] reads back exactly.
pub(crate) fn line_of(verb: &str, fields: &[(String, String)]) -> String {
    let mut line = format!("{FIELDS}{verb}");
    for (name, value) in fields {
        line.push_str(&format!("{FIELD}{name}{FIELD}{value}"));
    }
    line
}

/// Reads the line of a draft, whether it was typed or came as fields.
pub(crate) fn read_again(line: &str) -> Result<(&'static Verb, Args), ParseError> {
    let Some(fields) = line.strip_prefix(FIELDS) else { return read(line) };
    let mut parts = fields.split(FIELD).map(str::to_owned);
    let verb = parts.next().unwrap_or_default();
    let mut fields = Vec::new();
    while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
        fields.push((name, value));
    }
    read_fields(&verb, &fields)
}

fn find_verb(words: &[tokens::Word]) -> Result<(&'static Verb, usize), ParseError> {
    let first = words.first().ok_or(ParseError::Empty)?;
    let one = now_called(&first.text.to_lowercase()).to_owned();
    if let Some(second) = words.get(1) {
        let two = format!("{one} {}", second.text.to_lowercase());
        if let Some(verb) = verb::find(&two) {
            return Ok((verb, 2));
        }
        let group: Vec<&Verb> = verb::all().filter(|verb| verb.group() == one).collect();
        let close = |verb: &&&Verb| strsim::damerau_levenshtein(&verb.typed(), &two) <= 2;
        if words.len() == 2
            && let Some(meant) = group.iter().find(close)
        {
            let near = Some(meant.typed());
            return Err(ParseError::UnknownVerb { near, from: first.from, to: second.to });
        }
    }
    let short = verb::all().find(|verb| verb.said == one || verb.short.contains(&one.as_str()));
    short.map(|verb| (verb, 1)).ok_or_else(|| {
        let second = words.get(1).map(|word| format!("{one} {}", word.text.to_lowercase()));
        let near = second.and_then(|two| near(&two)).or_else(|| near(&one));
        ParseError::UnknownVerb { near, from: first.from, to: first.to }
    })
}

/// The group of a verb that had another name before; what people learnt stays understood.
fn now_called(group: &str) -> &str {
    match group {
        "answer" => "reply",
        other => other,
    }
}

/// What people call a verb that has another name here.
const CALLED: &[(&str, &str)] = &[
    ("undo", "withdraw"),
    ("cancel", "withdraw"),
    ("delete", "withdraw"),
    ("decline", "paper return"),
    ("reject", "paper return"),
    ("vote", "decision adopt"),
    ("say", "comment add"),
    ("list", "paper get"),
    ("status", "meeting show"),
    ("who", "people list"),
];

/// The verb that is most like what was typed, if any is like it.
fn near(typed: &str) -> Option<String> {
    if let Some((_, verb)) = CALLED.iter().find(|(called, _)| *called == typed) {
        return Some((*verb).to_owned());
    }

    let names = verb::all().flat_map(|verb| {
        std::iter::once(verb.typed()).chain(verb.short.iter().map(|short| (*short).to_owned()))
    });
    names
        .map(|name| (strsim::damerau_levenshtein(&name, typed), name))
        .filter(|(distance, name)| *distance <= 1 + name.len() / 4)
        .min()
        .map(|(_, name)| name)
}
