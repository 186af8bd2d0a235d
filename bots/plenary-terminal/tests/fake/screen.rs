//! A pseudo-terminal with this program in it: keys go in, what it shows comes out.

use std::env;
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{LocalModes, Termios, Winsize, tcgetattr, tcsetwinsize};

pub(crate) const ENTER: &str = "\r";
pub(crate) const TAB: &str = "\t";
pub(crate) const UP: &str = "\u{1b}[A";
pub(crate) const RIGHT: &str = "\u{1b}[C";
pub(crate) const CTRL_C: &str = "\u{3}";
pub(crate) const CTRL_D: &str = "\u{4}";

/// Set for the program inside the terminal.
pub(crate) const INSIDE: &str = "PLENARY_TERMINAL_TEST_INSIDE";
/// Where that program keeps its history.
pub(crate) const HISTORY: &str = "PLENARY_TERMINAL_TEST_HISTORY";

/// What the editor writes when it has read a line.
const PASTE_OFF: &str = "\u{1b}[?2004l";
const PATIENCE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(10);

pub(crate) struct Screen {
    child: Mutex<Child>,
    keys: Mutex<File>,
    shown: Arc<Mutex<Vec<u8>>>,
    /// What was waited for lies before this byte.
    seen: Mutex<usize>,
    /// Kept open, so that the terminal outlives its program and can be asked how it was left.
    terminal: File,
    found: Termios,
}

pub(crate) struct End {
    pub(crate) code: Option<i32>,
    pub(crate) shown: String,
}

impl Screen {
    pub(crate) fn start(entry: &str, history: Option<&Path>) -> Self {
        let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a pseudo-terminal");
        grantpt(&master).expect("it is ours");
        unlockpt(&master).expect("it opens");
        let name = ptsname(&master, Vec::new()).expect("it has a name");
        let path = PathBuf::from(name.into_string().expect("its name is text"));
        let terminal = OpenOptions::new().read(true).write(true).open(path).expect("it opens");
        let size = Winsize { ws_row: 40, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(&terminal, size).expect("it has a size");
        let found = tcgetattr(&terminal).expect("it has settings");
        let end = || Stdio::from(OwnedFd::from(terminal.try_clone().expect("a second handle")));
        let mut command = Command::new(env::current_exe().expect("this program has a path"));
        command.args(["--exact", entry, "--nocapture", "--test-threads=1"]);
        command.env(INSIDE, "1").env("TERM", "xterm").env_remove("NO_COLOR");
        command.stdin(end()).stdout(end()).stderr(end());
        if let Some(path) = history {
            command.env(HISTORY, path);
        }
        let child = command.spawn().expect("the program starts");
        let master = File::from(master);
        let shown = Arc::new(Mutex::new(Vec::new()));
        listen(master.try_clone().expect("a second handle"), shown.clone());
        let (child, keys) = (Mutex::new(child), Mutex::new(master));
        Self { child, keys, shown, seen: Mutex::new(0), terminal, found }
    }

    pub(crate) fn keys(&self, keys: &str) {
        self.bytes(keys.as_bytes());
    }

    /// Keys as a terminal sends them, which may be no text.
    pub(crate) fn bytes(&self, keys: &[u8]) {
        let mut master = self.keys.lock().expect("nobody panicked");
        master.write_all(keys).expect("the terminal takes keys");
    }

    /// Waits until a text is shown after everything that was waited for before.
    pub(crate) fn wait_for(&self, text: &str) {
        let found = self.until(|| {
            let mut seen = self.seen.lock().expect("nobody panicked");
            let shown = self.shown.lock().expect("nobody panicked").clone();
            let rest = shown.get(*seen..).unwrap_or_default();
            let at = rest.windows(text.len()).position(|part| part == text.as_bytes())?;
            *seen += at + text.len();
            Some(())
        });
        assert!(found.is_some(), "never shown: {text:?} in {:?}", self.text());
    }

    /// Waits until the editor has given the terminal back, as it does while an answer is awaited.
    pub(crate) fn wait_for_cooked(&self) {
        let cooked = self.until(|| {
            let is_cooked = self.modes().contains(LocalModes::ICANON);
            let is_heard = self.text().contains(PASTE_OFF);
            (is_cooked && is_heard).then_some(())
        });
        assert!(cooked.is_some(), "the terminal stays raw: {:?}", self.text());
        // The answer is asked for a moment after the line was read.
        thread::sleep(PAUSE * 20);
    }

    pub(crate) fn interrupt(&self) {
        self.signal(Signal::INT);
    }

    pub(crate) fn terminate(&self) {
        self.signal(Signal::TERM);
    }

    fn signal(&self, signal: Signal) {
        let child = self.child.lock().expect("nobody panicked");
        let pid = Pid::from_child(&child);
        kill_process(pid, signal).expect("the program takes a signal");
    }

    /// Waits for the end, which must leave the terminal as it was found and without a panic.
    pub(crate) fn end(self) -> End {
        let status = self.until(|| {
            let mut child = self.child.lock().expect("nobody panicked");
            child.try_wait().expect("the program can be waited for")
        });
        let Some(status) = status else { panic!("it does not end: {:?}", self.text()) };
        thread::sleep(PAUSE * 5);
        let shown = self.text();
        assert!(!shown.contains("panicked"), "{shown}");
        assert!(!shown.contains("BROKEN"), "{shown}");
        assert_eq!(self.modes(), self.found.local_modes, "the terminal is left as it was found");
        End { code: status.code(), shown }
    }

    fn modes(&self) -> LocalModes {
        tcgetattr(&self.terminal).expect("it has settings").local_modes
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.shown.lock().expect("nobody panicked")).into_owned()
    }

    fn until<T>(&self, done: impl Fn() -> Option<T>) -> Option<T> {
        let begin = Instant::now();
        while begin.elapsed() < PATIENCE {
            if let Some(result) = done() {
                return Some(result);
            }
            thread::sleep(PAUSE);
        }
        None
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        if let Ok(mut child) = self.child.lock() {
            // A test that failed leaves no program behind; one that ended is not there any more.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn listen(mut master: File, shown: Arc<Mutex<Vec<u8>>>) {
    thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(count @ 1..) = master.read(&mut buffer) {
            let mut shown = shown.lock().expect("nobody panicked");
            shown.extend_from_slice(buffer.get(..count).unwrap_or_default());
        }
    });
}
