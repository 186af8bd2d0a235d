//! The history: every entry, with what is withheld still in its place.

use plenary_documents::{Certified, Format, history, print};
use plenary_domain::event::reply::DelegationRole;
use plenary_domain::projection::disclosure::circle;
use plenary_domain::{Language, Reader, Readers};

use crate::stage::{Stage, known};

fn stage() -> Stage {
    let mut stage = Stage::issued();
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
            digest,
            withheld: !circle(&stage.views, entry).include(readers),
        })
        .collect();
    print(&history::paper(&stage.views, &certified, &Reader::of(readers), lang), format)
}

#[test]
fn every_entry_stands_with_time_author_fact_and_digest() {
    let stage = stage();
    let text = printed(&stage, Readers::Secretariat, Language::En, Format::Text);
    for part in [
        "Times are local times in Washington, DC.",
        "\n1      5 October 2007, 09:02    0000000000000000  operator  ",
        "Edition CIBER-V/doc.1/07 issued",
        "Brazil nominated Helena Duarte (N1, expert)",
        "Comment C1 on item 7, “",
        "Decision D1 adopted by consensus",
        "Inés Paredes (secretariat)",
    ] {
        assert!(text.contains(part), "{part:?} is not in\n{text}");
    }
    let last = stage.entries.len();
    assert!(
        text.contains(&format!(
            "To verify this history later, keep this line: {last}:{last:064x}\n"
        )),
        "{text}"
    );
}

#[test]
fn of_a_withheld_entry_only_number_and_digest_are_printed() {
    let stage = stage();
    let text = printed(&stage, Readers::Delegations, Language::En, Format::Text);
    assert!(!text.contains("private") && !text.contains("comment.made"), "{text}");
    let entry = stage.entries.iter().find(|e| e.event.kind() == "comment.made.v1").unwrap();
    let (number, mark) = (entry.number.to_string(), "[withheld from these readers]");
    let line = text.lines().find(|line| line.starts_with(&number)).unwrap();
    let words: Vec<&str> = line.split_whitespace().collect();
    let told = [&*number, "0000000000000000", "[withheld", "from", "these", "readers]"];
    assert_eq!(words, told, "more than number and digest is told beside {mark}");
    assert!(text.contains(&format!("- {number}:{:064x}\n", entry.number)));
}

#[test]
fn a_withheld_last_entry_gives_the_paper_no_date() {
    let mut stage = stage();
    let shown = printed(&stage, Readers::Delegations, Language::En, Format::Text);
    let private = stage.entries.iter().find(|e| e.event.kind() == "comment.made.v1").unwrap();
    let (actor, event) = (private.actor.clone(), private.event.clone());
    stage.happens("2009-01-02T12:00:00Z", actor, event);
    let later = printed(&stage, Readers::Delegations, Language::En, Format::Text);
    let of = |text: &str| text.lines().last().unwrap().rsplit(" of ").next().unwrap().to_owned();
    assert_eq!(of(&later), of(&shown));
    let inside = printed(&stage, Readers::Secretariat, Language::En, Format::Text);
    assert!(inside.contains("2 January 2009") && !later.contains("2009"), "{later}");
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
