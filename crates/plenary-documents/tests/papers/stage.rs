//! The meeting that the tests play: the real draft agenda of 2007, and an invented meeting around
//! it. Facts are folded directly; whether the rules would allow them is another crate's matter.

use jiff::civil::date;
use plenary_domain::citation::Citation;
use plenary_domain::event::agenda::{FootnoteSet, ItemAdded, NoteWritten};
use plenary_domain::event::comment::{CommentMade, ItemNamed};
use plenary_domain::event::decision::{DecisionAdopted, DecisionPut, Manner};
use plenary_domain::event::meeting::{Convened, RollRecorded, SourceDescribed};
use plenary_domain::event::paper::{Approved, Issued, PaperKind, Prepared};
use plenary_domain::event::people::{CodeHash, Invited, Joined};
use plenary_domain::event::reply::{DelegationRole, Nominated};
use plenary_domain::event::session::SittingOpened;
use plenary_domain::event::{
    AgendaEvent, CommentEvent, DecisionEvent, MeetingEvent, PaperEvent, PeopleEvent, ReplyEvent,
    SessionEvent,
};
use plenary_domain::note::{Asks, Block, Question, Topic};
use plenary_domain::projection::agenda::Edition;
use plenary_domain::roll::RollLine;
use plenary_domain::symbol::SymbolStyle;
use plenary_domain::{
    Actor, Capacity, CodeId, CommentId, Deadline, DecisionId, DelegationCode, EditionId, Entry,
    Event, ItemId, Language, NominationId, PersonId, Personal, PersonalData, Readers, SeatKind,
    SittingNumber, Standing, Timestamp, Views,
};

/// The real document, with one line break at its end.
pub(crate) const DOC_1_07: &str = include_str!("doc-1-07.txt");

/// A history that grows.
#[derive(Default)]
pub(crate) struct Stage {
    pub(crate) entries: Vec<Entry>,
    pub(crate) views: Views,
}

impl Stage {
    /// The meeting with its roll and its source, and the real agenda prepared, approved, issued.
    pub(crate) fn issued() -> Self {
        let mut stage = Self::convened();
        stage.write_agenda();
        stage.issue("CIBER-V/doc.1/07", 1, Some("CIBER-V/doc.1/07, 5 October 2007"));
        stage
    }

    pub(crate) fn convened() -> Self {
        let mut stage = Self::default();
        let operator = Actor::nobody(Capacity::Operator);
        let convened = MeetingEvent::Convened(convened());
        stage.happens("2007-10-05T13:02:00Z", operator, Event::Meeting(convened));
        stage.secretariat(Event::Meeting(MeetingEvent::RollRecorded(roll())));
        stage.secretariat(Event::Meeting(MeetingEvent::SourceDescribed(SourceDescribed {
            source: "IV Meeting, Recommendations".into(),
            paragraphs: 11,
            symbol: Some("CIBER-IV/doc.4/06 rev. 1".into()),
            inferred: true,
        })));
        stage
    }

    pub(crate) fn happens(&mut self, at: &str, actor: Actor, event: Event) -> u64 {
        let at: Timestamp = at.parse().unwrap();
        let number = self.views.number + 1;
        let entry = Entry { number, at, actor, event };
        self.views.evolve(&entry);
        self.entries.push(entry);
        number
    }

    /// The secretariat does something one second later.
    pub(crate) fn secretariat(&mut self, event: Event) -> u64 {
        let actor = Actor::person(PersonId(1), Capacity::Secretariat, None);
        self.then(actor, event)
    }

    /// The chair does something one second later.
    pub(crate) fn chair(&mut self, event: Event) -> u64 {
        self.then(Actor::person(PersonId(2), Capacity::Chair, None), event)
    }

    pub(crate) fn then(&mut self, actor: Actor, event: Event) -> u64 {
        let at = self.views.at.unwrap().timestamp().as_second() + 1;
        let at = jiff::Timestamp::from_second(at).unwrap().to_string();
        self.happens(&at, actor, event)
    }

    pub(crate) fn agenda(&mut self, event: AgendaEvent) -> u64 {
        self.secretariat(Event::Agenda(event))
    }

