//! Decisions: put, objected to, adopted by consensus or by vote.

use plenary_domain::decide::agenda::AgendaFault;
use plenary_domain::decide::decision::DecisionFault;
use plenary_domain::decide::session::SessionFault;
use plenary_domain::event::DecisionEvent;
use plenary_domain::event::decision::{
    DecisionAdopted, DecisionPut, DecisionWithdrawn, Manner, Objected,
};
use plenary_domain::{DecisionId, EditionId, Event, Rejection, SittingNumber};

use crate::commands::{
    adopt, approve, close_sitting, object, open_sitting, prepare, put, vote, withdraw_decision,
};
use crate::room::{
    REV_1, argentina, brazil, chair, code, item_added, meeting_in_session, meeting_with_edition,
    observer, secretariat,
};
use crate::scenario::Scenario;

pub(crate) const THANKS: &str = "To thank the host.";
pub(crate) const AGENDA: &str = "To adopt the agenda.";
pub(crate) const D1: DecisionId = DecisionId(1);

pub(crate) fn adopted(manner: Manner, counts: Option<(u32, u32)>) -> Event {
    Event::Decision(DecisionEvent::DecisionAdopted(DecisionAdopted {
        decision: D1,
        manner,
        votes_for: counts.map(|counts| counts.0),
        votes_against: counts.map(|counts| counts.1),
        abstentions: counts.map(|_| 0),
        sitting: Some(SittingNumber(1)),
    }))
}

fn withdrawn(decision: u32) -> Event {
    let (decision, reason) = (DecisionId(decision), Some("Not ready yet.".into()));
    Event::Decision(DecisionEvent::DecisionWithdrawn(DecisionWithdrawn { decision, reason }))
}

pub(crate) fn thanks_are_put() -> Scenario {
    let (text, sitting) = (THANKS.into(), Some(SittingNumber(1)));
    let fact = DecisionPut { decision: D1, text, adopts: None, amends: None, sitting };
    let fact = Event::Decision(DecisionEvent::DecisionPut(fact));
    meeting_in_session().when(chair(), put(THANKS, None)).then([fact])
}

#[test]
fn what_nobody_objects_to_is_adopted_by_consensus_and_adopting_twice_is_already_so() {
    let room = thanks_are_put()
        .when(chair(), adopt(None))
        .then([adopted(Manner::Consensus, None)])
        .when(chair(), adopt(Some(1)))
        .then_already_so()
        .when(chair(), adopt(None))
        .then_rejected(Rejection::Decision(DecisionFault::NoDecision));
    let shown = room.views.record.decision(D1).and_then(|d| d.adopted.clone()).unwrap();
    assert_eq!((shown.manner, shown.votes), (Manner::Consensus, None));
}

#[test]
fn one_objection_stops_the_consensus_and_is_recorded_by_name_once() {
    let (decision, delegation, reason) = (D1, code("ARG"), None);
    let objected = DecisionEvent::Objected(Objected { decision, delegation, reason });
    thanks_are_put()
        .when(argentina(), object(None))
        .then([Event::Decision(objected)])
        .when(argentina(), object(Some(1)))
        .then_already_so()
        .when(chair(), adopt(None))
        .then_rejected(Rejection::Decision(DecisionFault::NoConsensus {
            decision,
            by: vec![code("ARG")],
        }))
        .when(brazil(), object(None))
        .then_done()
        .when(chair(), adopt(None))
        .then_rejected(Rejection::Decision(DecisionFault::NoConsensus {
            decision,
            by: vec![code("ARG"), code("BRA")],
        }));
}

#[test]
fn putting_the_same_text_again_is_already_so_and_another_waits_for_its_turn() {
    thanks_are_put()
        .when(chair(), put(THANKS, None))
        .then_already_so()
        .when(chair(), put("To rise.", None))
        .then_rejected(Rejection::Decision(DecisionFault::DecisionOpen(D1)))
        .when(argentina(), object(None))
        .then_done()
        .when(chair(), put("To rise.", None))
        .then_done()
        .when(chair(), adopt(Some(1)))
        .then_rejected(Rejection::Decision(DecisionFault::Over(D1)))
        .when(chair(), adopt(Some(2)))
        .then_done();
}

