//! From facts and views to responses: which sentence, which buttons. The sentences themselves stand
//! in the catalogues; a response is structure that any front end can draw.

mod agenda;
mod comment;
mod decision;
mod help;
mod meeting;
mod notice;
mod offer;
mod paper;
mod parse_error;
mod people;
mod record;
mod refusal;
mod reply;

use jiff::tz::TimeZone;
use plenary_documents::words;
use plenary_domain::agenda::Agenda;
use plenary_domain::{
    Actor, Capacity, DelegationCode, Event, ItemId, Language, PersonId, Reader, Timestamp, Views,
};
use plenary_service::{Failure, Outcome};

use crate::desk_error::DeskError;
use crate::line::Line;
use crate::response::{Response, Tone};
use crate::say::say;
use crate::seats::Seats;
use crate::verb::Show;

pub(crate) use comment::{dropped, preview, which};
pub(crate) use notice::notices;
pub(crate) use paper::{already_issued, confirm_issue, how_to_return};
pub(crate) use people::prompt;
pub(crate) use record::{check_failed, checked, history};

/// How much of a title a sentence quotes, in characters.
const TITLE_QUOTED_CHARS: usize = 72;

/// What a response is made in: the views, who asks, in which language, and when.
pub(crate) struct RenderContext<'a> {
    pub(crate) views: &'a Views,
    pub(crate) actor: &'a Actor,
    pub(crate) reader: Reader,
    pub(crate) lang: Language,
    pub(crate) now: Timestamp,
    /// Whether the asker has fields to fill in, rather than a line to type.
    pub(crate) has_fields: bool,
}

impl<'a> RenderContext<'a> {
    pub(crate) fn new(
        views: &'a Views,
        actor: &'a Actor,
        (lang, now): (Language, Timestamp),
    ) -> Self {
        Self { views, actor, reader: Reader::actor(actor), lang, now, has_fields: false }
    }

    fn zone(&self) -> TimeZone {
        self.views.meeting.zone()
    }

    /// A person's name, or a neutral mark.
    pub(crate) fn name(&self, person: PersonId) -> String {
        words::person_name(self.views, person, self.lang)
    }

    /// A delegation's name on the roll.
    pub(crate) fn delegation(&self, code: &DelegationCode) -> String {
        words::delegation_name(self.views, code)
    }

    /// Who acted: name, capacity, delegation, and for whom it was entered.
    fn who(&self, actor: &Actor) -> String {
        words::actor_name(self.views, actor, self.lang)
    }

    /// A moment by the clock of the meeting's place: `30 October 2007, 14:02`.
    fn time(&self, at: Timestamp) -> String {
        words::local_time(at, &self.zone(), self.lang)
    }

    /// The day of a moment at the meeting's place: `19 October 2007`.
    fn day(&self, at: Timestamp) -> String {
        words::running_date(at.date_in(&self.zone()), self.lang)
    }

    /// An item by number and title in an agenda, or by title alone where it has no number.
    fn item(&self, agenda: &Agenda, id: ItemId) -> String {
        let Some(item) = agenda.find(id) else { return say!(self.lang, "item-gone") };
        let number = agenda.number_of(id).map(|number| number.to_string()).unwrap_or_default();
        say!(self.lang, "item-named", number = number, title = quoted(&item.title))
    }

    /// An item as the agenda in force has it, else as the working agenda does.
    fn current_item(&self, id: ItemId) -> String {
        match self.views.agenda.in_force() {
            Some(edition) if edition.agenda.find(id).is_some() => self.item(&edition.agenda, id),
            _ => self.item(&self.views.agenda.working, id),
        }
    }
}

/// A title cut to what a sentence can carry, without the full stop that would stand beside the
/// sentence's own.
fn quoted(title: &str) -> String {
    let line = title.replace('\n', " ");
    let line = line.strip_suffix('.').unwrap_or(&line);
    if line.chars().count() <= TITLE_QUOTED_CHARS {
        return line.to_owned();
    }
    let cut: String = line.chars().take(TITLE_QUOTED_CHARS - 1).collect();
    format!("{}…", cut.trim_end())
}

