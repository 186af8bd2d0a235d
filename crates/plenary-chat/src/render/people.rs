//! People: invitations with their codes, joining, the roster, and who the asker is.

use plenary_documents::words;
use plenary_domain::event::PeopleEvent;
use plenary_domain::event::people::Invited;
use plenary_domain::{Capacity, SeatKind};
use plenary_service::Outcome;

use super::{Room, answer, offer, paper};
use crate::press::Press;
use crate::reply::{Part, Reply, Tone};
use crate::say::say;
use crate::seats::Seats;

/// The reply to a fact about people.
pub(super) fn done(room: &Room<'_>, event: &PeopleEvent, outcome: &Outcome) -> Reply {
    match event {
        PeopleEvent::Invited(invited) => {
            let text = say!(room.lang, "people-invited", whom = whom(room, invited));
            Reply::text(Tone::Done, text).with(code(room, invited, outcome))
        }
        PeopleEvent::Joined(joined) => {
            let seat = seat(room, joined.seat, joined.delegation.as_ref());
            let text = say!(room.lang, "people-joined", seat = seat, meeting = short_title(room));
            let mut reply = Reply::text(Tone::Done, text);
            let next = match joined.seat {
                SeatKind::Mission => joined.delegation.as_ref().map(|own| answer::asked(room, own)),
                SeatKind::Chair => Some(waiting_for_chair(room)),
                SeatKind::Expert => Some(vec![say!(room.lang, "people-expert-may")]),
                SeatKind::Observer => Some(vec![say!(room.lang, "people-observer-may")]),
                SeatKind::Secretariat => Some(vec![say!(room.lang, "people-secretariat-may")]),
            };
            if joined.seat == SeatKind::Mission
                && let Some(by) = answer::asked_by(room)
            {
                reply = reply.and(by);
            }
            reply = reply.with(Part::List(next.unwrap_or_default()));
            let press = Press::new("people.not-me", joined.code, room.views.number);
            reply.button(say!(room.lang, "button-not-me"), press)
        }
        PeopleEvent::Appointed(appointed) => {
            let office = seat(room, appointed.office, appointed.delegation.as_ref());
            let name = room.name(appointed.person);
            Reply::text(
                Tone::Done,
                say!(room.lang, "people-appointed", name = name, office = office),
            )
        }
        PeopleEvent::SeatEnded(ended) => {
            let seat = seat(room, ended.seat, ended.delegation.as_ref());
            let person = ended.person.shown();
            Reply::text(Tone::Done, say!(room.lang, "people-ended", person = person, seat = seat))
        }
    }
}

/// The one-time code of an invitation, with its last day.
pub(super) fn code(room: &Room<'_>, invited: &Invited, outcome: &Outcome) -> Part {
    let until = room.day(invited.expires);
    match &outcome.code {
        Some(code) => {
            Part::Secret(say!(room.lang, "people-code", code = code.to_string(), until = until))
        }
        None => Part::Text(say!(room.lang, "people-code-hidden")),
    }
}

fn whom(room: &Room<'_>, invited: &Invited) -> String {
    let seat = seat(room, invited.seat, invited.delegation.as_ref());
    let person = invited.person.shown();
    match invited.personal.known().and_then(|identity| identity.name.clone()) {
        Some(name) => say!(room.lang, "people-whom", name = name, seat = seat, person = person),
        None => say!(room.lang, "people-whom-unnamed", seat = seat, person = person),
    }
}

/// A seat in words: "the Permanent Mission of Brazil", "the Chair".
pub(super) fn seat(
    room: &Room<'_>,
    kind: SeatKind,
    delegation: Option<&plenary_domain::DelegationCode>,
) -> String {
    let of = delegation.map(|code| room.delegation(code));
    let id = match (kind, &of) {
        (SeatKind::Chair, _) => "seat-chair",
        (SeatKind::Secretariat, _) => "seat-secretariat",
        (SeatKind::Mission, _) => "seat-mission",
        (SeatKind::Expert, _) => "seat-expert",
        (SeatKind::Observer, _) => "seat-observer",
    };
    say!(room.lang, id, delegation = of.unwrap_or_default())
}

/// "V Meeting" of "V Meeting of the Group of …": what a prompt and a sentence call the meeting.
pub(super) fn short_title(room: &Room<'_>) -> String {
    let Some(convened) = &room.views.meeting.convened else { return String::new() };
    let title = convened.title.replace('\n', " ");
    let cut = [" of the ", " of ", " del ", " de la ", " de ", " du ", " da ", " do "]
        .iter()
        .filter_map(|word| title.find(word))
        .min();
    cut.and_then(|at| title.get(..at)).unwrap_or(&title).to_owned()
}

