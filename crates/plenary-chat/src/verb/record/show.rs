//! `record show`: the record so far.

use crate::verb::EVERYBODY;
use crate::verb::arg::{Arg, ArgKind};
use crate::verb::args::Args;
use crate::verb::intent::{Intent, Show};
use crate::verb::row::{Context, ParseError, Verb};

pub(super) static VERB: Verb = Verb::new("record show", EVERYBODY, means)
    .short(&["record"])
    .args(&[Arg::named("as-of", ArgKind::Moment)])
    .shared();

fn means(_: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::Show(Show::Record))
}
