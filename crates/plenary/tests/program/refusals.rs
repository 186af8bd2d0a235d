//! What is said wrongly at the desk is answered by a clear sentence with its remedy, counts as
//! refused, and changes nothing.

use crate::stage::{FIRST, Ran, Stage};

/// Says one thing, which must be refused with these words and change nothing.
#[track_caller]
fn assert_refused(stage: &Stage, seat: &str, line: &str, words: &[&str]) {
    let head = stage.head();
    let said = stage.chat(seat, format!("{line}\n")).refused();
    let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains('✗'), "{line}: {said}");
    for words in words {
        assert!(flat.contains(words), "“{line}” lacks “{words}”: {said}");
    }
    assert_eq!(stage.head(), head, "“{line}” changed something");
}

/// An edition is in force, and the agenda is not adopted.
fn asked() -> Stage {
    Stage::before("=== Late")
}

#[test]
fn an_unknown_verb_item_or_symbol_is_answered_by_those_there_are() {
    let stage = asked();
    assert_refused(&stage, "expert", "agenda shw", &["Did you mean “agenda show”?", "^^^"]);
    assert_refused(&stage, "expert", "coment 7 Hello", &["Did you mean “comment", "^^^"]);
    assert_refused(&stage, "expert", "xyzzy", &["“help” shows what you can do."]);
    let items = ["There is no item “10” in CIBER-V/doc.1/07", "“agenda show” shows its items."];
    assert_refused(&stage, "expert", "comment 10 Hello", &items);
    assert_refused(&stage, "expert", "agenda show item:X", &["There is no item “X”"]);
    let papers = [
        "There is no paper “CIBER-V/doc.9/07”",
        "You can ask for: CIBER-V/doc.1/07, participants,",
    ];
    assert_refused(&stage, "expert", "paper get CIBER-V/doc.9/07", &papers);
    let form = "reply nominate expert\n| nam: Nobody";
    assert_refused(&stage, "chile", form, &["There is no “nam:” here. You can give: role,"]);
    let near = ["There is no delegation “Brasil” here. Did you mean “Brazil”?"];
    assert_refused(&stage, "secretariat", "people invite Brasil as:mission", &near);
    assert_refused(
        &stage,
        "secretariat",
        "people invite Brazil as:king",
        &["Please choose one of:"],
    );
    assert_refused(&stage, "expert", "comment 7", &["Please add “text”: ", "Write it like this:"]);
    assert_refused(&stage, "expert", "comment 7 \"Hello", &["This quotation does not end."]);
    assert_refused(
        &stage,
        "expert",
        "withdraw C99",
        &["There is no comment C99 here. “comment list” shows the numbers."],
    );
}

#[test]
fn what_belongs_to_another_seat_is_refused_with_whose_it_is() {
    let stage = asked();
    let chair = ["Only the Chair can do this; you are here as an expert", "Nothing was changed."];
    assert_refused(&stage, "expert", "paper approve", &chair);
    assert_refused(&stage, "expert", "session open", &chair);
    assert_refused(&stage, "expert", "decision adopt consensus", &chair);
    assert_refused(&stage, "expert", "agenda edit remove 3", &["Only the "]);
    assert_refused(&stage, "chair", "meeting convene", &["Only the operator can do this"]);
    assert_refused(
        &stage,
        "operator",
        "paper approve",
        &["Only the Chair can do this; you are here as the operator."],
    );
    let observer = ["Observers can comment, but cannot object or take part in decisions."];
    assert_refused(&stage, "observer", "decision object", &observer);
    assert_refused(&stage, "nobody", "comment 7 Hello", &["you have no seat here", "join CODE"]);
    let for_whom = ["Please add the delegation, such as for:"];
    assert_refused(&stage, "secretariat", "nominate expert name:\"A B\"", &for_whom);
    assert_refused(&stage, "brazil", "withdraw N14", &["This is a matter for Mexico"]);
}

#[test]
fn an_observer_objects_to_no_decision_that_is_before_the_meeting() {
    let stage = Stage::before("09:13 observer");
    assert_refused(
        &stage,
        "observer",
        "decision object",
        &["Observers can comment, but cannot object"],
    );
    let told = stage.chat("chile", "decision object\n").done();
    assert!(told.contains("Your objection to decision D1 is recorded."), "{told}");
    assert_refused(
        &stage,
        "chair",
        "decision adopt consensus",
        &["There is no consensus on decision D1"],
    );
}

