//! `reply nominate ROLE name:…`: names a person of the delegation.

use plenary_domain::Capacity::{Mission, Secretariat};
use plenary_domain::Command;
use plenary_domain::command::ReplyCommand;
use plenary_domain::event::reply::DelegationRole;

use super::{nomination, personal_data};
use crate::verb::arg::{Arg, ArgKind, Numbered};
use crate::verb::args::Args;
use crate::verb::intent::Intent;
use crate::verb::lookup::{acting_for, received};
use crate::verb::row::{Context, ParseError, Verb};

/// The roles in a delegation, as typed.
const ROLES: ArgKind = ArgKind::Choice(&["expert", "head", "alternate", "adviser"]);

pub(super) static VERB: Verb =
    Verb::new("reply nominate", &[Mission, Secretariat], means).short(&["nominate"]).args(&[
        Arg::positional("role", ROLES).optional(),
        Arg::named("name", ArgKind::Text).in_form(),
        Arg::named("title", ArgKind::Text).in_form(),
        Arg::named("institution", ArgKind::Text).in_form(),
        Arg::named("contact", ArgKind::Text),
        Arg::named("instead-of", ArgKind::Number(Numbered::Nomination)),
        Arg::named("for", ArgKind::Delegation),
        Arg::named("received", ArgKind::Text),
    ]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let who = personal_data(args);
    if who.name.is_none() {
        return Err(VERB.lacks("name"));
    }
    let command = Command::Reply(ReplyCommand::Nominate {
        role: role(args.get("role")),
        instead_of: args.get("instead-of").map(nomination).transpose()?,
        received: received(args, context.views)?,
        who,
    });
    Ok(Intent::Do(Box::new(command), acting_for(args, context.views)?))
}

fn role(typed: Option<&str>) -> DelegationRole {
    match typed {
        Some("head") => DelegationRole::Head,
        Some("alternate") => DelegationRole::Alternate,
        Some("adviser") => DelegationRole::Adviser,
        _ => DelegationRole::Expert,
    }
}
