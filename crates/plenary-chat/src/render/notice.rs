//! What is shown unasked because of one entry, and to whom. The author has the reply and is left
//! out by whoever delivers.

use plenary_documents::agenda as documents;
use plenary_domain::event::comment::{CommentMade, Readers};
use plenary_domain::event::{
    AnswerEvent, CommentEvent, DecisionEvent, MeetingEvent, PaperEvent, PeopleEvent, SessionEvent,
};
use plenary_domain::{Entry, Event, SeatKind};

use super::{Room, answer, decision, paper, people};
use crate::press::Press;
use crate::reply::{Audience, Notice, Part, Reply, Tone};
use crate::say::say;

/// The notices of an entry, on the views that hold it. Of several that are for one seat, the last
/// is the one to show.
pub(crate) fn notices(room: &Room<'_>, entry: &Entry) -> Vec<Notice> {
    match &entry.event {
        Event::Meeting(
            MeetingEvent::Convened(_)
            | MeetingEvent::RollRecorded(_)
            | MeetingEvent::SourceDescribed(_),
        )
        | Event::Agenda(_) => Vec::new(),
        Event::People(event) => of_people(room, entry, event),
        Event::Answer(event) => of_answers(room, entry, event),
        Event::Comment(CommentEvent::CommentMade(made)) => of_comment(room, entry, made),
        Event::Comment(CommentEvent::CommentWithdrawn(withdrawn)) => {
            let readers = room.views.comment.find(withdrawn.comment).map(|comment| comment.readers);
            let number = withdrawn.comment.shown();
            let text = say!(room.lang, "comment-withdrawn", number = number);
            vec![told(Audience::Circle(readers.unwrap_or(Readers::Secretariat)), text)]
        }
        Event::Paper(event) => of_papers(room, event),
        Event::Session(event) => {
            let (id, number) = match event {
                SessionEvent::SittingOpened(opened) => ("session-opened", opened.sitting.0),
                SessionEvent::SittingClosed(closed) => ("session-closed", closed.sitting.0),
            };
            let text = say!(room.lang, id, number = number);
            vec![told(Audience::Circle(Readers::Delegations), text)]
        }
        Event::Decision(event) => of_decisions(room, event),
    }
}

fn told(to: Audience, text: String) -> Notice {
    Notice { to, reply: Reply::text(Tone::Shown, text) }
}

fn of_people(room: &Room<'_>, entry: &Entry, event: &PeopleEvent) -> Vec<Notice> {
    match event {
        PeopleEvent::Joined(joined) => {
            let seat = people::seat(room, joined.seat, joined.delegation.as_ref());
            let name = room.name(joined.person);
            let text = say!(room.lang, "notice-joined", name = name, seat = seat);
            vec![told(Audience::Secretariat, text)]
        }
        PeopleEvent::Appointed(appointed) => {
            let office = people::seat(room, appointed.office, appointed.delegation.as_ref());
            let name = room.name(appointed.person);
            let time = room.time(entry.at);
            let text =
                say!(room.lang, "notice-appointed", name = name, office = office, time = time);
            vec![told(Audience::Circle(Readers::Delegations), text)]
        }
        PeopleEvent::SeatEnded(ended) if ended.seat == SeatKind::Chair => {
            vec![told(Audience::Secretariat, say!(room.lang, "notice-no-chair"))]
        }
        PeopleEvent::SeatEnded(_) | PeopleEvent::Invited(_) => Vec::new(),
    }
}

fn of_answers(room: &Room<'_>, entry: &Entry, event: &AnswerEvent) -> Vec<Notice> {
    let (id, sentence) = match event {
        AnswerEvent::Nominated(nominated) => (nominated.nomination, "notice-nominated"),
        AnswerEvent::NominationCorrected(corrected) => (corrected.nomination, "notice-corrected"),
        AnswerEvent::NominationWithdrawn(withdrawn) => (withdrawn.nomination, "notice-withdrawn"),
        AnswerEvent::NominationAdmitted(admitted) => (admitted.nomination, "notice-admitted"),
    };
    let Some(nomination) = room.views.answer.find(id) else { return Vec::new() };
    let delegation = room.delegation(&nomination.delegation);
    let name = room.name(nomination.person);
    let number = id.shown();
    let mut text =
        say!(room.lang, sentence, number = number, name = name, delegation = delegation.as_str(),);
    if matches!(event, AnswerEvent::Nominated(_)) && nomination.late {
        text = format!("{text} {}", say!(room.lang, "notice-late"));
    }
    let mission = Audience::Mission(nomination.delegation.clone());
    let own = entry.actor.speaks_for() == Some(&nomination.delegation);
    let mut notices = vec![told(Audience::Secretariat, text.clone())];
    // What the secretariat did for a mission, that mission sees and may contradict.
    if entry.actor.acting_for.is_some() || !own {
        notices.push(told(mission, format!("{text} {}", say!(room.lang, "notice-entered-for"))));
    }
    notices
}

