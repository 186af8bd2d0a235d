//! `people list`: the participants, in the order of the list of members.

use plenary_documents::words;
use plenary_domain::SeatKind;
use plenary_domain::roll::RollLine;

use crate::verb::kit::*;

pub(super) static VERB: Verb = Verb::new(&help::PEOPLE_LIST, EVERYBODY, means)
    .short(&["roster"])
    .args(&[Arg::named("as-of", ArgKind::Moment)])
    .shared();

fn means(_: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::shows(show))
}

/// The delegations with their people, in the roll's order.
fn show(cx: &RenderContext<'_>) -> Response {
    let views = cx.views;
    if !cx.reader.sees_names() {
        return Response::text(Tone::Shown, count(cx)).and(messages::NAMES_HIDDEN.say(cx));
    }
    let mut lines = Vec::new();
    let named = |person| {
        let personal = views.roster.person(person).map(|participant| &participant.personal);
        let known = personal.and_then(|personal| personal.known());
        known.is_none_or(|identity| identity.name.is_some())
    };
    let who = |person| (cx.name(person), plenary_domain::PersonId::shown(person));
    for (name, person) in views.roster.holders(SeatKind::Chair).map(|(person, _)| who(person)) {
        lines.push(messages::ListChair { name, person }.say(cx));
    }
    for (name, person) in views.roster.holders(SeatKind::Secretariat).map(|(id, _)| who(id)) {
        lines.push(messages::ListSecretariat { name, person }.say(cx));
    }
    for line in views.meeting.delegations() {
        let nominated = views.reply.of(&line.code).into_iter().filter(|n| n.is_listed());
        let mut people: Vec<String> = nominated
            .map(|n| {
                let role = words::role_name(n.role, cx.lang);
                let (name, person) = (cx.name(n.person), n.person.shown());
                messages::ListPerson { name, role, person }.say(cx)
            })
            .collect();
        let observers = views.roster.holders(SeatKind::Observer).filter(|(person, participant)| {
            named(*person)
                && participant.seats.iter().any(|seat| seat.delegation.as_ref() == Some(&line.code))
        });
        let seated = seated(cx, line);
        if seated.is_none() {
            people.extend(observers.map(|(person, _)| cx.name(person)));
        }
        if !people.is_empty() {
            let people = people.join("; ");
            lines.push(messages::ListLine { delegation: &line.name, people }.say(cx));
        }
        lines.extend(seated);
    }
    Response::text(Tone::Shown, messages::LIST_HEAD.say(cx))
        .with(Part::List(lines))
        .and(count(cx))
        .and(messages::LIST_PAPER.say(cx))
}

/// Who speaks for a delegation here, with numbers, for those who give and end seats: also somebody
/// whose code was never used.
fn seated(cx: &RenderContext<'_>, line: &RollLine) -> Option<String> {
    if !cx.reader.is_inside() && cx.reader.mission.as_ref() != Some(&line.code) {
        return None;
    }
    let of = |kind| cx.views.roster.of(kind, Some(&line.code));
    let people = of(SeatKind::Mission).chain(of(SeatKind::Observer)).map(|(id, has_joined)| {
        let (name, person) = (cx.name(id), id.shown());
        match has_joined {
            true => messages::ListSeated { name, person }.say(cx),
            false => messages::ListInvited { name, person }.say(cx),
        }
    });
    let people: Vec<String> = people.collect();
    let (delegation, people_shown) = (cx.the_first(&line.code), people.join("; "));
    let text = messages::ListSeats { delegation, people: people_shown };
    (!people.is_empty()).then(|| text.say(cx))
}

fn count(cx: &RenderContext<'_>) -> String {
    let (answered, silent) = cx.views.reply.answered(cx.views.meeting.delegations());
    let total = answered.len() + silent.len();
    messages::ListCount { answered: answered.len(), total }.say(cx)
}
