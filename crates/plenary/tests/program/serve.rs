//! `plenary serve` as a service manager sees it: it says how it is, ends when it is told to, keeps
//! its secrets, and leaves the journal to others meanwhile. Discord is away in all of these tests:
//! what the bot does is the stand-in's business.
#![cfg(unix)]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use plenary_stand_in_eventstore::{Cluster, Options};

use crate::judges::{judge, judges_python};
use crate::served::{DEAD, ENDING_SECONDS_MAX, Served, TOKEN, command};
use crate::stage::{FIRST, Ran, Stage, path_of};

fn served(stage: &Stage) -> Served {
    Served::start(command(stage, DEAD))
}

#[test]
fn it_lives_and_is_not_ready_while_discord_is_away_and_says_which_part() {
    let stage = Stage::of(FIRST);
    let served = served(&stage);
    let (status, live) = served.get("/health/live");
    assert!(status == 200 && live.contains("\"live\":true"), "{status} {live}");
    served.wait_until("journal", "up");
    let (status, told) = served.ready();
    assert_eq!((status, &told["ready"]), (503, &false.into()), "{told}");
    assert_eq!(told["parts"]["discord"]["state"], "connecting", "{told}");
    assert_eq!(served.get("/").0, 404);
    let address = served.address().to_owned();
    let asked = |address| stage.run_with("PLENARY__SERVE__ADDRESS", address, &["health"]);
    assert!(asked(&address).refused().contains("connecting"));
    served.stop();
    let gone = asked(&address).refused();
    assert!(gone.contains("does not answer") && gone.contains("serve.address"), "{gone}");
}

#[test]
fn a_journal_that_goes_away_is_told_and_comes_back_without_a_restart() {
    let cluster = Cluster::start(Options::default()).expect("the stand-in starts");
    cluster.stop(0);
    let stage = Stage::empty();
    let mut command = command(&stage, DEAD);
    command.env("PLENARY__JOURNAL", cluster.address()).env("PLENARY__KEYS", "keys");
    let mut served = Served::start(command);
    let told = served.wait_until("journal", "down");
    assert!(told["parts"]["journal"]["why"].as_str().is_some_and(|why| !why.is_empty()));
    served.wait_for("the journal cannot be reached (trying again every second)");
    cluster.start_again(0).expect("it starts again");
    served.wait_until("journal", "up");
    served.wait_for("the journal answers again");
    let (_, up) = served.get("/metrics");
    assert!(up.contains("plenary_journal_up 1\n"), "{up}");
    cluster.stop(0);
    served.wait_until("journal", "down");
    assert_eq!(served.ready().0, 503);
    assert!(served.get("/metrics").1.contains("plenary_journal_up 0\n"));
    assert_eq!(served.get("/health/live").0, 200);
    served.stop();
}

#[test]
fn a_journal_whose_file_was_taken_away_is_not_served_in_silence() {
    let stage = Stage::of(FIRST);
    let served = served(&stage);
    served.wait_until("journal", "up");
    std::fs::rename(stage.path("v.db"), stage.path("elsewhere.db")).expect("it can be moved");
    let told = served.wait_until("journal", "down");
    assert_eq!(told["parts"]["journal"]["why"], "the file v.db is gone");
    served.stop();
}

#[test]
fn what_is_counted_is_read_by_the_parser_of_prometheus() {
    let stage = Stage::of(FIRST);
    let served = served(&stage);
    served.wait_until("journal", "up");
    let (status, counted) = served.get("/metrics");
    assert_eq!(status, 200);
    let judged = |text: &str| {
        stage.write("metrics.txt", text);
        judge(&judges_python(), "prometheus.py", &stage.path("metrics.txt"))
    };
    let (names, content) = judged(&counted);
    assert!(content, "{names}\n{counted}");
    for name in [
        "plenary_build_info",
        "plenary_start_time_seconds",
        "plenary_journal_up",
        "plenary_bot_state",
        "plenary_journal_answer_seconds",
    ] {
        assert!(names.split(' ').any(|found| found == name), "{name} is not in {names}");
    }
    assert!(counted.contains("plenary_bot_state{front=\"discord\",state=\"connecting\"} 1"));
    for (right, wrong) in [
        ("\nplenary_journal_up 1\n", "\nplenary_journal_up one\n"),
        ("# TYPE plenary_journal_up gauge\n", ""),
        ("state=\"ready\"}", "state=\"ready}"),
    ] {
        assert!(counted.contains(right), "{counted}");
        let (told, content) = judged(&counted.replacen(right, wrong, 1));
        assert!(!content, "{wrong} was not found: {told}");
    }
    served.stop();
}