#[test]
fn putting_and_adopting_need_an_open_sitting() {
    meeting_with_edition()
        .when(chair(), put(THANKS, None))
        .then_rejected(Rejection::Session(SessionFault::NoSitting));
    thanks_are_put()
        .when(argentina(), object(None))
        .then_done()
        .when(chair(), close_sitting())
        .then_done()
        .when(chair(), vote(4, 1))
        .then_rejected(Rejection::Session(SessionFault::NoSitting))
        .when(chair(), open_sitting())
        .then_done()
        .when(chair(), vote(4, 1))
        .then_done();
}

#[test]
fn observers_do_not_object_and_nobody_objects_to_nothing() {
    thanks_are_put()
        .when(observer(), object(None))
        .then_rejected(Rejection::MembersOnly)
        .when(brazil(), object(Some(9)))
        .then_rejected(Rejection::Decision(DecisionFault::UnknownDecision(DecisionId(9))))
        .when(chair(), adopt(None))
        .then_done()
        .when(brazil(), object(Some(1)))
        .then_rejected(Rejection::Decision(DecisionFault::Over(D1)))
        .when(brazil(), object(None))
        .then_rejected(Rejection::Decision(DecisionFault::NoDecision));
}

#[test]
fn the_meeting_adopts_the_edition_in_force_and_the_edition_says_so() {
    let room = meeting_in_session()
        .when(chair(), put(AGENDA, Some(1)))
        .then_done()
        .when(chair(), adopt(None))
        .then_done();
    let adoption = room.views.agenda.edition(EditionId(1)).and_then(|e| e.adopted.clone());
    let adoption = adoption.expect("adopted");
    assert_eq!((adoption.decision, adoption.sitting), (D1, Some(SittingNumber(1))));
    room.when(chair(), put("To adopt it once more.", Some(1)))
        .then_rejected(Rejection::Agenda(AgendaFault::Adopted(D1)));
}

#[test]
fn an_edition_that_is_not_in_force_is_not_adopted() {
    meeting_in_session()
        .when(chair(), put(AGENDA, Some(2)))
        .then_rejected(Rejection::Decision(DecisionFault::NotInForce(EditionId(2))));
}

#[test]
fn an_edition_that_was_overtaken_while_the_decision_was_open_is_not_adopted() {
    meeting_in_session()
        .given([item_added(5, None, "Fog")])
        .when(secretariat(), prepare(REV_1))
        .then_done()
        .when(chair(), put(AGENDA, Some(1)))
        .then_done()
        .when(chair(), approve(2))
        .then_done()
        .when(chair(), adopt(None))
        .then_rejected(Rejection::Decision(DecisionFault::NotInForce(EditionId(1))));
}

#[test]
fn no_edition_is_issued_over_an_adopted_agenda() {
    meeting_in_session()
        .given([item_added(5, None, "Fog")])
        .when(secretariat(), prepare(REV_1))
        .then_done()
        .when(chair(), put(AGENDA, Some(1)))
        .then_done()
        .when(chair(), adopt(None))
        .then_done()
        .when(chair(), approve(2))
        .then_rejected(Rejection::Agenda(AgendaFault::Adopted(D1)))
        .when(chair(), approve(1))
        .then_already_so()
        .when(chair(), crate::commands::return_edition(2))
        .then_done();
}

#[test]
fn the_chair_withdraws_what_is_not_adopted_and_withdrawing_twice_is_already_so() {
    let room = thanks_are_put()
        .when(chair(), withdraw_decision(1))
        .then([withdrawn(1)])
        .when(chair(), withdraw_decision(1))
        .then_already_so();
    assert!(room.views.record.open_decision().is_none());
    let shown = room.views.record.decision(D1).expect("it stays in the record");
    let (stamp, reason) = shown.withdrawn.as_ref().expect("marked as withdrawn");
    assert_eq!((stamp.entry, reason.as_deref()), (room.number(), Some("Not ready yet.")));
    assert!(shown.adopted.is_none());
}

