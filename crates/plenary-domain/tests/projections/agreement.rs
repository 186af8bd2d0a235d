//! The rules and the views fold the same history apart; what they both decide must come out alike.
//! The rules are asked as people ask them: by what they let happen.

use plenary_domain::agenda::Agenda;
use plenary_domain::decide::agenda::AgendaFault;
use plenary_domain::decide::comment::CommentFault;
use plenary_domain::decide::decision::DecisionFault;
use plenary_domain::decide::decision::VoteCount;
use plenary_domain::decide::paper::PaperFault;
use plenary_domain::decide::reply::ReplyFault;
use plenary_domain::decide::{agenda as agendas, comment, decision, paper, reply, session};
use plenary_domain::projection::reply::Fate;
use plenary_domain::stage::{Stage, Staged};
use plenary_domain::{
    Actor, Capacity, Command, Event, PersonId, Reader, Readers, Rejection, decide,
};

use crate::history::History;

type Decided = Result<Vec<Event>, Rejection>;

/// What the rules would make of it now, if somebody who holds this seat asked for it.
fn asked(history: &History, capacity: Capacity, command: Command) -> Option<Decided> {
    let actor = history.seated().find(|actor| actor.capacity == capacity)?;
    Some(by(history, actor, command))
}

fn by(history: &History, actor: Actor, command: Command) -> Decided {
    decide(&history.case(&actor), &command)
}

fn is_done(decided: &Decided) -> bool {
    decided.as_ref().is_ok_and(|events| !events.is_empty())
}

/// Everybody sits where the views show them.
pub(crate) fn seats(history: &History) {
    for number in 0..30 {
        let person = PersonId(number);
        let ruled: Vec<_> = history.meeting.people().seats(person).cloned().collect();
        let shown = history.views.roster.person(person).map(|person| person.seats.clone());
        assert_eq!(ruled, shown.unwrap_or_default(), "{person}");
    }
}

/// What is late, stands and was admitted.
pub(crate) fn nominations(history: &History) {
    for shown in history.views.reply.all() {
        let nomination = shown.nomination;
        let command = reply::Admit { nomination, reason: "Fog.".into() }.into();
        let Some(decided) = asked(history, Capacity::Secretariat, command) else { return };
        let stands = shown.fate == Fate::Stands;
        match (shown.late, shown.admitted.is_some(), stands) {
            (false, ..) => {
                assert_eq!(decided, Err(Rejection::Reply(ReplyFault::NotLate(nomination))))
            }
            (true, true, _) => assert_eq!(decided, Ok(Vec::new())),
            (true, false, true) => assert!(is_done(&decided), "{decided:?}"),
            (true, false, false) => {
                assert_eq!(decided, Err(Rejection::Reply(ReplyFault::NominationGone(nomination))));
            }
        }
    }
}

/// How far each edition has come, and which one is in force.
pub(crate) fn editions(history: &History) {
    let views = &history.views;
    for shown in views.agenda.editions() {
        let edition = shown.edition;
        let command = paper::Return { edition, reason: "Fog.".into() }.into();
        let Some(decided) = asked(history, Capacity::Chair, command) else { return };
        match shown.stage() {
            Stage::Waiting => assert!(is_done(&decided), "{decided:?}"),
            Stage::Returned => assert_eq!(decided, Ok(Vec::new())),
            Stage::Withdrawn | Stage::Issued => {
                assert_eq!(decided, Err(Rejection::Paper(PaperFault::NotWaiting(edition))))
            }
        }
        let text = "To adopt the agenda".to_owned();
        let command = decision::Put { text, adopts: Some(edition), amends: None }.into();
        let decided = asked(history, Capacity::Chair, command).unwrap();
        let in_force = views.agenda.in_force().map(|found| found.edition) == Some(edition);
        let adopted = views.agenda.editions().iter().any(|edition| edition.adopted.is_some());
        let open = views.record.open_decision();
        if views.record.open_sitting().is_some() && open.is_none() && !adopted {
            match in_force {
                true => assert!(is_done(&decided), "{decided:?}"),
                false => assert_eq!(
                    decided,
                    Err(Rejection::Decision(DecisionFault::NotInForce(edition)))
                ),
            }
        }
    }
}

/// Whether a sitting is open, and whether a decision is.
pub(crate) fn sittings_and_decisions(history: &History) {
    let record = &history.views.record;
    let open = session::Open.into();
    if let Some(Ok(events)) = asked(history, Capacity::Chair, open) {
        assert_eq!(events.is_empty(), record.open_sitting().is_some());
    }
    let count = VoteCount { votes_for: 1, votes_against: 0, abstentions: 0 };
    let vote = decision::Vote { decision: None, count }.into();
    let Some(decided) = asked(history, Capacity::Chair, vote) else { return };
    let none = decided == Err(Rejection::Decision(DecisionFault::NoDecision));
    assert_eq!(none, record.open_decision().is_none(), "{decided:?}");
    let consensus = decision::Adopt { decision: None }.into();
    let decided = asked(history, Capacity::Chair, consensus).unwrap();
    if let Err(Rejection::Decision(DecisionFault::NoConsensus { decision, by })) = decided {
        let shown = record.open_decision().unwrap();
        let standing = shown.objections.iter().filter(|objection| objection.withdrawn.is_none());
        let objections: Vec<_> = standing.map(|o| o.delegation.clone()).collect();
        assert_eq!((shown.decision, objections), (decision, by));
    }
}

/// Who may read a comment may answer it, and for nobody else it is there.
pub(crate) fn comments(history: &History) {
    for shown in history.views.comment.all() {
        for actor in history.seated() {
            let reader = Reader::actor(&actor);
            let reply = comment::Make {
                on: None,
                reply_to: Some(shown.comment),
                readers: Readers::Secretariat,
                text: "Oil".into(),
                received: None,
            }
            .into();
            let decided = by(history, actor, reply);
            let unknown =
                decided == Err(Rejection::Comment(CommentFault::UnknownComment(shown.comment)));
            assert_eq!(!unknown, reader.may_see(shown), "{decided:?}");
            let gone = decided == Err(Rejection::Comment(CommentFault::Withdrawn(shown.comment)));
            assert!(unknown || gone == shown.withdrawn.is_some(), "{decided:?}");
        }
    }
}

/// The working agenda has the same items in the same places.
pub(crate) fn agenda(history: &History) {
    let shown: &Agenda = &history.views.agenda.working;
    for numbered in shown.numbered() {
        let (item, parent) = (numbered.item.id, numbered.item.parent);
        let after = shown.children(parent).skip_while(|other| other.id != item).nth(1);
        let before = after.map(|after| after.id);
        let stay = agendas::Move { item, parent, before }.into();
        match asked(history, Capacity::Secretariat, stay) {
            Some(Ok(events)) => assert_eq!(events, []),
            Some(Err(rejection)) => {
                assert!(
                    matches!(rejection, Rejection::Agenda(AgendaFault::Adopted(_))),
                    "{rejection:?}"
                );
            }
            None => return,
        }
    }
}
