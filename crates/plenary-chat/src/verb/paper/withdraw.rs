//! `paper withdraw`: the secretariat takes back the edition that waits for the Chair.

use plenary_domain::decide::paper::Withdraw;

use super::waiting_or;
use crate::verb::kit::*;

pub(super) static VERB: Verb = Verb::new(&help::PAPER_WITHDRAW, Withdraw::BY, means).args(&[
    Arg::rest("symbol").of(ArgKind::Symbol).optional(),
    Arg::named("reason", ArgKind::Text),
]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let edition = waiting_or(args.get("symbol"), context)?.edition;
    Ok(Intent::does(Withdraw { edition, reason: args.text("reason") }))
}
