//! The working agenda: identity and number, places, conflicting edits, mandates, the note.

use plenary_domain::citation::Citation;
use plenary_domain::decide::agenda::{self, AgendaFault, FootnoteText};
use plenary_domain::event::AgendaEvent;
use plenary_domain::event::agenda::{ItemAdded, ItemMoved, ItemRemoved, ItemReworded};
use plenary_domain::note::{Asks, BLOCKS_MAX, Block, Question, TOPICS_MAX, Topic};
use plenary_domain::reference::{ITEM_LEVELS_MAX, ITEMS_MAX};
use plenary_domain::text::{BoundsFault, Counted, PARAGRAPH_CHARS_MAX, TITLE_CHARS_MAX, TextField};
use plenary_domain::{DecisionId, Event, ItemId, Rejection};

use crate::commands::{add, adopt, footnote, move_item, note, prepare, put, remove_item, word};
use crate::room::{
    chair, footnote_set, item_added, meeting, meeting_in_session, meeting_with_agenda, paragraph,
    secretariat,
};
use crate::scenario::Scenario;

fn outline(room: &Scenario) -> Vec<String> {
    let numbered = room.views.agenda.working.numbered();
    numbered.iter().map(|n| format!("{} {}", n.number, n.item.title)).collect()
}

fn too_many(what: Counted, max: usize) -> Rejection {
    Rejection::Bounds(BoundsFault::TooMany { what, max })
}

#[test]
fn an_item_keeps_its_identity_while_its_number_follows_its_place() {
    let moved = AgendaEvent::ItemMoved(ItemMoved {
        item: ItemId(3),
        parent: None,
        before: Some(ItemId(2)),
    });
    let room = meeting_with_agenda()
        .when(secretariat(), move_item(3, None, Some(2)))
        .then([Event::Agenda(moved)]);
    assert_eq!(outline(&room), ["1 Opening", "2 Lenses", "3 Lamps", "4 Closing"]);
    assert_eq!(room.views.agenda.working.find(ItemId(3)).expect("there").title, "Lenses");
}

#[test]
fn a_removed_item_takes_its_sub_items_along_and_no_id_is_given_again() {
    let removed = ItemRemoved { item: ItemId(4), reason: None };
    let added = ItemAdded { item: ItemId(7), parent: None, before: None, title: "Fog".into() };
    let room = meeting_with_agenda()
        .given([item_added(5, Some(4), "Thanks"), item_added(6, Some(5), "Flowers")])
        .when(secretariat(), remove_item(4))
        .then([Event::Agenda(AgendaEvent::ItemRemoved(removed))])
        .when(secretariat(), add("Fog", None, None))
        .then([Event::Agenda(AgendaEvent::ItemAdded(added))]);
    assert_eq!(outline(&room), ["1 Opening", "2 Lamps", "3 Lenses", "4 Fog"]);
}

#[test]
fn removing_an_item_twice_is_already_so_and_one_that_never_was_is_unknown() {
    meeting_with_agenda()
        .when(secretariat(), remove_item(2))
        .then_done()
        .when(secretariat(), remove_item(2))
        .then_already_so()
        .when(secretariat(), remove_item(9))
        .then_rejected(Rejection::Agenda(AgendaFault::UnknownItem(ItemId(9))));
}

#[test]
fn sub_items_move_with_their_item_and_are_numbered_below_it() {
    let room = meeting_with_agenda()
        .given([item_added(5, Some(2), "Oil"), item_added(6, Some(2), "Light")])
        .when(secretariat(), move_item(2, None, Some(1)))
        .then_done()
        .when(secretariat(), move_item(6, Some(2), Some(5)))
        .then_done();
    let expected = ["1 Lamps", "1.1 Light", "1.2 Oil", "2 Opening", "3 Lenses", "4 Closing"];
    assert_eq!(outline(&room), expected);
}

#[test]
fn moving_an_item_to_where_it_stands_is_already_so() {
    meeting_with_agenda()
        .when(secretariat(), move_item(2, None, Some(3)))
        .then_already_so()
        .when(secretariat(), move_item(4, None, None))
        .then_already_so();
}

#[test]
fn an_item_stands_neither_below_nor_before_itself_nor_beside_another_level() {
    let room = meeting_with_agenda().given([item_added(5, Some(2), "Oil")]);
    for (item, parent, before) in
        [(2, Some(2), None), (2, Some(5), None), (2, None, Some(2)), (3, None, Some(5))]
    {
        let refused = Rejection::Agenda(AgendaFault::ItemPlace(ItemId(item)));
        room.clone().when(chair(), move_item(item, parent, before)).then_rejected(refused);
    }
    room.when(chair(), add("Fog", Some(2), Some(3)))
        .then_rejected(Rejection::Agenda(AgendaFault::ItemPlace(ItemId(6))));
}

