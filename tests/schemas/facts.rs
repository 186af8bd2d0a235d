//! One fact of every kind with every field stated, as the frozen samples hold it. All of it is
//! invented. A fact once frozen is never changed here.

use jiff::civil::{Date, Time, date};
use plenary_domain::capacity::SeatKind;
use plenary_domain::citation::Citation;
use plenary_domain::event::agenda::{
    FootnoteSet, ItemAdded, ItemMoved, ItemRemoved, ItemReworded, NoteWritten,
};
use plenary_domain::event::comment::{CommentMade, CommentWithdrawn, ItemNamed};
use plenary_domain::event::decision::{
    DecisionAdopted, DecisionNotAdopted, DecisionPut, DecisionWithdrawn, Manner, Objected,
    ObjectionWithdrawn,
};
use plenary_domain::event::meeting::{Clock, Convened, RollRecorded, SourceDescribed};
use plenary_domain::event::paper::{
    Approved, EditionWithdrawn, Issued, PaperKind, Prepared, Returned,
};
use plenary_domain::event::people::{Appointed, CodeHash, Invited, Joined, SeatEnded};
use plenary_domain::event::reply::{
    Declined, DelegationRole, Nominated, NominationAdmitted, NominationCorrected,
    NominationWithdrawn, PresentAs, PresentationAdmitted, PresentationAsked, PresentationRequested,
    PresentationTopic, ReplyDeclined,
};
use plenary_domain::event::session::{SittingClosed, SittingOpened};
use plenary_domain::event::{
    AgendaEvent, CommentEvent, DecisionEvent, MeetingEvent, PaperEvent, PeopleEvent, ReplyEvent,
    SessionEvent,
};
use plenary_domain::ids::PresentationId;
use plenary_domain::moment::WallClock;
use plenary_domain::note::{Asks, Block, Question, Topic};
use plenary_domain::roll::RollLine;
use plenary_domain::symbol::SymbolStyle;
use plenary_domain::{
    CodeId, CommentId, Deadline, DecisionId, DelegationCode, EditionId, Event, ItemId, Language,
    NominationId, PersonId, Personal, PersonalData, Readers, Received, SittingNumber, Standing,
    Timestamp,
};

pub(crate) const SLUG: &str = "sample";
pub(crate) const SECRET: [u8; 32] = [0x11; 32];
pub(crate) const KEY: [u8; 32] = [0x22; 32];
pub(crate) const PERSON: PersonId = PersonId(4);

pub(crate) const ZONE: &str = "America/New_York";
pub(crate) const DAY: Date = date(2007, 10, 29);
const SITTING: SittingNumber = SittingNumber(1);

pub(crate) fn at() -> Timestamp {
    "2007-10-22T14:00:00.123Z".parse().unwrap()
}

pub(crate) fn code(text: &str) -> DelegationCode {
    text.parse().unwrap()
}

