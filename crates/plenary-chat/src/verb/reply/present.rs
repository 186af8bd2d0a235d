//! `reply present ITEM TOPICS by:presentation|report`: requests to present on topics of the note.
//!
//! A mission requests; an expert asks the mission, which confirms with one press.

use plenary_domain::decide::reply::Present;
use plenary_domain::event::reply::{PresentAs, PresentationAsked, PresentationTopic};
use plenary_domain::event::{Event, ReplyEvent};
use plenary_domain::ids::PresentationId;
use plenary_domain::note::{Asks, Block, Question};
use plenary_domain::{DelegationCode, Entry};
use plenary_service::Outcome;

use super::due;
use crate::verb::doubt;
use crate::verb::kit::*;
use crate::verb::lookup::{acting_for, item_named};
use crate::verb::moments::received;

/// As what.
static WAYS: OneOf<PresentAs, 2> =
    OneOf::new("by", [("presentation", PresentAs::Talk), ("report", PresentAs::Report)]);
/// What is understood for one of them too.
const ALSO: [(&str, &str); 1] = [("talk", "presentation")];

pub(super) static VERB: Verb =
    Verb::new(&help::REPLY_PRESENT, Present::BY, means).short(&["present"]).args(&[
        Arg::positional("item", ArgKind::Item),
        Arg::rest("topics").in_form(),
        WAYS.named().also(&ALSO),
        Arg::named("text", ArgKind::Text).in_form(),
        Arg::named("for", ArgKind::Delegation),
        Arg::named("received", ArgKind::Text),
    ]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    // A number that meant another item before needs no question: only one has these topics.
    let (on, _) = item_named(args.required("item"), context)?;
    let typed = args.required("topics");
    let labels = typed.split([',', ';', '&', ' ']).map(|label| label.trim_matches(['.', '(', ')']));
    let topics: Vec<String> =
        labels.filter(|label| !matches!(*label, "" | "and")).map(str::to_owned).collect();
    if topics.is_empty() {
        return Err(ParseError::bad("topics", typed, messages::EXPECTED_TOPICS));
    }
    let by = WAYS.said(args)?.ok_or_else(|| VERB.lacks("by"))?;
    let received = received(args, context.views)?;
    let command = Present { on, topics, by, text: args.text("text"), received };
    let acting_for = acting_for(args, context.views)?;
    Ok(match doubt::of_receipt(command.received.as_ref(), context.views) {
        Some(question) => Intent::Ask(question, Box::new(command.into()), acting_for),
        None => Intent::does_for(command, acting_for),
    })
}

/// What is requested or asked for: a presentation on ii, “…”.
pub(super) fn what(cx: &RenderContext<'_>, about: &PresentationTopic) -> String {
    let topic = about.topic.as_str();
    let note = question(cx, about).map(|question| question.topics.iter());
    let note = note.and_then(|mut topics| topics.find(|known| known.label == topic));
    let note = note.map(|known| known.text.as_str());
    let words = about.text.as_deref().or(note).unwrap_or_default();
    match about.by {
        PresentAs::Talk => messages::PresentTalk { topic, words }.say(cx),
        PresentAs::Report => messages::PresentReport { topic, words }.say(cx),
    }
}

/// How far a delegation is with its presentations; nothing when nobody asked and nothing stands.
pub(crate) fn state(cx: &RenderContext<'_>, own: &DelegationCode) -> Option<String> {
    let standing = cx.views.reply.presentations().filter(|shown| shown.delegation == *own);
    let own_requests: Vec<String> = standing
        .filter(|shown| cx.reader.may_see(*shown))
        .map(|shown| {
            let (what, number) = (what(cx, &shown.about), shown.presentation.shown());
            let mark = match (&shown.requested, &shown.admitted) {
                (None, _) => messages::MARK_UNCONFIRMED,
                (Some(_), Some(_)) => messages::MARK_ADMITTED,
                (Some(_), None) if shown.late => messages::MARK_LATE,
                (Some(_), None) => return format!("{what} ({number})"),
            };
            format!("{what} ({number}, {})", mark.say(cx))
        })
        .collect();
    if !own_requests.is_empty() {
        let requests = own_requests.join("; ");
        return Some(messages::AskedPresentations { requests }.say(cx));
    }
    if cx.views.reply.declined(own).is_some() {
        return Some(messages::ASKED_PRESENTATIONS_DECLINED.say(cx));
    }
    let question = questions(cx).next()?;
    let item = cx.views.agenda.in_force()?.agenda.number_of(question.item?)?.to_string();
    Some(messages::AskedPresentationsNone { item }.say(cx))
}

