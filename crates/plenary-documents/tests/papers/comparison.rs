//! What a revision changes: every change with its numbers and wordings, deletions included.

use jiff::civil::date;
use plenary_documents::agenda::comparison;
use plenary_documents::{Format, print};
use plenary_domain::event::AgendaEvent;
use plenary_domain::event::agenda::{
    FootnoteSet, ItemAdded, ItemMoved, ItemRemoved, ItemReworded, NoteWritten,
};
use plenary_domain::note::Block;
use plenary_domain::{Deadline, ItemId, Language};

use crate::stage::Stage;

/// The comparison of a revision that these changes made.
fn compared(changes: Vec<AgendaEvent>, lang: Language, format: Format) -> String {
    let mut stage = Stage::issued();
    for change in changes {
        stage.agenda(change);
    }
    stage.prepare("CIBER-V/doc.1/07 rev. 1", 2, None);
    print(&comparison(&stage.views, stage.edition(2), lang), format)
}

fn move_8_before_7() -> Vec<AgendaEvent> {
    let moved = ItemMoved { item: ItemId(8), parent: None, before: Some(ItemId(7)) };
    vec![AgendaEvent::ItemMoved(moved)]
}

fn assert_all_in(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part:?} is not in\n{text}");
    }
}

#[test]
fn a_moved_item_is_one_change_with_its_old_and_its_new_number() {
    let text = compared(move_8_before_7(), Language::En, Format::Text);
    assert_all_in(
        &text,
        &[
            "CHANGES\nCIBER-V/doc.1/07 rev. 1 compared with CIBER-V/doc.1/07\n\n1 change\n\n",
            "- Item 8 is now item 7: Update of the Inter-American Cooperation Portal on \
             Cyber-Crime.\n",
            "Consequential renumbering: item 7 becomes item 8.\n",
            "\n7. Update of the Inter-American Cooperation Portal on Cyber-Crime. (formerly item \
             8)\n8. Recent cyber-crime",
        ],
    );
    assert!(text.starts_with("FICTIONAL EXAMPLE\n") && text.ends_with("\nFICTIONAL EXAMPLE\n"));
}

#[test]
fn a_comparison_speaks_the_language_of_its_reader() {
    let spanish = compared(move_8_before_7(), Language::Es, Format::Text);
    assert_all_in(&spanish, &["\n\n1 cambio\n\n- El punto 8 es ahora el punto 7: Update"]);
    let french = compared(move_8_before_7(), Language::Fr, Format::Text);
    assert_all_in(&french, &["Le point 8 devient le point 7\u{a0}: Update"]);
    let portuguese = compared(move_8_before_7(), Language::Pt, Format::Text);
    assert_all_in(&portuguese, &["\n\n1 alteração\n\n- O ponto 8 é agora o ponto 7: Update"]);
}

fn many_changes() -> Vec<AgendaEvent> {
    let wording = "by November 5, 2007";
    let deadline = Deadline::ending(date(2007, 11, 5), "America/New_York", wording);
    vec![
        AgendaEvent::ItemRemoved(ItemRemoved { item: ItemId(5), reason: None }),
        AgendaEvent::ItemReworded(ItemReworded {
            item: ItemId(3),
            title: "Progress of the OAS cyber-security strategy.".into(),
        }),
        AgendaEvent::ItemAdded(ItemAdded {
            item: ItemId(10),
            parent: None,
            before: None,
            title: "Closing".into(),
        }),
        AgendaEvent::FootnoteSet(FootnoteSet {
            item: ItemId(4),
            text: "Topic included at the request of the Chair.".into(),
            cites: None,
        }),
        AgendaEvent::NoteWritten(NoteWritten {
            blocks: vec![Block::Paragraph("Please answer.".into())],
            deadline: Some(deadline),
        }),
    ]
}

#[test]
fn every_kind_of_change_is_shown_with_deletions() {
    let text = compared(many_changes(), Language::En, Format::Text);
    assert_all_in(
        &text,
        &[
            "\n\n6 changes\n\n",
            "- Item 5 is deleted: [deleted: Cooperation between the Private Sector and",
            "- Item 3 is reworded: [deleted: Developments on the OAS cyber-security strategy.] \
             [added: Progress of the OAS cyber-security strategy.]\n",
            "- Item 9 is new: [added: Closing]\n",
            "- The footnote of item 4 is changed: [added: Topic included at the request",
            "- The deadline is changed: [deleted: 29 October 2007] [added: 5 November 2007]\n",
            "The explanatory note is changed:\n\n- [deleted: Attached, please find",
            "- [added: Please answer.]\n",
            "\n4. International cooperation and assistance on cyber-crime.\n\
             5. [deleted: Cooperation",
        ],
    );
}

#[test]
fn each_format_marks_what_came_and_what_went() {
    let markdown = compared(many_changes(), Language::En, Format::Markdown);
    assert_all_in(&markdown, &["~~Developments on the OAS", "__Closing__"]);
    let html = compared(many_changes(), Language::En, Format::Html);
    assert_all_in(&html, &["<del>Developments on the OAS", "<ins>Closing</ins>"]);
}

#[test]
fn a_first_edition_has_nothing_to_be_compared_with() {
    let stage = Stage::issued();
    let text = print(&comparison(&stage.views, stage.edition(1), Language::En), Format::Text);
    assert_all_in(&text, &["This is the first edition"]);
    assert!(!text.contains("FICTIONAL"), "{text}");
}
