//! Keys that are damaged, gone or another installation's: what it costs, and what is said.
#![cfg(unix)]

use std::fs;
use std::path::PathBuf;

use crate::stage::{FIRST, Stage};

/// The file of one person's key.
fn key_of(stage: &Stage, person: &str) -> PathBuf {
    let path = stage.path(&format!("v.db.keys/ciber-v.{person}"));
    assert!(path.is_file(), "{}", path.display());
    path
}

/// Says lines with the setting that the keys are lost.
fn with_lines(mut command: std::process::Command, lines: &str) -> crate::stage::Ran {
    use std::io::Write;
    command.env("PLENARY__KEYS_LOST", "true").stdin(std::process::Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut input = child.stdin.take().expect("its input is a pipe");
    input.write_all(lines.as_bytes()).expect("it reads");
    drop(input);
    child.wait_with_output().expect("it ends").into()
}

fn pipe_at(path: &std::path::Path) {
    let made = std::process::Command::new("mkfifo").arg(path).status().expect("mkfifo is there");
    assert!(made.success());
}

#[test]
fn a_bad_key_file_costs_one_name_and_nothing_else() {
    let stage = Stage::of(FIRST);
    let participants = || stage.run(&["paper", "participants", "ciber-v"]);
    let whole = participants().done();
    let key = key_of(&stage, "h1");
    let kept = fs::read(&key).expect("it can be read");
    let spoil: [&dyn Fn(); 5] = [
        &|| fs::write(&key, [7; 16]).expect("16 bytes"),
        &|| fs::write(&key, [7; 64]).expect("64 bytes"),
        &|| fs::write(&key, [7; 32]).expect("another key"),
        &|| fs::create_dir(&key).expect("a folder"),
        &|| pipe_at(&key),
    ];
    for (index, spoil) in spoil.iter().enumerate() {
        fs::remove_file(&key).expect("it can be removed");
        spoil();
        let verified = stage.run(&["verify", "ciber-v"]).done();
        assert!(verified.contains("entries, none altered or lost"), "{index}: {verified}");
        let printed = participants().done();
        assert_ne!(printed, whole, "{index}");
        assert_eq!(printed.matches("[name withheld]").count(), 1, "{index}: {printed}");
        let saved = stage.run(&["keys", "export"]);
        let lines = saved.out.lines().count();
        assert!(lines > 10, "{index}: only {lines} keys were saved");
        // A key with other bytes is a key like every other.
        assert_eq!(saved.code, Some(i32::from(index != 2)), "{index}: {}", saved.err);
        if key.is_dir() {
            fs::remove_dir(&key).expect("it is empty");
            fs::write(&key, &kept).expect("a key");
        }
    }
    fs::remove_file(&key).expect("it can be removed");
    fs::write(&key, &kept).expect("it can be restored");
    assert_eq!(participants().done(), whole);
}

#[test]
fn keys_that_are_gone_or_anothers_are_noticed_before_anybody_acts() {
    let stage = Stage::of(FIRST);
    let other = Stage::of(FIRST);
    let (keys, away) = (stage.path("v.db.keys"), stage.path("away"));
    let act = || stage.chat("chair", "me\n");
    let before = act().done();
    fs::rename(&keys, &away).expect("a folder can be moved");
    let is_refused = |what: &str| {
        let said = act().refused();
        let why = "these keys do not belong to this journal (platform-terminal-ciber-v";
        assert!(said.contains(why) && said.contains("restore it from a backup"), "{what}: {said}");
        assert!(said.contains("keys_lost = true"), "{what}: {said}");
        let doctor = stage.run(&["doctor"]).refused();
        assert!(doctor.contains("do not belong to this journal"), "{what}: {doctor}");
        // Reading goes on, without names.
        stage.run(&["paper", "record", "ciber-v"]).done();
    };
    is_refused("no folder");
    assert!(!keys.exists(), "a secret was made");
    fs::rename(other.path("v.db.keys"), &keys).expect("a folder can be moved");
    is_refused("another installation's");
    // Keys that are lost for good: nobody is known by an account any more, and the meeting goes on.
    let lost = stage.command(&["chat", "ciber-v", "--as", "operator"]);
    let lost = with_lines(lost, "people invite as:secretariat name:Z\n").done();
    assert!(lost.contains("Invited"), "{lost}");
    fs::remove_dir_all(&keys).expect("a folder can be removed");
    fs::rename(&away, &keys).expect("a folder can be moved");
    assert!(act().done().contains("You are Ruth Calloway"), "{before}");
}

#[test]
fn a_pipe_in_the_place_of_a_journal_is_no_journal() {
    let stage = Stage::empty();
    pipe_at(&stage.path("pipe.db"));
    for command in [&["verify"][..], &["export", "ciber-v"]] {
        let said = stage.run(&[command, &["--journal", "sqlite:pipe.db"]].concat()).refused();
        assert!(
            said.contains("is not a file but a pipe or a device; give the name of a file"),
            "{said}"
        );
    }
}
