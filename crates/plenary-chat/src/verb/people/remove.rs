//! `people remove WHO REASON`: ends a person's access, after one more question; an invitation that
//! nobody has used is taken back at once.

use plenary_domain::capacity::Seat;
use plenary_domain::decide::people::Remove;
use plenary_domain::event::people::SeatEnded;

use crate::verb::intent::Question;
use crate::verb::kit::*;
use crate::verb::lookup::person;

pub(super) static VERB: Verb = Verb::new(&help::PEOPLE_REMOVE, Remove::BY, means)
    .args(&[Arg::positional("who", ArgKind::Person), Arg::rest("reason").in_form()]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let person = person(args.required("who"), context)?;
    let command = Remove { person, reason: args.required("reason").to_owned() };
    let found = context.views.roster.person(person).filter(|found| !found.seats.is_empty());
    Ok(match found {
        Some(found) => {
            let seats = found.seats.iter().chain(&found.offered).cloned().collect();
            Intent::asks(Question::Remove(command.clone(), seats), command)
        }
        None => Intent::does(command),
    })
}

/// Asks whether this person is to lose these seats.
pub(in crate::verb) fn ask_remove(
    cx: &RenderContext<'_>,
    remove: &Remove,
    seats: &[Seat],
) -> Response {
    let (name, person) = (cx.name(remove.person), remove.person.shown());
    let seats = super::seats(cx, seats);
    let text = messages::PeopleAskRemove { name, person, seats }.say(cx);
    let reason = messages::PeopleAskReason { reason: &remove.reason }.say(cx);
    Response::text(Tone::Asked, text).and(reason)
}

/// Whoever held the seat learns that it ended, and why.
pub(super) fn notice(cx: &RenderContext<'_>, ended: &SeatEnded) -> Notice {
    let seat = cx.seat(ended.seat, ended.delegation.as_ref());
    let text = match &ended.reason {
        Some(reason) => messages::NoticeSeatEnded { seat, reason }.say(cx),
        None => messages::NoticeSeatMoved { seat }.say(cx),
    };
    Notice::told(Audience::Person(ended.person), text)
}

/// A seat that ended.
pub(super) fn ended(cx: &RenderContext<'_>, ended: &SeatEnded) -> Response {
    let seat = cx.seat(ended.seat, ended.delegation.as_ref());
    let (name, person) = (cx.name(ended.person), ended.person.shown());
    let found = cx.views.roster.person(ended.person);
    let text = match found.is_some_and(|found| found.joined.is_some()) {
        true => messages::PeopleEnded { name, person, seat }.say(cx),
        false => messages::PeopleUninvited { name, person, seat }.say(cx),
    };
    Response::text(Tone::Done, text)
}
