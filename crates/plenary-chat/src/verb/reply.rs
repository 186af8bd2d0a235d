//! Verbs by which delegations reply to the note.

mod admit;
mod correct;
mod decline;
mod nominate;
mod present;
mod show;

pub(crate) use present::state as presentations;
pub(crate) use show::show;

use plenary_domain::decide::reply::ReplyFault;
use plenary_domain::event::ReplyEvent;
use plenary_domain::projection::reply::NominationShown;
use plenary_domain::{DelegationCode, Entry, NominationId, PersonalData};
use plenary_service::Outcome;

use super::kit::*;
use super::lookup::id;
use super::{comment, offer};

pub(super) static VERBS: &[&Verb] =
    &[&show::VERB, &nominate::VERB, &correct::VERB, &present::VERB, &decline::VERB, &admit::VERB];

/// The number of a nomination, as typed.
fn nomination(typed: &str) -> Result<NominationId, ParseError> {
    id("number", typed, messages::EXPECTED_NOMINATION)
}

/// What a mission says of a person.
fn personal_data(args: &Args) -> PersonalData {
    PersonalData {
        name: args.text("name"),
        title: args.text("title"),
        institution: args.text("institution"),
        contact: args.text("contact"),
        account: None,
    }
}

/// The response to an event about replies.
pub(super) fn done(cx: &RenderContext<'_>, event: &ReplyEvent, outcome: &Outcome) -> Response {
    match event {
        ReplyEvent::Nominated(nominated) => nominate::nominated(cx, nominated.nomination, outcome),
        ReplyEvent::NominationCorrected(corrected) => correct::corrected(cx, corrected),
        ReplyEvent::NominationWithdrawn(withdrawn) => {
            let (name, number) = nominee(cx, withdrawn.nomination);
            Response::text(Tone::Done, messages::AnswerWithdrawn { name, number }.say(cx))
        }
        ReplyEvent::NominationAdmitted(admitted) => admit::admitted(cx, admitted),
        ReplyEvent::PresentationRequested(_) | ReplyEvent::PresentationAsked(_) => {
            present::requested(cx, outcome)
        }
        ReplyEvent::PresentationAdmitted(admitted) => admit::presentation(cx, admitted),
        ReplyEvent::ReplyDeclined(declined) => decline::declined(cx, declined),
    }
}

/// Who was nominated, and under which number.
fn nominee(cx: &RenderContext<'_>, id: NominationId) -> (String, String) {
    let person = cx.views.reply.find(id).map(|shown| shown.person);
    (person.map(|person| cx.name(person)).unwrap_or_default(), id.shown())
}

/// Until when delegations are asked to answer; nothing when no deadline was issued.
pub(super) fn asked_by(cx: &RenderContext<'_>) -> Option<String> {
    let deadline = cx.views.agenda.deadline()?;
    let when = cx.deadline(deadline);
    Some(match cx.now > deadline.instant {
        true => messages::AskedOver { when }.say(cx),
        false => messages::AskedBy { when }.say(cx),
    })
}

/// What a delegation is asked for, and how far it is.
pub(super) fn asked(cx: &RenderContext<'_>, own: &DelegationCode) -> Vec<String> {
    let mut lines = Vec::new();
    lines.push(match cx.views.reply.of(own).as_slice() {
        [] => messages::ASKED_EXPERTS_NONE.say(cx),
        nominations => messages::AskedExperts { names: people(cx, nominations) }.say(cx),
    });
    let comments = cx.views.comment.readable(&cx.reader);
    let comments: Vec<String> = comments
        .filter(|comment| comment.stamp.actor.speaks_for() == Some(own))
        .map(|comment| comment.comment.shown())
        .collect();
    lines.push(match comments.as_slice() {
        [] => messages::ASKED_COMMENTS_NONE.say(cx),
        numbers => messages::AskedComments { numbers: numbers.join(", ") }.say(cx),
    });
    lines.extend(present::state(cx, own));
    lines
}

/// The people whom a delegation nominated, or how many they are for who is not shown names.
fn people(cx: &RenderContext<'_>, nominations: &[&NominationShown]) -> String {
    if !cx.reader.sees_names() {
        return messages::CountedPeople { count: nominations.len() }.say(cx);
    }
    nominations.iter().map(|nomination| named(cx, nomination)).collect::<Vec<_>>().join("; ")
}

fn named(cx: &RenderContext<'_>, nomination: &NominationShown) -> String {
    let (name, number) = (cx.name(nomination.person), nomination.nomination.shown());
    match (nomination.late, &nomination.admitted) {
        (false, _) => format!("{name} ({number})"),
        (true, None) => format!("{name} ({number}, {})", messages::MARK_LATE.say(cx)),
        (true, Some(_)) => format!("{name} ({number}, {})", messages::MARK_ADMITTED.say(cx)),
    }
}

fn due(cx: &RenderContext<'_>) -> String {
    cx.views.agenda.deadline().map(|deadline| cx.deadline(deadline)).unwrap_or_default()
}

/// What a mission is asked for.
pub(super) fn answers(cx: &RenderContext<'_>, response: Response) -> Response {
    let nominate = offer::form(cx, &nominate::VERB, &[("role", "expert")]);
    present::to_confirm(cx, response)
        .form(messages::BUTTON_NOMINATE.say(cx), nominate)
        .form(messages::BUTTON_COMMENT.say(cx), offer::form(cx, &comment::ADD, &[]))
}

