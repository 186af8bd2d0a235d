//! `people appoint OFFICE WHO`: gives an office, after one more question.

use plenary_domain::capacity::Seat;
use plenary_domain::decide::people::{Appoint, Invite};
use plenary_domain::event::people::Appointed;
use plenary_domain::names::fold;
use plenary_domain::{PersonId, PersonalData, Readers, SeatKind, Timestamp, roll};

use crate::verb::intent::Question;
use crate::verb::kit::*;
use crate::verb::lookup::{delegation, named, person};

static OFFICES: OneOf<SeatKind, 2> =
    OneOf::new("office", [("chair", SeatKind::Chair), ("secretariat", SeatKind::Secretariat)]);

pub(super) static VERB: Verb =
    Verb::new(&help::PEOPLE_APPOINT, Appoint::BY, means).short(&["appoint"]).args(&[
        OFFICES.positional(),
        Arg::rest("who").of(ArgKind::Person),
        Arg::named("of", ArgKind::Delegation),
    ]);

/// Somebody who takes part holds the office once that is confirmed; a new name gets a code.
fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let office = OFFICES.said(args)?.ok_or_else(|| VERB.lacks("office"))?;
    let delegation = args.get("of").map(|of| delegation(of, context.views)).transpose()?;
    let who = args.required("who");
    let is_number = who.parse::<PersonId>().is_ok();
    if is_number || !named(context, |name| *name == fold(who)).is_empty() {
        let person = person(who, context)?;
        let seat = Seat { kind: office, delegation: delegation.clone() };
        let command = Appoint { office, person, delegation };
        return Ok(Intent::asks(Question::Appoint(person, seat), command));
    }
    if roll::find(context.views.meeting.delegations(), who).is_some() {
        return Err(ParseError::OfficeForDelegation { typed: who.to_owned() });
    }
    Ok(Intent::does(Invite {
        seat: office,
        delegation,
        who: PersonalData { name: Some(who.to_owned()), ..PersonalData::default() },
    }))
}

/// Asks whether this person is to hold the office, and says who loses it.
pub(in crate::verb) fn ask_appoint(
    cx: &RenderContext<'_>,
    person: PersonId,
    seat: &Seat,
) -> Response {
    let office = cx.seat(seat.kind, seat.delegation.as_ref());
    let (name, number) = (cx.name(person), person.shown());
    let text = messages::PeopleAskAppoint { name, person: number, office }.say(cx);
    let response = Response::text(Tone::Asked, text);
    match seat.kind {
        SeatKind::Chair => {
            let former = cx.views.roster.holders(SeatKind::Chair).next();
            let response = match former {
                Some((former, _)) => {
                    let former = cx.name(former);
                    response.and(messages::PeopleAskFormer { former }.say(cx))
                }
                None => response,
            };
            response.and(messages::PEOPLE_ASK_CHAIR.say(cx))
        }
        SeatKind::Secretariat | SeatKind::Mission | SeatKind::Expert | SeatKind::Observer => {
            response.and(messages::PEOPLE_ASK_SECRETARIAT.say(cx))
        }
    }
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
