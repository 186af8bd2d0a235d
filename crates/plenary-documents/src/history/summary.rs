//! One line for each fact. Every fact is named: a new one stops compilation here.

use std::collections::BTreeMap;

use plenary_domain::event::agenda::{ItemAdded, ItemReworded};
use plenary_domain::event::comment::ItemNamed;
use plenary_domain::event::decision::{DecisionAdopted, Manner};
use plenary_domain::event::reply::{Declined, Nominated, PresentAs, PresentationTopic};
use plenary_domain::event::{
    AgendaEvent, CommentEvent, DecisionEvent, Event, MeetingEvent, PaperEvent, PeopleEvent,
    ReplyEvent, SessionEvent,
};
use plenary_domain::reference::ItemNumber;
use plenary_domain::{DelegationCode, EditionId, ItemId, Personal, Received, SeatKind};

use crate::context::PaperContext;
use crate::words::{capacity_name, role_name, running_date};

/// The titles of the working agenda's items as they were at some entry. Only who sees the working
/// agenda is told of them.
#[derive(Default)]
pub(super) struct Titles(BTreeMap<ItemId, String>);

impl Titles {
    /// Takes over what an entry says of a title.
    pub(super) fn evolve(&mut self, event: &Event) {
        match event {
            Event::Agenda(AgendaEvent::ItemAdded(ItemAdded { item, title, .. }))
            | Event::Agenda(AgendaEvent::ItemReworded(ItemReworded { item, title })) => {
                self.0.insert(*item, title.replace('\n', " "));
            }
            Event::Agenda(
                AgendaEvent::ItemMoved(_)
                | AgendaEvent::ItemRemoved(_)
                | AgendaEvent::FootnoteSet(_)
                | AgendaEvent::NoteWritten(_),
            )
            | Event::Meeting(_)
            | Event::People(_)
            | Event::Reply(_)
            | Event::Comment(_)
            | Event::Paper(_)
            | Event::Session(_)
            | Event::Decision(_) => {}
        }
    }

    fn of(&self, item: ItemId) -> &str {
        self.0.get(&item).map(String::as_str).unwrap_or_default()
    }
}

/// An item by the number under which it was named, and its title in that edition.
fn item(cx: &PaperContext<'_>, on: &ItemNamed) -> String {
    let number = ItemNumber::parse(&on.typed);
    let number = number.map_or_else(|| on.typed.clone(), |number| number.to_string());
    let edition = on.edition.and_then(|edition| cx.views.agenda.edition(edition));
    let edition = edition.filter(|edition| cx.reader.may_see(*edition));
    match edition.and_then(|edition| edition.agenda.find(on.item)) {
        Some(item) => cx.words.agenda.item_titled(number, &item.title),
        None => number,
    }
}

/// What happened, in the words of the paper's language; what people wrote stays as written.
pub(super) fn of(cx: &PaperContext<'_>, event: &Event, titles: &Titles) -> String {
    let line = match event {
        Event::Meeting(event) => meeting(cx, event),
        Event::People(event) => people(cx, event),
        Event::Reply(event) => answer(cx, event),
        Event::Agenda(event) => agenda(cx, event, titles),
        Event::Comment(event) => comment(cx, event),
        Event::Paper(event) => paper(cx, event),
        Event::Session(event) => session(cx, event),
        Event::Decision(event) => decision(cx, event),
    };
    line.replace('\n', " ")
}

fn meeting(cx: &PaperContext<'_>, event: &MeetingEvent) -> String {
    let words = cx.words;
    match event {
        MeetingEvent::Convened(fact) => words.meeting.was_convened(&fact.title),
        MeetingEvent::RollRecorded(fact) => {
            let date = running_date(fact.dated, cx.lang);
            words.meeting.was_roll(fact.delegations.len(), date, &fact.source)
        }
        MeetingEvent::SourceDescribed(fact) => {
            words.meeting.was_source(&fact.source, fact.paragraphs)
        }
    }
}

fn people(cx: &PaperContext<'_>, event: &PeopleEvent) -> String {
    let words = cx.words.people;
    match event {
        PeopleEvent::Invited(fact) => {
            let seat = seat(cx, fact.seat, fact.delegation.as_ref());
            words.was_invited(fact.code.shown(), cx.person(fact.person), seat)
        }
        PeopleEvent::Joined(fact) => {
            let seat = seat(cx, fact.seat, fact.delegation.as_ref());
            words.was_joined(cx.person(fact.person), fact.code.shown(), seat)
        }
        PeopleEvent::Appointed(fact) => {
            let seat = seat(cx, fact.office, fact.delegation.as_ref());
            words.was_appointed(cx.person(fact.person), seat)
        }
        PeopleEvent::SeatEnded(fact) => {
            let seat = seat(cx, fact.seat, fact.delegation.as_ref());
            let ended = words.was_seat_ended(cx.person(fact.person), seat);
            with_reason(cx, ended, fact.reason.as_deref())
        }
    }
}

