//! Nominating, correcting, admitting, and showing who has answered.

use plenary_domain::command::ReplyCommand;
use plenary_domain::event::reply::DelegationRole;
use plenary_domain::{Command, NominationId, PersonalData};

use super::meaning::{acting_for, delegation, id, received};
use super::people::missing;
use super::{Args, Context, Intent, ParseError, Show};
use crate::verb::Verb;

pub(super) fn ask(verb: &Verb, args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let views = context.views;
    let command = match verb.name {
        "nominate" => {
            let who = identity(args);
            if who.name.is_none() {
                return Err(missing("reply nominate", "name"));
            }
            ReplyCommand::Nominate {
                role: role(args.get("role")),
                instead_of: args.get("instead-of").map(nomination).transpose()?,
                received: received(args, views)?,
                who,
            }
        }
        "correct" => ReplyCommand::Correct {
            nomination: nomination(args.get("number").unwrap_or_default())?,
            who: identity(args),
            reason: args.get("reason").map(str::to_owned),
        },
        "admit" => ReplyCommand::Admit {
            nomination: nomination(args.get("number").unwrap_or_default())?,
            reason: args.get("reason").unwrap_or_default().to_owned(),
        },
        _ => {
            let of = args.get("delegation").map(|typed| delegation(typed, views)).transpose()?;
            return Ok(Intent::Show(Show::Replies(of)));
        }
    };
    Ok(Intent::Do(Box::new(Command::Reply(command)), acting_for(args, views)?))
}

fn nomination(typed: &str) -> Result<NominationId, ParseError> {
    id("number", typed, "expected-nomination")
}

fn role(typed: Option<&str>) -> DelegationRole {
    match typed {
        Some("head") => DelegationRole::Head,
        Some("alternate") => DelegationRole::Alternate,
        Some("adviser") => DelegationRole::Adviser,
        _ => DelegationRole::Expert,
    }
}

fn identity(args: &Args) -> PersonalData {
    let field = |name| args.get(name).map(str::to_owned);
    PersonalData {
        name: field("name"),
        title: field("title"),
        institution: field("institution"),
        contact: field("contact"),
        account: None,
    }
}
