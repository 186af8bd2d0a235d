//! `record check`: whether an entry was altered or lost.

use plenary_service::archive;

use crate::verb::kit::*;

pub(super) static VERB: Verb =
    Verb::new(&help::RECORD_CHECK, EVERYBODY, means).args(&[Arg::rest("head").optional()]);

fn means(args: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    // What is no head is a slip in typing, and says nothing of the record.
    let head = args.text("head");
    match head.as_deref().filter(|typed| archive::parse_head(typed).is_none()) {
        Some(typed) => Err(ParseError::bad("head", typed, messages::EXPECTED_HEAD)),
        None => Ok(Intent::Show(Show::Check(head))),
    }
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
