//! What holds after every step, whatever went wrong: each act once, nothing without authority, the
//! chain unbroken, every view as a replay makes it.

use std::collections::{BTreeMap, BTreeSet};

use plenary_domain::capacity::Capacity::{
    self, Chair, Expert, Mission, Observer, Operator, Plenary, Reader, Secretariat,
};
use plenary_domain::event::PeopleEvent;
use plenary_domain::{Entry, Event, PersonId, SeatKind, Views};
use plenary_journal::{StoredEntry, digest};
use plenary_service::{DraftId, Freshness, RequestName};
use uuid::Uuid;

use crate::house::{House, PROCESSES, SLUG, stream};

/// The most entries that one request stores.
const BATCH_MAX: usize = 40;

/// What somebody meant to do, once, and what was heard of it.
pub(crate) struct Act {
    /// Every name under which it was asked.
    pub(crate) names: Vec<RequestName>,
    /// A press on what a draft holds may be another act's too.
    pub(crate) draft: Option<DraftId>,
    /// The entries that were acknowledged.
    pub(crate) acknowledged: Vec<u64>,
    /// It was said that nothing was stored.
    pub(crate) refused: bool,
    /// Who said what: the same words again, at a process that owes the answer, are the same act.
    pub(crate) words: String,
    /// The same with the act's number, to tell a failure by.
    pub(crate) said: String,
}

/// Checks all of it.
pub(crate) async fn check(house: &House, acts: &[Act]) -> Result<(), String> {
    let stored = house.stored().await?;
    once(&stored, acts)?;
    let witness = house.witness();
    let entries = witness.entries(SLUG).await.map_err(|error| error.to_string())?;
    with_authority(&entries)?;
    let replayed = Views::replay(&entries);
    for process in 0..PROCESSES {
        let service = house.desk(process).service().clone();
        let views = service.views(SLUG, Freshness::Current).await;
        let views = views.map_err(|error| format!("process {process} knows nothing: {error}"))?;
        if *views != replayed {
            let (seen, there) = (views.number, replayed.number);
            return Err(format!("process {process} sees another meeting ({seen} of {there})"));
        }
    }
    Ok(())
}

/// Every entry is one act's, no act stored twice, and what was said of each is true.
fn once(stored: &[StoredEntry], acts: &[Act]) -> Result<(), String> {
    let numbers: BTreeMap<Uuid, u64> =
        stored.iter().map(|entry| (entry.id, entry.number)).collect();
    let mut owned: BTreeMap<u64, &str> = BTreeMap::new();
    for act in acts {
        let sending = act.draft.as_ref().map(|draft| draft.sending().unwrap());
        let mut batches = Vec::new();
        for name in act.names.iter().chain(&sending) {
            let ids = (0..BATCH_MAX).map(|index| digest::entry_id(&stream(), name.as_str(), index));
            let batch: Vec<u64> = ids.map_while(|id| numbers.get(&id).copied()).collect();
            if !batch.is_empty() && !batches.contains(&batch) {
                batches.push(batch);
            }
        }
        let by_draft = sending.is_some();
        match &batches[..] {
            [] | [_] => {}
            several => return Err(format!("{:?} is stored twice: {several:?}", act.said)),
        }
        let batch = batches.into_iter().next().unwrap_or_default();
        let is_known =
            |number: &u64| batch.contains(number) || owned.get(number) == Some(&act.words.as_str());
        if !act.acknowledged.iter().all(is_known) {
            let acknowledged = &act.acknowledged;
            return Err(format!("{:?}: told {acknowledged:?}, stored {batch:?}", act.said));
        }
        if act.refused && !batch.is_empty() && !by_draft {
            return Err(format!("{:?}: told that nothing was stored, but {batch:?}", act.said));
        }
        owned.extend(batch.into_iter().map(|number| (number, act.words.as_str())));
    }
    match stored.iter().find(|entry| !owned.contains_key(&entry.number)) {
        Some(entry) => Err(format!("entry {} ({}) is nobody's act", entry.number, entry.kind)),
        None => Ok(()),
    }
}

