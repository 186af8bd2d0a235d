//! The store goes away under people at the desk for half a minute, and returns: what they are told
//! meanwhile is true and names the setting, and nobody has to start again.

use std::time::{Duration, Instant};

use plenary_stand_in_eventstore::{AppendFault, Cluster, Options};

use crate::stage::Stage;
use crate::talk::Talk;

/// How long the store is away.
const AWAY: Duration = Duration::from_secs(30);
/// How long a person waits for an answer while it is away, and for one after its return.
const WAIT: Duration = Duration::from_secs(12);

const UNKNOWN: &str =
    "!! We do not know yet whether this was stored. Please send it again in a moment";
const GONE: &str = "!! The store cannot be reached at the moment: no answer from 127.0.0.1:";

/// Waits until this is so.
fn until(what: &str, is_so: impl Fn() -> bool) {
    let begin = Instant::now();
    while !is_so() {
        assert!(begin.elapsed() < WAIT, "{what} did not happen");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Says a line that cannot be done now; the answer comes in time and begins like this.
#[track_caller]
fn assert_told(talk: &mut Talk, line: &str, words: &str) {
    let begin = Instant::now();
    let told = talk.ask(line);
    let (flat, waited) = (told.split_whitespace().collect::<Vec<_>>().join(" "), begin.elapsed());
    assert!(flat.starts_with(words), "“{line}”: {told}");
    for raw in ["tonic", "grpc", "os error", "Status", "h2 protocol"] {
        assert!(!flat.contains(raw), "“{line}” is told in the words of a program: {told}");
    }
    assert!(waited < WAIT, "“{line}” waited {waited:?}");
}

#[test]
fn a_store_that_is_away_for_half_a_minute_is_told_truly_and_the_same_processes_go_on() {
    let stage = Stage::before("=== Late");
    stage.write("v.jsonl", stage.export());
    let cluster = Cluster::start(Options::default()).expect("a cluster");
    let address = cluster.address();
    let place = ["--journal", &address, "--keys", "v.db.keys"];
    let run = |args: &[&str]| stage.run(&[args, &place].concat());
    run(&["import", "v.jsonl"]).done();
    let sit =
        |seat| Talk::with(stage.start(&[&["chat", "ciber-v", "--as", seat][..], &place].concat()));
    let [mut office, mut expert, mut chair] = ["secretariat", "expert", "chair"].map(sit);
    chair.ask("me");
    assert!(office.say("agenda edit add \"Before\"").starts_with('✓'));
    expert.ask("comment VIII Waits for its press.");

    // The store stores the one and not the other, says nothing of either, and is gone.
    let faults = [AppendFault::FreezeAfterCommit, AppendFault::FreezeBeforeCommit];
    cluster.faults().on_appends(faults);
    let stored = cluster.log().len();
    office.begin("agenda edit add \"Stored unheard\"");
    until("an append", || cluster.log().len() > stored);
    expert.begin("[Send]");
    std::thread::sleep(Duration::from_millis(500));
    cluster.stop(0);
    let gone = Instant::now();
    assert!(office.verdict("agenda edit add \"Stored unheard\"").starts_with(&UNKNOWN[..50]));
    assert!(expert.verdict("[Send]").starts_with(&UNKNOWN[..50]));
    assert!(gone.elapsed() < WAIT, "they waited {:?}", gone.elapsed());

    // Whatever else is said meanwhile was surely not stored; what is not known stays so.
    for line in ["me", "agenda show view:draft", "agenda edit add \"In the gap\""] {
        assert_told(&mut office, line, GONE);
    }
    assert_told(&mut office, "agenda edit add \"Stored unheard\"", UNKNOWN);
    let told = office.ask("agenda edit add \"In the gap\"").replace("\n  ", "");
    assert!(told.contains("(setting `journal`)") && told.contains("Nothing was stored"), "{told}");
    std::thread::sleep(AWAY.saturating_sub(gone.elapsed()));

    cluster.start_again(0).expect("its port is free");
    for line in ["Stored unheard", "In the gap"] {
        let told = office.say(&format!("agenda edit add \"{line}\""));
        assert!(told.starts_with('✓'), "{told}");
    }
    let told = expert.say("[Send]");
    assert!(told.starts_with("✓ C4 on item 9") || told.starts_with("✓ C4 on"), "{told}");
    // The chair, who said nothing all the while, hears of it.
    until_heard(&mut chair, "C4 by Helena Duarte");
    for talk in [office, expert, chair] {
        talk.end();
    }
    let export = run(&["export", "ciber-v"]).done();
    for words in ["Before", "Stored unheard", "In the gap", "Waits for its press."] {
        assert_eq!(export.matches(&format!("\"{words}\"")).count(), 1, "{words}");
    }
    assert!(run(&["verify"]).done().contains("none altered or lost"));
}

/// Asks for what was heard until this is in it.
fn until_heard(talk: &mut Talk, words: &str) {
    let begin = Instant::now();
    let mut heard = String::new();
    while !heard.contains(words) {
        assert!(begin.elapsed() < WAIT, "“{words}” is not heard: {heard}");
        heard.push_str(&talk.ask("me"));
        // A notice may also come between two answers.
        heard.extend(talk.heard.drain(..));
        std::thread::sleep(Duration::from_millis(50));
    }
}
