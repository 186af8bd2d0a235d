//! Two processes on one meeting in a cluster, and a leader who goes away under them.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use plenary_stand_in_eventstore::{AppendFault, Cluster, Options};

use crate::stage::Stage;
use crate::talk::Talk;

/// How many commands each process stores.
const EACH: usize = 500;
/// When everything must have ended, on a slow machine too.
const END: Duration = Duration::from_secs(240);

/// Opens the desk as `seat`.
fn sit(stage: &Stage, place: &[&str; 4], seat: &str) -> Talk {
    Talk::with(stage.start(&[&["chat", "ciber-v", "--as", seat][..], place].concat()))
}

/// Says every line until it is acknowledged; how often one was not, and the lines without answer.
fn say_all(mut talk: Talk, lines: &[String], begin: Instant) -> (Talk, usize) {
    let mut failed = 0;
    for line in lines {
        loop {
            let verdict = talk.say(line);
            if verdict.starts_with('✓') {
                break;
            }
            let known = [
                "!! We do not know yet",
                "!! The store cannot be reached",
                "!! The record of the meeting cannot be written",
                "!! Many people are",
            ];
            let is_true = known.iter().any(|sentence| verdict.starts_with(sentence));
            assert!(is_true, "“{line}”: {verdict}");
            assert!(begin.elapsed() < END, "“{line}” is not stored after {END:?}");
            failed += 1;
        }
    }
    (talk, failed)
}

/// Everything that a seat is shown of the meeting, without the notices below the answers.
fn views(talk: &mut Talk) -> Vec<String> {
    let lines = ["agenda show view:draft", "people list", "comment list", "record check"];
    let shown = lines.map(|line| talk.ask(line));
    let answers =
        shown.iter().flat_map(|all| all.lines().take_while(|line| !line.starts_with('»')));
    answers.map(str::to_owned).collect()
}

/// The lines must be the same; the first that is not is told.
#[track_caller]
fn assert_same(one: &[String], two: &[String]) {
    let differs = one.iter().zip(two).find(|(one, two)| one != two);
    assert!(differs.is_none() && one.len() == two.len(), "the views differ: {differs:?}");
}

#[test]
fn a_thousand_commands_of_two_processes_over_a_change_of_leader_are_stored_once_each() {
    let begin = Instant::now();
    let stage = Stage::before("=== Late");
    let export = stage.export();
    stage.write("v.jsonl", &export);
    let before = export.lines().count();
    let cluster = Cluster::start(Options { nodes: 2, ..Options::default() }).expect("a cluster");
    let address = cluster.address();
    let place = ["--journal", &address, "--keys", "v.db.keys"];
    let run = |args: &[&str]| stage.run(&[args, &place].concat());
    run(&["import", "v.jsonl"]).done();
    let invited = run(&["invite", "ciber-v", "--office", "secretariat", "--name", "Nilo Prado"]);
    let invited = invited.done();
    let code = invited.split("Code: ").nth(1).and_then(|rest| rest.get(..19)).expect("a code");
    let mut talks = [sit(&stage, &place, "secretariat"), sit(&stage, &place, "assistant")];
    // The code is masked in what is echoed, so the answer is found by its end.
    talks[1].begin(&format!("join {code}"));
    assert!(talks[1].ask("me").contains("Nilo Prado"));
    talks[0].ask("agenda show view:draft");
    let middle = cluster.log().len() + EACH;
    // A nomination that is given twice, as two commands, stores two.
    let lines = ["Chile", "Peru"].map(|state| -> Vec<String> {
        let names = (0..EACH).map(|number| format!("{state} {number}"));
        names.map(|name| format!("nominate expert name:\"{name}\" for:{state}")).collect()
    });
    let mut ended = std::thread::scope(|scope| {
        let sayings: Vec<_> = talks
            .into_iter()
            .zip(&lines)
            .map(|(talk, lines)| scope.spawn(move || say_all(talk, lines, begin)))
            .collect();
        while cluster.log().len() < middle {
            assert!(begin.elapsed() < END, "only {} entries", cluster.log().len());
            std::thread::sleep(Duration::from_millis(2));
        }
        // What both say now is stored and not answered, and the new leader loses answers too.
        let frozen = [AppendFault::FreezeAfterCommit; 2];
        let lost = [AppendFault::TimeoutAfterCommit, AppendFault::NotReady];
        cluster.faults().on_appends(frozen.into_iter().chain(lost));
        std::thread::sleep(Duration::from_millis(100));
        cluster.lead(1);
        cluster.stop(0);
        sayings.into_iter().map(|one| one.join().expect("it ends")).collect::<Vec<_>>()
    });
    let [one, two] = &mut ended[..] else { panic!("two processes") };
    let shown = views(&mut one.0);
    assert_same(&shown, &views(&mut two.0));
    let mut fresh = sit(&stage, &place, "secretariat");
    assert_same(&shown, &views(&mut fresh));
    let unanswered = one.1 + two.1;
    println!("{unanswered} answers were none; {:?} in all", begin.elapsed());
    for talk in [fresh].into_iter().chain(ended.into_iter().map(|(talk, _)| talk)) {
        talk.end();
    }
    assert!(run(&["verify", "ciber-v"]).done().contains("none altered or lost"));
    let export = run(&["export", "ciber-v"]).done();
    let requests = requests(&export, before + 2);
    assert_eq!(requests.len(), 2 * EACH, "a command is missing, or was stored under two names");
    let people = shown.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    for name in ["Chile", "Peru"].iter().flat_map(|s| (0..EACH).map(move |n| format!("{s} {n}"))) {
        assert_eq!(people.matches(&format!("{name}, expert")).count(), 1, "{name}");
    }
    assert!(begin.elapsed() < END);
}

/// The requests that stored something after the entry `after`, with the number of their entries.
fn requests(export: &str, after: usize) -> BTreeMap<String, usize> {
    let mut requests = BTreeMap::new();
    for line in export.lines().skip(after) {
        let entry: serde_json::Value = serde_json::from_str(line).expect("an entry is JSON");
        let name = entry["request"].as_str().expect("a request has a name").to_owned();
        *requests.entry(name).or_default() += 1;
    }
    requests
}