fn of_comment(room: &Room<'_>, entry: &Entry, made: &CommentMade) -> Vec<Notice> {
    let who = room.who(&entry.actor);
    let number = made.comment.shown();
    let on = match &made.on {
        Some(on) => room.current_item(on.item),
        None => say!(room.lang, "comment-whole"),
    };
    let text = say!(room.lang, "notice-comment", number = number, who = who, on = on);
    let reply = Reply::text(Tone::Shown, text).with(Part::Quote(made.text.clone()));
    let mut notices = vec![Notice { to: Audience::Circle(made.readers), reply: reply.clone() }];
    let answered = made.reply_to.and_then(|id| room.views.comment.find(id));
    if let Some((answered, author)) =
        answered.and_then(|answered| Some((answered, answered.stamp.actor.person?)))
        && made.readers == Readers::Secretariat
    {
        let number = answered.comment.shown();
        let reply = reply.and(say!(room.lang, "notice-answers-yours", number = number));
        notices.push(Notice { to: Audience::Person(author), reply });
    }
    notices
}

fn of_papers(room: &Room<'_>, event: &PaperEvent) -> Vec<Notice> {
    match event {
        PaperEvent::Prepared(prepared) => {
            let edition = room.views.agenda.edition(prepared.edition);
            let card = edition.map(|edition| paper::card(room, edition)).unwrap_or_default();
            vec![Notice { to: Audience::Chair, reply: card }]
        }
        PaperEvent::Returned(returned) => {
            let edition = room.views.agenda.edition(returned.edition);
            let symbol = edition.map(|edition| edition.symbol.to_string()).unwrap_or_default();
            let text = say!(room.lang, "notice-returned", symbol = symbol);
            let reply = Reply::text(Tone::Shown, text).with(Part::Quote(returned.reason.clone()));
            vec![Notice { to: Audience::Secretariat, reply }]
        }
        PaperEvent::Approved(_) => Vec::new(),
        PaperEvent::Issued(issued) => {
            let Some(edition) = room.views.agenda.edition(issued.edition) else {
                return Vec::new();
            };
            let paper = documents::paper(room.views, edition, edition.original);
            let symbol = edition.symbol.to_string();
            let reply = Reply::text(Tone::Shown, say!(room.lang, "paper-issued", symbol = symbol))
                .and(paper::summary(room, edition))
                .with(Part::Paper(Box::new(paper)));
            let all = Audience::Circle(Readers::Delegations);
            let mut notices = vec![Notice { to: all, reply: reply.clone() }];
            if edition.follows.is_none() && room.views.answer.deadline().is_some() {
                let press = Press::new("answer.show", issued.edition, room.views.number);
                let by = answer::asked_by(room).unwrap_or_default();
                let ask = Reply { tone: Tone::Asked, ..reply }
                    .and(say!(room.lang, "notice-asked"))
                    .and(by)
                    .with(Part::List(owed(room)))
                    .button(say!(room.lang, "button-answer"), press);
                notices.push(Notice { to: Audience::Missions, reply: ask });
            }
            notices
        }
    }
}

/// What every mission is asked for; how far each is, `answer show` tells.
fn owed(room: &Room<'_>) -> Vec<String> {
    let nobody = "-".parse().map(|code| answer::asked(room, &code));
    nobody.unwrap_or_default()
}

fn of_decisions(room: &Room<'_>, event: &DecisionEvent) -> Vec<Notice> {
    let all = Audience::Circle(Readers::Delegations);
    match event {
        DecisionEvent::DecisionPut(put) => {
            let Some(shown) = room.views.record.decision(put.decision) else { return Vec::new() };
            let press = Press::new("decision.object", put.decision, room.views.number);
            let reply = decision::put(room, shown);
            let members = Reply { tone: Tone::Asked, ..reply.clone() };
            let members = members.button(say!(room.lang, "button-object"), press);
            let reply = Reply { tone: Tone::Shown, ..reply };
            vec![Notice { to: all, reply }, Notice { to: Audience::Missions, reply: members }]
        }
        DecisionEvent::Objected(objected) => {
            let delegation = room.delegation(&objected.delegation);
            let number = objected.decision.shown();
            let text = say!(room.lang, "notice-objected", delegation = delegation, number = number);
            let mut reply = Reply::text(Tone::Shown, text);
            if let Some(reason) = &objected.reason {
                reply = reply.with(Part::Quote(reason.clone()));
            }
            vec![Notice { to: all, reply }]
        }
        DecisionEvent::DecisionWithdrawn(withdrawn) => {
            let number = withdrawn.decision.shown();
            vec![told(all, say!(room.lang, "decision-withdrawn", number = number))]
        }
        DecisionEvent::DecisionAdopted(adopted) => {
            let shown = room.views.record.decision(adopted.decision);
            let reply = shown.map(|shown| decision::adopted(room, shown)).unwrap_or_default();
            vec![Notice { to: all, reply: Reply { tone: Tone::Shown, ..reply } }]
        }
    }
}
