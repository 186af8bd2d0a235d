//! `meeting show`: dates, place, mandates, how far it is.

use crate::verb::EVERYBODY;
use crate::verb::arg::{Arg, ArgKind};
use crate::verb::args::Args;
use crate::verb::intent::{Intent, Show};
use crate::verb::row::{Context, ParseError, Verb};

pub(super) static VERB: Verb = Verb::new("meeting show", EVERYBODY, means)
    .short(&["meeting"])
    .args(&[Arg::named("as-of", ArgKind::Moment)])
    .shared();

fn means(_: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::Show(Show::Meeting))
}
