//! A person at a real keyboard, as far as the session can tell: each test starts this program again
//! inside a pseudo-terminal, presses keys, and reads the screen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg(unix)]

use std::env;
use std::path::{Path, PathBuf};
use std::process::exit;
use std::sync::Arc;

use plenary_terminal::{Look, Seat, session};

#[path = "fake/desk.rs"]
mod desk;
#[path = "fake/screen.rs"]
mod screen;

use desk::Fake;
use screen::{CTRL_C, CTRL_D, ENTER, RIGHT, Screen, TAB, UP};

const PROMPT: &str = "Chile › ";

/// The test by whose name the program is started again.
const ENTRY: &str = "a_line_gets_its_answer_and_quit_leaves_with_0";

fn start(history: Option<&Path>) -> Screen {
    let screen = Screen::start(ENTRY, history);
    screen.wait_for(PROMPT);
    screen
}

/// Waits for an answer and for the prompt after it: keys that come before a prompt are the
/// terminal's, not the editor's.
fn answered(screen: &Screen, answer: &str) {
    screen.wait_for(answer);
    screen.wait_for(PROMPT);
}

/// What the program inside the pseudo-terminal does.
fn sit() -> ! {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime starts");
    let fake = Arc::new(Fake::new());
    let seat = Seat {
        look: Look { colour: true, ..Look::default() },
        history: env::var_os(screen::HISTORY).map(PathBuf::from),
    };
    let ended = runtime.block_on(session::run(fake.clone(), seat));
    for heard in fake.heard() {
        println!("HEARD {heard:?}");
    }
    match ended {
        Ok(ended) => exit(i32::from(ended.code())),
        Err(error) => {
            println!("BROKEN {error}");
            exit(1)
        }
    }
}