/// Whoever acted held the seat for it then. This reads the events alone: the rules have no part.
fn with_authority(entries: &[Entry]) -> Result<(), String> {
    let mut seats: BTreeSet<(PersonId, SeatKind, Option<String>)> = BTreeSet::new();
    for entry in entries {
        let (actor, kind) = (&entry.actor, entry.event.kind());
        let delegation = actor.delegation.as_ref().map(|code| code.as_str().to_owned());
        let holds = |capacity: Capacity| {
            seats.iter().any(|(person, kind, of)| {
                Some(*person) == actor.person && kind.capacity() == capacity && *of == delegation
            })
        };
        let joins = matches!(entry.event, Event::People(PeopleEvent::Joined(_)));
        let seatless = matches!(actor.capacity, Operator | Plenary | Reader);
        if !joins && !seatless && !holds(actor.capacity) && !ends_own_seat(&entry.event) {
            return Err(format!("entry {} ({kind}): {actor:?} has no such seat", entry.number));
        }
        if !may(kind).contains(&actor.capacity) {
            return Err(format!("entry {} ({kind}) by {:?}", entry.number, actor.capacity));
        }
        if let Event::People(event) = &entry.event {
            seated(&mut seats, event);
        }
    }
    Ok(())
}

/// Whoever joins may end a seat that the code moves, before the seat is taken.
fn ends_own_seat(event: &Event) -> bool {
    matches!(event, Event::People(PeopleEvent::SeatEnded(_)))
}

fn seated(seats: &mut BTreeSet<(PersonId, SeatKind, Option<String>)>, event: &PeopleEvent) {
    let of = |code: &Option<plenary_domain::DelegationCode>| {
        code.as_ref().map(|code| code.as_str().to_owned())
    };
    let (person, kind, delegation) = match event {
        PeopleEvent::Invited(_) => return,
        PeopleEvent::Joined(fact) => (fact.person, fact.seat, of(&fact.delegation)),
        PeopleEvent::Appointed(fact) => (fact.person, fact.office, of(&fact.delegation)),
        PeopleEvent::SeatEnded(fact) => {
            seats.remove(&(fact.person, fact.seat, of(&fact.delegation)));
            return;
        }
    };
    if kind == SeatKind::Chair {
        seats.retain(|(_, held, _)| *held != SeatKind::Chair);
    }
    seats.insert((person, kind, delegation));
}

/// Who may be the author of such a fact, whatever command it came by.
fn may(kind: &str) -> &'static [Capacity] {
    match kind {
        "meeting.convened.v1" | "meeting.roll-recorded.v1" | "meeting.source-described.v1" => {
            &[Operator]
        }
        "people.invited.v1" => &[Operator, Chair, Secretariat, Mission],
        "people.joined.v1" | "people.seat-ended.v1" => {
            &[Chair, Secretariat, Mission, Expert, Observer, Reader]
        }
        "people.appointed.v1" => &[Chair, Secretariat],
        "reply.presentation-asked.v1" => &[Expert],
        "reply.nomination-admitted.v1" => &[Secretariat],
        "reply.presentation-admitted.v1" => &[Secretariat, Chair],
        "comment.made.v1" | "comment.withdrawn.v1" => {
            &[Chair, Secretariat, Mission, Expert, Observer]
        }
        "paper.prepared.v1" | "paper.withdrawn.v1" => &[Secretariat],
        "decision.objected.v1" | "decision.objection-withdrawn.v1" => &[Mission],
        _ if kind.starts_with("reply.") => &[Mission, Secretariat],
        _ if kind.starts_with("agenda.") => &[Secretariat, Chair],
        _ => &[Chair],
    }
}

/// After the weather has calmed down: everything was told, and what was told is told once.
pub(crate) async fn told_once(house: &House) -> Result<(), String> {
    let witness = house.witness();
    let entries = witness.entries(SLUG).await.map_err(|error| error.to_string())?;
    let views = Views::replay(&entries);
    let desk = house.desk(0);
    let told = house.told.lock().unwrap().clone();
    for entry in entries.iter().filter(|entry| entry.number > house.told_after()) {
        let notices = desk.notices(&views, entry, plenary_chat::Language::En);
        let for_all = notices.iter().any(|notice| crate::is_for_all(&notice.to));
        match (for_all, told.get(&entry.number).copied().unwrap_or(0)) {
            (false, 0) | (true, 1) => {}
            (true, 2..) if house.may_repeat.contains(&entry.number) => {}
            (wanted, times) => {
                let (number, kind) = (entry.number, entry.event.kind());
                return Err(format!("entry {number} ({kind}), for all: {wanted}: told {times}×"));
            }
        }
    }
    Ok(())
}
