//! Forms: which line opens one instead of being said, and what a form that was sent means.
//!
//! A form belongs to a press that carries what was said already, so an open form is remembered
//! nowhere. Filling it in is saying the verb with these fields; nothing else.

use plenary_domain::{Actor, Views};
use plenary_service::{AsOf, Freshness, Service};

use super::asked::{Asked, REASON, asked, typed_before};
use super::turn::Turn;
use super::{again, asking, editions};
use crate::action::Action;
use crate::desk_error::DeskError;
use crate::form::{FIELD_CHARS_MAX, FORM_FIELDS_MAX, FORM_LABEL_CHARS_MAX, Form, FormField};
use crate::line::{Input, Line};
use crate::press::Press;
use crate::response::Response;
use crate::seats::Seats;
use crate::utterance::Utterance;
use crate::verb::{self, Arg, ArgPosition, LINES, PAPER_RETURN, Verb};
use crate::{Language, messages, reading};

/// The field that names an item of the working agenda.
const ITEM: &str = "item";

/// What something said asks for, as far as can be told without looking anything up.
pub(super) fn opened(said: &Input) -> Option<Asked<'_>> {
    match said {
        Input::Fields(said) => is_opened_by(said).then_some(Asked::Words(said)),
        Input::Press(press) => asked(press),
        Input::Text(_) | Input::Form { .. } => None,
    }
}

/// The form that this line opens instead of being said, if it opens one. Nothing is stored, and a
/// journal that was read before is not asked again.
pub(super) async fn opened_by(service: &Service, line: &Line) -> Option<Form> {
    let mut asked = opened(&line.said)?;
    let (typed, seen) = match (&asked, &line.said) {
        (Asked::Again(draft), Input::Press(press)) => {
            (again::kept(service, line, draft).await, Some(press.seen))
        }
        _ => (None, None),
    };
    if let Some(typed) = &typed {
        asked = typed_before(typed);
    }
    let verb = match asked {
        Asked::Words(said) => verb::find(&said.verb)?,
        Asked::Reason(..) => &PAPER_RETURN,
        Asked::Again(_) => return None,
    };
    let (views, person) =
        service.views_for(line.slug(), line.speaker.account(), Freshness::Known).await.ok()?;
    // Whoever may not do this is told so, and not asked for words first.
    let actor = Seats::of(&line.speaker, person, &views).actor(verb.who);
    if !verb.who.contains(&actor.capacity) {
        return None;
    }
    let seen = seen.map_or(views.number, |seen| seen.min(views.number));
    match asked {
        Asked::Words(said) => {
            form_of(verb, said, &Opening { views: &views, actor: &actor, seen, lang: line.lang })
        }
        Asked::Reason(edition, typed) => {
            editions::visible(&views, &actor, edition).filter(|e| e.issued.is_none())?;
            let fields = vec![field(verb, verb.arg(REASON)?, typed, line.lang)];
            let press = Press::new(Action::PaperReturn(edition), seen);
            Some(Form { title: title(verb, line.lang), press, fields })
        }
        Asked::Again(_) => None,
    }
}

/// A form that was sent.
pub(super) async fn sent(
    turn: &Turn<'_>,
    press: &Press,
    fields: &[(String, String)],
) -> Result<Response, DeskError> {
    let filled: Vec<&(String, String)> =
        fields.iter().filter(|(_, value)| !value.trim().is_empty()).collect();
    let value = |name: &str| {
        filled.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    };
    let said = match asked(press).ok_or(DeskError::Stale)? {
        Asked::Words(said) => said,
        Asked::Reason(edition, _) => {
            return match value(REASON) {
                Some(reason) => editions::send_back(turn, edition, reason).await,
                None => editions::how_to_return(turn, edition),
            };
        }
        Asked::Again(_) => return Err(DeskError::Stale), // it opens a form and is none
    };
    // The form showed what stands now as of the entry that its press names.
    let seen = press.seen.min(turn.views.number);
    if let Some(lines) = value(LINES) {
        turn.quoted(None, seen);
        let (verb, args) = reading::read(&format!("{}\n{lines}", said.verb))?;
        return asking::ask(turn, verb, &args).await;
    }
    let shows_what_stands = verb::find(&said.verb).is_some_and(|verb| verb.filled.is_some());
    if let Some(typed) = said.get(ITEM).filter(|_| shows_what_stands) {
        // The words were those of the item that had this number then.
        let then = turn.service.views_as_of(turn.slug(), AsOf::Entry(seen)).await?;
        let meant = verb::working_item(typed, &then)?;
        if verb::working_item(typed, &turn.views)? != meant {
            return Err(DeskError::Stale);
        }
        turn.quoted(Some(meant), seen);
    }
    let mut said = said.clone();
    said.args.retain(|(name, _)| value(name).is_none());
    said.args.extend(filled.iter().copied().cloned());
    asking::say(turn, &said).await
}

