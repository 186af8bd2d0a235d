//! A running `plenary serve`, and how it is asked.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command};
use std::sync::{Arc, Mutex};
use std::thread::{JoinHandle, sleep, spawn};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::stage::Stage;

/// A token that must never be seen.
pub(crate) const TOKEN: &str = "MTIzNDU2Nzg5.secret-of-the-bot.never-shown";
/// Nobody listens here.
pub(crate) const DEAD: &str = "http://127.0.0.1:1";
/// How long anything may take that is waited for.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long the end may take, in seconds: the deadline of the draining and a little.
pub(crate) const ENDING_SECONDS_MAX: u64 = 18;

/// The running program.
pub(crate) struct Served {
    child: Child,
    log: Arc<Mutex<String>>,
    reader: Option<JoinHandle<()>>,
    address: String,
}

/// `serve` on this stage with a token, an address of its own, and Discord at `api`.
pub(crate) fn command(stage: &Stage, api: &str) -> Command {
    let mut command = stage.command(&["serve"]);
    command.env("PLENARY__SERVE__ADDRESS", "127.0.0.1:0").env("PLENARY__DISCORD__TOKEN", TOKEN);
    command.env("PLENARY__DISCORD__API_URL", api);
    command
}

impl Served {
    /// Starts it and waits until it says where it is asked.
    pub(crate) fn start(mut command: Command) -> Self {
        let mut child = command.spawn().expect("the program starts");
        let log = Arc::new(Mutex::new(String::new()));
        let stderr = BufReader::new(child.stderr.take().expect("its errors are a pipe"));
        let kept = Arc::clone(&log);
        let reader = spawn(move || {
            for line in stderr.lines() {
                let line = line.expect("the log is text");
                kept.lock().expect("the log").push_str(&format!("{line}\n"));
            }
        });
        let mut served = Self { child, log, reader: Some(reader), address: String::new() };
        served.wait_for("health and metrics at http://");
        let log = served.log();
        let address = log.split("at http://").nth(1).and_then(|rest| rest.lines().next());
        served.address = address.expect("an address").to_owned();
        served
    }

    /// What it has logged so far.
    pub(crate) fn log(&self) -> String {
        self.log.lock().expect("the log").clone()
    }

    /// Where it is asked.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Waits until the log has these words.
    #[track_caller]
    pub(crate) fn wait_for(&mut self, words: &str) {
        let begun = Instant::now();
        while !self.log().contains(words) {
            assert!(begun.elapsed() < PATIENCE, "no “{words}” in {}", self.log());
            sleep(Duration::from_millis(20));
        }
    }

    /// Asks over HTTP: the status and the body.
    pub(crate) fn get(&self, path: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a bound");
        let asked = format!("GET {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");
        stream.write_all(asked.as_bytes()).expect("it can be asked");
        let mut told = String::new();
        stream.read_to_string(&mut told).expect("it answers in text");
        let (head, body) = told.split_once("\r\n\r\n").expect("HTTP");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        (status.expect("a status"), body.to_owned())
    }

    /// How it is: the status and what is told.
    pub(crate) fn ready(&self) -> (u16, Value) {
        let (status, body) = self.get("/health/ready");
        (status, serde_json::from_str(&body).expect("JSON"))
    }

    /// Waits until a part is in this state.
    #[track_caller]
    pub(crate) fn wait_until(&self, part: &str, state: &str) -> Value {
        let begun = Instant::now();
        loop {
            let (_, told) = self.ready();
            if told["parts"][part]["state"] == state {
                return told;
            }
            assert!(begun.elapsed() < PATIENCE, "{part} is not {state}: {told}\n{}", self.log());
            sleep(Duration::from_millis(50));
        }
    }

    /// Sends a signal.
    pub(crate) fn signal(&self, name: &str) {
        let pid = self.child.id().to_string();
        let sent = Command::new("kill").args(["-s", name, &pid]).status().expect("kill is there");
        assert!(sent.success());
    }

    /// Waits for the end: its code, how long it took, and everything that was logged.
    pub(crate) fn end(mut self) -> (Option<i32>, Duration, String) {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(ENDING_SECONDS_MAX) {
            if let Some(status) = self.child.try_wait().expect("it can be asked") {
                let took = begun.elapsed();
                if let Some(reader) = self.reader.take() {
                    reader.join().expect("the log is read");
                }
                return (status.code(), took, self.log());
            }
            sleep(Duration::from_millis(20));
        }
        panic!("it does not end: {}", self.log());
    }

    /// Stops it as a service manager does; it must end well.
    #[track_caller]
    pub(crate) fn stop(self) -> String {
        self.signal("TERM");
        let (code, _, log) = self.end();
        assert_eq!(code, Some(0), "{log}");
        log
    }
}

impl Drop for Served {
    /// Nothing is left behind by a test that failed.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