/// A button for each request that the mission was asked to confirm.
pub(super) fn to_confirm(cx: &RenderContext<'_>, response: Response) -> Response {
    let asked = cx.views.reply.presentations().filter(|shown| {
        shown.requested.is_none() && cx.reader.mission.as_ref() == Some(&shown.delegation)
    });
    asked.fold(response, |response, shown| {
        let number = shown.presentation.shown();
        let confirm = Press::new(Action::ReplyConfirm(shown.presentation), cx.views.number);
        response.button(messages::ButtonConfirmNumber { number }.say(cx), confirm)
    })
}

/// The questions of the note in force that ask who presents.
fn questions<'v>(cx: &RenderContext<'v>) -> impl Iterator<Item = &'v Question> {
    let note = cx.views.agenda.in_force().map(|edition| edition.agenda.note.iter());
    note.into_iter().flatten().filter_map(|block| match block {
        Block::Question(question) => (question.asks == Asks::Presentations).then_some(question),
        Block::Paragraph(_) => None,
    })
}

/// The question of the note in force that has such topics.
fn question<'v>(cx: &RenderContext<'v>, about: &PresentationTopic) -> Option<&'v Question> {
    questions(cx).find(|question| question.item == Some(about.on.item))
}

/// What was requested or asked, and what is still to be said.
pub(super) fn requested(cx: &RenderContext<'_>, outcome: &Outcome) -> Response {
    let mut all: Vec<(PresentationId, &DelegationCode, &PresentationTopic, bool)> = Vec::new();
    for entry in &outcome.entries {
        match &entry.event {
            Event::Reply(ReplyEvent::PresentationRequested(fact)) => {
                all.push((fact.presentation, &fact.delegation, &fact.about, true));
            }
            Event::Reply(ReplyEvent::PresentationAsked(fact)) => {
                all.push((fact.presentation, &fact.delegation, &fact.about, false));
            }
            Event::Meeting(_)
            | Event::People(_)
            | Event::Reply(_)
            | Event::Agenda(_)
            | Event::Comment(_)
            | Event::Paper(_)
            | Event::Session(_)
            | Event::Decision(_) => {}
        }
    }
    let Some((first, delegation, about, is_requested)) = all.first().copied() else {
        return Response::default();
    };
    let (item, code) = (cx.current_item(about.on.item), delegation);
    let head = match is_requested {
        true => messages::PresentRequested { delegation: cx.the_first(code), item }.say(cx),
        false => messages::PresentAsked { item }.say(cx),
    };
    let count = all.len();
    let lines = all.iter().map(|(id, _, about, _)| format!("{} ({})", what(cx, about), id.shown()));
    let mut response = Response::text(Tone::Done, head).with(Part::List(lines.collect()));
    if !is_requested {
        response = response.and(messages::PresentAskedNext { count }.say(cx));
    } else if cx.views.reply.presentation(first).is_some_and(|shown| shown.late) {
        response = response.and(messages::PresentLate { when: due(cx), count }.say(cx));
    }
    for topic in question(cx, about).map(|question| question.topics.iter()).into_iter().flatten() {
        let mut standing = cx.views.reply.presentations();
        let is_said = standing.any(|shown| {
            shown.delegation == *code
                && shown.about.on.item == about.on.item
                && shown.about.topic == topic.label
        });
        if topic.open && !is_said {
            let (topic, words) = (topic.label.as_str(), topic.text.as_str());
            response = response.and(messages::PresentOpen { topic, words }.say(cx));
        }
    }
    response
}

/// The mission is asked to confirm what its expert asks; the secretariat sees that it was asked.
pub(super) fn asked(
    cx: &RenderContext<'_>,
    entry: &Entry,
    fact: &PresentationAsked,
) -> Vec<Notice> {
    let (number, what) = (fact.presentation.shown(), what(cx, &fact.about));
    let (name, item) = (cx.who(&entry.actor), cx.current_item(fact.about.on.item));
    let text = messages::NoticePresentationAsked { name, what, item, number }.say(cx);
    let confirm = Press::new(Action::ReplyConfirm(fact.presentation), cx.views.number);
    let mission = Response::text(Tone::Asked, &text).and(messages::PRESENT_CONFIRM.say(cx));
    let mission = mission.button(messages::BUTTON_CONFIRM.say(cx), confirm);
    let to = Audience::Mission(fact.delegation.clone());
    vec![Notice::told(Audience::Secretariat, text), Notice { to, response: mission }]
}
