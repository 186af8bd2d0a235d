//! `people appoint OFFICE WHO`: gives an office.

use plenary_domain::decide::people::{Appoint, Invite};
use plenary_domain::event::people::Appointed;
use plenary_domain::{PersonId, PersonalData, Readers, SeatKind, Timestamp};

use crate::verb::kit::*;
use crate::verb::lookup::delegation;

static OFFICES: OneOf<SeatKind, 2> =
    OneOf::new("office", [("chair", SeatKind::Chair), ("secretariat", SeatKind::Secretariat)]);

pub(super) static VERB: Verb =
    Verb::new(&help::PEOPLE_APPOINT, Appoint::BY, means).short(&["appoint"]).args(&[
        OFFICES.positional(),
        Arg::rest("who").of(ArgKind::Person),
        Arg::named("of", ArgKind::Delegation),
    ]);

/// Somebody who takes part is appointed at once; a name gets a code.
fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let office = OFFICES.said(args)?.ok_or_else(|| VERB.lacks("office"))?;
    let delegation = args.get("of").map(|of| delegation(of, context.views)).transpose()?;
    let who = args.required("who");
    Ok(match who.parse::<PersonId>() {
        Ok(person) => Intent::does(Appoint { office, person, delegation }),
        Err(_) => Intent::does(Invite {
            seat: office,
            delegation,
            who: PersonalData { name: Some(who.to_owned()), ..PersonalData::default() },
        }),
    })
}

/// Who holds the office from now on.
pub(super) fn appointed(cx: &RenderContext<'_>, appointed: &Appointed) -> Response {
    let office = cx.seat(appointed.office, appointed.delegation.as_ref());
    let name = cx.name(appointed.person);
    Response::text(Tone::Done, messages::PeopleAppointed { name, office }.say(cx))
}

/// Everybody sees who holds an office, from when.
pub(super) fn notice(cx: &RenderContext<'_>, appointed: &Appointed, at: Timestamp) -> Notice {
    let office = cx.seat(appointed.office, appointed.delegation.as_ref());
    let (name, time) = (cx.name(appointed.person), cx.time(at));
    let text = messages::NoticeAppointed { name, office, time }.say(cx);
    Notice::told(Audience::Circle(Readers::Delegations), text)
}
