//! The arguments of a verb by name: from a line and the form below it, or from a platform's fields.

use super::items::take_item;
use super::tokens::Word;
use crate::verb::{Arg, ArgKind, ArgPosition, Args, ParseError, Verb};

/// The arguments that came by name.
pub(super) fn named(verb: &'static Verb, fields: &[(String, String)]) -> Result<Args, ParseError> {
    let mut args = Args::default();
    for (field, value) in fields {
        let arg = verb
            .arg(field)
            .ok_or_else(|| ParseError::UnknownField { verb, field: field.clone() })?;
        args.0.push((arg.name, value.clone()));
    }
    check(&mut args, verb)?;
    Ok(args)
}

/// The arguments in the words after the verb, and in the lines of the form below.
pub(super) fn read(
    verb: &'static Verb,
    line: &str,
    words: &[Word],
    form: &str,
) -> Result<Args, ParseError> {
    let mut args = given(verb, line, words, form)?;
    check(&mut args, verb)?;
    Ok(args)
}

/// The same, whatever is missing.
pub(super) fn given(
    verb: &'static Verb,
    line: &str,
    words: &[Word],
    form: &str,
) -> Result<Args, ParseError> {
    let mut args = Args::default();
    let mut left: Vec<&Word> = Vec::new();
    for word in words {
        let named = word.name.as_deref().and_then(|name| verb.arg(name));
        match named.filter(|_| !word.text.is_empty()) {
            Some(arg) => args.0.push((arg.name, word.text.clone())),
            None => left.push(word),
        }
    }
    let mut rest = left.as_slice();
    for arg in verb.args.iter().filter(|arg| arg.position == ArgPosition::Positional) {
        if let Some((value, used)) = take(arg, rest)? {
            args.0.push((arg.name, value));
            rest = rest.get(used..).unwrap_or_default();
        }
    }
    let free = verb.args.iter().find(|arg| arg.position == ArgPosition::Rest);
    match (free, rest) {
        (_, []) => {}
        (Some(arg), words) => args.0.push((arg.name, free_text(line, words))),
        (None, [word, ..]) => {
            return Err(ParseError::TooMuch { verb, from: word.from, to: word.to });
        }
    }
    read_form(&mut args, verb, form)?;
    Ok(args)
}

/// Reads `key: value` lines; a line without a known key goes on with the value above it, and one
/// with nothing above it is refused: no line is dropped, and none is read as what it is not.
fn read_form(args: &mut Args, verb: &'static Verb, form: &str) -> Result<(), ParseError> {
    let free = verb.args.iter().find(|arg| arg.position == ArgPosition::Rest);
    let mut above = free.and_then(|arg| args.0.iter().position(|(name, _)| *name == arg.name));
    for line in form.lines() {
        let field = line.split_once(':').map(|(key, value)| (key.trim(), value));
        // A free text may well have a line such as “Item: …”; a form of lines has its own names.
        let known = field.and_then(|(key, value)| match free {
            Some(_) => Some((verb.arg(key)?, value)),
            None => Some((verb.arg(&key.to_lowercase())?, value)),
        });
        let is_name = |key: &str| {
            !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        };
        let go_on = above.and_then(|at| args.0.get_mut(at));
        match (known, field, go_on) {
            (Some((arg, value)), ..) => {
                args.0.push((arg.name, value.trim().to_owned()));
                above = Some(args.0.len() - 1);
            }
            (None, Some((key, _)), _) if free.is_none() && is_name(key) => {
                return Err(ParseError::UnknownField { verb, field: key.to_owned() });
            }
            (None, _, Some((_, value))) => {
                value.push('\n');
                value.push_str(line.trim_end());
            }
            (None, _, None) if line.trim().is_empty() => {}
            (None, _, None) => {
                let Some(arg) = free else {
                    return Err(ParseError::LooseLine { verb, line: line.trim().to_owned() });
                };
                args.0.push((arg.name, line.trim_end().to_owned()));
                above = Some(args.0.len() - 1);
            }
        }
    }
    Ok(())
}

