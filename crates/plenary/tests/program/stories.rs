//! Stories play to their ends on every journal, once: also when they are played again, cut, or
//! seeded.

use crate::stage::{FIRST, Stage, facts, path_of, stories, text_of};

#[test]
fn every_story_plays_on_every_journal_with_nothing_missed() {
    let stories = stories();
    assert!(stories.len() >= 2, "{stories:?}");
    for story in &stories {
        for journal in ["memory:", "sqlite:v.db"] {
            let stage = Stage::empty();
            let ran = stage.run(&["play", &path_of(story), "--quiet", "--journal", journal]);
            let err = ran.err.clone();
            let out = ran.done();
            let played = "The story was played without a difference. Head: ";
            assert!(out.starts_with(played) && err.is_empty(), "{story}: {out}{err}");
        }
    }
}

/// The first story, by name: an expert joins with a personal code, comments on item VII by a chat
/// line, the chair is shown it, approves rev. 1, and the record names the comment.
#[test]
fn an_expert_joins_comments_on_item_vii_the_chair_sees_it_and_the_record_names_it() {
    let stage = Stage::empty();
    let told = stage.run(&["play", &path_of(FIRST)]).done();
    let steps = [
        "chair> paper approve CIBER-V/doc.1/07",
        "expert> join ",
        "✓ You have joined the V Meeting as an expert of Brazil.",
        "expert> comment VII Could each report be limited to ten minutes?",
        "To item 7, “Recent cyber-crime related developments in the OAS Member States”:",
        "expert> [Send]",
        "✓ C1 on item 7",
        "chair> [Approve]",
        "chair> [Yes, issue]",
        "✓ CIBER-V/doc.1/07 rev. 1 has been issued.",
        "CIBER-V/doc.1/07 rev. 1 is the adopted agenda.",
    ];
    let mut rest = told.as_str();
    for step in steps {
        let at = rest.find(step).unwrap_or_else(|| panic!("“{step}” is not in:\n{rest}"));
        rest = &rest[at..];
    }
    let export = stage.export();
    let comment = export.lines().position(|line| line.contains(r#""type":"comment.made.v1""#));
    let entry = comment.expect("the comment is stored") + 1;
    let record = stage.run(&["paper", "record", "ciber-v"]).done();
    let passage = format!(
        "C1, Helena Duarte (expert, Brazil), 16 October 2007, 11:16; written on item VII of \
         CIBER-V/doc.1/07 [{entry}]\n\n   Could each report be limited to ten minutes?\n"
    );
    let item = record.find("\nItem 8: Recent").expect("the item has its chapter");
    let next = record.find("\nItem 9: ").expect("so has the next");
    assert!(record[item..next].contains(&passage), "{record}");
}

/// README shows a few lines of the first story as they are printed.
#[test]
fn readme_shows_what_is_printed() {
    let told = Stage::empty().run(&["play", &path_of(FIRST)]).done();
    let readme = include_str!("../../../../README.md");
    let shown = readme.split("```").nth(1).expect("a transcript");
    assert!(shown.contains("> comment 7") && shown.lines().count() > 6, "{shown}");
    for line in shown.trim_matches('\n').lines() {
        assert!(told.lines().any(|printed| printed == line), "“{line}” is not printed");
    }
}

/// That the chair was shown it is what the story expects of the chair's seat; a story in which
/// the chair should see something else is told so and ends with 1.
#[test]
fn what_a_story_expects_and_is_not_seen_is_named_with_its_line() {
    let stage = Stage::empty();
    let text = text_of(FIRST);
    assert!(text.contains("\nchair< C1 by Helena Duarte\n"), "the story expects it");
    stage.write("other.story", text.replace("chair< C1 by Helena", "chair< C1 by Nobody"));
    let number = text.lines().position(|line| line.starts_with("chair< C1 by")).expect("it") + 1;
    let said = stage.run(&["play", "--quiet", "other.story"]).refused();
    let wanted =
        format!("line {number} of the story: chair should see “C1 by Nobody Duarte”, saw:");
    assert!(
        said.contains(&wanted) && said.contains("C1 by Helena Duarte (expert, Brazil)"),
        "{said}"
    );
}

#[test]
fn a_story_played_again_adds_nothing() {
    for story in stories() {
        let stage = Stage::of(&story);
        let first = stage.run(&["verify"]).done();
        stage.run(&["play", "--quiet", &path_of(&story)]).done();
        assert_eq!(stage.run(&["verify"]).done(), first, "{story}");
    }
}

/// The offsets of a story's text before a line that presses or follows a form, and before every
/// fourth of the others.
fn cuts(text: &str) -> Vec<usize> {
    let (mut cuts, mut at, mut said, mut after_form) = (Vec::new(), 0, 0, false);
    for line in text.split_inclusive('\n') {
        if line.trim_start_matches("~ ").starts_with(|c: char| c.is_ascii_digit()) {
            said += 1;
            if after_form || line.contains("> [") || said % 4 == 0 {
                cuts.push(at);
            }
            after_form = false;
        }
        after_form |= line.starts_with('|');
        at += line.len();
    }
    cuts.push(at);
    cuts
}

#[test]
fn a_story_cut_again_and_again_and_resumed_has_the_facts_of_one_played_through() {
    for story in stories() {
        let text = text_of(&story);
        let whole = played(&text);
        let stage = Stage::empty();
        let cuts = cuts(&text);
        assert!(cuts.len() > 15, "{story} has {} cuts", cuts.len());
        for cut in cuts {
            stage.write("cut.story", &text[..cut]);
            stage.run(&["play", "--quiet", "cut.story"]).done();
        }
        assert_eq!(exported(&stage, &text), whole, "{story}");
    }
}

/// The slug in a story's head.
fn slug(text: &str) -> &str {
    let line = text.lines().find_map(|line| line.strip_prefix("meeting: "));
    line.expect("a story names its meeting")
}

fn exported(stage: &Stage, text: &str) -> Vec<serde_json::Value> {
    facts(&stage.run(&["export", slug(text)]).done())
}

fn played(text: &str) -> Vec<serde_json::Value> {
    let stage = Stage::empty();
    stage.write("whole.story", text);
    stage.run(&["play", "--quiet", "whole.story"]).done();
    exported(&stage, text)
}

#[test]
fn a_meeting_that_holds_lines_which_the_file_lacks_is_not_played_into() {
    let stage = Stage::of(FIRST);
    let head = stage.head();
    let text = text_of(FIRST);
    let changed = [
        text.replace("limited to ten minutes", "limited to nine minutes"),
        text.replace("11:15 expert", "11:14 expert"),
        text.split("=== Adoption").next().unwrap_or_default().to_owned(),
    ];
    for other in changed {
        assert_ne!(other, text);
        stage.write("other.story", other);
        let said = stage.run(&["play", "--quiet", "other.story"]).refused();
        assert!(said.contains("ciber-v has an entry that does not come from this story"), "{said}");
        assert!(said.contains("can be continued, but not changed"), "{said}");
        assert_eq!(stage.head(), head);
    }
    // What is expected is no part of the story's names: a sentence may be improved.
    stage.write("other.story", text.replace("chair< C1 by Helena Duarte\n", ""));
    stage.run(&["play", "--quiet", "other.story"]).done();
    assert_eq!(stage.head(), head);
}

#[test]
fn with_clock_and_random_seeded_a_story_has_one_digest_everywhere() {
    for story in stories() {
        let play = |seed: &str, journal: &str| {
            let stage = Stage::empty();
            let args = ["play", "--quiet", &path_of(&story), "--journal", journal];
            stage.run_with("PLENARY__SEED", seed, &args).done()
        };
        let first = play("7", "memory:");
        assert_eq!(play("7", "memory:"), first, "{story}");
        assert_eq!(play("7", "sqlite:v.db"), first, "{story}");
        assert_ne!(play("8", "memory:"), first, "{story}: the seed changes nothing");
    }
}
