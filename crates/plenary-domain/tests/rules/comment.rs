//! Comments: on which item, for whose eyes, answered, taken back; and when a draft is shown.

use std::collections::BTreeSet;

use plenary_domain::capacity::Capacity;
use plenary_domain::decide::agenda::AgendaFault;
use plenary_domain::decide::comment::CommentFault;
use plenary_domain::decide::paper::PaperFault;
use plenary_domain::event::CommentEvent;
use plenary_domain::event::comment::{CommentMade, CommentWithdrawn};
use plenary_domain::projection::disclosure::circle;
use plenary_domain::{
    Actor, CommentId, EditionId, Entry, Event, ItemId, Reader, Readers, Rejection,
};

use crate::commands::{
    add, approve, comment, footnote, move_item, on, prepare, prepare_with, remove_item, reply,
    return_edition, withdraw_comment, word,
};
use crate::room::{
    FIRST, HELENA, argentina, brazil, chair, expert, meeting_with_agenda, meeting_with_edition,
    observer, reader, secretariat, secretariat_for,
};
use crate::scenario::Scenario;

const C1: CommentId = CommentId(1);

fn commented(by: Actor, readers: Readers) -> Scenario {
    meeting_with_edition().when(by, comment(Some(on(2, Some(1))), readers)).then_done()
}

fn can_read(room: &Scenario) -> Vec<&'static str> {
    let seats = [
        ("chair", chair()),
        ("secretariat", secretariat()),
        ("brazil", brazil()),
        ("expert", expert()),
        ("argentina", argentina()),
        ("observer", observer()),
        ("reader", reader()),
    ];
    let reads = |actor: &Actor| room.views.comment.readable(&Reader::actor(actor)).count() > 0;
    seats.iter().filter(|(_, actor)| reads(actor)).map(|(name, _)| *name).collect()
}

#[test]
fn a_comment_is_kept_verbatim_with_the_item_as_it_was_named() {
    let made = CommentMade {
        comment: C1,
        on: Some(on(2, Some(1))),
        reply_to: None,
        readers: Readers::Delegations,
        text: "Ten minutes each?".into(),
        received: None,
    };
    meeting_with_edition()
        .when(expert(), comment(Some(on(2, Some(1))), Readers::Delegations))
        .then([Event::Comment(CommentEvent::CommentMade(made))]);
}

#[test]
fn a_comment_is_read_by_its_circle_its_author_and_the_authors_mission() {
    let room = commented(expert(), Readers::Secretariat);
    assert_eq!(can_read(&room), ["chair", "secretariat", "brazil", "expert"]);
    let room = commented(observer(), Readers::Secretariat);
    assert_eq!(can_read(&room), ["chair", "secretariat", "observer"]);
    let room = commented(expert(), Readers::Delegations);
    let all = ["chair", "secretariat", "brazil", "expert", "argentina", "observer"];
    assert_eq!(can_read(&room), all);
    let room = commented(expert(), Readers::Public);
    assert_eq!(can_read(&room).len(), 7);
}

#[test]
fn what_was_entered_for_a_mission_is_read_by_that_mission() {
    let room = commented(secretariat_for("ARG"), Readers::Secretariat);
    assert_eq!(can_read(&room), ["chair", "secretariat", "argentina"]);
}

#[test]
fn a_withdrawal_is_read_by_those_who_read_the_comment() {
    for readers in Readers::ALL {
        let room = commented(brazil(), readers).when(brazil(), withdraw_comment(1)).then_done();
        let entry = room.entries.last().expect("withdrawn");
        assert_eq!(circle(&room.views, entry), readers);
    }
}

#[test]
fn a_comment_follows_its_item_when_the_number_changes() {
    let room = commented(expert(), Readers::Public)
        .when(secretariat(), move_item(2, None, None))
        .then_done();
    let working = &room.views.agenda.working;
    assert_eq!(working.number_of(ItemId(2)).expect("there").to_string(), "4");
    assert_eq!(room.views.comment.count_on(ItemId(2), &Reader::of(Readers::Public)), 1);
    assert_eq!(room.views.comment.count_on(ItemId(3), &Reader::of(Readers::Public)), 0);
}

#[test]
fn an_item_that_was_removed_since_is_still_commented_as_the_edition_has_it() {
    meeting_with_edition()
        .when(secretariat(), remove_item(2))
        .then_done()
        .when(brazil(), comment(Some(on(2, Some(1))), Readers::Delegations))
        .then_done()
        .when(brazil(), comment(Some(on(2, None)), Readers::Delegations))
        .then_rejected(Rejection::Agenda(AgendaFault::UnknownItem(ItemId(2))))
        .when(brazil(), comment(Some(on(2, Some(7))), Readers::Delegations))
        .then_rejected(Rejection::Paper(PaperFault::UnknownEdition(EditionId(7))));
}

#[test]
fn a_reply_has_no_more_readers_than_what_it_answers() {
    commented(brazil(), Readers::Delegations)
        .when(secretariat(), reply(1, Readers::Public))
        .then_rejected(Rejection::Comment(CommentFault::ReadersWider(C1)))
        .when(secretariat(), reply(1, Readers::Delegations))
        .then_done()
        .when(chair(), reply(1, Readers::Secretariat))
        .then_done()
        .when(chair(), reply(9, Readers::Secretariat))
        .then_rejected(Rejection::Comment(CommentFault::UnknownComment(CommentId(9))));
}

#[test]
fn a_comment_that_somebody_may_not_read_is_not_there_to_be_withdrawn() {
    let room = || commented(expert(), Readers::Secretariat);
    for (actor, fault) in [
        (argentina(), CommentFault::UnknownComment(CommentId(1))),
        (observer(), CommentFault::UnknownComment(CommentId(1))),
        (chair(), CommentFault::NotAuthor(CommentId(1))),
        (brazil(), CommentFault::NotAuthor(CommentId(1))),
    ] {
        room().when(actor, withdraw_comment(1)).then_rejected(Rejection::Comment(fault));
    }
}

