//! The list of participants: the roll with its source, who was named, who has not answered.
//!
//! The roll's order is kept, and inside a delegation the mission's own order of protocol.

use plenary_domain::capacity::SeatKind;
use plenary_domain::projection::reply::NominationShown;
use plenary_domain::roll::RollLine;
use plenary_domain::{Language, Personal, Reader, Standing, Views};

use crate::context::PaperContext;
use crate::paper::{Block, Paper, Table, Text};
use crate::words::{capacity_name, role_name};

/// The roll, the participants in groups, who answered and who has not.
pub fn paper(views: &Views, reader: &Reader, lang: Language) -> Paper {
    let cx = PaperContext::new(views, reader, lang);
    let words = cx.words;
    let stamp = views.at.map(|at| words.roster.provisional(cx.running_date(at)));
    let mut body = roll_blocks(&cx);
    body.push(cx.heading(2, words.roster.participants_heading()));
    if reader.sees_names() {
        body.extend(participant_blocks(&cx));
    } else {
        body.push(Block::Paragraph(words.roster.names_hidden().into()));
    }
    cx.own_paper("participants", words.roster.title(), stamp, body)
}

/// The roll as it was recorded, with how many each delegation named, and the count of answers.
fn roll_blocks(cx: &PaperContext<'_>) -> Vec<Block> {
    let words = cx.words;
    let mut blocks = vec![cx.heading(2, words.meeting.roll_heading())];
    let Some(roll) = &cx.views.meeting.roll else {
        blocks.push(Block::Paragraph(words.meeting.no_roll().into()));
        return blocks;
    };
    let dated = crate::words::running_date(roll.dated, cx.lang);
    let source = words.meeting.roll_source(&roll.source, dated);
    blocks.push(Block::Paragraph(Text::sentence(source)));
    let rows = roll.delegations.iter().map(|line| {
        let named = cx.views.reply.of(&line.code).len();
        vec![
            Text::plain(&line.name),
            standing_name(cx, line.standing).into(),
            named.to_string().into(),
        ]
    });
    let head = [words.meeting.delegation(), words.meeting.standing(), words.reply.named()]
        .map(str::to_owned)
        .to_vec();
    blocks.push(Block::Table(Table { caption: None, head, rows: rows.collect() }));
    blocks.extend(answered(cx).into_iter().map(Block::Paragraph));
    blocks
}

/// "Answered: 20 of 34 members", and the names of the silent in the roll's order.
pub(crate) fn answered(cx: &PaperContext<'_>) -> Vec<Text> {
    let words = cx.words;
    let (answered, silent) = cx.views.reply.answered(cx.views.meeting.delegations());
    let members = answered.len() + silent.len();
    if members == 0 {
        return Vec::new();
    }
    let counts = Text::sentence(words.reply.answered(answered.len(), members));
    let names: Vec<&str> = silent.iter().map(|line| line.name.as_str()).collect();
    let rest = if names.is_empty() {
        Text::plain(words.reply.silent_none())
    } else {
        Text::sentence(words.reply.silent(names.join(", ")))
    };
    vec![counts, rest]
}

