//! The list of participants: the roll with its source, who was named, who has not answered.
//!
//! The roll's order is kept, and inside a delegation the mission's own order of protocol.

use plenary_domain::capacity::SeatKind;
use plenary_domain::event::meeting::Language;
use plenary_domain::projection::Reader;
use plenary_domain::projection::answer::NominationShown;
use plenary_domain::roll::RollLine;
use plenary_domain::{Personal, Standing, Views};

use crate::paper::{Block, Paper, Table, Text};
use crate::scribe::{Scribe, shows_names};
use crate::words::{capacity_name, fill, role_name};

/// The roll, the participants in groups, who answered and who has not.
pub fn paper(views: &Views, reader: &Reader, lang: Language) -> Paper {
    let scribe = Scribe::new(views, lang);
    let words = scribe.words;
    let stamp = views.at.map(|at| fill(words.provisional, &[("date", &*scribe.running_date(at))]));
    let mut body = roll_blocks(&scribe);
    body.push(scribe.heading(2, words.participants_heading));
    if shows_names(reader) {
        body.extend(participant_blocks(&scribe));
    } else {
        body.push(Block::Paragraph(words.names_hidden.into()));
    }
    scribe.own_paper("roster", words.roster_title, stamp, body)
}

/// The roll as it was recorded, with how many each delegation named, and the count of answers.
fn roll_blocks(scribe: &Scribe<'_>) -> Vec<Block> {
    let words = scribe.words;
    let mut blocks = vec![scribe.heading(2, words.roll_heading)];
    let Some(roll) = &scribe.views.meeting.roll else {
        blocks.push(Block::Paragraph(words.no_roll.into()));
        return blocks;
    };
    let dated = crate::words::running_date(roll.dated, scribe.lang);
    let pieces = [("source", roll.source.as_str()), ("date", dated.as_str())];
    blocks.push(Block::Paragraph(scribe.sentence(words.roll_source, &pieces)));
    let rows = roll.delegations.iter().map(|line| {
        let named = scribe.views.answer.of(&line.code).len();
        vec![
            Text::plain(&line.name),
            standing_name(scribe, line.standing).into(),
            named.to_string().into(),
        ]
    });
    let head = [words.delegation, words.standing, words.named].map(str::to_owned).to_vec();
    blocks.push(Block::Table(Table { caption: None, head, rows: rows.collect() }));
    blocks.extend(answered(scribe).into_iter().map(Block::Paragraph));
    blocks
}

/// "Answered: 20 of 34 members", and the names of the silent in the roll's order.
pub(crate) fn answered(scribe: &Scribe<'_>) -> Vec<Text> {
    let words = scribe.words;
    let (answered, silent) = scribe.views.answer.answered(scribe.views.meeting.delegations());
    let (n, m) = (answered.len().to_string(), (answered.len() + silent.len()).to_string());
    let counts = scribe.sentence(words.answered, &[("n", &n), ("m", &m)]);
    let names: Vec<&str> = silent.iter().map(|line| line.name.as_str()).collect();
    let rest = if names.is_empty() {
        Text::plain(words.silent_none)
    } else {
        scribe.sentence(words.silent, &[("list", &names.join(", "))])
    };
    vec![counts, rest]
}

