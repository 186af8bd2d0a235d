//! Papers: the first one is the document that the story holds, defects and all; every paper is the
//! same bytes whoever prints it, where and when.

use sha2::{Digest, Sha256};

use crate::stage::{FIRST, Stage, text_of};

const FIRST_EDITION: &str = "CIBER-V/doc.1/07";
const SECOND_EDITION: &str = "CIBER-V/doc.1/07 rev. 1";
const MARK: &str = "FICTIONAL EXAMPLE";

fn first_paper(stage: &Stage, format: &str) -> String {
    let edition = ["--edition", FIRST_EDITION, "--format", format];
    stage.run(&[&["paper", "agenda", "ciber-v"][..], &edition].concat()).done()
}

/// The lines `| name: value` below the line of the story that holds `said`.
fn form(said: &str) -> Vec<(String, String)> {
    let text = text_of(FIRST);
    let below = text.lines().skip_while(|line| !line.contains(said)).skip(1);
    let lines = below.take_while(|line| line.starts_with('|'));
    let field = |line: &str| {
        let (name, value) = line.trim_start_matches('|').split_once(':').expect("a field");
        (name.trim().to_owned(), value.trim().to_owned())
    };
    lines.map(field).collect()
}

fn all(form: &[(String, String)], name: &str) -> Vec<String> {
    form.iter().filter(|(field, _)| field == name).map(|(_, value)| value.clone()).collect()
}

/// The blocks of the note as the paper prints them: an empty line between blocks, none between
/// the questions, topics below theirs.
fn note_lines() -> Vec<String> {
    let mut lines = Vec::new();
    let mut last = "question";
    for (name, value) in form("secretariat> agenda note") {
        let (name, line) = match name.as_str() {
            "topic" => ("question", format!(" - {value}")),
            "question" => {
                let (label, text) = value.split_once(". ").expect("a question has a text");
                let label = label.split(' ').next().expect("a label");
                ("question", format!("{label}. {text}"))
            }
            "paragraph" => ("paragraph", value),
            _ => continue,
        };
        if last == "paragraph" || name == "paragraph" && !lines.is_empty() {
            lines.push(String::new());
        }
        last = if name == "paragraph" { "paragraph" } else { "question" };
        lines.push(line);
    }
    lines
}

/// The items with their marks, and the footnotes, as the story adds them before the first paper.
fn agenda_lines() -> (Vec<String>, Vec<String>) {
    let text = text_of(FIRST);
    let (mut items, mut footnotes) = (Vec::new(), Vec::new());
    let marks = ['¹', '²', '³', '⁴'];
    for line in text.split("paper prepare").next().expect("a beginning").lines() {
        if let Some((_, said)) = line.split_once("> agenda edit add ") {
            items.push(format!("{}. {}", items.len() + 1, said.trim().trim_matches('"')));
        } else if let Some(footnote) = line.strip_prefix("| footnote: ") {
            items.last_mut().expect("an item").push(marks[footnotes.len()]);
            footnotes.push(format!("{} {footnote}", footnotes.len() + 1));
        }
    }
    (items, footnotes)
}

#[test]
fn the_first_paper_is_the_storys_document_line_for_line() {
    let convened = form("operator> meeting convene");
    let (items, footnotes) = agenda_lines();
    assert_eq!((items.len(), footnotes.len()), (9, 4));
    let blank = || vec![String::new()];
    let words = |text: &str| vec![text.to_owned()];
    let expected = [
        all(&convened, "masthead"),
        blank(),
        all(&convened, "class"),
        words(FIRST_EDITION),
        words("October 5, 2007"),
        words("Original: English"),
        blank(),
        all(&convened, "title"),
        words("November 19 and 20, 2007"),
        all(&convened, "place"),
        blank(),
        words("DRAFT AGENDA"),
        blank(),
        words("EXPLANATORY NOTE"),
        blank(),
        note_lines(),
        blank(),
        words("DRAFT AGENDA"),
        blank(),
        items,
        blank(),
        footnotes.join("\n\n").lines().map(str::to_owned).collect(),
    ]
    .concat();
    let paper = first_paper(&Stage::of(FIRST), "text");
    assert_eq!(paper.lines().collect::<Vec<_>>(), expected);
    // The lines of the real document, from its masthead on, have this digest.
    let digest = data_encoding::HEXLOWER.encode(&Sha256::digest(paper.as_bytes()));
    assert_eq!(digest, "7fd1f72db15df2c24e92f304573d8cad2e1e2c7e0589398a6b558e1c04f75f09");
}

