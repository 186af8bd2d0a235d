//! Convening a meeting: its masthead, days, place, symbols, roll, and the sources of its mandates.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;

use crate::command::MeetingCommand;
use crate::event::meeting::{Convened, RollRecorded, SourceDescribed};
use crate::event::{Event, MeetingEvent};
use crate::meeting::Meeting;
use crate::rejection::{ConvocationFault, Counted, Rejection};
use crate::symbol::{SuffixKind, Symbol, SymbolStyle};
use crate::text::{LINES_MAX, TextField, check, check_optional};

/// The most delegations on a roll.
pub(crate) const ROLL_LINES_MAX: usize = 400;

pub(super) fn decide(meeting: &Meeting, command: &MeetingCommand) -> Result<Vec<Event>, Rejection> {
    let MeetingCommand::Convene { meeting: convened, roll, sources } = command;
    if let Some(existing) = &meeting.convened {
        let already_so = existing == convened.as_ref()
            && meeting.roll == roll.delegations
            && meeting.sources == *sources;
        return if already_so { Ok(Vec::new()) } else { Err(Rejection::AlreadyConvened) };
    }
    check_convened(convened)?;
    check_roll(roll)?;
    check_sources(sources)?;
    let mut facts = vec![
        MeetingEvent::Convened(convened.as_ref().clone()),
        MeetingEvent::RollRecorded(roll.clone()),
    ];
    facts.extend(sources.iter().cloned().map(MeetingEvent::SourceDescribed));
    Ok(facts.into_iter().map(Event::Meeting).collect())
}

fn check_convened(convened: &Convened) -> Result<(), Rejection> {
    for text in [&convened.title, &convened.body, &convened.masthead, &convened.place] {
        check(TextField::Title, text)?;
        if text.lines().count() > LINES_MAX {
            return Err(Rejection::TooMany { what: Counted::Lines, max: LINES_MAX });
        }
    }
    check_optional(TextField::Name, convened.ordinal.as_deref())?;
    check_optional(TextField::Name, convened.class.as_deref())?;
    for mandate in &convened.mandates {
        check(TextField::Name, mandate)?;
    }
    let fault = if TimeZone::get(&convened.zone).is_err() {
        Some(ConvocationFault::Zone(convened.zone.clone()))
    } else if convened.last_day < convened.first_day {
        Some(ConvocationFault::Days)
    } else if !convened.languages.contains(&convened.original) {
        Some(ConvocationFault::Languages)
    } else if !is_readable(&convened.symbols) {
        Some(ConvocationFault::SymbolStyle)
    } else {
        None
    };
    fault.map_or(Ok(()), |fault| Err(Rejection::Convocation(fault)))
}

/// Whether what the style writes is recognised as its own; otherwise nothing could be issued.
fn is_readable(style: &SymbolStyle) -> bool {
    let first = style.first(1, 2007);
    let revision = style.revision(&first, 1);
    let (first, revision) = (Symbol::parse(&first), Symbol::parse(&revision));
    style.is_usable()
        && first.suffixes().is_empty()
        && revision.last(SuffixKind::Revision) == Some(1)
        && style.fits(&first)
        && style.fits(&revision)
}

fn check_roll(roll: &RollRecorded) -> Result<(), Rejection> {
    check(TextField::Reason, &roll.source)?;
    if roll.delegations.is_empty() {
        return Err(Rejection::Convocation(ConvocationFault::EmptyRoll));
    }
    if roll.delegations.len() > ROLL_LINES_MAX {
        return Err(Rejection::TooMany { what: Counted::RollLines, max: ROLL_LINES_MAX });
    }
    let mut seen = BTreeSet::new();
    for line in &roll.delegations {
        check(TextField::Name, &line.name)?;
        if !seen.insert(&line.code) {
            return Err(Rejection::Convocation(ConvocationFault::DoubleCode(line.code.clone())));
        }
    }
    Ok(())
}

fn check_sources(sources: &[SourceDescribed]) -> Result<(), Rejection> {
    for source in sources {
        check(TextField::Title, &source.source)?;
        check_optional(TextField::Name, source.symbol.as_deref())?;
        if source.paragraphs == 0 {
            let fault = ConvocationFault::EmptySource(source.source.clone());
            return Err(Rejection::Convocation(fault));
        }
    }
    Ok(())
}