/// The response to what was stored.
pub(crate) fn done(cx: &RenderContext<'_>, outcome: &Outcome) -> Response {
    let Some(first) = outcome.entries.first() else {
        return Response::text(Tone::Done, say!(cx.lang, "already-so"));
    };
    let response = match &first.event {
        Event::Meeting(_) => meeting::convened(cx),
        Event::People(event) => people::done(cx, event, outcome),
        Event::Reply(event) => reply::done(cx, event, outcome),
        Event::Agenda(event) => agenda::done(cx, event),
        Event::Comment(event) => comment::done(cx, event),
        Event::Paper(event) => paper::done(cx, event),
        Event::Session(event) => decision::sitting(cx, event),
        Event::Decision(event) => decision::done(cx, event),
    };
    response.stored(&outcome.entries)
}

/// The response to a wish to see something.
pub(crate) fn show(cx: &RenderContext<'_>, show: Show, seats: &Seats) -> Response {
    match show {
        Show::Help(word) => help::help(cx, word.as_deref(), seats),
        Show::Me => people::me(cx, seats),
        Show::Meeting => meeting::card(cx),
        Show::People => people::list(cx),
        Show::Replies(of) => reply::show(cx, of.as_ref()),
        Show::Agenda(which, item) => agenda::show(cx, which, item),
        Show::Coverage => agenda::coverage(cx),
        Show::Compare(edition) => paper::compare(cx, edition),
        Show::Comments(item) => comment::list(cx, item),
        Show::Papers => paper::list(cx),
        Show::Paper(edition, lang) => paper::get(cx, edition, lang),
        Show::Roster => paper::roster(cx),
        Show::Record => record::record(cx),
        // The desk reads the entries for these two itself.
        Show::History | Show::Check(_) => Response::default(),
    }
}

/// What went wrong, in words, with the remedy.
pub(crate) fn trouble(cx: &RenderContext<'_>, line: &Line, error: DeskError) -> Response {
    match error {
        DeskError::ParseError(error) => parse_error::error(cx, line, &error),
        DeskError::Rejected(rejection) => refusal::refusal(cx, &rejection),
        DeskError::Failed(failure) => refusal::failure(cx.lang, &line.meeting, &failure)
            .and(refusal::reference(cx.lang, line)),
        DeskError::Stale => paper::or_what_waits(cx, say!(cx.lang, "press-stale")),
        DeskError::NoMeeting => {
            let text = say!(cx.lang, "no-meeting", meeting = &line.meeting);
            Response::text(Tone::Refused, text)
        }
    }
}

/// What failed underneath, before it was known what is said to whom.
pub(crate) fn failed(lang: Language, failure: &Failure) -> Response {
    refusal::failure(lang, "", failure)
}

/// What a sentence calls the meeting: “V Meeting”.
pub(crate) fn title(cx: &RenderContext<'_>) -> String {
    people::short_title(cx)
}

/// The meeting and the seat in which somebody is answered, for places where neither stands before
/// one's eyes.
pub(crate) fn about(cx: &RenderContext<'_>) -> Option<String> {
    let convened = cx.views.meeting.convened.as_ref()?;
    let mut parts = vec![title(cx)];
    parts.extend((cx.actor.capacity != Capacity::Reader).then(|| people::place(cx)));
    parts.extend(convened.fictional.then(|| say!(cx.lang, "about-fictional")));
    Some(parts.join(" · "))
}

/// The practice clock was set.
pub(crate) fn practice(cx: &RenderContext<'_>, then: Timestamp) -> Response {
    let place = cx.views.meeting.zone_name().replace('_', " ");
    Response::text(Tone::Done, say!(cx.lang, "practice-now", time = cx.time(then), place = place))
}

/// The answer to [No]: nothing was changed.
pub(crate) fn nothing_changed(lang: Language) -> Response {
    Response::text(Tone::Done, say!(lang, "nothing-changed"))
}
