//! `decision object`: there is no consensus.

use plenary_domain::decide::decision::Object;

use crate::verb::kit::*;

pub(super) static VERB: Verb = Verb::new(&help::DECISION_OBJECT, Object::BY, means)
    .short(&["object"])
    .args(&[Arg::rest("reason").optional()]);

fn means(args: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::does(Object { decision: None, reason: args.text("reason") }))
}
