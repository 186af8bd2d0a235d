//! What the words of an argument mean in this meeting: items, editions, delegations, moments.

use jiff::civil::{Date, DateTime, Time};
use plenary_domain::event::comment::ItemNamed;
use plenary_domain::moment::{NoMoment, WallClock};
use plenary_domain::projection::agenda::Edition;
use plenary_domain::reference::ItemNumber;
use plenary_domain::{
    DelegationCode, ItemId, Reader, Received, Timestamp, Views, moment as moments, roll,
};
use plenary_service::AsOf;

use super::args::Args;
use super::intent::Choice;
use super::row::{Context, ParseError};
use crate::messages::{self, Message};

/// The item of the working agenda with this number, for those who edit it.
pub(super) fn working_item(typed: &str, views: &Views) -> Result<ItemId, ParseError> {
    let number = ItemNumber::parse(typed);
    let found = number.and_then(|number| views.agenda.working.by_number(&number));
    let missing = || ParseError::NoItem { typed: typed.to_owned(), edition: None };
    found.map(|item| item.id).ok_or_else(missing)
}

/// The item with this number in an edition.
pub(super) fn item_in(typed: &str, edition: &Edition) -> Result<ItemId, ParseError> {
    let number = ItemNumber::parse(typed);
    let found = number.and_then(|number| edition.agenda.by_number(&number));
    let missing = || ParseError::NoItem { typed: typed.to_owned(), edition: Some(edition.edition) };
    found.map(|item| item.id).ok_or_else(missing)
}

/// The edition in force.
pub(super) fn in_force(views: &Views) -> Result<&Edition, ParseError> {
    views.agenda.in_force().ok_or(ParseError::NoAgenda)
}

/// The item that somebody names, with how it was named.
///
/// When the number meant another item in the edition before, and the asker has not yet named an
/// item of this edition, both are returned to choose from.
pub(crate) fn item_named(
    typed: &str,
    context: &Context<'_>,
) -> Result<(ItemNamed, Vec<Choice>), ParseError> {
    let views = context.views;
    let edition = in_force(views)?;
    let item = item_in(typed, edition)?;
    let named = |item, edition| ItemNamed { item, edition: Some(edition), typed: typed.to_owned() };
    let now = named(item, edition.edition);
    let before = edition.follows.and_then(|id| views.agenda.edition(id));
    let Some(before) = before else { return Ok((now, Vec::new())) };
    let used_to_mean = item_in(typed, before).ok().filter(|old| *old != item);
    let Some(old) = used_to_mean.filter(|old| edition.agenda.find(*old).is_some()) else {
        return Ok((now, Vec::new()));
    };
    if has_named_an_item(context, edition) {
        return Ok((now, Vec::new()));
    }
    let choices = vec![
        Choice { on: named(old, edition.edition), had_it_in: before.edition },
        Choice { on: now.clone(), had_it_in: edition.edition },
    ];
    Ok((now, choices))
}

/// Asked once: whoever has named an item of this edition knows its numbers.
fn has_named_an_item(context: &Context<'_>, edition: &Edition) -> bool {
    let person = context.actor.person;
    person.is_some()
        && context.views.comment.all().iter().any(|comment| {
            let named = comment.on.as_ref().and_then(|on| on.edition);
            comment.stamp.actor.person == person && named == Some(edition.edition)
        })
}

/// The edition with this symbol, if the asker may see it.
pub(super) fn edition<'v>(
    typed: &str,
    context: &'v Context<'_>,
) -> Result<&'v Edition, ParseError> {
    let reader = Reader::actor(context.actor);
    let visible = |edition: &&Edition| reader.may_see(*edition);
    let agenda = &context.views.agenda;
    agenda.by_symbol(typed).filter(visible).ok_or_else(|| {
        let known = agenda.editions().iter().filter(visible);
        let mut known: Vec<String> = known.map(|edition| edition.symbol.to_string()).collect();
        known.dedup();
        ParseError::NoEdition { typed: typed.to_owned(), known }
    })
}

/// The delegation that is called this.
pub(super) fn delegation(typed: &str, views: &Views) -> Result<DelegationCode, ParseError> {
    let lines = views.meeting.delegations();
    if let Some(line) = roll::find(lines, typed) {
        return Ok(line.code.clone());
    }
    let wanted = typed.to_lowercase();
    let near = lines
        .iter()
        .map(|line| (strsim::damerau_levenshtein(&line.name.to_lowercase(), &wanted), line))
        .filter(|(distance, line)| *distance <= 1 + line.name.len() / 4)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, line)| line.name.clone());
    Err(ParseError::NoDelegation { typed: typed.to_owned(), near })
}

/// The delegation in `for:`, for which the secretariat enters something.
pub(super) fn acting_for(args: &Args, views: &Views) -> Result<Option<DelegationCode>, ParseError> {
    args.get("for").map(|typed| delegation(typed, views)).transpose()
}

/// A day: `2007-10-29`.
pub(super) fn day(arg: &'static str, typed: &str) -> Result<Date, ParseError> {
    let bad = || ParseError::Bad { arg, given: typed.to_owned(), expected: messages::EXPECTED_DAY };
    typed.trim().parse().map_err(|_| bad())
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
        let local: DateTime = typed.replacen(' ', "T", 1).parse().ok()?;
        return moments::local_moment(local.date(), local.time(), zone);
    }
    let date: Date = typed.parse().ok()?;
    Some(moments::end_of_day(date, zone))
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
    let received = received.map_err(|why| no_moment("received", typed, why))?;
    Ok(Some(received.with_reference(reference)))
}

/// A day, perhaps an hour, and by which clock; then what follows: `2007-10-29 16:10 -04:00 …`.
pub(super) fn when<'t>(
    arg: &'static str,
    typed: &'t str,
    zone: &str,
) -> Result<(Date, Option<Time>, WallClock, &'t str), ParseError> {
    let next = |text: &'t str| text.split_once(' ').unwrap_or((text, ""));
    let is_like = |word: &str, begins: &[char]| word.starts_with(begins) && word.contains(':');
    let bad = || ParseError::bad(arg, typed, messages::EXPECTED_HOUR);
    let (date, mut more) = next(typed.trim());
    let (date, mut time, mut clock) = (day(arg, date)?, None, WallClock::Zone(zone.to_owned()));
    let (hour, rest) = next(more);
    if is_like(hour, &['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']) {
        time = Some(hour.parse().map_err(|_| bad())?);
        more = rest;
        let (offset, rest) = next(more);
        if is_like(offset, &['+', '-', '−']) {
            let offset = offset.replace('−', "-");
            if offset.len() != "-04:00".len() {
                return Err(bad());
            }
            (clock, more) = (WallClock::Offset(offset), rest);
        }
    }
    Ok((date, time, clock, more.trim()))
}

/// Why a day and an hour are no moment.
pub(super) fn no_moment(arg: &'static str, typed: &str, why: NoMoment) -> ParseError {
    let expected = match why {
        NoMoment::Never => messages::EXPECTED_HOUR_SHOWN,
        NoMoment::Twice => messages::EXPECTED_HOUR_ONCE,
    };
    ParseError::bad(arg, typed, expected)
}

/// A number such as `C4`.
pub(super) fn id<T: std::str::FromStr>(
    arg: &'static str,
    typed: &str,
    expected: Message,
) -> Result<T, ParseError> {
    let bad = |_| ParseError::bad(arg, typed, expected);
    typed.trim().parse().map_err(bad)
}
