//! A process at the desk with which a test talks line by line, and which must answer in time.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::stage::Ran;

/// No answer of the desk may take longer, whatever its store does.
const ANSWER: Duration = Duration::from_secs(40);
/// The label of no button: the terminal refuses it by itself, so it ends the answer before it.
const MARK: &str = "[no such button]";

/// `plenary chat` in another process.
pub(crate) struct Talk {
    child: Child,
    input: Option<ChildStdin>,
    lines: Receiver<String>,
    /// Lines that were read with an answer and belong to what follows it: notices.
    pub(crate) heard: Vec<String>,
}

impl Talk {
    /// Takes over a process whose input and output are pipes.
    pub(crate) fn with(mut child: Child) -> Self {
        let input = child.stdin.take();
        let output = child.stdout.take().expect("its output is a pipe");
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        Self { child, input, lines, heard: Vec::new() }
    }

    /// Says a line without waiting for its answer.
    pub(crate) fn begin(&mut self, line: &str) {
        let input = self.input.as_mut().expect("its input is open");
        input.write_all(format!("{line}\n\n").as_bytes()).expect("it reads");
    }

    /// The first line of the answer to a line that was said.
    pub(crate) fn verdict(&mut self, line: &str) -> String {
        let echo = format!("› {line}");
        loop {
            let read = self.read(line);
            if read == echo {
                return self.read(line);
            }
            self.heard.push(read);
        }
    }

    /// Says a line and gives the first line of its answer.
    pub(crate) fn say(&mut self, line: &str) -> String {
        self.begin(line);
        self.verdict(line)
    }

    /// Says a line and gives its whole answer, with notices that came with it.
    pub(crate) fn ask(&mut self, line: &str) -> String {
        let mut answer = self.say(line);
        self.begin(MARK);
        let end = format!("› {MARK}");
        loop {
            let read = self.read(line);
            if read == end {
                self.read(MARK);
                return answer;
            }
            answer.push('\n');
            answer.push_str(&read);
        }
    }

    /// Ends the talk; the process must end by itself.
    pub(crate) fn end(mut self) -> Ran {
        drop(self.input.take());
        Ran::from(self.child.wait_with_output().expect("it ends"))
    }

    fn read(&self, line: &str) -> String {
        let read = self.lines.recv_timeout(ANSWER);
        read.unwrap_or_else(|_| panic!("“{line}” has no answer in {ANSWER:?}: {:?}", self.heard))
    }
}
