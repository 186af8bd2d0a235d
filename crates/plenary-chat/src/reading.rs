//! From a line to a verb and its arguments by name: syntax alone, the same form in which a platform
//! with fields sends them. What the arguments mean, the verb's own file says.

mod arguments;
mod items;
mod tokens;

use crate::utterance::Utterance;
use crate::verb::{self, Args, ParseError, Verb};

/// Reads the verb and its arguments.
pub(crate) fn read(text: &str) -> Result<(&'static Verb, Args), ParseError> {
    let (first, more) = text.split_once('\n').unwrap_or((text, ""));
    let words = tokens::split(first)?;
    let (verb, used) = find_verb(&words)?;
    let args = arguments::read(verb, first, words.get(used..).unwrap_or_default(), more)?;
    Ok((verb, args))
}

/// The verb of one line and its arguments as far as they are there.
pub(crate) fn given(line: &str) -> Result<(&'static Verb, Args), ParseError> {
    let words = tokens::split(line)?;
    let (verb, used) = find_verb(&words)?;
    let args = arguments::given(verb, line, words.get(used..).unwrap_or_default(), "")?;
    Ok((verb, args))
}

/// The arguments of what was said by name.
pub(crate) fn args(verb: &'static Verb, said: &Utterance) -> Result<Args, ParseError> {
    arguments::named(verb, &said.args)
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
    ("reject", "paper return"),
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