fn standing_name(scribe: &Scribe<'_>, standing: Standing) -> &'static str {
    match standing {
        Standing::Member => scribe.words.standing_member,
        Standing::Observer => scribe.words.standing_observer,
        Standing::Organization => scribe.words.standing_organization,
    }
}

fn participant_blocks(scribe: &Scribe<'_>) -> Vec<Block> {
    let words = scribe.words;
    let groups = [
        (Standing::Member, words.members_heading),
        (Standing::Observer, words.observers_heading),
        (Standing::Organization, words.organizations_heading),
    ];
    let mut blocks = Vec::new();
    for (standing, heading) in groups {
        let delegations = scribe.views.meeting.delegations().iter();
        let mut group: Vec<Block> = delegations
            .filter(|line| line.standing == standing)
            .flat_map(|line| delegation_blocks(scribe, line))
            .collect();
        if !group.is_empty() {
            blocks.push(scribe.heading(3, heading));
            blocks.append(&mut group);
        }
    }
    let offices = office_lines(scribe);
    if !offices.is_empty() {
        blocks.push(scribe.heading(3, words.offices_heading));
        blocks.push(Block::List(offices));
    }
    if blocks.is_empty() {
        blocks.push(Block::Paragraph(words.nobody_named.into()));
    }
    let waiting = late_lines(scribe);
    if !waiting.is_empty() {
        blocks.push(scribe.heading(3, words.late_heading));
        blocks.push(Block::List(waiting));
    }
    blocks
}

/// A delegation's name and its people; nothing when it has nobody on the list.
fn delegation_blocks(scribe: &Scribe<'_>, line: &RollLine) -> Vec<Block> {
    let named = scribe.views.answer.of(&line.code);
    let mut people: Vec<Text> = named
        .iter()
        .filter(|nomination| nomination.is_listed())
        .map(|nomination| nominee(scribe, nomination))
        .collect();
    // Observers are not nominated: they take a seat.
    for (id, person) in scribe.views.roster.holders(SeatKind::Observer) {
        let sits = person.seats.iter().any(|seat| {
            seat.kind == SeatKind::Observer && seat.delegation.as_ref() == Some(&line.code)
        });
        let nominated = named.iter().any(|nomination| nomination.person == id);
        if sits && person.joined.is_some() && !nominated {
            let role = scribe.words.observer;
            let personal = described(scribe, &person.personal);
            let pieces = [("name", personal.as_str()), ("role", role)];
            let cited = person.joined.iter().map(|stamp| stamp.entry);
            people.push(scribe.sentence(scribe.words.person_line, &pieces).citing(cited));
        }
    }
    if people.is_empty() {
        return Vec::new();
    }
    vec![scribe.heading(4, &line.name), Block::List(people)]
}

/// One nominated person: name, title, institution, role, and how a late one came onto the list.
fn nominee(scribe: &Scribe<'_>, nomination: &NominationShown) -> Text {
    let words = scribe.words;
    let name = described(scribe, &nomination.personal);
    let role = role_name(nomination.role, scribe.lang);
    let mut person = fill(words.person_line, &[("name", &name), ("role", role)]);
    if let Some((_, reason)) = nomination.admitted.as_ref().filter(|_| nomination.late) {
        let mark = fill(words.late_admitted, &[("reason", reason)]);
        person = fill(words.marks, &[("person", &person), ("mark", &mark)]);
    } else if nomination.late {
        person = fill(words.marks, &[("person", &person), ("mark", words.late)]);
    }
    let admitted = nomination.admitted.iter().map(|(stamp, _)| stamp.entry);
    Text::plain(person).citing(admitted.chain([nomination.stamp.entry]))
}

/// Late nominations that wait for the secretariat.
fn late_lines(scribe: &Scribe<'_>) -> Vec<Text> {
    let delegations = scribe.views.meeting.delegations().iter();
    let waiting = delegations.flat_map(|line| {
        let named = scribe.views.answer.of(&line.code).into_iter();
        named.filter(|nomination| !nomination.is_listed()).map(|nomination| {
            let mut text = Text::plain(format!("{}: ", line.name));
            text.0.extend(nominee(scribe, nomination).0);
            text
        })
    });
    waiting.collect()
}

fn office_lines(scribe: &Scribe<'_>) -> Vec<Text> {
    let mut lines = Vec::new();
    for office in [SeatKind::Chair, SeatKind::Secretariat] {
        for (_, person) in scribe.views.roster.holders(office) {
            let name = described(scribe, &person.personal);
            let role = capacity_name(office.capacity(), scribe.lang);
            lines.push(
                scribe.sentence(scribe.words.person_line, &[("name", &name), ("role", role)]),
            );
        }
    }
    lines
}

/// Name, title and institution as far as they are known; a neutral mark when they cannot be read.
fn described(scribe: &Scribe<'_>, personal: &Personal) -> String {
    let Some(identity) = personal.known() else { return scribe.words.name_withheld.to_owned() };
    let name = identity.name.as_deref().unwrap_or(scribe.words.name_missing);
    let parts = [Some(name), identity.title.as_deref(), identity.institution.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