    pub(crate) fn write_agenda(&mut self) {
        let (titles, footnotes) = seed_items();
        for (id, title) in (1..).zip(titles) {
            let (parent, before) = (None, None);
            let item = ItemId(id);
            let added = ItemAdded { item, parent, before, title: title.to_owned() };
            self.agenda(AgendaEvent::ItemAdded(added));
        }
        let cited = [(1, "6, 7, 8"), (2, "4, 5, 11"), (5, "10"), (6, "9")];
        for ((item, paragraphs), text) in cited.into_iter().zip(footnotes) {
            let cites = Citation::parse(&format!("IV Meeting, Recommendations, {paragraphs}"));
            let set = FootnoteSet { item: ItemId(item), text: text.to_owned(), cites };
            self.agenda(AgendaEvent::FootnoteSet(set));
        }
        let wording = "by no later than October 29, 2007";
        let deadline = Deadline::ending(date(2007, 10, 29), "America/New_York", wording);
        let written = NoteWritten { blocks: seed_note(), deadline: Some(deadline) };
        self.agenda(AgendaEvent::NoteWritten(written));
    }

    /// Prepares, approves and issues an edition; the one before it is what it follows.
    pub(crate) fn issue(&mut self, symbol: &str, id: u32, authentic: Option<&str>) {
        let edition = EditionId(id);
        self.prepare(symbol, id, authentic);
        let (text_form, _, text_sha256) =
            plenary_documents::agenda::text_form(&self.views, self.edition(id));
        let approved = Approved { edition, text_form, text_sha256 };
        self.chair(Event::Paper(PaperEvent::Approved(approved)));
        self.chair(Event::Paper(PaperEvent::Issued(Issued { edition })));
    }

    pub(crate) fn prepare(&mut self, symbol: &str, id: u32, authentic: Option<&str>) {
        let prepared = Prepared {
            edition: EditionId(id),
            kind: PaperKind::Agenda,
            symbol: symbol.to_owned(),
            follows: (id > 1).then(|| EditionId(id - 1)),
            with_note: true,
            dated: date(2007, 10, 5),
            original: Language::En.into(),
            authentic: authentic.map(str::to_owned),
        };
        self.secretariat(Event::Paper(PaperEvent::Prepared(prepared)));
    }

    pub(crate) fn edition(&self, id: u32) -> &Edition {
        self.views.agenda.edition(EditionId(id)).unwrap()
    }

    /// Opens the first sitting on 19 November and adopts an edition there.
    pub(crate) fn adopt(&mut self, id: u32) {
        let chair = Actor::person(PersonId(2), Capacity::Chair, None);
        let sitting = SittingNumber(1);
        let opened = SessionEvent::SittingOpened(SittingOpened { sitting });
        self.happens("2007-11-19T14:05:00Z", chair, Event::Session(opened));
        self.adopt_at(Some(sitting), id);
    }

    /// Adopts an edition at a sitting, or between sittings.
    pub(crate) fn adopt_at(&mut self, sitting: Option<SittingNumber>, id: u32) {
        let symbol = self.edition(id).symbol.to_string();
        let put = DecisionPut {
            decision: DecisionId(1),
            text: format!("To adopt the agenda, {symbol}."),
            adopts: Some(EditionId(id)),
            amends: None,
            sitting,
        };
        self.chair(Event::Decision(DecisionEvent::DecisionPut(put)));
        let adopted = DecisionAdopted {
            decision: DecisionId(1),
            manner: Manner::Consensus,
            votes_for: None,
            votes_against: None,
            abstentions: None,
            sitting,
        };
        self.chair(Event::Decision(DecisionEvent::DecisionAdopted(adopted)));
    }

    /// The secretariat and the chair take their seats.
    pub(crate) fn seat_offices(&mut self) {
        self.join(1, SeatKind::Secretariat, None, known("Inés Paredes"));
        self.join(2, SeatKind::Chair, None, known("Ruth Calloway"));
    }

    pub(crate) fn join(
        &mut self,
        person: u32,
        seat: SeatKind,
        delegation: Option<&str>,
        personal: Personal,
    ) {
        let (code, person) = (CodeId(person), PersonId(person));
        let delegation: Option<DelegationCode> = delegation.map(|code| code.parse().unwrap());
        let invited = Invited {
            code,
            hash: CodeHash("0".repeat(64)),
            seat,
            delegation: delegation.clone(),
            nomination: None,
            expires: "2007-12-01T00:00:00Z".parse().unwrap(),
            person,
            personal: personal.clone(),
        };
        self.secretariat(Event::People(PeopleEvent::Invited(invited)));
        let joined = Joined { code, seat, delegation, nomination: None, person, personal };
        let actor = Actor::person(person, seat.capacity(), joined.delegation.clone());
        self.then(actor, Event::People(PeopleEvent::Joined(joined)));
    }

    pub(crate) fn nominate(&mut self, id: u32, code: &str, role: DelegationRole, name: Personal) {
        let code: DelegationCode = code.parse().unwrap();
        let nominated = Nominated {
            nomination: NominationId(id),
            delegation: code.clone(),
            role,
            instead_of: None,
            received: None,
            person: PersonId(100 + id),
            personal: name,
        };
        let mission = Actor::person(PersonId(50), Capacity::Mission, Some(code));
        self.then(mission, Event::Reply(ReplyEvent::Nominated(nominated)));
    }

