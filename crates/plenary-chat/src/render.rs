//! From facts and views to replies: which sentence, which buttons. The sentences themselves stand
//! in the catalogues; a reply is structure that any front end can draw.

mod agenda;
mod answer;
mod comment;
mod decision;
mod help;
mod meeting;
mod misread;
mod notice;
mod offer;
mod paper;
mod people;
mod record;
mod refusal;

use jiff::tz::TimeZone;
use plenary_documents::words;
use plenary_domain::agenda::Agenda;
use plenary_domain::event::meeting::Language;
use plenary_domain::projection::Reader;
use plenary_domain::{Actor, At, Capacity, DelegationCode, Event, ItemId, PersonId, Views};
use plenary_service::{Failure, Outcome};

use crate::grammar::Show;
use crate::line::Line;
use crate::reply::{Reply, Tone};
use crate::say::say;
use crate::seats::Seats;
use crate::trouble::Trouble;

pub(crate) use comment::{dropped, preview, which};
pub(crate) use notice::notices;
pub(crate) use paper::{already_issued, confirm_issue, how_to_return};
pub(crate) use people::prompt;
pub(crate) use record::{check_failed, checked, history};

/// How much of a title a sentence quotes, in characters.
const TITLE_QUOTED_CHARS: usize = 72;

/// What a reply is made in: the views, who asks, in which language, and when.
pub(crate) struct Room<'a> {
    pub(crate) views: &'a Views,
    pub(crate) actor: &'a Actor,
    pub(crate) reader: Reader,
    pub(crate) lang: Language,
    pub(crate) now: At,
    /// Whether the asker has fields to fill in, rather than a line to type.
    pub(crate) has_fields: bool,
}

impl<'a> Room<'a> {
    pub(crate) fn new(views: &'a Views, actor: &'a Actor, (lang, now): (Language, At)) -> Self {
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
    fn time(&self, at: At) -> String {
        words::local_time(at, &self.zone(), self.lang)
    }

    /// The day of a moment at the meeting's place: `19 October 2007`.
    fn day(&self, at: At) -> String {
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

/// The reply to what was stored.
pub(crate) fn done(room: &Room<'_>, outcome: &Outcome) -> Reply {
    let Some(first) = outcome.entries.first() else {
        return Reply::text(Tone::Done, say!(room.lang, "already-so"));
    };
    let reply = match &first.event {
        Event::Meeting(_) => meeting::convened(room),
        Event::People(event) => people::done(room, event, outcome),
        Event::Answer(event) => answer::done(room, event, outcome),
        Event::Agenda(event) => agenda::done(room, event),
        Event::Comment(event) => comment::done(room, event),
        Event::Paper(event) => paper::done(room, event),
        Event::Session(event) => decision::sitting(room, event),
        Event::Decision(event) => decision::done(room, event),
    };
    reply.stored(&outcome.entries)
}

/// The reply to a wish to see something.
pub(crate) fn show(room: &Room<'_>, show: Show, seats: &Seats) -> Reply {
    match show {
        Show::Help(word) => help::help(room, word.as_deref(), seats),
        Show::Me => people::me(room, seats),
        Show::Meeting => meeting::card(room),
        Show::People => people::list(room),
        Show::Answers(of) => answer::show(room, of.as_ref()),
        Show::Agenda(which, item) => agenda::show(room, which, item),
        Show::Coverage => agenda::coverage(room),
        Show::Compare(edition) => paper::compare(room, edition),
        Show::Comments(item) => comment::list(room, item),
        Show::Papers => paper::list(room),
        Show::Paper(edition, lang) => paper::get(room, edition, lang),
        Show::Roster => paper::roster(room),
        Show::Record => record::record(room),
        // The desk reads the entries for these two itself.
        Show::History | Show::Check(_) => Reply::default(),
    }
}

/// What went wrong, in words, with the remedy.
pub(crate) fn trouble(room: &Room<'_>, line: &Line, trouble: Trouble) -> Reply {
    match trouble {
        Trouble::Misread(misread) => misread::misread(room, line, &misread),
        Trouble::Rejected(rejection) => refusal::refusal(room, &rejection),
        Trouble::Failed(failure) => refusal::failure(room.lang, &line.meeting, &failure)
            .and(refusal::reference(room.lang, line)),
        Trouble::Stale => paper::or_what_waits(room, say!(room.lang, "press-stale")),
        Trouble::NoMeeting => {
            let text = say!(room.lang, "no-meeting", meeting = &line.meeting);
            Reply::text(Tone::Refused, text)
        }
    }
}

/// What failed underneath, before it was known what is said to whom.
pub(crate) fn failed(lang: Language, failure: &Failure) -> Reply {
    refusal::failure(lang, "", failure)
}

/// What a sentence calls the meeting: “V Meeting”.
pub(crate) fn title(room: &Room<'_>) -> String {
    people::short_title(room)
}

/// The meeting and the seat in which somebody is answered, for places where neither stands before
/// one's eyes.
pub(crate) fn about(room: &Room<'_>) -> Option<String> {
    let convened = room.views.meeting.convened.as_ref()?;
    let mut parts = vec![title(room)];
    parts.extend((room.actor.capacity != Capacity::Reader).then(|| people::place(room)));
    parts.extend(convened.fictional.then(|| say!(room.lang, "about-fictional")));
    Some(parts.join(" · "))
}

/// The practice clock was set.
pub(crate) fn practice(room: &Room<'_>, then: At) -> Reply {
    let place = room.views.meeting.zone_name().replace('_', " ");
    Reply::text(Tone::Done, say!(room.lang, "practice-now", time = room.time(then), place = place))
}

/// The answer to [No]: nothing was changed.
pub(crate) fn nothing_changed(lang: Language) -> Reply {
    Reply::text(Tone::Done, say!(lang, "nothing-changed"))
}