#[test]
fn items_have_three_levels_also_when_they_are_moved_with_what_is_below() {
    let too_deep = || too_many(Counted::Levels, ITEM_LEVELS_MAX);
    meeting_with_agenda()
        .given([item_added(5, Some(2), "Oil"), item_added(6, Some(5), "Price")])
        .when(secretariat(), add("Whale", Some(6), None))
        .then_rejected(too_deep())
        .when(secretariat(), move_item(3, Some(6), None))
        .then_rejected(too_deep())
        .when(secretariat(), move_item(2, Some(3), None))
        .then_rejected(too_deep())
        .when(secretariat(), move_item(5, Some(3), None))
        .then_done();
}

#[test]
fn a_level_is_full_for_additions_and_for_moves_into_it() {
    let full = || too_many(Counted::Items, ITEMS_MAX);
    let many = (5..).map(|id| item_added(id, Some(1), "Lamp")).take(ITEMS_MAX);
    meeting_with_agenda()
        .given(many)
        .when(secretariat(), add("One more", Some(1), None))
        .then_rejected(full())
        .when(secretariat(), move_item(2, Some(1), None))
        .then_rejected(full())
        .when(secretariat(), move_item(5, Some(1), None))
        .then_done();
}

#[test]
fn wording_states_only_what_differs_and_the_same_words_are_already_so() {
    let room = meeting_with_agenda().given([footnote_set(2, "Pursuant to paragraph 6.")]);
    let seen = room.number();
    let reworded = ItemReworded { item: ItemId(2), title: "Lamps and oil".into() };
    let same = || Some(footnote("Pursuant to paragraph 6."));
    room.when(secretariat(), word(2, Some("Lamps"), same(), seen))
        .then_already_so()
        .when(secretariat(), word(2, Some("Lamps and oil"), same(), seen))
        .then([Event::Agenda(AgendaEvent::ItemReworded(reworded))])
        .when(secretariat(), word(9, Some("Fog"), None, seen))
        .then_rejected(Rejection::Agenda(AgendaFault::UnknownItem(ItemId(9))));
}

#[test]
fn an_edit_of_words_that_changed_since_shows_both_texts() {
    let room = meeting_with_agenda();
    let seen = room.number();
    let changed = |theirs: &str, yours: &str, entry| {
        Rejection::Agenda(AgendaFault::ChangedSince {
            item: Some(ItemId(2)),
            entry,
            theirs: theirs.into(),
            yours: yours.into(),
        })
    };
    room.when(chair(), word(2, Some("Lamps and oil"), None, seen))
        .then_done()
        .when(secretariat(), word(2, Some("Lamps and gas"), None, seen))
        .then_rejected(changed("Lamps and oil", "Lamps and gas", seen + 1))
        .when(secretariat(), word(2, Some("Lamps and oil"), None, seen))
        .then_already_so()
        .when(secretariat(), word(2, Some("Lamps and gas"), None, seen + 1))
        .then_done();
}

#[test]
fn a_footnote_sent_with_an_unchanged_title_is_not_lost_in_a_conflict() {
    let room = meeting_with_agenda();
    let seen = room.number();
    room.when(chair(), word(2, None, Some(footnote("Paragraph 6.")), seen))
        .then_done()
        .when(secretariat(), word(2, Some("Lamps"), Some(footnote("Paragraph 7.")), seen))
        .then_rejected(Rejection::Agenda(AgendaFault::ChangedSince {
            item: Some(ItemId(2)),
            entry: seen + 1,
            theirs: "Paragraph 6.".into(),
            yours: "Paragraph 7.".into(),
        }))
        .when(secretariat(), word(2, Some("Lights"), Some(footnote("Paragraph 7.")), seen))
        .then_rejected(Rejection::Agenda(AgendaFault::ChangedSince {
            item: Some(ItemId(2)),
            entry: seen + 1,
            theirs: "Lamps\nParagraph 6.".into(),
            yours: "Lights\nParagraph 7.".into(),
        }));
}

