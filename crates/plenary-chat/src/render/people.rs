//! People: invitations with their codes, joining, the roster, and who the asker is.

use plenary_documents::words;
use plenary_domain::event::PeopleEvent;
use plenary_domain::event::people::Invited;
use plenary_domain::{Capacity, SeatKind};
use plenary_service::Outcome;

use super::{RenderContext, offer, paper, reply};
use crate::press::Press;
use crate::response::{Part, Response, Tone};
use crate::say::say;
use crate::seats::Seats;

/// The response to a fact about people.
pub(super) fn done(cx: &RenderContext<'_>, event: &PeopleEvent, outcome: &Outcome) -> Response {
    match event {
        PeopleEvent::Invited(invited) => {
            let text = say!(cx.lang, "people-invited", whom = whom(cx, invited));
            Response::text(Tone::Done, text).with(code(cx, invited, outcome))
        }
        PeopleEvent::Joined(joined) => {
            let seat = seat(cx, joined.seat, joined.delegation.as_ref());
            let text = say!(cx.lang, "people-joined", seat = seat, meeting = short_title(cx));
            let mut response = Response::text(Tone::Done, text);
            let next = match joined.seat {
                SeatKind::Mission => joined.delegation.as_ref().map(|own| reply::asked(cx, own)),
                SeatKind::Chair => Some(waiting_for_chair(cx)),
                SeatKind::Expert => Some(vec![say!(cx.lang, "people-expert-may")]),
                SeatKind::Observer => Some(vec![say!(cx.lang, "people-observer-may")]),
                SeatKind::Secretariat => Some(vec![say!(cx.lang, "people-secretariat-may")]),
            };
            if joined.seat == SeatKind::Mission
                && let Some(by) = reply::asked_by(cx)
            {
                response = response.and(by);
            }
            response = response.with(Part::List(next.unwrap_or_default()));
            let press = Press::new("people.not-me", joined.code, cx.views.number);
            response.button(say!(cx.lang, "button-not-me"), press)
        }
        PeopleEvent::Appointed(appointed) => {
            let office = seat(cx, appointed.office, appointed.delegation.as_ref());
            let name = cx.name(appointed.person);
            Response::text(
                Tone::Done,
                say!(cx.lang, "people-appointed", name = name, office = office),
            )
        }
        PeopleEvent::SeatEnded(ended) => {
            let seat = seat(cx, ended.seat, ended.delegation.as_ref());
            let person = ended.person.shown();
            Response::text(Tone::Done, say!(cx.lang, "people-ended", person = person, seat = seat))
        }
    }
}

/// The one-time code of an invitation, with its last day.
pub(super) fn code(cx: &RenderContext<'_>, invited: &Invited, outcome: &Outcome) -> Part {
    let until = cx.day(invited.expires);
    match &outcome.code {
        Some(code) => {
            Part::Secret(say!(cx.lang, "people-code", code = code.to_string(), until = until))
        }
        None => Part::Text(say!(cx.lang, "people-code-hidden")),
    }
}

fn whom(cx: &RenderContext<'_>, invited: &Invited) -> String {
    let seat = seat(cx, invited.seat, invited.delegation.as_ref());
    let person = invited.person.shown();
    match invited.personal.known().and_then(|identity| identity.name.clone()) {
        Some(name) => say!(cx.lang, "people-whom", name = name, seat = seat, person = person),
        None => say!(cx.lang, "people-whom-unnamed", seat = seat, person = person),
    }
}

/// A seat in words: "the Permanent Mission of Brazil", "the Chair".
pub(super) fn seat(
    cx: &RenderContext<'_>,
    kind: SeatKind,
    delegation: Option<&plenary_domain::DelegationCode>,
) -> String {
    let of = delegation.map(|code| cx.delegation(code));
    let id = match (kind, &of) {
        (SeatKind::Chair, _) => "seat-chair",
        (SeatKind::Secretariat, _) => "seat-secretariat",
        (SeatKind::Mission, _) => "seat-mission",
        (SeatKind::Expert, _) => "seat-expert",
        (SeatKind::Observer, _) => "seat-observer",
    };
    say!(cx.lang, id, delegation = of.unwrap_or_default())
}

/// "V Meeting" of "V Meeting of the Group of …": what a prompt and a sentence call the meeting.
pub(super) fn short_title(cx: &RenderContext<'_>) -> String {
    let Some(convened) = &cx.views.meeting.convened else { return String::new() };
    let title = convened.title.replace('\n', " ");
    let cut = [" of the ", " of ", " del ", " de la ", " de ", " du ", " da ", " do "]
        .iter()
        .filter_map(|word| title.find(word))
        .min();
    cut.and_then(|at| title.get(..at)).unwrap_or(&title).to_owned()
}