/// What is needed is there, choices are among the choices and in their own spelling, and what
/// can be said once is said once.
fn check(args: &mut Args, verb: &'static Verb) -> Result<(), ParseError> {
    for arg in verb.args {
        let count = args.all(arg.name).count();
        if count == 0 && arg.required {
            return Err(ParseError::Missing { verb, arg: arg.name });
        }
        if count > 1 && !arg.repeats {
            let given = args.all(arg.name).collect::<Vec<_>>().join(", ");
            return Err(ParseError::Twice { arg: arg.name, given });
        }
        let ArgKind::Choice(choices) = arg.kind else { continue };
        for (_, given) in args.0.iter_mut().filter(|(name, _)| *name == arg.name) {
            let also = arg.also.iter().find(|(word, _)| word.eq_ignore_ascii_case(given));
            let said = also.map_or(given.as_str(), |(_, meant)| *meant);
            let choice = choices.iter().find(|choice| choice.eq_ignore_ascii_case(said));
            match choice {
                Some(choice) => (*choice).clone_into(given),
                None => {
                    let given = given.clone();
                    return Err(ParseError::NotAChoice { arg: arg.name, given, choices });
                }
            }
        }
    }
    Ok(())
}

/// Takes the value of a positional argument from the front of the words, with how many it used.
fn take(arg: &Arg, words: &[&Word]) -> Result<Option<(String, usize)>, ParseError> {
    let Some(first) = words.first() else { return Ok(None) };
    let taken = match arg.kind {
        ArgKind::Item | ArgKind::WorkingItem => take_item(words),
        ArgKind::Symbol | ArgKind::Paper => take_symbol(words),
        ArgKind::Choice(choices) => {
            let lower = first.text.to_lowercase();
            let fits = !first.quoted && choices.contains(&lower.as_str());
            if !fits && arg.required {
                let given = first.text.clone();
                return Err(ParseError::NotAChoice { arg: arg.name, given, choices });
            }
            fits.then_some((lower, 1))
        }
        ArgKind::Code => {
            let code: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
            Some((code.join(" "), words.len()))
        }
        ArgKind::Text
        | ArgKind::Delegation
        | ArgKind::Person
        | ArgKind::Number(_)
        | ArgKind::Meeting
        | ArgKind::Day
        | ArgKind::Moment => Some((first.text.clone(), 1)),
    };
    Ok(taken)
}

/// A symbol with its suffixes, quoted or not: `CIBER-V/doc.1/07 rev. 1`.
fn take_symbol(words: &[&Word]) -> Option<(String, usize)> {
    let first = words.first()?;
    if first.quoted {
        return Some((first.text.clone(), 1));
    }
    if !first.text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut symbol = first.text.clone();
    let mut used = 1;
    while let (Some(suffix), Some(number)) = (words.get(used), words.get(used + 1)) {
        let known = ["rev.", "add.", "corr.", "amend."];
        let is_number = number.text.bytes().all(|b| b.is_ascii_digit());
        if !known.contains(&suffix.text.to_lowercase().as_str()) || !is_number {
            break;
        }
        symbol = format!("{symbol} {} {}", suffix.text, number.text);
        used += 2;
    }
    if let Some(word) = words.get(used) {
        let joined = word.text.to_lowercase();
        let glued = ["rev.", "add.", "corr.", "amend."].iter().any(|s| joined.starts_with(s));
        if glued && joined.ends_with(|c: char| c.is_ascii_digit()) {
            symbol = format!("{symbol} {}", word.text);
            used += 1;
        }
    }
    Some((symbol, used))
}

/// What remains of the line, verbatim; named arguments that stand in between are cut out.
fn free_text(line: &str, words: &[&Word]) -> String {
    if let [only] = words
        && only.quoted
        && only.name.is_none()
    {
        return only.text.clone();
    }
    let letters: Vec<char> = line.chars().collect();
    let mut text = String::new();
    let mut end: Option<usize> = None;
    for word in words {
        let from = match end {
            // White space between neighbours is kept as it was typed.
            Some(end) if letters.get(end..word.from).is_some_and(all_white) => end,
            Some(_) => {
                text.push(' ');
                word.from
            }
            None => word.from,
        };
        text.extend(letters.get(from..word.to).unwrap_or_default());
        end = Some(word.to);
    }
    text
}

fn all_white(letters: &[char]) -> bool {
    letters.iter().all(|c| c.is_whitespace())
}
