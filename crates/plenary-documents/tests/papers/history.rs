//! The history: every entry, with what is withheld still in its place.

use plenary_documents::{Certified, Format, history, print};
use plenary_domain::event::comment::Readers;
use plenary_domain::event::meeting::Language;
use plenary_domain::event::reply::DelegationRole;
use plenary_domain::projection::disclosure::circle;

use crate::stage::{Stage, known};

fn stage() -> Stage {
    let mut stage = Stage::seed();
    stage.seat_offices();
    stage.nominate(1, "BRA", DelegationRole::Expert, known("Helena Duarte"));
    stage.comment(1, Some(7), Readers::Secretariat, "A private remark.");
    stage.adopt(1);
    stage
}

fn printed(stage: &Stage, readers: Readers, lang: Language, format: Format) -> String {
    let digests: Vec<String> =
        stage.entries.iter().map(|entry| format!("{:064x}", entry.number)).collect();
    let certified: Vec<Certified<'_>> = stage
        .entries
        .iter()
        .zip(&digests)
        .map(|(entry, digest)| Certified {
            entry,
            kind: entry.event.kind(),
            digest,
            withheld: !circle(&stage.views, entry).include(readers),
        })
        .collect();
    print(&history::paper(&stage.views, &certified, lang), format)
}

#[test]
fn every_entry_stands_with_time_author_fact_and_digest() {
    let stage = stage();
    let text = printed(&stage, Readers::Secretariat, Language::En, Format::Text);
    for part in [
        "Times are local to America/New_York.",
        "\n1      5 October 2007, 09:02    0000000000000000  operator  ",
        "Edition CIBER-V/doc.1/07 issued",
        "Brazil named Helena Duarte (N1, expert)",
        "Comment C1 on item i7: “A private remark.”",
        "Decision D1 adopted by consensus",
        "Inés Paredes (secretariat)",
    ] {
        assert!(text.contains(part), "{part:?} is not in\n{text}");
    }
    let last = stage.entries.len();
    assert!(text.contains(&format!("Head of this history: {last}:{last:064x}\n")), "{text}");
}

#[test]
fn a_withheld_entry_shows_neither_who_nor_what_and_keeps_its_digest() {
    let stage = stage();
    let text = printed(&stage, Readers::Delegations, Language::En, Format::Text);
    assert!(!text.contains("private") && text.contains("comment.made.v1"), "{text}");
    let entry = stage.entries.iter().find(|e| e.event.kind() == "comment.made.v1").unwrap();
    let line = text.lines().find(|line| line.starts_with(&entry.number.to_string())).unwrap();
    assert!(line.contains("[not for these readers]") && !line.contains("Helena"), "{line}");
    assert!(text.contains(&format!("- {}:{:064x}\n", entry.number, entry.number)));
}

#[test]
fn a_page_holds_each_digest_in_full_and_every_fact_has_a_sentence_in_each_language() {
    let stage = stage();
    for lang in Language::ALL {
        let html = printed(&stage, Readers::Secretariat, lang, Format::Html);
        assert!(html.contains(&format!("<code title=\"{:064x}\">", 1)), "{html}");
        for format in Format::ALL {
            let text = printed(&stage, Readers::Secretariat, lang, format);
            // A place that nothing filled would stand in its braces or as its bare name.
            let unfilled = ["{", "edition}", " manner", " ordinal"];
            let body = text.split("</style>").last().unwrap_or_default();
            assert!(unfilled.iter().all(|trace| !body.contains(trace)), "{body}");
        }
    }
}

#[test]
fn an_empty_history_says_so() {
    let stage = Stage::default();
    let text = printed(&stage, Readers::Secretariat, Language::En, Format::Text);
    assert_eq!(text, "HISTORY\n\nNothing has happened yet.\n");
}