#[test]
fn what_is_adopted_or_was_never_put_is_not_withdrawn() {
    thanks_are_put()
        .when(chair(), withdraw_decision(2))
        .then_rejected(Rejection::Decision(DecisionFault::UnknownDecision(DecisionId(2))))
        .when(chair(), adopt(None))
        .then_done()
        .when(chair(), withdraw_decision(1))
        .then_rejected(Rejection::Decision(DecisionFault::Over(D1)));
}

#[test]
fn after_a_withdrawal_another_text_is_put_and_the_same_one_anew() {
    for text in ["To rise.", THANKS] {
        let (decision, sitting) = (DecisionId(2), Some(SittingNumber(1)));
        let (adopts, amends) = (None, None);
        let fact = DecisionPut { decision, text: text.into(), adopts, amends, sitting };
        thanks_are_put()
            .when(chair(), withdraw_decision(1))
            .then_done()
            .when(chair(), put(text, None))
            .then([Event::Decision(DecisionEvent::DecisionPut(fact))])
            .when(chair(), adopt(None))
            .then_done();
    }
}

#[test]
fn after_a_withdrawal_the_sitting_closes() {
    let sitting = SittingNumber(1);
    thanks_are_put()
        .when(chair(), close_sitting())
        .then_rejected(Rejection::Session(SessionFault::SittingBusy { sitting, decision: D1 }))
        .when(chair(), withdraw_decision(1))
        .then_done()
        .when(chair(), close_sitting())
        .then_done();
}

#[test]
fn what_was_withdrawn_is_neither_objected_to_nor_adopted() {
    let gone = thanks_are_put().when(chair(), withdraw_decision(1)).then_done();
    for (decision, fault) in [(None, DecisionFault::NoDecision), (Some(1), DecisionFault::Over(D1))]
    {
        gone.clone()
            .when(brazil(), object(decision))
            .then_rejected(Rejection::Decision(fault.clone()));
        gone.clone().when(chair(), adopt(decision)).then_rejected(Rejection::Decision(fault));
    }
}

#[test]
fn withdrawing_a_text_that_was_left_behind_leaves_the_one_before_the_meeting() {
    thanks_are_put()
        .when(argentina(), object(None))
        .then_done()
        .when(chair(), put("To rise.", None))
        .then_done()
        .when(chair(), withdraw_decision(1))
        .then([withdrawn(1)])
        .when(chair(), adopt(Some(2)))
        .then_done();
}

#[test]
fn objecting_needs_an_open_sitting() {
    let closed = thanks_are_put()
        .when(argentina(), object(None))
        .then_done()
        .when(chair(), close_sitting())
        .then_done();
    for decision in [None, Some(1)] {
        closed
            .clone()
            .when(brazil(), object(decision))
            .then_rejected(Rejection::Session(SessionFault::NoSitting));
    }
    closed.when(chair(), open_sitting()).then_done().when(brazil(), object(Some(1))).then_done();
}

#[test]
fn only_the_text_that_is_before_the_meeting_is_objected_to() {
    let (decision, delegation, reason) = (DecisionId(2), code("BRA"), None);
    let objected = DecisionEvent::Objected(Objected { decision, delegation, reason });
    thanks_are_put()
        .when(argentina(), object(None))
        .then_done()
        .when(chair(), put("To rise.", None))
        .then_done()
        .when(brazil(), object(Some(1)))
        .then_rejected(Rejection::Decision(DecisionFault::Over(D1)))
        .when(argentina(), object(Some(1)))
        .then_rejected(Rejection::Decision(DecisionFault::Over(D1)))
        .when(brazil(), object(Some(2)))
        .then([Event::Decision(objected)]);
}
