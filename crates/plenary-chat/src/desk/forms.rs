//! Forms: which line opens one instead of being said, and what a form that was sent means.
//!
//! A form belongs to a press that carries what was said already, so an open form is remembered
//! nowhere. Filling it in is saying the verb with these fields; nothing else.

use plenary_domain::{EditionId, Views};
use plenary_service::{Freshness, Service};

use super::turn::Turn;
use super::{asking, editions};
use crate::action::Action;
use crate::desk_error::DeskError;
use crate::form::{FIELD_CHARS_MAX, FORM_FIELDS_MAX, FORM_LABEL_CHARS_MAX, Form, FormField};
use crate::line::{Input, Line};
use crate::press::Press;
use crate::response::Response;
use crate::seats::Seats;
use crate::utterance::Utterance;
use crate::verb::{self, Arg, ArgPosition, PAPER_RETURN, Verb};
use crate::{Language, messages, reading};

/// The field of a form whose lines are `name: value`.
const LINES: &str = "lines";
/// The field of the form that sends an edition back.
const REASON: &str = "reason";

/// What is asked for in a form.
pub(super) enum Asked<'p> {
    /// The words that a verb still lacks.
    Words(&'p Utterance),
    /// The reason why an edition is sent back.
    Reason(EditionId),
}

fn asked(press: &Press) -> Option<Asked<'_>> {
    if let Action::Form(said) = &press.action {
        return Some(Asked::Words(said));
    }
    if let Action::PaperReturn(edition) = &press.action {
        return Some(Asked::Reason(*edition));
    }
    None // every other press is done at once
}

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
    let asked = opened(&line.said)?;
    let verb = match asked {
        Asked::Words(said) => verb::find(&said.verb)?,
        Asked::Reason(_) => &PAPER_RETURN,
    };
    let (views, person) =
        service.views_for(line.slug(), line.speaker.account(), Freshness::Known).await.ok()?;
    // Whoever may not do this is told so, and not asked for words first.
    let actor = Seats::of(&line.speaker, person, &views).actor(verb.who);
    if !verb.who.contains(&actor.capacity) {
        return None;
    }
    match asked {
        Asked::Words(said) => form_of(verb, said, (&views, line.lang)),
        Asked::Reason(edition) => {
            editions::visible(&views, &actor, edition).filter(|e| e.issued.is_none())?;
            let fields = vec![field(verb, verb.arg(REASON)?, None, line.lang)];
            let press = Press::new(Action::PaperReturn(edition), views.number);
            Some(Form { title: title(verb, line.lang), press, fields })
        }
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
        Asked::Reason(edition) => {
            return match value(REASON) {
                Some(reason) => editions::send_back(turn, edition, reason).await,
                None => editions::how_to_return(turn, edition),
            };
        }
    };
    if let Some(lines) = value(LINES) {
        // The form showed what stands now as of the entry that its press names.
        turn.quoted(None, press.seen.min(turn.views.number));
        let (verb, args) = reading::read(&format!("{}\n{lines}", said.verb))?;
        return asking::ask(turn, verb, &args).await;
    }
    let mut said = said.clone();
    said.args.retain(|(name, _)| value(name).is_none());
    said.args.extend(filled.iter().copied().cloned());
    asking::say(turn, &said).await
}

/// A verb opens its form when the first thing that the form asks for was not said.
fn is_opened_by(said: &Utterance) -> bool {
    let Some(verb) = verb::find(&said.verb) else { return false };
    if has_lines(verb) {
        return said.args.is_empty();
    }
    verb.args.iter().find(|arg| arg.in_form).is_some_and(|arg| said.get(arg.name).is_none())
}

fn has_lines(verb: &Verb) -> bool {
    verb.args.iter().any(|arg| arg.position == ArgPosition::Lines)
}

fn form_of(verb: &Verb, said: &Utterance, (views, lang): (&Views, Language)) -> Option<Form> {
    let title = title(verb, lang);
    let press_with = |said| Press::new(Action::Form(said), views.number).if_short();
    if has_lines(verb) {
        let typed = verb.filled.and_then(|filled| filled(views));
        let lines = FormField {
            name: LINES.to_owned(),
            label: cut(&messages::FORM_LINES.say(lang)),
            long: true,
            required: true,
            // What does not fit is not cut: an empty field replaces nothing by accident.
            value: typed.filter(|text| text.chars().count() <= FIELD_CHARS_MAX),
            hint: Some(messages::FORM_LINES_HINT.say(lang)),
            chars_max: FIELD_CHARS_MAX,
        };
        return Some(Form { title, press: press_with(said.clone())?, fields: vec![lines] });
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
    let fields = asked.into_iter().map(|arg| field(verb, arg, said.get(arg.name), lang)).collect();
    Some(Form { title, press, fields })
}

fn field(verb: &Verb, arg: &Arg, value: Option<&str>, lang: Language) -> FormField {
    let first = verb.args.iter().find(|arg| arg.in_form);
    FormField {
        name: arg.name.to_owned(),
        label: cut(&verb.about_arg(arg).map(|label| label.say(lang)).unwrap_or_default()),
        long: arg.position == ArgPosition::Rest,
        required: arg.required || first == Some(arg),
        value: value.filter(|value| value.chars().count() <= FIELD_CHARS_MAX).map(str::to_owned),
        hint: None,
        chars_max: FIELD_CHARS_MAX,
    }
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
