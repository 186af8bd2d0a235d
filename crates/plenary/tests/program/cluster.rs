//! The program on a journal in EventStoreDB: on the stand-in, and on a real server when
//! `PLENARY_TEST_ESDB` names one. Every command works there, and a story has the digests that it
//! has elsewhere.

use plenary_stand_in_eventstore::{AppendFault, Cluster, Options};

use crate::far::Far;
use crate::stage::{FIRST, Ran, Stage, path_of, stories, text_of};

#[test]
fn a_seeded_story_has_the_same_digests_in_memory_in_a_file_and_in_a_cluster() {
    for story in stories() {
        let far = Far::new();
        let file = far.story(&story, usize::MAX);
        let play = |journal: &str, keys: &str| {
            let args = ["play", "--quiet", &file, "--journal", journal, "--keys", keys];
            far.stage.run_with("PLENARY__SEED", "7", &args).done()
        };
        let first = play("memory:", "k1");
        assert!(first.starts_with("The story was played without a difference. Head: "), "{first}");
        assert_eq!(play("sqlite:v.db", "k2"), first, "{story}");
        assert_eq!(play(&far.address, "k3"), first, "{story}");
    }
}

#[test]
fn every_story_plays_in_a_cluster_with_nothing_missed_and_played_again_adds_nothing() {
    for story in stories() {
        let far = Far::new();
        // It is cut at a third and at two thirds, between two lines, and goes on from there.
        let text = text_of(&story);
        for part in 1..=2 {
            let cut = text.len() / 3 * part;
            let cut = text.as_bytes()[..cut].windows(5).rposition(|five| five == b"\n\n===");
            let file = far.story(&story, cut.map_or(0, |cut| cut + 1));
            far.run(&["play", "--quiet", &file]).done();
        }
        let file = far.story(&story, usize::MAX);
        let ran = far.run(&["play", "--quiet", &file]);
        assert_eq!(ran.err, "", "{story}");
        let played = ran.done();
        assert_eq!(far.run(&["play", "--quiet", &file]).done(), played, "{story}");
        assert!(far.run(&["verify", &far.slug(&story)]).done().contains("none altered or lost"));
    }
}

#[test]
fn every_paper_and_view_of_a_cluster_is_that_of_its_copy_in_a_file() {
    for story in stories() {
        let far = Far::new();
        far.run(&["play", "--quiet", &far.story(&story, usize::MAX)]).done();
        let slug = far.slug(&story);
        far.stage.write("v.jsonl", far.run(&["export", &slug]).done());
        let near = |args: &[&str]| far.stage.run(&[args, &["--keys", "keys"]].concat()).done();
        near(&["import", "v.jsonl"]);
        let mut asked: Vec<[&str; 3]> = Vec::new();
        for paper in ["agenda", "comparison", "participants", "record", "history"] {
            asked.push(["paper", paper, &slug]);
        }
        for view in ["agenda", "participants", "comments", "editions", "history"] {
            asked.push(["show", view, &slug]);
        }
        for args in &asked {
            let shown = far.run(args).done();
            assert_eq!(shown, near(args), "{args:?}");
            assert!(!shown.is_empty(), "{args:?}");
        }
        let verified = far.run(&["verify", &slug]).done();
        assert_eq!(verified, near(&["verify", &slug]));
        let readers = ["export", &slug, "--readers", "delegations"];
        assert_eq!(far.run(&readers).done(), near(&readers));
    }
}

