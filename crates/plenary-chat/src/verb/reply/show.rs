//! `reply show`: who has nominated experts and who has not; for a mission, what it is asked.

use plenary_documents::words;
use plenary_domain::{Capacity, DelegationCode};

use super::{answers, asked, asked_by, people};
use crate::verb::kit::*;
use crate::verb::lookup::delegation;

pub(super) static VERB: Verb = Verb::new(&help::REPLY_SHOW, EVERYBODY, means)
    .short(&["replies", "answers"])
    .args(&[Arg::rest("delegation").of(ArgKind::Delegation).optional()]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let of = args.get("delegation").map(|typed| delegation(typed, context.views)).transpose()?;
    Ok(Intent::shows(move |cx| show(cx, of.as_ref())))
}

/// For a mission its own three lines; for others the table of all.
pub(crate) fn show(cx: &RenderContext<'_>, of: Option<&DelegationCode>) -> Response {
    let own = cx.actor.delegation.as_ref();
    let one = match (of, cx.actor.capacity) {
        (Some(code), _) => Some(code),
        (None, Capacity::Mission | Capacity::Expert) => own,
        (None, _) => None,
    };
    if let Some(code) = one {
        let head = messages::AnswersOf { delegation: cx.delegation(code) }.say(cx);
        let response = Response::text(Tone::Shown, head);
        let response = asked_by(cx).map_or(response.clone(), |by| response.and(by));
        let response = response.with(Part::List(asked(cx, code)));
        return if own == Some(code) { answers(cx, response) } else { response };
    }
    let lines = cx.views.meeting.delegations();
    let (answered, silent) = cx.views.reply.answered(lines);
    let total = answered.len() + silent.len();
    let head = messages::AnswersHead { answered: answered.len(), total }.say(cx);
    let table = answered
        .iter()
        .map(|line| format!("{}: {}", line.name, people(cx, &cx.views.reply.of(&line.code))))
        .collect();
    let silent: Vec<&str> = silent.iter().map(|line| line.name.as_str()).collect();
    let mut response = Response::text(Tone::Shown, head).with(Part::List(table));
    if !silent.is_empty() {
        let names = silent.join(", ");
        response = response.and(messages::AnswersSilent { count: silent.len(), names }.say(cx));
    }
    if !cx.reader.sees_names() {
        response = response.and(messages::NAMES_HIDDEN.say(cx));
    }
    let roll = cx.views.meeting.roll.as_ref();
    if let Some(roll) = roll {
        let dated = words::running_date(roll.dated, cx.lang);
        response = response.and(messages::AnswersRoll { source: &roll.source, dated }.say(cx));
    }
    response
}
