//! Wrong files, folders, settings and arguments: a clear sentence, a failing exit, nothing changed.

use std::process::Command;

use crate::judges::plain_python;
use crate::stage::{FIRST, Stage, path_of};

/// Runs something that must be refused with these words and change nothing in the journal.
#[track_caller]
fn assert_refused(stage: &Stage, args: &[&str], words: &[&str]) {
    let head = stage.head();
    assert_words(&stage.run(args).refused(), args, words);
    assert_eq!(stage.head(), head, "{args:?} changed something");
}

#[track_caller]
fn assert_words(said: &str, args: &[&str], words: &[&str]) {
    for words in words {
        assert!(said.contains(words), "{args:?} lacks “{words}”: {said}");
    }
}

#[test]
fn a_meeting_an_edition_a_moment_or_a_head_that_is_not_there_is_told() {
    let stage = Stage::of(FIRST);
    let no_meeting = ["there is no meeting elsewhere in this journal; its only meeting is ciber-v"];
    let invite = ["invite", "elsewhere", "--office", "chair"];
    let asks: [&[&str]; 5] = [
        &["show", "agenda", "elsewhere"],
        &["paper", "record", "elsewhere"],
        &["export", "elsewhere"],
        &["verify", "elsewhere"],
        &invite,
    ];
    for args in asks {
        assert_refused(&stage, args, &no_meeting);
    }
    let edition = ["paper", "agenda", "ciber-v", "--edition", "CIBER-V/doc.9/07"];
    let known = ["there is no paper \"CIBER-V/doc.9/07\"", "CIBER-V/doc.1/07 rev. 1"];
    assert_refused(&stage, &edition, &known);
    for moment in ["tomorrow", "2007-13-01", "2007-10-30T12:00[Mars/North]", "@x", "30.10.2007"] {
        let args = ["paper", "record", "ciber-v", "--as-of", moment];
        assert_refused(&stage, &args, &["is not a date or time. Write \"2007-10-30 12:00\""]);
    }
    for entry in ["@0", "@98"] {
        let args = ["show", "record", "ciber-v", "--as-of", entry];
        let args = [&["show", "agenda"], &args[2..]].concat();
        assert_refused(&stage, &args, &["there is no such entry", "1 to 97"]);
    }
    for head in ["97", "97:abc", "x:y", ""] {
        let args = ["verify", "ciber-v", "--head", head];
        assert_refused(&stage, &args, &["is not valid. Write NUMBER:DIGEST"]);
    }
    assert_refused(&stage, &["paper", "agenda", "ciber-v", "--lang", "fr"], &["no translation"]);
    assert_refused(&stage, &["show", "agenda", "ciber-v", "--lang", "de"], &["en, es, fr, pt"]);
}

#[test]
fn arguments_that_are_none_end_with_2_and_name_what_there_is() {
    let stage = Stage::empty();
    for args in [
        &["shw"][..],
        &["paper", "agendas", "ciber-v"],
        &["paper", "agenda", "ciber-v", "--format", "pdf"],
        &["show", "agenda"],
        &["verify", "--head", "1:2"],
        &[],
    ] {
        let ran = stage.run(args);
        assert_eq!(ran.code, Some(2), "{args:?}: {}", ran.err);
        assert!(ran.err.contains("--help") || ran.err.contains("Usage:"), "{args:?}: {}", ran.err);
    }
}

#[test]
fn a_malformed_line_of_an_export_is_told_by_its_number() {
    let stage = Stage::of(FIRST);
    let export = stage.export();
    let lines: Vec<&str> = export.split_inclusive('\n').collect();
    let without = |line: usize| [&lines[..line - 1], &lines[line..]].concat().concat();
    let files = [
        (export.replacen("\"number\":5,", "\"number\":6,", 1), 5),
        (without(40), 40),
        (export.replacen("ten minutes", "six minutes", 1), 30),
        (format!("{}garbage\n{}", lines[..6].concat(), lines[6..].concat()), 7),
        (format!("{}\n{}", lines[..8].concat(), lines[8..].concat()), 9),
        (format!("{}{}", lines[..2].concat(), &lines[2][..50]), 3),
        (export.replacen("\"capacity\":\"chair\"", "\"capacity\":\"expert\"", 1), 7),
    ];
    for (text, line) in files {
        let empty = Stage::empty();
        empty.write("bad.jsonl", text);
        let said = empty.run(&["import", "bad.jsonl"]).refused();
        let told = format!("line {line}: ");
        assert!(said.contains(&told) && said.to_lowercase().contains("nothing"), "{line}: {said}");
        let whole = empty.run(&["verify"]).done();
        assert!(!whole.contains("meeting-"), "line {line}: something was stored: {whole}");
    }
    stage.write("empty.jsonl", "");
    assert_refused(&stage, &["import", "empty.jsonl"], &["the file has no entries"]);
    assert_refused(&stage, &["import", "none.jsonl"], &["none.jsonl cannot be read"]);
    // Another history under the same name is not mixed into this one.
    stage.write("other.jsonl", Stage::of(FIRST).export());
    let told = &["already exists in this journal and differs from this file", "Nothing was stored"];
    assert_refused(&stage, &["import", "other.jsonl"], told);
}

