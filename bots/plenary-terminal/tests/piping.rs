//! Lines from a file: what is said, what is shown, and what counts as refused.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use plenary_terminal::{Look, Piped, pipe};
use tokio::io::{AsyncReadExt, AsyncWrite, AsyncWriteExt};

#[path = "fake/desk.rs"]
mod desk;

use desk::Fake;

struct Run {
    shown: String,
    heard: Vec<String>,
    piped: Piped,
}

async fn run(input: &[u8]) -> Run {
    let fake = Arc::new(Fake::new());
    let mut output = Vec::new();
    let look = Look { colour: true, ..Look::default() };
    let piped = pipe::run(fake.clone(), &look, input, &mut output).await.expect("memory works");
    let shown = String::from_utf8(output).expect("the terminal writes UTF-8");
    Run { shown, heard: fake.heard(), piped }
}

#[tokio::test]
async fn each_line_is_echoed_before_its_answer_and_comments_are_not_said() {
    let run = run(b"\xef\xbb\xbf# a story\n\nagenda show\r\n  # more\nhelp").await;
    let expected = "› agenda show\nheard <agenda show>\n\n› help\nheard <help>\n";
    assert_eq!(run.shown, expected);
    assert_eq!(run.heard, ["agenda show", "help"]);
    assert_eq!(run.piped, Piped { said: 2, refused: 0, is_cut: false });
}

#[tokio::test]
async fn lines_with_a_bar_belong_to_the_line_before_them() {
    let run = run(b"nominate expert\n| name: Helena\n# a comment\n|title: Judge\nhelp\n").await;
    assert_eq!(run.heard, ["nominate expert\nname: Helena\ntitle: Judge", "help"]);
    assert!(run.shown.starts_with("› nominate expert\n| name: Helena\n| title: Judge\n"));
}

#[tokio::test]
async fn an_empty_line_ends_a_form_and_a_bar_alone_is_refused() {
    let run = run(b"nominate expert\n\n| name: Helena\n").await;
    assert_eq!(run.heard, ["nominate expert"]);
    assert!(run.shown.contains("✗ Line 3: "), "{}", run.shown);
    assert_eq!(run.piped.refused, 1);
}

#[tokio::test]
async fn labels_and_numbers_press_what_is_open() {
    let run = run(b"approve x\n[approve]\n3\n1\nhelp\n1\n[Read]\n").await;
    let expected = [
        "approve x",
        "press 1|paper.approve|e1|1",
        "press 1|reply.show|e1|3",
        "press 1|paper.read|e1|1",
        "help",
    ];
    assert_eq!(run.heard, expected);
    assert!(run.shown.contains("? Issue it?\n  [1 Read] [2 Approve]\n"), "{}", run.shown);
    assert!(run.shown.contains("✗ There is no button to press at the moment."), "{}", run.shown);
    assert_eq!(run.piped, Piped { said: 7, refused: 2, is_cut: false });
}

#[tokio::test]
async fn an_unknown_number_or_label_says_what_is_open() {
    let run = run(b"approve x\n7\n[Adopt]\n").await;
    let open = "You can press: [1 Read] [2 Approve]";
    assert!(run.shown.contains(&format!("✗ There is no button 7. {open}")), "{}", run.shown);
    assert!(run.shown.contains(&format!("✗ There is no button “Adopt”. {open}")), "{}", run.shown);
    assert_eq!(run.heard, ["approve x"]);
}

#[tokio::test]
async fn a_notice_follows_the_answer_and_takes_the_next_number() {
    let run = run(b"notify\n2\n").await;
    let expected = "✓ Told.\n  [1 Undo]\n» P1 waits for you.\n  [2 Confirm]\n";
    assert!(run.shown.contains(expected), "{}", run.shown);
    assert_eq!(run.heard, ["notify", "press 1|paper.approve|e1|2"]);
}

#[tokio::test]
async fn refusals_and_failures_are_counted_and_stop_nothing() {
    let run = run(b"object\nfail\nhelp\n").await;
    assert_eq!(run.piped, Piped { said: 3, refused: 2, is_cut: false });
    assert_eq!(run.heard.len(), 3);
    assert!(!run.shown.contains('\u{1b}'), "a pipe has no colours");
}

