//! `paper approve`: approves the edition that waits; the Chair is asked once more.

use plenary_domain::Capacity::Chair;

use crate::verb::arg::{Arg, ArgKind};
use crate::verb::args::Args;
use crate::verb::intent::Intent;
use crate::verb::lookup::edition;
use crate::verb::row::{Context, ParseError, Verb};

pub(super) static VERB: Verb = Verb::new("paper approve", &[Chair], means)
    .short(&["approve"])
    .args(&[Arg::rest("symbol").of(ArgKind::Symbol).optional()]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let edition = match args.get("symbol") {
        Some(typed) => edition(typed, context)?,
        None => context
            .views
            .agenda
            .waiting()
            .ok_or(ParseError::NoEdition { typed: String::new(), known: Vec::new() })?,
    };
    Ok(Intent::Confirm(edition.edition))
}
