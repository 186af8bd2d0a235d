//! `people appoint OFFICE WHO`: gives an office.

use plenary_domain::Capacity::{Chair, Secretariat};
use plenary_domain::command::PeopleCommand;
use plenary_domain::{Command, PersonId, PersonalData, SeatKind};

use crate::verb::arg::{Arg, ArgKind};
use crate::verb::args::Args;
use crate::verb::intent::Intent;
use crate::verb::lookup::delegation;
use crate::verb::row::{Context, ParseError, Verb};

pub(super) static VERB: Verb =
    Verb::new("people appoint", &[Chair, Secretariat], means).short(&["appoint"]).args(&[
        Arg::positional("office", ArgKind::Choice(&["chair", "secretariat"])),
        Arg::rest("who").of(ArgKind::Person),
        Arg::named("of", ArgKind::Delegation),
    ]);

/// Somebody who takes part is appointed at once; a name gets a code.
fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let office = match args.get("office") {
        Some("chair") => SeatKind::Chair,
        _ => SeatKind::Secretariat,
    };
    let delegation = args.get("of").map(|of| delegation(of, context.views)).transpose()?;
    let who = args.required("who");
    let command = match who.parse::<PersonId>() {
        Ok(person) => PeopleCommand::Appoint { office, person, delegation },
        Err(_) => PeopleCommand::Invite {
            seat: office,
            delegation,
            person: None,
            who: PersonalData { name: Some(who.to_owned()), ..PersonalData::default() },
        },
    };
    Ok(Intent::does(Command::People(command)))
}