#[test]
fn a_used_an_expired_a_foreign_and_a_mistyped_code_open_nothing() {
    let stage = asked();
    let invited = |stage: &Stage, name: &str| {
        let args = ["invite", "ciber-v", "--office", "secretariat", "--name", name];
        let told = stage.run(&args).done();
        let code = told.split("Code: ").nth(1).and_then(|rest| rest.get(..19));
        code.expect("it prints a code").to_owned()
    };
    let code = invited(&stage, "Nilo Prado");
    // One letter of another kind, and two that changed places.
    let other = if code.starts_with('2') { "3" } else { "2" };
    let mistyped = format!("{other}{}", &code[1..]);
    assert_refused(&stage, "newcomer", &format!("join {mistyped}"), &["This code is not valid"]);
    assert_refused(&stage, "newcomer", "join K7QD-2M4X", &["16 letters and digits in four groups"]);
    let foreign = invited(&Stage::of(FIRST), "Other App");
    assert_refused(&stage, "newcomer", &format!("join {foreign}"), &["This code is not valid"]);
    let late = format!("practice until 2007-11-19 09:00\njoin {code}");
    assert_refused(&stage, "newcomer", &late, &["This code was valid until", "a new one"]);
    stage.chat("newcomer", format!("join {code}\n")).done();
    let used = ["This code has already been used.", "tell the secretariat"];
    assert_refused(&stage, "stranger", &format!("join {code}"), &used);
    // A new code for the same person cancels the earlier one.
    let old = invited(&stage, "Vera Solano");
    let roster = stage.chat("secretariat", "people list\nme\n").done();
    assert!(!roster.contains(&old), "{roster}");
}

#[test]
fn what_is_too_long_or_holds_unseen_characters_is_refused() {
    let stage = asked();
    let long = format!("comment 7 {}", "x".repeat(4_001));
    assert_refused(&stage, "expert", &long, &["has 4001 characters; at most 4000 are allowed"]);
    let fits = format!("comment 7 {}\n", "x".repeat(4_000));
    assert!(stage.chat("expert", fits).done().contains("[1 Send]"));
    let line = format!("comment 7 {}", "x".repeat(70_000));
    assert_refused(&stage, "expert", &line, &["65536"]);
    for (unseen, name) in [('\u{202e}', "U+202E"), ('\u{7}', "U+0007"), ('\u{2066}', "U+2066")] {
        let line = format!("comment 7 abc{unseen}def");
        assert_refused(&stage, "expert", &line, &["invisible control character", name]);
    }
    let name = format!("nominate expert name:\"{}\"", "N".repeat(5_000));
    assert_refused(&stage, "chile", &name, &["has 5000 characters"]);
}

#[test]
fn bytes_that_are_no_text_are_named_by_their_line_and_the_next_line_is_heard() {
    let stage = asked();
    let ran = stage.chat("expert", b"me\ncomment 7 \xff\xfe\nme\n");
    let said = ran.refused();
    assert!(said.contains("Line 2 is not UTF-8 text, so it was skipped."), "{said}");
    assert_eq!(said.matches("You are Helena Duarte").count(), 2, "{said}");
    assert_refused(&stage, "expert", "| text: alone", &["Line 1"]);
}

#[test]
#[cfg(unix)]
fn a_limit_of_open_files_that_is_too_low_is_named_and_not_run_into() {
    let stage = asked();
    for files in [5, 6, 7, 9, 12, 63] {
        let mut shell = std::process::Command::new("bash");
        let plenary = env!("CARGO_BIN_EXE_plenary");
        shell.args(["-c", &format!("ulimit -n {files}; exec {plenary} verify ciber-v")]);
        let ran = shell.current_dir(stage.path("")).output().expect("bash is there");
        let said = Ran::from(ran).refused();
        let limit = format!("the limit of open files is {files} here");
        assert!(said.contains(&limit) && said.contains("ulimit -n 1024"), "{files}: {said}");
    }
}

#[test]
fn a_meeting_that_is_not_there_is_not_sat_down_in() {
    let stage = asked();
    let nowhere = stage.pipe(&["chat", "elsewhere", "--as", "chair"], "help\n").refused();
    assert!(nowhere.contains("there is no meeting elsewhere") && nowhere.contains("ciber-v"));
    let bad = stage.pipe(&["chat", "BAD NAME", "--as", "chair"], "help\n").refused();
    assert!(bad.contains("lower-case letters (a to z), digits"), "{bad}");
    let seat = stage.pipe(&["chat", "ciber-v", "--as", "The Chair"], "help\n").refused();
    assert!(seat.contains("is not a valid account name"), "{seat}");
    let elsewhere = ["--journal", "sqlite:none.db"];
    let args = [&["chat", "ciber-v", "--as", "chair"][..], &elsewhere].concat();
    let none = stage.pipe(&args, "help\n").refused();
    assert!(none.contains("there is no journal at none.db"), "{none}");
    assert!(!stage.path("none.db").exists(), "a journal was made");
}