#[test]
fn a_file_that_is_no_journal_of_this_release_is_left_as_it_is() {
    let stage = Stage::empty();
    let sql = |file: &str, sql: &str| {
        let script = "import sqlite3, sys\n\
            file = sqlite3.connect(sys.argv[1])\n\
            file.executescript(sys.argv[2])\n";
        let ran = Command::new(plain_python())
            .args(["-c", script])
            .arg(stage.path(file))
            .arg(sql)
            .status();
        assert!(ran.expect("python3 is there").success());
    };
    stage.run(&["play", "--quiet", &path_of(FIRST)]).done();
    std::fs::copy(stage.path("v.db"), stage.path("newer.db")).expect("a copy");
    sql("newer.db", "PRAGMA user_version = 99");
    std::fs::copy(stage.path("v.db"), stage.path("older.db")).expect("a copy");
    sql("older.db", "PRAGMA user_version = 1");
    sql("foreign.db", "CREATE TABLE bills (sum INTEGER)");
    stage.write("words.db", "These are only words, but enough of them to be a file. ".repeat(40));
    let files = [
        ("foreign.db", "an SQLite database of another program; choose another file"),
        ("newer.db", "has version 99; this Plenary reads 3. Update Plenary"),
        ("older.db", "was written by an older Plenary"),
        ("words.db", "choose another file"),
    ];
    for (file, words) in files {
        let before = stage.read(file);
        let journal = format!("sqlite:{file}");
        for args in [&["verify"][..], &["play", &path_of(FIRST)], &["chat", "ciber-v"]] {
            let said = stage.run(&[args, &["--journal", &journal]].concat()).refused();
            assert_words(&said, args, &[words, file]);
        }
        assert!(stage.read(file) == before, "{file} was changed");
    }
}

#[test]
fn a_folder_or_nothing_in_the_place_of_a_journal_is_told() {
    let stage = Stage::of(FIRST);
    let folder = format!("sqlite:{}", stage.path("v.db.keys").display());
    let play = path_of(FIRST);
    assert_refused(
        &stage,
        &["play", &play, "--journal", &folder],
        &["is a folder; give the name of a file"],
    );
    let nowhere = ["play", &play, "--journal", "sqlite:none/v.db"];
    assert_refused(&stage, &nowhere, &["there is no folder `none`; create it first"]);
    let none = ["there is no journal at none.db; give another with --journal"];
    for args in [&["verify"][..], &["show", "agenda", "ciber-v"], &["export", "ciber-v"]] {
        assert_refused(&stage, &[args, &["--journal", "sqlite:none.db"]].concat(), &none);
        assert!(!stage.path("none.db").exists(), "{args:?} made a journal");
    }
    for address in ["v.db", "file:v.db", "sqlite:", ""] {
        let said = stage.run(&["verify", "--journal", address]).refused();
        assert!(said.contains("the setting journal") && said.contains("sqlite:FILE"), "{said}");
    }
    assert_refused(&stage, &["play", "none.story"], &["the story none.story cannot be read"]);
    stage.write("bad.story", "meeting: ciber-v\nzone: America/New_York\n\nwhat is this\n");
    assert_refused(
        &stage,
        &["play", "bad.story"],
        &["line 4 of the story: write a line like this"],
    );
    assert_refused(&stage, &["keys", "import", "none.keys"], &["none.keys cannot be read"]);
}

#[test]
fn a_full_disk_is_told_and_everything_before_it_is_kept() {
    let stage = Stage::empty();
    let pages = |pages: &str| {
        stage.run_with("PLENARY__MAX_PAGES", pages, &["play", "--quiet", &path_of(FIRST)])
    };
    let said = pages("12").refused();
    assert!(said.contains("no room left") && said.contains("it goes on from here"), "{said}");
    assert!(!said.contains("was played"), "{said}");
    let kept = stage.run(&["verify"]).done();
    assert!(kept.contains("meeting-ciber-v: ") && !kept.contains(": 97 entries"), "{kept}");
    // With room again, the story goes on where it stopped.
    pages("4000").done();
    assert!(stage.run(&["verify"]).done().contains("meeting-ciber-v: 97 entries"));
}

