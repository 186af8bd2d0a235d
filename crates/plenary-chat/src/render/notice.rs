//! What is shown unasked because of one entry, and to whom. The author has the response and is left
//! out by whoever delivers.

use plenary_documents::agenda as documents;
use plenary_domain::event::comment::CommentMade;
use plenary_domain::event::{
    CommentEvent, DecisionEvent, MeetingEvent, PaperEvent, PeopleEvent, ReplyEvent, SessionEvent,
};
use plenary_domain::{Entry, Event, Readers, SeatKind};

use super::{RenderContext, decision, paper, people, reply};
use crate::press::Press;
use crate::response::{Audience, Notice, Part, Response, Tone};
use crate::say::say;

/// The notices of an entry, on the views that hold it. Of several that are for one seat, the last
/// is the one to show.
pub(crate) fn notices(cx: &RenderContext<'_>, entry: &Entry) -> Vec<Notice> {
    match &entry.event {
        Event::Meeting(
            MeetingEvent::Convened(_)
            | MeetingEvent::RollRecorded(_)
            | MeetingEvent::SourceDescribed(_),
        )
        | Event::Agenda(_) => Vec::new(),
        Event::People(event) => of_people(cx, entry, event),
        Event::Reply(event) => of_replies(cx, entry, event),
        Event::Comment(CommentEvent::CommentMade(made)) => of_comment(cx, entry, made),
        Event::Comment(CommentEvent::CommentWithdrawn(withdrawn)) => {
            let readers = cx.views.comment.find(withdrawn.comment).map(|comment| comment.readers);
            let number = withdrawn.comment.shown();
            let text = say!(cx.lang, "comment-withdrawn", number = number);
            vec![told(Audience::Circle(readers.unwrap_or(Readers::Secretariat)), text)]
        }
        Event::Paper(event) => of_papers(cx, event),
        Event::Session(event) => {
            let (id, number) = match event {
                SessionEvent::SittingOpened(opened) => ("session-opened", opened.sitting.0),
                SessionEvent::SittingClosed(closed) => ("session-closed", closed.sitting.0),
            };
            let text = say!(cx.lang, id, number = number);
            vec![told(Audience::Circle(Readers::Delegations), text)]
        }
        Event::Decision(event) => of_decisions(cx, event),
    }
}

fn told(to: Audience, text: String) -> Notice {
    Notice { to, response: Response::text(Tone::Shown, text) }
}

fn of_people(cx: &RenderContext<'_>, entry: &Entry, event: &PeopleEvent) -> Vec<Notice> {
    match event {
        PeopleEvent::Joined(joined) => {
            let seat = people::seat(cx, joined.seat, joined.delegation.as_ref());
            let name = cx.name(joined.person);
            let text = say!(cx.lang, "notice-joined", name = name, seat = seat);
            vec![told(Audience::Secretariat, text)]
        }
        PeopleEvent::Appointed(appointed) => {
            let office = people::seat(cx, appointed.office, appointed.delegation.as_ref());
            let name = cx.name(appointed.person);
            let time = cx.time(entry.at);
            let text = say!(cx.lang, "notice-appointed", name = name, office = office, time = time);
            vec![told(Audience::Circle(Readers::Delegations), text)]
        }
        PeopleEvent::SeatEnded(ended) if ended.seat == SeatKind::Chair => {
            vec![told(Audience::Secretariat, say!(cx.lang, "notice-no-chair"))]
        }
        PeopleEvent::SeatEnded(_) | PeopleEvent::Invited(_) => Vec::new(),
    }
}

fn of_replies(cx: &RenderContext<'_>, entry: &Entry, event: &ReplyEvent) -> Vec<Notice> {
    let (id, sentence) = match event {
        ReplyEvent::Nominated(nominated) => (nominated.nomination, "notice-nominated"),
        ReplyEvent::NominationCorrected(corrected) => (corrected.nomination, "notice-corrected"),
        ReplyEvent::NominationWithdrawn(withdrawn) => (withdrawn.nomination, "notice-withdrawn"),
        ReplyEvent::NominationAdmitted(admitted) => (admitted.nomination, "notice-admitted"),
    };
    let Some(nomination) = cx.views.reply.find(id) else { return Vec::new() };
    let delegation = cx.delegation(&nomination.delegation);
    let name = cx.name(nomination.person);
    let number = id.shown();
    let mut text =
        say!(cx.lang, sentence, number = number, name = name, delegation = delegation.as_str(),);
    if matches!(event, ReplyEvent::Nominated(_)) && nomination.late {
        text = format!("{text} {}", say!(cx.lang, "notice-late"));
    }
    let mission = Audience::Mission(nomination.delegation.clone());
    let own = entry.actor.speaks_for() == Some(&nomination.delegation);
    let mut notices = vec![told(Audience::Secretariat, text.clone())];
    // What the secretariat did for a mission, that mission sees and may contradict.
    if entry.actor.acting_for.is_some() || !own {
        notices.push(told(mission, format!("{text} {}", say!(cx.lang, "notice-entered-for"))));
    }
    notices
}

