//! `people invite WHO`: gives a one-time code for a seat.

use plenary_domain::capacity::Seat;
use plenary_domain::decide::people::{Invite, Renew};
use plenary_domain::event::people::Invited;
use plenary_domain::names::fold;
use plenary_domain::{PersonId, PersonalData, SeatKind, roll};
use plenary_service::Outcome;

use crate::verb::code;
use crate::verb::kit::*;
use crate::verb::lookup::{delegation, named, person};

/// The seats that can be offered.
static SEATS: OneOf<SeatKind, 5> = OneOf::new(
    "as",
    [
        ("mission", SeatKind::Mission),
        ("observer", SeatKind::Observer),
        ("expert", SeatKind::Expert),
        ("secretariat", SeatKind::Secretariat),
        ("chair", SeatKind::Chair),
    ],
);

pub(super) static VERB: Verb =
    Verb::new(&help::PEOPLE_INVITE, Invite::BY, means).short(&["invite"]).args(&[
        Arg::rest("who").of(ArgKind::Delegation).optional(),
        SEATS.named(),
        Arg::named("name", ArgKind::Text),
        Arg::named("of", ArgKind::Delegation),
    ]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let who = args.get("who");
    let of = args.get("of").map(|of| delegation(of, context.views)).transpose()?;
    if let Some(person) = who.map(|who| known(who, args, context)).transpose()?.flatten() {
        let who = PersonalData { name: args.text("name"), ..PersonalData::default() };
        return Ok(Intent::does(Renew { person, seat: SEATS.said(args)?, delegation: of, who }));
    }
    let seat = SEATS.said(args)?.unwrap_or(SeatKind::Mission);
    let delegation = match (of, who) {
        (Some(of), _) => Some(of),
        (None, Some(who)) if !seat.is_office() => Some(delegation(who, context.views)?),
        (None, _) => context.actor.delegation.clone(),
    };
    let office_name = who.filter(|_| seat.is_office());
    let is_delegation = |who: &&str| roll::find(context.views.meeting.delegations(), who).is_some();
    if let Some(typed) = office_name.filter(is_delegation).filter(|_| args.get("name").is_none()) {
        return Err(ParseError::OfficeForDelegation { typed: typed.to_owned() });
    }
    let name = args.get("name").or(office_name).map(str::to_owned);
    if who.is_none() && delegation.is_none() && !seat.is_office() {
        return Err(VERB.lacks("who"));
    }
    let who = PersonalData { name, ..PersonalData::default() };
    Ok(Intent::does(Invite { seat, delegation, who }))
}

/// The person who takes part already and is to have a new code: by number, or by name where no
/// delegation is called so and no new person is meant.
fn known(who: &str, args: &Args, context: &Context<'_>) -> Result<Option<PersonId>, ParseError> {
    if let Ok(person) = who.parse::<PersonId>() {
        return Ok(Some(person));
    }
    let is_new = SEATS.said(args)?.is_some_and(SeatKind::is_office);
    if is_new || roll::find(context.views.meeting.delegations(), who).is_some() {
        return Ok(None);
    }
    let is_named = !named(context, |name| *name == fold(who)).is_empty();
    is_named.then(|| person(who, context)).transpose()
}

/// The word for the first of these seats, as it is typed.
pub(super) fn first(seats: &[Seat]) -> &'static str {
    seats.first().and_then(|seat| SEATS.word(|kind| kind == seat.kind)).unwrap_or_default()
}

/// The invitation with its code.
pub(super) fn invited(cx: &RenderContext<'_>, invited: &Invited, outcome: &Outcome) -> Response {
    let text = messages::PeopleInvited { whom: whom(cx, invited) }.say(cx);
    Response::text(Tone::Done, text).with(code::shown(cx, invited, outcome))
}

fn whom(cx: &RenderContext<'_>, invited: &Invited) -> String {
    let seat = cx.seat(invited.seat, invited.delegation.as_ref());
    let person = invited.person.shown();
    let given = invited.personal.known().and_then(|identity| identity.name.clone());
    let known = cx.views.roster.person(invited.person).filter(|_| cx.reader.sees_names());
    let known = known.and_then(|known| known.personal.known()?.name.clone());
    match given.or(known) {
        Some(name) => messages::PeopleWhom { name, seat, person }.say(cx),
        None => messages::PeopleWhomUnnamed { seat, person }.say(cx),
    }
}
