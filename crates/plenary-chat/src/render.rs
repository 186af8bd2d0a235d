//! What a response is made in: the views, who asks, in which language, and when; and the words for
//! people, seats, items and times that every sentence uses.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use plenary_documents::words;
use plenary_domain::agenda::Agenda;
use plenary_domain::{
    Actor, Capacity, Deadline, DelegationCode, EditionId, ItemId, Language, PersonId, Reader,
    SeatKind, Timestamp, Views,
};

use crate::article::with_article;
use crate::messages::{self, Voice};

/// How much of a title a sentence quotes, in characters.
const TITLE_QUOTED_CHARS: usize = 72;

/// What a response is made in: the views, who asks, in which language, and when.
pub(crate) struct RenderContext<'a> {
    pub(crate) views: &'a Views,
    pub(crate) actor: &'a Actor,
    pub(crate) reader: Reader,
    /// The language of sentences and of what stands in them.
    pub(crate) lang: Language,
    /// The language of papers.
    pub(crate) paper_lang: Language,
    pub(crate) now: Timestamp,
    /// Whether the asker has fields to fill in, rather than a line to type.
    pub(crate) has_fields: bool,
    /// The short name of the meeting; empty where nobody is answered.
    pub(crate) slug: &'a str,
}

impl<'a> RenderContext<'a> {
    pub(crate) fn new(
        views: &'a Views,
        actor: &'a Actor,
        (lang, now): (Language, Timestamp),
    ) -> Self {
        let (reader, paper_lang, lang) = (Reader::actor(actor), lang, messages::spoken(lang));
        Self { views, actor, reader, lang, paper_lang, now, has_fields: false, slug: "" }
    }

    pub(crate) fn zone(&self) -> TimeZone {
        self.views.meeting.zone()
    }

    /// A person's name, or a neutral mark.
    pub(crate) fn name(&self, person: PersonId) -> String {
        words::person_name(self.views, person, &self.reader, self.lang)
    }

    /// A delegation's name on the roll.
    pub(crate) fn delegation(&self, code: &DelegationCode) -> String {
        words::delegation_name(self.views, code)
    }

    /// The symbol of an edition; nothing if there is no such edition.
    pub(crate) fn symbol(&self, id: EditionId) -> String {
        let edition = self.views.agenda.edition(id);
        edition.map(|edition| edition.symbol.to_string()).unwrap_or_default()
    }

    /// Who acted: name, capacity, delegation, and for whom it was entered.
    pub(crate) fn who(&self, actor: &Actor) -> String {
        words::actor_name(self.views, actor, &self.reader, self.lang)
    }

    /// A moment by the clock of the meeting's place: `30 October 2007, 14:02`.
    pub(crate) fn time(&self, at: Timestamp) -> String {
        words::local_time(at, &self.zone(), self.lang)
    }

    /// The day of a moment at the meeting's place: `19 October 2007`.
    pub(crate) fn day(&self, at: Timestamp) -> String {
        words::running_date(at.date_in(&self.zone()), self.lang)
    }

    /// The days of a meeting: `19 and 20 November 2007`.
    pub(crate) fn days(&self, first: Date, last: Date) -> String {
        let end = words::running_date(last, self.lang);
        if first >= last {
            return end;
        }
        let is_one_month = (first.year(), first.month()) == (last.year(), last.month());
        let start = match is_one_month {
            true => first.day().to_string(),
            false => words::running_date(first, self.lang),
        };
        match first.tomorrow().is_ok_and(|next| next == last) {
            true => messages::DaysTwo { first: start, last: end }.say(self),
            false => messages::DaysRange { first: start, last: end }.say(self),
        }
    }

    /// Until when replies are asked for, in words.
    pub(crate) fn deadline(&self, deadline: &Deadline) -> String {
        let (day, place) =
            (words::running_moment(deadline.date, deadline.time, self.lang), self.city());
        match (&deadline.time, &deadline.offset) {
            (Some(_), Some(offset)) => messages::DeadlineOffset { day, offset }.say(self),
            (Some(_), None) => messages::DeadlineHour { day, place }.say(self),
            (None, _) => messages::DeadlineDay { day, place }.say(self),
        }
    }

