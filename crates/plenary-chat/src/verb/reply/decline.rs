//! `reply decline presentations`: says that the delegation presents nothing.

use plenary_domain::decide::reply::DeclinePresentations;
use plenary_domain::event::reply::ReplyDeclined;

use crate::verb::doubt;
use crate::verb::kit::*;
use crate::verb::lookup::acting_for;
use crate::verb::moments::received;

/// To what one can say no.
static WHAT: OneOf<(), 1> = OneOf::new("what", [("presentations", ())]);

pub(super) static VERB: Verb =
    Verb::new(&help::REPLY_DECLINE, DeclinePresentations::BY, means).short(&["decline"]).args(&[
        WHAT.positional(),
        Arg::named("for", ArgKind::Delegation),
        Arg::named("received", ArgKind::Text),
    ]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let command = DeclinePresentations { received: received(args, context.views)? };
    let acting_for = acting_for(args, context.views)?;
    Ok(match doubt::of_receipt(command.received.as_ref(), context.views) {
        Some(question) => Intent::Ask(question, Box::new(command.into()), acting_for),
        None => Intent::does_for(command, acting_for),
    })
}

/// The no, and how it is taken back.
pub(super) fn declined(cx: &RenderContext<'_>, declined: &ReplyDeclined) -> Response {
    let delegation = cx.the_first(&declined.delegation);
    Response::text(Tone::Done, messages::PresentDeclined { delegation }.say(cx))
}
