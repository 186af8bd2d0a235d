//! `plenary doctor`: what is not as it must be is named with what to do, in 80 columns, and nothing
//! is changed by looking.
#![cfg(unix)]

use std::fs::{Permissions, remove_dir_all, set_permissions};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;

use crate::damage::alter;
use crate::served::{DEAD, Served, TOKEN, command};
use crate::stage::{FIRST, Ran, Stage};

/// An address that is free now.
fn free() -> String {
    let taken = TcpListener::bind("127.0.0.1:0").expect("an address");
    taken.local_addr().expect("an address").to_string()
}

fn asked(stage: &Stage, address: &str, settings: &[(&str, &str)]) -> Ran {
    let mut doctor = stage.command(&["doctor"]);
    doctor.env("PLENARY__SERVE__ADDRESS", address).envs(settings.iter().copied());
    let ran: Ran = doctor.output().expect("the program starts").into();
    let longest = ran.out.lines().map(|line| line.chars().count()).max();
    assert!(longest.is_some_and(|longest| longest <= 80), "{}", ran.out);
    ran
}

/// The words without the breaks of the lines.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// It ends with 1 and says all of this.
#[track_caller]
fn assert_wrong(stage: &Stage, settings: &[(&str, &str)], words: &[&str]) {
    let said = flat(&asked(stage, &free(), settings).refused());
    for words in words {
        assert!(said.contains(words), "no “{words}” in {said}");
    }
}

#[test]
fn a_house_in_order_is_said_to_be_and_is_not_changed() {
    let stage = Stage::of(FIRST);
    let head = stage.head();
    let said = asked(&stage, &free(), &[]).done();
    assert!(!said.contains('✗') && !said.contains('!'), "{said}");
    for line in [" ✓ journal ", " ✓ entries ", " ✓ disk ", " ✓ keys ", " ✓ clock ", " ✓ serve "]
    {
        assert!(said.contains(line), "no “{line}” in {said}");
    }
    assert!(flat(&said).contains("– Discord not configured"), "{said}");
    assert!(said.ends_with("Everything is in order.\n"), "{said}");
    assert_eq!(stage.head(), head);
    let empty = Stage::empty();
    let said = asked(&empty, &free(), &[]).done();
    assert!(flat(&said).contains("! journal sqlite:v.db does not exist yet; it can be created"));
    assert!(!empty.path("v.db").exists() && !empty.path("v.db.keys").exists());
}

#[test]
fn what_is_wrong_is_named_with_what_to_do() {
    let stage = Stage::of(FIRST);
    let keys = stage.path("v.db.keys");
    set_permissions(&keys, Permissions::from_mode(0o755)).expect("modes can be set");
    assert_wrong(&stage, &[], &["✗ keys other accounts can read", "→ chmod 700 v.db.keys"]);
    set_permissions(&keys, Permissions::from_mode(0o700)).expect("modes can be set");
    set_permissions(stage.path("v.db"), Permissions::from_mode(0o644)).expect("modes can be set");
    let readable = ["✗ journal", "other accounts can read it", "→ chmod 600 v.db"];
    assert_wrong(&stage, &[], &readable);
    set_permissions(stage.path("v.db"), Permissions::from_mode(0o600)).expect("modes can be set");
    remove_dir_all(&keys).expect("keys can be lost");
    assert_wrong(&stage, &[], &["✗ keys there is no folder", "Restore the keys before anybody"]);
    let nowhere = [("PLENARY__JOURNAL", "sqlite:no/such/v.db")];
    assert_wrong(
        &stage,
        &nowhere,
        &["✗ journal", "cannot be created", "→ Create the folder no/such"],
    );
    stage.write("foreign.db", "not a journal at all, whatever its name may say");
    let foreign = [("PLENARY__JOURNAL", "sqlite:foreign.db")];
    assert_wrong(&stage, &foreign, &["✗ journal", "→ Set the setting journal to another file"]);
    let away = [("PLENARY__JOURNAL", "esdb://a:hunter2@127.0.0.1:1?tls=false")];
    let away = [away[0], ("PLENARY__KEYS", "k")];
    assert_wrong(&stage, &away, &["✗ journal", "127.0.0.1:1", "exists and is running"]);
    assert!(!asked(&stage, &free(), &away).refused().contains("hunter2"));
    let unknown = [("PLENARY__DISCORD__TOKENS", "x")];
    assert_wrong(&stage, &unknown, &["✗ settings", "unknown field `tokens`", "→ Correct it"]);
    let no_file = [("PLENARY__DISCORD__TOKEN_FILE", "./none")];
    assert_wrong(
        &stage,
        &no_file,
        &["✗ Discord", "./none cannot be read", "→ Set discord.token_file"],
    );
}