#[test]
fn who_is_answered_in_private_may_answer_in_turn_and_nobody_else() {
    let answered = commented(brazil(), Readers::Delegations)
        .when(secretariat(), reply(1, Readers::Secretariat))
        .then_done();
    let again = reply(2, Readers::Secretariat);
    answered.clone().when(brazil(), again.clone()).then_done();
    for other in [argentina(), expert(), observer()] {
        let unknown = Rejection::Comment(CommentFault::UnknownComment(CommentId(2)));
        answered.clone().when(other, again.clone()).then_rejected(unknown);
    }
}

#[test]
fn a_comment_that_was_taken_back_is_not_answered_and_stays_in_the_history() {
    let fact = CommentWithdrawn { comment: C1, reason: None };
    let room = commented(brazil(), Readers::Delegations)
        .when(brazil(), withdraw_comment(1))
        .then([Event::Comment(CommentEvent::CommentWithdrawn(fact))])
        .when(brazil(), withdraw_comment(1))
        .then_already_so()
        .when(chair(), reply(1, Readers::Secretariat))
        .then_rejected(Rejection::Comment(CommentFault::Withdrawn(C1)));
    assert_eq!(room.views.comment.all().len(), 1);
    assert_eq!(room.views.comment.count_on(ItemId(2), &Reader::of(Readers::Secretariat)), 0);
}

#[test]
fn only_its_author_takes_a_comment_back() {
    let not_author = || Rejection::Comment(CommentFault::NotAuthor(C1));
    commented(expert(), Readers::Delegations)
        .when(brazil(), withdraw_comment(1))
        .then_rejected(not_author())
        .when(chair(), withdraw_comment(1))
        .then_rejected(not_author())
        .when(secretariat(), withdraw_comment(1))
        .then_rejected(not_author())
        .when(brazil(), withdraw_comment(2))
        .then_rejected(Rejection::Comment(CommentFault::UnknownComment(CommentId(2))))
        .when(expert(), withdraw_comment(1))
        .then_done();
}

#[test]
fn the_author_takes_it_back_also_in_another_capacity() {
    let as_chair = Actor::person(HELENA, Capacity::Chair, None);
    commented(expert(), Readers::Delegations)
        .when(chair(), crate::commands::appoint(plenary_domain::SeatKind::Chair, HELENA))
        .then_done()
        .when(as_chair, withdraw_comment(1))
        .then_done();
}

#[test]
fn a_mission_takes_back_what_was_entered_for_it_but_its_expert_does_not() {
    commented(secretariat_for("BRA"), Readers::Delegations)
        .when(argentina(), withdraw_comment(1))
        .then_rejected(Rejection::Comment(CommentFault::NotAuthor(C1)))
        .when(expert(), withdraw_comment(1))
        .then_rejected(Rejection::Comment(CommentFault::NotAuthor(C1)))
        .when(brazil(), withdraw_comment(1))
        .then_done();
    commented(secretariat_for("BRA"), Readers::Delegations)
        .when(secretariat(), withdraw_comment(1))
        .then_done();
    commented(secretariat_for("COE"), Readers::Delegations)
        .when(observer(), withdraw_comment(1))
        .then_done();
}

fn shown_to_delegations(room: &Scenario) -> Vec<&'static str> {
    let first = room.entries.iter().position(|entry| entry.event.kind() == "agenda.item-added.v1");
    let drafts = room.entries.iter().skip(first.expect("there is an agenda"));
    let shown = |entry: &&Entry| circle(&room.views, entry).include(Readers::Delegations);
    drafts.filter(shown).map(|entry| entry.event.kind()).collect()
}

#[test]
fn delegations_are_shown_an_edition_when_it_is_issued_and_never_the_edits_before_it() {
    const EDITION: &[&str] = &["paper.prepared.v1", "paper.approved.v1", "paper.issued.v1"];
    let waiting = meeting_with_agenda().when(secretariat(), prepare(FIRST)).then_done();
    assert!(shown_to_delegations(&waiting).is_empty());
    let returned = waiting.clone().when(chair(), return_edition(1)).then_done();
    assert!(shown_to_delegations(&returned).is_empty());
    let issued = waiting.when(chair(), approve(1)).then_done();
    assert_eq!(shown_to_delegations(&issued), EDITION);
    let edited = issued.when(secretariat(), add("Fog", None, None)).then_done();
    assert_eq!(shown_to_delegations(&edited), EDITION);
}

#[test]
fn every_kind_of_edit_stays_with_secretariat_and_chair_after_the_edition_is_issued() {
    let by = secretariat();
    let room = meeting_with_agenda()
        .when(by.clone(), word(2, Some("Lanterns"), Some(footnote("As asked.")), 99))
        .then_done()
        .when(by.clone(), move_item(3, None, Some(2)))
        .then_done()
        .when(by.clone(), remove_item(1))
        .then_done()
        .when(by, prepare_with(FIRST, true))
        .then_done()
        .when(chair(), approve(1))
        .then_done();
    let edits: Vec<&Entry> =
        room.entries.iter().filter(|entry| matches!(entry.event, Event::Agenda(_))).collect();
    let kinds: BTreeSet<&str> = edits.iter().map(|entry| entry.event.kind()).collect();
    let every = Event::kinds().filter(|kind| kind.starts_with("agenda."));
    assert_eq!(kinds, every.collect());
    for entry in edits {
        assert_eq!(circle(&room.views, entry), Readers::Secretariat, "{entry:?}");
    }
}
