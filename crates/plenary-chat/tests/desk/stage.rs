//! The stage: a desk on a journal in memory, with seeded random and a clock that stands.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use plenary_chat::{Desk, Input, Line, Part, Press, Response, Speaker, Tone, Utterance};
use plenary_domain::{Event, Language};
use plenary_journal::{MemoryKeyring, SeededRandom};
use plenary_service::{Freshness, Ports, RequestName, Service, SetClock};

use crate::frail::Frail;

pub(crate) const SLUG: &str = "light-v";
pub(crate) const OPERATOR: &str = "operator";

/// A desk and what it works with.
pub(crate) struct Stage {
    pub(crate) desk: Arc<Desk>,
    pub(crate) journal: Arc<Frail>,
    clock: Arc<SetClock>,
    machine: Arc<SetClock>,
    lines: AtomicU32,
}

impl Stage {
    /// A desk in an empty house, on the morning of 5 October 2007.
    pub(crate) fn empty() -> Self {
        let random = Arc::new(SeededRandom::new(7));
        let clock = Arc::new(SetClock::standing("2007-10-05T14:00:00Z".parse().unwrap()));
        let machine = Arc::new(SetClock::standing("2026-11-25T14:00:00Z".parse().unwrap()));
        let keyring = Arc::new(MemoryKeyring::new(random.clone()));
        let journal = Arc::new(Frail::default());
        let ports = Ports {
            journal: journal.clone(),
            keyring,
            clock: clock.clone(),
            machine: machine.clone(),
            random,
        };
        let desk = Arc::new(Desk::new(Arc::new(Service::new(ports).unwrap())));
        Self { desk, journal, clock, machine, lines: AtomicU32::new(0) }
    }

    /// The same house with a desk that has just begun, and remembers nothing.
    pub(crate) fn begun_anew(self) -> Self {
        let desk = Arc::new(Desk::new(Arc::clone(self.desk.service())));
        Self { desk, ..self }
    }

    /// The time from now on.
    pub(crate) fn at(&self, moment: &str) {
        self.clock.set(moment.parse().unwrap());
    }

    /// What the clock of the machine shows from now on.
    pub(crate) fn machine_shows(&self, moment: &str) {
        self.machine.set(moment.parse().unwrap());
    }

    /// Who speaks on the terminal of this name.
    pub(crate) fn speaker(who: &str) -> Speaker {
        match who {
            OPERATOR => Speaker::Operator,
            account => Speaker::Account(format!("terminal:{account}")),
        }
    }

    /// Somebody types a line.
    pub(crate) async fn types(&self, who: &str, text: &str) -> Response {
        self.hear(who, Input::Text(text.to_owned())).await
    }

    /// Somebody presses a button.
    pub(crate) async fn presses(&self, who: &str, press: &Press) -> Response {
        self.hear(who, Input::Press(press.clone())).await
    }

    /// Somebody sends a verb with fields, as on a platform that has them.
    pub(crate) async fn sends(&self, who: &str, verb: &str, fields: &[(&str, &str)]) -> Response {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let fields = fields.iter().map(owned).collect();
        self.hear(who, Input::Fields(Utterance::new(verb, fields))).await
    }

    /// Somebody says something under the next name of a request.
    async fn hear(&self, who: &str, said: Input) -> Response {
        let number = self.lines.fetch_add(1, Ordering::Relaxed);
        self.hear_as(&format!("test:{number}"), who, said).await
    }

    /// Somebody who reads this language types a line.
    pub(crate) async fn types_in(&self, lang: Language, who: &str, text: &str) -> Response {
        let request = format!("test:{}", self.lines.fetch_add(1, Ordering::Relaxed));
        self.hear_in(lang, &request, who, Input::Text(text.to_owned())).await
    }

    /// Somebody says something under this name of a request.
    pub(crate) async fn hear_as(&self, request: &str, who: &str, said: Input) -> Response {
        self.hear_in(Language::En, request, who, said).await
    }

    async fn hear_in(&self, lang: Language, request: &str, who: &str, said: Input) -> Response {
        let request = RequestName::new(request).unwrap();
        let (meeting, speaker, front) = (Some(SLUG.to_owned()), Self::speaker(who), "terminal");
        let channel = None;
        let line = Line { meeting, speaker, front, channel, said, request, lang };
        self.desk.answer(line).await
    }

