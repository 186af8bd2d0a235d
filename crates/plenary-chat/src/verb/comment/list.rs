//! `comment list`: the comments that one may read.

use plenary_domain::projection::comment::CommentShown;
use plenary_domain::{ItemId, Readers};

use crate::verb::kit::*;
use crate::verb::lookup::{in_force, item_in};

pub(super) static VERB: Verb = Verb::new(&help::COMMENT_LIST, EVERYBODY, means)
    .short(&["comments"])
    .args(&[Arg::positional("item", ArgKind::Item).optional()]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let item =
        args.get("item").map(|typed| item_in(typed, in_force(context.views)?)).transpose()?;
    Ok(Intent::shows(move |cx| show(cx, item)))
}

/// The comments that the asker may read, on one item or on all.
pub(crate) fn show(cx: &RenderContext<'_>, item: Option<ItemId>) -> Response {
    let lines: Vec<String> = cx
        .views
        .comment
        .readable(&cx.reader)
        .filter(|comment| item.is_none() || comment.on.as_ref().map(|on| on.item) == item)
        .map(|comment| line(cx, comment))
        .collect();
    if lines.is_empty() {
        return Response::text(Tone::Shown, messages::COMMENT_NONE.say(cx));
    }
    Response::text(Tone::Shown, messages::CommentHead { count: lines.len() }.say(cx))
        .with(Part::List(lines))
}

/// One comment in a list.
pub(in crate::verb) fn line(cx: &RenderContext<'_>, comment: &CommentShown) -> String {
    let number = comment.comment.shown();
    let who = cx.who(&comment.stamp.actor);
    let on = match &comment.on {
        Some(on) => cx.current_item(on.item),
        None => messages::COMMENT_WHOLE.say(cx),
    };
    if comment.withdrawn.is_some() {
        return messages::CommentLineWithdrawn { number, who, on }.say(cx);
    }
    let line = messages::CommentLine { number, who, on, text: &comment.text }.say(cx);
    let answers = comment
        .reply_to
        .map(|answered| messages::CommentLineReply { number: answered.shown() }.say(cx));
    let readers =
        (comment.readers == Readers::Secretariat).then(|| messages::COMMENT_LINE_PRIVATE.say(cx));
    [Some(line), answers, readers].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
