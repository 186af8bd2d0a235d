//! `people list`: who takes part, in the order of the list of members.

use crate::verb::EVERYBODY;
use crate::verb::arg::{Arg, ArgKind};
use crate::verb::args::Args;
use crate::verb::intent::{Intent, Show};
use crate::verb::row::{Context, ParseError, Verb};

pub(super) static VERB: Verb = Verb::new("people list", EVERYBODY, means)
    .short(&["roster"])
    .args(&[Arg::named("as-of", ArgKind::Moment)])
    .shared();

fn means(_: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::Show(Show::People))
}
