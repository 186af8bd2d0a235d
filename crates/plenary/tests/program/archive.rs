//! A meeting's history as a file: out and in again with the same bytes, replayed into the same
//! papers, for a circle of readers, as CloudEvents; and names are in none of it.

use std::io::Write;

use crate::judges::{judge, judges_python, plain_python};
use crate::stage::{FIRST, Stage, text_of};

const PAPERS: [&str; 4] = ["record", "agenda", "participants", "history"];
const PRIVATE: &str = "The reports will use the Portal; it should be shown first.";

fn imported(export: &str) -> Stage {
    let stage = Stage::empty();
    stage.write("v.jsonl", export);
    stage.run(&["import", "v.jsonl"]).done();
    stage
}

#[test]
fn an_export_imported_elsewhere_exports_the_same_bytes() {
    let stage = Stage::of(FIRST);
    let export = stage.export();
    let other = imported(&export);
    assert_eq!(other.export(), export);
    assert_eq!(other.head(), stage.head());
    // Again, and the end after an interruption, adds nothing.
    other.run(&["import", "v.jsonl"]).done();
    assert_eq!(other.export(), export);
    let begun = Stage::empty();
    let half: String = export.split_inclusive('\n').take(40).collect();
    begun.write("half.jsonl", half);
    begun.write("v.jsonl", &export);
    begun.run(&["import", "half.jsonl"]).done();
    begun.run(&["import", "v.jsonl"]).done();
    assert_eq!(begun.export(), export);
}

#[test]
fn a_replay_prints_the_bytes_of_the_live_paper_and_neutral_marks_without_the_keys() {
    let stage = Stage::of(FIRST);
    stage.write("v.jsonl", stage.export());
    let names = people();
    for paper in PAPERS {
        for format in ["text", "markdown", "html"] {
            let how = ["--format", format, "--journal", "memory:"];
            let live = stage.run(&["paper", paper, "ciber-v", "--format", format]).done();
            let replay = ["replay", "v.jsonl", "--paper", paper];
            let keyed = stage.run(&[&replay[..], &how, &["--keys", "v.db.keys"]].concat()).done();
            assert_eq!(keyed, live, "{paper} {format}");
            let keyless = stage.run(&[&replay[..], &how].concat()).done();
            for name in &names {
                assert!(!keyless.contains(name), "{paper} {format} names {name} without its key");
            }
            if paper == "record" {
                assert!(live.contains("Helena Duarte") && keyless.contains("C1, "), "{keyless}");
            }
        }
    }
}

#[test]
fn a_replay_of_the_first_edition_is_the_live_one() {
    let stage = Stage::of(FIRST);
    stage.write("v.jsonl", stage.export());
    let edition = ["--edition", "CIBER-V/doc.1/07"];
    let live = stage.run(&[&["paper", "agenda", "ciber-v"][..], &edition].concat()).done();
    let replay = ["replay", "v.jsonl", "--paper", "agenda"];
    assert_eq!(stage.run(&[&replay[..], &edition].concat()).done(), live);
    assert!(live.contains("\nCIBER-V/doc.1/07\n"));
}

#[test]
fn keys_moved_by_hand_bring_the_names_back() {
    let stage = Stage::of(FIRST);
    let roster = stage.run(&["paper", "participants", "ciber-v"]).done();
    let keys = stage.run(&["keys", "export"]).done();
    let other = imported(&stage.export());
    let nameless = other.run(&["paper", "participants", "ciber-v"]).done();
    assert!(roster.contains("Helena Duarte") && !nameless.contains("Helena Duarte"));
    other.write("v.keys", &keys);
    other.run(&["keys", "import", "v.keys"]).done();
    // The word of before is still understood.
    assert_eq!(other.run(&["paper", "roster", "ciber-v"]).done(), roster);
    // Into an empty folder, and out again: the same keys.
    let empty = Stage::empty();
    empty.write("v.keys", &keys);
    let place = ["--keys", "kept"];
    empty.run(&[&["keys", "import", "v.keys"][..], &place].concat()).done();
    assert_eq!(empty.run(&[&["keys", "export"][..], &place].concat()).done(), keys);
}

