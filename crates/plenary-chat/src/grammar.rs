//! From words to a wish: which verb, which arguments, and what they mean in this meeting.
//!
//! Reading a line is two steps. The first is syntax alone: the verb and its arguments by name
//! ([`read`]), the same form in which a platform with fields sends them. The second asks the views
//! what the arguments mean ([`ask`]); nothing is guessed, and what is not understood says where.

mod agenda;
mod arguments;
mod comment;
mod decision;
mod meaning;
mod meeting;
mod paper;
mod people;
mod reply;
mod tokens;

use plenary_domain::event::comment::ItemNamed;
use plenary_domain::event::meeting::Language;
use plenary_domain::{
    Actor, Command, DecisionId, DelegationCode, EditionId, ItemId, Timestamp, Views,
};
use plenary_service::AsOf;

use crate::seen::Seen;
use crate::verb::{self, Verb};

pub(crate) use agenda::note_as_typed;
pub(crate) use arguments::Args;
pub(crate) use comment::comment_of;

/// What a line means.
#[derive(Clone, Debug)]
pub(crate) enum Intent {
    /// Something is to be done, perhaps for another delegation.
    Do(Box<Command>, Option<DelegationCode>),
    /// A text is to be shown to its author before it is sent.
    Preview(Box<Command>, Option<DelegationCode>),
    /// The chair is asked once more before this edition is issued.
    Confirm(EditionId),
    /// An item number means two things since the last edition: which one?
    Which(Vec<Choice>),
    /// The place is to be for this meeting, and perhaps told what happens in it.
    Here(Option<bool>),
    /// The clock of a practice meeting is to go on to this moment.
    Practice(Timestamp),
    /// Something is to be shown.
    Show(Show),
}

/// One meaning of an item number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// The item.
    pub(crate) on: ItemNamed,
    /// The edition in which it had the number that was typed.
    pub(crate) had_it_in: EditionId,
}

/// What is to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Show {
    Help(Option<String>),
    Me,
    Meeting,
    People,
    Replies(Option<DelegationCode>),
    Agenda(Which, Option<ItemId>),
    Coverage,
    Compare(EditionId),
    Comments(Option<ItemId>),
    Papers,
    Paper(EditionId, Option<Language>),
    Roster,
    Record,
    History,
    Check(Option<String>),
}

/// Which agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    InForce,
    Working,
    Edition(EditionId),
}

/// Why a line was not understood. Ranges count characters of the first line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ParseError {
    /// Nothing was said.
    Empty,
    /// No such verb; perhaps this one was meant.
    UnknownVerb { near: Option<String>, from: usize, to: usize },
    /// A quotation that does not end.
    OpenQuote { from: usize },
    /// An argument that the verb needs is missing.
    Missing { verb: &'static Verb, arg: &'static str },
    /// A word that the verb has no place for.
    TooMuch { verb: &'static Verb, from: usize, to: usize },
    /// An argument that is not what it should be.
    Bad { arg: &'static str, given: String, expected: &'static str },
    /// One of these words is expected.
    NotAChoice { arg: &'static str, given: String, choices: &'static [&'static str] },
    /// A field that the form does not have.
    UnknownField { verb: &'static Verb, field: String },
    /// No such item in this edition.
    NoItem { typed: String, edition: Option<EditionId> },
    /// No agenda is in force yet.
    NoAgenda,
    /// No edition with this symbol.
    NoEdition { typed: String, known: Vec<String> },
    /// No delegation like this on the roll.
    NoDelegation { typed: String, near: Option<String> },
    /// Not available in this language.
    NoLanguage { lang: Language, original: Language },
}

/// What the second step knows.
pub(crate) struct Context<'a> {
    pub(crate) views: &'a Views,
    pub(crate) actor: &'a Actor,
    /// What the asker was shown of the working agenda.
    pub(crate) seen: Seen,
}

/// Reads the verb and its arguments.
pub(crate) fn read(text: &str) -> Result<(&'static Verb, Args), ParseError> {
    let (first, more) = text.split_once('\n').unwrap_or((text, ""));
    let words = tokens::split(first)?;
    let (verb, used) = find_verb(&words)?;
    let args = Args::read(verb, first, words.get(used..).unwrap_or_default(), more)?;
    Ok((verb, args))
}

/// Reads arguments that came by name.
pub(crate) fn read_fields(
    typed: &str,
    fields: &[(String, String)],
) -> Result<(&'static Verb, Args), ParseError> {
    let unknown = ParseError::UnknownVerb { near: near(typed), from: 0, to: typed.chars().count() };
    let verb = verb::find(typed).ok_or(unknown)?;
    Ok((verb, Args::named(verb, fields)?))
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

/// What the verb with these arguments means in this meeting.
pub(crate) fn ask(verb: &Verb, args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    match verb.group {
        "help" => Ok(Intent::Show(Show::Help(args.get("word").map(str::to_owned)))),
        "me" => Ok(Intent::Show(Show::Me)),
        "join" => people::join(args, context),
        "practice" => meeting::practice(args, context),
        "withdraw" => comment::withdraw(args),
        "meeting" => meeting::ask(verb, args),
        "people" => people::ask(verb, args, context),
        "reply" => reply::ask(verb, args, context),
        "agenda" => agenda::ask(verb, args, context),
        "comment" => comment::ask(verb, args, context),
        "paper" => paper::ask(verb, args, context),
        "session" | "decision" => decision::ask(verb, args, context),
        "record" if verb.name == "check" => {
            Ok(Intent::Show(Show::Check(args.get("seal").map(str::to_owned))))
        }
        _ => Ok(Intent::Show(Show::Record)),
    }
}

/// The moment that `as-of:` names, for verbs that have it.
pub(crate) fn as_of(args: &Args, views: &Views) -> Result<Option<AsOf>, ParseError> {
    args.get("as-of").map(|typed| meaning::moment(typed, views.meeting.zone_name())).transpose()
}

/// A point in history as typed.
pub(crate) fn moment(typed: &str, zone: &str) -> Option<AsOf> {
    meaning::moment(typed, zone).ok()
}

/// The decision that a press names.
pub(crate) fn decision_id(id: &str) -> Option<DecisionId> {
    id.parse().ok()
}

fn find_verb(words: &[tokens::Word]) -> Result<(&'static Verb, usize), ParseError> {
    let first = words.first().ok_or(ParseError::Empty)?;
    let one = now_called(&first.text.to_lowercase()).to_owned();
    if let Some(second) = words.get(1) {
        let two = format!("{one} {}", second.text.to_lowercase());
        if let Some(verb) = verb::find(&two) {
            return Ok((verb, 2));
        }
        let group: Vec<&Verb> = verb::all().filter(|verb| verb.group == one).collect();
        let close = |verb: &&&Verb| strsim::damerau_levenshtein(&verb.typed(), &two) <= 2;
        if words.len() == 2
            && let Some(meant) = group.iter().find(close)
        {
            let near = Some(meant.typed());
            return Err(ParseError::UnknownVerb { near, from: first.from, to: second.to });
        }
    }
    let short = verb::all().find(|verb| verb.typed() == one || verb.short.contains(&one.as_str()));
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
