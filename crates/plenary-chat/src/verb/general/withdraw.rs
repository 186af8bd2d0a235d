//! `withdraw C4`, `withdraw N7`, `withdraw D1`: the letter says what is taken back.

use plenary_domain::decide::{comment, decision, reply};
use plenary_domain::{CommentId, DecisionId};

use crate::verb::kit::*;
use crate::verb::lookup::id;

pub(super) static VERB: Verb = Verb::new(&help::WITHDRAW, comment::Withdraw::BY, means).args(&[
    Arg::positional("number", ArgKind::Number(Numbered::Own)),
    Arg::rest("reason").optional(),
]);

fn means(args: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    let typed = args.required("number");
    let reason = args.text("reason");
    Ok(if let Ok(comment) = typed.parse::<CommentId>() {
        Intent::does(comment::Withdraw { comment, reason })
    } else if let Ok(decision) = typed.parse::<DecisionId>() {
        Intent::does(decision::Withdraw { decision, reason })
    } else {
        let nomination = id("number", typed, messages::EXPECTED_WITHDRAWABLE)?;
        Intent::does(reply::Withdraw { nomination, reason })
    })
}
