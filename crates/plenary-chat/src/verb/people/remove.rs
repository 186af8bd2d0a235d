//! `people remove H5 REASON`: ends a person's access.

use plenary_domain::decide::people::Remove;
use plenary_domain::event::people::SeatEnded;

use crate::verb::kit::*;
use crate::verb::lookup::id;

pub(super) static VERB: Verb = Verb::new(&help::PEOPLE_REMOVE, Remove::BY, means)
    .args(&[Arg::positional("who", ArgKind::Person), Arg::rest("reason").in_form()]);

fn means(args: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::does(Remove {
        person: id("who", args.required("who"), messages::EXPECTED_PERSON)?,
        reason: args.required("reason").to_owned(),
    }))
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
    let person = ended.person.shown();
    Response::text(Tone::Done, messages::PeopleEnded { person, seat }.say(cx))
}
