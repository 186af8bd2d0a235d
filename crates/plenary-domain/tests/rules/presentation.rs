//! Requests to present: one for each topic, asked by experts and confirmed, late, declined.

use plenary_domain::decide::reply::{Present, ReplyFault};
use plenary_domain::event::reply::{PresentAs, PresentationAsked, PresentationRequested};
use plenary_domain::event::{Event, ReplyEvent};
use plenary_domain::ids::PresentationId;
use plenary_domain::projection::reply::PresentationShown;
use plenary_domain::{Capacity, Reader, Rejection};

use crate::commands::{
    admit_presentation, confirm_presentation, decline_presentations, on, present,
};
use crate::room::{
    argentina, brazil, chair, code, expert, fax, meeting_that_asks, meeting_with_edition,
    secretariat, secretariat_for,
};
use crate::scenario::Scenario;

const LATE: &str = "2007-10-30T09:00:00-04:00";

/// What stands: number, topic, whether it counts.
fn standing(room: &Scenario) -> Vec<(u32, &str, bool)> {
    let shown = room.views.reply.presentations();
    shown.map(|p| (p.presentation.0, p.about.topic.as_str(), p.is_counted())).collect()
}

fn talk(topics: &[&str]) -> plenary_domain::Command {
    present(topics, PresentAs::Talk, None)
}

#[test]
fn several_topics_are_one_request_each_however_their_labels_are_typed() {
    let room = meeting_that_asks().when(brazil(), talk(&["II", "i", "ii"])).then_done();
    assert_eq!(standing(&room), [(1, "ii", true), (2, "i", true)]);
    room.when(brazil(), talk(&["i", "ii"])).then_already_so();
}

#[test]
fn an_open_topic_needs_its_words_and_the_others_are_requested_without_it() {
    let room = meeting_that_asks().when(brazil(), talk(&["i", "v"])).then_done();
    assert_eq!(standing(&room), [(1, "i", true)]);
    let needs = Rejection::Reply(ReplyFault::TopicNeedsText("v".into()));
    let room = room.when(brazil(), talk(&["v"])).then_rejected(needs.clone());
    let room =
        room.when(brazil(), present(&["ii", "v"], PresentAs::Talk, Some("Judges"))).then_done();
    let texts: Vec<_> = room.views.reply.presentations().map(|p| p.about.text.as_deref()).collect();
    assert_eq!(texts, [None, None, Some("Judges")], "the words belong to the open topic");
    // Another contribution to the same open topic is another request.
    let room = room.when(brazil(), present(&["v"], PresentAs::Talk, Some("Police"))).then_done();
    assert_eq!(standing(&room).len(), 4);
    // Nobody who has only the open one left is told that all is done.
    room.when(brazil(), talk(&["v"])).then_rejected(needs);
}

#[test]
fn the_later_word_on_a_topic_counts_and_the_earlier_stays_in_the_history() {
    let room = meeting_that_asks().when(brazil(), talk(&["i"])).then_done();
    let room = room.when(brazil(), present(&["i"], PresentAs::Report, None)).then_done();
    assert_eq!(standing(&room), [(2, "i", true)]);
    assert!(room.views.reply.presentation(PresentationId(1)).is_some());
}

#[test]
fn what_an_expert_asks_counts_when_the_mission_confirms_it_under_the_same_number() {
    let room = meeting_that_asks().when(expert(), talk(&["i"])).then_done();
    assert_eq!(standing(&room), [(1, "i", false)]);
    let room = room.when(expert(), talk(&["i"])).then_already_so();
    let about = room.views.reply.presentation(PresentationId(1)).expect("asked").about.clone();
    let asked = PresentationAsked {
        presentation: PresentationId(2),
        delegation: code("BRA"),
        about: plenary_domain::event::reply::PresentationTopic {
            topic: "ii".into(),
            ..about.clone()
        },
    };
    let room = room
        .when(expert(), talk(&["ii"]))
        .then([Event::Reply(ReplyEvent::PresentationAsked(asked))]);
    let (presentation, delegation, received) = (PresentationId(1), code("BRA"), None);
    let requested = PresentationRequested { presentation, delegation, about, received };
    let room = room
        .when(brazil(), confirm_presentation(1))
        .then([Event::Reply(ReplyEvent::PresentationRequested(requested))])
        .when(brazil(), confirm_presentation(1))
        .then_already_so()
        // The mission may also say it itself; it is the same request then.
        .when(brazil(), talk(&["ii"]))
        .then_done();
    assert_eq!(standing(&room), [(1, "i", true), (2, "ii", true)]);
    let shown = room.views.reply.presentation(PresentationId(2)).expect("requested");
    assert!(shown.asked.is_some() && shown.requested.is_some());
}

