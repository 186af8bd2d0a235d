//! Commenting, and taking back what is one's own.

use plenary_domain::command::{CommentCommand, DecisionCommand, ReplyCommand};
use plenary_domain::event::comment::{ItemNamed, Readers};
use plenary_domain::projection::Reader;
use plenary_domain::{Command, CommentId, DecisionId, DelegationCode, NominationId};

use super::meaning::{acting_for, id, in_force, item_in, item_named, received};
use super::{Args, Context, Intent, ParseError, Show};
use crate::verb::Verb;

pub(super) fn ask(verb: &Verb, args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let views = context.views;
    if verb.name == "list" {
        let item = args.get("item").map(|typed| item_in(typed, in_force(views)?)).transpose()?;
        return Ok(Intent::Show(Show::Comments(item)));
    }
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
        reply_to.and_then(|id| views.comment.find(id)).filter(|found| reader.may_read(found));
    let readers = args.get("readers").map(str::to_lowercase);
    let readers = readers
        .and_then(|word| Readers::from_word(&word))
        .or(answered.map(|answered| answered.readers))
        .unwrap_or(Readers::Delegations);
    let command = CommentCommand::Make {
        on: on.or_else(|| answered.and_then(|answered| answered.on.clone())),
        reply_to,
        readers,
        text: args.get("text").unwrap_or_default().to_owned(),
        received: received(args, views)?,
    };
    Ok((command, acting_for(args, views)?))
}

/// `withdraw C4`, `withdraw N7`, `withdraw D1`: the letter says what it is.
pub(super) fn withdraw(args: &Args) -> Result<Intent, ParseError> {
    let typed = args.get("number").unwrap_or_default();
    let reason = args.get("reason").map(str::to_owned);
    let command = if let Ok(comment) = typed.parse::<CommentId>() {
        Command::Comment(CommentCommand::Withdraw { comment, reason })
    } else if let Ok(decision) = typed.parse::<DecisionId>() {
        Command::Decision(DecisionCommand::Withdraw { decision, reason })
    } else {
        let nomination: NominationId = id("number", typed, "expected-withdrawable")?;
        Command::Reply(ReplyCommand::Withdraw { nomination, reason })
    };
    Ok(Intent::Do(Box::new(command), None))
}
