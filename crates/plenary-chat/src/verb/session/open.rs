//! `session open`: opens the next sitting.

use plenary_domain::decide::session::Open;

use crate::verb::kit::*;

pub(super) static VERB: Verb = Verb::new(&help::SESSION_OPEN, Open::BY, means);

fn means(_: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::does(Open))
}
