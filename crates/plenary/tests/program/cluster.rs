//! The program on a journal in EventStoreDB: on the stand-in, and on a real server when
//! `PLENARY_TEST_ESDB` names one. Every command works, and a story has the digests that it has
//! elsewhere.

use plenary_stand_in_eventstore::{AppendFault, Cluster, Options};

use crate::stage::{FIRST, Ran, Stage, path_of, stories};

/// A cluster with a stage beside it.
struct Far {
    stage: Stage,
    cluster: Cluster,
}

impl Far {
    fn new() -> Self {
        let cluster = Cluster::start(Options::default()).expect("the stand-in starts");
        Self { stage: Stage::empty(), cluster }
    }

    fn run(&self, args: &[&str]) -> Ran {
        let address = self.cluster.address();
        let place = ["--journal", &address, "--keys", "keys"];
        self.stage.run(&[args, &place].concat())
    }
}

#[test]
fn a_seeded_story_has_the_same_digests_in_memory_in_a_file_and_in_a_cluster() {
    for story in stories() {
        let play = |journal: &str| {
            let stage = Stage::empty();
            let file = path_of(&story);
            let args = ["play", "--quiet", &file, "--journal", journal, "--keys", "keys"];
            stage.run_with("PLENARY__SEED", "7", &args).done()
        };
        let cluster = Cluster::start(Options::default()).expect("the stand-in starts");
        let far = std::env::var("PLENARY_TEST_ESDB").unwrap_or_else(|_| cluster.address());
        let first = play("memory:");
        assert!(first.starts_with("Played. Head: "), "{first}");
        assert_eq!(play("sqlite:v.db"), first, "{story}");
        assert_eq!(play(&far), first, "{story}");
    }
}

#[test]
fn every_command_works_on_a_cluster() {
    let far = Far::new();
    far.run(&["play", "--quiet", &path_of(FIRST)]).done();
    let verified = far.run(&["verify", "ciber-v"]).done();
    assert!(verified.contains("unbroken"), "{verified}");
    for paper in ["agenda", "record", "roster", "history"] {
        assert!(!far.run(&["paper", paper, "ciber-v"]).done().is_empty());
    }
    assert!(far.run(&["paper", "roster", "ciber-v"]).done().contains("Helena Duarte"));
    let export = far.run(&["export", "ciber-v"]).done();
    let status = far.run(&["journal", "status"]).done();
    assert!(status.contains("1 meetings") && status.contains("meeting-ciber-v: "), "{status}");
    far.stage.write("v.jsonl", &export);
    let other = Far::new();
    other.stage.write("v.jsonl", &export);
    other.run(&["import", "v.jsonl"]).done();
    assert_eq!(other.run(&["export", "ciber-v"]).done(), export);
    far.run(&["keys", "export"]).done();
    let unknown = far.run(&["show", "agenda", "no-such"]).refused();
    assert!(unknown.contains("it holds: ciber-v"), "{unknown}");
}

#[test]
fn an_append_whose_answer_is_lost_is_settled_while_the_person_waits() {
    let far = Far::new();
    let faults = [AppendFault::DropAfterCommit, AppendFault::DropBeforeCommit];
    far.cluster.faults().on_appends(faults.into_iter().cycle().take(8));
    far.run(&["play", "--quiet", &path_of(FIRST)]).done();
    assert!(far.run(&["verify"]).done().contains("unbroken"));
}

#[test]
fn a_cluster_without_keys_or_answer_is_told_with_the_setting_and_no_password() {
    let stage = Stage::empty();
    let address = "esdb://chair:hunter2@127.0.0.1:1?tls=false";
    let keyless = stage.run(&["verify", "--journal", address]).refused();
    assert!(keyless.contains("needs the setting keys"), "{keyless}");
    let away = stage.run(&["verify", "--journal", address, "--keys", "k"]).refused();
    assert!(away.contains("127.0.0.1:1 (setting `journal`)"), "{away}");
    let wrong = "esdb://chair:hunter2@127.0.0.1:port";
    let wrong = stage.run(&["verify", "--journal", wrong, "--keys", "k"]).refused();
    assert!(wrong.contains("is not an address of EventStoreDB"), "{wrong}");
    let printed = stage.run(&["settings", "--journal", address, "--keys", "k"]).done();
    assert!(printed.contains("esdb://chair:…@127.0.0.1:1"), "{printed}");
    for said in [keyless, away, wrong, printed] {
        assert!(!said.contains("hunter2"), "{said}");
    }
}
