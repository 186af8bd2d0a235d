//! The seats of whoever speaks, and in which of them a verb is meant.

use plenary_domain::capacity::Seat;
use plenary_domain::{Actor, Capacity, PersonId, Readers, SeatKind, Views};

use crate::line::Speaker;
use crate::response::Audience;
use crate::verb::{self, ArgKind, ArgPosition};

/// The most lines that are suggested at once.
const SUGGESTIONS_MAX: usize = 40;

/// Who speaks, with the seats that the history gave them.
#[derive(Clone, Debug)]
pub(crate) struct Seats {
    pub(crate) person: Option<PersonId>,
    operator: bool,
    seats: Vec<Seat>,
}

impl Seats {
    pub(crate) fn of(speaker: &Speaker, person: Option<PersonId>, views: &Views) -> Self {
        let found = person.and_then(|person| views.roster.person(person));
        Self {
            person,
            operator: *speaker == Speaker::Operator,
            seats: found.map(|participant| participant.seats.clone()).unwrap_or_default(),
        }
    }

    /// The actor for a verb: the first seat for which the verb is made, else the first seat.
    pub(crate) fn actor(&self, who: &[Capacity]) -> Actor {
        if self.operator {
            return Actor::nobody(Capacity::Operator);
        }
        let fits = |seat: &&Seat| who.contains(&seat.kind.capacity());
        let seat = self.seats.iter().find(fits).or_else(|| self.seats.first());
        match (self.person, seat) {
            (Some(person), Some(seat)) => {
                Actor::person(person, seat.kind.capacity(), seat.delegation.clone())
            }
            (person, _) => Actor { person, ..Actor::nobody(Capacity::Reader) },
        }
    }

    pub(crate) fn capacities(&self) -> Vec<Capacity> {
        if self.operator {
            return vec![Capacity::Operator];
        }
        if self.seats.is_empty() {
            return vec![Capacity::Reader];
        }
        self.seats.iter().map(|seat| seat.kind.capacity()).collect()
    }

    pub(crate) fn is_seated(&self) -> bool {
        !self.seats.is_empty()
    }

    pub(crate) fn all(&self) -> &[Seat] {
        &self.seats
    }

    /// Whether a notice to this audience is for them.
    pub(crate) fn hears(&self, audience: &Audience) -> bool {
        let holds = |kind: SeatKind| self.seats.iter().any(|seat| seat.kind == kind);
        match audience {
            Audience::Circle(Readers::Secretariat) => {
                holds(SeatKind::Chair) || holds(SeatKind::Secretariat)
            }
            Audience::Circle(Readers::Delegations | Readers::Public) => !self.seats.is_empty(),
            Audience::Chair => holds(SeatKind::Chair),
            Audience::Secretariat => holds(SeatKind::Secretariat),
            Audience::Mission(code) => self.seats.iter().any(|seat| {
                seat.kind == SeatKind::Mission && seat.delegation.as_ref() == Some(code)
            }),
            Audience::Missions => holds(SeatKind::Mission),
            Audience::Person(person) => self.person == Some(*person),
        }
    }
}

/// Lines that could follow what is typed: verbs of the own capacities, then choices and names.
pub(crate) fn suggestions(seats: &Seats, views: &Views, typed: &str) -> Vec<String> {
    let mine = seats.capacities();
    let verbs = verb::all().filter(|verb| verb.who.iter().any(|who| mine.contains(who)));
    let verbs = verbs.filter(|verb| verb.is_in(views));
    let start = typed.trim_start();
    let mut lines: Vec<String> =
        verbs.map(verb::Verb::typed).filter(|line| line.starts_with(start)).collect();
    let head = start.rfind(char::is_whitespace).map_or("", |at| start.get(..=at).unwrap_or(""));
    let last = start.get(head.len()..).unwrap_or_default();
    let words: Vec<&str> = start.split_whitespace().take(2).collect();
    if let Some(verb) = verb::find(&words.join(" ")) {
        for arg in verb.args {
            // The value of a named argument is suggested after its name, where it is understood.
            let name = if arg.position == ArgPosition::Named {
                format!("{}:", arg.name)
            } else {
                String::new()
            };
            for value in values(arg.kind, views).iter().filter(|_| last.starts_with(&name)) {
                let typed = last.get(name.len()..).unwrap_or_default();
                if bare(value).starts_with(&bare(typed)) {
                    let needs_quotes = !name.is_empty() && value.contains(' ');
                    let value = if needs_quotes {
                        format!("\"{}\"", value.trim_matches('"'))
                    } else {
                        value.clone()
                    };
                    lines.push(format!("{head}{name}{value}"));
                }
            }
            let named = format!("{}:", arg.name);
            if named.starts_with(last) && !last.is_empty() {
                lines.push(format!("{head}{named}"));
            }
        }
    }
    lines.truncate(SUGGESTIONS_MAX);
    lines
}

/// Without quotation marks and capitals.
fn bare(text: &str) -> String {
    text.replace('"', "").to_lowercase()
}

fn values(kind: ArgKind, views: &Views) -> Vec<String> {
    match kind {
        ArgKind::Choice(choices) => choices.iter().map(|choice| (*choice).to_owned()).collect(),
        ArgKind::Symbol | ArgKind::Paper => views
            .agenda
            .editions()
            .iter()
            .filter(|edition| edition.issued.is_some())
            .map(|edition| format!("\"{}\"", edition.symbol))
            .collect(),
        ArgKind::Delegation => {
            views.meeting.delegations().iter().map(|line| line.name.clone()).collect()
        }
        ArgKind::Item => views
            .agenda
            .in_force()
            .map(|edition| {
                edition.agenda.numbered().into_iter().map(|n| n.number.to_string()).collect()
            })
            .unwrap_or_default(),
        ArgKind::WorkingItem
        | ArgKind::Text
        | ArgKind::Person
        | ArgKind::Number(_)
        | ArgKind::Day
        | ArgKind::Moment
        | ArgKind::Meeting
        | ArgKind::Code => Vec::new(),
    }
}
