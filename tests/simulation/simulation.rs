//! A seeded simulation of the whole: people of one meeting at two processes and two platforms, a
//! journal that drops, delays, repeats and invents conflicts, processes that crash, a clock that
//! jumps. After every step the invariants hold, and a seed alone repeats a failure.
//!
//! `PLENARY_SEEDS=10000 cargo test --release -p plenary-tests --test simulation` runs that many;
//! `PLENARY_SEED=17` runs one and prints what was said. Read first: [`meeting`].
#![cfg(test)]

mod house;
mod invariants;
mod people;
mod room;
mod weather;

use std::time::Duration;

use plenary_chat::{Action, Audience, Input, Language, Line, Response, Speaker, Tone};
use plenary_domain::Readers;
use plenary_service::{Channel, RequestName};

use house::{House, PROCESSES, SLUG};
use invariants::Act;
use people::{Offered, Said};

/// How many seeds run unless somebody asks for another number.
const SEEDS: u64 = 500;
/// How many steps a meeting has after faults begin.
const STEPS: usize = 30;
/// How often somebody tries again who got no answer.
const TRIES: usize = 8;
/// Within how many seeds a fault that is made on purpose is found.
const FOUND_WITHIN: u64 = 50;

/// What is broken on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Broken {
    Nothing,
    /// Whoever tries again says it as something new: the name of the request is not kept.
    Once,
}

/// A meeting in which something does not hold.
#[derive(Debug)]
struct Failure {
    seed: u64,
    step: usize,
    why: String,
    said: Vec<String>,
}

/// One simulated meeting.
struct Meeting {
    house: House,
    acts: Vec<Act>,
    offered: Offered,
    said: Vec<String>,
    seconds: i64,
    broken: Broken,
}

/// Plays the meeting of this seed; what was said in it, or where something did not hold.
async fn meeting(seed: u64, broken: Broken) -> Result<Vec<String>, Failure> {
    let mut meeting = Meeting {
        house: House::new(seed),
        acts: Vec::new(),
        offered: Offered::default(),
        said: Vec::new(),
        seconds: 0,
        broken,
    };
    meeting.begin().await;
    for step in 0..=STEPS {
        let checked = match step {
            STEPS => meeting.end().await,
            _ => meeting.step().await,
        };
        if let Err(why) = checked {
            return Err(Failure { seed, step, why, said: meeting.said });
        }
    }
    Ok(meeting.said)
}

impl Meeting {
    /// The meeting is convened, its seats are filled, its agenda is issued; nothing goes wrong yet.
    async fn begin(&mut self) {
        self.calmly(room::OPERATOR, room::CONVENE).await;
        for (inviter, line, who) in room::SEATS {
            let invited = self.calmly(inviter, line).await;
            let code = room::code(&invited).expect("a code");
            self.calmly(who, &format!("join {code}")).await;
        }
        for (who, line) in room::BEFORE {
            self.calmly(who, line).await;
        }
        let asked = self.calmly("chair", "paper approve").await;
        let yes = asked.buttons[0].press.clone();
        self.act(&Said { who: "chair", what: Input::Press(yes) }).await;
        self.house.tells().await;
    }

    async fn calmly(&mut self, who: &'static str, line: &str) -> Response {
        let what = Input::Text(line.to_owned());
        let response = self.act(&Said { who, what }).await.expect("it is calm");
        assert!(!response.tone.is_no(), "{line}: {response:?}");
        response
    }