#[test]
fn a_setting_that_is_none_is_named_with_those_there_are() {
    let stage = Stage::of(FIRST);
    stage.write("plenary.toml", "colour = \"blue\"\n");
    let said = stage.run(&["settings"]).refused();
    assert!(said.contains("unknown field `colour`") && said.contains("`journal`"), "{said}");
    stage.write("plenary.toml", "journal = \n");
    assert!(stage.run(&["settings"]).refused().contains("plenary.toml"));
    stage.write("plenary.toml", "lang = \"fr\"\n");
    assert!(stage.run(&["settings"]).done().contains("lang = \"fr\""));
    let seed = stage.run_with("PLENARY__SEED", "abc", &["settings"]).refused();
    assert!(seed.contains("seed"), "{seed}");
    let log = stage.run_with("PLENARY__LOG", "plenary=loud", &["settings"]).refused();
    assert!(log.contains("the setting log"), "{log}");
    let none = stage.run(&["settings", "--settings", "none.toml"]).refused();
    assert!(none.contains("none.toml"), "{none}");
}

#[test]
fn no_token_password_or_code_is_printed_wherever_it_was_put() {
    let stage = Stage::of(FIRST);
    const TOKEN: &str = "MTIzNDU2Nzg5MDEy.GhIjKl.mNoPqRsTuVwXyZ0123456789aBcDeFgHiJkLmN";
    const CODE: &str = "HLST-7Q2W-ABCD-EFGH";
    let secrets = [
        TOKEN.to_owned(),
        format!("Bot {TOKEN}"),
        "esdb://admin:hunter2-secret@node1.example:2113".to_owned(),
        "esdb//admin:hunter2-secret@node1.example".to_owned(),
        "admin:hunter2-secret@node1.example".to_owned(),
        CODE.to_owned(),
    ];
    let settings = [
        "JOURNAL",
        "KEYS",
        "LANG",
        "LOG",
        "MAX_PAGES",
        "SEED",
        "DISCORD",
        "DISCORD__TOKEN_FILE",
        "DISCORD__API_URL",
        "DISCORD__GUILD",
        "SERVE",
        "SERVE__ADDRESS",
        "COLOUR",
    ];
    for secret in &secrets {
        for setting in settings {
            for command in [&["settings"][..], &["doctor"], &["verify"]] {
                let ran = stage.run_with(&format!("PLENARY__{setting}"), secret, command);
                let said = format!("{}{}", ran.out, ran.err).replace(['\n', ' '], "");
                for hidden in [TOKEN, "hunter2-secret", CODE] {
                    assert!(!said.contains(hidden), "{setting}={secret}, {command:?}: {said}");
                }
            }
        }
        for args in [
            &["verify", secret][..],
            &["export", secret],
            &["chat", secret, "--as", secret],
            &["paper", secret, "ciber-v"],
            &["verify", "--journal", secret],
            &["keys", "import", secret],
            &["--settings", secret, "settings"],
        ] {
            let ran = stage.run(args);
            let said = format!("{}{}", ran.out, ran.err).replace(['\n', ' '], "");
            for hidden in [TOKEN, "hunter2-secret", CODE] {
                assert!(!said.contains(hidden), "{args:?}: {said}");
            }
        }
    }
}

/// Root may write anything, so only a file that nobody may change shows it; where the file system
/// has no such files, another user is asked for, and where there is neither, the test says so.
#[test]
fn a_journal_that_may_only_be_read_is_told_and_not_changed() {
    let stage = Stage::of(FIRST);
    let before = stage.read("v.db");
    let (lock, free) =
        if is_root() { ("chattr +i", "chattr -i") } else { ("chmod a-w", "chmod u+w") };
    let set = |how: &str| {
        let script = format!("{how} \"$0\"");
        let ran = Command::new("sh").args(["-c", &script]).arg(stage.path("v.db")).output();
        ran.expect("there is a shell").status.success()
    };
    if !set(lock) {
        println!(
            "root cannot make a file unchangeable here ({lock}); run as another user to see it"
        );
        return;
    }
    let ran = stage.run(&["play", "--quiet", &path_of(FIRST)]);
    set(free);
    let said = ran.refused();
    assert!(said.contains("this account cannot write to `v.db`"), "{said}");
    assert!(stage.read("v.db") == before, "it was changed");
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().expect("there is `id`");
    id.stdout.trim_ascii() == b"0"
}
