//! Inviting, joining, appointing, removing.

use plenary_domain::command::PeopleCommand;
use plenary_domain::{Command, PersonId, PersonalData, SeatKind};
use plenary_service::code::Code;

use super::meaning::{delegation, id};
use super::{Args, Context, Intent, ParseError, Show};
use crate::verb::{self, Verb};

pub(super) fn ask(verb: &Verb, args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let command = match verb.name {
        "invite" => invite(args, context)?,
        "appoint" => appoint(args, context)?,
        "remove" => PeopleCommand::Remove {
            person: id("who", args.get("who").unwrap_or_default(), "expected-person")?,
            reason: args.get("reason").unwrap_or_default().to_owned(),
        },
        _ => return Ok(Intent::Show(Show::People)),
    };
    Ok(Intent::Do(Box::new(Command::People(command)), None))
}

/// Joining needs only the code; the desk adds the account.
pub(super) fn join(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let typed = args.get("code").unwrap_or_default();
    // What was typed may be a code with a typing error; it is not repeated in a sentence.
    let bad = || ParseError::Bad { arg: "code", given: String::new(), expected: "expected-code" };
    let hash = Code::parse(typed).ok_or_else(bad)?.hash();
    let who = PersonalData { name: args.get("name").map(str::to_owned), ..PersonalData::default() };
    let _ = context;
    let command = PeopleCommand::Join { hash, who };
    Ok(Intent::Do(Box::new(Command::People(command)), None))
}

fn invite(args: &Args, context: &Context<'_>) -> Result<PeopleCommand, ParseError> {
    let who = args.get("who");
    let person = who.and_then(|who| who.parse::<PersonId>().ok());
    let seat = match args.get("as").map(str::to_lowercase).as_deref() {
        Some("observer") => SeatKind::Observer,
        Some("expert") => SeatKind::Expert,
        Some("secretariat") => SeatKind::Secretariat,
        Some("chair") => SeatKind::Chair,
        _ => SeatKind::Mission,
    };
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
        return Err(missing("people invite", "who"));
    }
    Ok(PeopleCommand::Invite {
        seat,
        delegation,
        person,
        who: PersonalData { name, ..PersonalData::default() },
    })
}

/// Somebody who takes part is appointed at once; a name gets a code.
fn appoint(args: &Args, context: &Context<'_>) -> Result<PeopleCommand, ParseError> {
    let office = match args.get("office") {
        Some("chair") => SeatKind::Chair,
        _ => SeatKind::Secretariat,
    };
    let of = args.get("of").map(|of| delegation(of, context.views)).transpose()?;
    let who = args.get("who").unwrap_or_default();
    Ok(match who.parse::<PersonId>() {
        Ok(person) => PeopleCommand::Appoint { office, person, delegation: of },
        Err(_) => PeopleCommand::Invite {
            seat: office,
            delegation: of,
            person: None,
            who: PersonalData { name: Some(who.to_owned()), ..PersonalData::default() },
        },
    })
}

pub(super) fn missing(typed: &str, arg: &'static str) -> ParseError {
    verb::find(typed).map_or(ParseError::Empty, |verb| ParseError::Missing { verb, arg })
}