    /// Somebody says something; then all that must hold is looked at.
    async fn step(&mut self) -> Result<(), String> {
        self.house.is_calm(false);
        let dice = self.house.dice.clone();
        if dice.falls(150) {
            self.seconds += dice.below(5 * 86_400) as i64 - 86_400;
        }
        self.seconds += dice.below(7_200) as i64;
        let start: jiff::Timestamp = "2007-10-10T13:00:00Z".parse().unwrap();
        self.house.clock.set(start + jiff::SignedDuration::from_secs(self.seconds));
        let said = people::next(&dice, &mut self.offered);
        // Two people speak at once, at two processes.
        if dice.falls(200) {
            let other = people::next(&dice, &mut self.offered);
            self.at_once([&said, &other]).await;
        } else if let Some(response) = self.act(&said).await {
            self.offered.add(said.who, &response);
        }
        self.house.is_calm(true);
        // What was late on its way has come by now.
        tokio::time::sleep(Duration::from_secs(5)).await;
        invariants::check(&self.house, &self.acts).await
    }

    async fn end(&mut self) -> Result<(), String> {
        self.house.is_calm(true);
        tokio::time::sleep(Duration::from_secs(600)).await;
        invariants::told_once(&self.house).await
    }

    /// Two people speak at the same time, each at a process of their own; nothing is tried again.
    async fn at_once(&mut self, both: [&Said; 2]) {
        let names = both.map(|_| self.name());
        let lines = [0, 1].map(|at| line(both[at], names[at].clone()));
        let [one, two] = lines;
        let (first, second) = (self.house.desk(0), self.house.desk(1));
        let answers = tokio::join!(first.answer(one), second.answer(two));
        for ((said, name), response) in both.into_iter().zip(names).zip([answers.0, answers.1]) {
            self.note(said, (vec![name], false), Some(&response));
            self.offered.add(said.who, &response);
        }
    }

    /// Somebody says something until it is answered, as a person or a platform would: again under
    /// the same name, or typed once more where it was typed before.
    async fn act(&mut self, said: &Said) -> Option<Response> {
        let dice = self.house.dice.clone();
        let mut names = vec![self.name()];
        let mut process = dice.below(PROCESSES);
        let (mut answered, mut is_told_elsewhere) = (None, false);
        for _ in 0..TRIES {
            let name = names.last().expect("one at least").clone();
            let heard = self.house.hears(process, line(said, name)).await;
            let tone = heard.as_ref().map(|response| (response.tone, is_unknown(response)));
            self.said.push(format!("  at process {process}, named {}: {tone:?}", names.len()));
            match heard {
                Some(response) if is_unknown(&response) => {
                    if dice.falls(400) {
                        names.push(self.name());
                    }
                }
                Some(response) => {
                    answered = Some(response);
                    break;
                }
                // It crashed: the same request comes to whichever process is there.
                None => {
                    is_told_elsewhere = true;
                    // What a draft holds is done once, whoever presses again.
                    let is_anew = self.broken == Broken::Once || draft(&said.what).is_some();
                    let again = if is_anew { self.name() } else { names[0].clone() };
                    names.push(again);
                    process = dice.below(PROCESSES);
                }
            }
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        self.note(said, (names, is_told_elsewhere), answered.as_ref());
        answered
    }

    fn note(
        &mut self,
        said: &Said,
        (names, is_told_elsewhere): (Vec<RequestName>, bool),
        answered: Option<&Response>,
    ) {
        let number = self.acts.len();
        let tone = answered.map(|response| response.tone);
        let entries = answered.map(|response| response.entries.clone()).unwrap_or_default();
        let words = format!("{number} {}: {:?}", said.who, said.what);
        self.said.push(format!("{words} → {tone:?} {entries:?}"));
        self.acts.push(Act {
            names,
            draft: draft(&said.what),
            acknowledged: entries,
            // A process that did not hear it before speaks of its own try only.
            refused: answered.is_some_and(is_no) && !is_told_elsewhere,
            words: format!("{} {:?}", said.who, said.what),
            said: words,
        });
    }

    fn name(&self) -> RequestName {
        let number = self.house.dice.below(usize::MAX);
        RequestName::new(&format!("simulated:{number:016x}")).unwrap()
    }
}

/// What somebody says, as their platform brings it.
fn line(said: &Said, request: RequestName) -> Line {
    let on_discord = ["secretariat", "chile", "expert", "observer"].contains(&said.who);
    let front = if on_discord { "discord" } else { "terminal" };
    let channel = Channel { server: "17".to_owned(), channel: "4021".to_owned(), parent: None };
    let speaker = match said.who {
        room::OPERATOR => Speaker::Operator,
        who => Speaker::Account(format!("{front}:{who}")),
    };
    Line {
        meeting: Some(SLUG.to_owned()),
        speaker,
        front,
        channel: on_discord.then_some(channel),
        said: said.what.clone(),
        request,
        lang: Language::En,
    }
}

/// The draft that a press sends or enters.
fn draft(what: &Input) -> Option<plenary_service::DraftId> {
    let Input::Press(press) = what else { return None };
    match &press.action {
        Action::CommentSend(draft)
        | Action::CommentSendPrivate(draft)
        | Action::DraftEnter(draft) => Some(draft.clone()),
        _ => None,
    }
}

/// Nobody knows yet whether it was stored.
fn is_unknown(response: &Response) -> bool {
    response.tone == Tone::Failed && format!("{response:?}").contains("We do not know yet")
}

/// It was said that nothing was stored.
fn is_no(response: &Response) -> bool {
    response.tone.is_no() && !is_unknown(response)
}

/// Whether everybody in the channel is told what is for this audience.
fn is_for_all(audience: &Audience) -> bool {
    match audience {
        Audience::Circle(readers) => *readers != Readers::Secretariat,
        Audience::Missions => true,
        Audience::Chair
        | Audience::Secretariat
        | Audience::Mission(_)
        | Audience::Person(_)
        | Audience::Replaced(_) => false,
    }
}

fn play(seed: u64, broken: Broken) -> Result<Vec<String>, Failure> {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_time().start_paused(true).build().unwrap();
    runtime.block_on(meeting(seed, broken))
}

fn asked_for(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|number| number.parse().expect("a number"))
}