    /// An item by number and title in an agenda, or by title alone where it has no number.
    pub(crate) fn item(&self, agenda: &Agenda, id: ItemId) -> String {
        let Some(item) = agenda.find(id) else { return messages::ITEM_GONE.say(self) };
        let number = agenda.number_of(id).map(|number| number.to_string()).unwrap_or_default();
        self.numbered(number, &item.title)
    }

    /// An item in words: item 7, “Update of the Portal”.
    pub(crate) fn numbered(&self, number: impl ToString, title: &str) -> String {
        messages::ItemNamed { number: number.to_string(), title: quoted(title) }.say(self)
    }

    /// An item as the agenda in force has it, else as the working agenda does.
    pub(crate) fn current_item(&self, id: ItemId) -> String {
        match self.views.agenda.in_force() {
            Some(edition) if edition.agenda.find(id).is_some() => self.item(&edition.agenda, id),
            _ => self.item(&self.views.agenda.working, id),
        }
    }

    /// A delegation within a sentence, with the article that its name needs.
    pub(crate) fn the(&self, code: &DelegationCode) -> String {
        with_article(&self.delegation(code), "the")
    }

    /// A delegation at the beginning of a sentence.
    pub(crate) fn the_first(&self, code: &DelegationCode) -> String {
        with_article(&self.delegation(code), "The")
    }

    /// A seat in words: "a representative of the Permanent Mission of Brazil", "the Chair".
    pub(crate) fn seat(
        &self,
        kind: SeatKind,
        delegation: Option<&plenary_domain::DelegationCode>,
    ) -> String {
        let delegation = delegation.map(|code| self.the(code)).unwrap_or_default();
        match kind {
            SeatKind::Chair => messages::SEAT_CHAIR.say(self),
            SeatKind::Secretariat => messages::SEAT_SECRETARIAT.say(self),
            SeatKind::Mission => messages::SeatMission { delegation }.say(self),
            SeatKind::Expert => messages::SeatExpert { delegation }.say(self),
            SeatKind::Observer => messages::SeatObserver { delegation }.say(self),
        }
    }

    /// "V Meeting" of "V Meeting of the Group of …": what a prompt and a sentence call the meeting.
    pub(crate) fn meeting_title(&self) -> String {
        let Some(convened) = &self.views.meeting.convened else { return String::new() };
        let title = convened.title.replace('\n', " ");
        let cut = [" of the ", " of ", " del ", " de la ", " de ", " du ", " da ", " do "]
            .iter()
            .filter_map(|word| title.find(word))
            .min();
        cut.and_then(|at| title.get(..at)).unwrap_or(&title).to_owned()
    }

    /// The city of the place, for "end of day in Washington".
    pub(crate) fn city(&self) -> String {
        let place = self.views.meeting.convened.as_ref().map(|convened| convened.place.as_str());
        place.unwrap_or_default().split(',').next().unwrap_or_default().to_owned()
    }

    /// The words before the cursor: `V Meeting · 22 Oct 2007 · Chile › `.
    pub(crate) fn prompt(&self, meeting: &str) -> String {
        let title = match self.meeting_title() {
            title if title.is_empty() => meeting.to_owned(),
            title => title,
        };
        let place = self.seat_in_short();
        format!("{title} · {} · {place} › ", self.day(self.now))
    }

    /// The seat in a few words: `Chile`, `expert, Brazil`, `Chair`.
    pub(crate) fn seat_in_short(&self) -> String {
        match (&self.actor.delegation, self.actor.capacity) {
            (Some(code), Capacity::Mission) => self.delegation(code),
            (Some(code), capacity) => {
                let capacity = words::capacity_name(capacity, self.lang);
                format!("{capacity}, {}", self.delegation(code))
            }
            (None, capacity) => words::capacity_name(capacity, self.lang).to_owned(),
        }
    }

    /// The meeting and the seat in which somebody is answered, for places where neither stands
    /// before one's eyes.
    pub(crate) fn about(&self) -> Option<String> {
        let convened = self.views.meeting.convened.as_ref()?;
        let mut parts = vec![self.meeting_title()];
        parts.extend((self.actor.capacity != Capacity::Reader).then(|| self.seat_in_short()));
        parts.extend(convened.fictional.then(|| messages::ABOUT_FICTIONAL.say(self)));
        Some(parts.join(" · "))
    }
}

impl From<&RenderContext<'_>> for Voice {
    fn from(cx: &RenderContext<'_>) -> Self {
        Self { lang: cx.lang, has_slashes: cx.has_fields }
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
