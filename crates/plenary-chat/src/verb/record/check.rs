//! `record check`: whether an entry was altered or lost.

use crate::verb::EVERYBODY;
use crate::verb::arg::Arg;
use crate::verb::args::Args;
use crate::verb::intent::{Intent, Show};
use crate::verb::row::{Context, ParseError, Verb};

pub(super) static VERB: Verb =
    Verb::new("record check", EVERYBODY, means).args(&[Arg::rest("seal").optional()]);

fn means(args: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::Show(Show::Check(args.text("seal"))))
}
