//! What could be said next: values for a platform's fields, the words before the cursor. Nobody is
//! offered what they may not read.

use plenary_domain::agenda::Agenda;
use plenary_domain::{Capacity, Language};
use plenary_service::{Freshness, Service};
use std::time::Duration;

use super::channels;
use crate::line::{Input, Line, Speaker};
use crate::render::RenderContext;
use crate::seats::Seats;
use crate::verb::{self, ArgKind, NAMED_PAPERS, Numbered};

/// The most values that are offered at once; Discord shows no more.
pub(super) const CHOICES_MAX: usize = 25;
/// The longest value, in characters; Discord takes no more.
pub(super) const CHOICE_CHARS_MAX: usize = 100;
/// How long the journal may take before what is known already is offered.
const FRESH: Duration = Duration::from_millis(400);

/// A value that a field could have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// As it is shown, such as `7 Update of the Portal`; at most [`CHOICE_CHARS_MAX`] characters.
    pub shown: String,
    /// As it is then said, such as `7`; at most [`CHOICE_CHARS_MAX`] characters.
    pub value: String,
}

pub(super) async fn prompt(
    service: &Service,
    (meeting, speaker): (&str, &Speaker),
    lang: Language,
) -> String {
    let Ok((views, person)) =
        service.views_for(meeting, speaker.account(), Freshness::Current).await
    else {
        return format!("{meeting} › ");
    };
    let actor = Seats::of(speaker, person, &views).actor(&[]);
    RenderContext::new(&views, &actor, (lang, service.now(&views))).prompt(meeting)
}

pub(super) async fn choices(
    service: &Service,
    line: Line,
    (arg, typed): (&str, &str),
) -> Vec<Choice> {
    let Input::Fields(said) = &line.said else { return Vec::new() };
    let verb = verb::find(&said.verb);
    let Some((verb, arg)) = verb.and_then(|verb| Some((verb, verb.arg(arg)?))) else {
        return Vec::new();
    };
    if arg.kind == ArgKind::Meeting {
        // Outside of a bound channel there may still be meetings to choose from.
        let mine = service.meetings_of(line.speaker.account().unwrap_or_default()).await;
        return fitting(mine.into_iter().map(|slug| (slug.clone(), slug)), typed);
    }
    let Ok(line) = channels::placed(service, line).await else { return Vec::new() };
    let account = line.speaker.account();
    let look =
        tokio::time::timeout(FRESH, service.views_for(line.slug(), account, Freshness::Current))
            .await;
    let found = match look {
        Ok(found) => found,
        Err(_) => service.views_for(line.slug(), account, Freshness::Known).await,
    };
    let Ok((views, person)) = found else { return Vec::new() };
    let actor = Seats::of(&line.speaker, person, &views).actor(verb.who);
    let cx = RenderContext::new(&views, &actor, (line.lang, service.now(&views)));
    fitting(values(&cx, arg.kind).into_iter(), typed)
}

/// The values as they are shown and as they are said.
pub(super) fn values(cx: &RenderContext<'_>, kind: ArgKind) -> Vec<(String, String)> {
    let is_seated = cx.actor.person.is_some() && cx.actor.capacity != Capacity::Reader;
    match kind {
        ArgKind::Item => items(cx.views.agenda.in_force().map(|edition| &edition.agenda)),
        ArgKind::WorkingItem if cx.reader.is_inside() => items(Some(&cx.views.agenda.working)),
        ArgKind::Symbol => editions(cx),
        ArgKind::Paper => {
            let mut papers = editions(cx);
            papers.extend(NAMED_PAPERS.map(|name| (name.to_owned(), name.to_owned())));
            papers
        }
        ArgKind::Delegation => {
            let lines = cx.views.meeting.delegations().iter();
            lines.map(|line| (line.name.clone(), line.name.clone())).collect()
        }
        ArgKind::Person if is_seated => people(cx),
        ArgKind::Number(of) if is_seated => numbers(cx, of),
        ArgKind::WorkingItem
        | ArgKind::Person
        | ArgKind::Number(_)
        | ArgKind::Text
        | ArgKind::Choice(_)
        | ArgKind::Day
        | ArgKind::Moment
        | ArgKind::Code
        | ArgKind::Meeting => Vec::new(),
    }
}

fn items(agenda: Option<&Agenda>) -> Vec<(String, String)> {
    let numbered = agenda.map(Agenda::numbered).unwrap_or_default().into_iter();
    numbered.map(|n| (format!("{} {}", n.number, n.item.title), n.number.to_string())).collect()
}

fn editions(cx: &RenderContext<'_>) -> Vec<(String, String)> {
    let editions = cx.views.agenda.editions().iter().rev();
    let editions = editions.filter(|edition| cx.reader.may_see(*edition));
    editions.map(|edition| (edition.symbol.to_string(), edition.symbol.to_string())).collect()
}

fn people(cx: &RenderContext<'_>) -> Vec<(String, String)> {
    let people = cx.views.roster.people();
    let shown = |person| format!("{} {}", person, cx.name(person));
    people.map(|(person, _)| (shown(person), person.shown())).collect()
}

/// What has such a number: comments, nominations, the decision before the meeting.
fn numbers(cx: &RenderContext<'_>, of: Numbered) -> Vec<(String, String)> {
    let own = of == Numbered::Own;
    let mut numbers = Vec::new();
    if of == Numbered::Comment || own {
        let mine = |actor: &plenary_domain::Actor| actor.person == cx.actor.person;
        let comments = cx.views.comment.readable(&cx.reader).filter(|c| c.withdrawn.is_none());
        let comments = comments.filter(|comment| !own || mine(&comment.stamp.actor));
        numbers.extend(comments.map(|comment| {
            let number = comment.comment.shown();
            (format!("{number} {}", comment.text.replace('\n', " ")), number)
        }));
    }
    if of == Numbered::Nomination || own {
        let of = cx.actor.delegation.as_ref().filter(|_| !cx.reader.is_inside());
        let all = cx.views.reply.all().iter();
        let all = all.filter(|nomination| nomination.is_listed() || cx.reader.is_inside());
        let all = all.filter(|nomination| of.is_none_or(|code| *code == nomination.delegation));
        numbers.extend(all.map(|nomination| {
            let number = nomination.nomination.shown();
            let delegation = cx.delegation(&nomination.delegation);
            (format!("{number} {}, {delegation}", cx.name(nomination.person)), number)
        }));
    }
    if (own || of == Numbered::Decision)
        && let Some(decision) = cx.views.record.open_decision()
    {
        let number = decision.decision.shown();
        numbers.push((format!("{number} {}", decision.text), number));
    }
    numbers
}

/// Those that hold what is typed so far, as they can be shown.
fn fitting(values: impl Iterator<Item = (String, String)>, typed: &str) -> Vec<Choice> {
    let wanted = typed.trim().to_lowercase();
    let fits = values.filter(|(shown, value)| {
        value.chars().count() <= CHOICE_CHARS_MAX && shown.to_lowercase().contains(&wanted)
    });
    let cut = |shown: String| match shown.char_indices().nth(CHOICE_CHARS_MAX - 1) {
        Some((at, _)) if shown.chars().count() > CHOICE_CHARS_MAX => {
            format!("{}…", shown.get(..at).unwrap_or_default())
        }
        _ => shown,
    };
    fits.take(CHOICES_MAX).map(|(shown, value)| Choice { shown: cut(shown), value }).collect()
}
