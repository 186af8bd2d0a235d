//! Random histories: what the rules let happen when random people ask for random things.

use jiff::ToSpan;

use plenary_domain::capacity::Capacity;
use plenary_domain::decide::people::PeopleCommand;
use plenary_domain::event::people::CodeHash;
use plenary_domain::{
    Actor, Case, Command, DelegationCode, Entry, Event, Meeting, PersonId, Rejection, Timestamp,
    Views, decide,
};

use crate::commands;

/// Who asks: somebody with a seat, or anybody in any capacity.
#[derive(Clone, Debug)]
pub(crate) enum Who {
    /// One of those who hold a seat now, counted round.
    Seated(usize),
    /// One of those who hold a seat now and may give the command at all, counted round.
    Able(usize),
    /// Anybody.
    Anybody(Actor),
}

/// One random command, and who gives it.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub(crate) minutes: i64,
    pub(crate) who: Who,
    pub(crate) acting_for: Option<DelegationCode>,
    pub(crate) command: Command,
}

/// A history that grows, with the state and the views folded along.
#[derive(Clone)]
pub(crate) struct History {
    pub(crate) entries: Vec<Entry>,
    pub(crate) meeting: Meeting,
    pub(crate) views: Views,
    pub(crate) at: Timestamp,
    requests: u32,
}

/// The hash of the code that the request with this number gives out.
pub(crate) fn hash(request: u32) -> CodeHash {
    CodeHash(format!("{request:064x}"))
}

impl History {
    /// A convened meeting with its officers, missions, an expert and an observer in the room.
    pub(crate) fn opened() -> Self {
        let mut history = Self {
            entries: Vec::new(),
            meeting: Meeting::default(),
            views: Views::default(),
            at: "2007-10-05T13:00:00Z".parse().unwrap(),
            requests: 0,
        };
        for (capacity, command) in commands::opening() {
            let done = history.command(Actor::nobody(capacity), command);
            assert!(matches!(&done, Ok(facts) if !facts.is_empty()), "{done:?}");
        }
        let secretariat = Actor::person(PersonId(2), Capacity::Secretariat, None);
        for command in commands::first_day() {
            let actor = if is_join(&command) { nobody() } else { secretariat.clone() };
            history.command(actor, command).unwrap();
        }
        history
    }

    /// The case of this actor now.
    pub(crate) fn case<'c>(&'c self, actor: &'c Actor) -> Case<'c> {
        let fresh_code = hash(self.requests);
        Case { meeting: &self.meeting, at: self.at, actor, fresh_code }
    }

    /// Decides a command and appends what follows.
    pub(crate) fn command(
        &mut self,
        actor: Actor,
        command: Command,
    ) -> Result<Vec<Event>, Rejection> {
        let events = decide(&self.case(&actor), &command);
        self.requests += 1;
        let events = events?;
        for event in &events {
            let number = self.entries.len() as u64 + 1;
            let actor = actor.clone();
            let entry = Entry { number, at: self.at, actor, event: event.clone() };
            self.meeting.evolve(&entry);
            self.views.evolve(&entry);
            self.entries.push(entry);
        }
        Ok(events)
    }

    /// Who asks in this step.
    pub(crate) fn actor(&self, step: &Step) -> Actor {
        let actor = match &step.who {
            Who::Anybody(actor) => actor.clone(),
            Who::Seated(index) => {
                let seats: Vec<Actor> = self.seated().collect();
                seats.get(index % seats.len().max(1)).cloned().unwrap_or(nobody())
            }
            Who::Able(_) if is_join(&step.command) => nobody(),
            Who::Able(index) => {
                let may = step.command.by();
                let able = self.seated().filter(|actor| may.contains(&actor.capacity));
                let able: Vec<Actor> = able.collect();
                let actor = able.get(index % able.len().max(1)).cloned().unwrap_or(nobody());
                // Who may act for others sometimes does.
                let acts = actor.capacity == Capacity::Secretariat;
                return actor.acting_for(step.acting_for.clone().filter(|_| acts));
            }
        };
        actor.acting_for(step.acting_for.clone())
    }

    /// Everybody who holds a seat, in each seat.
    pub(crate) fn seated(&self) -> impl Iterator<Item = Actor> {
        self.views.roster.people().flat_map(|(id, person)| {
            person
                .seats
                .iter()
                .map(move |seat| Actor::person(id, seat.kind.capacity(), seat.delegation.clone()))
        })
    }

    /// Takes one random step.
    pub(crate) fn take(&mut self, step: &Step) -> Result<Vec<Event>, Rejection> {
        let later = self.at.timestamp().checked_add(step.minutes.minutes()).unwrap();
        self.at = Timestamp::new(later);
        let actor = self.actor(step);
        self.command(actor, step.command.clone())
    }

    /// The whole history that follows from these steps.
    pub(crate) fn of(steps: &[Step]) -> Self {
        let mut history = Self::opened();
        for step in steps {
            let _ = history.take(step);
        }
        history
    }
}

fn is_join(command: &Command) -> bool {
    matches!(command, Command::People(PeopleCommand::Join(_)))
}

fn nobody() -> Actor {
    Actor::nobody(Capacity::Reader)
}

/// The state after these entries.
pub(crate) fn replayed(entries: &[Entry]) -> Meeting {
    let mut meeting = Meeting::default();
    entries.iter().for_each(|entry| meeting.evolve(entry));
    meeting
}