/// A question that is never finished.
fn half_asked(served: &Served) -> TcpStream {
    let mut stream = TcpStream::connect(served.address()).expect("it listens");
    stream.write_all(b"GET /health/live HTTP/1.1\r\nHost:").expect("it can be asked");
    stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a bound");
    stream
}

/// Whether the other side ended a connection; not whether it is merely silent.
fn is_ended(mut stream: &TcpStream) -> bool {
    match stream.read(&mut [0; 512]) {
        Ok(count) => count == 0,
        Err(error) => error.kind() == std::io::ErrorKind::ConnectionReset,
    }
}

#[test]
fn half_questions_keep_nobody_from_an_answer_and_are_not_waited_for() {
    let stage = Stage::of(FIRST);
    let served = served(&stage);
    let asked: Vec<TcpStream> = (0..300).map(|_| half_asked(&served)).collect();
    assert_eq!(served.get("/health/live").0, 200);
    asked[0].set_read_timeout(Some(Duration::from_secs(5))).expect("a bound");
    assert!(is_ended(&asked[0]), "the oldest is not given up for a new one");
    let last = asked.last().expect("there are some");
    last.set_nonblocking(true).expect("it can be asked");
    assert!(!is_ended(last), "the newest was given up as well");
    last.set_nonblocking(false).expect("it can be asked");
    assert!(is_ended(last), "it is waited for without end");
    served.stop();
}

#[test]
fn a_long_head_of_a_question_is_refused() {
    let stage = Stage::of(FIRST);
    let served = served(&stage);
    let mut stream = TcpStream::connect(served.address()).expect("it listens");
    let head = format!("GET /health/live HTTP/1.1\r\nHost: {}\r\n\r\n", "x".repeat(100_000));
    let _ = stream.write_all(head.as_bytes());
    let mut told = Vec::new();
    let _ = stream.read_to_end(&mut told);
    let told = String::from_utf8_lossy(&told);
    assert!(told.is_empty() || told.starts_with("HTTP/1.1 431"), "{told}");
    assert_eq!(served.get("/health/live").0, 200);
    served.stop();
}

#[test]
fn a_signal_ends_it_well_within_its_deadline_also_when_discord_is_away() {
    for name in ["TERM", "INT", "HUP"] {
        let stage = Stage::of(FIRST);
        let served = served(&stage);
        served.signal(name);
        let (code, took, log) = served.end();
        assert_eq!(code, Some(0), "{log}");
        assert!(took.as_secs() < ENDING_SECONDS_MAX, "{took:?}");
        // The journal was closed: its file alone holds everything.
        assert!(!stage.path("v.db-wal").exists());
        assert!(stage.run(&["verify"]).done().contains("none altered or lost"));
    }
}

#[test]
fn without_a_bot_or_with_a_taken_address_it_says_which_setting_and_begins_nothing() {
    let stage = Stage::empty();
    let none = stage.run(&["serve"]).refused();
    assert!(none.contains("no Discord token is set"), "{none}");
    assert!(none.contains("PLENARY__DISCORD__TOKEN"), "{none}");
    let taken = TcpListener::bind("127.0.0.1:0").expect("an address");
    let address = taken.local_addr().expect("an address").to_string();
    let mut busy = command(&stage, DEAD);
    let busy = busy.env("PLENARY__SERVE__ADDRESS", &address).output().expect("it starts");
    let busy = Ran::from(busy).refused();
    assert!(busy.contains(&address) && busy.contains("setting serve.address"), "{busy}");
    assert!(!stage.path("v.db").exists(), "a journal was made");
}

