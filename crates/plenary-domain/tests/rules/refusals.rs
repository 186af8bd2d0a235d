//! A table in which every refusal occurs at least once: a new kind of refusal stops compilation
//! here, and then fails until a command that meets it stands in the table.

use std::collections::BTreeSet;

use jiff::civil::date;

use plenary_domain::capacity::{Capacity, SeatKind};
use plenary_domain::citation::Citation;
use plenary_domain::decide::agenda::{self, AgendaFault, FootnoteText};
use plenary_domain::decide::comment::CommentFault;
use plenary_domain::decide::decision::DecisionFault;
use plenary_domain::decide::meeting::{self, MeetingFault};
use plenary_domain::decide::paper::PaperFault;
use plenary_domain::decide::people::{CodeFault, PeopleFault};
use plenary_domain::decide::reply::ReplyFault;
use plenary_domain::decide::session::SessionFault;
use plenary_domain::event::meeting::{Convened, RollRecorded, SourceDescribed};
use plenary_domain::event::reply::PresentAs;
use plenary_domain::moment::WallClock;
use plenary_domain::roll::RollLine;
use plenary_domain::text::{BoundsFault, Counted};
use plenary_domain::{Actor, Command, PersonId, Readers, Received, Rejection, Standing};

use crate::commands::{
    add, admit, admit_presentation, adopt, appoint, approve, approve_text, close_sitting, comment,
    confirm_presentation, correct, decline_presentations, invite, invite_again, join, move_item,
    nominate, note, object, on, open_sitting, prepare, present, put, put_to_amend, remove_person,
    renew, reply, return_edition, vote, withdraw_comment, withdraw_nomination, withdraw_objection,
    word,
};
use crate::room::{
    self, FIRST, INES, NEXT_PERSON, PAULO, REV_1, argentina, brazil, chair, code, convened, fax,
    hash, item_added, meeting, meeting_in_session, meeting_with_agenda, meeting_with_edition,
    observer, operator, reader, secretariat, secretariat_for,
};
use crate::scenario::{Scenario, given};

macro_rules! kinds {
    ($name:ident, $list:ident, $type:ident: $($variant:ident)+) => {
        fn $name(of: &$type) -> &'static str {
            match of { $($type::$variant { .. } => stringify!($variant),)+ }
        }
        const $list: &[&str] = &[$(stringify!($variant)),+];
    };
}

kinds! { refusal, REFUSALS, Rejection:
    NotConvened NotAllowed NotHeld MembersOnly OtherDelegation ForWhom UnknownDelegation
    ReceivedWhen ReceivedInFuture ReceivedNowhere Bounds Meeting People Reply Agenda Comment
    Paper Session Decision
}
kinds! { bounds_fault, BOUNDS_FAULTS, BoundsFault: Empty TooLong Control TooMany }
kinds! { counted, COUNTED, Counted: Items Levels NoteBlocks Topics RollLines Lines }
kinds! { meeting_fault, MEETING_FAULTS, MeetingFault:
    AlreadyConvened Zone Days Languages SymbolStyle EmptyRoll DoubleCode EmptySource
}
kinds! { people_fault, PEOPLE_FAULTS, PeopleFault:
    SeatNeedsDelegation SeatMismatch LastSecretariat ChairHeld NotAnOffice UnknownPerson
    NoSuchSeat WhichSeat Code
}
kinds! { code_fault, CODE_FAULTS, CodeFault: Unknown Used Replaced TakenBack Expired }
kinds! { reply_fault, REPLY_FAULTS, ReplyFault:
    NothingGiven UnknownNomination NominationGone NotLate PresentationsNotAsked UnknownTopic
    TopicNeedsText UnknownPresentation PresentationGone PresentationNotConfirmed
    PresentationNotLate
}
kinds! { agenda_fault, AGENDA_FAULTS, AgendaFault:
    UnknownItem ItemPlace ChangedSince Adopted UnknownParagraph
}
kinds! { comment_fault, COMMENT_FAULTS, CommentFault:
    UnknownComment Withdrawn NotAuthor ReadersWider
}
kinds! { paper_fault, PAPER_FAULTS, PaperFault:
    EmptyAgenda NoNote SymbolStyle SymbolTaken EditionWaits NothingChanged UnknownEdition
    NotWaiting BadTextHash
}
kinds! { session_fault, SESSION_FAULTS, SessionFault: TooEarly NoSitting SittingBusy }
kinds! { decision_fault, DECISION_FAULTS, DecisionFault:
    NotInForce DecisionOpen NotAdopted NoDecision UnknownDecision
    NoConsensus Over NoObjection NoVotes TooManyVotes
}