#[test]
fn a_line_gets_its_answer_and_quit_leaves_with_0() {
    if env::var_os(screen::INSIDE).is_some() {
        sit();
    }
    let screen = start(None);
    screen.keys("agenda show 議題\r");
    answered(&screen, "heard <agenda show 議題>");
    screen.keys("object\r");
    screen.wait_for("✗");
    answered(&screen, "Observers may speak, not object.");
    screen.keys("quit\r");
    let end = screen.end();
    assert_eq!(end.code, Some(0), "{}", end.shown);
    assert!(end.shown.contains(r#"HEARD "agenda show 議題""#), "{}", end.shown);
    assert!(!end.shown.contains(r#"HEARD "quit""#), "{}", end.shown);
}

#[test]
fn an_empty_prompt_suggests_three_lines_in_grey_and_the_right_key_takes_the_first() {
    let screen = start(None);
    screen.wait_for("\u{1b}[90mTry: agenda show · approve · nominate expert\u{1b}[0m");
    screen.keys(RIGHT);
    screen.keys(ENTER);
    answered(&screen, "heard <agenda show>");
    screen.keys(CTRL_D);
    assert_eq!(screen.end().code, Some(0));
}

#[test]
fn the_tab_key_completes_a_line() {
    let screen = start(None);
    screen.keys("no");
    screen.keys(TAB);
    screen.wait_for("nominate expert");
    screen.keys(ENTER);
    answered(&screen, "Whom?");
    screen.keys(CTRL_D);
    assert!(screen.end().shown.contains(r#"HEARD "nominate expert""#));
}

#[test]
fn a_typed_number_presses_and_an_unknown_one_says_what_is_open() {
    let screen = start(None);
    screen.keys("approve x\r");
    answered(&screen, "[2 Approve]");
    screen.keys("9\r");
    answered(&screen, "There is no button 9. You can press: [1 Read] [2 Approve]");
    screen.keys("2\r");
    screen.wait_for("did <press 1|paper.approve|e1|1>");
    answered(&screen, "[3 Next]");
    screen.keys(CTRL_D);
    assert_eq!(screen.end().code, Some(0));
}

#[test]
fn a_form_has_several_lines_and_can_follow_a_question() {
    let screen = start(None);
    screen.keys("comment 7 \\\r| readers: all\r| text: ours\r\r");
    answered(&screen, "heard <comment 7");
    screen.keys("nominate expert\r");
    answered(&screen, "Whom?");
    screen.keys("| name: Helena\r\r");
    answered(&screen, "heard <nominate expert");
    screen.keys("| name: Helena\r\r");
    answered(&screen, "continues the line before it");
    screen.keys("comment 7 \\\rWe agree.\r");
    answered(&screen, "We agree.>");
    screen.keys("add a | b \\ c\r");
    answered(&screen, "heard <add a | b \\ c>");
    screen.keys("agenda show\\\r|\r");
    answered(&screen, "heard <agenda show>");
    screen.keys(CTRL_D);
    let shown = screen.end().shown;
    assert!(shown.contains(r#"HEARD "comment 7\nreaders: all\ntext: ours""#), "{shown}");
    assert!(shown.contains(r#"HEARD "nominate expert\nname: Helena""#), "{shown}");
    assert!(shown.contains(r#"HEARD "comment 7\nWe agree.""#), "{shown}");
}

#[test]
fn a_notice_comes_above_what_is_typed_and_its_number_presses() {
    let screen = start(None);
    screen.keys("notify-later\r");
    answered(&screen, "Will be told.");
    screen.keys("half a li");
    screen.wait_for("P1 waits for you.");
    answered(&screen, "[1 Confirm]");
    screen.keys("ne\r");
    answered(&screen, "heard <half a line>");
    screen.keys("notify-later\r");
    answered(&screen, "Will be told.");
    answered(&screen, "[1 Confirm]");
    screen.keys("1\r");
    answered(&screen, "did <press 1|paper.approve|e1|2>");
    screen.keys(CTRL_D);
    assert_eq!(screen.end().code, Some(0));
}

#[test]
fn ctrl_c_clears_a_line_and_twice_on_an_empty_one_leaves_with_130() {
    let screen = start(None);
    screen.keys("never said");
    screen.wait_for("ever said");
    screen.keys(CTRL_C);
    screen.wait_for(PROMPT);
    screen.keys("help\r");
    screen.wait_for("heard <help>");
    for _ in 0..2 {
        screen.wait_for(PROMPT);
        screen.keys(CTRL_C);
        screen.wait_for("Press Ctrl-C once more to leave");
        screen.wait_for(PROMPT);
        screen.keys("help\r");
        screen.wait_for("heard <help>");
    }
    screen.wait_for(PROMPT);
    screen.keys(CTRL_C);
    screen.wait_for("Press Ctrl-C once more to leave");
    screen.wait_for(PROMPT);
    screen.keys(CTRL_C);
    let end = screen.end();
    assert_eq!(end.code, Some(130), "{}", end.shown);
    assert_eq!(end.shown.matches("HEARD").count(), 3, "{}", end.shown);
    assert!(!end.shown.contains("HEARD \"never"), "{}", end.shown);
}

#[test]
fn bytes_that_are_no_text_are_left_out_and_end_nothing() {
    let screen = start(None);
    screen.keys("agenda sh");
    screen.wait_for("genda sh");
    screen.bytes(b"\xff");
    screen.wait_for("did not send UTF-8 text");
    screen.keys("ow\r");
    answered(&screen, "heard <agenda show>");
    screen.keys("in Latin-1: caf");
    screen.wait_for("af");
    screen.bytes(b"\xe9 ");
    screen.wait_for("did not send UTF-8 text");
    screen.wait_for("in Latin-1: caf");
    screen.keys("\rquit\r");
    assert_eq!(screen.end().code, Some(0));
}

#[test]
fn ctrl_c_while_an_answer_is_awaited_leaves_with_130_and_says_that_it_is_not_known() {
    let screen = start(None);
    screen.keys("wait\r");
    screen.wait_for_cooked();
    screen.interrupt();
    screen.wait_for("check before you repeat it");
    assert_eq!(screen.end().code, Some(130));
}

#[test]
fn the_end_of_the_process_in_the_middle_of_a_line_puts_the_terminal_back() {
    let screen = start(None);
    screen.keys("half a line");
    screen.wait_for("alf a line");
    screen.terminate();
    let end = screen.end();
    assert_eq!(end.code, Some(143), "{}", end.shown);
}

#[test]
fn a_code_is_in_no_history_neither_in_memory_nor_in_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("history");
    let screen = start(Some(&file));
    screen.keys("agenda show\r");
    answered(&screen, "heard <agenda show>");
    screen.keys("join K7QD-2M4X-9TRA-P6WN\r");
    answered(&screen, "heard <join K7QD-2M4X-9TRA-P6WN>");
    screen.keys(UP);
    screen.keys(" again\r");
    answered(&screen, "heard <agenda show again>");
    screen.keys(CTRL_D);
    assert_eq!(screen.end().code, Some(0));
    let kept = std::fs::read_to_string(&file).expect("the history was written");
    assert_eq!(kept, "agenda show\nagenda show again\n");
    let next = start(Some(&file));
    next.keys(UP);
    next.keys("\r");
    answered(&next, "heard <agenda show again>");
    next.keys(CTRL_D);
    assert_eq!(next.end().code, Some(0));
}

#[test]
fn the_history_is_short_its_owners_alone_and_rid_of_codes_and_presses() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("history");
    let many: String = (0..1_005).map(|at| format!("agenda show {at}\n")).collect();
    let codes = "join K7QD\nuse K7QD-2M4X-9TRA-P6WN\n3\n[Approve]\n";
    std::fs::write(&file, format!("{many}{codes}")).expect("a file");
    let screen = start(Some(&file));
    screen.keys("comment 7 \\\r| text: a \\n b\r\r");
    answered(&screen, "text: a");
    screen.keys(CTRL_D);
    assert_eq!(screen.end().code, Some(0));
    let kept = std::fs::read_to_string(&file).expect("the history was written");
    assert!(!kept.contains("K7QD") && !kept.contains("[Approve]"), "{kept}");
    let lines: Vec<&str> = kept.lines().collect();
    assert_eq!(lines.first(), Some(&"agenda show 5"));
    assert_eq!(lines.len(), 1_001, "the newest thousand, and what was said since");
    // A form is one line of the file, and comes back with its line breaks.
    let next = start(Some(&file));
    next.keys(UP);
    next.keys("\r\r");
    answered(&next, "text: a");
    next.keys(CTRL_D);
    let heard = r#"HEARD "comment 7\ntext: a \\n b""#;
    let shown = next.end().shown;
    assert!(shown.contains(heard), "{shown}");
}

#[test]
fn a_new_history_can_be_read_by_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("history");
    let screen = start(Some(&file));
    screen.keys("agenda show\r");
    answered(&screen, "heard <agenda show>");
    screen.keys(CTRL_D);
    assert_eq!(screen.end().code, Some(0));
    let mode = std::fs::metadata(&file).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn lines_that_are_typed_ahead_are_said_in_their_turn() {
    let screen = start(None);
    screen.keys("agenda show\rcomment list\rreply show\rquit\r");
    let end = screen.end();
    assert_eq!(end.code, Some(0), "{}", end.shown);
    let at = ["agenda show", "comment list", "reply show"].map(|line| {
        end.shown
            .find(&format!("HEARD {line:?}"))
            .unwrap_or_else(|| panic!("{line}: {}", end.shown))
    });
    assert!(at.is_sorted(), "{at:?}");
}
