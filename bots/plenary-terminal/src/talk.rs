//! One seat's conversation, whichever way its lines come: what a line means, and the answer drawn.

use std::sync::Arc;

use plenary_chat::{Press, Reply, Said, Tone};

use crate::codes::is_secret;
use crate::draw::{Look, draw, draw_notice};
use crate::numbers::{Numbers, Origin, label, number};
use crate::{Counter, words};

/// A conversation at the counter.
pub(crate) struct Talk {
    pub(crate) counter: Arc<dyn Counter>,
    pub(crate) look: Look,
    numbers: Numbers,
    /// The line that was said last and did nothing yet, so that more fields can follow it.
    unfinished: Option<String>,
}

/// An answer as it is shown.
pub(crate) struct Answer {
    pub(crate) text: String,
    /// Whether it was a refusal or a failure.
    pub(crate) is_no: bool,
}

enum Meaning {
    Press(Press),
    Text,
    Unknown(String),
}

impl Talk {
    pub(crate) fn new(counter: Arc<dyn Counter>, look: Look) -> Self {
        Self { counter, look, numbers: Numbers::default(), unfinished: None }
    }

    /// Says a line and gives its answer.
    pub(crate) async fn say(&mut self, line: &str) -> Answer {
        let reply = match self.meaning(line) {
            Meaning::Press(press) => self.counter.hear(Said::Press(press)).await,
            Meaning::Unknown(sentence) => Reply::text(Tone::Refused, sentence),
            Meaning::Text => {
                self.numbers.close_all();
                self.unfinished = None;
                let reply = self.counter.hear(Said::Text(line.to_owned())).await;
                let waits = matches!(reply.tone, Tone::Asked | Tone::Refused);
                if waits && reply.entries.is_empty() && !is_secret(line) {
                    self.unfinished = Some(line.to_owned());
                }
                reply
            }
        };
        self.show(&reply)
    }

    /// Says the last line again with more fields, if it did nothing yet.
    pub(crate) async fn say_more(&mut self, fields: &str) -> Answer {
        match self.unfinished.take() {
            Some(line) => self.say(&format!("{line}\n{fields}")).await,
            None => self.refuse(words::NOTHING_TO_CONTINUE),
        }
    }

    /// A refusal in the terminal's own words.
    pub(crate) fn refuse(&mut self, sentence: &str) -> Answer {
        self.show(&Reply::text(Tone::Refused, sentence))
    }

    /// Something that nobody asked for, drawn under the next free numbers.
    pub(crate) fn notice(&mut self, reply: &Reply) -> String {
        let drawn = draw_notice(reply, &self.look, self.numbers.next_free());
        self.numbers.open(&drawn.buttons, Origin::Notice);
        drawn.text
    }

    fn show(&mut self, reply: &Reply) -> Answer {
        let drawn = draw(reply, &self.look, self.numbers.next_free());
        self.numbers.open(&drawn.buttons, Origin::Answer);
        Answer { text: drawn.text, is_no: reply.tone.is_no() }
    }

    fn meaning(&self, line: &str) -> Meaning {
        let press = if let Some(number) = number(line) {
            self.numbers
                .press(number)
                .ok_or_else(|| self.none(|open| words::no_such_number(number, open)))
        } else if let Some(label) = label(line) {
            self.numbers
                .labelled(label)
                .ok_or_else(|| self.none(|open| words::no_such_label(label, open)))
        } else {
            return Meaning::Text;
        };
        match press {
            Ok(press) => Meaning::Press(press.clone()),
            Err(sentence) => Meaning::Unknown(sentence),
        }
    }

    /// Why nothing can be pressed, with what can.
    fn none(&self, sentence: impl FnOnce(&str) -> String) -> String {
        self.numbers.listed().map_or_else(|| words::NOTHING_OPEN.to_owned(), |open| sentence(&open))
    }
}
