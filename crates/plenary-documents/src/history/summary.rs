//! One line for each fact. Every fact is named: a new one stops compilation here.

use plenary_domain::event::decision::{DecisionAdopted, Manner};
use plenary_domain::event::reply::{Declined, Nominated, PresentAs, PresentationTopic};
use plenary_domain::event::{
    AgendaEvent, CommentEvent, DecisionEvent, Event, MeetingEvent, PaperEvent, PeopleEvent,
    ReplyEvent, SessionEvent,
};
use plenary_domain::{DelegationCode, EditionId, PersonId, Personal, SeatKind, SittingNumber};

use crate::context::PaperContext;
use crate::words::{capacity_name, fill, role_name, running_date};

/// What happened, in the words of the paper's language; what people wrote stays as written.
pub(super) fn of(cx: &PaperContext<'_>, event: &Event) -> String {
    let line = match event {
        Event::Meeting(event) => meeting(cx, event),
        Event::People(event) => people(cx, event),
        Event::Reply(event) => answer(cx, event),
        Event::Agenda(event) => agenda(cx, event),
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
        MeetingEvent::Convened(fact) => fill(words.meeting.was_convened, &[("title", &fact.title)]),
        MeetingEvent::RollRecorded(fact) => {
            let n = fact.delegations.len().to_string();
            let date = running_date(fact.dated, cx.lang);
            fill(words.meeting.was_roll, &[("n", &*n), ("date", &*date), ("source", &*fact.source)])
        }
        MeetingEvent::SourceDescribed(fact) => {
            let n = fact.paragraphs.to_string();
            fill(words.meeting.was_source, &[("source", &*fact.source), ("n", &*n)])
        }
    }
}

fn people(cx: &PaperContext<'_>, event: &PeopleEvent) -> String {
    let words = cx.words;
    let line = |sentence: &str, person: PersonId, seat: &str, code: &str| {
        let name = cx.person(person);
        fill(sentence, &[("name", &*name), ("seat", seat), ("code", code)])
    };
    match event {
        PeopleEvent::Invited(fact) => {
            let seat = seat(cx, fact.seat, fact.delegation.as_ref());
            line(words.people.was_invited, fact.person, &seat, &fact.code.shown())
        }
        PeopleEvent::Joined(fact) => {
            let seat = seat(cx, fact.seat, fact.delegation.as_ref());
            line(words.people.was_joined, fact.person, &seat, &fact.code.shown())
        }
        PeopleEvent::Appointed(fact) => {
            let seat = seat(cx, fact.office, fact.delegation.as_ref());
            line(words.people.was_appointed, fact.person, &seat, "")
        }
        PeopleEvent::SeatEnded(fact) => {
            let seat = seat(cx, fact.seat, fact.delegation.as_ref());
            let ended = line(words.people.was_seat_ended, fact.person, &seat, "");
            with_reason(cx, ended, fact.reason.as_deref())
        }
    }
}

fn seat(cx: &PaperContext<'_>, kind: SeatKind, delegation: Option<&DelegationCode>) -> String {
    let capacity = capacity_name(kind.capacity(), cx.lang);
    match delegation {
        Some(code) => {
            let delegation = cx.delegation(code);
            let pieces = [("capacity", capacity), ("delegation", delegation.as_str())];
            fill(cx.words.people.actor_office, &pieces)
        }
        None => capacity.to_owned(),
    }
}

