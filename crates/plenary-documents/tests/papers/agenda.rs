//! The agenda: the real document byte for byte, and what changes when it is revised or adopted.

use plenary_documents::agenda::{coverage, covered, paper, text_form};
use plenary_documents::{Format, print, print_wrapped};
use plenary_domain::event::AgendaEvent;
use plenary_domain::event::agenda::{ItemAdded, ItemRemoved};
use plenary_domain::{ItemId, Language};

use crate::stage::{DOC_1_07, Stage};

fn text(stage: &Stage, edition: u32, lang: Language) -> String {
    print(&paper(&stage.views, stage.edition(edition), lang), Format::Text)
}

#[test]
fn the_real_document_is_printed_byte_for_byte() {
    let stage = Stage::issued();
    assert_eq!(text(&stage, 1, Language::En), DOC_1_07);
}

#[test]
fn the_text_that_the_chair_approves_is_the_real_document_and_has_a_known_digest() {
    let mut stage = Stage::issued();
    let (release, form, digest) = text_form(&stage.views, stage.edition(1));
    assert_eq!((release, form.as_str()), (1, DOC_1_07));
    assert_eq!(digest, "7fd1f72db15df2c24e92f304573d8cad2e1e2c7e0589398a6b558e1c04f75f09");
    stage.adopt(1);
    assert_eq!(text_form(&stage.views, stage.edition(1)).2, digest, "adoption changed it");
}

/// Text form 1 is released: a word or a line break changed in any language is a new release.
#[test]
fn the_bytes_of_text_form_1_are_the_same_in_each_original_language() {
    let mut stage = Stage::issued();
    stage.prepare("CIBER-V/doc.1/07 rev. 1", 2, None);
    let digests = Language::ALL.map(|lang| {
        let mut edition = stage.edition(2).clone();
        edition.original = lang.into();
        text_form(&stage.views, &edition).2
    });
    let released = [
        "59c9f28e43475272b2b2ba41d52522a6b798e31adc85af55e3b449cbe10bfd5a",
        "0561ba8b674818e501f2f41f7a9df4e4ee21fd5ddb526662c749d739d7a80fc5",
        "ef17ba8a54ba2d1a613438a4affb0d11d29bc5fa8b1b08e01351fb20dbfaa44c",
        "1c25c55289b2ae4270645d0f2744256ac64e5df4449e5fdae5dcfc5afc98d461",
    ];
    assert_eq!(digests, released);
}

#[test]
fn an_edition_without_a_note_has_no_explanatory_part() {
    let mut stage = Stage::convened();
    stage.write_agenda();
    stage.prepare("CIBER-V/doc.1/07", 1, None);
    let mut edition = stage.edition(1).clone();
    edition.with_note = false;
    let text = print(&paper(&stage.views, &edition, Language::En), Format::Text);
    assert!(!text.contains("EXPLANATORY") && !text.contains("Attached"), "{text}");
    assert_eq!(text.matches("DRAFT AGENDA").count(), 1);
    assert!(text.contains("Washington, DC\n\nDRAFT AGENDA\n\n1. Background"), "{text}");
}

#[test]
fn an_adopted_edition_says_where_and_when_by_the_clock_of_the_place() {
    let mut stage = Stage::issued();
    stage.adopt(1);
    let english = text(&stage, 1, Language::En);
    let stamp =
        "\n\nAGENDA\n(Adopted at the first session, 19 November 2007)\n\nEXPLANATORY NOTE\n";
    assert!(english.contains(stamp), "{english}");
    assert!(!english.contains("DRAFT"));
    let spanish = text(&stage, 1, Language::Es);
    let stamp = "\n\nTEMARIO\n(Aprobado en la primera sesión, 19 de noviembre de 2007)\n\n";
    assert!(spanish.contains(stamp), "{spanish}");
}

#[test]
fn a_paper_in_another_language_keeps_the_original_words_and_says_so() {
    let stage = Stage::issued();
    let spanish = text(&stage, 1, Language::Es);
    for part in [
        "5 de octubre de 2007\nOriginal: Inglés\n",
        "19 y 20 de noviembre de 2007\nWashington, DC\n\nPROYECTO DE TEMARIO\n\n",
        "en el idioma original (Inglés)",
        "\n\nNOTA EXPLICATIVA\n\nAttached, please find",
        "\n7. Recent cyber-crime related developments in the OAS Member States.\n",
    ] {
        assert!(spanish.contains(part), "{part:?} is not in\n{spanish}");
    }
    let french = text(&stage, 1, Language::Fr);
    assert!(french.contains("5 octobre 2007\nOriginal\u{a0}: Anglais\n"), "{french}");
    let portuguese = text(&stage, 1, Language::Pt);
    assert!(portuguese.contains("19 e 20 de novembro de 2007\n"), "{portuguese}");
}

