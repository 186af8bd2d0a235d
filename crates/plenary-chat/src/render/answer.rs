//! Answers of delegations: nominations, what is owed, who has not answered.

use plenary_documents::words;
use plenary_domain::event::{AnswerEvent, Event, PeopleEvent};
use plenary_domain::projection::answer::NominationShown;
use plenary_domain::{Capacity, DelegationCode, NominationId};
use plenary_service::Outcome;

use super::meeting::city;
use super::offer;
use super::{Room, people};
use crate::reply::{Part, Reply, Tone};
use crate::say::say;

/// The reply to a fact about nominations.
pub(super) fn done(room: &Room<'_>, event: &AnswerEvent, outcome: &Outcome) -> Reply {
    match event {
        AnswerEvent::Nominated(nominated) => nominated_reply(room, nominated.nomination, outcome),
        AnswerEvent::NominationCorrected(corrected) => {
            let number = corrected.nomination.shown();
            let name = room.name(corrected.person);
            Reply::text(
                Tone::Done,
                say!(room.lang, "answer-corrected", number = number, name = name),
            )
        }
        AnswerEvent::NominationWithdrawn(withdrawn) => {
            let number = withdrawn.nomination.shown();
            Reply::text(Tone::Done, say!(room.lang, "answer-withdrawn", number = number))
        }
        AnswerEvent::NominationAdmitted(admitted) => {
            let number = admitted.nomination.shown();
            Reply::text(Tone::Done, say!(room.lang, "answer-admitted", number = number))
        }
    }
}

fn nominated_reply(room: &Room<'_>, id: NominationId, outcome: &Outcome) -> Reply {
    let Some(nomination) = room.views.answer.find(id) else { return Reply::default() };
    let order = room.views.answer.of(&nomination.delegation);
    let place = order.iter().position(|n| n.nomination == id).map_or(0, |index| index + 1);
    let mut text = match nomination.instead_of {
        Some(old) => {
            say!(
                room.lang,
                "answer-replaced",
                number = id.shown(),
                old = old.shown(),
                place = place
            )
        }
        None => say!(room.lang, "answer-nominated", number = id.shown(), place = place),
    };
    if let Some(code) = &nomination.stamp.actor.acting_for {
        let delegation = room.delegation(code);
        let mark = if nomination.late { "answer-entered-late" } else { "answer-entered-on-time" };
        let received = received(room, nomination);
        text.push(' ');
        text.push_str(&say!(room.lang, mark, delegation = delegation, received = received));
    } else if nomination.late {
        text.push(' ');
        text.push_str(&say!(room.lang, "answer-late", day = deadline_day(room)));
    }
    let mut reply = Reply::text(Tone::Done, text);
    for entry in &outcome.entries {
        if let Event::People(PeopleEvent::Invited(invited)) = &entry.event {
            reply = reply.with(people::code(room, invited, outcome));
        }
    }
    reply.and(say!(room.lang, "answer-expert-may"))
}

fn received(room: &Room<'_>, nomination: &NominationShown) -> String {
    let Some(received) = &nomination.received else { return room.time(nomination.stamp.at) };
    let day = words::running_date(received.date, room.lang);
    match received.time {
        Some(time) => format!("{day}, {:02}:{:02}", time.hour(), time.minute()),
        None => day,
    }
}

fn deadline_day(room: &Room<'_>) -> String {
    let deadline = room.views.answer.deadline();
    deadline.map(|deadline| words::running_date(deadline.date, room.lang)).unwrap_or_default()
}

/// Until when delegations are asked to answer; nothing when no deadline was issued.
pub(super) fn asked_by(room: &Room<'_>) -> Option<String> {
    let deadline = room.views.answer.deadline()?;
    let day = words::running_date(deadline.date, room.lang);
    let id = if room.now > deadline.instant { "asked-over" } else { "asked-by" };
    Some(say!(room.lang, id, day = day, place = city(room)))
}

/// What a delegation is asked for, and how far it is.
pub(super) fn asked(room: &Room<'_>, own: &DelegationCode) -> Vec<String> {
    let mut lines = Vec::new();
    let names: Vec<String> =
        room.views.answer.of(own).into_iter().map(|nomination| named(room, nomination)).collect();
    lines.push(match names.as_slice() {
        [] => say!(room.lang, "asked-experts-none"),
        names => say!(room.lang, "asked-experts", names = names.join("; ")),
    });
    let comments = room.views.comment.readable(&room.reader);
    let comments: Vec<String> = comments
        .filter(|comment| comment.stamp.actor.speaks_for() == Some(own))
        .map(|comment| comment.comment.shown())
        .collect();
    lines.push(match comments.as_slice() {
        [] => say!(room.lang, "asked-comments-none"),
        numbers => say!(room.lang, "asked-comments", numbers = numbers.join(", ")),
    });
    lines
}

fn named(room: &Room<'_>, nomination: &NominationShown) -> String {
    let mut text = format!("{} {}", nomination.nomination.shown(), room.name(nomination.person));
    if nomination.late {
        let id = if nomination.admitted.is_some() { "mark-admitted" } else { "mark-late" };
        text.push_str(&format!(" ({})", say!(room.lang, id)));
    }
    text
}

/// For a mission its own three lines; for others the table of all.
pub(super) fn show(room: &Room<'_>, of: Option<&DelegationCode>) -> Reply {
    let own = room.actor.delegation.as_ref();
    let one = match (of, room.actor.capacity) {
        (Some(code), _) => Some(code),
        (None, Capacity::Mission | Capacity::Expert) => own,
        (None, _) => None,
    };
    if let Some(code) = one {
        let head = say!(room.lang, "answers-of", delegation = room.delegation(code));
        let reply = Reply::text(Tone::Shown, head);
        let reply = asked_by(room).map_or(reply.clone(), |by| reply.and(by));
        let reply = reply.with(Part::List(asked(room, code)));
        return if own == Some(code) { offer::answers(room, reply) } else { reply };
    }
    let lines = room.views.meeting.delegations();
    let (answered, silent) = room.views.answer.answered(lines);
    let total = answered.len() + silent.len();
    let head = say!(room.lang, "answers-head", answered = answered.len(), total = total);
    let table = answered
        .iter()
        .map(|line| {
            let people: Vec<String> =
                room.views.answer.of(&line.code).iter().map(|n| named(room, n)).collect();
            format!("{}: {}", line.name, people.join("; "))
        })
        .collect();
    let silent: Vec<&str> = silent.iter().map(|line| line.name.as_str()).collect();
    let mut reply = Reply::text(Tone::Shown, head).with(Part::List(table));
    if !silent.is_empty() {
        let names = silent.join(", ");
        reply = reply.and(say!(room.lang, "answers-silent", count = silent.len(), names = names));
    }
    let roll = room.views.meeting.roll.as_ref();
    if let Some(roll) = roll {
        let dated = words::running_date(roll.dated, room.lang);
        reply = reply.and(say!(room.lang, "answers-roll", source = &roll.source, dated = dated));
    }
    reply
}
