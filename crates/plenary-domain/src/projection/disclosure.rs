//! Who may read which entry of the history.

use super::Views;
use crate::event::{
    AgendaEvent, CommentEvent, DecisionEvent, Entry, Event, MeetingEvent, PaperEvent, PeopleEvent,
    ReplyEvent, SessionEvent,
};
use crate::ids::EditionId;
use crate::readers::Readers;

/// The circle that may read this fact, given everything that happened until now.
///
/// Edits of the working agenda and codes are the secretariat's and the chair's for ever: an issued
/// edition says what became of the edits, and wordings that were dropped are nobody else's. Every
/// event is named: one that is forgotten does not compile, and opens to nobody.
pub fn circle(views: &Views, entry: &Entry) -> Readers {
    match &entry.event {
        Event::Meeting(
            MeetingEvent::Convened(_)
            | MeetingEvent::RollRecorded(_)
            | MeetingEvent::SourceDescribed(_),
        ) => Readers::Public,
        Event::People(PeopleEvent::Invited(_)) => Readers::Secretariat,
        // What an expert asks is not yet the state's word; the mission sees it at the desk.
        Event::Reply(ReplyEvent::PresentationAsked(_)) => Readers::Secretariat,
        Event::People(
            PeopleEvent::Joined(_) | PeopleEvent::Appointed(_) | PeopleEvent::SeatEnded(_),
        )
        | Event::Reply(
            ReplyEvent::Nominated(_)
            | ReplyEvent::NominationCorrected(_)
            | ReplyEvent::NominationWithdrawn(_)
            | ReplyEvent::NominationAdmitted(_)
            | ReplyEvent::PresentationRequested(_)
            | ReplyEvent::PresentationAdmitted(_)
            | ReplyEvent::ReplyDeclined(_),
        )
        | Event::Session(SessionEvent::SittingOpened(_) | SessionEvent::SittingClosed(_))
        | Event::Decision(
            DecisionEvent::DecisionPut(_)
            | DecisionEvent::Objected(_)
            | DecisionEvent::ObjectionWithdrawn(_)
            | DecisionEvent::DecisionAdopted(_)
            | DecisionEvent::DecisionNotAdopted(_)
            | DecisionEvent::DecisionWithdrawn(_),
        ) => Readers::Delegations,
        Event::Agenda(
            AgendaEvent::ItemAdded(_)
            | AgendaEvent::ItemReworded(_)
            | AgendaEvent::ItemMoved(_)
            | AgendaEvent::ItemRemoved(_)
            | AgendaEvent::FootnoteSet(_)
            | AgendaEvent::NoteWritten(_),
        ) => Readers::Secretariat,
        Event::Comment(CommentEvent::CommentMade(made)) => made.readers,
        Event::Comment(CommentEvent::CommentWithdrawn(withdrawn)) => views
            .comment
            .find(withdrawn.comment)
            .map_or(Readers::Secretariat, |comment| comment.readers),
        Event::Paper(PaperEvent::Returned(_) | PaperEvent::EditionWithdrawn(_)) => {
            Readers::Secretariat
        }
        Event::Paper(PaperEvent::Prepared(prepared)) => issued(views, prepared.edition),
        Event::Paper(PaperEvent::Approved(approved)) => issued(views, approved.edition),
        Event::Paper(PaperEvent::Issued(issued_now)) => issued(views, issued_now.edition),
    }
}

fn issued(views: &Views, edition: EditionId) -> Readers {
    let is_issued = views.agenda.edition(edition).is_some_and(|edition| edition.issued.is_some());
    if is_issued { Readers::Delegations } else { Readers::Secretariat }
}
