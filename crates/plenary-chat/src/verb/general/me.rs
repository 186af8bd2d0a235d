//! `me`: who one is here, and what waits.

use crate::verb::EVERYBODY;
use crate::verb::args::Args;
use crate::verb::intent::{Intent, Show};
use crate::verb::row::{Context, ParseError, Verb};

pub(super) static VERB: Verb = Verb::new("me", EVERYBODY, means).short(&["whoami"]);

fn means(_: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::Show(Show::Me))
}