/// The fact of this kind.
pub(crate) fn fact(kind: &str) -> Event {
    let mut facts = meeting();
    facts.extend(people());
    facts.extend(answers());
    facts.extend(agenda());
    facts.extend(comments());
    facts.extend(papers());
    facts.extend(sittings());
    facts.extend(decisions());
    let found = facts.into_iter().find(|fact| fact.kind() == kind);
    found.unwrap_or_else(|| panic!("write a fact of the kind `{kind}` here, with every field"))
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn personal() -> Personal {
    Personal::Known(PersonalData {
        name: some("Éva Example"),
        title: some("Keeper of the light"),
        institution: some("Direction of Lenses"),
        contact: some("eva@lamps.example"),
        account: some("terminal:eva"),
    })
}

fn received() -> Option<Received> {
    let received =
        Received::new(DAY, Time::new(23, 59, 0, 0).ok(), WallClock::Zone(ZONE.into()), "fax")
            .ok()?;
    Some(received.with_reference(some("F-7")))
}

fn meeting() -> Vec<Event> {
    let line = |text: &str, standing| RollLine { code: code(text), name: text.into(), standing };
    let convened = Convened {
        title: "FIFTH MEETING\nON LIGHTHOUSES".into(),
        body: "Group of Experts on Lighthouses".into(),
        ordinal: some("V"),
        masthead: "ASSEMBLY OF\n\"THE COASTS\"".into(),
        class: some("AC/Ser.L/V"),
        symbols: SymbolStyle { base: "LAMPS-V/doc.{n}/{yy}".into(), revision: " rev. {n}".into() },
        mandates: vec!["AC/RES. 12 (III-O/07)".into()],
        first_day: date(2007, 11, 19),
        last_day: date(2007, 11, 20),
        place: "Washington, D.C.".into(),
        zone: ZONE.into(),
        languages: Language::ALL.map(Into::into).to_vec(),
        original: Language::Es.into(),
        fictional: true,
        clock: Some(Clock::Practice),
    };
    let roll = RollRecorded {
        source: "Example list".into(),
        dated: date(2007, 10, 1),
        delegations: vec![
            line("BRA", Standing::Member),
            line("COE", Standing::Observer),
            line("ORG-1", Standing::Organization),
        ],
    };
    let source = SourceDescribed {
        source: "IV Meeting, Recommendations".into(),
        paragraphs: 11,
        symbol: some("LAMPS-IV/doc.4/06"),
        inferred: true,
    };
    [
        MeetingEvent::Convened(convened),
        MeetingEvent::RollRecorded(roll),
        MeetingEvent::SourceDescribed(source),
    ]
    .map(Event::Meeting)
    .into()
}

fn people() -> Vec<Event> {
    let (seat, delegation) = (SeatKind::Expert, Some(code("BRA")));
    let (nomination, person) = (Some(NominationId(1)), PERSON);
    let invited = Invited {
        code: CodeId(3),
        hash: CodeHash("0a".repeat(32)),
        seat,
        delegation: delegation.clone(),
        nomination,
        expires: "2007-11-06T04:59:59.999Z".parse().unwrap(),
        person,
        personal: personal(),
    };
    let joined = Joined {
        code: CodeId(3),
        seat,
        delegation: delegation.clone(),
        nomination,
        person,
        personal: personal(),
    };
    let office = SeatKind::Secretariat;
    let appointed = Appointed { office, person, delegation: delegation.clone() };
    let reason = some("Recalled.");
    [
        PeopleEvent::Invited(invited),
        PeopleEvent::Joined(joined),
        PeopleEvent::Appointed(appointed),
        PeopleEvent::SeatEnded(SeatEnded { person, seat, delegation, reason }),
    ]
    .map(Event::People)
    .into()
}

fn answers() -> Vec<Event> {
    let nomination = NominationId(2);
    let nominated = Nominated {
        nomination,
        delegation: code("BRA"),
        role: DelegationRole::Expert,
        instead_of: Some(NominationId(1)),
        received: received(),
        person: PERSON,
        personal: personal(),
    };
    let (person, personal, reason) = (PERSON, personal(), some("A spelling."));
    let corrected = NominationCorrected { nomination, reason: reason.clone(), person, personal };
    let withdrawn = NominationWithdrawn { nomination, reason };
    let reason = "The fax was down.".to_owned();
    let (presentation, delegation) = (PresentationId(2), code("BRA"));
    let (item, edition, typed) = (ItemId(7), Some(EditionId(1)), "VII".to_owned());
    let about = PresentationTopic {
        on: ItemNamed { item, edition, typed },
        topic: "v".into(),
        by: PresentAs::Report,
        text: some("Lenses of glass"),
    };
    let asked =
        PresentationAsked { presentation, delegation: delegation.clone(), about: about.clone() };
    let requested = PresentationRequested {
        presentation,
        delegation: delegation.clone(),
        about,
        received: received(),
    };
    let what = Declined::Presentations;
    let declined = ReplyDeclined { delegation, what, received: received() };
    [
        ReplyEvent::Nominated(nominated),
        ReplyEvent::NominationCorrected(corrected),
        ReplyEvent::NominationWithdrawn(withdrawn),
        ReplyEvent::NominationAdmitted(NominationAdmitted { nomination, reason: reason.clone() }),
        ReplyEvent::PresentationRequested(requested),
        ReplyEvent::PresentationAsked(asked),
        ReplyEvent::PresentationAdmitted(PresentationAdmitted { presentation, reason }),
        ReplyEvent::ReplyDeclined(declined),
    ]
    .map(Event::Reply)
    .into()
}

fn agenda() -> Vec<Event> {
    let (item, parent, before) = (ItemId(3), Some(ItemId(1)), Some(ItemId(2)));
    let title = "Lenses – «old» and new:\n\"both\" \\ é 漢".to_owned();
    let cites = Citation::parse("IV Meeting, Recommendations, 6, 7, 8");
    let topic = Topic { label: "i".into(), text: "Old lenses".into(), open: true };
    let question = Question {
        label: "1".into(),
        text: "Who presents?".into(),
        asks: Asks::Presentations,
        item: Some(item),
        topics: vec![topic],
    };
    let blocks =
        vec![Block::Paragraph("Please answer **in time**.".into()), Block::Question(question)];
    let wording = "by no later than October 29, 2007";
    let deadline = Some(Deadline::ending(DAY, ZONE, wording));
    [
        AgendaEvent::ItemAdded(ItemAdded { item, parent, before, title: title.clone() }),
        AgendaEvent::ItemReworded(ItemReworded { item, title }),
        AgendaEvent::ItemMoved(ItemMoved { item, parent, before }),
        AgendaEvent::ItemRemoved(ItemRemoved { item, reason: some("Too late.") }),
        AgendaEvent::FootnoteSet(FootnoteSet { item, text: "IV Meeting, 6–8.".into(), cites }),
        AgendaEvent::NoteWritten(NoteWritten { blocks, deadline }),
    ]
    .map(Event::Agenda)
    .into()
}

fn comments() -> Vec<Event> {
    let comment = CommentId(2);
    let (item, edition, typed) = (ItemId(7), Some(EditionId(1)), "VII".to_owned());
    let made = CommentMade {
        comment,
        on: Some(ItemNamed { item, edition, typed }),
        reply_to: Some(CommentId(1)),
        readers: Readers::Secretariat,
        text: "The lens fund is empty.\n\nSecond paragraph.".into(),
        received: received(),
    };
    let withdrawn = CommentWithdrawn { comment, reason: some("Said better elsewhere.") };
    [CommentEvent::CommentMade(made), CommentEvent::CommentWithdrawn(withdrawn)]
        .map(Event::Comment)
        .into()
}

fn papers() -> Vec<Event> {
    let edition = EditionId(2);
    let prepared = Prepared {
        edition,
        kind: PaperKind::Agenda,
        symbol: "LAMPS-V/doc.1/07 rev. 1".into(),
        follows: Some(EditionId(1)),
        with_note: true,
        dated: DAY,
        original: Language::Es.into(),
        authentic: some("The archive of the coasts"),
    };
    let (text_form, text_sha256) = (1, "0a".repeat(32));
    [
        PaperEvent::Prepared(prepared),
        PaperEvent::Returned(Returned { edition, reason: "Spell it out.".into() }),
        PaperEvent::EditionWithdrawn(EditionWithdrawn { edition, reason: some("Too early.") }),
        PaperEvent::Approved(Approved { edition, text_form, text_sha256 }),
        PaperEvent::Issued(Issued { edition }),
    ]
    .map(Event::Paper)
    .into()
}

fn sittings() -> Vec<Event> {
    let opened = SessionEvent::SittingOpened(SittingOpened { sitting: SITTING });
    let closed = SessionEvent::SittingClosed(SittingClosed { sitting: SITTING });
    [opened, closed].map(Event::Session).into()
}

fn decisions() -> Vec<Event> {
    let decision = DecisionId(2);
    let (text, adopts) = ("To adopt the agenda.".to_owned(), Some(EditionId(2)));
    let (amends, sitting) = (Some(EditionId(1)), Some(SITTING));
    let put = DecisionPut { decision, text, adopts, amends, sitting };
    let reason = some("Not yet.");
    let objected = Objected { decision, delegation: code("BRA"), reason: reason.clone() };
    let taken = ObjectionWithdrawn { decision, delegation: code("BRA") };
    let (votes_for, votes_against, abstentions) = (2, 3, 1);
    let lost = DecisionNotAdopted { decision, votes_for, votes_against, abstentions, sitting };
    let adopted = DecisionAdopted {
        decision,
        manner: Manner::Vote,
        votes_for: Some(20),
        votes_against: Some(1),
        abstentions: Some(0),
        sitting,
    };
    [
        DecisionEvent::DecisionPut(put),
        DecisionEvent::Objected(objected),
        DecisionEvent::ObjectionWithdrawn(taken),
        DecisionEvent::DecisionAdopted(adopted),
        DecisionEvent::DecisionNotAdopted(lost),
        DecisionEvent::DecisionWithdrawn(DecisionWithdrawn { decision, reason }),
    ]
    .map(Event::Decision)
    .into()
}
