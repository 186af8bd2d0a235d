//! Answers of delegations: nominations, what is owed, who has not answered.

use plenary_documents::words;
use plenary_domain::event::{Event, PeopleEvent, ReplyEvent};
use plenary_domain::projection::reply::NominationShown;
use plenary_domain::{Capacity, DelegationCode, NominationId};
use plenary_service::Outcome;

use super::meeting::city;
use super::offer;
use super::{RenderContext, people};
use crate::response::{Part, Response, Tone};
use crate::say::say;

/// The response to a fact about nominations.
pub(super) fn done(cx: &RenderContext<'_>, event: &ReplyEvent, outcome: &Outcome) -> Response {
    match event {
        ReplyEvent::Nominated(nominated) => nominated_reply(cx, nominated.nomination, outcome),
        ReplyEvent::NominationCorrected(corrected) => {
            let number = corrected.nomination.shown();
            let name = cx.name(corrected.person);
            Response::text(
                Tone::Done,
                say!(cx.lang, "answer-corrected", number = number, name = name),
            )
        }
        ReplyEvent::NominationWithdrawn(withdrawn) => {
            let number = withdrawn.nomination.shown();
            Response::text(Tone::Done, say!(cx.lang, "answer-withdrawn", number = number))
        }
        ReplyEvent::NominationAdmitted(admitted) => {
            let number = admitted.nomination.shown();
            Response::text(Tone::Done, say!(cx.lang, "answer-admitted", number = number))
        }
    }
}

fn nominated_reply(cx: &RenderContext<'_>, id: NominationId, outcome: &Outcome) -> Response {
    let Some(nomination) = cx.views.reply.find(id) else { return Response::default() };
    let order = cx.views.reply.of(&nomination.delegation);
    let place = order.iter().position(|n| n.nomination == id).map_or(0, |index| index + 1);
    let mut text = match nomination.instead_of {
        Some(old) => {
            say!(cx.lang, "answer-replaced", number = id.shown(), old = old.shown(), place = place)
        }
        None => say!(cx.lang, "answer-nominated", number = id.shown(), place = place),
    };
    if let Some(code) = &nomination.stamp.actor.acting_for {
        let delegation = cx.delegation(code);
        let mark = if nomination.late { "answer-entered-late" } else { "answer-entered-on-time" };
        let received = received(cx, nomination);
        text.push(' ');
        text.push_str(&say!(cx.lang, mark, delegation = delegation, received = received));
    } else if nomination.late {
        text.push(' ');
        text.push_str(&say!(cx.lang, "answer-late", day = deadline_day(cx)));
    }
    let mut response = Response::text(Tone::Done, text);
    for entry in &outcome.entries {
        if let Event::People(PeopleEvent::Invited(invited)) = &entry.event {
            response = response.with(people::code(cx, invited, outcome));
        }
    }
    response.and(say!(cx.lang, "answer-expert-may"))
}

fn received(cx: &RenderContext<'_>, nomination: &NominationShown) -> String {
    let Some(received) = &nomination.received else { return cx.time(nomination.stamp.at) };
    let day = words::running_date(received.date, cx.lang);
    match received.time {
        Some(time) => format!("{day}, {:02}:{:02}", time.hour(), time.minute()),
        None => day,
    }
}

fn deadline_day(cx: &RenderContext<'_>) -> String {
    let deadline = cx.views.agenda.deadline();
    deadline.map(|deadline| words::running_date(deadline.date, cx.lang)).unwrap_or_default()
}

/// Until when delegations are asked to answer; nothing when no deadline was issued.
pub(super) fn asked_by(cx: &RenderContext<'_>) -> Option<String> {
    let deadline = cx.views.agenda.deadline()?;
    let day = words::running_date(deadline.date, cx.lang);
    let id = if cx.now > deadline.instant { "asked-over" } else { "asked-by" };
    Some(say!(cx.lang, id, day = day, place = city(cx)))
}

/// What a delegation is asked for, and how far it is.
pub(super) fn asked(cx: &RenderContext<'_>, own: &DelegationCode) -> Vec<String> {
    let mut lines = Vec::new();
    let names: Vec<String> =
        cx.views.reply.of(own).into_iter().map(|nomination| named(cx, nomination)).collect();
    lines.push(match names.as_slice() {
        [] => say!(cx.lang, "asked-experts-none"),
        names => say!(cx.lang, "asked-experts", names = names.join("; ")),
    });
    let comments = cx.views.comment.readable(&cx.reader);
    let comments: Vec<String> = comments
        .filter(|comment| comment.stamp.actor.speaks_for() == Some(own))
        .map(|comment| comment.comment.shown())
        .collect();
    lines.push(match comments.as_slice() {
        [] => say!(cx.lang, "asked-comments-none"),
        numbers => say!(cx.lang, "asked-comments", numbers = numbers.join(", ")),
    });
    lines
}

fn named(cx: &RenderContext<'_>, nomination: &NominationShown) -> String {
    let mut text = format!("{} {}", nomination.nomination.shown(), cx.name(nomination.person));
    if nomination.late {
        let id = if nomination.admitted.is_some() { "mark-admitted" } else { "mark-late" };
        text.push_str(&format!(" ({})", say!(cx.lang, id)));
    }
    text
}

/// For a mission its own three lines; for others the table of all.
pub(super) fn show(cx: &RenderContext<'_>, of: Option<&DelegationCode>) -> Response {
    let own = cx.actor.delegation.as_ref();
    let one = match (of, cx.actor.capacity) {
        (Some(code), _) => Some(code),
        (None, Capacity::Mission | Capacity::Expert) => own,
        (None, _) => None,
    };
    if let Some(code) = one {
        let head = say!(cx.lang, "answers-of", delegation = cx.delegation(code));
        let response = Response::text(Tone::Shown, head);
        let response = asked_by(cx).map_or(response.clone(), |by| response.and(by));
        let response = response.with(Part::List(asked(cx, code)));
        return if own == Some(code) { offer::answers(cx, response) } else { response };
    }
    let lines = cx.views.meeting.delegations();
    let (answered, silent) = cx.views.reply.answered(lines);
    let total = answered.len() + silent.len();
    let head = say!(cx.lang, "answers-head", answered = answered.len(), total = total);
    let table = answered
        .iter()
        .map(|line| {
            let people: Vec<String> =
                cx.views.reply.of(&line.code).iter().map(|n| named(cx, n)).collect();
            format!("{}: {}", line.name, people.join("; "))
        })
        .collect();
    let silent: Vec<&str> = silent.iter().map(|line| line.name.as_str()).collect();
    let mut response = Response::text(Tone::Shown, head).with(Part::List(table));
    if !silent.is_empty() {
        let names = silent.join(", ");
        response =
            response.and(say!(cx.lang, "answers-silent", count = silent.len(), names = names));
    }
    let roll = cx.views.meeting.roll.as_ref();
    if let Some(roll) = roll {
        let dated = words::running_date(roll.dated, cx.lang);
        response =
            response.and(say!(cx.lang, "answers-roll", source = &roll.source, dated = dated));
    }
    response
}
