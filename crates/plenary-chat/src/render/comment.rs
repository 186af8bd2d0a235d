//! Comments: the preview with its item and readers, the receipt, the list.

use plenary_domain::command::CommentCommand;
use plenary_domain::event::CommentEvent;
use plenary_domain::event::comment::ItemNamed;
use plenary_domain::projection::comment::CommentShown;
use plenary_domain::{ItemId, Language, Readers};

use super::RenderContext;
use crate::press::Press;
use crate::response::{Part, Response, Tone};
use crate::say::say;
use crate::verb::Choice;

/// The text before it is sent: to which item, for which readers.
pub(crate) fn preview(cx: &RenderContext<'_>, comment: &CommentCommand, draft: &str) -> Response {
    let CommentCommand::Make { on, readers, text, .. } = comment else {
        return Response::default();
    };
    let to = match on {
        Some(on) => say!(cx.lang, "comment-to-item", item = on_item(cx, on)),
        None => say!(cx.lang, "comment-to-all"),
    };
    let circle = readers_words(cx.lang, *readers);
    let seen = cx.views.number;
    let response = Response::text(Tone::Asked, to)
        .with(Part::Quote(text.clone()))
        .and(say!(cx.lang, "comment-readers", readers = circle))
        .button(say!(cx.lang, "button-send"), Press::new("comment.send", draft, seen));
    let response = if *readers == Readers::Secretariat {
        response
    } else {
        let press = Press::new("comment.send-private", draft, seen);
        response.button(say!(cx.lang, "button-secretariat-only"), press)
    };
    response.button(say!(cx.lang, "button-drop"), Press::new("comment.drop", draft, seen))
}

/// "Which one?": the number means two items since the last edition.
pub(crate) fn which(cx: &RenderContext<'_>, choices: &[Choice], draft: &str) -> Response {
    let mut response = Response::text(Tone::Asked, say!(cx.lang, "comment-which"));
    for choice in choices {
        let had = cx.views.agenda.edition(choice.had_it_in);
        let had = had.map(|edition| edition.symbol.to_string()).unwrap_or_default();
        let item = cx.current_item(choice.on.item);
        let typed = &choice.on.typed;
        let label = say!(cx.lang, "comment-meaning", item = item, typed = typed, symbol = had);
        let verb = format!("comment.on-{}", choice.on.item);
        response = response.button(label, Press::new(&verb, draft, cx.views.number));
    }
    response
}

/// The answer to [Discard].
pub(crate) fn dropped(lang: Language) -> Response {
    Response::text(Tone::Done, say!(lang, "comment-dropped"))
}

/// The receipt.
pub(super) fn done(cx: &RenderContext<'_>, event: &CommentEvent) -> Response {
    match event {
        CommentEvent::CommentMade(made) => {
            let number = made.comment.shown();
            let readers = readers_words(cx.lang, made.readers);
            let text = match &made.on {
                Some(on) => {
                    let item = on_item(cx, on);
                    say!(cx.lang, "comment-made", number = number, item = item, readers = readers)
                }
                None => say!(cx.lang, "comment-made-all", number = number, readers = readers),
            };
            let press = Press::new("comment.withdraw", made.comment, cx.views.number);
            Response::text(Tone::Done, text).button(say!(cx.lang, "button-withdraw"), press)
        }
        CommentEvent::CommentWithdrawn(withdrawn) => {
            let number = withdrawn.comment.shown();
            Response::text(Tone::Done, say!(cx.lang, "comment-withdrawn", number = number))
        }
    }
}

/// The comments that the asker may read, on one item or on all.
pub(super) fn list(cx: &RenderContext<'_>, item: Option<ItemId>) -> Response {
    let lines: Vec<String> = cx
        .views
        .comment
        .readable(&cx.reader)
        .filter(|comment| item.is_none() || comment.on.as_ref().map(|on| on.item) == item)
        .map(|comment| line(cx, comment))
        .collect();
    if lines.is_empty() {
        return Response::text(Tone::Shown, say!(cx.lang, "comment-none"));
    }
    Response::text(Tone::Shown, say!(cx.lang, "comment-head", count = lines.len()))
        .with(Part::List(lines))
}

/// One comment in a list.
pub(super) fn line(cx: &RenderContext<'_>, comment: &CommentShown) -> String {
    let number = comment.comment.shown();
    let who = cx.who(&comment.stamp.actor);
    let on = match &comment.on {
        Some(on) => cx.current_item(on.item),
        None => say!(cx.lang, "comment-whole"),
    };
    if comment.withdrawn.is_some() {
        return say!(cx.lang, "comment-line-withdrawn", number = number, who = who, on = on);
    }
    let line =
        say!(cx.lang, "comment-line", number = number, who = who, on = on, text = &comment.text);
    let answers = comment
        .reply_to
        .map(|answered| say!(cx.lang, "comment-line-reply", number = answered.shown()));
    let readers =
        (comment.readers == Readers::Secretariat).then(|| say!(cx.lang, "comment-line-private"));
    [Some(line), answers, readers].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn on_item(cx: &RenderContext<'_>, on: &ItemNamed) -> String {
    let edition = on.edition.and_then(|id| cx.views.agenda.edition(id));
    edition.map_or_else(|| cx.current_item(on.item), |e| cx.item(&e.agenda, on.item))
}

/// A circle of readers in words.
pub(super) fn readers_words(lang: Language, readers: Readers) -> String {
    say!(lang, &format!("readers-{}", readers.word()))
}
