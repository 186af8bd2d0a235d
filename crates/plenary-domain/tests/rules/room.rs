//! The people, papers and dates of the example meeting in which the rules are tried. All of it is
//! invented.

use jiff::civil::{Date, Time, date, time};
use plenary_domain::capacity::{Capacity, SeatKind};
use plenary_domain::event::agenda::{FootnoteSet, ItemAdded, NoteWritten};
use plenary_domain::event::meeting::{Convened, RollRecorded, SourceDescribed};
use plenary_domain::event::paper::{Approved, Issued, PaperKind, Prepared};
use plenary_domain::event::people::{CodeHash, Invited, Joined};
use plenary_domain::event::session::SittingOpened;
use plenary_domain::event::{AgendaEvent, MeetingEvent, PaperEvent, PeopleEvent, SessionEvent};
use plenary_domain::moment::WallClock;
use plenary_domain::note::{Asks, Block, Question, Topic};
use plenary_domain::roll::RollLine;
use plenary_domain::symbol::SymbolStyle;
use plenary_domain::{
    Actor, CodeId, Deadline, DelegationCode, EditionId, Event, ItemId, Language, PersonId,
    Personal, PersonalData, Received, SittingNumber, Standing, Timestamp,
};

use crate::scenario::{Scenario, given};

pub(crate) const ZONE: &str = "America/New_York";
pub(crate) const RUTH: PersonId = PersonId(1);
pub(crate) const INES: PersonId = PersonId(2);
pub(crate) const PAULO: PersonId = PersonId(3);
pub(crate) const HELENA: PersonId = PersonId(4);
pub(crate) const LENA: PersonId = PersonId(5);
pub(crate) const MARTA: PersonId = PersonId(6);
/// The code and the person that come after those of the room.
pub(crate) const NEXT_CODE: CodeId = CodeId(7);
pub(crate) const NEXT_PERSON: PersonId = PersonId(7);
pub(crate) const FIRST: &str = "LIGHT-V/doc.1/07";
pub(crate) const REV_1: &str = "LIGHT-V/doc.1/07 rev. 1";