#[tokio::test]
async fn an_echo_shows_no_code_and_an_answer_shows_the_one_that_was_asked_for() {
    let code = "K7QD-2M4X-9TRA-P6WN";
    let run = run(format!("join {code}\njoin\n| {code}\nhelp {code}\n").as_bytes()).await;
    assert!(run.shown.contains("› join ****\n"), "{}", run.shown);
    assert!(run.shown.contains("› help ****\n"), "{}", run.shown);
    let echoed: Vec<&str> = run.shown.lines().filter(|line| line.starts_with(['›', '|'])).collect();
    assert!(!echoed.concat().contains("K7QD"), "{echoed:?}");
    assert_eq!(run.heard[0], format!("join {code}"));
    let invited = self::run(b"invite\n").await;
    assert!(invited.shown.contains("✓ Code: K7QD-2M4X-9TRA-P6WN"), "{}", invited.shown);
}

#[tokio::test]
async fn a_line_that_is_not_text_is_named_and_its_form_is_not_said() {
    let run = run(b"help\nnominate expert\n| name: \xff\n| title: x\n\xfe\nhelp\n").await;
    assert_eq!(run.heard, ["help", "help"]);
    assert!(run.shown.contains("✗ Line 3 is not UTF-8 text, so it was skipped."), "{}", run.shown);
    assert!(run.shown.contains("✗ Line 5 is not UTF-8 text, so it was skipped."), "{}", run.shown);
    assert_eq!(run.piped, Piped { said: 2, refused: 2, is_cut: false });
}

#[tokio::test]
async fn a_line_without_end_is_refused_and_the_next_one_is_heard() {
    let input = format!("comment {}\nhelp\n", "x".repeat(200_000));
    let run = run(input.as_bytes()).await;
    assert_eq!(run.heard, ["help"]);
    assert!(
        run.shown.contains("✗ Line 1 is longer than 65536 bytes, so it was skipped."),
        "{}",
        run.shown
    );
    assert_eq!(run.piped.refused, 1);
}

#[tokio::test]
async fn quit_ends_and_nothing_after_it_is_said() {
    let run = run(b"help\nquit\nagenda show\n").await;
    assert_eq!(run.heard, ["help"]);
    assert_eq!(run.piped.said, 1);
}

/// An output whose reader went away.
struct Closed;

impl AsyncWrite for Closed {
    fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, _: &[u8]) -> Poll<io::Result<usize>> {
        Poll::Ready(Err(io::ErrorKind::BrokenPipe.into()))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

#[tokio::test]
async fn when_nobody_reads_the_answers_nothing_more_is_said() {
    let fake = Arc::new(Fake::new());
    let input: &[u8] = b"help\nhelp\n";
    let piped = pipe::run(fake.clone(), &Look::default(), input, Closed).await;
    assert_eq!(piped.expect("it ends quietly"), Piped { said: 0, refused: 0, is_cut: true });
    assert!(fake.heard().is_empty(), "{:?}", fake.heard());
}

#[tokio::test]
async fn a_line_that_ends_with_a_backslash_goes_on_as_at_the_keyboard() {
    let run = run(b"comment 1 We propose \\\nto delete it.\nhelp\n| a \\\n| b\nme \\").await;
    assert_eq!(run.heard, ["comment 1 We propose\nto delete it.", "help\na\nb", "me"]);
}

#[tokio::test]
async fn a_program_that_waits_for_each_answer_has_it_before_it_says_more() {
    let (mut there, here) = tokio::io::duplex(4_096);
    let (input, output) = tokio::io::split(here);
    let piping = tokio::spawn(async move {
        let (fake, look) = (Arc::new(Fake::new()), Look::default());
        pipe::run(fake, &look, tokio::io::BufReader::new(input), output).await
    });
    for line in ["help", "me", "nominate expert\n| name: Helena"] {
        there.write_all(format!("{line}\n").as_bytes()).await.unwrap();
        let wanted = format!("heard <{}>\n", line.replace("| ", ""));
        let mut shown = String::new();
        while !shown.ends_with(&wanted) {
            let mut bytes = [0; 512];
            let length = there.read(&mut bytes).await.unwrap();
            assert!(length > 0, "{shown:?} without {wanted:?}");
            shown.push_str(std::str::from_utf8(&bytes[..length]).unwrap());
        }
    }
    drop(there);
    assert_eq!(piping.await.unwrap().unwrap().said, 3);
}
