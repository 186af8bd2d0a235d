//! `comment list`: the comments that one may read.

use crate::verb::EVERYBODY;
use crate::verb::arg::{Arg, ArgKind};
use crate::verb::args::Args;
use crate::verb::intent::{Intent, Show};
use crate::verb::lookup::{in_force, item_in};
use crate::verb::row::{Context, ParseError, Verb};

pub(super) static VERB: Verb = Verb::new("comment list", EVERYBODY, means)
    .short(&["comments"])
    .args(&[Arg::positional("item", ArgKind::Item).optional()]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let item =
        args.get("item").map(|typed| item_in(typed, in_force(context.views)?)).transpose()?;
    Ok(Intent::Show(Show::Comments(item)))
}
