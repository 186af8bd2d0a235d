//! The meeting's card.

use plenary_documents::words;
use plenary_domain::Standing;

use super::Room;
use crate::reply::{Part, Reply, Tone};
use crate::say::say;

/// The reply to convening.
pub(super) fn convened(room: &Room<'_>) -> Reply {
    let Some(convened) = &room.views.meeting.convened else { return Reply::default() };
    let members = room.views.meeting.delegations().iter();
    let members = members.filter(|line| line.standing == Standing::Member).count();
    let text = say!(
        room.lang,
        "meeting-convened",
        days = words::day_range(convened.first_day, convened.last_day, room.lang),
        place = &convened.place,
        mandates = convened.mandates.join(", "),
        members = members,
    );
    Reply::text(Tone::Done, text).and(say!(room.lang, "meeting-next"))
}

/// Dates, place, mandates, stage, deadline, editions, next step.
pub(super) fn card(room: &Room<'_>) -> Reply {
    let views = room.views;
    let Some(convened) = &views.meeting.convened else { return Reply::default() };
    let mut lines = vec![
        say!(
            room.lang,
            "meeting-when",
            days = words::day_range(convened.first_day, convened.last_day, room.lang),
            place = &convened.place,
        ),
        say!(room.lang, "meeting-mandates", mandates = convened.mandates.join(", ")),
    ];
    if let Some(roll) = &views.meeting.roll {
        lines.push(say!(
            room.lang,
            "meeting-roll",
            count = roll.delegations.len(),
            source = &roll.source,
            dated = words::running_date(roll.dated, room.lang),
        ));
    }
    lines.push(match views.roster.chairs().last() {
        Some((chair, _)) if views.roster.holders(plenary_domain::SeatKind::Chair).count() > 0 => {
            say!(room.lang, "meeting-chair", name = room.name(*chair))
        }
        _ => say!(room.lang, "meeting-no-chair"),
    });
    lines.extend(stage(room));
    let title = convened.title.replace('\n', " ");
    let mut reply = Reply::default().with(Part::Heading(title)).with(Part::List(lines));
    if convened.fictional {
        reply = reply.and(say!(room.lang, "meeting-fictional"));
    }
    reply
}

fn stage(room: &Room<'_>) -> Vec<String> {
    let views = room.views;
    let mut lines = Vec::new();
    if let Some(deadline) = views.answer.deadline() {
        let over = room.now > deadline.instant;
        let id = if over { "meeting-deadline-over" } else { "meeting-deadline" };
        let day = words::running_date(deadline.date, room.lang);
        lines.push(say!(room.lang, id, day = day, place = city(room)));
    }
    lines.push(match views.agenda.in_force() {
        None => say!(room.lang, "meeting-no-agenda"),
        Some(edition) if edition.adopted.is_some() => {
            say!(room.lang, "meeting-adopted", symbol = edition.symbol.to_string())
        }
        Some(edition) => say!(room.lang, "meeting-agenda", symbol = edition.symbol.to_string()),
    });
    if let Some(sitting) = views.record.open_sitting() {
        lines.push(say!(room.lang, "meeting-in-session", number = sitting.sitting.0));
    }
    if let Some(decision) = views.record.open_decision() {
        let number = decision.decision.shown();
        lines.push(say!(room.lang, "meeting-decision", number = number, text = &decision.text));
    }
    lines
}

/// The city of the place, for "end of day in Washington".
pub(super) fn city(room: &Room<'_>) -> String {
    let place = room.views.meeting.convened.as_ref().map(|convened| convened.place.as_str());
    place.unwrap_or_default().split(',').next().unwrap_or_default().to_owned()
}