#[test]
fn what_an_expert_asks_is_seen_by_mission_secretariat_and_chair_alone() {
    let room = meeting_that_asks().when(expert(), talk(&["i"])).then_done();
    let asked: &PresentationShown = room.views.reply.presentation(PresentationId(1)).unwrap();
    for (actor, sees) in [
        (brazil(), true),
        (expert(), true),
        (secretariat(), true),
        (chair(), true),
        (argentina(), false),
        (crate::room::observer(), false),
    ] {
        assert_eq!(Reader::actor(&actor).may_see(asked), sees, "{actor:?}");
    }
    let unknown = ReplyFault::UnknownPresentation(PresentationId(1));
    room.when(argentina(), confirm_presentation(1)).then_rejected(Rejection::Reply(unknown));
}

#[test]
fn a_late_request_counts_when_the_chair_or_the_secretariat_admits_it() {
    for who in [chair(), secretariat()] {
        let room = meeting_that_asks().at(LATE).when(brazil(), talk(&["i"])).then_done();
        assert_eq!(standing(&room), [(1, "i", false)]);
        let room = room.when(who.clone(), admit_presentation(1)).then_done();
        assert_eq!(standing(&room), [(1, "i", true)]);
        room.when(who, admit_presentation(1)).then_already_so();
    }
    // What was received in time and entered later is in time; what an expert asked is judged by
    // when the mission confirms it.
    let received = Some(fax(jiff::civil::date(2007, 10, 26), None));
    let (on, topics, text) = (on(2, Some(1)), vec!["i".into()], None);
    let command = Present { on, topics, by: PresentAs::Talk, text, received: received.clone() };
    let room = meeting_that_asks().at(LATE).when(secretariat_for("BRA"), command.clone());
    assert_eq!(standing(&room.then_done()), [(1, "i", true)]);
    let room = meeting_that_asks().when(expert(), talk(&["i"])).then_done().at(LATE);
    let room = room.when(brazil(), confirm_presentation(1)).then_done();
    assert_eq!(standing(&room), [(1, "i", false)]);
    // An expert says nothing of receipts.
    let may = &[Capacity::Mission, Capacity::Secretariat];
    let refused = Rejection::NotAllowed { capacity: Capacity::Expert, may };
    meeting_that_asks().at(LATE).when(expert(), command).then_rejected(refused);
}

#[test]
fn a_no_ends_what_was_requested_and_asked_and_a_later_yes_ends_the_no() {
    let room = meeting_that_asks()
        .when(brazil(), talk(&["i"]))
        .then_done()
        .when(expert(), talk(&["ii"]))
        .then_done()
        .when(argentina(), talk(&["i"]))
        .then_done()
        .when(brazil(), decline_presentations())
        .then_done();
    assert_eq!(standing(&room), [(3, "i", true)], "another delegation's stands");
    assert!(room.views.reply.declined(&code("BRA")).is_some());
    let gone = ReplyFault::PresentationGone(PresentationId(2));
    let room = room
        .when(brazil(), decline_presentations())
        .then_already_so()
        .when(brazil(), confirm_presentation(2))
        .then_rejected(Rejection::Reply(gone))
        .when(brazil(), talk(&["i"]))
        .then_done();
    assert!(room.views.reply.declined(&code("BRA")).is_none());
    assert_eq!(standing(&room), [(3, "i", true), (4, "i", true)]);
    // A no after what an expert asked since the last no is a no again.
    let room = room.when(brazil(), decline_presentations()).then_done();
    let room = room.when(expert(), talk(&["ii"])).then_done();
    let room = room.when(brazil(), decline_presentations()).then_done();
    assert_eq!(standing(&room), [(3, "i", true)]);
}

#[test]
fn nothing_is_requested_where_the_note_asks_for_nothing() {
    let not_asked = || Rejection::Reply(ReplyFault::PresentationsNotAsked("II".into()));
    meeting_with_edition().when(brazil(), talk(&["i"])).then_rejected(not_asked());
    let (topics, text, received) = (vec!["i".into()], None, None);
    let command = Present { on: on(3, Some(1)), topics, by: PresentAs::Talk, text, received };
    meeting_that_asks().when(brazil(), command).then_rejected(not_asked());
    let known = vec!["i".into(), "ii".into(), "v".into()];
    let unknown = Rejection::Reply(ReplyFault::UnknownTopic("iv".into(), known));
    meeting_that_asks().when(brazil(), talk(&["i", "iv"])).then_rejected(unknown);
    let for_whom = Rejection::ForWhom;
    meeting_that_asks().when(secretariat(), talk(&["i"])).then_rejected(for_whom);
}
