//! `people list`: who takes part, in the order of the list of members.

use plenary_documents::words;
use plenary_domain::SeatKind;

use crate::verb::kit::*;

pub(super) static VERB: Verb = Verb::new("people list", EVERYBODY, means)
    .short(&["roster"])
    .args(&[Arg::named("as-of", ArgKind::Moment)])
    .shared();

fn means(_: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::shows(show))
}

/// The delegations with their people, in the roll's order.
fn show(cx: &RenderContext<'_>) -> Response {
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
