//! A typed line as somebody would say it on Discord: a command with its options and the lines of
//! its form. It reads the table of verbs and nothing of the grammar, which it judges.

use plenary_chat::verb::{self, ArgKind, ArgPosition, Verb};

/// A line in a platform's way.
#[derive(Debug)]
pub(crate) struct Slash {
    pub(crate) verb: &'static Verb,
    pub(crate) options: Vec<(String, String)>,
    /// The lines of a form that has nothing but lines.
    pub(crate) lines: String,
}

/// One word, with whether it stood in quotation marks.
struct Word {
    text: String,
    quoted: bool,
    from: usize,
}

pub(crate) fn read(text: &str) -> Slash {
    let (first, more) = text.split_once('\n').unwrap_or((text, ""));
    let words = words(first);
    let said = |count: usize| {
        let said: Vec<&str> = words.iter().take(count).map(|word| word.text.as_str()).collect();
        said.join(" ")
    };
    let (verb, used) = match (verb::find(&said(2)), words.len()) {
        (Some(verb), 2..) => (verb, 2),
        _ => {
            let short = verb::all().find(|v| v.typed() == said(1) || v.short.contains(&&*said(1)));
            (short.unwrap_or_else(|| panic!("no verb in {text}")), 1)
        }
    };
    let mut slash = Slash { verb, options: Vec::new(), lines: String::new() };
    let mut free: Vec<&Word> = Vec::new();
    for word in &words[used..] {
        let named = word.text.split_once(':').filter(|_| !word.quoted);
        match named.filter(|(name, value)| verb.arg(name).is_some() && !value.is_empty()) {
            Some((name, value)) => {
                slash.options.push((name.into(), value.trim_matches('"').into()))
            }
            None => free.push(word),
        }
    }
    let mut free = free.as_slice();
    for arg in verb.args.iter().filter(|arg| arg.position == ArgPosition::Positional) {
        let Some((word, rest)) = free.split_first() else { break };
        if fits(arg.kind, word) {
            slash.options.push((arg.name.into(), word.text.clone()));
            free = rest;
        }
    }
    if let (Some(arg), [word, ..]) =
        (verb.args.iter().find(|a| a.position == ArgPosition::Rest), free)
    {
        let value = match free {
            [only] if only.quoted => only.text.clone(),
            _ => first[word.from..].to_owned(),
        };
        // What is named after the words is no part of them.
        let cut = verb.args.iter().filter_map(|arg| value.find(&format!(" {}:", arg.name))).min();
        let value = cut.map_or(value.as_str(), |at| &value[..at]);
        slash.options.push((arg.name.into(), value.to_owned()));
    }
    if verb.args.iter().any(|arg| arg.position == ArgPosition::Lines) {
        slash.lines = more.to_owned();
    } else {
        for line in more.lines() {
            let (name, value) = line.split_once(": ").expect("a field");
            slash.options.push((name.into(), value.into()));
        }
    }
    slash
}

fn fits(kind: ArgKind, word: &Word) -> bool {
    match kind {
        ArgKind::Choice(choices) => choices.contains(&word.text.as_str()),
        ArgKind::Item | ArgKind::WorkingItem => {
            let is_roman = word.text.bytes().all(|b| b"IVX".contains(&b)) && word.text.len() > 1;
            !word.quoted && (is_roman || word.text.bytes().all(|b| b.is_ascii_digit() || b == b'.'))
        }
        _ => true,
    }
}

/// Words; what stands in quotation marks, also after a name, is one.
fn words(line: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let (mut from, mut inside, mut quoted) = (None, false, false);
    for (at, letter) in line.char_indices().chain([(line.len(), ' ')]) {
        match letter {
            '"' => {
                quoted |= from.is_none();
                from = from.or(Some(at));
                inside = !inside;
            }
            ' ' if !inside => {
                if let Some(start) = from.take() {
                    let text = line[start..at].to_owned();
                    let text = if quoted { text.trim_matches('"').to_owned() } else { text };
                    words.push(Word { text, quoted, from: start });
                }
                quoted = false;
            }
            _ => from = from.or(Some(at)),
        }
    }
    words
}
