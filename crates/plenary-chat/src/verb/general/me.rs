//! `me`: who one is here, and what waits.

use plenary_domain::projection::comment::CommentShown;
use plenary_domain::{PersonId, SeatKind};

use crate::seats::Seats;
use crate::verb::kit::*;
use crate::verb::{meeting, paper, reply};

pub(super) static VERB: Verb = Verb::new(&help::ME, EVERYBODY, means).short(&["whoami"]).guides();

fn means(_: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::Show(Show::Of(Box::new(show))))
}

/// What others replied to the asker's comments, as far as it may be read and was not withdrawn.
fn replies(cx: &RenderContext<'_>, person: PersonId) -> Vec<String> {
    let comments = &cx.views.comment;
    let is_own = |comment: &CommentShown| comment.stamp.actor.person == Some(person);
    let replies = comments.all().iter().filter(|reply| {
        let answered = reply.reply_to.and_then(|id| comments.find(id));
        let is_to_them = !is_own(reply) && answered.is_some_and(is_own);
        is_to_them && reply.withdrawn.is_none() && cx.reader.may_see(*reply)
    });
    let said = replies.filter_map(|reply| {
        let who = cx.who(&reply.stamp.actor);
        let (number, own) = (reply.comment.shown(), reply.reply_to?.shown());
        Some(messages::MeReply { number, who, own }.say(cx))
    });
    said.collect()
}

/// Who the asker is, and what waits.
fn show(cx: &RenderContext<'_>, seats: &Seats) -> Response {
    let Some(person) = seats.person else {
        let is_operator = cx.actor.capacity == Capacity::Operator;
        let text = if is_operator { messages::ME_OPERATOR } else { messages::ME_NOBODY };
        return Response::text(Tone::Shown, text.say(cx));
    };
    let mut lines: Vec<String> = seats
        .all()
        .iter()
        .map(|held| cx.seat(held.kind, held.delegation.as_ref()))
        .map(|seat| messages::MeSeat { seat }.say(cx))
        .collect();
    for held in seats.all() {
        match (held.kind, &held.delegation) {
            (SeatKind::Chair, _) => lines.extend(paper::waiting_for_chair(cx)),
            (SeatKind::Mission, Some(own)) => {
                lines.extend(meeting::deadline(cx));
                lines.extend(reply::asked(cx, own));
            }
            (SeatKind::Expert, Some(own)) => lines.extend(reply::presentations(cx, own)),
            (SeatKind::Secretariat, _) => lines.extend(paper::sent_back(cx)),
            (SeatKind::Mission | SeatKind::Expert, None) | (SeatKind::Observer, _) => {}
        }
    }
    let own = cx.views.comment.all().iter();
    // Those of one's mission stand in what it is asked for.
    let has_mission = |code| {
        let mut missions = seats.all().iter().filter(|held| held.kind == SeatKind::Mission);
        missions.any(|held| held.delegation.as_ref() == Some(code))
    };
    let own: Vec<String> = own
        .filter(|comment| comment.stamp.actor.person == Some(person))
        .filter(|comment| !comment.stamp.actor.speaks_for().is_some_and(has_mission))
        .map(|comment| comment.comment.shown())
        .collect();
    if !own.is_empty() {
        lines.push(messages::MeComments { numbers: own.join(", ") }.say(cx));
    }
    lines.extend(replies(cx, person));
    let head = messages::MeName { name: cx.name(person), person: person.shown() }.say(cx);
    let response = Response::text(Tone::Shown, head).with(Part::List(lines));
    let holds = |kind: SeatKind| seats.all().iter().any(|held| held.kind == kind);
    let response = if holds(SeatKind::Mission) { reply::answers(cx, response) } else { response };
    match cx.views.agenda.waiting().filter(|_| holds(SeatKind::Chair)) {
        Some(edition) => paper::with_choices(cx, edition, response),
        None => response,
    }
}
