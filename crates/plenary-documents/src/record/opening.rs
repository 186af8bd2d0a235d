//! The record's first part: convocation, mandates, days and place, officers, sittings, adoption.

use plenary_domain::capacity::SeatKind;

use crate::context::PaperContext;
use crate::paper::{Block, Text};
use crate::words::running_days;

/// The part with its heading.
pub(super) fn blocks(cx: &PaperContext<'_>) -> Vec<Block> {
    let mut lines = convocation(cx);
    if cx.reader.sees_names() {
        lines.extend(officers(cx));
    }
    lines.extend(sittings(cx));
    lines.extend(adoptions(cx));
    let mut blocks = vec![cx.heading(2, cx.words.meeting.opening())];
    blocks.extend(lines.into_iter().map(Block::Paragraph));
    blocks
}

fn convocation(cx: &PaperContext<'_>) -> Vec<Text> {
    let words = cx.words;
    let meeting = &cx.views.meeting;
    let (Some(convened), Some(stamp)) = (&meeting.convened, &meeting.stamp) else {
        return vec![Text::plain(words.history.empty_history())];
    };
    let date = cx.running_date(stamp.at);
    let mut lines = vec![Text::cited(words.meeting.convened(date), stamp)];
    if !convened.mandates.is_empty() {
        lines.push(Text::cited(words.meeting.mandates(convened.mandates.join(", ")), stamp));
    }
    let days = running_days(convened.first_day, convened.last_day, cx.lang);
    let place = &convened.place;
    let sittings = &cx.views.record.sittings;
    let is_last_day = cx.at.is_some_and(|at| cx.date(at) >= convened.last_day);
    let held = match sittings.iter().all(|sitting| sitting.closed.is_some()) && is_last_day {
        _ if sittings.is_empty() => words.meeting.held(days, place),
        true => words.meeting.was_held(days, place),
        false => words.meeting.being_held(days, place),
    };
    lines.push(Text::cited(held, stamp));
    lines
}

fn officers(cx: &PaperContext<'_>) -> Vec<Text> {
    let words = cx.words;
    let roster = &cx.views.roster;
    let chairs = roster.chairs().iter().map(|(person, stamp)| {
        Text::cited(words.people.chair_was(cx.person(*person), cx.time(stamp.at)), stamp)
    });
    let mut lines: Vec<Text> = chairs.collect();
    for (person, participant) in roster.holders(SeatKind::Secretariat) {
        let joined = participant.joined.iter().map(|stamp| stamp.entry);
        let line = words.people.secretariat_is(cx.person(person));
        lines.push(Text::sentence(line).citing(joined));
    }
    lines
}

fn sittings(cx: &PaperContext<'_>) -> Vec<Text> {
    let words = cx.words;
    let sittings = &cx.views.record.sittings;
    if sittings.is_empty() {
        return vec![Text::plain(words.meeting.not_open())];
    }
    let mut lines = Vec::new();
    for sitting in sittings {
        let (ordinal, opened) = (cx.ordinal(sitting.sitting), &sitting.opened);
        lines.push(Text::cited(words.session.opened(&ordinal, cx.time(opened.at)), opened));
        if let Some(closed) = &sitting.closed {
            lines.push(Text::cited(words.session.closed(ordinal, cx.time(closed.at)), closed));
        }
    }
    lines
}

/// How the agenda was adopted, and then amended.
fn adoptions(cx: &PaperContext<'_>) -> Vec<Text> {
    let words = cx.words;
    let views = cx.views;
    let adopted = views.agenda.editions().iter().filter_map(|edition| {
        let adoption = edition.adopted.as_ref()?;
        let decision = views.record.decision(adoption.decision)?;
        let outcome = decision.adopted.as_ref()?;
        let (symbol, manner) = (&edition.symbol, super::manner_words(cx, outcome));
        let line = match (decision.amends, adoption.sitting) {
            (Some(_), _) => words.agenda.amended(symbol, manner, decision.decision.shown()),
            (None, Some(sitting)) => words.agenda.adopted(symbol, manner, cx.ordinal(sitting)),
            (None, None) => words.agenda.adopted_between(symbol, manner),
        };
        Some(Text::cited(line, &adoption.stamp))
    });
    let lines: Vec<Text> = adopted.collect();
    if lines.is_empty() { vec![Text::plain(words.agenda.not_adopted())] } else { lines }
}
