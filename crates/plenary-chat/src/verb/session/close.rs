//! `session close`: closes the sitting.

use plenary_domain::decide::session::Close;

use crate::verb::kit::*;

pub(super) static VERB: Verb = Verb::new("session close", Close::BY, means);

fn means(_: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::does(Close))
}
