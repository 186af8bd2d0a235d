//! The record: what each circle of readers may know, and nothing beyond.

use plenary_documents::{Format, agenda, print, record};
use plenary_domain::event::agenda::{ItemMoved, ItemRemoved};
use plenary_domain::event::comment::{CommentMade, CommentWithdrawn};
use plenary_domain::event::decision::{DecisionPut, Objected};
use plenary_domain::event::reply::DelegationRole;
use plenary_domain::event::session::{SittingClosed, SittingOpened};
use plenary_domain::event::{AgendaEvent, CommentEvent, DecisionEvent, SessionEvent};
use plenary_domain::{
    Actor, Capacity, CommentId, DecisionId, Event, ItemId, Language, PersonId, Personal, Reader,
    Readers, SittingNumber,
};

use crate::stage::{Stage, known};

/// Seats, an expert of Brazil, and comments in every circle.
fn stage() -> Stage {
    let mut stage = Stage::issued();
    stage.seat_offices();
    stage.nominate(1, "BRA", DelegationRole::Expert, known("Helena Duarte"));
    stage.comment(1, Some(7), Readers::Delegations, "Ten minutes each?\nD9: To end.");
    stage.comment(2, Some(7), Readers::Secretariat, "A private remark.");
    stage.comment(3, None, Readers::Public, "A public remark.");
    stage
}

fn text(stage: &Stage, circle: Readers) -> String {
    print(&record::paper(&stage.views, &Reader::of(circle), Language::En), Format::Text)
}

#[test]
fn a_private_comment_is_nowhere_in_the_delegations_record() {
    let mut stage = stage();
    let made = CommentMade {
        comment: CommentId(4),
        on: None,
        reply_to: Some(CommentId(2)),
        readers: Readers::Delegations,
        text: "An open answer to it.".into(),
        received: None,
    };
    let mission = Actor::person(PersonId(9), Capacity::Mission, Some("BRA".parse().unwrap()));
    stage.then(mission, Event::Comment(CommentEvent::CommentMade(made)));
    let delegations = text(&stage, Readers::Delegations);
    for trace in ["private remark", "C2", "in reply"] {
        assert!(!delegations.contains(trace), "{trace:?} is in\n{delegations}");
    }
    assert!(delegations.contains("An open answer to it."));
    let secretariat = text(&stage, Readers::Secretariat);
    assert!(secretariat.contains("\n\n   A private remark.\n"), "{secretariat}");
    assert!(secretariat.contains("; in reply to C2 ["), "{secretariat}");
}

#[test]
fn the_public_reads_public_comments_without_names() {
    let public = text(&stage(), Readers::Public);
    assert!(public.contains("   A public remark.\n"), "{public}");
    for trace in ["Ten minutes", "private", "Helena", "Calloway", "Paredes"] {
        assert!(!public.contains(trace), "{trace:?} is in\n{public}");
    }
    assert!(public.contains("C3, expert, Brazil, "), "{public}");
}

#[test]
fn a_comment_stands_under_its_item_with_its_author_its_time_and_its_entry() {
    let stage = stage();
    let entry = stage.entries.iter().find(|entry| matches!(entry.event, Event::Comment(_)));
    let record = text(&stage, Readers::Delegations);
    let expected = format!(
        "Item 7: Recent cyber-crime related developments in the OAS Member States.\n\n\
         C1, Helena Duarte (expert, Brazil), 5 October 2007, 09:02 [{}]\n\n\
         {}Ten minutes each?\n   D9: To end.\n",
        entry.unwrap().number,
        "   "
    );
    assert!(record.contains(&expected), "{expected}\nis not in\n{record}");
}

#[test]
fn a_withdrawn_comment_keeps_its_number_and_loses_its_text() {
    let mut stage = stage();
    let withdrawn = CommentWithdrawn { comment: CommentId(1), reason: None };
    stage.secretariat(Event::Comment(CommentEvent::CommentWithdrawn(withdrawn)));
    let record = text(&stage, Readers::Delegations);
    assert!(!record.contains("Ten minutes"), "{record}");
    assert!(record.contains("\n\nC1, Helena Duarte") && record.contains("Withdrawn by its author"));
}

#[test]
fn a_comment_follows_its_item_to_another_number_and_says_where_it_was_written() {
    let mut stage = stage();
    let moved = ItemMoved { item: ItemId(8), parent: None, before: Some(ItemId(7)) };
    stage.agenda(AgendaEvent::ItemMoved(moved));
    stage.issue("CIBER-V/doc.1/07 rev. 1", 2, None);
    let record = text(&stage, Readers::Delegations);
    let (_, part) = record.split_once("Item 8: Recent cyber-crime").unwrap();
    let (part, _) = part.split_once("Item 9:").unwrap();
    assert!(part.contains("; written on item VII of CIBER-V/doc.1/07 ["), "{part}");
    assert!(record.contains("CIBER-V/doc.1/07 rev. 1, dated 5 October 2007, issued on"));
    assert!(record.contains(". 1 change. ["), "{record}");
    assert!(record.contains("\n\n- Item 8 is now item 7: Update of the"), "{record}");
}

