//! `record check`: whether an entry was altered or lost.

use crate::verb::kit::*;

pub(super) static VERB: Verb =
    Verb::new(&help::RECORD_CHECK, EVERYBODY, means).args(&[Arg::rest("seal").optional()]);

fn means(args: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::Show(Show::Check(args.text("seal"))))
}

/// The chain holds.
pub(crate) fn checked(cx: &RenderContext<'_>, head: &str) -> Response {
    let count = cx.views.number;
    Response::text(Tone::Shown, messages::RecordUnbroken { count, head }.say(cx))
}

/// The chain does not hold, or the head given is another.
pub(crate) fn check_failed(cx: &RenderContext<'_>, why: &str) -> Response {
    Response::text(Tone::Failed, messages::RecordBroken { why }.say(cx))
}