    /// Somebody types a line that must be done; the code that it shows, if it shows one.
    #[track_caller]
    pub(crate) fn does(&self, who: &str, text: &str) -> impl Future<Output = Option<String>> {
        let at = std::panic::Location::caller();
        async move {
            let response = self.types(who, text).await;
            assert_eq!(response.tone, Tone::Done, "{at}: {text}: {}", words(&response));
            assert!(!response.entries.is_empty(), "{at}: {text}: {}", words(&response));
            code(&response)
        }
    }

    /// Somebody says this, is asked once more, and says yes.
    pub(crate) async fn confirms(&self, who: &str, line: &str) {
        let asked = self.types(who, line).await;
        let yes = asked.buttons.iter().find(|button| button.label.starts_with("Yes"));
        let yes = yes.unwrap_or_else(|| panic!("{line} is not asked about: {}", words(&asked)));
        let done = self.presses(who, &yes.press).await;
        assert_eq!(done.tone, Tone::Done, "{line}: {}", words(&done));
    }

    /// Somebody is invited by this line and joins.
    pub(crate) async fn joins(&self, (inviter, line): (&str, &str), who: &str) {
        let code = self.does(inviter, line).await.expect("a code");
        self.does(who, &format!("join {code}")).await;
    }

    /// What somebody is shown unasked because of an entry.
    pub(crate) async fn notice(&self, who: &str, entry: u64) -> Option<Response> {
        let views = self.desk.service().views(SLUG, Freshness::Current).await.unwrap();
        let entries = self.desk.service().entries(SLUG).await.unwrap();
        let entry = entries.iter().find(|found| found.number == entry).unwrap();
        let mut shown = None;
        for notice in self.desk.notices(&views, entry, Language::En) {
            let is_theirs = self.desk.is_for(SLUG, &Self::speaker(who), &notice).await.unwrap();
            shown = is_theirs.then_some(notice.response).or(shown);
        }
        shown
    }

    /// How many facts of a kind are stored.
    pub(crate) async fn count(&self, kind: &str) -> usize {
        let events = self.events().await;
        events.iter().filter(|event| event.kind() == kind).count()
    }

    /// Every fact.
    pub(crate) async fn events(&self) -> Vec<Event> {
        let entries = self.desk.service().entries(SLUG).await.unwrap();
        entries.into_iter().map(|entry| entry.event).collect()
    }
}

fn code(response: &Response) -> Option<String> {
    response.parts.iter().find_map(|part| match part {
        Part::Secret(words) => words.split(' ').nth(1).map(|code| code[..19].to_owned()),
        _ => None,
    })
}

/// Everything that a response says, a line for each part.
pub(crate) fn words(response: &Response) -> String {
    let part = |part: &Part| match part {
        Part::Text(text) | Part::Heading(text) | Part::Quote(text) | Part::Secret(text) => {
            text.clone()
        }
        Part::List(points) => points.join("\n"),
        Part::Numbered(points) => {
            let lines: Vec<String> =
                points.iter().map(|(n, text)| format!("{n}. {text}")).collect();
            lines.join("\n")
        }
        Part::Pointer { line, from, to } => format!("{line} [{from}..{to}]"),
        Part::Paper(paper) => format!("{paper:?}"),
    };
    response.parts.iter().map(part).collect::<Vec<_>>().join("\n")
}

/// Where a response points to in the line that was typed.
pub(crate) fn pointed(response: &Response) -> Option<String> {
    response.parts.iter().find_map(|part| match part {
        Part::Pointer { line, from, to } => {
            Some(line.chars().skip(*from).take(to - from).collect())
        }
        _ => None,
    })
}

/// What a response quotes.
pub(crate) fn quoted(response: &Response) -> Option<&str> {
    response.parts.iter().find_map(|part| match part {
        Part::Quote(text) => Some(text.as_str()),
        _ => None,
    })
}

/// The press of the button with this label.
#[track_caller]
pub(crate) fn button(response: &Response, label: &str) -> Press {
    let found = response.buttons.iter().find(|button| button.label.starts_with(label));
    found
        .unwrap_or_else(|| panic!("no [{label}]: {:?} {}", response.buttons, words(response)))
        .press
        .clone()
}

/// The response is refused with these words in it.
#[track_caller]
pub(crate) fn assert_refused(response: &Response, said: &str) {
    assert_eq!(response.tone, Tone::Refused, "{}", words(response));
    assert!(words(response).contains(said), "{:?} is not in {:?}", said, words(response));
    assert!(response.entries.is_empty(), "{:?}", response.entries);
}
