//! `decision object`: there is no consensus.

use plenary_domain::Capacity::Mission;
use plenary_domain::Command;
use plenary_domain::command::DecisionCommand;

use crate::verb::kit::*;

pub(super) static VERB: Verb = Verb::new("decision object", &[Mission], means)
    .short(&["object"])
    .args(&[Arg::rest("reason").optional()]);

fn means(args: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    let command = DecisionCommand::Object { decision: None, reason: args.text("reason") };
    Ok(Intent::does(Command::Decision(command)))
}
