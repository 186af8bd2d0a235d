//! The example meeting: an invented group on lighthouses, its people, and everything they do from
//! the convocation to the last sitting. Each step has a request name of its own.

use jiff::Timestamp;
use jiff::civil::date;
use plenary_domain::capacity::{Capacity, SeatKind};
use plenary_domain::decide::agenda::FootnoteText;
use plenary_domain::decide::decision::VoteCount;
use plenary_domain::decide::{
    agenda as agendas, comment as comments, decision, meeting as meetings, paper, people, reply,
    session,
};
use plenary_domain::event::comment::ItemNamed;
use plenary_domain::event::meeting::{Clock, Convened, RollRecorded, SourceDescribed};
use plenary_domain::event::reply::{DelegationRole, PresentAs};
use plenary_domain::ids::PresentationId;
use plenary_domain::note::{Asks, Block, Question, Topic};
use plenary_domain::roll::RollLine;
use plenary_domain::symbol::SymbolStyle;
use plenary_domain::{
    Actor, Command, CommentId, Deadline, DecisionId, DelegationCode, EditionId, ItemId, Language,
    NominationId, PersonId, PersonalData, Readers, Standing,
};
use plenary_journal::Secret;
use plenary_service::Request;
use plenary_service::code::Code;

use crate::stage::name;

/// What the clock of the machine shows.
pub(crate) const MACHINE: &str = "2026-11-25T14:00:00Z";
pub(crate) const SLUG: &str = "lamps-v";
/// When the example meeting is convened.
pub(crate) const START: &str = "2007-10-05T14:00:00Z";
pub(crate) const RUTH: PersonId = PersonId(1);
pub(crate) const INES: PersonId = PersonId(2);
pub(crate) const PAULO: PersonId = PersonId(3);
pub(crate) const HELENA: PersonId = PersonId(4);
pub(crate) const LENA: PersonId = PersonId(5);

/// What must be found in no file: a piece of every sealed text of the script.
pub(crate) const SECRETS: [&str; 8] = [
    "Quillfeather",
    "Abernathy",
    "Tavares",
    "Wackernagel",
    "Faroleira",
    "keeper@lamps.example",
    "terminal:",
    "Direction of Lenses",
];

/// Somebody gives a command, perhaps at another time than before.
#[derive(Clone)]
pub(crate) struct Step {
    pub(crate) at: Option<&'static str>,
    pub(crate) name: &'static str,
    pub(crate) request: Request,
}

pub(crate) fn at(moment: &str) -> Timestamp {
    moment.parse().unwrap()
}

pub(crate) fn code(text: &str) -> DelegationCode {
    text.parse().unwrap()
}

pub(crate) fn operator() -> Actor {
    Actor::nobody(Capacity::Operator)
}

pub(crate) fn chair() -> Actor {
    Actor::person(RUTH, Capacity::Chair, None)
}

pub(crate) fn secretariat() -> Actor {
    Actor::person(INES, Capacity::Secretariat, None)
}

pub(crate) fn mission() -> Actor {
    Actor::person(PAULO, Capacity::Mission, Some(code("BRA")))
}

pub(crate) fn expert() -> Actor {
    Actor::person(HELENA, Capacity::Expert, Some(code("BRA")))
}

pub(crate) fn named(name: &str) -> PersonalData {
    PersonalData { name: Some(name.to_owned()), ..PersonalData::default() }
}

/// The convocation of a meeting on the practice clock, or on the machine's.
pub(crate) fn convene(practice: bool) -> Request {
    let line = |text: &str, standing| RollLine { code: code(text), name: text.into(), standing };
    let meeting = Box::new(Convened {
        title: "FIFTH MEETING OF EXPERTS\nON LIGHTHOUSES".into(),
        body: "Group of Experts on Lighthouses".into(),
        ordinal: Some("V".into()),
        masthead: "ASSEMBLY OF THE COASTS".into(),
        class: None,
        symbols: SymbolStyle { base: "LAMPS-V/doc.{n}/{yy}".into(), revision: " rev. {n}".into() },
        mandates: vec!["AC/RES. 12 (III-O/07)".into()],
        first_day: date(2007, 11, 19),
        last_day: date(2007, 11, 20),
        place: "Washington, D.C.".into(),
        zone: "America/New_York".into(),
        languages: Language::ALL.map(Into::into).to_vec(),
        original: Language::En.into(),
        fictional: true,
        clock: practice.then_some(Clock::Practice),
    });
    let roll = RollRecorded {
        source: "Example list".into(),
        dated: date(2007, 10, 1),
        delegations: vec![
            line("ARG", Standing::Member),
            line("BRA", Standing::Member),
            line("COE", Standing::Observer),
        ],
    };
    let sources = vec![SourceDescribed {
        source: "IV Meeting, Recommendations".into(),
        paragraphs: 11,
        symbol: None,
        inferred: false,
    }];
    request(operator(), meetings::Convene { meeting, roll, sources })
}

pub(crate) fn request(actor: Actor, command: impl Into<Command>) -> Request {
    Request { actor, command: command.into() }
}