type Sample = (&'static str, Scenario, Actor, Command);

fn convening(
    change: impl FnOnce(&mut Convened, &mut RollRecorded, &mut Vec<SourceDescribed>),
) -> Command {
    let (mut meeting, mut roll, mut sources) =
        (Box::new(convened()), room::roll(), room::sources());
    change(&mut meeting, &mut roll, &mut sources);
    meeting::Convene { meeting, roll, sources }.into()
}

fn convocations() -> Vec<Sample> {
    let faults = [
        ("Zone", convening(|m, _, _| m.zone = "Nowhere/At_All".into())),
        ("Days", convening(|m, _, _| m.last_day = date(2007, 11, 18))),
        ("Languages", convening(|m, _, _| m.languages.clear())),
        ("SymbolStyle", convening(|m, _, _| m.symbols.revision = " rev.".into())),
        ("EmptyRoll", convening(|_, roll, _| roll.delegations.clear())),
        ("DoubleCode", convening(|_, roll, _| roll.delegations[0].code = code("BRA"))),
        ("EmptySource", convening(|_, _, sources| sources[0].paragraphs = 0)),
        ("Lines", convening(|m, _, _| m.masthead = "a\n".repeat(13))),
        ("RollLines", convening(|_, roll, _| roll.delegations = many_lines())),
    ];
    let case = |(kind, command)| (kind, given([]), operator(), command);
    faults.into_iter().map(case).collect()
}

fn many_lines() -> Vec<RollLine> {
    let line = |n| RollLine {
        code: code(&format!("D{n}")),
        name: format!("D{n}"),
        standing: Standing::Member,
    };
    (0..401).map(line).collect()
}

fn people() -> Vec<Sample> {
    let late = || meeting().at("2008-01-01T00:00:00Z");
    let expired = meeting().when(secretariat(), invite(SeatKind::Mission, Some("PER"))).then_done();
    let replaced = expired
        .clone()
        .when(secretariat(), invite_again(SeatKind::Mission, NEXT_PERSON))
        .then_done();
    let taken_back = expired.clone().when(secretariat(), remove_person(NEXT_PERSON)).then_done();
    let two_seats = meeting().when(chair(), appoint(SeatKind::Secretariat, PAULO)).then_done();
    let stranger = Actor::person(PersonId(40), Capacity::Chair, None);
    let observer_seat = || invite(SeatKind::Observer, Some("BRA"));
    vec![
        ("NotConvened", given([]), chair(), open_sitting()),
        ("AlreadyConvened", meeting(), operator(), convening(|m, _, _| m.place = "Oslo".into())),
        ("NotHeld", meeting(), stranger, open_sitting()),
        ("NotAllowed", meeting(), observer(), open_sitting()),
        ("MembersOnly", meeting(), observer(), object(None)),
        ("OtherDelegation", meeting(), brazil(), invite(SeatKind::Expert, Some("ARG"))),
        ("ForWhom", meeting(), secretariat(), nominate("Iris Coy", None)),
        ("UnknownDelegation", meeting(), secretariat_for("XX"), nominate("Iris Coy", None)),
        ("SeatNeedsDelegation", meeting(), secretariat(), invite(SeatKind::Expert, None)),
        ("SeatMismatch", meeting(), secretariat(), observer_seat()),
        ("LastSecretariat", meeting(), secretariat(), remove_person(INES)),
        ("ChairHeld", meeting(), secretariat(), invite(SeatKind::Chair, None)),
        ("NotAnOffice", meeting(), chair(), appoint(SeatKind::Expert, PAULO)),
        ("UnknownPerson", meeting(), secretariat(), remove_person(PersonId(40))),
        ("NoSuchSeat", meeting(), secretariat(), invite_again(SeatKind::Expert, PAULO)),
        ("WhichSeat", two_seats, secretariat(), renew(PAULO)),
        ("Unknown", late(), reader(), join(hash(40))),
        ("Used", meeting(), reader(), join(hash(1))),
        ("Replaced", replaced, reader(), join(hash(1001))),
        ("TakenBack", taken_back, reader(), join(hash(1001))),
        ("Expired", expired.at("2007-12-01T00:00:00Z"), reader(), join(hash(1001))),
    ]
}

fn texts_and_answers() -> Vec<Sample> {
    let nominated = || meeting().when(brazil(), nominate("Iris Coy", None)).then_done();
    let gone = nominated().when(brazil(), withdraw_nomination(1)).then_done();
    let tomorrow = Some(fax(date(2007, 10, 6), None));
    let zone = Some("Nowhere/At_All".into());
    let nowhere = Some(Received { zone, ..fax(date(2007, 10, 5), None) });
    let nobody = plenary_domain::PersonalData::default();
    let talk = |topic: &str| present(&[topic], PresentAs::Talk, None);
    let requested = || room::meeting_that_asks().when(brazil(), talk("i")).then_done();
    let declined = requested().when(brazil(), decline_presentations()).then_done();
    let asked = room::meeting_that_asks().when(room::expert(), talk("i")).then_done();
    let by_noon = room::by_noon(WallClock::Zone(room::ZONE.into()));
    let on_the_day = Some(fax(date(2007, 10, 29), None));
    vec![
        ("Empty", meeting(), chair(), add(" \n", None, None)),
        ("TooLong", meeting(), chair(), add(&"x".repeat(501), None, None)),
        ("Control", meeting(), chair(), add("a\u{202E}b", None, None)),
        ("NothingGiven", nominated(), brazil(), correct(1, nobody)),
        ("UnknownNomination", meeting(), brazil(), withdraw_nomination(1)),
        ("NominationGone", gone, brazil(), correct(1, room::named("Iris"))),
        ("NotLate", nominated(), secretariat(), admit(1)),
        ("PresentationsNotAsked", meeting(), brazil(), talk("i")),
        ("UnknownTopic", room::meeting_that_asks(), brazil(), talk("iii")),
        ("TopicNeedsText", room::meeting_that_asks(), brazil(), talk("v")),
        ("UnknownPresentation", requested(), argentina(), confirm_presentation(1)),
        ("PresentationGone", declined, chair(), admit_presentation(1)),
        ("PresentationNotConfirmed", asked, chair(), admit_presentation(1)),
        ("PresentationNotLate", requested(), chair(), admit_presentation(1)),
        ("ReceivedInFuture", meeting(), brazil(), nominate("Iris Coy", tomorrow)),
        ("ReceivedNowhere", meeting(), brazil(), nominate("Iris Coy", nowhere)),
        ("ReceivedWhen", by_noon, secretariat_for("BRA"), nominate("Iris Coy", on_the_day)),
    ]
}

fn agenda() -> Vec<Sample> {
    let question = |topics| {
        use plenary_domain::note::{Asks, Block, Question, Topic};
        let topics = vec![Topic { label: "i".into(), text: "Oil".into(), open: false }; topics];
        let (label, text, asks) = ("1".into(), "Which?".into(), Asks::Other);
        Block::Question(Question { label, text, asks, item: None, topics })
    };
    let cites = Citation::parse("IV Meeting, Recommendations, 12");
    let footnote = Some(FootnoteText { text: "See there.".into(), cites });
    let (item, title, seen) = (plenary_domain::ItemId(1), None, 99);
    let beyond = agenda::Word { item, title, footnote, seen }.into();
    let full = meeting().given((1..=200).map(|id| item_added(id, None, "Lamp")));
    let deep =
        meeting_with_agenda().given([item_added(5, Some(1), "a"), item_added(6, Some(5), "b")]);
    let adopted = meeting_in_session()
        .when(chair(), put("To adopt the agenda.", Some(1)))
        .then_done()
        .when(chair(), adopt(None))
        .then_done();
    vec![
        ("Items", full, chair(), add("One more", None, None)),
        ("Levels", deep, chair(), add("c", Some(6), None)),
        ("NoteBlocks", meeting(), chair(), note(Vec::new(), 0)),
        ("Topics", meeting(), chair(), note(vec![question(21)], 0)),
        ("UnknownItem", meeting(), chair(), move_item(1, None, None)),
        ("ItemPlace", meeting_with_agenda(), chair(), move_item(1, None, Some(1))),
        ("ChangedSince", meeting_with_agenda(), chair(), word(1, Some("Start"), None, 0)),
        ("Adopted", adopted, chair(), add("Fog", None, None)),
        ("UnknownParagraph", meeting_with_agenda(), chair(), beyond),
        ("NothingChanged", meeting_with_edition(), secretariat(), prepare(REV_1)),
    ]
}

fn comments_and_papers() -> Vec<Sample> {
    let commented = || {
        let command = comment(None, Readers::Delegations);
        meeting_with_agenda().when(brazil(), command).then_done()
    };
    let withdrawn = commented().when(brazil(), withdraw_comment(1)).then_done();
    let waiting = || meeting_with_agenda().when(secretariat(), prepare(FIRST)).then_done();
    let no_note = meeting().given([item_added(1, None, "Opening")]);
    let named = comment(Some(on(1, Some(9))), Readers::Public);
    let edited = meeting_with_edition().given([room::note_written("Another note.")]);
    vec![
        ("UnknownComment", commented(), brazil(), withdraw_comment(2)),
        ("Withdrawn", withdrawn, chair(), reply(1, Readers::Secretariat)),
        ("NotAuthor", commented(), argentina(), withdraw_comment(1)),
        ("ReadersWider", commented(), chair(), reply(1, Readers::Public)),
        ("EmptyAgenda", meeting(), secretariat(), prepare(FIRST)),
        ("NoNote", no_note, secretariat(), prepare(FIRST)),
        ("SymbolStyle", meeting_with_agenda(), secretariat(), prepare("x")),
        ("SymbolTaken", edited, secretariat(), prepare(FIRST)),
        ("EditionWaits", waiting(), secretariat(), prepare(FIRST)),
        ("UnknownEdition", meeting_with_agenda(), brazil(), named),
        ("NotWaiting", meeting_with_edition(), chair(), return_edition(1)),
        ("BadTextHash", waiting(), chair(), approve_text(1, "0a".into())),
        ("UnknownEdition", meeting(), chair(), approve(1)),
    ]
}

fn sittings_and_decisions() -> Vec<Sample> {
    let put_now = || meeting_in_session().when(chair(), put("To rise.", None)).then_done();
    let objected = put_now().when(argentina(), object(None)).then_done();
    let other = put("To thank.", None);
    vec![
        ("NotInForce", meeting_in_session(), chair(), put("To adopt.", Some(2))),
        ("TooEarly", meeting(), chair(), open_sitting()),
        ("NoSitting", meeting(), chair(), close_sitting()),
        ("NoSitting", meeting(), chair(), put("To rise.", None)),
        ("DecisionOpen", put_now(), chair(), other),
        ("NoDecision", meeting_in_session(), chair(), adopt(None)),
        ("UnknownDecision", meeting_in_session(), chair(), adopt(Some(1))),
        ("NoConsensus", objected, chair(), adopt(None)),
        ("NotAdopted", meeting_in_session(), chair(), put_to_amend("To amend.", 1)),
        ("NoVotes", put_now(), chair(), vote(0, 0)),
        ("TooManyVotes", put_now(), chair(), vote(99, 1)),
        ("NoObjection", put_now(), brazil(), withdraw_objection(1)),
        ("Over", put_now().when(chair(), adopt(None)).then_done(), brazil(), object(Some(1))),
        ("SittingBusy", put_now(), chair(), close_sitting()),
    ]
}

/// What exactly is wrong, with the name of its kind.
fn exactly(rejection: &Rejection) -> (&'static str, &'static str) {
    let of = refusal(rejection);
    match rejection {
        Rejection::Bounds(BoundsFault::TooMany { what, .. }) => ("TooMany", counted(what)),
        Rejection::Bounds(fault) => (of, bounds_fault(fault)),
        Rejection::Meeting(fault) => (of, meeting_fault(fault)),
        Rejection::People(PeopleFault::Code(fault)) => ("Code", code_fault(fault)),
        Rejection::People(fault) => (of, people_fault(fault)),
        Rejection::Reply(fault) => (of, reply_fault(fault)),
        Rejection::Agenda(fault) => (of, agenda_fault(fault)),
        Rejection::Comment(fault) => (of, comment_fault(fault)),
        Rejection::Paper(fault) => (of, paper_fault(fault)),
        Rejection::Session(fault) => (of, session_fault(fault)),
        Rejection::Decision(fault) => (of, decision_fault(fault)),
        other => ("", refusal(other)),
    }
}

/// Every kind of refusal, with what exactly is wrong.
fn wanted() -> BTreeSet<(&'static str, &'static str)> {
    let families = [
        ("Bounds", BOUNDS_FAULTS),
        ("TooMany", COUNTED),
        ("Meeting", MEETING_FAULTS),
        ("People", PEOPLE_FAULTS),
        ("Code", CODE_FAULTS),
        ("Reply", REPLY_FAULTS),
        ("Agenda", AGENDA_FAULTS),
        ("Comment", COMMENT_FAULTS),
        ("Paper", PAPER_FAULTS),
        ("Session", SESSION_FAULTS),
        ("Decision", DECISION_FAULTS),
    ];
    let is_family = |name: &str| families.iter().any(|(family, _)| *family == name);
    let alone = REFUSALS.iter().map(|kind| ("", *kind));
    let faults = families.iter().flat_map(|(of, faults)| faults.iter().map(|fault| (*of, *fault)));
    alone.chain(faults).filter(|(_, kind)| !is_family(kind)).collect()
}

#[test]
fn every_refusal_meets_the_command_that_deserves_it() {
    let mut wanted = wanted();
    let tables = [convocations(), people(), texts_and_answers(), agenda()];
    let more = [comments_and_papers(), sittings_and_decisions()];
    for (expected, room, actor, command) in tables.into_iter().chain(more).flatten() {
        let said = format!("{command:?}");
        let rejection = room.when(actor, command).answer().expect_err(expected);
        assert_eq!(exactly(&rejection).1, expected, "{said}");
        wanted.remove(&exactly(&rejection));
    }
    assert!(wanted.is_empty(), "no command meets {wanted:?}");
}

#[test]
fn a_refusal_is_the_same_when_the_request_is_decided_again() {
    for (_, room, actor, command) in people().into_iter().chain(sittings_and_decisions()) {
        let first = room.clone().when(actor.clone(), command.clone()).answer();
        assert_eq!(first, room.when(actor, command).answer());
    }
}

/// A text goes into the history through every field that takes one, or through none.
#[test]
fn no_field_of_any_command_takes_a_hidden_character() {
    let hidden = "a\u{202e}b";
    let received = || Some(Received { way: hidden.into(), ..fax(date(2007, 10, 5), None) });
    let reference = || Some(fax(date(2007, 10, 5), None).with_reference(Some(hidden.into())));
    for (what, actor, command) in [
        ("way", secretariat_for("BRA"), nominate("Iris Coy", received())),
        ("reference", secretariat_for("BRA"), nominate("Iris Coy", reference())),
    ] {
        let answer = meeting().when(actor, command).answer();
        assert!(matches!(answer, Err(Rejection::Bounds(BoundsFault::Control { .. }))), "{what}");
    }
    let symbols = convening(|m, _, _| m.symbols.base = format!("{hidden}/doc.{{n}}/{{yy}}"));
    let answer = given([]).when(operator(), symbols).answer();
    assert!(matches!(answer, Err(Rejection::Bounds(BoundsFault::Control { .. }))), "{answer:?}");
    let cites = Citation::parse(&format!("{hidden}, 6"));
    let footnote = Some(FootnoteText { text: "See there.".into(), cites });
    let (item, title, seen) = (plenary_domain::ItemId(1), None, 99);
    let command = agenda::Word { item, title, footnote, seen };
    let answer = meeting_with_agenda().when(secretariat(), command).answer();
    assert!(matches!(answer, Err(Rejection::Bounds(BoundsFault::Control { .. }))), "{answer:?}");
}
