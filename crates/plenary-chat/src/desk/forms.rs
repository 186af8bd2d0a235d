//! Forms: which line opens one instead of being said, and what a form that was sent means.
//!
//! A form belongs to a press that carries what was said already, so an open form is remembered
//! nowhere. Filling it in is saying the verb with these fields; nothing else.

use plenary_domain::Views;

use super::{Desk, Turn, press};
use crate::desk_error::DeskError;
use crate::form::{FIELD_CHARS_MAX, FORM_FIELDS_MAX, FORM_LABEL_CHARS_MAX, Form, FormField};
use crate::line::{Input, Line};
use crate::press::Press;
use crate::response::Response;
use crate::seats::Seats;
use crate::verb::{self, Arg, ArgPosition, Verb, pressed};
use crate::{Language, Speaker, payload, reading, say};

/// The field of a form whose lines are `name: value`.
const LINES: &str = "lines";
/// The press that sends an edition back; its form asks for the reason.
const RETURN: &str = "paper.return";

type Fields = Vec<(String, String)>;

/// The verb whose form a press opens, with what is said already.
fn opened(press: &Press) -> Option<(&'static Verb, Fields)> {
    let verb = verb::all().find(|verb| pressed(verb) == press.verb)?;
    Some((verb, payload::fields(press)?))
}

impl Desk {
    /// The form that this line opens instead of being said, if it opens one. Nothing is stored, and
    /// a journal that was read before is not asked again.
    pub async fn form(&self, line: &Line) -> Option<Form> {
        let (verb, said) = match &line.said {
            Input::Fields { verb, fields } => (verb::find(verb)?, fields.clone()),
            Input::Press(press) if press.verb == RETURN => {
                (verb::find("paper return")?, Fields::new())
            }
            Input::Press(press) => opened(press)?,
            Input::Text(_) | Input::Form { .. } => return None,
        };
        let account = match &line.speaker {
            Speaker::Operator => None,
            Speaker::Account(account) => Some(account.as_str()),
        };
        let (views, person) = self.service.known(&line.meeting, account).await.ok()?;
        // Whoever may not do this is told so, and not asked for words first.
        let actor = Seats::of(&line.speaker, person, &views).actor(verb.who);
        if !verb.who.contains(&actor.capacity) {
            return None;
        }
        match &line.said {
            Input::Press(press) if press.verb == RETURN => {
                press::visible(&views, &actor, &press.id).ok().filter(|e| e.issued.is_none())?;
                let reason = verb.arg("reason")?;
                let fields = vec![field(verb, reason, None, line.lang)];
                Some(Form { title: title(verb, line.lang), press: press.clone(), fields })
            }
            Input::Press(_) => form_of(verb, said, &views, line.lang),
            _ if is_opened_by(verb, &said) => form_of(verb, said, &views, line.lang),
            _ => None,
        }
    }

    /// A form that was sent.
    pub(super) async fn sent(
        &self,
        turn: &Turn<'_>,
        (press, filled): (&Press, &[(String, String)]),
    ) -> Result<Response, DeskError> {
        let filled = filled.iter().filter(|(_, value)| !value.trim().is_empty()).cloned();
        if press.verb == RETURN {
            let verb = verb::find("paper return").ok_or(DeskError::Stale)?;
            let views = turn.views();
            let symbol =
                press::visible(&views, &turn.seats.actor(verb.who), &press.id)?.symbol.clone();
            let said = ("symbol".to_owned(), symbol.to_string());
            return self
                .say_fields(turn, verb, std::iter::once(said).chain(filled).collect())
                .await;
        }
        let (verb, mut said) = opened(press).ok_or(DeskError::Stale)?;
        let filled: Fields = filled.collect();
        if let Some((_, lines)) = filled.iter().find(|(name, _)| name == LINES) {
            // The form showed what stands now as of the entry that its press names.
            let seen = press.seen.min(turn.views().number);
            self.memory.quoted(&turn.line.meeting, turn.account(), (None, seen));
            let text = format!("{}\n{lines}", verb.typed());
            let (verb, args) = reading::read(&text)?;
            return self.ask(turn, verb, &args, &text).await;
        }
        said.retain(|(name, _)| !filled.iter().any(|(other, _)| other == name));
        said.extend(filled);
        self.say_fields(turn, verb, said).await
    }

