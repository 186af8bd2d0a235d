//! `reply show`: who has replied and who has not; for a mission, what it is asked.

use crate::verb::EVERYBODY;
use crate::verb::arg::{Arg, ArgKind};
use crate::verb::args::Args;
use crate::verb::intent::{Intent, Show};
use crate::verb::lookup::delegation;
use crate::verb::row::{Context, ParseError, Verb};

pub(super) static VERB: Verb = Verb::new("reply show", EVERYBODY, means)
    .short(&["replies", "answers"])
    .args(&[Arg::rest("delegation").of(ArgKind::Delegation).optional()]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let of = args.get("delegation").map(|typed| delegation(typed, context.views)).transpose()?;
    Ok(Intent::Show(Show::Replies(of)))
}
