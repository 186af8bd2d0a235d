//! What could be said instead of a line that lacks its words: the same line with the words that
//! stand now. Where there are no forms, it is changed and said.

use plenary_domain::decide::reply::ReplyFault;
use plenary_domain::{Rejection, Views};

use super::turn::Turn;
use crate::desk_error::DeskError;
use crate::line::Input;
use crate::reading;
use crate::utterance::Utterance;
use crate::verb::{self, ArgPosition, LINES, ParseError, Verb};

/// The argument that names an item of the working agenda.
const ITEM: &str = "item";

/// The line with what stands now, if words are all that it lacks and there are any. Whoever gets it
/// was shown them.
pub(super) fn of(turn: &Turn<'_>, views: &Views, error: &DeskError) -> Option<String> {
    let Input::Text(typed) = &turn.line.said else { return None };
    let nothing_given = Rejection::Reply(ReplyFault::NothingGiven);
    let lacks = match error {
        DeskError::ParseError(ParseError::Missing { arg, .. }) => Some(*arg),
        DeskError::Rejected(rejection) if *rejection == nothing_given => None,
        DeskError::ParseError(_)
        | DeskError::Rejected(_)
        | DeskError::Failed(_)
        | DeskError::Stale
        | DeskError::NoMeeting => return None,
    };
    let (verb, given) = reading::given(typed).ok()?;
    let filled = verb.filled?;
    let actor = turn.actor(verb.who);
    if typed.contains('\n') || !verb.who.contains(&actor.capacity) {
        return None;
    }
    let said = Utterance::new(verb.said, given.owned());
    let stands = filled(views, &actor, &said);
    let is_lacking = |name: &str| name == LINES || lacks.is_none_or(|arg| arg == name);
    if !stands.iter().any(|(name, _)| is_lacking(name)) {
        return None;
    }
    let more = stands.iter().map(|(name, value)| more(verb, name, value));
    let more: Vec<String> = more.collect::<Option<_>>()?;
    let item = said.get(ITEM).map(|typed| verb::working_item(typed, views));
    match item {
        Some(item) => turn.quoted(item.ok(), views.number),
        None if more.iter().any(|more| more.starts_with('\n')) => turn.quoted(None, views.number),
        None => {}
    }
    Some(format!("{}{}", typed.trim_end(), more.concat()))
}

/// What is added to a line to say this; nothing can be for a value that no line can hold.
fn more(verb: &Verb, name: &str, value: &str) -> Option<String> {
    if name == LINES {
        return Some(format!("\n{value}"));
    }
    if value.contains(['"', '\n']) {
        return None;
    }
    Some(match verb.arg(name)?.position {
        ArgPosition::Positional | ArgPosition::Rest => format!(" {value}"),
        ArgPosition::Named | ArgPosition::Lines => format!(" {name}:\"{value}\""),
    })
}