#[test]
fn every_other_command_works_on_a_cluster() {
    let far = Far::new();
    let text = text_of(FIRST);
    let late = text.find("\n=== Late").expect("the story has such a chapter");
    far.run(&["play", "--quiet", &far.story(FIRST, late + 1)]).done();
    let slug = far.slug(FIRST);
    let invited = far.run(&["invite", &slug, "--office", "secretariat", "--name", "Nilo Prado"]);
    let invited = invited.done();
    let code = invited.split("Code: ").nth(1).and_then(|rest| rest.get(..19)).expect("a code");
    let place = ["--journal", &far.address, "--keys", "keys"];
    let chat = |seat: &str, lines: &str| {
        let args = [&["chat", &slug, "--as", seat][..], &place].concat();
        far.stage.pipe(&args, lines)
    };
    let told = chat("assistant", &format!("join {code}\nme\n")).done();
    assert!(told.contains("You are Nilo Prado"), "{told}");
    let told = chat("expert", "comment 8 Said in a cluster.\n1\n").done();
    assert!(told.contains("✓ C4"), "{told}");
    let keys = far.run(&["keys", "export"]).done();
    far.stage.write("k.jsonl", keys);
    let status = far.run(&["journal", "status"]).done();
    assert!(status.contains("Keys: keys") && !status.contains("hunter2"), "{status}");
    let head = format!("meeting-{slug}: ");
    let line = |text: &str| text.lines().find(|line| line.starts_with(&head)).map(str::to_owned);
    assert!(line(&status).is_some(), "{status}");
    let unknown = far.run(&["show", "agenda", "no-such"]).refused();
    assert!(unknown.contains(&slug), "{unknown}");
    // The copy in a file, with the keys moved beside it, is the same meeting.
    far.stage.run(&["journal", "copy", "--from", &far.address, "--to", "sqlite:c.db"]).done();
    let near = |args: &[&str]| far.stage.run(&[args, &["--journal", "sqlite:c.db"]].concat());
    near(&["keys", "import", "k.jsonl"]).done();
    assert_eq!(line(&near(&["journal", "status"]).done()), line(&status));
    assert_eq!(near(&["verify", &slug]).done(), far.run(&["verify", &slug]).done());
    let roster = ["paper", "participants", &slug];
    assert!(near(&roster).done().contains("Nilo Prado"));
    assert_eq!(near(&roster).done(), far.run(&roster).done());
}

/// The demonstration plays its own meeting, of which a store holds one: a real server's second run
/// has other keys and is refused, so this is for the stand-in alone.
#[test]
fn the_demonstration_works_on_a_cluster_and_shows_no_password() {
    let user = Some(("chair".to_owned(), "hunter2".to_owned()));
    let cluster = Cluster::start(Options { user, ..Options::default() }).expect("a cluster");
    let stage = Stage::empty();
    let address = cluster.address();
    let mut demo = stage.command(&["demo", "--journal", &address, "--keys", "keys"]);
    let ran: Ran = demo.env("TMPDIR", stage.path("")).output().expect("it starts").into();
    let shown = ran.done();
    assert!(shown.contains("Journal: esdb://chair:…@127.0.0.1:"), "{shown}");
    assert!(shown.contains("YOUR TURN") && !shown.contains("hunter2"), "{shown}");
    assert!(shown.contains("Checked: 97 entries, none altered or lost."), "{shown}");
    let verify = ["verify", "ciber-v", "--journal", &address, "--keys", "keys"];
    assert!(stage.run(&verify).done().contains("97 entries, none altered or lost"));
}

#[test]
fn an_append_whose_answer_is_lost_is_settled_while_the_person_waits() {
    let far = Far::new();
    let Some(cluster) = &far.cluster else { return };
    let faults = [AppendFault::TimeoutAfterCommit, AppendFault::NotReady];
    cluster.faults().on_appends(faults.into_iter().cycle().take(8));
    far.run(&["play", "--quiet", &path_of(FIRST)]).done();
    assert!(far.run(&["verify"]).done().contains("none altered or lost"));
}

#[test]
fn a_cluster_without_keys_or_answer_is_told_with_the_setting_and_no_password() {
    let stage = Stage::empty();
    let address = "esdb://chair:hunter2@127.0.0.1:1?tls=false";
    let keyless = stage.run(&["verify", "--journal", address]).refused();
    assert!(keyless.contains("needs a folder for the keys"), "{keyless}");
    let wrong = "esdb://chair:hunter2@127.0.0.1:port";
    let wrong = stage.run(&["verify", "--journal", wrong, "--keys", "k"]).refused();
    assert!(wrong.contains("is not an address of EventStoreDB"), "{wrong}");
    let printed = stage.run(&["settings", "--journal", address, "--keys", "k"]).done();
    assert!(printed.contains("esdb://chair:…@127.0.0.1:1"), "{printed}");
    for said in [keyless, wrong, printed] {
        assert!(!said.contains("hunter2"), "{said}");
    }
}
