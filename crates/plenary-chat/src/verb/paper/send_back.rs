//! `paper return SYMBOL REASON`: sends an edition back with what is to be done.

use plenary_domain::Capacity::Chair;
use plenary_domain::Command;
use plenary_domain::command::PaperCommand;

use crate::verb::arg::{Arg, ArgKind};
use crate::verb::args::Args;
use crate::verb::intent::Intent;
use crate::verb::lookup::edition;
use crate::verb::row::{Context, ParseError, Verb};

pub(super) static VERB: Verb = Verb::new("paper return", &[Chair], means)
    .args(&[Arg::positional("symbol", ArgKind::Symbol), Arg::rest("reason").in_form()]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let command = PaperCommand::Return {
        edition: edition(args.required("symbol"), context)?.edition,
        reason: args.required("reason").to_owned(),
    };
    Ok(Intent::does(Command::Paper(command)))
}
