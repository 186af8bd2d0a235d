//! A wrong address, user, password or certificate of a cluster: every command reports it in one
//! sentence that names the setting and repeats no password.

use std::time::{Duration, Instant};

use plenary_stand_in_eventstore::{Cluster, Options, Tls};

use crate::stage::{FIRST, Stage, path_of, root};

/// How long a command may take to report it.
const WAIT: Duration = Duration::from_secs(15);

/// Every command that opens a journal.
fn commands() -> Vec<Vec<String>> {
    let story = path_of(FIRST);
    let play = ["play", "--quiet", &story];
    let all: [&[&str]; 11] = [
        &play,
        &["demo"],
        &["chat", "ciber-v", "--as", "chair"],
        &["show", "agenda", "ciber-v"],
        &["paper", "record", "ciber-v"],
        &["export", "ciber-v"],
        &["import", "v.jsonl"],
        &["verify"],
        &["verify", "ciber-v"],
        &["invite", "ciber-v", "--office", "chair"],
        &["journal", "status"],
    ];
    all.iter().map(|words| words.iter().map(|word| (*word).to_owned()).collect()).collect()
}

/// Every command says these words of this journal, in time.
fn assert_told(stage: &Stage, address: &str, words: &[&str]) {
    let assert_said = |args: &[&str]| {
        let begin = Instant::now();
        let said = stage.run(args).refused();
        for words in words {
            assert!(said.contains(words), "{args:?} lacks “{words}”: {said}");
        }
        assert!(said.starts_with("plenary: ") || args[0] == "demo", "{args:?}: {said}");
        for raw in ["hunter2", "Status {", "tonic", "os error", "code:"] {
            assert!(!said.contains(raw), "{args:?} says “{raw}”: {said}");
        }
        assert!(begin.elapsed() < WAIT, "{args:?} took {:?}", begin.elapsed());
    };
    for command in commands() {
        let mut args: Vec<&str> = command.iter().map(String::as_str).collect();
        args.extend(["--journal", address, "--keys", "keys"]);
        assert_said(&args);
    }
    for (option, other) in [("--from", "--to"), ("--to", "--from")] {
        let args = ["journal", "copy", option, address, other, "sqlite:v.db"];
        assert_said(&args);
        assert!(stage.run(&args).err.contains(option), "{option} is not named");
    }
}

fn stage() -> Stage {
    let stage = Stage::of(FIRST);
    stage.write("v.jsonl", stage.export());
    stage
}

#[test]
fn a_wrong_user_or_password_is_told_by_every_command_and_repeated_by_none() {
    let user = Some(("chair".to_owned(), "right".to_owned()));
    let cluster = Cluster::start(Options { user, ..Options::default() }).expect("a cluster");
    let stage = stage();
    let address = format!("esdb://chair:hunter2@127.0.0.1:{}?tls=false", cluster.ports()[0]);
    assert_told(&stage, &address, &["rejected the user and password in the setting `journal`"]);
    assert_eq!(cluster.log().len(), 0);
    let right = cluster.address();
    stage.run(&["verify", "--journal", &right, "--keys", "keys"]).done();
}

#[test]
fn a_certificate_that_is_not_trusted_is_told_with_the_parameter_that_mends_it() {
    let tls = Some(Tls::of_tests());
    let cluster = Cluster::start(Options { tls, ..Options::default() }).expect("a cluster");
    let stage = stage();
    let file = |name: &str| {
        let folder = root().join("tests/stand-ins/eventstore/certificates");
        format!("{}&tlsCaFile={}", cluster.address(), folder.join(name).display())
    };
    let other = file("other-authority.pem");
    assert_told(&stage, &other, &["is not trusted", "tlsCaFile=FILE in the setting `journal`"]);
    let plain = cluster.address().replace("tls=true", "tls=false");
    assert_told(&stage, &plain, &["(setting `journal`)"]);
    let none = stage.run(&["verify", "--journal", &file("none.pem"), "--keys", "k"]).refused();
    assert!(none.contains("the setting journal names") && none.contains("none.pem"), "{none}");
    let right = file("authority.pem");
    stage.run(&["play", "--quiet", &path_of(FIRST), "--journal", &right, "--keys", "far"]).done();
}

#[test]
fn an_address_where_nobody_listens_is_told_with_the_setting() {
    let stage = stage();
    let nobody = "esdb://chair:hunter2@127.0.0.1:1?tls=false";
    assert_told(&stage, nobody, &["no answer from 127.0.0.1:1 (setting `journal`)", "refused"]);
    let nowhere = "esdb://chair:hunter2@nowhere.invalid:2113?tls=false";
    let said = stage.run(&["verify", "--journal", nowhere, "--keys", "k"]).refused();
    assert!(said.contains("nowhere.invalid:2113 (setting `journal`)"), "{said}");
}

#[test]
fn a_node_that_does_not_encrypt_is_told_with_the_parameter_that_mends_it() {
    let cluster = Cluster::start(Options::default()).expect("a cluster");
    let stage = stage();
    let address = cluster.address().replace("tls=false", "tls=true");
    assert_told(&stage, &address, &["write ?tls=false in the setting `journal`"]);
}