#[test]
fn the_defects_of_the_real_document_survive_in_every_format() {
    let stage = Stage::of(FIRST);
    for format in ["text", "markdown", "html"] {
        let paper = first_paper(&stage, format);
        let has =
            |words: &str| assert!(paper.contains(words), "{format} lacks “{words}”:\n{paper}");
        has("OF MINISTERS OF ATTORNEYS GENERAL");
        has("item number VII on the attached");
        has("Washington D.C. 2006;");
        has("Original: English");
        has("“24 hours/7 days Emergency Network”");
        let nine = paper.lines().find(|line| line.contains("Recommendations from the Meeting"));
        assert!(!nine.expect("item 9").contains("Meeting."), "{format}: item 9 got a full stop");
    }
}

#[test]
fn numbers_marks_and_emphasis_of_the_first_paper_stay_as_they_were_printed() {
    let stage = Stage::of(FIRST);
    let text = first_paper(&stage, "text");
    for (number, start) in [(1, "Background"), (7, "Recent"), (9, "Recommendations")] {
        assert!(text.contains(&format!("\n{number}. {start}")), "{text}");
    }
    // The mark is glued to the item, and plain before the footnote.
    assert!(text.contains("mandates of the Group.¹\n") && text.contains("\n1 Topic included"));
    assert!(text.contains("\n9. Recommendations from the Meeting\n"));
    assert!(text.contains("**by no later than October 29, 2007**"));
    assert!(first_paper(&stage, "html").contains("<strong>by no later than October 29, 2007"));
    assert!(first_paper(&stage, "markdown").contains("**by no later than October 29, 2007**"));
}

#[test]
fn every_paper_is_the_same_bytes_twice_in_another_zone_language_and_folder() {
    let stage = Stage::of(FIRST);
    let journal = format!("sqlite:{}", stage.path("v.db").display());
    for paper in ["agenda", "comparison", "coverage", "participants", "record", "history"] {
        for format in ["text", "markdown", "html"] {
            let args = ["paper", paper, "ciber-v", "--format", format];
            let first = stage.run(&args).done();
            assert!(first.len() > 200, "{paper} {format}: {first}");
            assert_eq!(stage.run(&args).done(), first, "{paper} {format} twice");
            let mut elsewhere = stage.command(&args);
            elsewhere.env("TZ", "Asia/Tokyo").env("LANG", "de_DE.UTF-8");
            elsewhere.env("LC_ALL", "de_DE.UTF-8").env("COLUMNS", "40");
            elsewhere.env("PLENARY__JOURNAL", &journal).current_dir("/");
            let output = elsewhere.output().expect("it runs");
            assert_eq!(
                String::from_utf8_lossy(&output.stdout),
                first,
                "{paper} {format} elsewhere"
            );
        }
    }
}

#[test]
fn a_paper_goes_to_a_file_when_one_is_named() {
    let stage = Stage::of(FIRST);
    let printed = first_paper(&stage, "html");
    let edition = ["--edition", FIRST_EDITION, "--format", "html", "--out", "agenda.html"];
    let out = stage.run(&[&["paper", "agenda", "ciber-v"][..], &edition].concat()).done();
    assert!(out.is_empty(), "{out}");
    assert_eq!(String::from_utf8(stage.read("agenda.html")).expect("text"), printed);
    let said = stage.run(&["paper", "record", "ciber-v", "--out", "none/a.txt"]).refused();
    assert!(said.contains("the paper cannot be written to none/a.txt"), "{said}");
}

