//! One seat's conversation, whichever way its lines come: what a line means, and the answer drawn.

use std::sync::Arc;

use plenary_chat::{Input, Press, Response, Tone};

use crate::codes::is_secret;
use crate::draw::{Look, draw, draw_notice};
use crate::numbers::{Numbers, Origin, label, number};
use crate::{DeskPort, form, words};
use plenary_chat::clean::clean;

/// A conversation at the desk.
pub(crate) struct Talk {
    pub(crate) desk: Arc<dyn DeskPort>,
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
    /// What could be said instead, to be changed first; as it would be typed.
    pub(crate) instead: Option<String>,
}

enum Meaning {
    Press(Press),
    Text,
    Unknown(String),
}

impl Talk {
    pub(crate) fn new(desk: Arc<dyn DeskPort>, look: Look) -> Self {
        Self { desk, look, numbers: Numbers::default(), unfinished: None }
    }

    /// Says a line and gives its answer.
    pub(crate) async fn say(&mut self, line: &str) -> Answer {
        let response = match self.meaning(line) {
            Meaning::Press(press) => self.desk.hear(Input::Press(press)).await,
            Meaning::Unknown(sentence) => Response::text(Tone::Refused, sentence),
            Meaning::Text => {
                self.numbers.close_all();
                self.unfinished = None;
                let response = self.desk.hear(Input::Text(line.to_owned())).await;
                let waits = matches!(response.tone, Tone::Asked | Tone::Refused);
                if waits && response.entries.is_empty() && !is_secret(line) {
                    self.unfinished = Some(line.to_owned());
                }
                response
            }
        };
        self.show(&response)
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
        self.show(&Response::text(Tone::Refused, sentence))
    }

    /// Something that nobody asked for, drawn under the next free numbers.
    pub(crate) fn notice(&mut self, response: &Response) -> String {
        let drawn = draw_notice(response, &self.look, self.numbers.next_free());
        self.numbers.open(&drawn.buttons, Origin::Notice);
        drawn.text
    }

    fn show(&mut self, response: &Response) -> Answer {
        let drawn = draw(response, &self.look, self.numbers.next_free());
        self.numbers.open(&drawn.buttons, Origin::Answer);
        let instead = response.instead.as_deref().map(|text| form::typed(&clean(text)));
        Answer { text: drawn.text, is_no: response.tone.is_no(), instead }
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
