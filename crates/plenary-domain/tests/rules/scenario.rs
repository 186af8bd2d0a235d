//! Given, when, then: the harness in which the rules are told what has happened, what somebody
//! asks for, and what must follow.

use plenary_domain::event::people::CodeHash;
use plenary_domain::{
    Actor, Case, Command, Entry, Event, Meeting, Rejection, Timestamp, Views, decide,
};

use crate::room;

/// A history, and the state and views that follow from it.
#[derive(Clone)]
pub(crate) struct Scenario {
    /// Everything that has happened.
    pub(crate) entries: Vec<Entry>,
    /// The rules' state after it.
    pub(crate) meeting: Meeting,
    /// The views after it.
    pub(crate) views: Views,
    at: Timestamp,
    requests: u32,
}

/// What the rules answered to one command, before it is looked at.
pub(crate) struct Answered {
    scenario: Scenario,
    actor: Actor,
    answer: Result<Vec<Event>, Rejection>,
}

/// What has happened, told by the secretariat unless [`Scenario::given_by`] says otherwise.
pub(crate) fn given(events: impl IntoIterator<Item = Event>) -> Scenario {
    let scenario = Scenario {
        entries: Vec::new(),
        meeting: Meeting::default(),
        views: Views::default(),
        at: room::moment("2007-10-05T10:00:00-04:00"),
        requests: 0,
    };
    scenario.given_by(room::secretariat(), events)
}

impl Scenario {
    /// More that has happened.
    pub(crate) fn given(self, events: impl IntoIterator<Item = Event>) -> Self {
        self.given_by(room::secretariat(), events)
    }

    /// What somebody in particular did.
    pub(crate) fn given_by(
        mut self,
        actor: Actor,
        events: impl IntoIterator<Item = Event>,
    ) -> Self {
        for event in events {
            let number = self.entries.len() as u64 + 1;
            let entry = Entry { number, at: self.at, actor: actor.clone(), event };
            self.meeting.evolve(&entry);
            self.views.evolve(&entry);
            self.entries.push(entry);
        }
        self
    }

    /// The time from now on.
    pub(crate) fn at(mut self, moment: &str) -> Self {
        self.at = room::moment(moment);
        self
    }

    /// The number of the last entry.
    pub(crate) fn number(&self) -> u64 {
        self.entries.len() as u64
    }

    /// The code that the next request would give out, if it gives one out.
    pub(crate) fn next_code(&self) -> CodeHash {
        room::hash(self.requests + 1001)
    }

    /// Somebody gives a command.
    pub(crate) fn when(mut self, actor: Actor, command: impl Into<Command>) -> Answered {
        let fresh_code = self.next_code();
        self.requests += 1;
        let case = Case { meeting: &self.meeting, at: self.at, actor: &actor, fresh_code };
        let answer = decide(&case, &command.into());
        Answered { scenario: self, actor, answer }
    }
}

impl Answered {
    /// Exactly these facts follow; they have happened from now on.
    #[track_caller]
    pub(crate) fn then(self, expected: impl IntoIterator<Item = Event>) -> Scenario {
        let expected: Vec<Event> = expected.into_iter().collect();
        assert!(!expected.is_empty(), "use then_already_so");
        assert_eq!(self.answer, Ok(expected.clone()));
        self.scenario.given_by(self.actor, expected)
    }

    /// Something follows, it does not matter here what; it has happened from now on.
    #[track_caller]
    pub(crate) fn then_done(self) -> Scenario {
        let Ok(events) = self.answer else { panic!("refused: {:?}", self.answer) };
        assert!(!events.is_empty(), "already so");
        self.scenario.given_by(self.actor, events)
    }

    /// It was so already: no fact follows.
    #[track_caller]
    pub(crate) fn then_already_so(self) -> Scenario {
        assert_eq!(self.answer, Ok(Vec::new()));
        self.scenario
    }

    /// It is refused for this reason, and nothing changed.
    #[track_caller]
    pub(crate) fn then_rejected(self, expected: Rejection) -> Scenario {
        assert_eq!(self.answer, Err(expected));
        self.scenario
    }

    /// The bare answer, for tables.
    pub(crate) fn answer(self) -> Result<Vec<Event>, Rejection> {
        self.answer
    }
}