#[test]
fn a_paper_of_spanish_origin_in_spanish_says_so_and_nothing_of_translation() {
    let stage = Stage::issued();
    let mut edition = stage.edition(1).clone();
    edition.original = Language::Es.into();
    let text = print(&paper(&stage.views, &edition, Language::Es), Format::Text);
    assert!(text.contains("\nOriginal: Español\n") && !text.contains("traducción"), "{text}");
}

#[test]
fn an_invented_edition_says_first_and_last_that_it_is_an_example() {
    let mut stage = Stage::issued();
    stage.issue("CIBER-V/doc.1/07 rev. 1", 2, None);
    for lang in Language::ALL {
        let mark = plenary_documents::words::fictional_mark(lang);
        let text = text(&stage, 2, lang);
        assert_eq!(text.lines().next(), Some(mark));
        assert_eq!(text.lines().last(), Some(mark));
        let markdown = print(&paper(&stage.views, stage.edition(2), lang), Format::Markdown);
        assert_eq!(markdown.lines().next(), Some(format!("**{mark}**").as_str()));
    }
    let html = print(&paper(&stage.views, stage.edition(2), Language::En), Format::Html);
    assert!(html.contains("<div class=\"watermark\" aria-hidden=\"true\">FICTIONAL EXAMPLE</div>"));
    assert!(html.contains("@media print") && html.contains("position:fixed"));
    assert!(!text(&stage, 1, Language::En).contains("FICTIONAL"), "the real text is marked");
}

#[test]
fn sub_items_stand_under_their_item_and_a_line_break_in_a_title_makes_no_item() {
    let mut stage = Stage::issued();
    let parent = Some(ItemId(2));
    let title = "Training\n3. Not an item".to_owned();
    let added = ItemAdded { item: ItemId(10), parent, before: None, title };
    stage.agenda(AgendaEvent::ItemAdded(added));
    stage.prepare("CIBER-V/doc.1/07 rev. 1", 2, None);
    let text = text(&stage, 2, Language::En);
    assert!(text.contains("\n   2.1 Training\n       3. Not an item\n3. Developments"), "{text}");
}

#[test]
fn the_same_views_give_the_same_bytes_in_every_format() {
    let first = Stage::issued();
    let second = Stage::issued();
    for lang in Language::ALL {
        for format in Format::ALL {
            let printed =
                |stage: &Stage| print(&paper(&stage.views, stage.edition(1), lang), format);
            assert_eq!(printed(&first), printed(&second));
        }
    }
}

#[test]
fn a_screen_gets_lines_that_fit() {
    let stage = Stage::issued();
    let text = print_wrapped(&paper(&stage.views, stage.edition(1), Language::En), 80);
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert!(text.contains("\n2. Results from the regional training sessions"));
    let joined = text.split_whitespace().collect::<Vec<_>>();
    assert_eq!(joined, DOC_1_07.split_whitespace().collect::<Vec<_>>(), "words were lost");
}

#[test]
fn paragraphs_4_to_11_are_covered_and_1_to_3_are_not() {
    let stage = Stage::issued();
    let agenda = &stage.edition(1).agenda;
    let covered = covered(&stage.views, agenda);
    assert_eq!(covered.sources[0].uncovered(), [1, 2, 3]);
    let text = print(&coverage(&stage.views, agenda, Language::En), Format::Text);
    for part in [
        "IV Meeting, Recommendations (CIBER-IV/doc.4/06 rev. 1; symbol inferred)",
        "\n4          2\n5          2\n6          1\n7          1\n8          1\n9          6\n\
         10         5\n11         2\n",
        "Paragraphs that no item covers: 1, 2, 3.",
        "Items without a mandate: 3, 4, 7, 8, 9.",
    ] {
        assert!(text.contains(part), "{part:?} is not in\n{text}");
    }
}

#[test]
fn a_removed_item_leaves_its_paragraph_uncovered() {
    let mut stage = Stage::issued();
    stage.agenda(AgendaEvent::ItemRemoved(ItemRemoved { item: ItemId(5), reason: None }));
    let text =
        print(&coverage(&stage.views, &stage.views.agenda.working, Language::En), Format::Text);
    assert!(text.contains("Paragraphs that no item covers: 1, 2, 3, 10."), "{text}");
}

/// The text is in a language that has no words here: the tag is printed, and nothing is called a
/// translation.
#[test]
fn a_paper_of_another_language_names_its_tag_and_has_english_words() {
    let stage = Stage::issued();
    let mut edition = stage.edition(1).clone();
    edition.original = "nl-BE".parse().unwrap();
    let sheet = paper(&stage.views, &edition, edition.original.words());
    let text = print(&sheet, Format::Text);
    assert!(text.contains("\nOriginal: nl-BE\n") && !text.contains("translat"), "{text}");
    assert!(print(&sheet, Format::Html).contains("lang=\"nl-BE\""));
}