#[test]
fn an_export_for_delegations_withholds_the_private_comment_and_still_verifies() {
    let stage = Stage::of(FIRST);
    let whole = stage.export();
    let export = stage.run(&["export", "ciber-v", "--readers", "delegations"]).done();
    assert!(whole.contains(PRIVATE) && !export.contains(PRIVATE));
    assert!(export.contains("Could each report be limited to ten minutes?"));
    let of_it = whole.lines().find(|line| line.contains(PRIVATE)).expect("the private comment");
    let attributes: serde_json::Value = serde_json::from_str(of_it).expect("JSON");
    for attribute in ["id", "time", "request", "salt"] {
        let told = attributes[attribute].as_str().expect("a text");
        assert!(!export.contains(told), "{attribute} of the private comment is told: {told}");
    }
    assert_eq!(export.lines().count(), whole.lines().count());
    stage.write("d.jsonl", &export);
    let file = stage.path("d.jsonl");
    let verdict = judge(&plain_python(), "verify_chain.py", &file);
    assert_eq!(verdict, ("97 entries, none altered or lost".to_owned(), true));
    stage.write("d.jsonl", export.replacen("ten minutes", "six minutes", 1));
    let (told, content) = judge(&plain_python(), "verify_chain.py", &file);
    assert!(!content && told.contains("entry 30 of meeting-ciber-v is damaged"), "{told}");
    let line = 1 + export.lines().position(|line| line.contains("bodydigest")).expect("one");
    stage.write("d.jsonl", &export);
    let empty = Stage::empty();
    let path = file.display().to_string();
    let said = empty.run(&["import", &path]).refused();
    assert!(said.contains(&format!("line {line}: this entry is withheld")), "{said}");
    assert!(empty.run(&["verify", "ciber-v"]).refused().contains("no meeting"));
}

#[test]
fn each_line_is_a_cloud_event_and_what_is_none_is_named() {
    let python = judges_python();
    let stage = Stage::of(FIRST);
    let export = stage.export();
    let circle = stage.run(&["export", "ciber-v", "--readers", "public"]).done();
    let judged = |lines: &str| {
        stage.write("judged.jsonl", lines);
        judge(&python, "cloud_events.py", &stage.path("judged.jsonl"))
    };
    assert_eq!(judged(&export), ("97 CloudEvents".to_owned(), true));
    assert_eq!(judged(&circle), ("97 CloudEvents".to_owned(), true));
    let wrong = [
        (r#""type":"meeting.convened.v1","#, ""),
        (r#""specversion":"1.0","#, ""),
        (r#""specversion":"1.0""#, r#""specversion":"2.0""#),
        (r#""source":"/plenary/meeting-ciber-v""#, r#""source":"""#),
        (r#""number":1,"#, r#""entry_number":1,"#),
        (r#".000Z","datacontenttype""#, r#".000","datacontenttype""#),
    ];
    for (right, wrong) in wrong {
        let changed = export.replacen(right, wrong, 1);
        assert_ne!(changed, export, "{right} is not in the export");
        let (told, content) = judged(&changed);
        assert!(!content && told.starts_with("line 1: "), "{wrong}: {told}");
    }
}

/// The names of everybody in the first story.
fn people() -> Vec<String> {
    let text = text_of(FIRST);
    let named = text.lines().filter(|line| line.contains("> ")).filter_map(|line| {
        let rest = line.split_once(" name:\"").map(|(_, rest)| rest);
        let rest = rest.or(line.split_once("people appoint chair \"").map(|(_, rest)| rest));
        rest.and_then(|rest| rest.split('"').next()).map(str::to_owned)
    });
    let names: Vec<String> = named.collect();
    assert!(names.len() > 25, "{names:?}");
    names
}

/// The families of names, titles and contacts are looked for as bytes in every file of the stage
/// but the papers.
fn assert_sealed(stage: &Stage, names: &[String]) {
    let export = stage.export();
    assert!(export.len() > 50_000);
    let mut places = vec![("the export", export.into_bytes())];
    for file in ["v.db", "v.db-wal", "v.db-shm"] {
        if stage.path(file).exists() {
            places.push((file, stage.read(file)));
        }
    }
    let mut is_found = false;
    for (place, bytes) in places {
        // The place is looked at rightly: what is no secret is found in it.
        is_found |= place != "the export" && bytes.windows(7).any(|found| found == b"CIBER-V");
        for name in names {
            let is_there = bytes.windows(name.len()).any(|found| found == name.as_bytes());
            assert!(!is_there, "{place} holds “{name}” in plain words");
        }
    }
    assert!(is_found, "the journal holds no symbol in plain words");
}

#[test]
fn no_name_and_no_contact_is_in_the_journal_its_log_or_an_export_also_while_it_is_open() {
    let stage = Stage::of(FIRST);
    let mut names = people();
    let fax = "quill-4711@example.org";
    names.extend(["Federal Prosecutor", "Minister Counsellor", "Zora Quill"].map(str::to_owned));
    names.push(fax.to_owned());
    assert_sealed(&stage, &names);
    // While somebody sits at the desk, what was just said stands in the log beside the file.
    let mut chat = stage.start(&["chat", "ciber-v", "--as", "chile"]);
    let line = format!("nominate adviser name:\"Zora Quill\" contact:\"{fax}\"\n\n");
    let input = chat.stdin.as_mut().expect("its input is a pipe");
    input.write_all(line.as_bytes()).expect("it reads");
    let begun = std::time::Instant::now();
    while !stage.run(&["show", "participants", "ciber-v"]).done().contains("Zora Quill") {
        assert!(begun.elapsed().as_secs() < 20, "the nomination was not stored");
    }
    assert!(stage.path("v.db-wal").exists(), "nothing is open");
    assert_sealed(&stage, &names);
    drop(chat.stdin.take());
    assert!(chat.wait().expect("it ends").success());
}
