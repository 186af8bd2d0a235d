//! `session open`: opens the next sitting.

use plenary_domain::Capacity::Chair;
use plenary_domain::Command;
use plenary_domain::command::SessionCommand;

use crate::verb::kit::*;

pub(super) static VERB: Verb = Verb::new("session open", &[Chair], means);

fn means(_: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::does(Command::Session(SessionCommand::Open)))
}
