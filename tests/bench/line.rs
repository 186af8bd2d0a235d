//! A line at the desk to its answer, beside the bare append of what it stores.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use jiff::civil::date;
use plenary_chat::desk::Desk;
use plenary_chat::line::{Input, Line, Speaker};
use plenary_domain::capacity::{Capacity, SeatKind};
use plenary_domain::decide::{meeting, people};
use plenary_domain::event::meeting::{Clock, Convened, RollRecorded};
use plenary_domain::roll::RollLine;
use plenary_domain::symbol::SymbolStyle;
use plenary_domain::{Actor, Language, PersonalData, Standing};
use plenary_journal::{Head, MemoryKeyring, SeededRandom, StreamName};
use plenary_service::{Freshness, Ports, Request, RequestName, Service, SetClock, SystemClock};

use crate::figures::{self, Figures};
use crate::{Outcome, append, history, open};

const SLUG: &str = "lamps-v";
const ACCOUNT: &str = "terminal:ines";

/// Turn by turn: a bare append, and a line that stores one entry and is answered.
pub(crate) async fn measure(folder: &Path, count: usize) -> Outcome<()> {
    let journal = open(&folder.join("line.db"))?;
    let random = Arc::new(SeededRandom::new(1));
    let keyring = Arc::new(MemoryKeyring::new(random.clone()));
    let clock = Arc::new(SetClock::standing("2007-10-05T14:00:00Z".parse()?));
    let ports =
        Ports { journal: journal.clone(), keyring, clock, machine: Arc::new(SystemClock), random };
    let service = Arc::new(Service::new(ports)?);
    seat(&service).await?;
    let desk = Desk::new(Arc::clone(&service));
    let stream = StreamName::meeting("bare")?;
    let (mut head, mut mine, mut least) = (Head::EMPTY, Figures::new(), Figures::new());
    let before = service.stored(SLUG).await?.len();
    for number in 0..count {
        let entry = history::comment(&stream, &head, number);
        let begin = Instant::now();
        head = append(journal.as_ref(), &stream, &head, entry).await?;
        least.add(begin.elapsed());
        let line = line(number)?;
        let begin = Instant::now();
        let response = desk.answer(line).await;
        mine.add(begin.elapsed());
        if service.views(SLUG, Freshness::Current).await?.number != (before + number + 1) as u64 {
            return Err(format!("a line stored nothing: {response:?}").into());
        }
    }
    println!("3. A chat line to its answer ({count} of each, turn by turn)");
    least.print("bare append");
    mine.print("line, decided, stored, answered");
    figures::ratio("latency, p50", mine.at(50) / least.at(50), "at most 1.3");
    figures::ratio("latency, p99", mine.at(99) / least.at(99), "none");
    Ok(())
}

fn line(number: usize) -> Outcome<Line> {
    // An agenda has few items: one is added, and then its wording changes again and again.
    let text = match number {
        0 => "agenda edit add \"Lamps\"".to_owned(),
        _ => format!("agenda edit word 1 \"Lamps in wording {number}\""),
    };
    Ok(Line {
        meeting: Some(SLUG.to_owned()),
        speaker: Speaker::Account(ACCOUNT.to_owned()),
        front: "terminal",
        channel: None,
        said: Input::Text(text),
        request: RequestName::new(&format!("terminal:{number}"))?,
        lang: Language::En,
    })
}

async fn execute(
    service: &Service,
    request: &str,
    given: Request,
) -> Outcome<plenary_service::Outcome> {
    let done = service.execute(SLUG, RequestName::new(request)?, given).await;
    done.map_err(|refused| format!("{request}: {refused:?}").into())
}

/// Convenes an invented meeting and seats its secretariat.
async fn seat(service: &Service) -> Outcome<()> {
    let meeting = Convened {
        title: "FIFTH MEETING OF EXPERTS ON LIGHTHOUSES".into(),
        body: "Group of Experts on Lighthouses".into(),
        ordinal: Some("V".into()),
        masthead: "ASSEMBLY OF THE COASTS".into(),
        class: None,
        symbols: SymbolStyle { base: "LAMPS-V/doc.{n}/{yy}".into(), revision: " rev. {n}".into() },
        mandates: Vec::new(),
        first_day: date(2007, 11, 19),
        last_day: date(2007, 11, 20),
        place: "Washington, D.C.".into(),
        zone: "America/New_York".into(),
        languages: vec![Language::En.into()],
        original: Language::En.into(),
        fictional: true,
        clock: Some(Clock::Practice),
    };
    let code = "BRA".parse().map_err(|_| "BRA is a code")?;
    let roll = RollRecorded {
        source: "Example list".into(),
        dated: date(2007, 10, 1),
        delegations: vec![RollLine { code, name: "Brazil".into(), standing: Standing::Member }],
    };
    let (meeting, sources) = (Box::new(meeting), Vec::new());
    let convene = meeting::Convene { meeting, roll, sources }.into();
    let (seat, delegation) = (SeatKind::Secretariat, None);
    let who = PersonalData { name: Some("Inés Example".into()), ..PersonalData::default() };
    let invite = people::Invite { seat, delegation, who }.into();
    let operator = Actor::nobody(Capacity::Operator);
    execute(service, "convene", Request { actor: operator.clone(), command: convene }).await?;
    let invited = execute(service, "invite", Request { actor: operator, command: invite }).await?;
    let hash = invited.code.ok_or("an invitation gives a code")?.hash();
    let who = PersonalData { account: Some(ACCOUNT.into()), ..PersonalData::default() };
    let join = people::Join { hash, who }.into();
    let actor = Actor::nobody(Capacity::Reader);
    execute(service, "join", Request { actor, command: join }).await?;
    Ok(())
}
