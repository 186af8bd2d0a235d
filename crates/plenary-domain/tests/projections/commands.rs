//! Random commands: mostly such as make sense in a small meeting, some that never do.

use jiff::civil::{Date, Time, date};
use plenary_domain::capacity::{Capacity, SeatKind};
use plenary_domain::decide::agenda::FootnoteText;
use plenary_domain::decide::decision::VoteCount;
use plenary_domain::decide::{agenda, comment, decision, meeting, paper, people, reply, session};
use plenary_domain::event::comment::ItemNamed;
use plenary_domain::event::meeting::{Convened, RollRecorded};
use plenary_domain::event::reply::{DelegationRole, PresentAs};
use plenary_domain::ids::PresentationId;
use plenary_domain::moment::WallClock;
use plenary_domain::note::{Asks, Block, Question, Topic};
use plenary_domain::roll::RollLine;
use plenary_domain::symbol::SymbolStyle;
use plenary_domain::{
    Actor, CodeId, Command, CommentId, Deadline, DecisionId, DelegationCode, EditionId, ItemId,
    Language, NominationId, PersonId, PersonalData, Readers, Received, Standing, Timestamp,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::history::{Step, Who, hash};

const ZONE: &str = "America/New_York";
const ROLL: &[&str] = &["ARG", "BRA", "CHL", "PER", "USA", "COE", "ORG-1"];

fn code(text: &str) -> DelegationCode {
    text.parse().unwrap()
}

pub(crate) fn convene() -> Command {
    let meeting = Convened {
        title: "MEETING ON LIGHTHOUSES".into(),
        body: "Group of Experts".into(),
        ordinal: None,
        masthead: "ASSEMBLY OF THE COASTS".into(),
        class: None,
        symbols: SymbolStyle { base: "L/doc.{n}/{yy}".into(), revision: " rev. {n}".into() },
        mandates: Vec::new(),
        first_day: date(2007, 10, 8),
        last_day: date(2007, 10, 12),
        place: "Washington, D.C.".into(),
        zone: ZONE.into(),
        languages: vec![Language::En.into()],
        original: Language::En.into(),
        fictional: true,
        clock: None,
    };
    let standing = |text: &str| match text {
        "COE" => Standing::Observer,
        "ORG-1" => Standing::Organization,
        _ => Standing::Member,
    };
    let line =
        |text: &&str| RollLine { code: code(text), name: (*text).into(), standing: standing(text) };
    let delegations = ROLL.iter().map(line).collect();
    let source = "Example list".into();
    let roll = RollRecorded { source, dated: date(2007, 10, 1), delegations };
    let sources = Vec::new();
    meeting::Convene { meeting: Box::new(meeting), roll, sources }.into()
}

fn invite(seat: SeatKind) -> Command {
    let (delegation, who) = (None, PersonalData::default());
    people::Invite { seat, delegation, who }.into()
}

fn join(request: u32) -> Command {
    let name = Some(format!("Person {request}"));
    let who = PersonalData { name, ..PersonalData::default() };
    people::Join { hash: hash(request), who }.into()
}

/// Convening, and the two officers whom the operator invites.
pub(crate) fn opening() -> Vec<(Capacity, Command)> {
    vec![
        (Capacity::Operator, convene()),
        (Capacity::Operator, invite(SeatKind::Chair)),
        (Capacity::Reader, join(1)),
        (Capacity::Operator, invite(SeatKind::Secretariat)),
        (Capacity::Reader, join(3)),
    ]
}

/// Who presents under the second item: two topics, and an open one.
fn question() -> Block {
    let topic = |label: &str, open| Topic { label: label.into(), text: "Fog".into(), open };
    Block::Question(Question {
        label: "1".into(),
        text: "Who presents?".into(),
        asks: Asks::Presentations,
        item: Some(ItemId(2)),
        topics: vec![topic("i", false), topic("ii", false), topic("v", true)],
    })
}

/// What the secretariat does on the first day, and those who come at its invitation.
pub(crate) fn first_day() -> Vec<Command> {
    let add = |title: &str| {
        let (parent, before, title, footnote) = (None, None, title.into(), None);
        agenda::Add { parent, before, title, footnote }.into()
    };
    let deadline = Some(Deadline::ending(date(2007, 10, 6), ZONE, "by Saturday"));
    let blocks = vec![Block::Paragraph("Please answer.".into()), question()];
    let note = agenda::Note { blocks, deadline, seen: 0 }.into();
    let mut commands = vec![add("Opening"), add("Lamps"), add("Closing"), note];
    let (mission, expert) = (SeatKind::Mission, SeatKind::Expert);
    let seats = [(mission, "ARG"), (mission, "BRA"), (expert, "BRA"), (SeatKind::Observer, "COE")];
    for (request, (seat, delegation)) in (9..).step_by(2).zip(seats) {
        let (delegation, who) = (Some(code(delegation)), PersonalData::default());
        let invite = people::Invite { seat, delegation, who };
        commands.extend([invite.into(), join(request)]);
    }
    commands
}

fn text() -> BoxedStrategy<String> {
    prop_oneof![
        30 => select(vec!["Oil", "Light", "Fog.", "“Coasts”"]).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => Just("x".repeat(501)),
    ]
    .boxed()
}

fn number(max: u32) -> BoxedStrategy<u32> {
    let few = max.min(2);
    prop_oneof![12 => 1..=few, 12 => 1..=max, 1 => Just(0), 1 => any::<u32>()].boxed()
}

fn delegation() -> BoxedStrategy<Option<DelegationCode>> {
    option::of(select(ROLL).prop_map(code)).boxed()
}

fn seat() -> BoxedStrategy<SeatKind> {
    use SeatKind::{Chair, Expert, Mission, Observer, Secretariat};
    select(vec![Chair, Secretariat, Mission, Mission, Mission, Expert, Observer]).boxed()
}

fn office() -> BoxedStrategy<SeatKind> {
    prop_oneof![4 => Just(SeatKind::Secretariat), 2 => Just(SeatKind::Chair), 1 => seat()].boxed()
}

fn identity() -> BoxedStrategy<PersonalData> {
    (option::weighted(0.9, text()), option::of(text()))
        .prop_map(|(name, title)| PersonalData { name, title, ..PersonalData::default() })
        .boxed()
}

fn day() -> BoxedStrategy<Date> {
    prop_oneof![
        8 => (1_i8..=16).prop_map(|day| date(2007, 10, day)),
        1 => select(vec![Date::MIN, Date::MAX, date(2007, 3, 11)]),
    ]
    .boxed()
}

fn received() -> BoxedStrategy<Option<Received>> {
    let zones = select(vec![ZONE, "America/Los_Angeles", "Europe/Oslo", "Nowhere/At_All"]);
    let hour = option::of((0_i8..24).prop_map(|hour| Time::constant(hour, 30, 0, 0)));
    option::weighted(
        0.3,
        (day(), hour, zones).prop_map(|(date, time, zone)| {
            let real = Received::new(date, time, WallClock::Zone(zone.into()), "fax");
            // A zone that nobody knows makes a claim that cannot be right.
            real.unwrap_or(Received {
                date,
                time,
                zone: Some(zone.into()),
                offset: None,
                instant: time.map(|_| Timestamp::EARLIEST),
                way: "fax".into(),
                reference: None,
            })
        }),
    )
    .boxed()
}

fn people() -> BoxedStrategy<Command> {
    let who = identity();
    let person = || number(12).prop_map(PersonId);
    prop_oneof![
        4 => (seat(), delegation(), who.clone()).prop_map(
            |(seat, delegation, who)| people::Invite { seat, delegation, who }.into()
        ),
        1 => (person(), option::of(seat()), delegation(), who).prop_map(
            |(person, seat, delegation, who)| people::Renew {
                person, seat, delegation, who
            }.into()
        ),
        6 => (0_u32..90, identity())
            .prop_map(|(request, who)| people::Join { hash: hash(request), who }.into()),
        2 => (office(), person(), delegation()).prop_map(|(office, person, delegation)| {
            people::Appoint { office, person, delegation }.into()
        }),
        1 => (person(), text()).prop_map(|(person, reason)| {
            people::Remove { person, reason }.into()
        }),
        1 => number(12).prop_map(|code| people::NotMe { code: CodeId(code) }.into()),
    ]
    .boxed()
}

fn answer() -> BoxedStrategy<Command> {
    let one = || number(3).prop_map(NominationId);
    let request = || number(4).prop_map(PresentationId);
    let item = prop_oneof![8 => Just(2), 1 => number(4)];
    let topics = vec(select(vec!["i", "ii", "v"]), 1..3);
    let received = prop_oneof![4 => Just(None), 1 => self::received()];
    prop_oneof![
        8 => (option::weighted(0.3, one()), self::received(), identity()).prop_map(
            |(instead_of, received, who)| {
                let role = DelegationRole::Expert;
                reply::Nominate { role, instead_of, received, who }.into()
            }
        ),
        3 => (one(), identity()).prop_map(|(nomination, who)| {
            reply::Correct { nomination, who, reason: None }.into()
        }),
        2 => one().prop_map(|nomination| reply::Withdraw { nomination, reason: None }.into()),
        7 => (one(), text()).prop_map(|(nomination, reason)| {
            reply::Admit { nomination, reason }.into()
        }),
        16 => (item, topics, option::of(text()), received).prop_map(
            |(item, topics, text, received)| {
                let (edition, typed) = (Some(EditionId(1)), "II".into());
                let on = ItemNamed { item: ItemId(item), edition, typed };
                let topics = topics.into_iter().map(str::to_owned).collect();
                reply::Present { on, topics, by: PresentAs::Talk, text, received }.into()
            }
        ),
        2 => request().prop_map(|presentation| {
            reply::ConfirmPresentation { presentation }.into()
        }),
        2 => (request(), text()).prop_map(|(presentation, reason)| {
            reply::AdmitPresentation { presentation, reason }.into()
        }),
        1 => self::received().prop_map(|received| reply::DeclinePresentations { received }.into()),
    ]
    .boxed()
}

fn footnote() -> BoxedStrategy<Option<FootnoteText>> {
    option::of(text().prop_map(|text| FootnoteText { text, cites: None })).boxed()
}

fn agenda() -> BoxedStrategy<Command> {
    let item = || number(9).prop_map(ItemId);
    let maybe = || option::weighted(0.4, item());
    let seen = || prop_oneof![4 => Just(u64::MAX), 1 => 0_u64..60];
    let deadline = option::of(day().prop_map(|day| Deadline::ending(day, ZONE, "by then")));
    let block = prop_oneof![1 => text().prop_map(Block::Paragraph), 1 => Just(question())];
    prop_oneof![
        4 => (maybe(), maybe(), text(), footnote()).prop_map(
            |(parent, before, title, footnote)| agenda::Add {
                parent, before, title, footnote
            }.into()
        ),
        2 => (item(), option::of(text()), footnote(), seen()).prop_map(
            |(item, title, footnote, seen)| agenda::Word { item, title, footnote, seen }.into()
        ),
        3 => (item(), maybe(), maybe()).prop_map(|(item, parent, before)| {
            agenda::Move { item, parent, before }.into()
        }),
        1 => item().prop_map(|item| agenda::Remove { item, reason: None }.into()),
        2 => (vec(block, 0..3), deadline, seen()).prop_map(|(blocks, deadline, seen)| {
            agenda::Note { blocks, deadline, seen }.into()
        }),
    ]
    .boxed()
}

fn comment() -> BoxedStrategy<Command> {
    let readers = select(Readers::ALL.to_vec());
    let edition = option::of(number(3).prop_map(EditionId));
    let on = (number(9), edition).prop_map(|(item, edition)| ItemNamed {
        item: ItemId(item),
        edition,
        typed: "II".into(),
    });
    let one = || number(3).prop_map(CommentId);
    prop_oneof![
        3 => (option::of(on), option::of(one()), readers, text(), received()).prop_map(
            |(on, reply_to, readers, text, received)| comment::Make {
                on, reply_to, readers, text, received
            }.into()
        ),
        3 => one().prop_map(|comment| comment::Withdraw { comment, reason: None }.into()),
    ]
    .boxed()
}

fn paper() -> BoxedStrategy<Command> {
    const FIRST: &str = "L/doc.1/07";
    let symbols = vec![FIRST, FIRST, FIRST, "L/doc.1/07 rev. 1", "L/doc.1/07 rev. 2", "x"];
    let edition = || number(3).prop_map(EditionId);
    prop_oneof![
        4 => (select(symbols), any::<bool>(), option::of(day())).prop_map(
            |(symbol, with_note, dated)| paper::Prepare {
                symbol: symbol.into(), with_note, dated, authentic: None
            }.into()
        ),
        2 => (edition(), text()).prop_map(|(edition, reason)| {
            paper::Return { edition, reason }.into()
        }),
        1 => (edition(), option::of(text())).prop_map(|(edition, reason)| {
            paper::Withdraw { edition, reason }.into()
        }),
        4 => edition().prop_map(|edition| paper::Approve {
            edition, text_form: 1, text_sha256: "0a".repeat(32)
        }.into()),
    ]
    .boxed()
}

fn sitting() -> BoxedStrategy<Command> {
    let count = (0_u32..5, 0_u32..3).prop_map(|(votes_for, votes_against)| VoteCount {
        votes_for,
        votes_against,
        abstentions: 0,
    });
    let one = || option::weighted(0.3, number(3).prop_map(DecisionId));
    let edition = option::of(number(3).prop_map(EditionId));
    prop_oneof![
        3 => Just(session::Open.into()),
        1 => Just(session::Close.into()),
        3 => (text(), edition.clone()).prop_map(|(text, adopts)| {
            decision::Put { text, adopts, amends: None }.into()
        }),
        1 => (text(), edition).prop_map(|(text, amends)| {
            decision::Put { text, adopts: None, amends }.into()
        }),
        6 => (one(), option::of(text())).prop_map(|(decision, reason)| {
            decision::Object { decision, reason }.into()
        }),
        9 => number(2).prop_map(|decision| {
            decision::WithdrawObjection { decision: DecisionId(decision) }.into()
        }),
        2 => one().prop_map(|decision| decision::Adopt { decision }.into()),
        1 => (one(), count).prop_map(|(decision, count)| {
            decision::Vote { decision, count }.into()
        }),
        1 => (number(3), option::of(text())).prop_map(|(decision, reason)| {
            let decision = DecisionId(decision);
            decision::Withdraw { decision, reason }.into()
        }),
    ]
    .boxed()
}

/// Any command.
pub(crate) fn command() -> BoxedStrategy<Command> {
    prop_oneof![
        1 => Just(convene()),
        16 => people(),
        22 => answer(),
        20 => agenda(),
        12 => comment(),
        18 => paper(),
        18 => sitting(),
    ]
    .boxed()
}

fn anybody() -> BoxedStrategy<Actor> {
    use Capacity::{Chair, Expert, Mission, Observer, Operator, Plenary, Reader, Secretariat};
    let all =
        select(vec![Operator, Chair, Secretariat, Mission, Expert, Observer, Reader, Plenary]);
    let person = option::of(number(12).prop_map(PersonId));
    (person, all, delegation())
        .prop_map(|(person, capacity, delegation)| Actor {
            person,
            capacity,
            delegation,
            acting_for: None,
        })
        .boxed()
}

/// One random step of a history.
pub(crate) fn step() -> BoxedStrategy<Step> {
    let who = prop_oneof![
        24 => any::<usize>().prop_map(Who::Able),
        4 => any::<usize>().prop_map(Who::Seated),
        1 => Just(Who::Anybody(Actor::nobody(Capacity::Reader))),
        1 => anybody().prop_map(Who::Anybody),
    ];
    let acting_for = option::weighted(0.15, select(ROLL).prop_map(code));
    let minutes = prop_oneof![3 => 0_i64..60, 2 => 0_i64..1_440];
    (minutes, who, acting_for, command())
        .prop_map(|(minutes, who, acting_for, command)| Step { minutes, who, acting_for, command })
        .boxed()
}
