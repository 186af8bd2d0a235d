//! `people remove H5 REASON`: ends a person's access.

use plenary_domain::Capacity::{Mission, Secretariat};
use plenary_domain::Command;
use plenary_domain::command::PeopleCommand;

use crate::verb::arg::{Arg, ArgKind};
use crate::verb::args::Args;
use crate::verb::intent::Intent;
use crate::verb::lookup::id;
use crate::verb::row::{Context, ParseError, Verb};

pub(super) static VERB: Verb = Verb::new("people remove", &[Secretariat, Mission], means)
    .args(&[Arg::positional("who", ArgKind::Person), Arg::rest("reason").in_form()]);

fn means(args: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::does(Command::People(PeopleCommand::Remove {
        person: id("who", args.required("who"), "expected-person")?,
        reason: args.required("reason").to_owned(),
    })))
}
