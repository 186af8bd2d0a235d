//! The bounds of every text that an event holds: what the rules let through, what an import may
//! bring, and what `verify` accepts (docs/stored-form.md, Data).

use super::{
    AgendaEvent, CommentEvent, DecisionEvent, Event, MeetingEvent, PaperEvent, PeopleEvent,
    ReplyEvent, SessionEvent,
};
use crate::citation::Citation;
use crate::event::comment::ItemNamed;
use crate::event::meeting::Convened;
use crate::event::reply::PresentationTopic;
use crate::moment::{Deadline, Received};
use crate::note::check_blocks;
use crate::personal::PersonalData;
use crate::text::TextField::{
    Comment, Contact, Institution, JobTitle, Name, Paragraph, Reason, Title,
};
use crate::text::{BoundsFault, Counted, LINES_MAX, check, check_optional};

type Checked = Result<(), BoundsFault>;

impl Event {
    /// Checks every text of this event, personal data that can be read included.
    ///
    /// # Errors
    /// The first text that is empty, too long, or holds a character that no text may hold.
    pub fn check_texts(&self) -> Checked {
        match self {
            Self::Meeting(event) => meeting(event),
            Self::People(event) => people(event),
            Self::Reply(event) => reply(event),
            Self::Agenda(event) => agenda(event),
            Self::Comment(event) => comment(event),
            Self::Paper(event) => paper(event),
            Self::Session(SessionEvent::SittingOpened(_) | SessionEvent::SittingClosed(_)) => {
                Ok(())
            }
            Self::Decision(event) => decision(event),
        }?;
        let personal = self.personal().and_then(|(_, personal)| personal.known());
        personal.map_or(Ok(()), personal_data)
    }
}

/// The texts of personal data, each of which may be absent.
pub(crate) fn personal_data(who: &PersonalData) -> Checked {
    let fields = [
        (Name, &who.name),
        (JobTitle, &who.title),
        (Institution, &who.institution),
        (Contact, &who.contact),
        (Name, &who.account),
    ];
    fields.into_iter().try_for_each(|(field, text)| check_optional(field, text.as_deref()))
}

fn meeting(event: &MeetingEvent) -> Checked {
    match event {
        MeetingEvent::Convened(fact) => convened(fact),
        MeetingEvent::RollRecorded(fact) => {
            check(Reason, &fact.source)?;
            fact.delegations.iter().try_for_each(|line| check(Name, &line.name))
        }
        MeetingEvent::SourceDescribed(fact) => {
            check(Title, &fact.source)?;
            check_optional(Name, fact.symbol.as_deref())
        }
    }
}

fn convened(fact: &Convened) -> Checked {
    for text in [&fact.title, &fact.body, &fact.masthead, &fact.place] {
        check(Title, text)?;
        if text.lines().count() > LINES_MAX {
            return Err(BoundsFault::TooMany { what: Counted::Lines, max: LINES_MAX });
        }
    }
    check_optional(Name, fact.ordinal.as_deref())?;
    check_optional(Name, fact.class.as_deref())?;
    let lines = [&fact.symbols.base, &fact.symbols.revision, &fact.zone];
    lines.into_iter().chain(&fact.mandates).try_for_each(|line| check(Name, line))
}

fn people(event: &PeopleEvent) -> Checked {
    match event {
        PeopleEvent::SeatEnded(fact) => check_optional(Reason, fact.reason.as_deref()),
        PeopleEvent::Invited(fact) => check(Name, &fact.hash.0),
        PeopleEvent::Joined(_) | PeopleEvent::Appointed(_) => Ok(()),
    }
}

fn reply(event: &ReplyEvent) -> Checked {
    match event {
        ReplyEvent::Nominated(fact) => received(fact.received.as_ref()),
        ReplyEvent::NominationCorrected(fact) => check_optional(Reason, fact.reason.as_deref()),
        ReplyEvent::NominationWithdrawn(fact) => check_optional(Reason, fact.reason.as_deref()),
        ReplyEvent::NominationAdmitted(fact) => check(Reason, &fact.reason),
        ReplyEvent::PresentationRequested(fact) => {
            topic(&fact.about)?;
            received(fact.received.as_ref())
        }
        ReplyEvent::PresentationAsked(fact) => topic(&fact.about),
        ReplyEvent::PresentationAdmitted(fact) => check(Reason, &fact.reason),
        ReplyEvent::ReplyDeclined(fact) => received(fact.received.as_ref()),
    }
}

fn topic(about: &PresentationTopic) -> Checked {
    item(&about.on)?;
    check(Name, &about.topic)?;
    check_optional(Paragraph, about.text.as_deref())
}

fn item(named: &ItemNamed) -> Checked {
    check(Name, &named.typed)
}

fn received(received: Option<&Received>) -> Checked {
    let Some(Received { way, reference, zone, offset, .. }) = received else { return Ok(()) };
    check(Name, way)?;
    let optional = [reference, zone, offset];
    optional.into_iter().try_for_each(|text| check_optional(Name, text.as_deref()))
}

fn agenda(event: &AgendaEvent) -> Checked {
    match event {
        AgendaEvent::ItemAdded(fact) => check(Title, &fact.title),
        AgendaEvent::ItemReworded(fact) => check(Title, &fact.title),
        AgendaEvent::ItemMoved(_) => Ok(()),
        AgendaEvent::ItemRemoved(fact) => check_optional(Reason, fact.reason.as_deref()),
        AgendaEvent::FootnoteSet(fact) => {
            check(Paragraph, &fact.text)?;
            fact.cites.as_ref().map_or(Ok(()), citation)
        }
        AgendaEvent::NoteWritten(fact) => {
            check_blocks(&fact.blocks)?;
            fact.deadline.as_ref().map_or(Ok(()), deadline)
        }
    }
}

fn citation(cites: &Citation) -> Checked {
    check(Title, &cites.typed)?;
    check(Title, &cites.source)
}

fn deadline(deadline: &Deadline) -> Checked {
    check(Reason, &deadline.wording)?;
    check_optional(Name, deadline.zone.as_deref())?;
    check_optional(Name, deadline.offset.as_deref())
}

fn comment(event: &CommentEvent) -> Checked {
    match event {
        CommentEvent::CommentMade(fact) => {
            fact.on.as_ref().map_or(Ok(()), item)?;
            check(Comment, &fact.text)?;
            received(fact.received.as_ref())
        }
        CommentEvent::CommentWithdrawn(fact) => check_optional(Reason, fact.reason.as_deref()),
    }
}

fn paper(event: &PaperEvent) -> Checked {
    match event {
        PaperEvent::Prepared(fact) => {
            check(Name, &fact.symbol)?;
            check_optional(Title, fact.authentic.as_deref())
        }
        PaperEvent::Returned(fact) => check(Reason, &fact.reason),
        PaperEvent::EditionWithdrawn(fact) => check_optional(Reason, fact.reason.as_deref()),
        PaperEvent::Approved(fact) => check(Name, &fact.text_sha256),
        PaperEvent::Issued(_) => Ok(()),
    }
}

fn decision(event: &DecisionEvent) -> Checked {
    match event {
        DecisionEvent::DecisionPut(fact) => check(Paragraph, &fact.text),
        DecisionEvent::Objected(fact) => check_optional(Reason, fact.reason.as_deref()),
        DecisionEvent::ObjectionWithdrawn(_)
        | DecisionEvent::DecisionAdopted(_)
        | DecisionEvent::DecisionNotAdopted(_) => Ok(()),
        DecisionEvent::DecisionWithdrawn(fact) => check_optional(Reason, fact.reason.as_deref()),
    }
}