/// A verb opens its form when it says so of what was said, or when the first thing that the form
/// asks for was not said.
fn is_opened_by(said: &Utterance) -> bool {
    let Some(verb) = verb::find(&said.verb) else { return false };
    if has_lines(verb) {
        return said.args.is_empty();
    }
    if let Some(lacks) = verb.lacks_words {
        return lacks(said);
    }
    verb.args.iter().find(|arg| arg.in_form).is_some_and(|arg| said.get(arg.name).is_none())
}

fn has_lines(verb: &Verb) -> bool {
    verb.args.iter().any(|arg| arg.position == ArgPosition::Lines)
}

/// In what a form is opened: what stands, who asked, and the last entry that they saw.
struct Opening<'o> {
    views: &'o Views,
    actor: &'o Actor,
    seen: u64,
    lang: Language,
}

fn form_of(verb: &Verb, said: &Utterance, at: &Opening<'_>) -> Option<Form> {
    let lang = at.lang;
    let title = title(verb, lang);
    let press_with = |said| Press::new(Action::Form(said), at.seen).if_short();
    let stands = verb.filled.map(|filled| filled(at.views, at.actor, said)).unwrap_or_default();
    let value = |name: &str| {
        let stands = stands.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
        said.get(name).or(stands.map(String::as_str))
    };
    if has_lines(verb) {
        let lines = FormField {
            name: LINES.to_owned(),
            label: cut(&messages::FORM_LINES.say(lang)),
            long: true,
            required: true,
            // What does not fit is not cut: an empty field replaces nothing by accident.
            value: fitting(value(LINES)),
            hint: Some(messages::FORM_LINES_HINT.say(lang)),
            chars_max: FIELD_CHARS_MAX,
        };
        let press = press_with(Utterance::new(&said.verb, Vec::new()))?;
        return Some(Form { title, press, fields: vec![lines] });
    }
    let mut asked: Vec<&'static Arg> = verb.args.iter().filter(|arg| arg.in_form).collect();
    let mut carried = said.clone();
    carried.args.retain(|(name, _)| !asked.iter().any(|arg| arg.name == name));
    // What is too long to be carried stands in the form.
    let press = loop {
        if let Some(press) = press_with(carried.clone()) {
            break press;
        }
        let longest = carried.args.iter().enumerate().max_by_key(|(_, (_, value))| value.len());
        let (at, _) = longest?;
        let (name, _) = carried.args.remove(at);
        asked.push(verb.arg(&name)?);
    };
    if asked.len() > FORM_FIELDS_MAX {
        return None;
    }
    let fields = asked.into_iter().map(|arg| field(verb, arg, value(arg.name), lang)).collect();
    Some(Form { title, press, fields })
}

fn field(verb: &Verb, arg: &Arg, value: Option<&str>, lang: Language) -> FormField {
    let first = verb.args.iter().find(|arg| arg.in_form);
    FormField {
        name: arg.name.to_owned(),
        label: cut(&verb.about_arg(arg).map(|label| label.say(lang)).unwrap_or_default()),
        long: arg.position == ArgPosition::Rest,
        required: arg.required || first == Some(arg),
        value: fitting(value),
        hint: None,
        chars_max: FIELD_CHARS_MAX,
    }
}

/// What fits into a field.
fn fitting(value: Option<&str>) -> Option<String> {
    value.filter(|value| value.chars().count() <= FIELD_CHARS_MAX).map(str::to_owned)
}

fn title(verb: &Verb, lang: Language) -> String {
    cut(&verb.help.title.unwrap_or(verb.help.about).say(lang))
}

fn cut(text: &str) -> String {
    if text.chars().count() <= FORM_LABEL_CHARS_MAX {
        return text.to_owned();
    }
    let cut: String = text.chars().take(FORM_LABEL_CHARS_MAX - 1).collect();
    format!("{}…", cut.trim_end())
}