fn answer(cx: &PaperContext<'_>, event: &ReplyEvent) -> String {
    let words = cx.words;
    match event {
        ReplyEvent::Nominated(fact) => nominated(cx, fact),
        ReplyEvent::NominationCorrected(fact) => {
            let id = fact.nomination.shown();
            let name = stated_name(cx, &fact.personal);
            let line = fill(words.reply.was_corrected, &[("id", &*id), ("name", &*name)]);
            with_reason(cx, line, fact.reason.as_deref())
        }
        ReplyEvent::NominationWithdrawn(fact) => {
            let line = fill(words.reply.was_withdrawn, &[("id", &fact.nomination.shown())]);
            with_reason(cx, line, fact.reason.as_deref())
        }
        ReplyEvent::NominationAdmitted(fact) => {
            let id = fact.nomination.shown();
            fill(words.reply.was_admitted, &[("id", &*id), ("reason", &*fact.reason)])
        }
        ReplyEvent::PresentationRequested(fact) => {
            let (id, sentence) = (fact.presentation.shown(), words.reply.was_requested);
            presentation(cx, sentence, &fact.about, (&id, &fact.delegation))
        }
        ReplyEvent::PresentationAsked(fact) => {
            let (id, sentence) = (fact.presentation.shown(), words.reply.was_asked);
            presentation(cx, sentence, &fact.about, (&id, &fact.delegation))
        }
        ReplyEvent::PresentationAdmitted(fact) => {
            let id = fact.presentation.shown();
            let pieces = [("id", &*id), ("reason", &*fact.reason)];
            fill(words.reply.was_presentation_admitted, &pieces)
        }
        ReplyEvent::ReplyDeclined(fact) => match fact.what {
            Declined::Presentations => {
                let delegation = cx.delegation(&fact.delegation);
                fill(words.reply.was_declined, &[("delegation", &*delegation)])
            }
        },
    }
}

fn presentation(
    cx: &PaperContext<'_>,
    sentence: &str,
    about: &PresentationTopic,
    (id, delegation): (&str, &DelegationCode),
) -> String {
    let by = match about.by {
        PresentAs::Talk => cx.words.reply.to_present,
        PresentAs::Report => cx.words.reply.to_report,
    };
    let (delegation, item) = (cx.delegation(delegation), about.on.item.to_string());
    let pieces = [
        ("delegation", delegation.as_str()),
        ("by", by),
        ("topic", about.topic.as_str()),
        ("item", item.as_str()),
        ("id", id),
    ];
    with_reason(cx, fill(sentence, &pieces), about.text.as_deref())
}

fn nominated(cx: &PaperContext<'_>, fact: &Nominated) -> String {
    let delegation = cx.delegation(&fact.delegation);
    let name = stated_name(cx, &fact.personal);
    let id = fact.nomination.shown();
    let old = fact.instead_of.map(|old| old.shown());
    let sentence =
        if old.is_some() { cx.words.reply.was_replaced } else { cx.words.reply.was_nominated };
    let pieces = [
        ("delegation", delegation.as_str()),
        ("name", name.as_str()),
        ("id", id.as_str()),
        ("role", role_name(fact.role, cx.lang)),
        ("old", old.as_deref().unwrap_or_default()),
    ];
    fill(sentence, &pieces)
}

/// The name as this very fact stated it, before any correction.
fn stated_name(cx: &PaperContext<'_>, personal: &Personal) -> String {
    match personal {
        Personal::Known(identity) => {
            identity.name.clone().unwrap_or_else(|| cx.words.people.name_missing.to_owned())
        }
        Personal::Unreadable => cx.words.people.name_withheld.to_owned(),
    }
}

fn agenda(cx: &PaperContext<'_>, event: &AgendaEvent) -> String {
    let words = cx.words;
    match event {
        AgendaEvent::ItemAdded(fact) => {
            let item = fact.item.to_string();
            fill(words.agenda.was_item_added, &[("item", &*item), ("title", &*fact.title)])
        }
        AgendaEvent::ItemReworded(fact) => {
            let item = fact.item.to_string();
            fill(words.agenda.was_item_reworded, &[("item", &*item), ("title", &*fact.title)])
        }
        AgendaEvent::ItemMoved(fact) => {
            fill(words.agenda.was_item_moved, &[("item", &fact.item.to_string())])
        }
        AgendaEvent::ItemRemoved(fact) => {
            let line = fill(words.agenda.was_item_removed, &[("item", &fact.item.to_string())]);
            with_reason(cx, line, fact.reason.as_deref())
        }
        AgendaEvent::FootnoteSet(fact) => {
            let item = fact.item.to_string();
            fill(words.agenda.was_footnote_set, &[("item", &*item), ("text", &*fact.text)])
        }
        AgendaEvent::NoteWritten(fact) => {
            fill(words.agenda.was_note_written, &[("n", &fact.blocks.len().to_string())])
        }
    }
}