    pub(crate) fn comment(
        &mut self,
        id: u32,
        on: Option<u32>,
        readers: Readers,
        text: &str,
    ) -> u64 {
        let on = on.map(|item| ItemNamed {
            item: ItemId(item),
            edition: Some(EditionId(1)),
            typed: "VII".into(),
        });
        let made = CommentMade {
            comment: CommentId(id),
            on,
            reply_to: None,
            readers,
            text: text.to_owned(),
            received: None,
        };
        let expert = Actor::person(PersonId(101), Capacity::Expert, Some("BRA".parse().unwrap()));
        self.then(expert, Event::Comment(CommentEvent::CommentMade(made)))
    }
}

pub(crate) fn known(name: &str) -> Personal {
    Personal::Known(PersonalData { name: Some(name.to_owned()), ..PersonalData::default() })
}

pub(crate) fn convened() -> Convened {
    Convened {
        title: "V Meeting of the Group of Governmental\nExperts on Cyber-Crime".into(),
        body: "Group of Governmental Experts on Cyber-Crime".into(),
        ordinal: Some("V".into()),
        masthead: "MEETINGS OF MINISTERS OF JUSTICE OR\nOF MINISTERS OF ATTORNEYS GENERAL\n\
                   OF THE AMERICAS"
            .into(),
        class: Some("OEA/Ser.K/XXXIV".into()),
        symbols: SymbolStyle { base: "CIBER-V/doc.{n}/{yy}".into(), revision: " rev. {n}".into() },
        mandates: vec!["AG/RES. 2266 (XXXVII-O/07)".into(), "CP/RES. 920 (1602/07)".into()],
        first_day: date(2007, 11, 19),
        last_day: date(2007, 11, 20),
        place: "Washington, DC".into(),
        zone: "America/New_York".into(),
        languages: Language::ALL.map(Into::into).to_vec(),
        original: Language::En.into(),
        fictional: true,
        clock: None,
    }
}

fn roll() -> RollRecorded {
    let line = |code: &str, name: &str, standing| RollLine {
        code: code.parse().unwrap(),
        name: name.to_owned(),
        standing,
    };
    RollRecorded {
        source: "List of missions (invented)".into(),
        dated: date(2007, 10, 1),
        delegations: vec![
            line("ARG", "Argentina", Standing::Member),
            line("BLZ", "Belize", Standing::Member),
            line("BRA", "Brazil", Standing::Member),
            line("CHL", "Chile", Standing::Member),
            line("ESP", "Spain", Standing::Observer),
            line("COE", "Council of Europe", Standing::Organization),
        ],
    }
}

/// The titles and the footnotes as the document prints them.
fn seed_items() -> (Vec<&'static str>, Vec<&'static str>) {
    let list = DOC_1_07.rsplit("\n\nDRAFT AGENDA\n\n").next().unwrap();
    let mut parts = list.trim_end().split("\n\n");
    let bare = |line: &'static str| {
        let (_, title) = line.split_once(". ").unwrap();
        title.trim_end_matches(['¹', '²', '³', '⁴'])
    };
    let titles = parts.next().unwrap().lines().map(bare).collect();
    (titles, parts.map(|note| note.split_once(' ').unwrap().1).collect())
}

/// The note as the document prints it.
fn seed_note() -> Vec<Block> {
    let (_, note) = DOC_1_07.split_once("EXPLANATORY NOTE\n\n").unwrap();
    let (note, _) = note.split_once("\n\nDRAFT AGENDA\n").unwrap();
    let mut blocks = Vec::new();
    for part in note.split("\n\n") {
        if !part.starts_with("1. ") {
            blocks.push(Block::Paragraph(part.to_owned()));
            continue;
        }
        for line in part.lines() {
            if let Some(topic) = line.strip_prefix(" - ") {
                let Some(Block::Question(question)) = blocks.last_mut() else { panic!("{line}") };
                let (label, text) = topic.split_once(". ").unwrap();
                question.topics.push(Topic { label: label.into(), text: text.into(), open: false });
                continue;
            }
            let (label, text) = line.split_once(". ").unwrap();
            let (asks, item) = match label {
                "1" => (Asks::Experts, None),
                _ => (Asks::Presentations, Some(ItemId(7))),
            };
            let (label, text, topics) = (label.into(), text.into(), Vec::new());
            blocks.push(Block::Question(Question { label, text, asks, item, topics }));
        }
    }
    blocks
}
