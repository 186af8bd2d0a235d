//! What every paper needs while it is written: the views, the language, its words, and the parts
//! that all papers share (masthead, mark of an example, the line that says from what it was made).

use jiff::tz::TimeZone;
use plenary_domain::{
    Actor, DelegationCode, Language, PersonId, Reader, Readers, Received, Timestamp, Views,
};

use crate::paper::{Block, Masthead, Paper};
use crate::words::{self, Words, words};

/// Release of Plenary, printed on papers that Plenary words by itself.
const RELEASE: &str = env!("CARGO_PKG_VERSION");

/// Views, language and words of one paper.
pub(crate) struct PaperContext<'v> {
    pub(crate) views: &'v Views,
    pub(crate) reader: Reader,
    pub(crate) lang: Language,
    pub(crate) words: Words,
    /// The time of the last entry that the paper's readers know of.
    pub(crate) at: Option<Timestamp>,
    zone: TimeZone,
}

impl<'v> PaperContext<'v> {
    pub(crate) fn new(views: &'v Views, reader: &Reader, lang: Language) -> Self {
        let (reader, zone) = (reader.clone(), views.meeting.zone());
        Self { views, reader, lang, words: words(lang), at: views.at, zone }
    }

    /// The same for a paper that says nothing of people, whoever reads it.
    pub(crate) fn nameless(views: &'v Views, lang: Language) -> Self {
        Self::new(views, &Reader::of(Readers::Public), lang)
    }

    /// Whether the meeting says that it is an example.
    pub(crate) fn is_fictional(&self) -> bool {
        self.views.meeting.convened.as_ref().is_some_and(|convened| convened.fictional)
    }

    /// The masthead with these lines under the class.
    pub(crate) fn masthead(&self, reference: Vec<String>) -> Block {
        let Some(convened) = &self.views.meeting.convened else {
            return Block::Masthead(Masthead { reference, ..Masthead::default() });
        };
        let split = |text: &str| text.split('\n').map(str::to_owned).collect::<Vec<_>>();
        let mut lines: Vec<String> = convened.class.iter().cloned().collect();
        lines.extend(reference);
        let mut meeting = split(&convened.title);
        meeting.push(words::day_range(convened.first_day, convened.last_day, self.lang));
        meeting.push(convened.place.clone());
        Block::Masthead(Masthead { owner: split(&convened.masthead), reference: lines, meeting })
    }

    /// A paper that Plenary words by itself: masthead, title, body, and from what it was made.
    pub(crate) fn own_paper(
        &self,
        name: &str,
        title: &str,
        stamp: Option<String>,
        body: Vec<Block>,
    ) -> Paper {
        let mut blocks =
            vec![self.masthead(Vec::new()), Block::Title { text: title.to_owned(), stamp }];
        blocks.extend(body);
        blocks.extend(self.made_from());
        self.paper((name, title), blocks, self.is_fictional())
    }

    /// A paper with its file's stem and its title; the mark of an example stands first and last
    /// if it needs one.
    pub(crate) fn paper(
        &self,
        (name, title): (&str, &str),
        mut blocks: Vec<Block>,
        marked: bool,
    ) -> Paper {
        if marked {
            blocks.insert(0, Block::Mark(self.words.page.fictional().to_owned()));
            blocks.push(Block::Mark(self.words.page.fictional().to_owned()));
        }
        let original =
            self.views.meeting.convened.as_ref().map(|convened| convened.original.clone());
        Paper {
            name: name.to_owned(),
            lang: self.lang,
            original: original.unwrap_or_else(|| self.lang.into()),
            title: title.to_owned(),
            blocks,
        }
    }

    fn made_from(&self) -> Option<Block> {
        let date = self.running_date(self.at?);
        let printed = self.words.page.printed(RELEASE, self.views.number, date);
        Some(Block::Paragraph(printed.into()))
    }

    pub(crate) fn date(&self, at: Timestamp) -> jiff::civil::Date {
        at.date_in(&self.zone)
    }

    pub(crate) fn running_date(&self, at: Timestamp) -> String {
        words::running_date(self.date(at), self.lang)
    }

    /// When and how a letter came.
    pub(crate) fn received(&self, received: &Received) -> String {
        let when = words::running_moment(received.date, received.time, self.lang);
        let (words, way) = (self.words.comment, &received.way);
        match &received.reference {
            Some(reference) => words.received_reference(when, way, reference),
            None => words.received(when, way),
        }
    }

    pub(crate) fn time(&self, at: Timestamp) -> String {
        words::local_time(at, &self.zone, self.lang)
    }

    pub(crate) fn person(&self, person: PersonId) -> String {
        words::person_name(self.views, person, &self.reader, self.lang)
    }

    pub(crate) fn delegation(&self, code: &DelegationCode) -> String {
        words::delegation_name(self.views, code)
    }

    /// Who acted, as this reader may know it.
    pub(crate) fn actor(&self, actor: &Actor) -> String {
        words::actor_name(self.views, actor, &self.reader, self.lang)
    }

    pub(crate) fn ordinal(&self, sitting: plenary_domain::SittingNumber) -> String {
        words::ordinal(sitting.0, self.lang)
    }

    pub(crate) fn heading(&self, level: u8, text: impl Into<String>) -> Block {
        Block::Heading { level, text: text.into().replace('\n', " ") }
    }
}