fn comment(cx: &PaperContext<'_>, event: &CommentEvent) -> String {
    let words = cx.words;
    match event {
        CommentEvent::CommentMade(fact) => {
            let id = fact.comment.shown();
            let item = fact.on.as_ref().map(|on| on.item.to_string());
            let sentence = if item.is_some() {
                words.comment.was_comment_on
            } else {
                words.comment.was_comment
            };
            let item = item.unwrap_or_default();
            let text = fact.text.as_str();
            fill(sentence, &[("id", &*id), ("item", &*item), ("text", text)])
        }
        CommentEvent::CommentWithdrawn(fact) => {
            let line = fill(words.comment.was_comment_withdrawn, &[("id", &fact.comment.shown())]);
            with_reason(cx, line, fact.reason.as_deref())
        }
    }
}

fn paper(cx: &PaperContext<'_>, event: &PaperEvent) -> String {
    let words = cx.words;
    match event {
        PaperEvent::Prepared(fact) => fill(words.paper.was_prepared, &[("symbol", &fact.symbol)]),
        PaperEvent::Returned(fact) => {
            let symbol = symbol(cx, fact.edition);
            fill(words.paper.was_returned, &[("symbol", &*symbol), ("reason", &*fact.reason)])
        }
        PaperEvent::Approved(fact) => {
            let (symbol, form) = (symbol(cx, fact.edition), fact.text_form.to_string());
            let pieces = [("symbol", &*symbol), ("form", &*form), ("digest", &*fact.text_sha256)];
            fill(words.paper.was_approved, &pieces)
        }
        PaperEvent::Issued(fact) => {
            fill(words.paper.was_issued, &[("symbol", &symbol(cx, fact.edition))])
        }
    }
}

fn symbol(cx: &PaperContext<'_>, edition: EditionId) -> String {
    let found = cx.views.agenda.edition(edition);
    found.map_or_else(|| edition.shown(), |edition| edition.symbol.to_string())
}

fn session(cx: &PaperContext<'_>, event: &SessionEvent) -> String {
    let line = |sentence: &str, sitting: SittingNumber| {
        fill(sentence, &[("ordinal", &cx.ordinal(sitting))])
    };
    match event {
        SessionEvent::SittingOpened(fact) => line(cx.words.session.was_opened, fact.sitting),
        SessionEvent::SittingClosed(fact) => line(cx.words.session.was_closed, fact.sitting),
    }
}

fn decision(cx: &PaperContext<'_>, event: &DecisionEvent) -> String {
    let words = cx.words;
    match event {
        DecisionEvent::DecisionPut(fact) => {
            let id = fact.decision.shown();
            fill(words.decision.was_put, &[("id", &*id), ("text", &*fact.text)])
        }
        DecisionEvent::Objected(fact) => {
            let (delegation, id) = (cx.delegation(&fact.delegation), fact.decision.shown());
            let pieces = [("delegation", &*delegation), ("id", &*id)];
            with_reason(cx, fill(words.decision.was_objected, &pieces), fact.reason.as_deref())
        }
        DecisionEvent::DecisionAdopted(fact) => {
            let id = fact.decision.shown();
            let manner = manner(cx, fact);
            fill(words.decision.was_adopted, &[("id", &*id), ("manner", &*manner)])
        }
        DecisionEvent::DecisionWithdrawn(fact) => {
            let id = fact.decision.shown();
            let line = fill(words.decision.was_taken_back, &[("id", &*id)]);
            with_reason(cx, line, fact.reason.as_deref())
        }
    }
}

fn manner(cx: &PaperContext<'_>, fact: &DecisionAdopted) -> String {
    match fact.manner {
        Manner::Consensus => cx.words.decision.consensus.to_owned(),
        Manner::Vote => {
            let counts = [fact.votes_for, fact.votes_against, fact.abstentions];
            let counts = counts.map(|count| count.unwrap_or_default().to_string());
            let [yes, no, neither] = counts.each_ref().map(String::as_str);
            fill(cx.words.decision.vote, &[("for", yes), ("against", no), ("abstentions", neither)])
        }
    }
}

fn with_reason(cx: &PaperContext<'_>, fact: String, reason: Option<&str>) -> String {
    match reason {
        Some(reason) => {
            fill(cx.words.history.with_reason, &[("fact", fact.as_str()), ("reason", reason)])
        }
        None => fact,
    }
}