#[test]
fn a_note_that_changed_since_shows_both_texts() {
    let room = meeting_with_agenda();
    let seen = room.number();
    let topic = Topic { label: "i".into(), text: "Oil".into(), open: false };
    let question = Block::Question(Question {
        label: "1".into(),
        text: "Who comes?".into(),
        asks: Asks::Experts,
        item: None,
        topics: vec![topic],
    });
    room.when(chair(), note(vec![paragraph("Please answer."), question], seen))
        .then_done()
        .when(secretariat(), note(vec![paragraph("Kindly answer.")], seen))
        .then_rejected(Rejection::Agenda(AgendaFault::ChangedSince {
            item: None,
            entry: seen + 1,
            theirs: "Please answer.\n1. Who comes?\n - i. Oil".into(),
            yours: "Kindly answer.".into(),
        }))
        .when(secretariat(), note(vec![paragraph("Kindly answer.")], seen + 1))
        .then_done()
        .when(secretariat(), note(vec![paragraph("Kindly answer.")], seen))
        .then_already_so();
}

#[test]
fn a_note_has_bounds() {
    let question = |topics: usize| {
        let topic = Topic { label: "i".into(), text: "Oil".into(), open: false };
        let (label, text) = ("1".into(), "Which?".into());
        let (asks, item, topics) = (Asks::Presentations, None, vec![topic; topics]);
        vec![Block::Question(Question { label, text, asks, item, topics })]
    };
    let long = vec![paragraph(&"x".repeat(PARAGRAPH_CHARS_MAX + 1))];
    let (field, chars_max) = (TextField::Paragraph, PARAGRAPH_CHARS_MAX);
    let fault = BoundsFault::TooLong { field, chars: chars_max + 1, chars_max };
    let room = meeting();
    room.clone()
        .when(secretariat(), note(Vec::new(), 0))
        .then_rejected(too_many(Counted::NoteBlocks, BLOCKS_MAX))
        .when(secretariat(), note(vec![paragraph("a"); BLOCKS_MAX + 1], 0))
        .then_rejected(too_many(Counted::NoteBlocks, BLOCKS_MAX))
        .when(secretariat(), note(question(TOPICS_MAX + 1), 0))
        .then_rejected(too_many(Counted::Topics, TOPICS_MAX))
        .when(secretariat(), note(long, 0))
        .then_rejected(Rejection::Bounds(fault));
    room.clone().when(secretariat(), note(question(TOPICS_MAX), 0)).then_done();
    room.when(secretariat(), note(vec![paragraph("a"); BLOCKS_MAX], 0)).then_done();
}

#[test]
fn a_title_is_bounded_and_kept_as_it_was_typed() {
    let room = meeting();
    let (field, chars_max) = (TextField::Title, TITLE_CHARS_MAX);
    let fault = BoundsFault::TooLong { field, chars: chars_max + 1, chars_max };
    let added = |title: &str| ItemAdded {
        item: ItemId(1),
        parent: None,
        before: None,
        title: title.into(),
    };
    room.when(secretariat(), add(&"é".repeat(TITLE_CHARS_MAX + 1), None, None))
        .then_rejected(Rejection::Bounds(fault))
        .when(secretariat(), add(" “Lamps”  of the coasts .", None, None))
        .then([Event::Agenda(AgendaEvent::ItemAdded(added(" “Lamps”  of the coasts .")))]);
}

#[test]
fn a_citation_stays_within_a_described_source_and_is_kept_for_others() {
    let cites = |typed: &str| {
        let footnote = FootnoteText { text: "See there.".into(), cites: Citation::parse(typed) };
        let (title, footnote) = ("Fog".into(), Some(footnote));
        agenda::Add { parent: None, before: None, title, footnote }
    };
    meeting()
        .when(secretariat(), cites("IV Meeting, Recommendations, 6, 12"))
        .then_rejected(Rejection::Agenda(AgendaFault::UnknownParagraph {
            source: "IV Meeting, Recommendations".into(),
            paragraph: 12,
            paragraphs: 11,
        }))
        .when(secretariat(), cites("IV Meeting, Recommendations, 6, 11"))
        .then_done()
        .when(secretariat(), cites("III Meeting, 99"))
        .then_done();
}

#[test]
fn an_adopted_agenda_refuses_every_edit_and_every_new_edition() {
    let adopted = meeting_in_session()
        .when(chair(), put("To adopt the agenda.", Some(1)))
        .then_done()
        .when(chair(), adopt(None))
        .then_done();
    let seen = adopted.number();
    for edit in [
        add("Fog", None, None),
        word(2, Some("Fog"), None, seen),
        word(2, Some("Lamps"), None, seen),
        move_item(3, None, Some(2)),
        remove_item(2),
        note(vec![paragraph("Too late.")], seen),
    ] {
        let refused = Rejection::Agenda(AgendaFault::Adopted(DecisionId(1)));
        adopted.clone().when(secretariat(), edit).then_rejected(refused);
    }
    adopted
        .when(secretariat(), prepare(crate::room::REV_1))
        .then_rejected(Rejection::Agenda(AgendaFault::Adopted(DecisionId(1))));
}