fn waiting_for_chair(cx: &RenderContext<'_>) -> Vec<String> {
    match cx.views.agenda.waiting() {
        None => vec![say!(cx.lang, "people-nothing-waits")],
        Some(edition) => {
            vec![say!(cx.lang, "people-edition-waits", symbol = edition.symbol.to_string())]
        }
    }
}

/// Who the asker is, and what waits.
pub(super) fn me(cx: &RenderContext<'_>, seats: &Seats) -> Response {
    let Some(person) = seats.person else {
        let id = if cx.actor.capacity == Capacity::Operator { "me-operator" } else { "me-nobody" };
        return Response::text(Tone::Shown, say!(cx.lang, id));
    };
    let mut lines: Vec<String> = seats
        .all()
        .iter()
        .map(|held| seat(cx, held.kind, held.delegation.as_ref()))
        .map(|seat| say!(cx.lang, "me-seat", seat = seat))
        .collect();
    for held in seats.all() {
        match (held.kind, &held.delegation) {
            (SeatKind::Chair, _) => lines.extend(waiting_for_chair(cx)),
            (SeatKind::Mission, Some(own)) => {
                lines.extend(reply::asked_by(cx));
                lines.extend(reply::asked(cx, own));
            }
            _ => {}
        }
    }
    let own = cx.views.comment.all().iter();
    let own: Vec<String> = own
        .filter(|comment| comment.stamp.actor.person == Some(person))
        .map(|comment| comment.comment.shown())
        .collect();
    if !own.is_empty() {
        lines.push(say!(cx.lang, "me-comments", numbers = own.join(", ")));
    }
    let head = say!(cx.lang, "me-name", name = cx.name(person), person = person.shown());
    let response = Response::text(Tone::Shown, head).with(Part::List(lines));
    let holds = |kind: SeatKind| seats.all().iter().any(|held| held.kind == kind);
    let response = if holds(SeatKind::Mission) { offer::answers(cx, response) } else { response };
    match cx.views.agenda.waiting().filter(|_| holds(SeatKind::Chair)) {
        Some(edition) => paper::with_choices(cx, edition, response),
        None => response,
    }
}

/// The delegations with their people, in the roll's order.
pub(super) fn list(cx: &RenderContext<'_>) -> Response {
    let views = cx.views;
    let mut lines = Vec::new();
    let named = |person| {
        let personal = views.roster.person(person).map(|participant| &participant.personal);
        let known = personal.and_then(|personal| personal.known());
        known.is_none_or(|identity| identity.name.is_some())
    };
    for (kind, id) in [(SeatKind::Chair, "list-chair"), (SeatKind::Secretariat, "list-secretariat")]
    {
        for (person, _) in views.roster.holders(kind) {
            let name = cx.name(person);
            lines.push(say!(cx.lang, id, name = name, person = person.shown()));
        }
    }
    for line in views.meeting.delegations() {
        let nominated = views.reply.of(&line.code).into_iter().filter(|n| n.is_listed());
        let mut people: Vec<String> = nominated
            .map(|n| {
                let role = words::role_name(n.role, cx.lang);
                let (name, person) = (cx.name(n.person), n.person.shown());
                say!(cx.lang, "list-person", name = name, role = role, person = person)
            })
            .collect();
        let observers = views.roster.holders(SeatKind::Observer).filter(|(person, participant)| {
            named(*person)
                && participant.seats.iter().any(|seat| seat.delegation.as_ref() == Some(&line.code))
        });
        people.extend(observers.map(|(person, _)| cx.name(person)));
        if !people.is_empty() {
            let people = people.join("; ");
            lines.push(say!(cx.lang, "list-line", delegation = &line.name, people = people));
        }
    }
    let (answered, silent) = views.reply.answered(views.meeting.delegations());
    let total = answered.len() + silent.len();
    let count = say!(cx.lang, "list-count", answered = answered.len(), total = total);
    Response::text(Tone::Shown, say!(cx.lang, "list-head"))
        .with(Part::List(lines))
        .and(count)
        .and(say!(cx.lang, "list-paper"))
}

/// The words before the cursor: `V Meeting · 22 Oct 2007 · Chile › `.
pub(crate) fn prompt(cx: &RenderContext<'_>, meeting: &str) -> String {
    let title = match short_title(cx) {
        title if title.is_empty() => meeting.to_owned(),
        title => title,
    };
    let place = place(cx);
    format!("{title} · {} · {place} › ", cx.day(cx.now))
}

/// The seat in a few words: `Chile`, `expert, Brazil`, `Chair`.
pub(super) fn place(cx: &RenderContext<'_>) -> String {
    match (&cx.actor.delegation, cx.actor.capacity) {
        (Some(code), Capacity::Mission) => cx.delegation(code),
        (Some(code), capacity) => {
            let capacity = words::capacity_name(capacity, cx.lang);
            format!("{capacity}, {}", cx.delegation(code))
        }
        (None, capacity) => words::capacity_name(capacity, cx.lang).to_owned(),
    }
}
