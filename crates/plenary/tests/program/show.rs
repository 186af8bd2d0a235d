//! `plenary show`: views as text for people and as JSON for programs, now and as of then.

use serde_json::Value;

use crate::stage::{FIRST, Stage};

const VIEWS: [&str; 5] = ["agenda", "participants", "comments", "editions", "history"];
const THEN: &str = "2007-10-30T12:00[America/New_York]";
/// What nobody could know at that moment.
const LATER: [&str; 6] = [
    "doc.1/07 rev. 1",
    "2007-10-31",
    "2007-11-",
    "Oswald Pereira",
    "We can report in writing",
    "D1",
];

fn json(stage: &Stage, args: &[&str]) -> Value {
    let text = stage.run(&[&["show"], args, &["--format", "json"]].concat()).done();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

#[test]
fn every_view_is_text_for_people_and_one_json_value_for_programs() {
    let stage = Stage::of(FIRST);
    for view in VIEWS {
        let text = stage.run(&["show", view, "ciber-v"]).done();
        assert!(!text.trim().is_empty() && text.ends_with('\n'), "{view}: {text}");
        let value = json(&stage, &[view, "ciber-v"]);
        assert_eq!(value["as_of"]["entry"], 97, "{view}");
        assert!(!value["view"].is_null(), "{view}: {value}");
    }
    let history = json(&stage, &["history", "ciber-v"]);
    assert_eq!(history["view"].as_array().map(Vec::len), Some(97));
    let agenda = json(&stage, &["agenda", "ciber-v"]);
    assert_eq!(agenda["view"]["symbol"], "CIBER-V/doc.1/07 rev. 1");
    assert_eq!(agenda["view"]["fictional"], true);
}

#[test]
fn a_view_as_of_then_knows_nothing_of_what_came_later() {
    let stage = Stage::of(FIRST);
    for view in VIEWS {
        let value = json(&stage, &[view, "ciber-v", "--as-of", THEN]);
        let text = stage.run(&["show", view, "ciber-v", "--as-of", THEN]).done();
        for later in LATER {
            assert!(!value.to_string().contains(later), "{view} knows {later}: {value}");
            assert!(!text.contains(later), "{view} knows {later}: {text}");
        }
        let at = value["as_of"]["at"].as_str().expect("a moment").to_owned();
        assert!(at.as_str() < "2007-10-30T16:00", "{view}: {at}");
    }
    let agenda = json(&stage, &["agenda", "ciber-v", "--as-of", THEN]);
    assert_eq!(agenda["view"]["symbol"], "CIBER-V/doc.1/07");
    assert_eq!(agenda["view"]["in_force"], true);
    // The same moment in the words of the meeting's place, and the same as an entry.
    let entry = format!("@{}", agenda["as_of"]["entry"]);
    for same in ["2007-10-30 12:00", entry.as_str()] {
        assert_eq!(json(&stage, &["agenda", "ciber-v", "--as-of", same]), agenda);
    }
}

#[test]
fn a_view_holds_only_what_its_readers_may_read() {
    let stage = Stage::of(FIRST);
    let private = "The reports will use the Portal; it should be shown first.";
    let texts = |readers: &str| {
        let value = json(&stage, &["comments", "ciber-v", "--readers", readers]).to_string();
        let text = stage.run(&["show", "comments", "ciber-v", "--readers", readers]).done();
        (value.contains(private), text.contains(private))
    };
    assert_eq!(texts("secretariat"), (true, true));
    assert_eq!(texts("delegations"), (false, false));
    assert_eq!(texts("public"), (false, false));
}

#[test]
fn the_page_of_verbs_is_what_the_program_prints() {
    let printed = Stage::empty().run(&["help", "--markdown"]).done();
    let page = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/verbs.md");
    let kept = std::fs::read_to_string(page).unwrap();
    let remedy = "cargo run -- help --markdown > verbs.new && mv verbs.new docs/verbs.md";
    assert!(printed == kept, "run `{remedy}`");
    assert!(kept.contains("| `comment add [ITEM] TEXT"), "{kept}");
}
