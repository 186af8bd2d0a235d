//! `people invite WHO`: gives a one-time code for a seat.

use plenary_domain::Capacity::{Mission, Operator, Secretariat};
use plenary_domain::command::PeopleCommand;
use plenary_domain::{Command, PersonId, PersonalData, SeatKind};

use crate::verb::arg::{Arg, ArgKind};
use crate::verb::args::Args;
use crate::verb::intent::Intent;
use crate::verb::lookup::delegation;
use crate::verb::row::{Context, ParseError, Verb};

/// The seats that can be offered, as typed.
const SEATS: ArgKind = ArgKind::Choice(&["mission", "observer", "expert", "secretariat", "chair"]);

pub(super) static VERB: Verb = Verb::new("people invite", &[Secretariat, Mission, Operator], means)
    .short(&["invite"])
    .args(&[
        Arg::rest("who").of(ArgKind::Delegation).optional(),
        Arg::named("as", SEATS),
        Arg::named("name", ArgKind::Text),
        Arg::named("of", ArgKind::Delegation),
    ]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let who = args.get("who");
    let person = who.and_then(|who| who.parse::<PersonId>().ok());
    let seat = seat(args.get("as"));
    let own = context.actor.delegation.clone();
    let delegation = match (args.get("of"), who) {
        (Some(of), _) => Some(delegation(of, context.views)?),
        (None, Some(who)) if person.is_none() && !seat.is_office() => {
            Some(delegation(who, context.views)?)
        }
        (None, _) => own,
    };
    let office_name = who.filter(|_| seat.is_office() && person.is_none());
    let name = args.get("name").or(office_name).map(str::to_owned);
    if who.is_none() && delegation.is_none() && !seat.is_office() {
        return Err(VERB.lacks("who"));
    }
    let who = PersonalData { name, ..PersonalData::default() };
    let command = PeopleCommand::Invite { seat, delegation, person, who };
    Ok(Intent::does(Command::People(command)))
}

fn seat(typed: Option<&str>) -> SeatKind {
    match typed {
        Some("observer") => SeatKind::Observer,
        Some("expert") => SeatKind::Expert,
        Some("secretariat") => SeatKind::Secretariat,
        Some("chair") => SeatKind::Chair,
        _ => SeatKind::Mission,
    }
}
