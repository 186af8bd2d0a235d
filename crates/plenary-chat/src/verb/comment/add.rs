//! `comment add ITEM TEXT`: comments on an item, or on the whole; shown before it is sent.

use plenary_domain::decide::comment::Make;
use plenary_domain::event::comment::{CommentMade, ItemNamed};
use plenary_domain::{CommentId, DelegationCode, Entry, Language, Reader, Readers};
use plenary_service::DraftId;

use crate::action::ItemOfDraft;
use crate::verb::intent::Choice;
use crate::verb::kit::*;
use crate::verb::lookup::{acting_for, id, item_named, received};

/// Who may read a comment, as typed.
const READERS: ArgKind = ArgKind::Choice(&["delegations", "secretariat", "public"]);

pub(crate) static VERB: Verb =
    Verb::new("comment add", Make::BY, means).short(&["comment"]).args(&[
        Arg::positional("item", ArgKind::Item).optional(),
        Arg::rest("text").in_form().of_message(),
        Arg::named("to", ArgKind::Number(Numbered::Comment)),
        Arg::named("readers", READERS),
        Arg::named("for", ArgKind::Delegation),
        Arg::named("received", ArgKind::Text),
    ]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let (on, choices) = match args.get("item") {
        None => (None, Vec::new()),
        Some(typed) => {
            let (on, choices) = item_named(typed, context)?;
            (Some(on), choices)
        }
    };
    if !choices.is_empty() {
        return Ok(Intent::Which(choices));
    }
    let (comment, acting_for) = comment_of(args, context, on)?;
    Ok(Intent::Preview(Box::new(comment), acting_for))
}

/// The comment of these arguments on an item that is already found.
pub(crate) fn comment_of(
    args: &Args,
    context: &Context<'_>,
    on: Option<ItemNamed>,
) -> Result<(Make, Option<DelegationCode>), ParseError> {
    let views = context.views;
    let reply_to: Option<CommentId> =
        args.get("to").map(|typed| id("to", typed, "expected-comment")).transpose()?;
    // An answer goes to the same item and the same readers as what it answers.
    // One that the asker may not read is not there for them.
    let reader = Reader::actor(context.actor);
    let answered =
        reply_to.and_then(|id| views.comment.find(id)).filter(|found| reader.may_see(*found));
    let readers = args.get("readers").map(str::to_lowercase);
    let readers = readers
        .and_then(|word| Readers::from_word(&word))
        .or(answered.map(|answered| answered.readers))
        .unwrap_or(Readers::Delegations);
    let comment = Make {
        on: on.or_else(|| answered.and_then(|answered| answered.on.clone())),
        reply_to,
        readers,
        text: args.required("text").to_owned(),
        received: received(args, views)?,
    };
    Ok((comment, acting_for(args, views)?))
}

/// The text before it is sent: to which item, for which readers.
pub(crate) fn preview(cx: &RenderContext<'_>, comment: &Make, draft: &DraftId) -> Response {
    let Make { on, readers, text, .. } = comment;
    let to = match on {
        Some(on) => say!(cx.lang, "comment-to-item", item = on_item(cx, on)),
        None => say!(cx.lang, "comment-to-all"),
    };
    let circle = readers_words(cx.lang, *readers);
    let seen = cx.views.number;
    let response = Response::text(Tone::Asked, to)
        .with(Part::Quote(text.clone()))
        .and(say!(cx.lang, "comment-readers", readers = circle))
        .button(say!(cx.lang, "button-send"), Press::new(Action::CommentSend(draft.clone()), seen));
    let response = if *readers == Readers::Secretariat {
        response
    } else {
        let press = Press::new(Action::CommentSendPrivate(draft.clone()), seen);
        response.button(say!(cx.lang, "button-secretariat-only"), press)
    };
    response
        .button(say!(cx.lang, "button-drop"), Press::new(Action::CommentDrop(draft.clone()), seen))
}

/// "Which one?": the number means two items since the last edition.
pub(crate) fn which(cx: &RenderContext<'_>, choices: &[Choice], draft: &DraftId) -> Response {
    let mut response = Response::text(Tone::Asked, say!(cx.lang, "comment-which"));
    for choice in choices {
        let had = cx.views.agenda.edition(choice.had_it_in);
        let had = had.map(|edition| edition.symbol.to_string()).unwrap_or_default();
        let item = cx.current_item(choice.on.item);
        let typed = &choice.on.typed;
        let label = say!(cx.lang, "comment-meaning", item = item, typed = typed, symbol = had);
        let chosen = ItemOfDraft { item: choice.on.item, draft: draft.clone() };
        response = response.button(label, Press::new(Action::CommentOn(chosen), cx.views.number));
    }
    response
}

/// The answer to [Discard].
pub(crate) fn dropped(lang: Language) -> Response {
    Response::text(Tone::Done, say!(lang, "comment-dropped"))
}

/// The receipt.
pub(super) fn made(cx: &RenderContext<'_>, made: &CommentMade) -> Response {
    let number = made.comment.shown();
    let readers = readers_words(cx.lang, made.readers);
    let text = match &made.on {
        Some(on) => {
            let item = on_item(cx, on);
            say!(cx.lang, "comment-made", number = number, item = item, readers = readers)
        }
        None => say!(cx.lang, "comment-made-all", number = number, readers = readers),
    };
    let press = Press::new(Action::CommentWithdraw(made.comment), cx.views.number);
    Response::text(Tone::Done, text).button(say!(cx.lang, "button-withdraw"), press)
}

fn on_item(cx: &RenderContext<'_>, on: &ItemNamed) -> String {
    let edition = on.edition.and_then(|id| cx.views.agenda.edition(id));
    edition.map_or_else(|| cx.current_item(on.item), |e| cx.item(&e.agenda, on.item))
}

/// A circle of readers in words.
fn readers_words(lang: Language, readers: Readers) -> String {
    say!(lang, &format!("readers-{}", readers.word()))
}

pub(super) fn notices(cx: &RenderContext<'_>, entry: &Entry, made: &CommentMade) -> Vec<Notice> {
    let who = cx.who(&entry.actor);
    let number = made.comment.shown();
    let on = match &made.on {
        Some(on) => cx.current_item(on.item),
        None => say!(cx.lang, "comment-whole"),
    };
    let text = say!(cx.lang, "notice-comment", number = number, who = who, on = on);
    let response = Response::text(Tone::Shown, text).with(Part::Quote(made.text.clone()));
    let mut notices =
        vec![Notice { to: Audience::Circle(made.readers), response: response.clone() }];
    let answered = made.reply_to.and_then(|id| cx.views.comment.find(id));
    if let Some((answered, author)) =
        answered.and_then(|answered| Some((answered, answered.stamp.actor.person?)))
        && made.readers == Readers::Secretariat
    {
        let number = answered.comment.shown();
        let response = response.and(say!(cx.lang, "notice-answers-yours", number = number));
        notices.push(Notice { to: Audience::Person(author), response });
    }
    notices
}
