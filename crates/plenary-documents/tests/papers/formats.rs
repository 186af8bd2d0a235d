//! Markdown and HTML: the same words as the text, and nothing that people typed becomes markup.

use plenary_documents::agenda::{coverage, paper};
use plenary_documents::paper::{Block, Item, Text};
use plenary_documents::{Format, Paper, print, print_wrapped, record, roster};
use plenary_domain::event::AgendaEvent;
use plenary_domain::event::agenda::ItemReworded;
use plenary_domain::event::reply::DelegationRole;
use plenary_domain::{ItemId, Language, Reader, Readers};

use crate::stage::{Stage, known};

const NASTY: &str = "<script>alert(1)</script> **bold** [link](http://x) `code` ~~x~~ |\n# head\n\
                     - list\n1. one\n    block\n&lt; <@123> ||x|| _u_";

fn papers(stage: &Stage, lang: Language) -> Vec<Paper> {
    let reader = Reader::of(Readers::Delegations);
    vec![
        paper(&stage.views, stage.edition(1), lang),
        coverage(&stage.views, &stage.edition(1).agenda, lang),
        roster::paper(&stage.views, &reader, lang),
        record::paper(&stage.views, &reader, lang),
    ]
}

fn nasty() -> Stage {
    let mut stage = Stage::issued();
    stage.nominate(1, "BRA", DelegationRole::Expert, known(NASTY));
    stage.comment(1, Some(7), Readers::Delegations, NASTY);
    let title = NASTY.to_owned();
    stage.agenda(AgendaEvent::ItemReworded(ItemReworded { item: ItemId(1), title }));
    stage.issue("CIBER-V/doc.1/07 rev. 1", 2, None);
    stage
}

#[test]
fn the_note_keeps_its_bold_deadline_in_every_format() {
    let stage = Stage::issued();
    let printed = |format| print(&paper(&stage.views, stage.edition(1), Language::En), format);
    let bold = "**by no later than October 29, 2007**";
    assert!(printed(Format::Text).contains(bold));
    assert!(printed(Format::Markdown).contains(bold));
    let html = printed(Format::Html);
    assert!(html.contains("<strong>by no later than October 29, 2007</strong>"), "{html}");
}

#[test]
fn markdown_lists_items_and_questions_and_keeps_lines_of_the_masthead() {
    let stage = Stage::issued();
    let text = print(&paper(&stage.views, stage.edition(1), Language::En), Format::Markdown);
    for part in [
        "MEETINGS OF MINISTERS OF JUSTICE OR\\\nOF MINISTERS OF ATTORNEYS GENERAL\\\n",
        "\n\n# DRAFT AGENDA\n\n## EXPLANATORY NOTE\n\n",
        "\n   - i. Drafting or enacting cyber-crime legislation;\n",
        "\n\n1. Background information and development of the mandates of the Group.¹\n2. Results",
        "\n\n1 Topic included pursuant to paragraphs 6, 7 and 8",
    ] {
        assert!(text.contains(part), "{part:?} is not in\n{text}");
    }
}

#[test]
fn a_page_is_whole_has_its_language_and_no_script() {
    let stage = nasty();
    for lang in Language::ALL {
        for paper in papers(&stage, lang) {
            let html = print(&paper, Format::Html);
            let open = format!("<!DOCTYPE html><html lang=\"{}\">", lang.code());
            assert!(html.starts_with(&open) && html.ends_with("</html>\n"), "{html}");
            assert_eq!(html.matches("<h1 dir=\"auto\">").count(), 1, "{}", paper.name);
            for outside in ["<script", "src=", "<link", "@import", "url("] {
                assert!(!html.contains(outside), "{outside} is in {}", paper.name);
            }
        }
    }
}

#[test]
fn words_in_the_original_language_say_so_on_a_page_in_another() {
    let stage = Stage::issued();
    let html = print(&paper(&stage.views, stage.edition(1), Language::Es), Format::Html);
    assert!(html.contains("<ol class=\"items\" lang=\"en\">"), "{html}");
    assert!(html.contains("<h1 dir=\"auto\">PROYECTO DE TEMARIO</h1>"), "{html}");
}

#[test]
fn a_footnote_and_its_mark_lead_to_each_other() {
    let stage = Stage::issued();
    let html = print(&paper(&stage.views, stage.edition(1), Language::En), Format::Html);
    for mark in 1..=4 {
        assert_eq!(
            html.matches(&format!("href=\"#footnote-{mark}\" id=\"mark-{mark}\"")).count(),
            1
        );
        assert_eq!(html.matches(&format!("id=\"footnote-{mark}\"")).count(), 1);
    }
}

#[test]
fn what_people_typed_is_no_markup_on_a_page() {
    for paper in papers(&nasty(), Language::En) {
        let html = print(&paper, Format::Html);
        assert!(!html.contains("<script>") && !html.contains("<@123>"), "{html}");
    }
}

#[test]
fn what_people_typed_is_no_markup_in_markdown() {
    for paper in papers(&nasty(), Language::En) {
        let markdown = print(&paper, Format::Markdown);
        for trace in ["<script>", " **bold**", "[link]", "`code`", " ~~x~~", "<@123>", "||x||"] {
            assert!(!markdown.contains(trace), "{trace} is in\n{markdown}");
        }
        let opens = |line: &str| line.starts_with("# head") || line.starts_with("    block");
        assert!(!markdown.lines().any(opens), "{markdown}");
    }
    let stage = nasty();
    let reader = Reader::of(Readers::Delegations);
    let record = print(&record::paper(&stage.views, &reader, Language::En), Format::Markdown);
    let quoted = "\\|\\\n> \\# head\\\n> \\- list\\\n> 1\\. one\\\n> block\\\n> \\&lt; \\<@123\\>";
    assert!(record.contains(quoted), "{quoted}\nis not in\n{record}");
}

