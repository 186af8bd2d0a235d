//! `comment add ITEM TEXT`: comments on an item, or on the whole; shown before it is sent.

use plenary_domain::Capacity::{Chair, Expert, Mission, Observer, Secretariat};
use plenary_domain::command::CommentCommand;
use plenary_domain::event::comment::ItemNamed;
use plenary_domain::{Command, CommentId, DelegationCode, Reader, Readers};

use crate::verb::arg::{Arg, ArgKind, Numbered};
use crate::verb::args::Args;
use crate::verb::intent::Intent;
use crate::verb::lookup::{acting_for, id, item_named, received};
use crate::verb::row::{Context, ParseError, Verb};

/// Who may read a comment, as typed.
const READERS: ArgKind = ArgKind::Choice(&["delegations", "secretariat", "public"]);

pub(super) static VERB: Verb =
    Verb::new("comment add", &[Expert, Mission, Observer, Chair, Secretariat], means)
        .short(&["comment"])
        .args(&[
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
    let (command, acting_for) = comment_of(args, context, on)?;
    Ok(Intent::Preview(Box::new(Command::Comment(command)), acting_for))
}

/// The comment of these arguments on an item that is already found.
pub(crate) fn comment_of(
    args: &Args,
    context: &Context<'_>,
    on: Option<ItemNamed>,
) -> Result<(CommentCommand, Option<DelegationCode>), ParseError> {
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
    let command = CommentCommand::Make {
        on: on.or_else(|| answered.and_then(|answered| answered.on.clone())),
        reply_to,
        readers,
        text: args.required("text").to_owned(),
        received: received(args, views)?,
    };
    Ok((command, acting_for(args, views)?))
}