    /// A press on a button that opens a form, where none was opened: it is said as far as it goes,
    /// so that the answer tells what is missing.
    pub(super) async fn without_form(
        &self,
        turn: &Turn<'_>,
        press: &Press,
    ) -> Result<Response, DeskError> {
        let (verb, said) = opened(press).ok_or(DeskError::Stale)?;
        self.say_fields(turn, verb, said).await
    }

    async fn say_fields(
        &self,
        turn: &Turn<'_>,
        verb: &Verb,
        fields: Fields,
    ) -> Result<Response, DeskError> {
        let (verb, args) = reading::read_fields(&verb.typed(), &fields)?;
        let kept = reading::line_of(&verb.typed(), &fields);
        self.ask(turn, verb, &args, &kept).await
    }
}

/// A verb opens its form when the first thing that the form asks for was not said.
fn is_opened_by(verb: &Verb, said: &Fields) -> bool {
    let is_said = |arg: &Arg| said.iter().any(|(name, _)| name == arg.name);
    if has_lines(verb) {
        return said.is_empty();
    }
    verb.args.iter().find(|arg| arg.in_form).is_some_and(|arg| !is_said(arg))
}

fn has_lines(verb: &Verb) -> bool {
    verb.args.iter().any(|arg| arg.position == ArgPosition::Lines)
}

fn form_of(verb: &'static Verb, said: Fields, views: &Views, lang: Language) -> Option<Form> {
    let title = title(verb, lang);
    if has_lines(verb) {
        let typed = verb.filled.and_then(|filled| filled(views));
        let long = say::sentence(lang, "form-lines", &[]);
        let lines = FormField {
            name: LINES.to_owned(),
            label: cut(&long),
            long: true,
            required: true,
            // What does not fit is not cut: an empty field replaces nothing by accident.
            value: typed.filter(|text| text.chars().count() <= FIELD_CHARS_MAX),
            hint: Some(say::sentence(lang, "form-lines-hint", &[])),
            chars_max: FIELD_CHARS_MAX,
        };
        let press = payload::press(&pressed(verb), &said, views.number)?;
        return Some(Form { title, press, fields: vec![lines] });
    }
    let mut asked: Vec<&'static Arg> = verb.args.iter().filter(|arg| arg.in_form).collect();
    let mut carried: Fields = said.clone();
    carried.retain(|(name, _)| !asked.iter().any(|arg| arg.name == name));
    // What is too long to be carried stands in the form.
    let press = loop {
        if let Some(press) = payload::press(&pressed(verb), &carried, views.number) {
            break press;
        }
        let longest = carried.iter().enumerate().max_by_key(|(_, (_, value))| value.len());
        let (at, _) = longest?;
        let (name, _) = carried.remove(at);
        asked.push(verb.arg(&name)?);
    };
    if asked.len() > FORM_FIELDS_MAX {
        return None;
    }
    let value =
        |arg: &Arg| said.iter().find(|(name, _)| name == arg.name).map(|(_, value)| value.clone());
    let fields = asked.into_iter().map(|arg| field(verb, arg, value(arg), lang)).collect();
    Some(Form { title, press, fields })
}

fn field(verb: &Verb, arg: &Arg, value: Option<String>, lang: Language) -> FormField {
    let first = verb.args.iter().find(|arg| arg.in_form);
    FormField {
        name: arg.name.to_owned(),
        label: cut(&say::sentence(lang, &verb.about_arg(arg), &[])),
        long: arg.position == ArgPosition::Rest,
        required: arg.required || first == Some(arg),
        value: value.filter(|value| value.chars().count() <= FIELD_CHARS_MAX),
        hint: None,
        chars_max: FIELD_CHARS_MAX,
    }
}

fn title(verb: &Verb, lang: Language) -> String {
    cut(&say::sentence(lang, &verb.titled(), &[]))
}

fn cut(text: &str) -> String {
    if text.chars().count() <= FORM_LABEL_CHARS_MAX {
        return text.to_owned();
    }
    let cut: String = text.chars().take(FORM_LABEL_CHARS_MAX - 1).collect();
    format!("{}…", cut.trim_end())
}
