//! Verbs by which delegations reply to the note.

mod admit;
mod correct;
mod nominate;
mod show;

pub(crate) use show::show;

use plenary_documents::words;
use plenary_domain::decide::reply::ReplyFault;
use plenary_domain::event::ReplyEvent;
use plenary_domain::projection::reply::NominationShown;
use plenary_domain::{DelegationCode, Entry, NominationId, PersonalData};
use plenary_service::Outcome;

use super::kit::*;
use super::lookup::id;
use super::{comment, offer};

pub(super) static VERBS: &[&Verb] = &[&show::VERB, &nominate::VERB, &correct::VERB, &admit::VERB];

/// The number of a nomination, as typed.
fn nomination(typed: &str) -> Result<NominationId, ParseError> {
    id("number", typed, "expected-nomination")
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
            let number = withdrawn.nomination.shown();
            Response::text(Tone::Done, say!(cx.lang, "answer-withdrawn", number = number))
        }
        ReplyEvent::NominationAdmitted(admitted) => admit::admitted(cx, admitted),
    }
}

/// Until when delegations are asked to answer; nothing when no deadline was issued.
pub(super) fn asked_by(cx: &RenderContext<'_>) -> Option<String> {
    let deadline = cx.views.agenda.deadline()?;
    let day = words::running_date(deadline.date, cx.lang);
    let id = if cx.now > deadline.instant { "asked-over" } else { "asked-by" };
    Some(say!(cx.lang, id, day = day, place = cx.city()))
}

/// What a delegation is asked for, and how far it is.
pub(super) fn asked(cx: &RenderContext<'_>, own: &DelegationCode) -> Vec<String> {
    let mut lines = Vec::new();
    let names: Vec<String> =
        cx.views.reply.of(own).into_iter().map(|nomination| named(cx, nomination)).collect();
    lines.push(match names.as_slice() {
        [] => say!(cx.lang, "asked-experts-none"),
        names => say!(cx.lang, "asked-experts", names = names.join("; ")),
    });
    let comments = cx.views.comment.readable(&cx.reader);
    let comments: Vec<String> = comments
        .filter(|comment| comment.stamp.actor.speaks_for() == Some(own))
        .map(|comment| comment.comment.shown())
        .collect();
    lines.push(match comments.as_slice() {
        [] => say!(cx.lang, "asked-comments-none"),
        numbers => say!(cx.lang, "asked-comments", numbers = numbers.join(", ")),
    });
    lines
}

fn named(cx: &RenderContext<'_>, nomination: &NominationShown) -> String {
    let mut text = format!("{} {}", nomination.nomination.shown(), cx.name(nomination.person));
    if nomination.late {
        let id = if nomination.admitted.is_some() { "mark-admitted" } else { "mark-late" };
        text.push_str(&format!(" ({})", say!(cx.lang, id)));
    }
    text
}

fn deadline_day(cx: &RenderContext<'_>) -> String {
    let deadline = cx.views.agenda.deadline();
    deadline.map(|deadline| words::running_date(deadline.date, cx.lang)).unwrap_or_default()
}

/// What a mission is asked for.
pub(super) fn answers(cx: &RenderContext<'_>, response: Response) -> Response {
    let nominate = offer::form(cx, &nominate::VERB, &[("role", "expert")]);
    response
        .form(say!(cx.lang, "button-nominate"), nominate)
        .form(say!(cx.lang, "button-comment"), offer::form(cx, &comment::ADD, &[]))
}

pub(super) fn notices(cx: &RenderContext<'_>, entry: &Entry, event: &ReplyEvent) -> Vec<Notice> {
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
    let mut notices = vec![Notice::told(Audience::Secretariat, text.clone())];
    // What the secretariat did for a mission, that mission sees and may contradict.
    if entry.actor.acting_for.is_some() || !own {
        notices
            .push(Notice::told(mission, format!("{text} {}", say!(cx.lang, "notice-entered-for"))));
    }
    notices
}

/// Why a nomination is not taken or changed.
pub(super) fn refusal(cx: &RenderContext<'_>, fault: &ReplyFault) -> String {
    match fault {
        ReplyFault::NothingGiven => say!(cx.lang, "refuse-nothing-given"),
        ReplyFault::UnknownNomination(id) => {
            say!(cx.lang, "refuse-unknown", what = id.shown(), list = "reply show")
        }
        ReplyFault::NominationGone(id) => {
            say!(cx.lang, "refuse-nomination-gone", number = id.shown())
        }
        ReplyFault::NotLate(id) => say!(cx.lang, "refuse-not-late", number = id.shown()),
    }
}
