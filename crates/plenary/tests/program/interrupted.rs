//! The program is killed or interrupted at random moments. What it stored stays, the next run
//! stores the rest, and nothing is stored twice. Killing a process is not the same as losing
//! power: what the disk itself loses is another matter.

use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::stage::{FIRST, Ran, Stage, path_of};

/// How many processes are killed.
const KILLS: u32 = 24;
/// How many of them work on one journal, before one is let live.
const KILLS_PER_JOURNAL: u32 = 6;
/// The longest life of a process that is killed, in milliseconds.
const LIFE_MILLIS_MAX: u64 = 800;
/// The longest time from an interruption to the end of the program, in seconds.
const ENDING_SECONDS_MAX: u64 = 5;

/// Marsaglia's xorshift: moments need no better random, but a seed that can be given again.
struct Moments(u64);

impl Moments {
    fn from_environment() -> Self {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        let clock = now.expect("it is after 1970").subsec_nanos();
        let given = std::env::var("PLENARY_SEED").ok().and_then(|seed| seed.parse().ok());
        let seed = given.unwrap_or(u64::from(clock));
        println!("PLENARY_SEED={seed}");
        Self(seed | 1)
    }

    fn next(&mut self) -> Duration {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        Duration::from_millis(self.0 % LIFE_MILLIS_MAX)
    }
}

#[test]
fn a_play_killed_again_and_again_ends_with_every_fact_once() {
    let whole = Stage::of(FIRST).facts();
    let mut moments = Moments::from_environment();
    let (mut killed, mut grown) = (0, 0);
    while killed < KILLS {
        let stage = Stage::empty();
        let mut entries = 0;
        for _ in 0..KILLS_PER_JOURNAL {
            let mut play = stage.command(&["play", "--quiet", &path_of(FIRST)]);
            let mut child = play.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it");
            sleep(moments.next());
            if child.try_wait().expect("it can be asked").is_some() {
                break;
            }
            child.kill().expect("it can be killed");
            child.wait().expect("it is dead");
            killed += 1;
            let now = stored(&stage);
            assert!(now >= entries, "{now} of {entries} entries are left");
            grown += u32::from(now > entries);
            entries = now;
        }
        stage.run(&["play", "--quiet", &path_of(FIRST)]).done();
        assert_eq!(stage.facts(), whole);
    }
    assert!(grown > 3, "only {grown} of {killed} kills hit a process at work");
}

/// How many entries the meeting has, which must be whole; none before it is convened.
fn stored(stage: &Stage) -> u64 {
    // Killed before its first write, a process leaves an empty file or none; a moment later, one
    // that is a database and has no tables yet.
    if !std::fs::metadata(stage.path("v.db")).is_ok_and(|file| file.len() > 0) {
        return 0;
    }
    let verified = stage.run(&["verify"]);
    if verified.err.contains("`v.db` is empty") {
        return 0;
    }
    let told = verified.done();
    let line = told.lines().find_map(|line| line.strip_prefix("meeting-ciber-v: "));
    let count = line.and_then(|line| line.split(' ').next()).map(|count| count.parse());
    count.map_or(0, |count| count.expect("a count"))
}

/// Sends SIGINT, as Ctrl-C does.
pub(crate) fn interrupt(pid: u32) {
    let sent = std::process::Command::new("sh").args(["-c", &format!("kill -INT {pid}")]).status();
    assert!(sent.expect("there is a shell").success());
}

#[test]
fn an_interrupted_play_ends_at_once_and_leaves_a_whole_journal() {
    let mut moments = Moments::from_environment();
    let mut hit = 0;
    for _ in 0..6 {
        let stage = Stage::empty();
        let child = stage.command(&["play", "--quiet", &path_of(FIRST)]).spawn().expect("it");
        sleep(moments.next());
        interrupt(child.id());
        let begun = Instant::now();
        let output = child.wait_with_output().expect("it ends");
        assert!(begun.elapsed() < Duration::from_secs(ENDING_SECONDS_MAX));
        hit += u32::from(!output.status.success());
        drop(Ran::from(output));
        stored(&stage);
        stage.run(&["play", "--quiet", &path_of(FIRST)]).done();
        assert_eq!(stage.head().split(':').next(), Some("97"));
    }
    assert!(hit > 0, "no interruption came in time");
}

#[test]
fn an_interrupted_chat_ends_at_once_and_leaves_a_whole_journal() {
    let stage = Stage::of(FIRST);
    let head = stage.head();
    let child = stage.start(&["chat", "ciber-v", "--as", "chair"]);
    sleep(Duration::from_millis(LIFE_MILLIS_MAX));
    interrupt(child.id());
    let begun = Instant::now();
    let ran = Ran::from(child.wait_with_output().expect("it ends"));
    assert!(begun.elapsed() < Duration::from_secs(ENDING_SECONDS_MAX));
    assert_ne!(ran.code, Some(0), "{}", ran.out);
    assert_eq!(stage.head(), head);
}
