//! `agenda compare`: what an edition changed, deletions included.

use crate::verb::EVERYBODY;
use crate::verb::arg::{Arg, ArgKind};
use crate::verb::args::Args;
use crate::verb::intent::{Intent, Show};
use crate::verb::lookup::{edition, in_force};
use crate::verb::row::{Context, ParseError, Verb};

pub(super) static VERB: Verb = Verb::new("agenda compare", EVERYBODY, means)
    .short(&["compare"])
    .args(&[Arg::positional("edition", ArgKind::Symbol).optional()])
    .shared();

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let edition = match args.get("edition") {
        Some(typed) => edition(typed, context)?,
        None => in_force(context.views)?,
    };
    Ok(Intent::Show(Show::Compare(edition.edition)))
}