#[test]
fn every_seed_keeps_what_must_hold() {
    if let Some(seed) = asked_for("PLENARY_SEED") {
        match play(seed, Broken::Nothing) {
            Ok(said) => println!("{}\nSeed {seed} holds.", said.join("\n")),
            Err(failure) => panic!("{}", told(&failure)),
        }
        return;
    }
    let seeds = asked_for("PLENARY_SEEDS").unwrap_or(SEEDS);
    let workers = std::thread::available_parallelism().map_or(1, |cores| cores.get() as u64);
    let failures: Vec<Failure> = std::thread::scope(|scope| {
        let begun: Vec<_> = (0..workers)
            .map(|worker| {
                let mine = (1..=seeds).filter(move |seed| seed % workers == worker);
                scope.spawn(move || {
                    mine.filter_map(|seed| play(seed, Broken::Nothing).err()).collect::<Vec<_>>()
                })
            })
            .collect();
        begun.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    for Failure { seed, step, why, .. } in &failures {
        println!("Seed {seed}, step {step}: {why}");
    }
    let first = failures.iter().min_by_key(|failure| failure.seed).map(told).unwrap_or_default();
    assert!(failures.is_empty(), "{} of {seeds} seeds fail. {first}", failures.len());
    println!("{seeds} seeds hold.");
}

fn told(failure: &Failure) -> String {
    let Failure { seed, step, why, said } = failure;
    format!("Seed {seed}, step {step}: {why}\n{}", said.join("\n"))
}

#[test]
fn a_seed_alone_repeats_what_was_said() {
    for seed in [3, 4] {
        let [once, again] = [0, 1].map(|_| play(seed, Broken::Nothing).expect("it holds"));
        assert_eq!(once, again);
    }
}

#[test]
fn breaking_once_on_purpose_is_found() {
    let found = (1..=FOUND_WITHIN).find_map(|seed| play(seed, Broken::Once).err());
    let found = found.expect("it is not found");
    assert!(found.why.contains("is stored twice"), "{}", told(&found));
    println!("Found by seed {}: {}", found.seed, found.why);
}
