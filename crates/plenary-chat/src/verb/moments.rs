//! Days, hours, zones and offsets as people write them: taken whole, or refused with the remedy.
//! Nothing of them is ever left out.

use jiff::civil::{Date, DateTime, Time};
use plenary_domain::Views;
use plenary_domain::moment::{self as moments, NoMoment, WallClock};
use plenary_domain::{Received, Timestamp};
use plenary_service::AsOf;

use super::args::Args;
use super::row::ParseError;
use crate::messages;

/// How a day is written: `2007-10-29`.
const DAY: &str = "0000-00-00";
/// Letters that stand for more than one offset, or that a parser of ours does not know.
const ABBREVIATIONS: [&str; 32] = [
    "ADT", "AKST", "AKDT", "ART", "AST", "BRT", "BST", "CDT", "CEST", "CET", "CLST", "CLT", "COT",
    "CST", "ECT", "EDT", "EEST", "EET", "EST", "HST", "IST", "JST", "MDT", "MSK", "MST", "NST",
    "PDT", "PET", "PST", "VET", "WEST", "WET",
];

/// A day: `2007-10-29`, and nothing behind it.
pub(super) fn day(arg: &'static str, typed: &str) -> Result<Date, ParseError> {
    let bad = || ParseError::bad(arg, typed, messages::EXPECTED_DAY);
    exact_day(typed.trim()).ok_or_else(bad)
}

/// The library's own reader takes a day out of more than a day, and drops the rest.
fn exact_day(text: &str) -> Option<Date> {
    let is_day = text.len() == DAY.len()
        && text.bytes().zip(DAY.bytes()).all(|(byte, form)| match form {
            b'0' => byte.is_ascii_digit(),
            other => byte == other,
        });
    if is_day { text.parse().ok() } else { None }
}

/// The moment that `as-of:` names, for verbs that have it.
pub(crate) fn as_of(args: &Args, views: &Views) -> Result<Option<AsOf>, ParseError> {
    let read = |typed: &str| {
        let bad = || ParseError::bad("as-of", typed, messages::EXPECTED_MOMENT);
        moment(typed, views.meeting.zone_name()).ok_or_else(bad)
    };
    args.get("as-of").map(read).transpose()
}

/// A moment of the meeting's place, a moment with its own zone, a day (its end), or `@41`.
pub(crate) fn moment(typed: &str, zone: &str) -> Option<AsOf> {
    let typed = typed.trim();
    match typed.strip_prefix('@') {
        Some(number) => number.parse().map(AsOf::Entry).ok(),
        None => read_moment(typed, zone).map(AsOf::Time),
    }
}

fn read_moment(typed: &str, zone: &str) -> Option<Timestamp> {
    if typed.contains('[') {
        return typed.parse::<jiff::ZonedDateTime>().ok().map(|z| Timestamp::new(z.timestamp()));
    }
    if let Ok(timestamp) = typed.parse::<jiff::Timestamp>() {
        return Some(Timestamp::new(timestamp));
    }
    if typed.contains(':') {
        // A local time has no offset: one that is there stands in a form that was not read above.
        let (day, time) = typed.split_once([' ', 'T'])?;
        let is_time = time.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.'));
        let local = DateTime::from_parts(exact_day(day)?, time.parse().ok().filter(|_| is_time)?);
        return moments::local_moment(local.date(), local.time(), zone);
    }
    exact_day(typed).map(|date| moments::end_of_day(date, zone))
}

/// What is said in `received:`: `2007-10-29 16:10, fax 118/07`.
pub(super) fn received(args: &Args, views: &Views) -> Result<Option<Received>, ParseError> {
    let Some(typed) = args.get("received") else { return Ok(None) };
    let bad = || ParseError::bad("received", typed, messages::EXPECTED_RECEIVED);
    let (received, how) = typed.split_once(',').ok_or_else(bad)?;
    let (date, time, clock, more) = when("received", received, views.meeting.zone_name())?;
    if !more.is_empty() {
        return Err(bad());
    }
    let how = how.trim();
    let (way, reference) = match how.split_once(' ') {
        Some((way, reference)) => (way, Some(reference.trim().to_owned())),
        None => (how, None),
    };
    if way.is_empty() {
        return Err(bad());
    }
    let received = Received::new(date, time, clock, way);
    let received = received.map_err(no_moment)?;
    Ok(Some(received.with_reference(reference)))
}