#[test]
fn what_people_typed_opens_no_line_of_the_papers_own_in_text() {
    let stage = nasty();
    for paper in papers(&stage, Language::En) {
        let text = print(&paper, Format::Text);
        let opens = |line: &str| line.starts_with("# head") || line.starts_with("- list");
        assert!(!text.lines().any(opens), "{text}");
    }
}

#[test]
fn every_paper_of_an_example_says_so_first_and_last_in_each_language() {
    let stage = nasty();
    for lang in Language::ALL {
        let mark = plenary_documents::words::fictional_mark(lang);
        for paper in papers(&stage, lang).into_iter().skip(1) {
            let text = print(&paper, Format::Text);
            assert_eq!(text.lines().next(), Some(mark), "{}", paper.name);
            assert_eq!(text.lines().last(), Some(mark), "{}", paper.name);
        }
    }
}

#[test]
fn no_paper_leaves_a_place_unfilled_or_overflows_a_screen() {
    let mut stage = Stage::issued();
    stage.seat_offices();
    stage.nominate(1, "BRA", DelegationRole::Head, known("Rui Matos"));
    stage.adopt(1);
    for lang in Language::ALL {
        for paper in papers(&stage, lang) {
            let text = print_wrapped(&paper, 80);
            assert!(!text.contains(['{', '}']), "{text}");
            assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        }
    }
}

#[test]
fn a_format_is_found_by_its_word_and_by_the_ending_of_its_files() {
    for format in Format::ALL {
        assert_eq!(Format::from_word(format.word()), Some(format));
        assert_eq!(Format::from_word(format.extension()), Some(format));
    }
    assert_eq!(Format::from_word("pdf"), None);
}

/// A paper of these parts.
fn made_of(blocks: Vec<Block>) -> Paper {
    let (name, title) = ("made".to_owned(), "Made".to_owned());
    Paper { name, lang: Language::En, original: Language::En.into(), title, blocks }
}

#[test]
fn entries_that_follow_each_other_are_a_run() {
    for (cited, printed) in [
        (vec![41], "Said [41]\n"),
        (vec![41, 42, 44], "Said [41, 42, 44]\n"),
        (vec![1, 44, 43, 42, 41], "Said [1, 41–44]\n"),
    ] {
        let said = made_of(vec![Block::Paragraph(Text::plain("Said").citing(cited))]);
        assert_eq!(print(&said, Format::Text), printed);
    }
}

#[test]
fn lines_are_broken_by_the_width_of_letters_not_by_their_number() {
    let wrapped = |words: &str| print_wrapped(&made_of(vec![Block::Paragraph(words.into())]), 40);
    let broken = format!("{}\n議題\n", ["議題"; 8].join(" "));
    assert_eq!(wrapped(&["議題"; 9].join(" ")), broken);
    let long = "wonderful".repeat(6);
    let (first, rest) = long.split_at(40);
    assert_eq!(wrapped(&format!("a {long} b")), format!("a\n{first}\n{rest}\nb\n"));
    let unbroken = "河流议题".repeat(16);
    assert!(wrapped(&unbroken).lines().all(|line| line.chars().count() <= 20), "{unbroken}");
}

#[test]
fn marks_of_footnotes_have_as_many_figures_as_their_number() {
    let (number, text) = ("1".to_owned(), Text::plain("Opening"));
    let item = Item { number, level: 1, text, footnote: Some(102) };
    assert_eq!(print(&made_of(vec![Block::Items(vec![item])]), Format::Text), "1. Opening¹⁰²\n");
}

/// An agenda with so many items, of which some have sub-items, one of them a level deeper.
fn long_agenda() -> Vec<Item> {
    let item = |number: &str| Item {
        number: number.to_owned(),
        level: number.split('.').count(),
        text: Text::plain(format!("Point {number}")),
        footnote: None,
    };
    ["8", "9", "9.1", "10", "10.1", "10.1.1", "10.2", "11"].map(item).to_vec()
}

#[test]
fn sub_items_stay_inside_their_item_in_markdown_whatever_its_number() {
    let stage = Stage::issued();
    let mut paper = paper(&stage.views, stage.edition(1), Language::En);
    paper.blocks = vec![Block::Items(long_agenda())];
    let printed = [
        "8. Point 8",
        "9. Point 9",
        "   - 9.1 Point 9.1",
        "10. Point 10",
        "    - 10.1 Point 10.1",
        "      - 10.1.1 Point 10.1.1",
        "    - 10.2 Point 10.2",
        "11. Point 11\n",
    ];
    assert_eq!(print(&paper, Format::Markdown), printed.join("\n"));
}

#[test]
fn sub_items_are_lists_inside_their_item_on_a_page() {
    let stage = Stage::issued();
    let mut paper = paper(&stage.views, stage.edition(1), Language::En);
    paper.blocks = vec![Block::Items(long_agenda())];
    let html = print(&paper, Format::Html);
    let list = &html[html.find("<ol class=\"items\"").unwrap()..html.rfind("</ol>").unwrap()];
    let depth = |number: &str| {
        let before = &list[..list.find(&format!(">{number}<")).unwrap()];
        before.matches("<ol").count() - before.matches("</ol").count()
    };
    let depths = ["8.", "9.", "9.1", "10.", "10.1", "10.1.1", "10.2", "11."].map(depth);
    assert_eq!(depths, [1, 1, 2, 1, 2, 3, 2, 1]);
    assert_eq!(list.matches("<li dir=\"auto\">").count(), 8);
}
