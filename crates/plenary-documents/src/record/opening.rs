//! The record's first part: convocation, mandates, days and place, officers, sittings, adoption.

use plenary_domain::Reader;
use plenary_domain::capacity::SeatKind;

use crate::context::{PaperContext, shows_names};
use crate::paper::{Block, Text};
use crate::words::day_range;

/// The part with its heading.
pub(super) fn blocks(cx: &PaperContext<'_>, reader: &Reader) -> Vec<Block> {
    let mut lines = convocation(cx);
    if shows_names(reader) {
        lines.extend(officers(cx));
    }
    lines.extend(sittings(cx));
    lines.push(adoption(cx));
    let mut blocks = vec![cx.heading(2, cx.words.meeting.opening)];
    blocks.extend(lines.into_iter().map(Block::Paragraph));
    blocks
}

fn convocation(cx: &PaperContext<'_>) -> Vec<Text> {
    let words = cx.words;
    let meeting = &cx.views.meeting;
    let (Some(convened), Some(stamp)) = (&meeting.convened, &meeting.stamp) else {
        return vec![Text::plain(words.history.empty_history)];
    };
    let date = cx.running_date(stamp.at);
    let mut lines = vec![cx.cited(words.meeting.convened, &[("date", &date)], stamp)];
    if !convened.mandates.is_empty() {
        let list = convened.mandates.join(", ");
        lines.push(cx.cited(words.meeting.mandates, &[("list", &list)], stamp));
    }
    let days = day_range(convened.first_day, convened.last_day, cx.lang);
    let pieces = [("days", days.as_str()), ("place", convened.place.as_str())];
    lines.push(cx.cited(words.meeting.held, &pieces, stamp));
    lines
}

fn officers(cx: &PaperContext<'_>) -> Vec<Text> {
    let words = cx.words;
    let roster = &cx.views.roster;
    let chairs = roster.chairs().iter().map(|(person, stamp)| {
        let (name, time) = (cx.person(*person), cx.time(stamp.at));
        cx.cited(words.people.chair_was, &[("time", &*time), ("name", &*name)], stamp)
    });
    let mut lines: Vec<Text> = chairs.collect();
    for (person, participant) in roster.holders(SeatKind::Secretariat) {
        let name = cx.person(person);
        let joined = participant.joined.iter().map(|stamp| stamp.entry);
        lines.push(cx.sentence(words.people.secretariat_is, &[("name", &name)]).citing(joined));
    }
    lines
}

fn sittings(cx: &PaperContext<'_>) -> Vec<Text> {
    let words = cx.words;
    let sittings = &cx.views.record.sittings;
    if sittings.is_empty() {
        return vec![Text::plain(words.meeting.not_open)];
    }
    let mut lines = Vec::new();
    for sitting in sittings {
        let ordinal = cx.ordinal(sitting.sitting);
        let time = cx.time(sitting.opened.at);
        let pieces = [("ordinal", ordinal.as_str()), ("time", time.as_str())];
        lines.push(cx.cited(words.session.opened, &pieces, &sitting.opened));
        if let Some(closed) = &sitting.closed {
            let time = cx.time(closed.at);
            let pieces = [("ordinal", ordinal.as_str()), ("time", time.as_str())];
            lines.push(cx.cited(words.session.closed, &pieces, closed));
        }
    }
    lines
}

fn adoption(cx: &PaperContext<'_>) -> Text {
    let words = cx.words;
    let views = cx.views;
    let adopted = views.agenda.editions().iter().rev().find_map(|edition| {
        let adoption = edition.adopted.as_ref()?;
        let decision = views.record.decision(adoption.decision)?;
        Some((edition, adoption, decision.adopted.as_ref()?))
    });
    let Some((edition, adoption, outcome)) = adopted else {
        return Text::plain(words.agenda.not_adopted);
    };
    let symbol = edition.symbol.to_string();
    let sentences = (words.agenda.adopted, words.agenda.adopted_between);
    let (sentence, ordinal) = cx.sitting(adoption.sitting, sentences);
    let manner = super::manner_words(cx, outcome);
    let pieces = [("symbol", &*symbol), ("manner", &*manner), ("ordinal", &*ordinal)];
    cx.cited(sentence, &pieces, &adoption.stamp)
}