fn standing_name(cx: &PaperContext<'_>, standing: Standing) -> &'static str {
    match standing {
        Standing::Member => cx.words.meeting.standing_member(),
        Standing::Observer => cx.words.meeting.standing_observer(),
        Standing::Organization => cx.words.meeting.standing_organization(),
    }
}

fn participant_blocks(cx: &PaperContext<'_>) -> Vec<Block> {
    let words = cx.words;
    let groups = [
        (Standing::Member, words.roster.members_heading()),
        (Standing::Observer, words.roster.observers_heading()),
        (Standing::Organization, words.roster.organizations_heading()),
    ];
    let mut blocks = Vec::new();
    for (standing, heading) in groups {
        let delegations = cx.views.meeting.delegations().iter();
        let mut group: Vec<Block> = delegations
            .filter(|line| line.standing == standing)
            .flat_map(|line| delegation_blocks(cx, line))
            .collect();
        if !group.is_empty() {
            blocks.push(cx.heading(3, heading));
            blocks.append(&mut group);
        }
    }
    let offices = office_lines(cx);
    if !offices.is_empty() {
        blocks.push(cx.heading(3, words.roster.offices_heading()));
        blocks.push(Block::List(offices));
    }
    if blocks.is_empty() {
        blocks.push(Block::Paragraph(words.reply.nobody_named().into()));
    }
    let waiting = late_lines(cx);
    if !waiting.is_empty() {
        blocks.push(cx.heading(3, words.reply.late_heading()));
        blocks.push(Block::List(waiting));
    }
    blocks
}

/// A delegation's name and its people; nothing when it has nobody on the list.
fn delegation_blocks(cx: &PaperContext<'_>, line: &RollLine) -> Vec<Block> {
    let named = cx.views.reply.of(&line.code);
    let mut people: Vec<Text> = named
        .iter()
        .filter(|nomination| nomination.is_listed())
        .map(|nomination| nominee(cx, nomination))
        .collect();
    // Observers are not nominated: they take a seat.
    for (id, person) in cx.views.roster.holders(SeatKind::Observer) {
        let sits = person.seats.iter().any(|seat| {
            seat.kind == SeatKind::Observer && seat.delegation.as_ref() == Some(&line.code)
        });
        let nominated = named.iter().any(|nomination| nomination.person == id);
        if sits && person.joined.is_some() && !nominated {
            let (personal, role) = (described(cx, &person.personal), cx.words.people.observer());
            let cited = person.joined.iter().map(|stamp| stamp.entry);
            let line = cx.words.reply.person_line(personal, role);
            people.push(Text::sentence(line).citing(cited));
        }
    }
    if people.is_empty() {
        return Vec::new();
    }
    vec![cx.heading(4, &line.name), Block::List(people)]
}

/// One nominated person: name, title, institution, role, and how a late one came onto the list.
fn nominee(cx: &PaperContext<'_>, nomination: &NominationShown) -> Text {
    let words = cx.words;
    let name = described(cx, &nomination.personal);
    let role = role_name(nomination.role, cx.lang);
    let mut person = words.reply.person_line(name, role);
    if let Some((_, reason)) = nomination.admitted.as_ref().filter(|_| nomination.late) {
        person = words.reply.marks(person, words.reply.late_admitted(reason));
    } else if nomination.late {
        person = words.reply.marks(person, words.reply.late());
    }
    let admitted = nomination.admitted.iter().map(|(stamp, _)| stamp.entry);
    Text::plain(person).citing(admitted.chain([nomination.stamp.entry]))
}

/// Late nominations that wait for the secretariat.
fn late_lines(cx: &PaperContext<'_>) -> Vec<Text> {
    let delegations = cx.views.meeting.delegations().iter();
    let waiting = delegations.flat_map(|line| {
        let named = cx.views.reply.of(&line.code).into_iter();
        named.filter(|nomination| !nomination.is_listed()).map(|nomination| {
            let mut text = Text::plain(format!("{}: ", line.name));
            text.0.extend(nominee(cx, nomination).0);
            text
        })
    });
    waiting.collect()
}

fn office_lines(cx: &PaperContext<'_>) -> Vec<Text> {
    let mut lines = Vec::new();
    for office in [SeatKind::Chair, SeatKind::Secretariat] {
        for (_, person) in cx.views.roster.holders(office) {
            let name = described(cx, &person.personal);
            let role = capacity_name(office.capacity(), cx.lang);
            lines.push(Text::sentence(cx.words.reply.person_line(name, role)));
        }
    }
    lines
}

/// Name, title and institution as far as they are known; a neutral mark when they cannot be read.
fn described(cx: &PaperContext<'_>, personal: &Personal) -> String {
    let Some(identity) = personal.known() else {
        return cx.words.people.name_withheld().to_owned();
    };
    let name = identity.name.as_deref().unwrap_or(cx.words.people.name_missing());
    let parts = [Some(name), identity.title.as_deref(), identity.institution.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
