//! `meeting show`: dates, place, mandates, how far it is.

use plenary_documents::words;
use plenary_domain::Standing;

use crate::verb::kit::*;

pub(super) static VERB: Verb = Verb::new(&help::MEETING_SHOW, EVERYBODY, means)
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
        messages::MeetingWhen {
            days: cx.days(convened.first_day, convened.last_day),
            place: &convened.place,
        }
        .say(cx),
    ];
    if !convened.mandates.is_empty() {
        lines.push(messages::MeetingMandates { mandates: convened.mandates.join(", ") }.say(cx));
    }
    if let Some(roll) = &views.meeting.roll {
        let all = roll.delegations.iter();
        let members = all.filter(|line| line.standing == Standing::Member).count();
        lines.push(
            messages::MeetingRoll {
                members,
                observers: roll.delegations.len() - members,
                source: &roll.source,
                dated: words::running_date(roll.dated, cx.lang),
            }
            .say(cx),
        );
    }
    lines.push(match views.roster.chairs().last() {
        Some((chair, _)) if views.roster.holders(plenary_domain::SeatKind::Chair).count() > 0 => {
            messages::MeetingChair { name: cx.name(*chair) }.say(cx)
        }
        _ => messages::MEETING_NO_CHAIR.say(cx),
    });
    lines.extend(stage(cx));
    let title = convened.title.replace('\n', " ");
    let mut response = Response::default().with(Part::Heading(title)).with(Part::List(lines));
    if convened.fictional {
        response = response.and(messages::MEETING_FICTIONAL.say(cx));
    }
    response
}

/// Until when replies are or were due, as one line of a list.
pub(in crate::verb) fn deadline(cx: &RenderContext<'_>) -> Option<String> {
    let deadline = cx.views.agenda.deadline()?;
    let when = cx.deadline(deadline);
    Some(match cx.now > deadline.instant {
        true => messages::MeetingDeadlineOver { when }.say(cx),
        false => messages::MeetingDeadline { when }.say(cx),
    })
}

fn stage(cx: &RenderContext<'_>) -> Vec<String> {
    let views = cx.views;
    let mut lines = Vec::new();
    lines.extend(deadline(cx));
    lines.push(match views.agenda.in_force() {
        None => messages::MEETING_NO_AGENDA.say(cx),
        Some(edition) if edition.adopted.is_some() => {
            messages::MeetingAdopted { symbol: edition.symbol.to_string() }.say(cx)
        }
        Some(edition) => messages::MeetingAgenda { symbol: edition.symbol.to_string() }.say(cx),
    });
    if let Some(sitting) = views.record.open_sitting() {
        let ordinal = words::ordinal(sitting.sitting.0, cx.lang);
        lines.push(messages::MeetingInSession { ordinal }.say(cx));
    }
    if let Some(decision) = views.record.open_decision() {
        let number = decision.decision.shown();
        lines.push(messages::MeetingDecision { number, text: &decision.text }.say(cx));
    }
    lines
}
