//! The record's first part: convocation, mandates, days and place, officers, sittings, adoption.

use plenary_domain::capacity::SeatKind;
use plenary_domain::projection::Reader;

use crate::paper::{Block, Text};
use crate::scribe::{Scribe, shows_names};
use crate::words::day_range;

/// The part with its heading.
pub(super) fn blocks(scribe: &Scribe<'_>, reader: &Reader) -> Vec<Block> {
    let mut lines = convocation(scribe);
    if shows_names(reader) {
        lines.extend(officers(scribe));
    }
    lines.extend(sittings(scribe));
    lines.push(adoption(scribe));
    let mut blocks = vec![scribe.heading(2, scribe.words.opening)];
    blocks.extend(lines.into_iter().map(Block::Paragraph));
    blocks
}

fn convocation(scribe: &Scribe<'_>) -> Vec<Text> {
    let words = scribe.words;
    let meeting = &scribe.views.meeting;
    let (Some(convened), Some(stamp)) = (&meeting.convened, &meeting.stamp) else {
        return vec![Text::plain(words.empty_history)];
    };
    let date = scribe.running_date(stamp.at);
    let mut lines = vec![scribe.cited(words.convened, &[("date", &date)], stamp)];
    if !convened.mandates.is_empty() {
        let list = convened.mandates.join(", ");
        lines.push(scribe.cited(words.mandates, &[("list", &list)], stamp));
    }
    let days = day_range(convened.first_day, convened.last_day, scribe.lang);
    let pieces = [("days", days.as_str()), ("place", convened.place.as_str())];
    lines.push(scribe.cited(words.held, &pieces, stamp));
    lines
}

fn officers(scribe: &Scribe<'_>) -> Vec<Text> {
    let words = scribe.words;
    let roster = &scribe.views.roster;
    let chairs = roster.chairs().iter().map(|(person, stamp)| {
        let (name, time) = (scribe.person(*person), scribe.time(stamp.at));
        scribe.cited(words.chair_was, &[("time", &*time), ("name", &*name)], stamp)
    });
    let mut lines: Vec<Text> = chairs.collect();
    for (person, participant) in roster.holders(SeatKind::Secretariat) {
        let name = scribe.person(person);
        let joined = participant.joined.iter().map(|stamp| stamp.entry);
        lines.push(scribe.sentence(words.secretariat_is, &[("name", &name)]).citing(joined));
    }
    lines
}

fn sittings(scribe: &Scribe<'_>) -> Vec<Text> {
    let words = scribe.words;
    let sittings = &scribe.views.record.sittings;
    if sittings.is_empty() {
        return vec![Text::plain(words.not_open)];
    }
    let mut lines = Vec::new();
    for sitting in sittings {
        let ordinal = scribe.ordinal(sitting.sitting);
        let time = scribe.time(sitting.opened.at);
        let pieces = [("ordinal", ordinal.as_str()), ("time", time.as_str())];
        lines.push(scribe.cited(words.sitting_opened, &pieces, &sitting.opened));
        if let Some(closed) = &sitting.closed {
            let time = scribe.time(closed.at);
            let pieces = [("ordinal", ordinal.as_str()), ("time", time.as_str())];
            lines.push(scribe.cited(words.sitting_closed, &pieces, closed));
        }
    }
    lines
}

fn adoption(scribe: &Scribe<'_>) -> Text {
    let words = scribe.words;
    let views = scribe.views;
    let adopted = views.agenda.editions().iter().rev().find_map(|edition| {
        let adoption = edition.adopted.as_ref()?;
        let decision = views.record.decision(adoption.decision)?;
        Some((edition, adoption, decision.adopted.as_ref()?))
    });
    let Some((edition, adoption, outcome)) = adopted else {
        return Text::plain(words.agenda_not_adopted);
    };
    let symbol = edition.symbol.to_string();
    let ordinal = scribe.ordinal(adoption.sitting);
    let manner = super::manner_words(scribe, outcome);
    let pieces = [("symbol", &*symbol), ("manner", &*manner), ("ordinal", &*ordinal)];
    scribe.cited(words.agenda_adopted, &pieces, &adoption.stamp)
}