#[test]
fn a_journal_that_is_not_there_is_made_and_said() {
    let stage = Stage::empty();
    let mut served = served(&stage);
    served.wait_for("creating a new journal at v.db");
    served.wait_until("journal", "up");
    assert!(stage.path("v.db").exists());
    served.stop();
}

#[test]
fn the_terminal_works_on_the_same_journal_meanwhile() {
    let stage = Stage::before("=== Late");
    let mut served = served(&stage);
    served.wait_for("the practice clock goes on from 2007-10-29T18:17");
    let before = stage.facts().len();
    let told = stage.chat("expert", "comment VII Could each report be shorter?\n1\n").done();
    assert!(told.contains("on item 7"), "{told}");
    assert_eq!(stage.facts().len(), before + 1);
    // Another process moved the practice on; the clock of this one follows.
    let later = "practice until 2007-11-19 09:00\ncomment VII And shorter still?\n1\n";
    stage.chat("expert", later).done();
    served.wait_for("the practice clock goes on from 2007-11-19T");
    served.wait_until("journal", "up");
    served.stop();
    assert!(stage.run(&["verify"]).done().contains("none altered or lost"));
}

#[test]
fn the_token_stands_in_no_log_no_answer_no_error_and_no_settings() {
    let stage = Stage::of(FIRST);
    let mut loud = command(&stage, DEAD);
    let served = Served::start({
        loud.env("PLENARY__LOG", "trace");
        loud
    });
    served.wait_until("journal", "up");
    let mut said =
        ["/health/live", "/health/ready", "/metrics"].map(|path| served.get(path).1).to_vec();
    said.push(served.stop());
    let with = |name: &str, args: &[&str]| {
        let ran = stage.run_with(name, TOKEN, args);
        format!("{}{}", ran.out, ran.err)
    };
    said.push(with("PLENARY__DISCORD__TOKEN", &["settings"]));
    assert!(said[4].contains("# token is set, and never shown"), "{}", said[4]);
    // The token in the wrong place.
    for name in ["PLENARY__DISCORD", "PLENARY__DISCORD__GUILD", "PLENARY__DISCORD__API_URL"] {
        let told = with(name, &["settings"]);
        assert!(told.contains("the setting discord"), "{name}: {told}");
        said.push(told);
    }
    said.push(with("PLENARY__DISCORD__TOKEN_FILE", &["serve"]));
    for text in [
        format!("[discord]\ntoken = \"{TOKEN}\nguild = 1\n"),
        format!("[discord]\ntoken = [\"{TOKEN}\"]\n"),
        format!("[discord]\ntoken = \"{TOKEN}\"\ntokens = 1\n"),
        format!("[discord]\ntoken = \"{TOKEN}\"\ntoken_file = \"{}\"\n", path_of(FIRST)),
        format!("[discord]\ntoken = \"Bot {TOKEN}\"\n"),
        format!("discord = \"{TOKEN}\"\n"),
    ] {
        stage.write("plenary.toml", &text);
        let told = stage.run(&["settings"]).refused();
        assert!(told.contains("discord") || told.contains("at line 2"), "{text}: {told}");
        said.push(told);
    }
    for text in said {
        assert!(!text.contains("secret-of-the-bot"), "{text}");
    }
}

#[test]
fn the_token_may_stand_in_a_file_of_its_own() {
    let stage = Stage::of(FIRST);
    stage.write("token", format!("{TOKEN}\n"));
    let mut command = command(&stage, DEAD);
    command.env_remove("PLENARY__DISCORD__TOKEN").env("PLENARY__DISCORD__TOKEN_FILE", "./token");
    let served = Served::start(command);
    served.wait_until("discord", "connecting");
    served.stop();
    let none = stage.run_with("PLENARY__DISCORD__TOKEN_FILE", "./none", &["serve"]).refused();
    assert!(none.contains("discord.token_file: ./none cannot be read"), "{none}");
    stage.write("token", "two words\n");
    let two = stage.run_with("PLENARY__DISCORD__TOKEN_FILE", "./token", &["serve"]).refused();
    assert!(
        two.contains("discord.token_file is not a token") && !two.contains("two words"),
        "{two}"
    );
}
