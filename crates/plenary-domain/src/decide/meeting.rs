//! Convening a meeting: its masthead, days, place, symbols, roll, and the sources of its mandates.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;

use super::{Case, Decide, Rejection, commands};
use crate::capacity::Capacity;
use crate::event::meeting::{Convened, RollRecorded, SourceDescribed};
use crate::event::{Event, MeetingEvent};
use crate::roll::DelegationCode;
use crate::symbol::{SuffixKind, Symbol, SymbolStyle};
use crate::text::{BoundsFault, Counted, LINES_MAX, TextField, check, check_optional};

/// The most delegations on a roll.
pub(crate) const ROLL_LINES_MAX: usize = 400;

commands! {
    /// About the meeting itself.
    MeetingCommand { Convene }
}

/// What a convocation got wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeetingFault {
    /// The meeting is convened already.
    AlreadyConvened,
    /// The zone is not in the zone database.
    Zone(String),
    /// The last day is before the first.
    Days,
    /// No language, or the original is not among them.
    Languages,
    /// The symbol style has no place for the number.
    SymbolStyle,
    /// The roll is empty.
    EmptyRoll,
    /// A code stands twice on the roll.
    DoubleCode(DelegationCode),
    /// A source without paragraphs.
    EmptySource(String),
}

/// Convenes the meeting with its roll and the sources of its mandates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Convene {
    /// The meeting.
    pub meeting: Box<Convened>,
    /// Who is invited.
    pub roll: RollRecorded,
    /// Where its mandates stand.
    pub sources: Vec<SourceDescribed>,
}

impl Decide for Convene {
    const BY: &'static [Capacity] = &[Capacity::Operator];

    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
        let (Self { meeting: convened, roll, sources }, meeting) = (self, case.meeting);
        if let Some(existing) = &meeting.convened {
            let already_so = existing == convened.as_ref()
                && meeting.roll == roll.delegations
                && meeting.sources == *sources;
            let refused = || Err(MeetingFault::AlreadyConvened.into());
            return if already_so { Ok(Vec::new()) } else { refused() };
        }
        check_convened(convened)?;
        check_roll(roll)?;
        check_sources(sources)?;
        let mut events = vec![
            MeetingEvent::Convened(convened.as_ref().clone()),
            MeetingEvent::RollRecorded(roll.clone()),
        ];
        events.extend(sources.iter().cloned().map(MeetingEvent::SourceDescribed));
        Ok(events.into_iter().map(Event::Meeting).collect())
    }
}

fn check_convened(convened: &Convened) -> Result<(), Rejection> {
    for text in [&convened.title, &convened.body, &convened.masthead, &convened.place] {
        check(TextField::Title, text)?;
        if text.lines().count() > LINES_MAX {
            return Err(BoundsFault::TooMany { what: Counted::Lines, max: LINES_MAX }.into());
        }
    }
    check_optional(TextField::Name, convened.ordinal.as_deref())?;
    check_optional(TextField::Name, convened.class.as_deref())?;
    for mandate in &convened.mandates {
        check(TextField::Name, mandate)?;
    }
    let fault = if TimeZone::get(&convened.zone).is_err() {
        Some(MeetingFault::Zone(convened.zone.clone()))
    } else if convened.last_day < convened.first_day {
        Some(MeetingFault::Days)
    } else if !convened.languages.contains(&convened.original) {
        Some(MeetingFault::Languages)
    } else if !is_readable(&convened.symbols) {
        Some(MeetingFault::SymbolStyle)
    } else {
        None
    };
    fault.map_or(Ok(()), |fault| Err(fault.into()))
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
        return Err(MeetingFault::EmptyRoll.into());
    }
    if roll.delegations.len() > ROLL_LINES_MAX {
        return Err(BoundsFault::TooMany { what: Counted::RollLines, max: ROLL_LINES_MAX }.into());
    }
    let mut seen = BTreeSet::new();
    for line in &roll.delegations {
        check(TextField::Name, &line.name)?;
        if !seen.insert(&line.code) {
            return Err(MeetingFault::DoubleCode(line.code.clone()).into());
        }
    }
    Ok(())
}

fn check_sources(sources: &[SourceDescribed]) -> Result<(), Rejection> {
    for source in sources {
        check(TextField::Title, &source.source)?;
        check_optional(TextField::Name, source.symbol.as_deref())?;
        if source.paragraphs == 0 {
            return Err(MeetingFault::EmptySource(source.source.clone()).into());
        }
    }
    Ok(())
}
