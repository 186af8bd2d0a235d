//! `meeting show`: dates, place, mandates, how far it is.

use plenary_documents::words;

use crate::verb::kit::*;

pub(super) static VERB: Verb = Verb::new("meeting show", EVERYBODY, means)
    .short(&["meeting"])
    .args(&[Arg::named("as-of", ArgKind::Moment)])
    .shared();

fn means(_: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::shows(show))
}

/// Dates, place, mandates, stage, deadline, editions, next step.
fn show(cx: &RenderContext<'_>) -> Response {
    let views = cx.views;
    let Some(convened) = &views.meeting.convened else { return Response::default() };
    let mut lines = vec![
        say!(
            cx.lang,
            "meeting-when",
            days = words::day_range(convened.first_day, convened.last_day, cx.lang),
            place = &convened.place,
        ),
        say!(cx.lang, "meeting-mandates", mandates = convened.mandates.join(", ")),
    ];
    if let Some(roll) = &views.meeting.roll {
        lines.push(say!(
            cx.lang,
            "meeting-roll",
            count = roll.delegations.len(),
            source = &roll.source,
            dated = words::running_date(roll.dated, cx.lang),
        ));
    }
    lines.push(match views.roster.chairs().last() {
        Some((chair, _)) if views.roster.holders(plenary_domain::SeatKind::Chair).count() > 0 => {
            say!(cx.lang, "meeting-chair", name = cx.name(*chair))
        }
        _ => say!(cx.lang, "meeting-no-chair"),
    });
    lines.extend(stage(cx));
    let title = convened.title.replace('\n', " ");
    let mut response = Response::default().with(Part::Heading(title)).with(Part::List(lines));
    if convened.fictional {
        response = response.and(say!(cx.lang, "meeting-fictional"));
    }
    response
}

fn stage(cx: &RenderContext<'_>) -> Vec<String> {
    let views = cx.views;
    let mut lines = Vec::new();
    if let Some(deadline) = views.agenda.deadline() {
        let over = cx.now > deadline.instant;
        let id = if over { "meeting-deadline-over" } else { "meeting-deadline" };
        let day = words::running_date(deadline.date, cx.lang);
        lines.push(say!(cx.lang, id, day = day, place = cx.city()));
    }
    lines.push(match views.agenda.in_force() {
        None => say!(cx.lang, "meeting-no-agenda"),
        Some(edition) if edition.adopted.is_some() => {
            say!(cx.lang, "meeting-adopted", symbol = edition.symbol.to_string())
        }
        Some(edition) => say!(cx.lang, "meeting-agenda", symbol = edition.symbol.to_string()),
    });
    if let Some(sitting) = views.record.open_sitting() {
        lines.push(say!(cx.lang, "meeting-in-session", number = sitting.sitting.0));
    }
    if let Some(decision) = views.record.open_decision() {
        let number = decision.decision.shown();
        lines.push(say!(cx.lang, "meeting-decision", number = number, text = &decision.text));
    }
    lines
}