pub(crate) fn moment(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub(crate) fn code(text: &str) -> DelegationCode {
    text.parse().unwrap()
}

pub(crate) fn hash(number: u32) -> CodeHash {
    CodeHash(format!("{number:064x}"))
}

pub(crate) fn named(name: &str) -> PersonalData {
    PersonalData { name: Some(name.to_owned()), ..PersonalData::default() }
}

pub(crate) fn chair() -> Actor {
    Actor::person(RUTH, Capacity::Chair, None)
}

pub(crate) fn secretariat() -> Actor {
    Actor::person(INES, Capacity::Secretariat, None)
}

pub(crate) fn secretariat_for(delegation: &str) -> Actor {
    secretariat().acting_for(Some(code(delegation)))
}

pub(crate) fn brazil() -> Actor {
    Actor::person(PAULO, Capacity::Mission, Some(code("BRA")))
}

pub(crate) fn argentina() -> Actor {
    Actor::person(MARTA, Capacity::Mission, Some(code("ARG")))
}

pub(crate) fn expert() -> Actor {
    Actor::person(HELENA, Capacity::Expert, Some(code("BRA")))
}

pub(crate) fn observer() -> Actor {
    Actor::person(LENA, Capacity::Observer, Some(code("COE")))
}

pub(crate) fn reader() -> Actor {
    Actor::nobody(Capacity::Reader)
}

pub(crate) fn operator() -> Actor {
    Actor::nobody(Capacity::Operator)
}

pub(crate) fn convened() -> Convened {
    Convened {
        title: "FIFTH MEETING OF EXPERTS\nON LIGHTHOUSES".into(),
        body: "Group of Experts on Lighthouses".into(),
        ordinal: Some("V".into()),
        masthead: "ASSEMBLY OF THE COASTS".into(),
        class: None,
        symbols: SymbolStyle { base: "LIGHT-V/doc.{n}/{yy}".into(), revision: " rev. {n}".into() },
        mandates: vec!["AC/RES. 12 (III-O/07)".into()],
        first_day: date(2007, 11, 19),
        last_day: date(2007, 11, 20),
        place: "Washington, D.C.".into(),
        zone: ZONE.into(),
        languages: Language::ALL.map(Into::into).to_vec(),
        original: Language::En.into(),
        fictional: true,
        clock: None,
    }
}

pub(crate) fn roll() -> RollRecorded {
    let line = |text: &str, standing| RollLine { code: code(text), name: text.into(), standing };
    let mut delegations: Vec<RollLine> =
        ["ARG", "BRA", "CHL", "PER", "USA"].map(|text| line(text, Standing::Member)).into();
    delegations.push(line("COE", Standing::Observer));
    delegations.push(line("ORG-1", Standing::Organization));
    RollRecorded { source: "Example list".into(), dated: date(2007, 10, 1), delegations }
}

pub(crate) fn sources() -> Vec<SourceDescribed> {
    vec![SourceDescribed {
        source: "IV Meeting, Recommendations".into(),
        paragraphs: 11,
        symbol: None,
        inferred: false,
    }]
}

pub(crate) fn convocation() -> Vec<Event> {
    let mut facts = vec![MeetingEvent::Convened(convened()), MeetingEvent::RollRecorded(roll())];
    facts.extend(sources().into_iter().map(MeetingEvent::SourceDescribed));
    facts.into_iter().map(Event::Meeting).collect()
}

/// An invitation as it would be stored on 5 October: its code ends with the 19th.
pub(crate) fn invited(
    (code_id, hash): (CodeId, CodeHash),
    (seat, delegation): (SeatKind, Option<&str>),
    (person, who): (PersonId, PersonalData),
) -> Invited {
    Invited {
        code: code_id,
        hash,
        seat,
        delegation: delegation.map(code),
        nomination: None,
        expires: moment("2007-10-20T03:59:59.999Z"),
        person,
        personal: Personal::Known(who),
    }
}

pub(crate) fn joined(invited: &Invited, person: PersonId, who: PersonalData) -> Event {
    Event::People(PeopleEvent::Joined(Joined {
        code: invited.code,
        seat: invited.seat,
        delegation: invited.delegation.clone(),
        nomination: invited.nomination,
        person,
        personal: Personal::Known(who),
    }))
}

/// A person who was invited with the code of the same number and has joined.
fn seated(person: PersonId, seat: SeatKind, delegation: Option<&str>) -> [Event; 2] {
    let key = (CodeId(person.0), hash(person.0));
    let offer = invited(key, (seat, delegation), (person, PersonalData::default()));
    let joined = joined(&offer, person, PersonalData::default());
    [Event::People(PeopleEvent::Invited(offer)), joined]
}

/// A convened meeting with everybody in the room: the chair, the secretariat, the missions of
/// Brazil and Argentina, Brazil's expert, an observer.
pub(crate) fn meeting() -> Scenario {
    given(convocation())
        .given(seated(RUTH, SeatKind::Chair, None))
        .given(seated(INES, SeatKind::Secretariat, None))
        .given(seated(PAULO, SeatKind::Mission, Some("BRA")))
        .given(seated(HELENA, SeatKind::Expert, Some("BRA")))
        .given(seated(LENA, SeatKind::Observer, Some("COE")))
        .given(seated(MARTA, SeatKind::Mission, Some("ARG")))
}

pub(crate) fn item_added(item: u32, parent: Option<u32>, title: &str) -> Event {
    Event::Agenda(AgendaEvent::ItemAdded(ItemAdded {
        item: ItemId(item),
        parent: parent.map(ItemId),
        before: None,
        title: title.into(),
    }))
}

pub(crate) fn footnote_set(item: u32, text: &str) -> Event {
    let fact = FootnoteSet { item: ItemId(item), text: text.into(), cites: None };
    Event::Agenda(AgendaEvent::FootnoteSet(fact))
}

pub(crate) fn paragraph(text: &str) -> Block {
    Block::Paragraph(text.into())
}

/// "By no later than October 29, 2007", without an hour.
pub(crate) fn deadline() -> Deadline {
    Deadline::ending(date(2007, 10, 29), ZONE, "by no later than October 29, 2007")
}

pub(crate) fn note_written(text: &str) -> Event {
    let (blocks, deadline) = (vec![paragraph(text)], Some(deadline()));
    Event::Agenda(AgendaEvent::NoteWritten(NoteWritten { blocks, deadline }))
}

/// The room with a working agenda of four items, "Opening" to "Closing", and a note.
pub(crate) fn meeting_with_agenda() -> Scenario {
    meeting()
        .given([item_added(1, None, "Opening"), item_added(2, None, "Lamps")])
        .given([item_added(3, None, "Lenses"), item_added(4, None, "Closing")])
        .given([note_written("Please answer by October 29.")])
}

pub(crate) fn prepared(edition: u32, symbol: &str, dated: Date) -> Event {
    Event::Paper(PaperEvent::Prepared(Prepared {
        edition: EditionId(edition),
        kind: PaperKind::Agenda,
        symbol: symbol.into(),
        follows: edition.checked_sub(1).filter(|before| *before > 0).map(EditionId),
        with_note: true,
        dated,
        original: Language::En.into(),
        authentic: None,
    }))
}

pub(crate) fn text_sha256() -> String {
    "0a".repeat(32)
}

pub(crate) fn issued(edition: u32) -> [Event; 2] {
    let edition = EditionId(edition);
    let approved = Approved { edition, text_form: 1, text_sha256: text_sha256() };
    [
        Event::Paper(PaperEvent::Approved(approved)),
        Event::Paper(PaperEvent::Issued(Issued { edition })),
    ]
}

/// An edition whose note asks who presents under item 2: on laws, on units, or on an open topic.
pub(crate) fn meeting_that_asks() -> Scenario {
    let topic =
        |label: &str, text: &str, open| Topic { label: label.into(), text: text.into(), open };
    let topics =
        vec![topic("i", "Laws", false), topic("ii", "Units", false), topic("v", "Other", true)];
    let (label, text, item) = ("2".into(), "Who presents?".into(), Some(ItemId(2)));
    let question = Question { label, text, asks: Asks::Presentations, item, topics };
    let (blocks, deadline) = (vec![Block::Question(question)], Some(deadline()));
    meeting_with_agenda()
        .given([Event::Agenda(AgendaEvent::NoteWritten(NoteWritten { blocks, deadline }))])
        .given([prepared(1, FIRST, date(2007, 10, 5))])
        .given_by(chair(), issued(1))
}

/// The first edition is issued on 5 October; answers are asked for until the 29th.
pub(crate) fn meeting_with_edition() -> Scenario {
    meeting_with_agenda()
        .given([prepared(1, FIRST, date(2007, 10, 5))])
        .given_by(chair(), issued(1))
}

/// A meeting whose edition asks for replies by noon of 29 October.
pub(crate) fn by_noon(clock: WallClock) -> Scenario {
    let noon = Deadline::at(date(2007, 10, 29), time(12, 0, 0, 0), clock, "by noon").unwrap();
    let note = NoteWritten { blocks: vec![paragraph("Please reply.")], deadline: Some(noon) };
    meeting_with_agenda()
        .given([Event::Agenda(AgendaEvent::NoteWritten(note))])
        .given([prepared(1, FIRST, date(2007, 10, 5))])
        .given(issued(1))
        .at("2007-10-30T09:00:00-04:00")
}

/// The morning of 19 November: the first sitting is open, the first edition in force.
pub(crate) fn meeting_in_session() -> Scenario {
    let opened = SittingOpened { sitting: SittingNumber(1) };
    meeting_with_edition()
        .at("2007-11-19T09:05:00-05:00")
        .given_by(chair(), [Event::Session(SessionEvent::SittingOpened(opened))])
}

/// What came by fax.
pub(crate) fn fax(day: Date, time: Option<Time>) -> Received {
    Received::new(day, time, WallClock::Zone(ZONE.into()), "fax").unwrap()
}
