//! The verb table as commands of Discord. A new verb needs no change here.
//!
//! Who may do what is never said here: Discord's permissions only hide commands, and the desk looks
//! at the meeting's own history.

pub(crate) mod comparing;
pub(crate) mod described;
pub(crate) mod menus;
pub(crate) mod registering;

use plenary_chat::verb::{self, Arg, ArgKind, ArgPosition, Verb};
use serde_json::{Map, Value, json};

use described::{put, put_name};

/// A command that is typed.
const CHAT_INPUT: u8 = 1;
/// A command in the menu of a message.
const MESSAGE: u8 = 3;
/// An option that is a verb of a group.
const SUBCOMMAND: u8 = 1;
/// An option that is text.
const STRING: u8 = 3;
/// The context of a server's channels; a meeting is never in a private talk.
const IN_A_SERVER: u8 = 0;

/// Where the commands are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// In one server, by its number.
    Guild(u64),
    /// In every server that has the bot.
    Everywhere,
}

/// Every command of the verb table, as Discord takes them.
pub fn all(scope: Scope) -> Vec<Value> {
    let mut groups: Vec<(&str, Vec<&Verb>)> = Vec::new();
    for verb in verb::all().filter(|verb| verb.is_for_platforms()) {
        match groups.iter_mut().find(|(group, _)| *group == verb.group()) {
            Some((_, verbs)) => verbs.push(verb),
            None => groups.push((verb.group(), vec![verb])),
        }
    }
    let typed = groups.iter().map(|(group, verbs)| command(group, verbs));
    let menus = menus::all().into_iter().map(|menu| {
        let mut command = Map::new();
        command.insert("type".to_owned(), json!(MESSAGE));
        put_name(&mut command, &menu.name, menu.verb.help.menu);
        command
    });
    typed.chain(menus).map(|command| placed(command, scope)).collect()
}

/// A command of one server cannot say where it is shown; it is shown there.
fn placed(mut command: Map<String, Value>, scope: Scope) -> Value {
    if scope == Scope::Everywhere {
        command.insert("contexts".to_owned(), json!([IN_A_SERVER]));
        command.insert("integration_types".to_owned(), json!([0]));
    }
    Value::Object(command)
}

fn command(group: &str, verbs: &[&Verb]) -> Map<String, Value> {
    let alone = verbs.iter().find(|verb| verb.name().is_empty());
    let mut command = Map::new();
    command.insert("type".to_owned(), json!(CHAT_INPUT));
    let (about, options) = match alone {
        Some(verb) => (Some(verb.help.about), options(verb)),
        None => {
            let about = verbs.first().and_then(|first| verb::about_group(first));
            (about, verbs.iter().map(|verb| sub(verb)).collect())
        }
    };
    put(&mut command, group, about);
    command.insert("options".to_owned(), Value::Array(options));
    command
}

fn sub(verb: &Verb) -> Value {
    let mut option = Map::new();
    option.insert("type".to_owned(), json!(SUBCOMMAND));
    put(&mut option, verb.name(), Some(verb.help.about));
    option.insert("options".to_owned(), Value::Array(options(verb)));
    Value::Object(option)
}

/// The arguments that are said with the command; required ones stand first, as Discord asks.
fn options(verb: &Verb) -> Vec<Value> {
    let said = |arg: &&Arg| arg.position != ArgPosition::Lines;
    let (required, optional): (Vec<&Arg>, Vec<&Arg>) =
        verb.args.iter().filter(said).partition(|arg| is_required(arg));
    required.into_iter().chain(optional).map(|arg| option(verb, arg)).collect()
}

/// What a form can ask for is never required with the command.
fn is_required(arg: &Arg) -> bool {
    arg.required && !arg.in_form
}

fn option(verb: &Verb, arg: &Arg) -> Value {
    let mut option = Map::new();
    option.insert("type".to_owned(), json!(STRING));
    put(&mut option, arg.name, verb.about_arg(arg));
    option.insert("required".to_owned(), json!(is_required(arg)));
    match arg.kind {
        ArgKind::Choice(words) => {
            let choices: Vec<Value> = words.iter().map(|word| choice(word)).collect();
            option.insert("choices".to_owned(), Value::Array(choices));
        }
        kind if is_completed(kind) => {
            option.insert("autocomplete".to_owned(), json!(true));
        }
        // A code is never shown as something to choose from.
        _ => {}
    }
    Value::Object(option)
}

fn choice(word: &str) -> Value {
    let mut choice = Map::new();
    put_name(&mut choice, word, None);
    choice.insert("value".to_owned(), json!(word));
    Value::Object(choice)
}

/// Whether the desk knows the values that an argument of this kind could have.
pub(crate) fn is_completed(kind: ArgKind) -> bool {
    match kind {
        ArgKind::Item
        | ArgKind::WorkingItem
        | ArgKind::Symbol
        | ArgKind::Paper
        | ArgKind::Delegation
        | ArgKind::Person
        | ArgKind::Number(_)
        | ArgKind::Meeting => true,
        ArgKind::Text | ArgKind::Choice(_) | ArgKind::Day | ArgKind::Moment | ArgKind::Code => {
            false
        }
    }
}
