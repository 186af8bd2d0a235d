//! `reply correct N7 name:…`: corrects a spelling; not a replacement.

use plenary_domain::decide::reply::Correct;
use plenary_domain::event::reply::NominationCorrected;

use super::{nomination, personal_data};
use crate::verb::kit::*;
use crate::verb::lookup::acting_for;

pub(super) static VERB: Verb = Verb::new(&help::REPLY_CORRECT, Correct::BY, means).args(&[
    Arg::positional("number", ArgKind::Number(Numbered::Nomination)),
    Arg::named("name", ArgKind::Text),
    Arg::named("title", ArgKind::Text),
    Arg::named("institution", ArgKind::Text),
    Arg::named("contact", ArgKind::Text),
    Arg::named("for", ArgKind::Delegation),
    Arg::named("reason", ArgKind::Text),
]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let command = Correct {
        nomination: nomination(args.required("number"))?,
        who: personal_data(args),
        reason: args.text("reason"),
    };
    Ok(Intent::does_for(command, acting_for(args, context.views)?))
}

/// How the name reads now.
pub(super) fn corrected(cx: &RenderContext<'_>, corrected: &NominationCorrected) -> Response {
    let (number, name) = (corrected.nomination.shown(), cx.name(corrected.person));
    Response::text(Tone::Done, messages::AnswerCorrected { number, name }.say(cx))
}
