//! `session close`: closes the sitting.

use plenary_domain::decide::session::Close;

use crate::verb::kit::*;

pub(super) static VERB: Verb = Verb::new(&help::SESSION_CLOSE, Close::BY, means);

fn means(_: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::does(Close))
}