#[test]
fn a_paper_is_as_of_a_moment_or_an_entry() {
    let stage = Stage::of(FIRST);
    let first = first_paper(&stage, "text");
    let moments = [
        "2007-10-30 12:00",
        "2007-10-30T12:00[America/New_York]",
        "2007-10-31T01:00[Asia/Tokyo]",
        "2007-10-30T16:00:00Z",
        "2007-10-30",
        "@41",
    ];
    for moment in moments {
        let paper = stage.run(&["paper", "agenda", "ciber-v", "--as-of", moment]).done();
        assert_eq!(paper, first, "{moment}");
        let record = stage.run(&["paper", "record", "ciber-v", "--as-of", moment]).done();
        assert!(record.contains("C1, Helena Duarte"), "{moment}: {record}");
        assert!(!record.contains("rev. 1") && !record.contains("C4,"), "{moment}: {record}");
    }
    let later = stage.run(&["paper", "agenda", "ciber-v", "--as-of", "2007-10-31 15:21"]).done();
    assert!(later.contains(SECOND_EDITION) && !later.contains("Adopted"), "{later}");
}

#[test]
fn a_paper_says_only_what_its_readers_may_read() {
    let stage = Stage::of(FIRST);
    let private = "The reports will use the Portal; it should be shown first.";
    let record =
        |readers: &str| stage.run(&["paper", "record", "ciber-v", "--readers", readers]).done();
    assert!(record("secretariat").contains(private));
    assert!(!record("delegations").contains(private));
    assert!(record("delegations").contains("Could each report be limited to ten minutes?"));
    assert!(!record("public").contains("Could each report be limited to ten minutes?"));
    assert_eq!(record("delegations"), stage.run(&["paper", "record", "ciber-v"]).done());
}

#[test]
fn what_is_invented_is_marked_first_and_last_and_the_real_paper_is_not() {
    let stage = Stage::of(FIRST);
    for paper in ["agenda", "comparison", "coverage", "participants", "record", "history"] {
        let printed = stage.run(&["paper", paper, "ciber-v"]).done();
        let lines: Vec<&str> = printed.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!((lines.first(), lines.last()), (Some(&MARK), Some(&MARK)), "{paper}");
        for format in ["markdown", "html"] {
            let printed = stage.run(&["paper", paper, "ciber-v", "--format", format]).done();
            assert!(printed.matches(MARK).count() >= 2, "{paper} {format}");
        }
    }
    for format in ["text", "markdown", "html"] {
        assert!(!first_paper(&stage, format).to_uppercase().contains("FICTIONAL"), "{format}");
    }
}

#[test]
fn a_paper_is_written_to_a_new_file_only() {
    let stage = Stage::of(FIRST);
    stage.write("kept.txt", "words of somebody");
    let key = std::fs::read_dir(stage.path("v.db.keys")).unwrap().next().unwrap().unwrap();
    let key = format!("v.db.keys/{}", key.file_name().to_string_lossy());
    for file in ["v.db", key.as_str(), "kept.txt", "v.db.keys"] {
        let before = std::fs::read(stage.path(file)).ok();
        let said = stage.run(&["paper", "record", "ciber-v", "--out", file]).refused();
        let why =
            format!("{file} already exists and was not changed. Choose a new file with --out");
        assert!(said.contains(&why), "{said}");
        assert_eq!(std::fs::read(stage.path(file)).ok(), before, "{file}");
    }
    let others = |folder: &str| std::fs::read_dir(stage.path(folder)).unwrap().count();
    let before = others(".");
    stage.run(&["paper", "record", "ciber-v", "--out", "record.txt"]).done();
    let printed = stage.run(&["paper", "record", "ciber-v"]).done();
    assert_eq!(String::from_utf8(stage.read("record.txt")).unwrap(), printed);
    assert_eq!(others("."), before + 1, "something else was left beside the paper");
}
