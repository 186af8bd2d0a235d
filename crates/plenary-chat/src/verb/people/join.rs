//! `join CODE`: takes the seat for which a one-time code was issued.

use plenary_domain::decide::people::Join;
use plenary_domain::event::people::Joined;
use plenary_domain::{Entry, PersonalData, SeatKind};
use plenary_service::code::Code;

use crate::verb::kit::*;
use crate::verb::{paper, reply};

pub(in crate::verb) static VERB: Verb = Verb::new(&help::JOIN, Join::BY, means)
    .args(&[
        Arg::positional("code", ArgKind::Code),
        Arg::named("name", ArgKind::Text),
        Arg::named("meeting", ArgKind::Meeting),
    ])
    .without_meeting(WithoutMeeting::KnowsNoCode);

/// Joining needs only the code; the desk adds the account.
fn means(args: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    // What was typed may be a code with a typing error; it is not repeated in a sentence.
    let bad = || ParseError::bad("code", "", messages::EXPECTED_CODE);
    let hash = Code::parse(args.required("code")).ok_or_else(bad)?.hash();
    let who = PersonalData { name: args.text("name"), ..PersonalData::default() };
    Ok(Intent::does(Join { hash, who }))
}

/// The seat that was taken, and what waits for its holder.
pub(super) fn joined(cx: &RenderContext<'_>, joined: &Joined) -> Response {
    let seat = cx.seat(joined.seat, joined.delegation.as_ref());
    let text = messages::PeopleJoined { seat, meeting: cx.meeting_title() }.say(cx);
    let mut response = Response::text(Tone::Done, text);
    let next = match joined.seat {
        SeatKind::Mission => joined.delegation.as_ref().map(|own| reply::asked(cx, own)),
        SeatKind::Chair => Some(paper::waiting_for_chair(cx)),
        SeatKind::Expert => Some(vec![messages::PEOPLE_EXPERT_MAY.say(cx)]),
        SeatKind::Observer => Some(vec![messages::PEOPLE_OBSERVER_MAY.say(cx)]),
        SeatKind::Secretariat => Some(vec![messages::PEOPLE_SECRETARIAT_MAY.say(cx)]),
    };
    if joined.seat == SeatKind::Mission
        && let Some(by) = reply::asked_by(cx)
    {
        response = response.and(by);
    }
    response = response.with(Part::List(next.unwrap_or_default()));
    let press = Press::new(Action::PeopleNotMe(joined.code), cx.views.number);
    response.button(messages::BUTTON_NOT_ME.say(cx), press)
}

/// Whoever held the seat with another account learns that a new code moved it.
pub(super) fn replaced(cx: &RenderContext<'_>, entry: &Entry, joined: &Joined) -> Notice {
    let seat = cx.seat(joined.seat, joined.delegation.as_ref());
    let text = messages::NoticeSeatMoved { seat }.say(cx);
    Notice::told(Audience::Replaced(entry.number), text)
}

/// The secretariat sees who has joined.
pub(super) fn notice(cx: &RenderContext<'_>, joined: &Joined) -> Notice {
    let seat = cx.seat(joined.seat, joined.delegation.as_ref());
    let name = cx.name(joined.person);
    Notice::told(Audience::Secretariat, messages::NoticeJoined { name, seat }.say(cx))
}
