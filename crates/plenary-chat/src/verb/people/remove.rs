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

/// A seat that ended.
pub(super) fn ended(cx: &RenderContext<'_>, ended: &SeatEnded) -> Response {
    let seat = cx.seat(ended.seat, ended.delegation.as_ref());
    let person = ended.person.shown();
    Response::text(Tone::Done, messages::PeopleEnded { person, seat }.say(cx))
}
