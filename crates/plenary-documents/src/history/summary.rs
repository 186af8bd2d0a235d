//! One line for each fact. Every fact is named: a new one stops compilation here.

use plenary_domain::event::answer::Nominated;
use plenary_domain::event::decision::{DecisionAdopted, Manner};
use plenary_domain::event::{
    AgendaEvent, AnswerEvent, CommentEvent, DecisionEvent, Event, MeetingEvent, PaperEvent,
    PeopleEvent, SessionEvent,
};
use plenary_domain::{DelegationCode, EditionId, PersonId, Personal, SeatKind, SittingNumber};

use crate::scribe::Scribe;
use crate::words::{capacity_name, fill, role_name, running_date};

/// What happened, in the words of the paper's language; what people wrote stays as written.
pub(super) fn of(scribe: &Scribe<'_>, event: &Event) -> String {
    let line = match event {
        Event::Meeting(event) => meeting(scribe, event),
        Event::People(event) => people(scribe, event),
        Event::Answer(event) => answer(scribe, event),
        Event::Agenda(event) => agenda(scribe, event),
        Event::Comment(event) => comment(scribe, event),
        Event::Paper(event) => paper(scribe, event),
        Event::Session(event) => session(scribe, event),
        Event::Decision(event) => decision(scribe, event),
    };
    line.replace('\n', " ")
}

fn meeting(scribe: &Scribe<'_>, event: &MeetingEvent) -> String {
    let words = scribe.words;
    match event {
        MeetingEvent::Convened(fact) => fill(words.was_convened, &[("title", &fact.title)]),
        MeetingEvent::RollRecorded(fact) => {
            let n = fact.delegations.len().to_string();
            let date = running_date(fact.dated, scribe.lang);
            fill(words.was_roll, &[("n", &*n), ("date", &*date), ("source", &*fact.source)])
        }
        MeetingEvent::SourceDescribed(fact) => {
            let n = fact.paragraphs.to_string();
            fill(words.was_source, &[("source", &*fact.source), ("n", &*n)])
        }
    }
}

fn people(scribe: &Scribe<'_>, event: &PeopleEvent) -> String {
    let words = scribe.words;
    let line = |sentence: &str, person: PersonId, seat: &str, code: &str| {
        let name = scribe.person(person);
        fill(sentence, &[("name", &*name), ("seat", seat), ("code", code)])
    };
    match event {
        PeopleEvent::Invited(fact) => {
            let seat = seat(scribe, fact.seat, fact.delegation.as_ref());
            line(words.was_invited, fact.person, &seat, &fact.code.shown())
        }
        PeopleEvent::Joined(fact) => {
            let seat = seat(scribe, fact.seat, fact.delegation.as_ref());
            line(words.was_joined, fact.person, &seat, &fact.code.shown())
        }
        PeopleEvent::Appointed(fact) => {
            let seat = seat(scribe, fact.office, fact.delegation.as_ref());
            line(words.was_appointed, fact.person, &seat, "")
        }
        PeopleEvent::SeatEnded(fact) => {
            let seat = seat(scribe, fact.seat, fact.delegation.as_ref());
            let ended = line(words.was_seat_ended, fact.person, &seat, "");
            with_reason(scribe, ended, fact.reason.as_deref())
        }
    }
}

fn seat(scribe: &Scribe<'_>, kind: SeatKind, delegation: Option<&DelegationCode>) -> String {
    let capacity = capacity_name(kind.capacity(), scribe.lang);
    match delegation {
        Some(code) => {
            let delegation = scribe.delegation(code);
            let pieces = [("capacity", capacity), ("delegation", delegation.as_str())];
            fill(scribe.words.actor_office, &pieces)
        }
        None => capacity.to_owned(),
    }
}

fn answer(scribe: &Scribe<'_>, event: &AnswerEvent) -> String {
    let words = scribe.words;
    match event {
        AnswerEvent::Nominated(fact) => nominated(scribe, fact),
        AnswerEvent::NominationCorrected(fact) => {
            let id = fact.nomination.shown();
            let name = stated_name(scribe, &fact.personal);
            let line = fill(words.was_corrected, &[("id", &*id), ("name", &*name)]);
            with_reason(scribe, line, fact.reason.as_deref())
        }
        AnswerEvent::NominationWithdrawn(fact) => {
            let line = fill(words.was_withdrawn, &[("id", &fact.nomination.shown())]);
            with_reason(scribe, line, fact.reason.as_deref())
        }
        AnswerEvent::NominationAdmitted(fact) => {
            let id = fact.nomination.shown();
            fill(words.was_admitted, &[("id", &*id), ("reason", &*fact.reason)])
        }
    }
}

fn nominated(scribe: &Scribe<'_>, fact: &Nominated) -> String {
    let delegation = scribe.delegation(&fact.delegation);
    let name = stated_name(scribe, &fact.personal);
    let id = fact.nomination.shown();
    let old = fact.instead_of.map(|old| old.shown());
    let sentence =
        if old.is_some() { scribe.words.was_replaced } else { scribe.words.was_nominated };
    let pieces = [
        ("delegation", delegation.as_str()),
        ("name", name.as_str()),
        ("id", id.as_str()),
        ("role", role_name(fact.role, scribe.lang)),
        ("old", old.as_deref().unwrap_or_default()),
    ];
    fill(sentence, &pieces)
}

/// The name as this very fact stated it, before any correction.
fn stated_name(scribe: &Scribe<'_>, personal: &Personal) -> String {
    match personal {
        Personal::Known(identity) => {
            identity.name.clone().unwrap_or_else(|| scribe.words.name_missing.to_owned())
        }
        Personal::Unreadable => scribe.words.name_withheld.to_owned(),
    }
}

