//! A desk in a meeting that is under way, for the fuzzers.

// Each fuzzer is a program of its own and uses its part of this.
#![allow(dead_code)]

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use plenary_chat::{Desk, Input, Language, Line, Press, Response, Speaker};
use plenary_discord::clean::{clean, units};
use plenary_discord::message;
use plenary_journal::{MemoryJournal, MemoryKeyring, SeededRandom};
use plenary_service::{Channel, Ports, RequestName, Service, SetClock, SystemClock};

use crate::room;

/// The longest text of a message, in UTF-16 units (Discord's API documentation, Create Message).
const UNITS_MAX: usize = 2_000;
pub const SLUG: &str = "light-v";
/// Who speaks, by the first byte of an input.
pub const PEOPLE: [&str; 7] =
    ["secretariat", "chair", "brazil", "chile", "expert", "observer", "stranger"];

/// A desk and how many lines it has heard.
pub struct Stage {
    pub desk: Desk,
    runtime: tokio::runtime::Runtime,
    heard: AtomicU64,
}

impl Stage {
    /// Everybody is there and the first edition is issued.
    pub fn new() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let random = Arc::new(SeededRandom::new(1));
        let keyring = Arc::new(MemoryKeyring::new(random.clone()));
        let start = "2007-10-10T13:00:00Z".parse().unwrap();
        let clock = Arc::new(SetClock::standing(start));
        let ports = Ports {
            journal: Arc::new(MemoryJournal::new()),
            keyring,
            clock,
            machine: Arc::new(SystemClock),
            random,
        };
        let desk = Desk::new(Arc::new(runtime.block_on(async { Service::new(ports) }).unwrap()));
        let stage = Self { desk, runtime, heard: AtomicU64::new(0) };
        stage.types(room::OPERATOR, room::CONVENE);
        for (inviter, line, who) in room::SEATS {
            let code = room::code(&stage.types(inviter, line)).expect("a code");
            stage.types(who, &format!("join {code}"));
        }
        for (who, line) in room::BEFORE {
            stage.types(who, line);
        }
        let asked = stage.types("chair", "paper approve");
        stage.hears("chair", Input::Press(asked.buttons[0].press.clone()));
        stage
    }

    /// How many lines it has heard; a long meeting makes a slow fuzzer.
    pub fn is_worn(&self) -> bool {
        self.heard.load(Ordering::Relaxed) > 400
    }

    fn types(&self, who: &str, text: &str) -> Response {
        let response = self.hears(who, Input::Text(text.to_owned()));
        assert!(!response.tone.is_no(), "{text}: {response:?}");
        response
    }

    /// Somebody says something; what must hold of every answer is checked.
    pub fn hears(&self, who: &str, said: Input) -> Response {
        let number = self.heard.fetch_add(1, Ordering::Relaxed);
        let speaker = match who {
            room::OPERATOR => Speaker::Operator,
            account => Speaker::Account(format!("discord:{account}")),
        };
        let line = Line {
            meeting: Some(SLUG.to_owned()),
            speaker,
            front: "discord",
            channel: Some(Channel { server: "17".into(), channel: "4021".into(), parent: None }),
            said,
            request: RequestName::new(&format!("fuzz:{number}")).unwrap(),
            lang: Language::En,
        };
        let before = self.entries();
        let response = self.runtime.block_on(self.desk.answer(line));
        let stored = self.entries() - before;
        assert!(!response.tone.is_no() || stored == 0, "refused, and stored {stored}");
        assert!(stored <= response.entries.len(), "{stored} stored: {:?}", response.entries);
        assert!(!response.parts.is_empty(), "nothing is answered");
        check(&response);
        response
    }

    fn entries(&self) -> usize {
        let entries = self.desk.service().entries(SLUG);
        self.runtime.block_on(entries).map_or(0, |entries| entries.len())
    }
}

/// What is drawn of it has no control character and no hidden letter, and fits; and each button is
/// read as it was written.
fn check(response: &Response) {
    for message in message::draw(response, Language::En).messages {
        let text = &message.content;
        assert_eq!(clean(text), *text, "something hidden leaves");
        let units = units(text);
        assert!(units <= UNITS_MAX, "a message of {units} units");
    }
    for button in &response.buttons {
        let press: Press = button.press.to_string().parse().expect("a press is read as written");
        assert_eq!(press, button.press);
    }
}
