//! Who may read what: the circle of each fact, and what one reader may see of a comment.

use super::Views;
use super::comment::CommentShown;
use crate::capacity::Capacity;
use crate::event::comment::Readers;
use crate::event::{CommentEvent, Entry, Event, PaperEvent, PeopleEvent};
use crate::ids::{EditionId, PersonId};
use crate::request::Actor;
use crate::roll::DelegationCode;

/// Somebody who reads: a circle, and perhaps a person of a delegation who reads the own things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// The narrowest circle to which the reader belongs.
    pub circle: Readers,
    /// The person, who always reads what is the own.
    pub person: Option<PersonId>,
    /// The mission, which always reads what its people said.
    pub mission: Option<DelegationCode>,
}

impl Reader {
    /// A reader of a circle who is nobody in particular, such as the reader of a paper.
    pub fn of(circle: Readers) -> Self {
        Self { circle, person: None, mission: None }
    }

    /// What an actor may read.
    pub fn actor(actor: &Actor) -> Self {
        let circle = match actor.capacity {
            Capacity::Chair | Capacity::Secretariat | Capacity::Plenary => Readers::Secretariat,
            Capacity::Mission | Capacity::Expert | Capacity::Observer => Readers::Delegations,
            Capacity::Operator | Capacity::Reader => Readers::Public,
        };
        let mission = actor.delegation.clone().filter(|_| actor.capacity == Capacity::Mission);
        Self { circle, person: actor.person, mission }
    }

    /// Whether this reader may read the comment.
    pub fn may_read(&self, comment: &CommentShown) -> bool {
        let author = &comment.stamp.actor;
        let own = author.person.is_some() && author.person == self.person;
        let mission = self.mission.is_some() && author.speaks_for() == self.mission.as_ref();
        let answered = comment.answers.as_ref().is_some_and(|answered| {
            let person = answered.person.is_some() && answered.person == self.person;
            person || (self.mission.is_some() && answered.speaks_for() == self.mission.as_ref())
        });
        comment.readers.include(self.circle) || own || mission || answered
    }
}

/// The circle that may read this fact, given everything that happened until now.
///
/// Edits of the working agenda and codes are the secretariat's and the chair's for ever: an issued
/// edition says what became of the edits, and wordings that were dropped are nobody else's.
pub fn circle(views: &Views, entry: &Entry) -> Readers {
    match &entry.event {
        Event::Meeting(_) => Readers::Public,
        Event::People(PeopleEvent::Invited(_)) => Readers::Secretariat,
        Event::People(
            PeopleEvent::Joined(_) | PeopleEvent::Appointed(_) | PeopleEvent::SeatEnded(_),
        )
        | Event::Reply(_)
        | Event::Session(_)
        | Event::Decision(_) => Readers::Delegations,
        Event::Agenda(_) => Readers::Secretariat,
        Event::Comment(CommentEvent::CommentMade(made)) => made.readers,
        Event::Comment(CommentEvent::CommentWithdrawn(withdrawn)) => views
            .comment
            .find(withdrawn.comment)
            .map_or(Readers::Secretariat, |comment| comment.readers),
        Event::Paper(PaperEvent::Returned(_)) => Readers::Secretariat,
        Event::Paper(PaperEvent::Prepared(prepared)) => issued(views, prepared.edition),
        Event::Paper(PaperEvent::Approved(approved)) => issued(views, approved.edition),
        Event::Paper(PaperEvent::Issued(issued_now)) => issued(views, issued_now.edition),
    }
}

fn issued(views: &Views, edition: EditionId) -> Readers {
    within(views.agenda.edition(edition).is_some_and(|edition| edition.issued.is_some()))
}

fn within(is_issued: bool) -> Readers {
    if is_issued { Readers::Delegations } else { Readers::Secretariat }
}
