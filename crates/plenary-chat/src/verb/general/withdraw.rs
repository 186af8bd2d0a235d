//! `withdraw C4`, `withdraw N7`, `withdraw D1`: the letter says what is taken back. Of a decision
//! the Chair takes back the text, and a mission its objection.

use plenary_domain::decide::{comment, decision, reply};
use plenary_domain::{Capacity, CommentId, DecisionId, SeatKind};

use crate::verb::kit::*;
use crate::verb::lookup::id;

pub(super) static VERB: Verb = Verb::new(&help::WITHDRAW, comment::Withdraw::BY, means).args(&[
    Arg::positional("number", ArgKind::Number(Numbered::Own)),
    Arg::rest("reason").optional(),
]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let typed = args.required("number");
    let reason = args.text("reason");
    Ok(if let Ok(comment) = typed.parse::<CommentId>() {
        Intent::does(comment::Withdraw { comment, reason })
    } else if let Ok(decision) = typed.parse::<DecisionId>() {
        withdraw_from(context, decision, reason)?
    } else {
        let nomination = id("number", typed, messages::EXPECTED_WITHDRAWABLE)?;
        Intent::does(reply::Withdraw { nomination, reason })
    })
}

fn withdraw_from(
    context: &Context<'_>,
    decision: DecisionId,
    reason: Option<String>,
) -> Result<Intent, ParseError> {
    let own = context.actor.delegation.as_ref();
    let shown = context.views.record.decision(decision);
    let has_objected = shown.is_some_and(|shown| {
        let mut standing = shown.objections.iter().filter(|found| found.withdrawn.is_none());
        standing.any(|found| Some(&found.delegation) == own)
    });
    let mut chairs = context.views.roster.holders(SeatKind::Chair);
    let presides = chairs.any(|(chair, _)| Some(chair) == context.actor.person);
    let is_mission = context.actor.capacity == Capacity::Mission;
    if !has_objected && (presides || !is_mission) {
        return Ok(Intent::does(decision::Withdraw { decision, reason }));
    }
    match reason {
        Some(_) => Err(ParseError::Unfit(messages::REFUSE_REASON_GIVEN)),
        None => Ok(Intent::does(decision::WithdrawObjection { decision })),
    }
}