#[test]
fn a_settings_file_with_the_token_must_be_for_its_owner_alone() {
    let stage = Stage::of(FIRST);
    stage.write("plenary.toml", format!("[discord]\ntoken = \"{TOKEN}\"\napi_url = \"{DEAD}\"\n"));
    let mode = |mode| {
        set_permissions(stage.path("plenary.toml"), Permissions::from_mode(mode)).expect("a mode");
    };
    mode(0o644);
    assert_wrong(&stage, &[], &["✗ settings", "is not taken from a file that you did not name"]);
    stage.write("plenary.toml", format!("[discord]\ntoken = \"{TOKEN}\"\n"));
    let away = [("PLENARY__DISCORD__API_URL", DEAD)];
    let words = ["✗ settings", "contains the token", "→ chmod 600 plenary.toml"];
    assert_wrong(&stage, &away, &words);
    mode(0o600);
    let said = asked(&stage, &free(), &away);
    let said = format!("{}{}", said.out, said.err);
    assert!(said.contains("✓ settings"), "{said}");
    assert!(!said.contains("secret-of-the-bot"), "{said}");
}

#[test]
fn a_token_is_sent_nowhere_but_where_its_owner_said_and_not_in_clear() {
    let stage = Stage::of(FIRST);
    let file = format!("[discord]\napi_url = \"{DEAD}\"\n");
    stage.write("plenary.toml", &file);
    for args in [&["serve"][..], &["settings"], &["verify"]] {
        let said = stage.run_with("PLENARY__DISCORD__TOKEN", TOKEN, args).refused();
        assert!(said.contains("Add --settings plenary.toml"), "{args:?}: {said}");
    }
    stage.run(&["settings", "--settings", "plenary.toml"]).done();
    std::fs::remove_file(stage.path("plenary.toml")).expect("it can be removed");
    let told = |address| stage.run_with("PLENARY__DISCORD__API_URL", address, &["settings"]);
    for here in ["http://127.0.0.1:8080", "http://[::1]:80/x", "http://localhost", "https://a.b"] {
        told(here).done();
    }
    for away in ["http://a.b", "http://127.0.0.1.a.b:80", "http://localhost.a.b/", "http://9.9.9.9"]
    {
        let said = told(away).refused();
        assert!(said.contains("unencrypted to another machine"), "{away}: {said}");
    }
}

#[test]
fn an_altered_entry_is_found() {
    let stage = Stage::of(FIRST);
    alter(&stage, "UPDATE entries SET kind = 'comment.made.v1' WHERE number = 9");
    assert_wrong(&stage, &[], &["✗ entries", "DAMAGED", "→ Run plenary verify"]);
}

#[test]
fn a_running_service_and_a_taken_address_are_told_apart() {
    let stage = Stage::of(FIRST);
    let served = Served::start(command(&stage, DEAD));
    served.wait_until("journal", "up");
    let said = flat(&asked(&stage, served.address(), &[]).done());
    assert!(said.contains("! serve it runs at") && said.contains("is not ready"), "{said}");
    assert!(said.contains("journal up, discord connecting"), "{said}");
    served.stop();
    let taken = TcpListener::bind("127.0.0.1:0").expect("an address");
    let address = taken.local_addr().expect("an address").to_string();
    // A listener that never answers is no service of ours.
    let said = flat(&asked(&stage, &address, &[]).refused());
    assert!(said.contains("✗ serve") && said.contains("setting serve.address"), "{said}");
}
