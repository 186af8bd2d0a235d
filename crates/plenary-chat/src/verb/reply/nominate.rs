//! `reply nominate ROLE name:…`: nominates a person of the delegation.

use plenary_documents::words;
use plenary_domain::NominationId;
use plenary_domain::decide::reply::Nominate;
use plenary_domain::event::reply::DelegationRole;
use plenary_domain::event::{Event, PeopleEvent};
use plenary_domain::projection::reply::NominationShown;
use plenary_service::Outcome;

use super::{due, nomination, nominee, personal_data};
use crate::verb::kit::*;
use crate::verb::lookup::acting_for;
use crate::verb::moments::received;
use crate::verb::{code, doubt};

/// The roles in a delegation.
static ROLES: OneOf<DelegationRole, 4> = OneOf::new(
    "role",
    [
        ("expert", DelegationRole::Expert),
        ("head", DelegationRole::Head),
        ("alternate", DelegationRole::Alternate),
        ("adviser", DelegationRole::Adviser),
    ],
);

pub(crate) static VERB: Verb =
    Verb::new(&help::REPLY_NOMINATE, Nominate::BY, means).short(&["nominate"]).args(&[
        ROLES.positional().optional(),
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
    let command = Nominate {
        role: ROLES.said(args)?.unwrap_or(DelegationRole::Expert),
        instead_of: args.get("instead-of").map(nomination).transpose()?,
        received: received(args, context.views)?,
        who,
    };
    let acting_for = acting_for(args, context.views)?;
    Ok(match doubt::of_receipt(command.received.as_ref(), context.views) {
        Some(question) => Intent::Ask(question, Box::new(command.into()), acting_for),
        None => Intent::does_for(command, acting_for),
    })
}

pub(super) fn nominated(cx: &RenderContext<'_>, id: NominationId, outcome: &Outcome) -> Response {
    let Some(nomination) = cx.views.reply.find(id) else { return Response::default() };
    let order = cx.views.reply.of(&nomination.delegation);
    let place = order.iter().position(|n| n.nomination == id).map_or(0, |index| index + 1);
    let (number, name) = (id.shown(), cx.name(nomination.person));
    let delegation = cx.the(&nomination.delegation);
    let old = nomination.instead_of.map(|old| nominee(cx, old));
    let mut text = match (old, nomination.late) {
        (Some((old_name, old)), true) => {
            messages::AnswerReplacedLate { number, name, delegation, old_name, old }.say(cx)
        }
        (Some((old_name, old)), false) => {
            messages::AnswerReplaced { number, name, delegation, place, old_name, old }.say(cx)
        }
        (None, true) => messages::AnswerNominatedLate { number, name, delegation }.say(cx),
        (None, false) => messages::AnswerNominated { number, name, delegation, place }.say(cx),
    };
    if let Some(code) = &nomination.stamp.actor.acting_for {
        let delegation = cx.the(code);
        let received = received_when(cx, nomination);
        text.push(' ');
        text.push_str(&match nomination.late {
            true => messages::AnswerEnteredLate { received, delegation }.say(cx),
            false => messages::AnswerEnteredOnTime { received, delegation }.say(cx),
        });
    } else if nomination.late {
        text.push(' ');
        text.push_str(&messages::AnswerLate { when: due(cx) }.say(cx));
    }
    let mut response = Response::text(Tone::Done, text);
    for entry in &outcome.entries {
        if let Event::People(PeopleEvent::Invited(invited)) = &entry.event {
            response = response.with(code::shown(cx, invited, outcome));
            let name = cx.name(nomination.person);
            response = response.and(messages::AnswerExpertMay { name }.say(cx));
        }
    }
    response
}

fn received_when(cx: &RenderContext<'_>, nomination: &NominationShown) -> String {
    let Some(received) = &nomination.received else { return cx.time(nomination.stamp.at) };
    words::running_moment(received.date, received.time, cx.lang)
}