fn agenda(scribe: &Scribe<'_>, event: &AgendaEvent) -> String {
    let words = scribe.words;
    match event {
        AgendaEvent::ItemAdded(fact) => {
            let item = fact.item.to_string();
            fill(words.was_item_added, &[("item", &*item), ("title", &*fact.title)])
        }
        AgendaEvent::ItemReworded(fact) => {
            let item = fact.item.to_string();
            fill(words.was_item_reworded, &[("item", &*item), ("title", &*fact.title)])
        }
        AgendaEvent::ItemMoved(fact) => {
            fill(words.was_item_moved, &[("item", &fact.item.to_string())])
        }
        AgendaEvent::ItemRemoved(fact) => {
            let line = fill(words.was_item_removed, &[("item", &fact.item.to_string())]);
            with_reason(scribe, line, fact.reason.as_deref())
        }
        AgendaEvent::FootnoteSet(fact) => {
            let item = fact.item.to_string();
            fill(words.was_footnote_set, &[("item", &*item), ("text", &*fact.text)])
        }
        AgendaEvent::NoteWritten(fact) => {
            fill(words.was_note_written, &[("n", &fact.blocks.len().to_string())])
        }
    }
}

fn comment(scribe: &Scribe<'_>, event: &CommentEvent) -> String {
    let words = scribe.words;
    match event {
        CommentEvent::CommentMade(fact) => {
            let id = fact.comment.shown();
            let item = fact.on.as_ref().map(|on| on.item.to_string());
            let sentence = if item.is_some() { words.was_comment_on } else { words.was_comment };
            let item = item.unwrap_or_default();
            let text = fact.text.as_str();
            fill(sentence, &[("id", &*id), ("item", &*item), ("text", text)])
        }
        CommentEvent::CommentWithdrawn(fact) => {
            let line = fill(words.was_comment_withdrawn, &[("id", &fact.comment.shown())]);
            with_reason(scribe, line, fact.reason.as_deref())
        }
    }
}

fn paper(scribe: &Scribe<'_>, event: &PaperEvent) -> String {
    let words = scribe.words;
    match event {
        PaperEvent::Prepared(fact) => fill(words.was_prepared, &[("symbol", &fact.symbol)]),
        PaperEvent::Returned(fact) => {
            let symbol = symbol(scribe, fact.edition);
            fill(words.was_returned, &[("symbol", &*symbol), ("reason", &*fact.reason)])
        }
        PaperEvent::Approved(fact) => {
            let (symbol, form) = (symbol(scribe, fact.edition), fact.text_form.to_string());
            let pieces = [("symbol", &*symbol), ("form", &*form), ("digest", &*fact.text_sha256)];
            fill(words.was_approved, &pieces)
        }
        PaperEvent::Issued(fact) => {
            fill(words.was_issued, &[("symbol", &symbol(scribe, fact.edition))])
        }
    }
}

fn symbol(scribe: &Scribe<'_>, edition: EditionId) -> String {
    let found = scribe.views.agenda.edition(edition);
    found.map_or_else(|| edition.shown(), |edition| edition.symbol.to_string())
}

fn session(scribe: &Scribe<'_>, event: &SessionEvent) -> String {
    let line = |sentence: &str, sitting: SittingNumber| {
        fill(sentence, &[("ordinal", &scribe.ordinal(sitting))])
    };
    match event {
        SessionEvent::SittingOpened(fact) => line(scribe.words.was_opened, fact.sitting),
        SessionEvent::SittingClosed(fact) => line(scribe.words.was_closed, fact.sitting),
    }
}

fn decision(scribe: &Scribe<'_>, event: &DecisionEvent) -> String {
    let words = scribe.words;
    match event {
        DecisionEvent::DecisionPut(fact) => {
            let id = fact.decision.shown();
            fill(words.was_put, &[("id", &*id), ("text", &*fact.text)])
        }
        DecisionEvent::Objected(fact) => {
            let (delegation, id) = (scribe.delegation(&fact.delegation), fact.decision.shown());
            let pieces = [("delegation", &*delegation), ("id", &*id)];
            with_reason(scribe, fill(words.was_objected, &pieces), fact.reason.as_deref())
        }
        DecisionEvent::DecisionAdopted(fact) => {
            let id = fact.decision.shown();
            let manner = manner(scribe, fact);
            fill(words.was_adopted, &[("id", &*id), ("manner", &*manner)])
        }
        DecisionEvent::DecisionWithdrawn(fact) => {
            let id = fact.decision.shown();
            let line = fill(words.was_taken_back, &[("id", &*id)]);
            with_reason(scribe, line, fact.reason.as_deref())
        }
    }
}

fn manner(scribe: &Scribe<'_>, fact: &DecisionAdopted) -> String {
    match fact.manner {
        Manner::Consensus => scribe.words.consensus.to_owned(),
        Manner::Vote => {
            let counts = [fact.votes_for, fact.votes_against, fact.abstentions];
            let counts = counts.map(|count| count.unwrap_or_default().to_string());
            let [yes, no, neither] = counts.each_ref().map(String::as_str);
            fill(scribe.words.vote, &[("for", yes), ("against", no), ("abstentions", neither)])
        }
    }
}

fn with_reason(scribe: &Scribe<'_>, fact: String, reason: Option<&str>) -> String {
    match reason {
        Some(reason) => {
            fill(scribe.words.with_reason, &[("fact", fact.as_str()), ("reason", reason)])
        }
        None => fact,
    }
}