/// A day, perhaps an hour, and by which clock; then what follows, as in
/// `2007-10-29 16:10 -04:00 by October 29`, `2020-11-06T10:00+01:00`, `2020-11-06 23:59 UTC-12`.
///
/// # Errors
/// Where the day is no day, and where what stands behind it looks like an hour, an offset or a zone
/// and cannot be taken whole.
pub(super) fn when<'t>(
    arg: &'static str,
    typed: &'t str,
    zone: &str,
) -> Result<(Date, Option<Time>, WallClock, &'t str), ParseError> {
    let bad = || ParseError::bad(arg, typed, messages::EXPECTED_HOUR);
    let text = typed.trim();
    let end = text.find([' ', 'T', 't']).unwrap_or(text.len());
    let (date, rest) = text.split_at(end);
    let date = day(arg, date)?;
    let is_joined = rest.starts_with(['T', 't']);
    let rest = rest.get(usize::from(is_joined)..).unwrap_or_default().trim_start();
    let place = || WallClock::Zone(zone.to_owned());
    let end = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.'));
    let (hour, more) = rest.split_at(end.unwrap_or(rest.len()));
    // Digits that begin words, as in "29 October", are words; a colon, a stop or an h between
    // digits is an hour.
    let is_hour = is_joined || hour.contains([':', '.']) || is_other_hour(hour, more);
    if !is_hour {
        return Ok((date, None, place(), rest));
    }
    let (hours, minutes) = hour.split_once([':', '.']).ok_or_else(bad)?;
    let is_whole = matches!(hours.len(), 1 | 2) && minutes.len() == 2 && !is_other_hour("", more);
    let number = |text: &str| text.parse::<i8>().ok();
    let time = number(hours).zip(number(minutes)).filter(|_| is_whole);
    let time = time.and_then(|(hours, minutes)| Time::new(hours, minutes, 0, 0).ok());
    let (clock, more) = clock(more).ok_or_else(bad)?;
    Ok((date, Some(time.ok_or_else(bad)?), clock.unwrap_or_else(place), more))
}

/// Whether digits and what follows them are an hour in a form that is not read: `16h10`, `4 pm`.
fn is_other_hour(digits: &str, more: &str) -> bool {
    let word = more.trim_start().split([' ', ',', ';']).next().unwrap_or_default();
    let word = word.trim_end_matches('.').to_lowercase();
    let rest = word.strip_prefix('h').unwrap_or("-");
    let is_h = !digits.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit());
    is_h || matches!(word.as_str(), "am" | "pm" | "a.m" | "p.m")
}

/// The clock that is named behind an hour, if one is, and what follows it; `None` where something
/// looks like one and is none.
fn clock(text: &str) -> Option<(Option<WallClock>, &str)> {
    let is_apart = text.is_empty() || text.starts_with([' ', ',']);
    let text = text.trim_start_matches([' ', ',']);
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    let rest = rest.trim_start();
    if let Some(zone) = word.strip_prefix('[').and_then(|word| word.strip_suffix(']')) {
        let known = jiff::tz::TimeZone::get(zone).is_ok();
        return known.then(|| (Some(WallClock::Zone(zone.to_owned())), rest));
    }
    let upper = word.trim_end_matches(',').to_uppercase();
    let universal = upper.strip_prefix("UTC").or_else(|| upper.strip_prefix("GMT"));
    let sign = |word: &str| word.starts_with(['+', '-', '−']);
    let offset = match universal {
        Some("") => return Some((Some(WallClock::Offset("+00:00".to_owned())), rest)),
        Some(offset) if sign(offset) => offset,
        Some(_) => return None,
        None if upper == "Z" => return Some((Some(WallClock::Offset("+00:00".to_owned())), rest)),
        None if sign(&upper) => upper.as_str(),
        None if ABBREVIATIONS.contains(&upper.trim_end_matches('.')) => return None,
        None => return is_apart.then_some((None, text)),
    };
    offset_of(offset, universal.is_some()).map(|offset| (Some(WallClock::Offset(offset)), rest))
}

/// `+05:30` of `+05:30` and `+0530`; behind UTC also of `+5` and `+5:30`.
fn offset_of(typed: &str, is_named: bool) -> Option<String> {
    let typed = typed.replace('−', "-");
    let (sign, digits) = typed.split_at_checked(1)?;
    let (hours, minutes) = match (digits.split_once(':'), digits.len()) {
        (Some(parts), _) => parts,
        (None, 4) => digits.split_at_checked(2)?,
        (None, _) => (digits, if is_named { "00" } else { "" }),
    };
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = (hours.len() == 2 || is_named && hours.len() == 1) && minutes.len() == 2;
    let is_offset = fits && is_number(hours) && is_number(minutes);
    is_offset.then(|| format!("{sign}{hours:0>2}:{minutes}"))
}

/// Why a day and an hour are not one moment.
pub(super) fn no_moment(why: NoMoment) -> ParseError {
    ParseError::Unfit(match why {
        NoMoment::Never => messages::REFUSE_HOUR_SKIPPED,
        NoMoment::Twice => messages::REFUSE_HOUR_TWICE,
    })
}