fn of_comment(cx: &RenderContext<'_>, entry: &Entry, made: &CommentMade) -> Vec<Notice> {
    let who = cx.who(&entry.actor);
    let number = made.comment.shown();
    let on = match &made.on {
        Some(on) => cx.current_item(on.item),
        None => say!(cx.lang, "comment-whole"),
    };
    let text = say!(cx.lang, "notice-comment", number = number, who = who, on = on);
    let response = Response::text(Tone::Shown, text).with(Part::Quote(made.text.clone()));
    let mut notices =
        vec![Notice { to: Audience::Circle(made.readers), response: response.clone() }];
    let answered = made.reply_to.and_then(|id| cx.views.comment.find(id));
    if let Some((answered, author)) =
        answered.and_then(|answered| Some((answered, answered.stamp.actor.person?)))
        && made.readers == Readers::Secretariat
    {
        let number = answered.comment.shown();
        let response = response.and(say!(cx.lang, "notice-answers-yours", number = number));
        notices.push(Notice { to: Audience::Person(author), response });
    }
    notices
}

fn of_papers(cx: &RenderContext<'_>, event: &PaperEvent) -> Vec<Notice> {
    match event {
        PaperEvent::Prepared(prepared) => {
            let edition = cx.views.agenda.edition(prepared.edition);
            let card = edition.map(|edition| paper::card(cx, edition)).unwrap_or_default();
            vec![Notice { to: Audience::Chair, response: card }]
        }
        PaperEvent::Returned(returned) => {
            let edition = cx.views.agenda.edition(returned.edition);
            let symbol = edition.map(|edition| edition.symbol.to_string()).unwrap_or_default();
            let text = say!(cx.lang, "notice-returned", symbol = symbol);
            let response =
                Response::text(Tone::Shown, text).with(Part::Quote(returned.reason.clone()));
            vec![Notice { to: Audience::Secretariat, response }]
        }
        PaperEvent::Approved(_) => Vec::new(),
        PaperEvent::Issued(issued) => {
            let Some(edition) = cx.views.agenda.edition(issued.edition) else {
                return Vec::new();
            };
            let paper = documents::paper(cx.views, edition, edition.original);
            let symbol = edition.symbol.to_string();
            let response =
                Response::text(Tone::Shown, say!(cx.lang, "paper-issued", symbol = symbol))
                    .and(paper::summary(cx, edition))
                    .with(Part::Paper(Box::new(paper)));
            let all = Audience::Circle(Readers::Delegations);
            let mut notices = vec![Notice { to: all, response: response.clone() }];
            if edition.follows.is_none() && cx.views.agenda.deadline().is_some() {
                let press = Press::new("reply.show", issued.edition, cx.views.number);
                let by = reply::asked_by(cx).unwrap_or_default();
                let ask = Response { tone: Tone::Asked, ..response }
                    .and(say!(cx.lang, "notice-asked"))
                    .and(by)
                    .with(Part::List(owed(cx)))
                    .button(say!(cx.lang, "button-answer"), press);
                notices.push(Notice { to: Audience::Missions, response: ask });
            }
            notices
        }
    }
}

/// What every mission is asked for; how far each is, `reply show` tells.
fn owed(cx: &RenderContext<'_>) -> Vec<String> {
    let nobody = "-".parse().map(|code| reply::asked(cx, &code));
    nobody.unwrap_or_default()
}

fn of_decisions(cx: &RenderContext<'_>, event: &DecisionEvent) -> Vec<Notice> {
    let all = Audience::Circle(Readers::Delegations);
    match event {
        DecisionEvent::DecisionPut(put) => {
            let Some(shown) = cx.views.record.decision(put.decision) else { return Vec::new() };
            let press = Press::new("decision.object", put.decision, cx.views.number);
            let response = decision::put(cx, shown);
            let members = Response { tone: Tone::Asked, ..response.clone() };
            let members = members.button(say!(cx.lang, "button-object"), press);
            let response = Response { tone: Tone::Shown, ..response };
            vec![Notice { to: all, response }, Notice { to: Audience::Missions, response: members }]
        }
        DecisionEvent::Objected(objected) => {
            let delegation = cx.delegation(&objected.delegation);
            let number = objected.decision.shown();
            let text = say!(cx.lang, "notice-objected", delegation = delegation, number = number);
            let mut response = Response::text(Tone::Shown, text);
            if let Some(reason) = &objected.reason {
                response = response.with(Part::Quote(reason.clone()));
            }
            vec![Notice { to: all, response }]
        }
        DecisionEvent::DecisionWithdrawn(withdrawn) => {
            let number = withdrawn.decision.shown();
            vec![told(all, say!(cx.lang, "decision-withdrawn", number = number))]
        }
        DecisionEvent::DecisionAdopted(adopted) => {
            let shown = cx.views.record.decision(adopted.decision);
            let response = shown.map(|shown| decision::adopted(cx, shown)).unwrap_or_default();
            vec![Notice { to: all, response: Response { tone: Tone::Shown, ..response } }]
        }
    }
}