fn waiting_for_chair(room: &Room<'_>) -> Vec<String> {
    match room.views.agenda.waiting() {
        None => vec![say!(room.lang, "people-nothing-waits")],
        Some(edition) => {
            vec![say!(room.lang, "people-edition-waits", symbol = edition.symbol.to_string())]
        }
    }
}

/// Who the asker is, and what waits.
pub(super) fn me(room: &Room<'_>, seats: &Seats) -> Reply {
    let Some(person) = seats.person else {
        let id =
            if room.actor.capacity == Capacity::Operator { "me-operator" } else { "me-nobody" };
        return Reply::text(Tone::Shown, say!(room.lang, id));
    };
    let mut lines: Vec<String> = seats
        .all()
        .iter()
        .map(|held| seat(room, held.kind, held.delegation.as_ref()))
        .map(|seat| say!(room.lang, "me-seat", seat = seat))
        .collect();
    for held in seats.all() {
        match (held.kind, &held.delegation) {
            (SeatKind::Chair, _) => lines.extend(waiting_for_chair(room)),
            (SeatKind::Mission, Some(own)) => {
                lines.extend(answer::asked_by(room));
                lines.extend(answer::asked(room, own));
            }
            _ => {}
        }
    }
    let own = room.views.comment.all().iter();
    let own: Vec<String> = own
        .filter(|comment| comment.stamp.actor.person == Some(person))
        .map(|comment| comment.comment.shown())
        .collect();
    if !own.is_empty() {
        lines.push(say!(room.lang, "me-comments", numbers = own.join(", ")));
    }
    let head = say!(room.lang, "me-name", name = room.name(person), person = person.shown());
    let reply = Reply::text(Tone::Shown, head).with(Part::List(lines));
    let holds = |kind: SeatKind| seats.all().iter().any(|held| held.kind == kind);
    let reply = if holds(SeatKind::Mission) { offer::answers(room, reply) } else { reply };
    match room.views.agenda.waiting().filter(|_| holds(SeatKind::Chair)) {
        Some(edition) => paper::with_choices(room, edition, reply),
        None => reply,
    }
}

/// The delegations with their people, in the roll's order.
pub(super) fn list(room: &Room<'_>) -> Reply {
    let views = room.views;
    let mut lines = Vec::new();
    let named = |person| {
        let personal = views.roster.person(person).map(|participant| &participant.personal);
        let known = personal.and_then(|personal| personal.known());
        known.is_none_or(|identity| identity.name.is_some())
    };
    for (kind, id) in [(SeatKind::Chair, "list-chair"), (SeatKind::Secretariat, "list-secretariat")]
    {
        for (person, _) in views.roster.holders(kind) {
            let name = room.name(person);
            lines.push(say!(room.lang, id, name = name, person = person.shown()));
        }
    }
    for line in views.meeting.delegations() {
        let nominated = views.answer.of(&line.code).into_iter().filter(|n| n.is_listed());
        let mut people: Vec<String> = nominated
            .map(|n| {
                let role = words::role_name(n.role, room.lang);
                let (name, person) = (room.name(n.person), n.person.shown());
                say!(room.lang, "list-person", name = name, role = role, person = person)
            })
            .collect();
        let observers = views.roster.holders(SeatKind::Observer).filter(|(person, participant)| {
            named(*person)
                && participant.seats.iter().any(|seat| seat.delegation.as_ref() == Some(&line.code))
        });
        people.extend(observers.map(|(person, _)| room.name(person)));
        if !people.is_empty() {
            let people = people.join("; ");
            lines.push(say!(room.lang, "list-line", delegation = &line.name, people = people));
        }
    }
    let (answered, silent) = views.answer.answered(views.meeting.delegations());
    let total = answered.len() + silent.len();
    let count = say!(room.lang, "list-count", answered = answered.len(), total = total);
    Reply::text(Tone::Shown, say!(room.lang, "list-head"))
        .with(Part::List(lines))
        .and(count)
        .and(say!(room.lang, "list-paper"))
}

/// The words before the cursor: `V Meeting · 22 Oct 2007 · Chile › `.
pub(crate) fn prompt(room: &Room<'_>, meeting: &str) -> String {
    let title = match short_title(room) {
        title if title.is_empty() => meeting.to_owned(),
        title => title,
    };
    let place = place(room);
    format!("{title} · {} · {place} › ", room.day(room.now))
}

/// The seat in a few words: `Chile`, `expert, Brazil`, `Chair`.
pub(super) fn place(room: &Room<'_>) -> String {
    match (&room.actor.delegation, room.actor.capacity) {
        (Some(code), Capacity::Mission) => room.delegation(code),
        (Some(code), capacity) => {
            let capacity = words::capacity_name(capacity, room.lang);
            format!("{capacity}, {}", room.delegation(code))
        }
        (None, capacity) => words::capacity_name(capacity, room.lang).to_owned(),
    }
}