fn seat(cx: &PaperContext<'_>, kind: SeatKind, delegation: Option<&DelegationCode>) -> String {
    let capacity = capacity_name(kind.capacity(), cx.lang);
    match delegation {
        Some(code) => cx.words.people.actor_office(capacity, cx.delegation(code)),
        None => capacity.to_owned(),
    }
}

fn answer(cx: &PaperContext<'_>, event: &ReplyEvent) -> String {
    let words = cx.words.reply;
    match event {
        ReplyEvent::Nominated(fact) => {
            with_receipt(cx, nominated(cx, fact), fact.received.as_ref())
        }
        ReplyEvent::NominationCorrected(fact) => {
            let name = stated_name(cx, &fact.personal);
            let line = words.was_corrected(fact.nomination.shown(), name);
            with_reason(cx, line, fact.reason.as_deref())
        }
        ReplyEvent::NominationWithdrawn(fact) => {
            let line = words.was_withdrawn(fact.nomination.shown());
            with_reason(cx, line, fact.reason.as_deref())
        }
        ReplyEvent::NominationAdmitted(fact) => {
            words.was_admitted(fact.nomination.shown(), &fact.reason)
        }
        ReplyEvent::PresentationRequested(fact) => {
            let (delegation, about) = (cx.delegation(&fact.delegation), &fact.about);
            let (by, item, id) = (by(cx, about), item(cx, &about.on), fact.presentation.shown());
            let line = words.was_requested(delegation, by, &about.topic, item, id);
            let line = with_reason(cx, line, about.text.as_deref());
            with_receipt(cx, line, fact.received.as_ref())
        }
        ReplyEvent::PresentationAsked(fact) => {
            let (delegation, about) = (cx.delegation(&fact.delegation), &fact.about);
            let (by, item, id) = (by(cx, about), item(cx, &about.on), fact.presentation.shown());
            let line = words.was_asked(delegation, by, &about.topic, item, id);
            with_reason(cx, line, about.text.as_deref())
        }
        ReplyEvent::PresentationAdmitted(fact) => {
            words.was_presentation_admitted(fact.presentation.shown(), &fact.reason)
        }
        ReplyEvent::ReplyDeclined(fact) => match fact.what {
            Declined::Presentations => {
                let line = words.was_declined(cx.delegation(&fact.delegation));
                with_receipt(cx, line, fact.received.as_ref())
            }
        },
    }
}

