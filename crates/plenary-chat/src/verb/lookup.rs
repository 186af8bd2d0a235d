//! What the words of an argument mean in this meeting: items, editions, delegations, numbers.

use plenary_domain::event::comment::ItemNamed;
use plenary_domain::names::{fold, is_part};
use plenary_domain::projection::agenda::Edition;
use plenary_domain::reference::ItemNumber;
use plenary_domain::{DelegationCode, ItemId, PersonId, Reader, SeatKind, Views, roll};

use super::args::Args;
use super::intent::Choice;
use super::row::{Context, ParseError};
use crate::messages::Message;

/// The item of the working agenda with this number, for those who edit it.
pub(crate) fn working_item(typed: &str, views: &Views) -> Result<ItemId, ParseError> {
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
    let wanted = fold(typed);
    let parts = lines.iter().filter(|line| is_part(&wanted, &fold(&line.name)));
    let near = parts.min_by_key(|line| line.name.len()).or_else(|| {
        lines
            .iter()
            .map(|line| (strsim::damerau_levenshtein(&fold(&line.name), &wanted), line))
            .filter(|(distance, line)| *distance <= 1 + line.name.len() / 4)
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, line)| line)
    });
    let near = near.map(|line| line.name.clone());
    Err(ParseError::NoDelegation { typed: typed.to_owned(), near })
}

/// The person who is meant: by number, as in H5, by office, by name or a part of it, or by the
/// delegation whose seat the person has.
pub(super) fn person(typed: &str, context: &Context<'_>) -> Result<PersonId, ParseError> {
    if let Ok(person) = typed.trim().parse() {
        return Ok(person);
    }
    let wanted = fold(typed);
    let by_name = [named(context, |name| *name == wanted), of_office(&wanted, context)];
    let parts = || named(context, |name| is_part(&wanted, name));
    let found = by_name.into_iter().find(|found| !found.is_empty());
    match found.unwrap_or_else(|| of_delegation(typed, context).unwrap_or_else(parts))[..] {
        [person] => Ok(person),
        [] => Err(ParseError::NoPerson { typed: typed.to_owned() }),
        ref several => {
            Err(ParseError::WhichPerson { typed: typed.to_owned(), found: several.to_vec() })
        }
    }
}

/// Those who are called so, as far as the asker may know; those with a seat before all others.
pub(super) fn named(context: &Context<'_>, is_meant: impl Fn(&str) -> bool) -> Vec<PersonId> {
    if !Reader::actor(context.actor).sees_names() {
        return Vec::new();
    }
    let people = context.views.roster.people().filter(|(_, person)| {
        let known = person.personal.known();
        let name = known.and_then(|known| known.name.as_deref());
        name.is_some_and(|name| is_meant(&fold(name)))
    });
    let (with_seat, without): (Vec<_>, Vec<_>) =
        people.partition(|(_, person)| !person.seats.is_empty() || !person.offered.is_empty());
    let found = if with_seat.is_empty() { without } else { with_seat };
    found.into_iter().map(|(id, _)| id).collect()
}

fn of_office(wanted: &str, context: &Context<'_>) -> Vec<PersonId> {
    let kind = match wanted.strip_prefix("the ").unwrap_or(wanted) {
        "chair" => SeatKind::Chair,
        "secretariat" | "technical secretariat" => SeatKind::Secretariat,
        _ => return Vec::new(), // not an office: a name or a delegation
    };
    context.views.roster.holders(kind).map(|(id, _)| id).collect()
}

/// Those who speak for the delegation that is called this; `None` when none is.
fn of_delegation(typed: &str, context: &Context<'_>) -> Option<Vec<PersonId>> {
    let line = roll::find(context.views.meeting.delegations(), typed)?;
    let of = |kind| context.views.roster.of(kind, Some(&line.code)).map(|(id, _)| id);
    Some(of(SeatKind::Mission).chain(of(SeatKind::Observer)).collect())
}

/// The delegation in `for:`, for which the secretariat enters something.
pub(super) fn acting_for(args: &Args, views: &Views) -> Result<Option<DelegationCode>, ParseError> {
    args.get("for").map(|typed| delegation(typed, views)).transpose()
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
