//! What ends a decision in another way than consensus, and what an adopted agenda is amended by:
//! votes that are won and lost, objections that are taken back, decisions on the agenda.

use plenary_domain::decide::agenda::AgendaFault;
use plenary_domain::decide::decision::{self, DecisionFault};
use plenary_domain::event::DecisionEvent;
use plenary_domain::event::decision::{DecisionNotAdopted, Manner, ObjectionWithdrawn};
use plenary_domain::{DecisionId, EditionId, Event, Rejection, SittingNumber};

use crate::commands::{
    add, adopt, approve, object, prepare, put, put_to_amend, vote, withdraw_decision,
    withdraw_objection,
};
use crate::decision::{AGENDA, D1, THANKS, adopted, thanks_are_put};
use crate::room::{REV_1, argentina, brazil, chair, code, meeting_in_session, secretariat};

#[test]
fn a_vote_needs_votes_and_nobody_votes_twice() {
    let room = thanks_are_put()
        .when(argentina(), object(None))
        .then_done()
        .when(chair(), vote(0, 0))
        .then_rejected(Rejection::Decision(DecisionFault::NoVotes))
        // The roll has five members.
        .when(chair(), vote(4, 2))
        .then_rejected(Rejection::Decision(DecisionFault::TooManyVotes { votes: 6, members: 5 }))
        .when(chair(), vote(u32::MAX, u32::MAX))
        .then_rejected(Rejection::Decision(DecisionFault::TooManyVotes {
            votes: 2 * u64::from(u32::MAX),
            members: 5,
        }))
        .when(chair(), vote(3, 2))
        .then([adopted(Manner::Vote, Some((3, 2)))]);
    let shown = room.views.record.decision(D1).and_then(|d| d.adopted.clone()).unwrap();
    assert_eq!(shown.votes, Some((3, 2, 0)));
}

#[test]
fn a_lost_vote_is_recorded_and_another_text_can_be_put() {
    for (votes_for, votes_against) in [(2, 2), (2, 3), (0, 1)] {
        let lost = Event::Decision(DecisionEvent::DecisionNotAdopted(DecisionNotAdopted {
            decision: D1,
            votes_for,
            votes_against,
            abstentions: 0,
            sitting: Some(SittingNumber(1)),
        }));
        let count = decision::VoteCount { votes_for, votes_against, abstentions: 0 };
        let again = decision::Vote { decision: Some(D1), count };
        let room = thanks_are_put()
            .when(chair(), vote(votes_for, votes_against))
            .then([lost])
            .when(chair(), again)
            .then_already_so();
        let shown = room.views.record.decision(D1).unwrap();
        assert!(shown.adopted.is_none());
        let outcome = shown.not_adopted.as_ref().expect("what was lost is on record");
        assert_eq!(outcome.votes, Some((votes_for, votes_against, 0)));
        assert!(room.views.record.open_decision().is_none());
        let over = || Rejection::Decision(DecisionFault::Over(D1));
        room.when(chair(), adopt(Some(1)))
            .then_rejected(over())
            .when(brazil(), object(Some(1)))
            .then_rejected(over())
            .when(chair(), withdraw_decision(1))
            .then_rejected(over())
            .when(chair(), put(THANKS, None))
            .then_done()
            .when(chair(), adopt(Some(2)))
            .then_done();
    }
}

#[test]
fn an_agenda_that_is_voted_down_stays_a_draft() {
    let room = meeting_in_session()
        .when(chair(), put(AGENDA, Some(1)))
        .then_done()
        .when(chair(), vote(2, 3))
        .then_done();
    assert!(room.views.agenda.edition(EditionId(1)).is_some_and(|e| e.adopted.is_none()));
    room.when(secretariat(), add("Fog", None, None)).then_done();
}

#[test]
fn whoever_takes_the_objection_back_stands_in_nobodys_way_and_may_object_again() {
    let taken = Event::Decision(DecisionEvent::ObjectionWithdrawn(ObjectionWithdrawn {
        decision: D1,
        delegation: code("ARG"),
    }));
    let none = || Rejection::Decision(DecisionFault::NoObjection(D1));
    let room = thanks_are_put()
        .when(argentina(), withdraw_objection(1))
        .then_rejected(none())
        .when(argentina(), object(None))
        .then_done()
        .when(brazil(), withdraw_objection(1))
        .then_rejected(none())
        .when(argentina(), withdraw_objection(1))
        .then([taken])
        .when(argentina(), withdraw_objection(1))
        .then_rejected(none())
        .when(argentina(), object(None))
        .then_done()
        .when(argentina(), withdraw_objection(1))
        .then_done()
        .when(chair(), adopt(None))
        .then_done()
        .when(argentina(), withdraw_objection(1))
        .then_rejected(Rejection::Decision(DecisionFault::Over(D1)));
    let shown = room.views.record.decision(D1).unwrap();
    assert_eq!(shown.objections.len(), 2, "both stay in the history");
    assert!(shown.objections.iter().all(|objection| objection.withdrawn.is_some()));
}

#[test]
fn the_meeting_amends_what_it_adopted_by_a_decision_and_once() {
    let adopted = || {
        meeting_in_session()
            .when(chair(), put(AGENDA, Some(1)))
            .then_done()
            .when(chair(), adopt(None))
            .then_done()
    };
    let locked = |by| Rejection::Agenda(AgendaFault::Adopted(DecisionId(by)));
    let room = adopted()
        .when(secretariat(), add("Fog", None, None))
        .then_rejected(locked(1))
        .when(chair(), put_to_amend("To add an item on fog.", 1))
        .then_done()
        .when(secretariat(), add("Fog", None, None))
        .then_rejected(locked(1))
        .when(chair(), adopt(None))
        .then_done()
        .when(secretariat(), add("Fog", None, None))
        .then_done()
        .when(secretariat(), prepare(REV_1))
        .then_done()
        .when(chair(), approve(2))
        .then_done()
        .when(secretariat(), add("Mist", None, None))
        .then_rejected(locked(2));
    let edition = |id| room.views.agenda.edition(EditionId(id)).and_then(|e| e.adopted.clone());
    assert_eq!(edition(1).map(|adoption| adoption.decision), Some(D1));
    assert_eq!(edition(2).map(|adoption| adoption.decision), Some(DecisionId(2)));
    // A decision that is lost opens nothing, and the text of another time is not in force.
    room.when(chair(), put_to_amend("To add mist.", 1))
        .then_rejected(Rejection::Decision(DecisionFault::NotInForce(EditionId(1))))
        .when(chair(), put_to_amend("To add mist.", 2))
        .then_done()
        .when(chair(), vote(1, 4))
        .then_done()
        .when(secretariat(), add("Mist", None, None))
        .then_rejected(locked(2));
    meeting_in_session()
        .when(chair(), put_to_amend("To add mist.", 1))
        .then_rejected(Rejection::Decision(DecisionFault::NotAdopted(EditionId(1))));
}