pub(crate) fn invite(
    by: Actor,
    seat: SeatKind,
    delegation: Option<&str>,
    who: PersonalData,
) -> Request {
    let delegation = delegation.map(code);
    request(by, people::Invite { seat, delegation, who })
}

/// A new code for somebody whose code was lost.
pub(crate) fn invite_again(by: Actor, person: PersonId) -> Request {
    let who = PersonalData::default();
    request(by, people::Renew { person, seat: None, delegation: None, who })
}

/// Somebody with this account types the code that the request gave out.
pub(crate) fn join(secret: &Secret, invitation: &str, account: &str) -> Request {
    let hash = Code::derive(secret, &name(invitation), 0).hash();
    let who = PersonalData { account: Some(account.to_owned()), ..PersonalData::default() };
    request(Actor::nobody(Capacity::Reader), people::Join { hash, who })
}

pub(crate) fn add_item(title: &str) -> Request {
    let (title, footnote) = (title.to_owned(), None);
    let command = agendas::Add { parent: None, before: None, title, footnote };
    request(secretariat(), command)
}

pub(crate) fn comment(actor: Actor, readers: Readers, text: &str) -> Request {
    let (text, received) = (text.to_owned(), None);
    let command = comments::Make { on: None, reply_to: None, readers, text, received };
    request(actor, command)
}

pub(crate) fn nominate(who: PersonalData) -> Request {
    let (role, instead_of, received) = (DelegationRole::Expert, None, None);
    let command = reply::Nominate { role, instead_of, received, who };
    request(mission(), command)
}

/// Everything, in order.
pub(crate) fn script(secret: &Secret) -> Vec<Step> {
    let mut steps = seats(secret);
    steps.extend(agenda());
    steps.extend(answers());
    steps.extend(sitting());
    steps
}

fn step(name: &'static str, request: Request) -> Step {
    Step { at: None, name, request }
}

fn step_at(moment: &'static str, name: &'static str, request: Request) -> Step {
    Step { at: Some(moment), name, request }
}

fn seats(secret: &Secret) -> Vec<Step> {
    let helena = PersonalData {
        title: Some("Keeper of the light".into()),
        institution: Some("Direction of Lenses".into()),
        contact: Some("keeper@lamps.example".into()),
        ..named("Helena Faroleira")
    };
    let joins = |request, invitation, account| step(request, join(secret, invitation, account));
    let ruth = invite(operator(), SeatKind::Chair, None, named("Ruth Quillfeather"));
    let ines = invite(operator(), SeatKind::Secretariat, None, named("Inés Abernathy"));
    let (bra, coe) = (Some("BRA"), Some("COE"));
    let paulo = invite(secretariat(), SeatKind::Mission, bra, named("Paulo Tavares"));
    let lena = invite(secretariat(), SeatKind::Observer, coe, named("Lena Wackernagel"));
    vec![
        step("convene", convene(true)),
        step("invite-chair", ruth),
        joins("join-chair", "invite-chair", "terminal:ruth"),
        step("invite-secretariat", ines),
        joins("join-secretariat", "invite-secretariat", "terminal:ines"),
        step("invite-mission", paulo),
        joins("join-mission", "invite-mission", "terminal:paulo"),
        step_at("2007-10-08T13:00:00Z", "nominate", nominate(helena)),
        joins("join-expert", "nominate", "terminal:helena"),
        step("invite-observer", lena),
        joins("join-observer", "invite-observer", "terminal:lena"),
    ]
}

fn agenda() -> Vec<Step> {
    let prepare_as = |symbol: &str| {
        let (symbol, authentic) = (symbol.to_owned(), None);
        let command = paper::Prepare { symbol, with_note: true, dated: None, authentic };
        request(secretariat(), command)
    };
    let prepare = || prepare_as("LAMPS-V/doc.1/07");
    let withdraw = paper::Withdraw { edition: EditionId(3), reason: Some("Too early.".into()) };
    let footnote = Some(FootnoteText { text: "IV Meeting, 6.".into(), cites: None });
    let (title, parent, before) = ("Lenses".to_owned(), None, None);
    let lenses = agendas::Add { parent, before, title, footnote };
    let (title, footnote) = ("Old lenses".to_owned(), None);
    let old = agendas::Add { parent: Some(ItemId(2)), before, title, footnote };
    let (title, footnote) = (Some("Ancient lenses".to_owned()), None);
    let word = agendas::Word { item: ItemId(3), title, footnote, seen: u64::MAX };
    let moved = agendas::Move { item: ItemId(4), parent: None, before: Some(ItemId(2)) };
    let removed = agendas::Remove { item: ItemId(4), reason: Some("Too late.".into()) };
    let by_29 = "by no later than October 29, 2007";
    let deadline = Some(Deadline::ending(date(2007, 10, 29), "America/New_York", by_29));
    let topic = Topic { label: "i".into(), text: "Glass".into(), open: false };
    let (label, text, asks) = ("1".into(), "Who presents?".into(), Asks::Presentations);
    let (item, topics) = (Some(ItemId(2)), vec![topic]);
    let question = Block::Question(Question { label, text, asks, item, topics });
    let blocks = vec![Block::Paragraph("Please answer **in time**.".into()), question];
    let note = agendas::Note { blocks, deadline, seen: u64::MAX };
    let (reason, edition) = ("Spell it out.".to_owned(), EditionId(1));
    let (text_form, text_sha256) = (1, "0a".repeat(32));
    let approve = paper::Approve { edition: EditionId(2), text_form, text_sha256 };
    vec![
        step_at("2007-10-09T13:00:00Z", "add-opening", add_item("Opening")),
        step("add-lenses", request(secretariat(), lenses)),
        step("add-old", request(secretariat(), old)),
        step("add-closing", add_item("Closing")),
        step("word", request(secretariat(), word)),
        step("move", request(secretariat(), moved)),
        step("remove", request(secretariat(), removed)),
        step("note", request(secretariat(), note)),
        step("prepare", prepare()),
        step("return", request(chair(), paper::Return { edition, reason })),
        step_at("2007-10-10T13:00:00Z", "prepare-again", prepare()),
        step("approve", request(chair(), approve)),
        step("add-after", add_item("Other matters")),
        step("prepare-rev", prepare_as("LAMPS-V/doc.1/07 rev. 1")),
        step("withdraw-rev", request(secretariat(), withdraw)),
    ]
}

