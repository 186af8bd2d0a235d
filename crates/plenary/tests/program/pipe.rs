//! `plenary chat` for lines from a pipe, `plenary invite`, and several at the desk at once.

use std::io::Write;
use std::process::{Child, Stdio};

use crate::stage::{FIRST, Ran, Stage};

/// The code in what was printed.
fn code_in(text: &str) -> String {
    let is_code = |word: &&str| word.len() == 19 && word.matches('-').count() == 3;
    let words = text.split(|c: char| c.is_whitespace() || c == '.');
    let code = words.filter(|word| word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
    code.clone().find(is_code).unwrap_or_else(|| panic!("no code in {text}")).to_owned()
}

fn entries(stage: &Stage) -> u64 {
    stage.head().split(':').next().and_then(|count| count.parse().ok()).expect("a count")
}

/// Before the secretariat writes the revised note: an edition is in force, nothing waits.
fn asked() -> Stage {
    Stage::before("=== Late")
}

#[test]
fn lines_from_a_pipe_are_answered_one_by_one_and_digits_press() {
    let stage = asked();
    let before = entries(&stage);
    let lines = "# A remark that nobody hears.\ncomment VII First words.\n1\n\nme\n";
    let told = stage.chat("expert", lines).done();
    assert!(!told.contains("remark"), "{told}");
    for part in ["› comment VII First words.", "[1 Send]", "✓ C4 on item 7", "Helena Duarte"] {
        assert!(told.contains(part), "“{part}” is not in:\n{told}");
    }
    assert_eq!(entries(&stage), before + 1);
}

#[test]
fn labels_press_and_forms_are_one_line() {
    let stage = asked();
    let before = entries(&stage);
    let lines = "comment 8 For the secretariat.\n[Secretariat and Chair only]\n\
        reply nominate adviser\n| name: Rosa Maldonado\n| title: Attaché\n";
    let told = stage.chat("chile", lines).done();
    assert!(told.contains("Readers: the secretariat and the Chair."), "{told}");
    assert!(told.contains("✓ Rosa Maldonado is"), "{told}");
    let roster = stage.run(&["paper", "participants", "ciber-v"]).done();
    assert!(roster.contains("Rosa Maldonado") && roster.contains("Attaché"), "{roster}");
    // The nomination gives its adviser a seat and a code, or no more than itself.
    assert!(entries(&stage) > before + 1, "{told}");
}

#[test]
fn the_chair_approves_from_a_pipe_after_being_asked_once_more() {
    let stage = Stage::before("15:20 chair");
    let told = stage.chat("chair", "paper approve\n[Yes, issue]\n").done();
    assert!(told.contains("Issue CIBER-V/doc.1/07 rev. 1 to all 35 delegations?"), "{told}");
    assert!(told.contains("✓ CIBER-V/doc.1/07 rev. 1 has been issued."), "{told}");
    let agenda = stage.run(&["paper", "agenda", "ciber-v"]).done();
    assert!(agenda.contains("CIBER-V/doc.1/07 rev. 1\n"), "{agenda}");
}

#[test]
fn a_pipe_ends_with_0_only_if_every_line_was_taken() {
    let stage = asked();
    assert_eq!(stage.chat("chair", "agenda show\n").code, Some(0));
    assert_eq!(stage.chat("chair", "agenda show").code, Some(0), "without a line feed");
    assert_eq!(stage.chat("chair", "agenda show\r\n").code, Some(0), "with a carriage return");
    assert_eq!(stage.chat("chair", "").code, Some(0), "nothing was refused");
    let mixed = stage.chat("chair", "agenda shw\nagenda show\n");
    assert!(mixed.out.contains("Did you mean “agenda show”?"), "{}", mixed.out);
    assert!(mixed.out.contains("CIBER-V/doc.1/07, draft agenda in force:"), "{}", mixed.out);
    assert_eq!(mixed.code, Some(1));
    assert_eq!(stage.chat("chair", "quit\nagenda shw\n").code, Some(0), "nothing after quit");
    assert_eq!(stage.chat("chair", "7\n").code, Some(1), "a button that is not there");
    assert_eq!(stage.chat("chair", "[Approve]\n").code, Some(1), "a label that is not there");
}

#[test]
fn whoever_stops_reading_is_told_that_the_rest_was_not_said() {
    let stage = asked();
    let mut chat = stage.command(&["chat", "ciber-v", "--as", "chair"]);
    let mut child = chat.stdin(Stdio::piped()).spawn().expect("it starts");
    drop(child.stdout.take());
    let mut input = child.stdin.take().expect("a pipe");
    let _ = input.write_all("agenda show\n".repeat(50).as_bytes());
    drop(input);
    let said = Ran::from(child.wait_with_output().expect("it ends")).refused();
    assert!(said.contains("nobody reads the replies any more. 1 command was given"), "{said}");
    for args in [&["export", "ciber-v"][..], &["verify"], &["paper", "agenda", "ciber-v"]] {
        let mut child = stage.command(args).spawn().expect("it starts");
        drop(child.stdout.take());
        let ran = Ran::from(child.wait_with_output().expect("it ends"));
        assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{args:?}");
    }
}

#[test]
fn an_invitation_prints_a_code_that_works_once_at_a_terminal() {
    let stage = asked();
    let invited = ["invite", "ciber-v", "--office", "secretariat", "--name", "Nilo Prado"];
    let code = code_in(&stage.run(&invited).done());
    let told = stage.chat("assistant", format!("join {code}\nme\n")).done();
    assert!(told.contains("as a member of the secretariat") && !told.contains(&code));
    assert!(told.contains("You are Nilo Prado"), "{told}");
    assert!(!told.contains("Nilo Prado has joined"), "told of what the reply has said: {told}");
    let again = stage.chat("somebody", format!("join {code}\n")).refused();
    assert!(
        again.contains("This code has already been used.") && !again.contains(&code),
        "{again}"
    );
    let chair = code_in(&stage.run(&["invite", "ciber-v", "--office", "chair"]).done());
    let typed = chair.to_lowercase().replace('-', " ");
    stage.chat("next", format!("join {typed} name:\"Second Chair\"\n")).done();
}

#[test]
fn a_code_is_in_no_journal_log_export_or_message() {
    let stage = asked();
    let invited = stage
        .command(&["invite", "ciber-v", "--office", "secretariat"])
        .env("PLENARY__LOG", "trace")
        .output();
    let ran = Ran::from(invited.expect("it runs"));
    let code = code_in(&ran.out);
    assert!(!ran.err.contains(&code), "the log has it");
    let bare = code.replace('-', "");
    for file in ["v.db", "v.db-wal"] {
        let bytes = if stage.path(file).exists() { stage.read(file) } else { Vec::new() };
        for form in [&code, &bare] {
            assert!(!bytes.windows(form.len()).any(|found| found == form.as_bytes()), "{file}");
        }
    }
    assert!(!stage.export().contains(&code));
}

fn say(child: &mut Child, line: &str) {
    let input = child.stdin.as_mut().expect("its input is a pipe");
    input.write_all(format!("{line}\n\n").as_bytes()).expect("it reads");
}

#[test]
fn two_at_the_desk_at_once_lose_and_double_nothing() {
    const EACH: usize = 12;
    let stage = asked();
    let before = entries(&stage);
    let mut expert = stage.start(&["chat", "ciber-v", "--as", "expert"]);
    let mut chile = stage.start(&["chat", "ciber-v", "--as", "chile"]);
    for number in 0..EACH {
        for (seat, child) in [("expert", &mut expert), ("chile", &mut chile)] {
            say(child, &format!("comment 7 Remark {number} of {seat}."));
            say(child, "[Send]");
        }
    }
    for child in [&mut expert, &mut chile] {
        drop(child.stdin.take());
    }
    let told =
        [expert, chile].map(|child| Ran::from(child.wait_with_output().expect("it ends")).done());
    assert_eq!(entries(&stage), before + 2 * EACH as u64);
    let export = stage.export();
    for (seat, told) in ["expert", "chile"].iter().zip(&told) {
        for number in 0..EACH {
            let remark = format!("Remark {number} of {seat}.");
            assert_eq!(export.matches(&remark).count(), 1, "{remark}\n{told}");
        }
    }
}

#[test]
fn an_answer_to_what_another_process_did_names_it() {
    let stage = Stage::of(FIRST);
    let mut chile = stage.start(&["chat", "ciber-v", "--as", "chile"]);
    say(&mut chile, "comment list");
    let told = stage.chat("expert", "comment 1 From the other desk.\n1\n").done();
    assert!(told.contains("✓ C5"), "{told}");
    say(&mut chile, "comment list");
    drop(chile.stdin.take());
    let ran = Ran::from(chile.wait_with_output().expect("it ends")).done();
    assert!(ran.contains("From the other desk."), "{ran}");
}
