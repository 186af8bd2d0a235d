//! `reply admit N7 REASON`: admits a late nomination to the list.

use plenary_domain::decide::reply::Admit;
use plenary_domain::event::reply::NominationAdmitted;

use super::nomination;
use crate::verb::kit::*;

pub(super) static VERB: Verb =
    Verb::new(&help::REPLY_ADMIT, Admit::BY, means).short(&["admit"]).args(&[
        Arg::positional("number", ArgKind::Number(Numbered::Nomination)),
        Arg::rest("reason").in_form(),
    ]);

fn means(args: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::does(Admit {
        nomination: nomination(args.required("number"))?,
        reason: args.required("reason").to_owned(),
    }))
}

/// It joins the list.
pub(super) fn admitted(cx: &RenderContext<'_>, admitted: &NominationAdmitted) -> Response {
    let number = admitted.nomination.shown();
    Response::text(Tone::Done, messages::AnswerAdmitted { number }.say(cx))
}
