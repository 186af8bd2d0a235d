//! `comment add ITEM TEXT`: comments on an item, or on the whole; shown before it is sent.

use plenary_domain::decide::comment::Make;
use plenary_domain::event::comment::{CommentMade, ItemNamed};
use plenary_domain::{
    Actor, CommentId, DelegationCode, Entry, Language, PersonId, Reader, Readers,
};
use plenary_service::DraftId;

use crate::action::ItemOfDraft;
use crate::verb::doubt;
use crate::verb::intent::Choice;
use crate::verb::kit::*;
use crate::verb::lookup::{acting_for, id, item_named};
use crate::verb::moments::received;

/// Who may read a comment.
static READERS: OneOf<Readers, 3> = OneOf::new(
    "readers",
    [
        ("delegations", Readers::Delegations),
        ("secretariat", Readers::Secretariat),
        ("public", Readers::Public),
    ],
);

pub(crate) static VERB: Verb =
    Verb::new(&help::COMMENT_ADD, Make::BY, means).short(&["comment"]).args(&[
        Arg::positional("item", ArgKind::Item).optional(),
        Arg::rest("text").in_form().of_message(),
        Arg::named("to", ArgKind::Number(Numbered::Comment)),
        READERS.named(),
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
        args.get("to").map(|typed| id("to", typed, messages::EXPECTED_COMMENT)).transpose()?;
    // An answer goes to the same item and the same readers as what it answers.
    // One that the asker may not read is not there for them.
    let reader = Reader::actor(context.actor);
    let answered =
        reply_to.and_then(|id| views.comment.find(id)).filter(|found| reader.may_see(*found));
    let readers = READERS
        .said(args)?
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
        Some(on) => messages::CommentToItem { item: on_item(cx, on) }.say(cx),
        None => messages::COMMENT_TO_ALL.say(cx),
    };
    let circle = readers_words(cx, *readers);
    let seen = cx.views.number;
    let response = Response::text(Tone::Asked, to)
        .with(Part::Quote(text.clone()))
        .and(messages::CommentReaders { readers: circle }.say(cx));
    let response = match read_too(cx, *readers, cx.actor) {
        Some(too) => response.and(too),
        None => response,
    };
    let response = match doubt::in_words(cx, comment.received.as_ref()) {
        Some(doubt) => response.and(doubt),
        None => response,
    };
    let response = response.button(
        messages::BUTTON_SEND.say(cx),
        Press::new(Action::CommentSend(draft.clone()), seen),
    );
    let response = if *readers == Readers::Secretariat {
        response
    } else {
        let press = Press::new(Action::CommentSendPrivate(draft.clone()), seen);
        response.button(messages::BUTTON_SECRETARIAT_ONLY.say(cx), press)
    };
    response
        .button(messages::BUTTON_DROP.say(cx), Press::new(Action::CommentDrop(draft.clone()), seen))
}

/// "Which one?": the number means two items since the last edition.
pub(crate) fn which(cx: &RenderContext<'_>, choices: &[Choice], draft: &DraftId) -> Response {
    let typed = choices.first().map(|choice| choice.on.typed.as_str()).unwrap_or_default();
    let mut response = Response::text(Tone::Asked, messages::CommentWhich { typed }.say(cx));
    for choice in choices {
        let had = cx.views.agenda.edition(choice.had_it_in);
        let had = had.map(|edition| edition.symbol.to_string()).unwrap_or_default();
        let item = cx.current_item(choice.on.item);
        let typed = &choice.on.typed;
        let label = messages::CommentMeaning { item, typed, symbol: had }.say(cx);
        let chosen = ItemOfDraft { item: choice.on.item, draft: draft.clone() };
        response = response.button(label, Press::new(Action::CommentOn(chosen), cx.views.number));
    }
    response
}

/// The answer to [Discard].
pub(crate) fn dropped(lang: Language) -> Response {
    Response::text(Tone::Done, messages::COMMENT_DROPPED.say(lang))
}

/// The receipt.
pub(super) fn made(cx: &RenderContext<'_>, made: &CommentMade) -> Response {
    let number = made.comment.shown();
    let by = cx.views.comment.find(made.comment).map_or(cx.actor, |shown| &shown.stamp.actor);
    let readers = readers_words(cx, made.readers);
    let text = match &made.on {
        Some(on) => {
            let item = on_item(cx, on);
            messages::CommentMade { number, item, readers }.say(cx)
        }
        None => messages::CommentMadeAll { number, readers }.say(cx),
    };
    let press = Press::new(Action::CommentWithdraw(made.comment), cx.views.number);
    let response = Response::text(Tone::Done, text);
    let response = match read_too(cx, made.readers, by) {
        Some(too) => response.and(too),
        None => response,
    };
    response.button(messages::BUTTON_WITHDRAW.say(cx), press)
}

fn on_item(cx: &RenderContext<'_>, on: &ItemNamed) -> String {
    let edition = on.edition.and_then(|id| cx.views.agenda.edition(id));
    edition.map_or_else(|| cx.current_item(on.item), |e| cx.item(&e.agenda, on.item))
}

/// A circle of readers in words.
fn readers_words(cx: &RenderContext<'_>, readers: Readers) -> String {
    let circle = match readers {
        Readers::Secretariat => messages::READERS_SECRETARIAT,
        Readers::Delegations => messages::READERS_DELEGATIONS,
        Readers::Public => messages::READERS_PUBLIC,
    };
    circle.say(cx)
}

/// Who else reads it: the author's mission, or the mission for which it was entered, in any case.
fn read_too(cx: &RenderContext<'_>, readers: Readers, by: &Actor) -> Option<String> {
    let code = by.acting_for.as_ref().or(by.delegation.as_ref())?;
    let delegation = cx.the(code);
    let too = messages::CommentMissionReads { delegation };
    (readers == Readers::Secretariat).then(|| too.say(cx))
}

/// Whoever was removed reads nothing more, not even a reply to what they said.
fn holds_a_seat(cx: &RenderContext<'_>, person: PersonId) -> bool {
    cx.views.roster.person(person).is_some_and(|participant| !participant.seats.is_empty())
}

pub(super) fn notices(cx: &RenderContext<'_>, entry: &Entry, made: &CommentMade) -> Vec<Notice> {
    let who = cx.who(&entry.actor);
    let number = made.comment.shown();
    let on = match &made.on {
        Some(on) => cx.current_item(on.item),
        None => messages::COMMENT_WHOLE.say(cx),
    };
    let text = messages::NoticeComment { number, who, on }.say(cx);
    let response = Response::text(Tone::Shown, text).with(Part::Quote(made.text.clone()));
    let mut notices =
        vec![Notice { to: Audience::Circle(made.readers), response: response.clone() }];
    let answered = made.reply_to.and_then(|id| cx.views.comment.find(id));
    if let Some((answered, author)) =
        answered.and_then(|answered| Some((answered, answered.stamp.actor.person?)))
        && holds_a_seat(cx, author)
    {
        let number = answered.comment.shown();
        let response = response.and(messages::NoticeAnswersYours { number }.say(cx));
        notices.push(Notice { to: Audience::Person(author), response });
    }
    notices
}