/// Says something of a nomination: with its number, its delegation, and the name.
type Say = fn(&RenderContext<'_>, String, &DelegationCode, String) -> String;

pub(super) fn notices(cx: &RenderContext<'_>, entry: &Entry, event: &ReplyEvent) -> Vec<Notice> {
    let reply = &cx.views.reply;
    let nomination = |id, say: Say| {
        let shown = reply.find(id)?;
        let name = cx.name(shown.person);
        Some((&shown.delegation, say(cx, shown.nomination.shown(), &shown.delegation, name)))
    };
    let told = match event {
        ReplyEvent::Nominated(fact) => {
            let told = nomination(fact.nomination, |cx, number, delegation, name| {
                let delegation = cx.the_first(delegation);
                messages::NoticeNominated { number, delegation, name }.say(cx)
            });
            let is_late = reply.find(fact.nomination).is_some_and(|shown| shown.late);
            told.map(|(delegation, text)| (delegation, late(cx, text, is_late)))
        }
        ReplyEvent::NominationCorrected(fact) => {
            nomination(fact.nomination, |cx, number, delegation, name| {
                let delegation = cx.delegation(delegation);
                messages::NoticeCorrected { number, delegation, name }.say(cx)
            })
        }
        ReplyEvent::NominationWithdrawn(fact) => {
            nomination(fact.nomination, |cx, number, delegation, name| {
                let delegation = cx.the(delegation);
                messages::NoticeWithdrawn { number, delegation, name }.say(cx)
            })
        }
        ReplyEvent::NominationAdmitted(fact) => {
            nomination(fact.nomination, |cx, number, delegation, name| {
                let delegation = cx.the(delegation);
                messages::NoticeAdmitted { number, name, delegation }.say(cx)
            })
        }
        ReplyEvent::PresentationRequested(fact) => {
            reply.presentation(fact.presentation).map(|shown| {
                let (number, delegation) = (shown.presentation.shown(), &shown.delegation);
                let item = cx.current_item(shown.about.on.item);
                let what = present::what(cx, &shown.about);
                let text = messages::NoticeRequested {
                    number,
                    delegation: cx.the_first(delegation),
                    what,
                    item,
                };
                (delegation, late(cx, text.say(cx), shown.late))
            })
        }
        ReplyEvent::PresentationAsked(fact) => return present::asked(cx, entry, fact),
        ReplyEvent::PresentationAdmitted(fact) => {
            reply.presentation(fact.presentation).map(|shown| {
                let (number, what) = (fact.presentation.shown(), present::what(cx, &shown.about));
                let delegation = cx.the(&shown.delegation);
                let text = messages::NoticePresentationAdmitted { number, what, delegation };
                let text = text.say(cx);
                (&shown.delegation, text)
            })
        }
        ReplyEvent::ReplyDeclined(fact) => {
            let delegation = cx.the_first(&fact.delegation);
            Some((&fact.delegation, messages::NoticeDeclined { delegation }.say(cx)))
        }
    };
    let Some((delegation, text)) = told else { return Vec::new() };
    let mission = Audience::Mission(delegation.clone());
    let own = entry.actor.speaks_for() == Some(delegation);
    let mut notices = vec![Notice::told(Audience::Secretariat, text.clone())];
    // What the secretariat did for a mission, that mission sees and may contradict.
    if entry.actor.acting_for.is_some() || !own {
        notices.push(Notice::told(mission, format!("{text} {}", remedy(cx, event))));
    }
    notices
}

/// What a mission does about a wrong entry that others made for it.
fn remedy(cx: &RenderContext<'_>, event: &ReplyEvent) -> String {
    match event {
        ReplyEvent::Nominated(_)
        | ReplyEvent::NominationCorrected(_)
        | ReplyEvent::NominationWithdrawn(_)
        | ReplyEvent::NominationAdmitted(_) => messages::NOTICE_ENTERED_FOR.say(cx),
        // One request cannot be withdrawn by itself.
        ReplyEvent::PresentationRequested(_)
        | ReplyEvent::PresentationAsked(_)
        | ReplyEvent::PresentationAdmitted(_)
        | ReplyEvent::ReplyDeclined(_) => messages::NOTICE_ENTERED_WRONG.say(cx),
    }
}

fn late(cx: &RenderContext<'_>, text: String, is_late: bool) -> String {
    if is_late { format!("{text} {}", messages::NOTICE_LATE.say(cx)) } else { text }
}

/// Why a reply is not taken or changed.
pub(super) fn refusal(cx: &RenderContext<'_>, fault: &ReplyFault) -> String {
    match fault {
        ReplyFault::NothingGiven => messages::REFUSE_NOTHING_GIVEN.say(cx),
        ReplyFault::UnknownNomination(id) => {
            messages::RefuseUnknownNomination { number: id.shown() }.say(cx)
        }
        ReplyFault::NominationGone(id) => {
            messages::RefuseNominationGone { number: id.shown() }.say(cx)
        }
        ReplyFault::NotLate(id) => {
            let (name, number) = nominee(cx, *id);
            messages::RefuseNotLate { name, number }.say(cx)
        }
        ReplyFault::PresentationsNotAsked(typed) => {
            messages::RefusePresentationsNotAsked { typed }.say(cx)
        }
        ReplyFault::UnknownTopic(topic, known) => {
            messages::RefuseUnknownTopic { topic, known: known.join(", ") }.say(cx)
        }
        ReplyFault::TopicNeedsText(topic) => messages::RefuseTopicNeedsText { topic }.say(cx),
        ReplyFault::UnknownPresentation(id) => {
            messages::RefuseUnknownNomination { number: id.shown() }.say(cx)
        }
        ReplyFault::PresentationGone(id) => {
            messages::RefusePresentationGone { number: id.shown() }.say(cx)
        }
        ReplyFault::PresentationNotConfirmed(id) => {
            messages::RefusePresentationNotConfirmed { number: id.shown() }.say(cx)
        }
        ReplyFault::PresentationNotLate(id) => {
            messages::RefusePresentationNotLate { number: id.shown() }.say(cx)
        }
    }
}