fn by(cx: &PaperContext<'_>, about: &PresentationTopic) -> &'static str {
    match about.by {
        PresentAs::Talk => cx.words.reply.to_present(),
        PresentAs::Report => cx.words.reply.to_report(),
    }
}

fn nominated(cx: &PaperContext<'_>, fact: &Nominated) -> String {
    let (words, role) = (cx.words.reply, role_name(fact.role, cx.lang));
    let (delegation, name) = (cx.delegation(&fact.delegation), stated_name(cx, &fact.personal));
    let id = fact.nomination.shown();
    let Some(old) = fact.instead_of else {
        return words.was_nominated(delegation, name, id, role);
    };
    let replaced = cx.views.reply.all().iter().find(|shown| shown.nomination == old);
    let person = replaced.map(|shown| cx.person(shown.person));
    let old = match person {
        Some(name) => words.person_line(name, old.shown()),
        None => old.shown(),
    };
    words.was_replaced(delegation, words.person_line(name, format!("{id}, {role}")), old)
}

/// The name as this very fact stated it, before any correction.
fn stated_name(cx: &PaperContext<'_>, personal: &Personal) -> String {
    match personal {
        Personal::Known(identity) if cx.reader.sees_names() => {
            identity.name.clone().unwrap_or_else(|| cx.words.people.name_missing().to_owned())
        }
        Personal::Known(_) | Personal::Unreadable => cx.words.people.name_withheld().to_owned(),
    }
}

fn agenda(cx: &PaperContext<'_>, event: &AgendaEvent, titles: &Titles) -> String {
    let words = cx.words.agenda;
    match event {
        AgendaEvent::ItemAdded(fact) => words.was_item_added(&fact.title),
        AgendaEvent::ItemReworded(fact) => {
            words.was_item_reworded(titles.of(fact.item), &fact.title)
        }
        AgendaEvent::ItemMoved(fact) => words.was_item_moved(titles.of(fact.item)),
        AgendaEvent::ItemRemoved(fact) => {
            let line = words.was_item_removed(titles.of(fact.item));
            with_reason(cx, line, fact.reason.as_deref())
        }
        AgendaEvent::FootnoteSet(fact) => words.was_footnote_set(titles.of(fact.item), &fact.text),
        AgendaEvent::NoteWritten(fact) => words.was_note_written(fact.blocks.len()),
    }
}

fn comment(cx: &PaperContext<'_>, event: &CommentEvent) -> String {
    let words = cx.words.comment;
    match event {
        CommentEvent::CommentMade(fact) => {
            let id = fact.comment.shown();
            let line = match &fact.on {
                Some(on) => words.was_comment_on(id, item(cx, on), &fact.text),
                None => words.was_comment(id, &fact.text),
            };
            with_receipt(cx, line, fact.received.as_ref())
        }
        CommentEvent::CommentWithdrawn(fact) => {
            let line = words.was_comment_withdrawn(fact.comment.shown());
            with_reason(cx, line, fact.reason.as_deref())
        }
    }
}

fn paper(cx: &PaperContext<'_>, event: &PaperEvent) -> String {
    let words = cx.words.paper;
    match event {
        PaperEvent::Prepared(fact) => words.was_prepared(&fact.symbol),
        PaperEvent::Returned(fact) => words.was_returned(symbol(cx, fact.edition), &fact.reason),
        PaperEvent::EditionWithdrawn(fact) => {
            let line = words.was_withdrawn(symbol(cx, fact.edition));
            with_reason(cx, line, fact.reason.as_deref())
        }
        PaperEvent::Approved(fact) => {
            words.was_approved(symbol(cx, fact.edition), fact.text_form, &fact.text_sha256)
        }
        PaperEvent::Issued(fact) => words.was_issued(symbol(cx, fact.edition)),
    }
}

fn symbol(cx: &PaperContext<'_>, edition: EditionId) -> String {
    let found = cx.views.agenda.edition(edition);
    found.map_or_else(|| edition.shown(), |edition| edition.symbol.to_string())
}

fn session(cx: &PaperContext<'_>, event: &SessionEvent) -> String {
    let words = cx.words.session;
    match event {
        SessionEvent::SittingOpened(fact) => words.was_opened(cx.ordinal(fact.sitting)),
        SessionEvent::SittingClosed(fact) => words.was_closed(cx.ordinal(fact.sitting)),
    }
}

fn decision(cx: &PaperContext<'_>, event: &DecisionEvent) -> String {
    let words = cx.words.decision;
    match event {
        DecisionEvent::DecisionPut(fact) => words.was_put(fact.decision.shown(), &fact.text),
        DecisionEvent::Objected(fact) => {
            let delegation = cx.delegation(&fact.delegation);
            let line = words.was_objected(delegation, fact.decision.shown());
            with_reason(cx, line, fact.reason.as_deref())
        }
        DecisionEvent::DecisionAdopted(fact) => {
            words.was_adopted(fact.decision.shown(), manner(cx, fact))
        }
        DecisionEvent::DecisionNotAdopted(fact) => {
            let votes = (fact.votes_for, fact.votes_against, fact.abstentions);
            words.was_not_adopted(fact.decision.shown(), by_vote(cx, votes))
        }
        DecisionEvent::ObjectionWithdrawn(fact) => {
            let delegation = cx.delegation(&fact.delegation);
            words.was_objection_withdrawn(delegation, fact.decision.shown())
        }
        DecisionEvent::DecisionWithdrawn(fact) => {
            let line = words.was_taken_back(fact.decision.shown());
            with_reason(cx, line, fact.reason.as_deref())
        }
    }
}

fn manner(cx: &PaperContext<'_>, fact: &DecisionAdopted) -> String {
    match fact.manner {
        Manner::Consensus => cx.words.decision.consensus().to_owned(),
        Manner::Vote => {
            let counts = [fact.votes_for, fact.votes_against, fact.abstentions];
            let [yes, no, neither] = counts.map(Option::unwrap_or_default);
            by_vote(cx, (yes, no, neither))
        }
    }
}

fn by_vote(cx: &PaperContext<'_>, (yes, no, neither): (u32, u32, u32)) -> String {
    cx.words.decision.vote(yes, no, neither)
}

/// When and how a letter came, after what it said.
fn with_receipt(cx: &PaperContext<'_>, fact: String, received: Option<&Received>) -> String {
    match received {
        Some(received) => cx.words.history.with_receipt(fact, cx.received(received)),
        None => fact,
    }
}

fn with_reason(cx: &PaperContext<'_>, fact: String, reason: Option<&str>) -> String {
    match reason {
        Some(reason) => cx.words.history.with_reason(fact, reason),
        None => fact,
    }
}