fn answers() -> Vec<Step> {
    let public = comment(expert(), Readers::Public, "Lamps before lenses.");
    let private = comment(expert(), Readers::Secretariat, "The lens fund is empty: WHISPERED.");
    let (comment, reason) = (CommentId(1), Some("Said better elsewhere.".to_owned()));
    let withdraw = comments::Withdraw { comment, reason };
    let (who, reason) = (named("Helena Faroleira-Luz"), Some("A spelling.".to_owned()));
    let correct = request(mission(), reply::Correct { nomination: NominationId(1), who, reason });
    let nomination = NominationId(2);
    let admit = reply::Admit { nomination, reason: "The fax was down.".into() };
    let admit = request(secretariat(), admit);
    let gone = request(mission(), reply::Withdraw { nomination, reason: None });
    let on = ItemNamed { item: ItemId(2), edition: Some(EditionId(2)), typed: "2".into() };
    let (topics, by, text, received) = (vec!["i".to_owned()], PresentAs::Talk, None, None);
    let present = reply::Present { on, topics, by, text, received };
    let (presentation, reason) = (PresentationId(1), "There is time.".to_owned());
    let admit_presentation = reply::AdmitPresentation { presentation, reason };
    vec![
        step_at("2007-10-12T13:00:00Z", "comment", public),
        step("whisper", private),
        step("take-back", request(expert(), withdraw)),
        step("correct", correct),
        step("decline", request(mission(), reply::DeclinePresentations { received: None })),
        step("ask-to-present", request(expert(), present)),
        step_at("2007-11-01T13:00:00Z", "nominate-late", nominate(named("Otto Quillfeather"))),
        step("admit", admit),
        step("withdraw", gone),
        step("confirm", request(mission(), reply::ConfirmPresentation { presentation })),
        step("admit-presentation", request(chair(), admit_presentation)),
    ]
}

fn sitting() -> Vec<Step> {
    let (text, adopts) = ("To thank the host.".to_owned(), None);
    let thank = request(chair(), decision::Put { text, adopts, amends: None });
    let (decision, reason) = (DecisionId(1), Some("Too early.".to_owned()));
    let withdraw = request(chair(), decision::Withdraw { decision, reason });
    let (text, adopts) = ("To adopt the agenda.".to_owned(), Some(EditionId(2)));
    let put = request(chair(), decision::Put { text, adopts, amends: None });
    let reason = Some("Not yet.".to_owned());
    let object = decision::Object { decision: None, reason };
    let count = VoteCount { votes_for: 1, votes_against: 0, abstentions: 1 };
    let adopt = request(chair(), decision::Vote { decision: None, count });
    let decision = DecisionId(2);
    let no_more = request(mission(), decision::WithdrawObjection { decision });
    let text = "To rise.".to_owned();
    let rise = request(chair(), decision::Put { text, adopts: None, amends: None });
    let count = VoteCount { votes_for: 0, votes_against: 1, abstentions: 1 };
    let lost = request(chair(), decision::Vote { decision: None, count });
    let (office, delegation) = (SeatKind::Secretariat, None);
    let appoint = people::Appoint { office, person: PAULO, delegation };
    let remove = people::Remove { person: LENA, reason: "Left.".into() };
    vec![
        step_at("2007-11-19T14:05:00Z", "open", request(chair(), session::Open)),
        step("put-thanks", thank),
        step("withdraw-thanks", withdraw),
        step("put", put),
        step("object", request(mission(), object)),
        step("object-no-more", no_more),
        step("adopt", adopt),
        step("put-rise", rise),
        step("lose", lost),
        step("close", request(chair(), session::Close)),
        step("appoint", request(chair(), appoint)),
        step("remove-observer", request(secretariat(), remove)),
    ]
}
