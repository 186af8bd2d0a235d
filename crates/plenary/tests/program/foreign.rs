//! What a server that is not ours must stand as well, as far as it can be tried without faults of
//! its own: two processes over lost connections, an outage, a copy that is interrupted. On the
//! stand-in, and on the server that `PLENARY_TEST_ESDB` names.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use crate::far::{Door, Far};
use crate::stage::{FIRST, Stage, text_of};
use crate::talk::Talk;

/// How many commands each of two processes stores.
const EACH: usize = 60;
/// When everything must have ended, on a slow machine too.
const END: Duration = Duration::from_secs(240);
/// What is told of a line that was not stored, or perhaps not.
const TOLD: [&str; 4] = [
    "!! We do not know yet",
    "!! The store cannot be reached",
    "!! The record of the meeting cannot be written",
    "!! Many people are",
];

/// The first story until its late replies, in this store, and the door before it.
fn begun(far: &Far) -> (String, Option<Door>, String) {
    let text = text_of(FIRST);
    let late = text.find("\n=== Late").expect("the story has such a chapter");
    far.run(&["play", "--quiet", &far.story(FIRST, late + 1)]).done();
    let (door, address) = match Door::before(&far.address) {
        Some((door, address)) => (Some(door), address),
        None => {
            println!("no door before {}: its connections are not cut here", far.address);
            (None, far.address.clone())
        }
    };
    (far.slug(FIRST), door, address)
}

fn sit(stage: &Stage, slug: &str, address: &str, seat: &str) -> Talk {
    let place = ["--journal", address, "--keys", "keys"];
    Talk::with(stage.start(&[&["chat", slug, "--as", seat][..], &place].concat()))
}

/// Says a line until it is acknowledged.
fn insist(talk: &mut Talk, line: &str, begin: Instant) {
    loop {
        let verdict = talk.say(line);
        if verdict.starts_with('✓') {
            return;
        }
        assert!(TOLD.iter().any(|told| verdict.starts_with(told)), "“{line}”: {verdict}");
        assert!(begin.elapsed() < END, "“{line}” is not stored after {END:?}");
    }
}

#[test]
fn two_processes_store_every_command_once_over_lost_connections() {
    let begin = Instant::now();
    let far = Far::new();
    let (slug, door, address) = begun(&far);
    let talks = ["secretariat", "chair"].map(|seat| sit(&far.stage, &slug, &address, seat));
    std::thread::scope(|scope| {
        for (talk, name) in talks.into_iter().zip(["one", "two"]) {
            scope.spawn(move || {
                let mut talk = talk;
                for number in 0..EACH {
                    insist(&mut talk, &format!("agenda edit add \"{name} {number}\""), begin);
                }
                talk.end();
            });
        }
        for _ in 0..2 {
            std::thread::sleep(Duration::from_millis(700));
            if let Some(door) = &door {
                door.slam();
            }
        }
    });
    let export = far.run(&["export", &slug]).done();
    let added = |line: &&str| line.contains("\"agenda.item-added.v1\"");
    let titles: Vec<String> = export.lines().filter(added).map(title).collect();
    let mut wanted = BTreeSet::new();
    for name in ["one", "two"] {
        wanted.extend((0..EACH).map(|number| format!("{name} {number}")));
    }
    let ours: Vec<&String> = titles.iter().filter(|title| wanted.contains(*title)).collect();
    assert_eq!(ours.len(), 2 * EACH, "something is missing, or was stored twice");
    assert_eq!(ours.into_iter().collect::<BTreeSet<_>>().len(), 2 * EACH);
    assert!(far.run(&["verify", &slug]).done().contains("none altered or lost"));
}

fn title(line: &str) -> String {
    let entry: serde_json::Value = serde_json::from_str(line).expect("an entry is JSON");
    entry["data"]["title"].as_str().expect("an item has a title").to_owned()
}

#[test]
fn an_outage_is_told_and_the_same_process_goes_on_after_it() {
    let far = Far::new();
    let (slug, door, address) = begun(&far);
    let Some(door) = door else { return };
    let mut talk = sit(&far.stage, &slug, &address, "secretariat");
    assert!(talk.say("agenda edit add \"Before\"").starts_with('✓'));
    door.shut();
    let told = talk.ask("agenda edit add \"In the gap\"");
    assert!(TOLD[..2].iter().any(|words| told.starts_with(words)), "{told}");
    let told = talk.ask("me");
    assert!(told.starts_with(TOLD[1]), "{told}");
    door.open();
    insist(&mut talk, "agenda edit add \"In the gap\"", Instant::now());
    talk.end();
    let export = far.run(&["export", &slug]).done();
    for words in ["\"Before\"", "\"In the gap\""] {
        assert_eq!(export.matches(words).count(), 1, "{words}");
    }
}

#[test]
fn a_copy_that_is_killed_goes_on_and_is_the_same() {
    let far = Far::new();
    let (slug, _, _) = begun(&far);
    let copy = ["journal", "copy", "--from", &far.address, "--to", "sqlite:c.db"];
    let mut child = far.stage.start(&copy);
    std::thread::sleep(Duration::from_millis(100));
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
    far.stage.run(&copy).done();
    let near = |args: &[&str]| {
        far.stage.run(&[args, &["--journal", "sqlite:c.db", "--keys", "keys"]].concat()).done()
    };
    assert_eq!(far.run(&["verify", &slug]).done(), near(&["verify", &slug]));
    assert_eq!(far.run(&["export", &slug]).done(), near(&["export", &slug]));
    let again = far.stage.run(&copy).done();
    assert!(again.contains("0 entries were copied"), "{again}");
}
