//! `withdraw C4`, `withdraw N7`, `withdraw D1`: the letter says what is taken back.

use plenary_domain::Capacity::{Chair, Expert, Mission, Observer, Secretariat};
use plenary_domain::command::{CommentCommand, DecisionCommand, ReplyCommand};
use plenary_domain::{Command, CommentId, DecisionId};

use crate::verb::kit::*;
use crate::verb::lookup::id;

pub(super) static VERB: Verb =
    Verb::new("withdraw", &[Mission, Expert, Observer, Chair, Secretariat], means).args(&[
        Arg::positional("number", ArgKind::Number(Numbered::Own)),
        Arg::rest("reason").optional(),
    ]);

fn means(args: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    let typed = args.required("number");
    let reason = args.text("reason");
    let command = if let Ok(comment) = typed.parse::<CommentId>() {
        Command::Comment(CommentCommand::Withdraw { comment, reason })
    } else if let Ok(decision) = typed.parse::<DecisionId>() {
        Command::Decision(DecisionCommand::Withdraw { decision, reason })
    } else {
        let nomination = id("number", typed, "expected-withdrawable")?;
        Command::Reply(ReplyCommand::Withdraw { nomination, reason })
    };
    Ok(Intent::does(command))
}