#[test]
fn comments_on_an_item_that_is_gone_are_not_lost() {
    let mut stage = stage();
    stage.agenda(AgendaEvent::ItemRemoved(ItemRemoved { item: ItemId(7), reason: None }));
    stage.issue("CIBER-V/doc.1/07 rev. 1", 2, None);
    let record = text(&stage, Readers::Delegations);
    let (_, gone) = record.split_once("Items that are no longer on the agenda").unwrap();
    assert!(gone.contains("Ten minutes"), "{record}");
}

#[test]
fn a_decision_is_printed_with_manner_date_sitting_and_objections_by_name() {
    let mut stage = stage();
    stage.adopt(1);
    let put = DecisionPut {
        decision: DecisionId(2),
        text: "To meet again.".into(),
        adopts: None,
        amends: None,
        sitting: Some(SittingNumber(1)),
    };
    stage.chair(Event::Decision(DecisionEvent::DecisionPut(put)));
    let objected = Objected {
        decision: DecisionId(2),
        delegation: "CHL".parse().unwrap(),
        reason: Some("Not this year.".into()),
    };
    stage.chair(Event::Decision(DecisionEvent::Objected(objected)));
    let record = text(&stage, Readers::Delegations);
    for part in [
        "The Group decided:\n\n- D1: To adopt the agenda, CIBER-V/doc.1/07. [",
        "Adopted by consensus at the first session, 19 November 2007. [",
        "- D2: To meet again. [",
        "Put to the meeting at the first session, 19 November 2007; no decision so far. [",
        "Chile objected: “Not this year.” [",
        "The agenda, CIBER-V/doc.1/07, was adopted by consensus at the first session. [",
        "The first session was opened on 19 November 2007, 09:05. [",
        "It was convened under AG/RES. 2266 (XXXVII-O/07), CP/RES. 920 (1602/07). [1]\n",
        "1 of 4 members have nominated experts.",
    ] {
        assert!(record.contains(part), "{part:?} is not in\n{record}");
    }
}

/// A decision by silence has no sitting: the papers say so and name none.
#[test]
fn what_is_adopted_between_sittings_is_printed_so() {
    let mut stage = stage();
    stage.adopt_at(None, 1);
    let put = DecisionPut {
        decision: DecisionId(2),
        text: "To meet again.".into(),
        adopts: None,
        amends: None,
        sitting: None,
    };
    stage.chair(Event::Decision(DecisionEvent::DecisionPut(put)));
    let record = text(&stage, Readers::Delegations);
    let agenda = agenda::paper(&stage.views, stage.edition(1), Language::En);
    let agenda = print(&agenda, Format::Text);
    for (paper, part) in [
        (&record, "Adopted by consensus outside a session, "),
        (&record, "Put to the meeting outside a session, "),
        (&record, "The agenda, CIBER-V/doc.1/07, was adopted by consensus outside a session. ["),
        (&agenda, "(Adopted outside a session, "),
    ] {
        assert!(paper.contains(part), "{part:?} is not in\n{paper}");
        assert!(!paper.contains("at the  session"), "{paper}");
    }
}

#[test]
fn the_record_says_that_the_meeting_is_to_be_held_is_being_held_or_was_held() {
    let mut stage = stage();
    let chair = Actor::person(PersonId(2), Capacity::Chair, None);
    let sitting = SittingNumber(1);
    let opened = SessionEvent::SittingOpened(SittingOpened { sitting });
    let closed = SessionEvent::SittingClosed(SittingClosed { sitting });
    let held = |stage: &Stage, how: &str| {
        let record = text(stage, Readers::Delegations);
        let line = format!("The meeting {how} on 19 and 20 November 2007 in Washington, DC.");
        assert!(record.contains(&line), "{line:?} is not in\n{record}");
    };
    held(&stage, "is to be held");
    stage.happens("2007-11-19T14:05:00Z", chair.clone(), Event::Session(opened));
    held(&stage, "is being held");
    stage.happens("2007-11-20T22:00:00Z", chair, Event::Session(closed));
    held(&stage, "was held");
}

#[test]
fn a_name_that_cannot_be_read_is_a_neutral_mark_in_each_language() {
    let mut stage = Stage::issued();
    stage.nominate(1, "BRA", DelegationRole::Expert, Personal::Unreadable);
    stage.comment(1, Some(7), Readers::Delegations, "Ten minutes each?");
    let marks = ["[name withheld]", "[nombre reservado]", "[nom réservé]", "[nome reservado]"];
    for (lang, mark) in Language::ALL.into_iter().zip(marks) {
        let reader = Reader::of(Readers::Delegations);
        let record = print(&record::paper(&stage.views, &reader, lang), Format::Text);
        assert!(record.contains(&format!("C1, {mark} (")), "{record}");
    }
}
