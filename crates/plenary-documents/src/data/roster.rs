//! The roster as data: the roll, who answered, the nominations, the offices.

use plenary_domain::capacity::SeatKind;
use plenary_domain::projection::reply::{Fate, NominationShown};
use plenary_domain::roll::RollLine;
use plenary_domain::{Reader, Views};
use serde_json::{Map, Value, json};

use super::{person_data, received_data, stamp_data};

/// The roll with its source, the counts, the silent, and, for those who take part, the people.
pub fn roster(views: &Views, reader: &Reader) -> Value {
    let roll = views.meeting.roll.as_ref().map(|roll| {
        let lines = roll.delegations.iter().map(|line| line_data(views, line));
        json!({
            "source": roll.source,
            "dated": roll.dated.to_string(),
            "delegations": lines.collect::<Vec<_>>(),
        })
    });
    let (answered, silent) = views.reply.answered(views.meeting.delegations());
    let silent_codes: Vec<&str> = silent.iter().map(|line| line.code.as_str()).collect();
    let mut data = Map::new();
    data.insert("as_of".into(), json!({ "entry": views.number, "at": views.at }));
    data.insert("provisional".into(), json!(true));
    data.insert("roll".into(), json!(roll));
    data.insert("members".into(), json!(answered.len() + silent.len()));
    data.insert("answered".into(), json!(answered.len()));
    data.insert("silent".into(), json!(silent_codes));
    if reader.sees_names() {
        let nominations = views.reply.all().iter().map(nominee);
        data.insert("nominations".into(), nominations.collect());
        data.insert("offices".into(), offices(views));
    }
    Value::Object(data)
}

fn line_data(views: &Views, line: &RollLine) -> Value {
    // The order of protocol, the head first.
    let named = views.reply.of(&line.code).into_iter();
    let named: Vec<String> = named.map(|nomination| nomination.nomination.shown()).collect();
    json!({
        "code": line.code,
        "name": line.name,
        "standing": line.standing,
        "named": named,
    })
}

fn nominee(nomination: &NominationShown) -> Value {
    let (fate, replaced_by) = match &nomination.fate {
        Fate::Stands => ("stands", None),
        Fate::ReplacedBy(other) => ("replaced", Some(other.shown())),
        Fate::Withdrawn { .. } => ("withdrawn", None),
    };
    let identity = nomination.personal.known();
    let admitted = nomination.admitted.as_ref().map(|(stamp, reason)| {
        json!({ "entry": stamp.entry, "at": stamp.at.to_string(), "reason": reason })
    });
    json!({
        "nomination": nomination.nomination.shown(),
        "delegation": nomination.delegation,
        "role": nomination.role,
        "person": nomination.person.to_string(),
        "name": identity.and_then(|identity| identity.name.as_ref()),
        "title": identity.and_then(|identity| identity.title.as_ref()),
        "institution": identity.and_then(|identity| identity.institution.as_ref()),
        "withheld": identity.is_none(),
        "entered": stamp_data(&nomination.stamp),
        "entered_for": nomination.stamp.actor.acting_for,
        "received": nomination.received.as_ref().map(received_data),
        "late": nomination.late,
        "admitted": admitted,
        "listed": nomination.is_listed(),
        "fate": fate,
        "replaced_by": replaced_by,
    })
}

fn offices(views: &Views) -> Value {
    let offices = [SeatKind::Chair, SeatKind::Secretariat].into_iter().flat_map(|office| {
        views.roster.holders(office).map(move |(person, _)| {
            let mut data = Map::new();
            data.insert("office".into(), json!(office));
            data.extend(person_data(views, person));
            Value::Object(data)
        })
    });
    offices.collect()
}
